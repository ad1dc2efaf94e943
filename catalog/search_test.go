package catalog_test

import (
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// strong writes the matches of a search that are no weak guesses.
func strong(t *testing.T, set *catalog.Set, text string) string {
	t.Helper()
	var codes []string
	for m := range set.Search(text, catalog.Filter{}) {
		if m.Query != text || m.Score <= 0 || m.Score > 1 {
			t.Errorf("Search(%q): query %q, score %v", text, m.Query, m.Score)
		}
		if m.Score >= catalog.WeakScore {
			codes = append(codes, m.Entry.Code)
		}
	}
	return strings.Join(codes, ", ")
}

func TestSearch(t *testing.T) {
	set := catalog.NewSet(open(t, shop))
	for _, c := range []struct{ text, want string }{
		{"OutOfStock", "OutOfStock"},
		{"the owner is missing", "MissingField"},
		{"administrator", "Forbiden.NoAdmin"},
		{"NtAdmin", "Forbiden.NoAdmin"},
		{"InvTmRnge", "InvalidTime.Range.Start"},
		{"OutStk", "OutOfStock"},
		{"kubernetes", ""},
		{"", ""},
	} {
		if got := strong(t, set, c.text); got != c.want {
			t.Errorf("Search(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}
