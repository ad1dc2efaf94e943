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

	answers map[question][]catalog.Match
	near    map[string][]string

	spare [][]candidate // lists for use again, one for each text inside another
}

// spareCandidates returns an empty list of candidates.
func (x *lexicon) spareCandidates() []candidate {
	n := len(x.spare)
	if n == 0 {
		return make([]candidate, 0, 16)
	}
	list := x.spare[n-1]
	x.spare = x.spare[:n-1]
	return list
}

// release gives a list of candidates back.
func (x *lexicon) release(list []candidate) {
	if cap(list) > 1<<10 {
		return // of an odd input, which shall not hold memory
	}
	clear(list)
	x.spare = append(x.spare, list[:0])
}

// A question is what was received with a code.
type question struct {
	code, message string
	status        int
}

// maxAnswers bounds what is kept of answers: logs repeat themselves, but no
// input shall make memory grow.
const maxAnswers = 1 << 10

// entries returns the entries that a received code means, the received one
// first. They are shared: nobody may change them.
func (x *lexicon) entries(q question) []catalog.Match {
	found, ok := x.answers[q]
	if !ok {
		found = x.set.Resolve(q.code, q.message, q.status)
		if len(x.answers) >= maxAnswers {
			clear(x.answers)
		}
		x.answers[q] = found
	}
	return found
}

// suggestions returns the codes that are near to an unknown one.
func (x *lexicon) suggestions(code string) []string {
	found, ok := x.near[code]
	if !ok {
		found = x.set.Suggest(code, maxSuggestions)
		if len(x.near) >= maxAnswers {
			clear(x.near)
		}
		x.near[code] = found
	}
	return found
}

const maxSuggestions = 3

func newLexicon(set *catalog.Set) *lexicon {
	all := shapes()
	return &lexicon{
		set: set, shapes: all, filter: newFilter(set, all), codes: map[string]bool{},
		answers: map[question][]catalog.Match{}, near: map[string][]string{},
	}
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
	f.text(rec.text(), place{plain: true, requestID: rec.lineID})
	return f.events
}
