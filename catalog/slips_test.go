package catalog

import (
	"math/rand/v2"
	"testing"
)

func TestSlips(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		limit, want int
	}{
		{"", "", 1, 0},
		{"balance", "balance", 1, 0},
		{"balnace", "balance", 1, 1},
		{"balace", "balance", 1, 1},
		{"ballance", "balance", 1, 1},
		{"valance", "balance", 1, 1},
		{"blaacne", "balance", 3, 2},
		{"balance", "lance", 1, 2},
		{"ca", "abc", 3, 3}, // restricted: no place is touched twice
		{"ab", "ba", 2, 1},
		{"余额不够", "余额不足", 1, 1},
		{"abcdef", "uvwxyz", 3, 4},
	} {
		if got := newRuler(c.typed).slips(c.text, c.limit); got != c.want {
			t.Errorf("slips(%q, %q) up to %d = %d, want %d", c.typed, c.text, c.limit, got, c.want)
		}
	}
}

// TestSlipsIsADistance compares with the plain definition, and checks that
// the slips by word are those of the whole.
func TestSlipsIsADistance(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() string {
		letters := make([]byte, random.IntN(9))
		for i := range letters {
			letters[i] = "abc"[random.IntN(3)]
		}
		return string(letters)
	}
	for range 2000 {
		a, b := text(), text()
		ruler := newRuler(a)
		want := 0
		for _, n := range ruler.byWord(b, []int{2, 3, 99}) {
			want += n
		}
		for limit := range 5 {
			if got := ruler.slips(b, limit); got != min(want, limit+1) {
				t.Fatalf("slips(%q, %q) up to %d = %d, want %d", a, b, limit, got, min(want, limit+1))
			}
		}
		if ruler.tooFar(letterMask(b), want) {
			t.Fatalf("tooFar(%q, %q) at %d slips", a, b, want)
		}
		if back := newRuler(b).slips(a, 9); back != want {
			t.Fatalf("slips(%q, %q) = %d, the other way %d", a, b, want, back)
		}
	}
}
