package catalog

import "testing"

func TestPieceAt(t *testing.T) {
	for _, c := range []struct {
		text, piece string
		want        int
	}{
		{"the time is over", "the time", 0},
		{"the time is over", "time is o", 4},
		{"a lifetime at the time of peace", "time of", 18},
		{"the time at a lifetime", "me at", -1},
		{"the lifetime", "time", -1},
	} {
		if got := pieceAt(c.text, c.piece); got != c.want {
			t.Errorf("pieceAt(%q, %q) = %d, want %d", c.text, c.piece, got, c.want)
		}
	}
}
