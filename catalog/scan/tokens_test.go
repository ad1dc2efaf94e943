package scan

import (
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// TestPlainWords: a code that is a plain word counts in a field, and is any word
// where it stands bare.
func TestPlainWords(t *testing.T) {
	var b strings.Builder
	src := catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "Forbidden", Status: 403}}}
	if err := catalog.Compile(&b, src); err != nil {
		t.Fatal(err)
	}
	x, err := catalog.Open(b.String())
	if err != nil {
		t.Fatal(err)
	}
	set := catalog.NewSet(x)
	for input, want := range map[string]int{
		"HTTP/1.1 403 Forbidden\n":                                    0,
		"ERROR 403: Forbidden.\n":                                     0,
		"{\"Code\":\"Forbidden\",\"RequestId\":\"" + testID + "\"}\n": 1,
	} {
		if got := len(scanWith(set, input, len(input))); got != want {
			t.Errorf("%q: %d occurrences, want %d", input, got, want)
		}
	}
}
