package scan

import (
	"slices"
	"strings"
	"testing"
)

// testFilter has needles of both kinds: windows of eleven bytes, and samples.
func testFilter() *filter {
	return compile([]string{"InvalidParameter", "QuotaExceed", "Zone.NotSupport", "InvalidBackupSetID.NotFound", "Forbidden", "Limit"}, []string{"abc def ghi", "错误码"})
}

// checkFilter compares the filter with a look at each place.
func checkFilter(t *testing.T, f *filter, data []byte, from, to int) {
	t.Helper()
	needles := []needle{{kind: fieldNeedle}, {kind: errorNeedle}}
	for _, n := range f.windows.list[1:] {
		needles = append(needles, n.needle)
	}
	for _, n := range f.samples.list[1:] {
		if n.s != "" {
			needles = append(needles, n.needle)
		}
	}
	var want []int
	for at := from; at < to; at++ {
		if slices.ContainsFunc(needles, func(n needle) bool { return n.in(data, at) }) {
			want = append(want, at)
		}
	}
	if got := f.find(nil, data, from, to, nil); !slices.Equal(got, want) {
		t.Errorf("from %d to %d of %q found at %v, want %v", from, to, data, got, want)
	}
}

func FuzzFilter(f *testing.F) {
	x := testFilter()
	f.Add(strings.Repeat("a InvalidParameter b: QuotaExceed\nForbidden", 20), 3, 5)
	f.Add(strings.Repeat("code: Limit, \"Code\":\"Some.Code\", code=200 Error:Some 错误码", 9), 1, 0)
	f.Fuzz(func(t *testing.T, input string, from, behind int) {
		from = max(min(from, len(input)), 0)
		checkFilter(t, x, []byte(input), from, max(len(input)-max(behind, 0), from))
	})
}

func TestFilterFindsNeedlesAnywhere(t *testing.T) {
	f := testFilter()
	for size := range 300 {
		for _, needle := range []string{"InvalidParameter", "QuotaExceed", "abc def ghi", "Forbidden", "Limit", "错误码", "code=A", "Error:Ab"} {
			input := []byte(strings.Repeat("x", size) + "\n" + needle + "\n" + strings.Repeat("y", 299-size))
			if got := f.find(nil, input, 0, len(input), nil); !slices.Equal(got, []int{size + 1}) {
				t.Fatalf("%s at %d: found at %v", needle, size+1, got)
			}
			checkFilter(t, f, input, size, len(input))
		}
	}
}

// TestFilterSeesFieldsByWhatFollows: the samples of a field's name are made for
// each byte that may stand behind it.
func TestFilterSeesFieldsByWhatFollows(t *testing.T) {
	f, found := testFilter(), 0
	for c := range 256 {
		for at := range step {
			input := []byte(strings.Repeat(" ", at) + "code" + string([]byte{byte(c)}) + `: "Some.Code"`)
			found += len(f.find(nil, input, 0, len(input), nil))
			checkFilter(t, f, input, 0, len(input))
		}
	}
	if found == 0 {
		t.Error("no field was found")
	}
}

// TestFilterStopsTheFastestWindow: in a text of period eight, one window jumps
// eight bytes and that before it two, so that the one behind is at the end first.
func TestFilterStopsTheFastestWindow(t *testing.T) {
	f := compile([]string{"12345bcde67", "12345defg67", "12345fgha67", "12345habc67"}, nil)
	for size := 801; size < 900; size++ {
		for shift := range 8 {
			text := strings.Repeat("abcdefgh", size+1)[shift:]
			checkFilter(t, f, []byte(text), 0, 8*size)
		}
	}
}

// TestFilterFindsAll looks at the fixtures with the needles of what ships.
func TestFilterFindsAll(t *testing.T) {
	f := New(builtinSet(t), Options{}).filter
	for _, input := range corpus(t) {
		for _, from := range []int{0, len(input) / 3} {
			checkFilter(t, f, []byte(input), from, len(input))
		}
	}
}

func TestManyCodes(t *testing.T) {
	known := func(word string) bool { return word == "Some.Code" || word == "OtherCode" }
	input := []byte("err=Some.Code\na Some.Coded b\nx: OtherCode\nOtherCoder\n")
	got := words(nil, input, 0, known)
	if len(got) != 2 || got[0] != 4 || got[1] != 32 {
		t.Errorf("found at %v", got)
	}
}
