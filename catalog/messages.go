package catalog

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// message finds the entries whose message the text is, or holds within what a
// program put around it. Rows that share a text are all answers; of those that
// only a template joins, the first is.
func (q *search) message(s *Set) iter.Seq[Match] {
	for _, text := range framed(q.text) {
		if found := q.messages(s, text); len(found) > 0 {
			return slices.Values(found)
		}
	}
	return slices.Values[[]Match](nil)
}

// messages finds the entries with one message; with a status among the words
// those alone that have it, if any does.
func (q *search) messages(s *Set, text string) []Match {
	m, _, ok := s.MatchMessage(text)
	if !ok {
		return nil
	}
	var found []Match
	folded := foldMessage(text)
	for _, x := range s.indexes {
		for _, i := range x.exactMessages(folded) {
			if x.keeps(i, q.filter) {
				found = append(found, q.match(x, i, 1))
			}
		}
	}
	if len(found) == 0 && q.filter.Keeps(m.Entry.Status, m.Entry.Category, m.Entry.Retry) {
		m.Query = q.text
		found = []Match{m}
	}
	own := func(m Match) bool { return q.kept.Keeps(m.Entry.Status, m.Entry.Category, m.Entry.Retry) }
	if slices.ContainsFunc(found, own) {
		found = slices.DeleteFunc(found, func(m Match) bool { return !own(m) })
	}
	return found
}

// exactMessages returns the entries with a folded message: those whose own it
// is, else those for which the service sends it today.
func (x *Index) exactMessages(folded string) []int {
	hash := hash64(folded)
	n := len(x.messages.data) / messageSize
	i := sort.Search(n, func(i int) bool { return x.messages.u64(i*messageSize) >= hash })
	var found []int
	first := 0
	for ; i < n && x.messages.u64(i*messageSize) == hash; i++ {
		entry, ok := x.entryAt(x.messages, i*messageSize+8)
		which := x.messages.u32(i*messageSize + 12)
		if len(found) > 0 && first == 0 && which > 0 {
			break
		}
		if ok && foldMessage(x.messageOf(entry, which)) == folded {
			found = append(found, entry)
			first = which
		}
	}
	return found
}

// maxFrames bounds the pieces of a text that are tried as messages.
const maxFrames = 12

// framed returns a text and its pieces that may be a message, the longest
// first: from behind a mark to before another.
func framed(text string) []string {
	if len(text) > maxMessage {
		return nil
	}
	starts, ends := []int{0}, []int{len(text)}
	for at := 1; at+1 < len(text); at++ {
		switch c, next := text[at], text[at+1]; {
		case next == ' ' && strings.IndexByte(":,.;])}\"", c) >= 0:
			starts, ends = append(starts, at+2), append(ends, at+1)
		case c == ' ' && next == '(':
			ends = append(ends, at)
		}
	}
	var pieces []string
	for _, from := range starts[:min(len(starts), maxFrames)] {
		for _, to := range ends[max(0, len(ends)-maxFrames):] {
			if to > from && len(strings.Fields(text[from:to])) >= minPieceWords || to == len(text) && from == 0 {
				pieces = append(pieces, text[from:to])
			}
		}
		if len(ends) > maxFrames {
			pieces = append(pieces, text[from:])
		}
	}
	slices.SortStableFunc(pieces, func(a, b string) int { return len(b) - len(a) })
	return pieces
}
