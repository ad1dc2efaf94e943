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
	sizes  *[256]uint64    // of codes: by the first byte, a bit for each length
	codes  map[string]bool // words that were asked about

	meanings  map[question]meaning
	near      map[string][]string
	sentences map[string]sentence

	spare []*passage // for use again, one for each text inside another
	nodes nodeList   // of the documents that are read
}

// newPassage returns an empty passage, one that was used before if there is one.
func (x *lexicon) newPassage() *passage {
	n := len(x.spare)
	if n == 0 {
		return &passage{sieve: new(sieve)}
	}
	p := x.spare[n-1]
	x.spare = x.spare[:n-1]
	return p
}

// release empties a passage and keeps it.
func (x *lexicon) release(p *passage) {
	if cap(p.list) > maxSpare || cap(p.own) > maxSpare {
		return // of an odd input, which shall not hold memory
	}
	clear(p.list)
	clear(p.regions)
	clear(p.own)
	*p = passage{
		sieve: p.sieve, list: p.list[:0], regions: p.regions[:0], heads: p.heads[:0],
		stops: p.stops[:0], own: p.own[:0], spans: p.spans[:0],
	}
	x.spare = append(x.spare, p)
}

// maxSpare bounds the lists of a passage that is kept.
const maxSpare = 1 << 10

// A question is what was received with a code.
type question struct {
	code, message string
	status        int
}

// A sentence is the entry that a message was found to be of, if it is of one.
type sentence struct {
	entry catalog.Match
	ok    bool
}

// Logs repeat themselves, so answers are kept; but no input shall make memory
// grow, neither by many questions nor by long ones.
const (
	maxAnswers  = 1 << 10
	maxQuestion = 1 << 10
)

// kept returns an answer that was kept, or keeps what ask returns. Keys are
// copied before they are asked: a part of a record would hold the whole in memory.
func kept[K comparable, V any](answers map[K]V, key K, size int, clone func(K) K, ask func(K) V) V {
	if size > maxQuestion {
		return ask(key)
	}
	answer, ok := answers[key]
	if !ok {
		key = clone(key)
		answer = ask(key)
		if len(answers) >= maxAnswers {
			clear(answers)
		}
		answers[key] = answer
	}
	return answer
}

// A meaning is what a question means to the catalogs. It is shared: nobody may
// change it.
type meaning struct {
	entries []catalog.Match   // the received one first
	values  map[string]string // of its message
}

// meaning returns what a received code means.
func (x *lexicon) meaning(q question) meaning {
	return kept(x.meanings, q, len(q.code)+len(q.message), question.clone, func(q question) meaning {
		m := meaning{entries: x.set.Resolve(q.code, q.message, q.status)}
		if len(m.entries) > 0 && q.message != "" {
			m.values = m.entries[0].Entry.Values(q.message)
		}
		return m
	})
}

func (q question) clone() question {
	return question{strings.Clone(q.code), strings.Clone(q.message), q.status}
}

// suggestions returns the codes that are near to an unknown one.
func (x *lexicon) suggestions(code string) []string {
	return kept(x.near, code, len(code), strings.Clone, func(code string) []string {
		return x.set.Suggest(code, maxSuggestions)
	})
}

// matchMessage returns the entry whose message or template a text is.
func (x *lexicon) matchMessage(message string) (catalog.Match, bool) {
	found := kept(x.sentences, message, len(message), strings.Clone, func(message string) sentence {
		m, values, ok := x.set.MatchMessage(message)
		for _, v := range values {
			ok = ok && !isPlaceholder(v)
		}
		return sentence{m, ok}
	})
	return found.entry, found.ok
}

// isPlaceholder reports whether a value is none, but where a description of an
// interface or source code will have one.
func isPlaceholder(v string) bool {
	return strings.HasPrefix(v, "{") && strings.HasSuffix(v, "}") || strings.HasPrefix(v, "${") || v == "%s" || v == "%v" || v == "%q"
}

const maxSuggestions = 3

func newLexicon(set *catalog.Set) *lexicon {
	all := shapes()
	x := &lexicon{set: set, shapes: all, filter: newFilter(set, all)}
	x.sizes = x.filter.sizes()
	return x.another()
}

// another returns a lexicon that knows the same and has kept nothing yet.
func (x *lexicon) another() *lexicon {
	return &lexicon{
		set: x.set, shapes: x.shapes, filter: x.filter, sizes: x.sizes, codes: map[string]bool{},
		meanings: map[question]meaning{}, near: map[string][]string{}, sentences: map[string]sentence{},
	}
}

// known reports whether a word is a code, an alias or a live code, letter by
// letter.
func (x *lexicon) known(code string) bool {
	if code == "" || x.sizes[code[0]]&size(code) == 0 {
		return false
	}
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

// sizes returns the lengths of the codes that begin with each byte.
func (f *filter) sizes() *[256]uint64 {
	var sizes [256]uint64
	for _, code := range f.codes {
		if code != "" {
			sizes[code[0]] |= size(code)
		}
	}
	if f.many {
		for c := range sizes {
			sizes[c] = 1<<64 - 1
		}
	}
	return &sizes
}

// size returns the bit for a word's length.
func size(word string) uint64 { return 1 << min(len(word), 63) }

// find appends the events of a record as they stand, parts of one event apart.
func (x *lexicon) find(events []event, rec *record) []event {
	f := &finder{lexicon: x, rec: rec, events: events}
	f.text(rec.text(x.known), place{plain: true, requestID: rec.lineID})
	return f.events
}
