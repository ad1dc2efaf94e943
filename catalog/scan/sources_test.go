package scan

import (
	"fmt"
	"strings"
	"testing"
)

// TestSourcesTakeTurns: what one source has begun neither waits for ever for its
// next line nor lets the errors of others go before it.
func TestSourcesTakeTurns(t *testing.T) {
	const first = "app-1  | ErrorCode: QuotaExceed\n"
	other := strings.Repeat("app-2  | GET /healthz 200\n", maxRecordLines-1)
	id := "app-1  | RequestId: " + testID + "\n"
	bare := "1 QuotaExceed known structured - -"
	for _, tt := range []struct {
		name, input string
		want        []string // found before the end of the input
	}{
		{"few lines of another", first + other, nil},
		{"many lines of another", first + other + other, []string{bare}},
		{"few lines between", first + other + id + "app-1  | x\n", []string{fmt.Sprintf("1 QuotaExceed known structured %s -", testID)}},
		{"long lines of another", first + strings.Repeat("app-2  | "+strings.Repeat("x", 1000)+"\n", 66), []string{bare}},
		{"empty lines", "ErrorCode: QuotaExceed\n" + strings.Repeat("\n", 2*maxRecordLines), []string{bare}},
		{"order", first + "app-2  | ErrorCode: QuotaNotEnough\napp-2  | x\n", nil},
		{"order at last", first + "app-2  | ErrorCode: QuotaNotEnough\napp-2  | x\napp-1  | x\n", []string{bare, "2 QuotaNotEnough known structured - -"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := New(builtinSet(t), Options{})
			s.Reset("-")
			var got []string
			for _, o := range s.Write([]byte(tt.input)) {
				got = append(got, describe(o))
			}
			if !equal(got, tt.want) {
				t.Errorf("found %q, want %q", got, tt.want)
			}
		})
	}
}

// TestTurn: a source that fell silent is reported while another goes on.
func TestTurn(t *testing.T) {
	for _, prompt := range []bool{false, true} {
		s := New(builtinSet(t), Options{Prompt: prompt})
		s.Reset("-")
		step := func(input string, want ...string) {
			t.Helper()
			var got []string
			for _, o := range append(s.Write([]byte(input)), s.Turn()...) {
				got = append(got, describe(o))
			}
			if !equal(got, want) {
				t.Errorf("after %q found %q, want %q", input, got, want)
			}
		}
		step("app-1  | ErrorCode: QuotaExceed\napp-2  | x\n")
		step("app-2  | y\napp-1  | Recommend: x\n")
		step("app-2  | z\n", "1 QuotaExceed known structured - -")
		step("app-1  | RequestId: " + testID + "\napp-1  | z\n") // of the noted record
		step("app-2  | z\n")
	}
}

// TestLongLineIsNotHeld: the errors of a line that does not end are reported.
func TestLongLineIsNotHeld(t *testing.T) {
	s := New(builtinSet(t), Options{})
	s.Reset("-")
	var input strings.Builder
	n := 0
	for ; input.Len() < 10*maxPiece; n++ {
		fmt.Fprintf(&input, `{"Code":"QuotaExceed","RequestId":"0D3E5A10-1111-5AAA-8BBB-%012d","Message":"m"},`, n)
	}
	found := len(s.Write([]byte(input.String())))
	if found < n*8/10 || len(s.found) > 8 {
		t.Errorf("%d of %d are reported, and %d held", found, n, len(s.found))
	}
}
