package scan

import (
	"strings"

	"github.com/errcode/errcode/catalog"
)

// A lexicon is what the catalogs know: their set, the filter made of it, and
// which words were found to be codes.
type lexicon struct {
	set    *catalog.Set
	shapes []shape
	filter *filter
	codes  map[string]bool
}

func newLexicon(set *catalog.Set) *lexicon {
	all := shapes()
	return &lexicon{set: set, shapes: all, filter: newFilter(set, all), codes: map[string]bool{}}
}

// known reports whether a word is a code, an alias or a live code, letter by
// letter.
func (x *lexicon) known(code string) bool {
	known, ok := x.codes[code]
	if !ok {
		known = len(x.set.Resolve(code, "", 0)) > 0
		if len(x.codes) > 1<<12 {
			clear(x.codes) // no input shall make it grow
		}
		x.codes[strings.Clone(code)] = known
	}
	return known
}

// find returns the events of a record as they stand, parts of one event apart.
func (x *lexicon) find(rec *record) []event {
	f := &finder{lexicon: x, rec: rec}
	f.text(rec.text(), place{plain: true})
	return f.events
}
