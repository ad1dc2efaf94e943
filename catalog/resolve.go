package catalog

import (
	"cmp"
	"slices"
)

// Resolve returns the entries that a received code means, letter by letter:
// its own rows; else the rows that it is an alias of or live for. The one whose
// message was received comes first, exact or by a template, then the one whose
// status was; pass "" and 0 for what was not received.
func (s *Set) Resolve(code, message string, status int) []Match {
	var found []Match
	for _, x := range s.indexes {
		q := lookup{query: code}
		found = append(found, q.exact(x)...)
	}
	if len(found) == 0 {
		for _, x := range s.indexes {
			found = append(found, x.spelled(code)...)
		}
	}
	if len(found) < 2 {
		return found
	}
	folded := foldMessage(message)
	rank := func(m Match) int {
		switch {
		case folded != "" && fitsMessage(m.Entry, folded):
			return 0
		case folded != "" && m.Entry.Values(message) != nil:
			return 1
		case status != 0 && m.Entry.Status == status:
			return 2
		}
		return 3
	}
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(rank(a), rank(b)) })
	return found
}

// spelled returns the entries with an alias or live code of this very spelling.
func (x *Index) spelled(code string) []Match {
	aliases := x.aliasFoldings()
	var matches []Match
	for i, n := range aliases.entries(aliases.equal(fold(code))) {
		if a := x.alias(i); a.spelling == code {
			matches = append(matches, Match{Query: code, Kind: a.kind, Score: 1, Via: code, Entry: x.entry(n)})
		}
	}
	return matches
}

// fitsMessage reports whether a folded message is the entry's, as the table
// has it or as the service sends it today.
func fitsMessage(e Entry, folded string) bool {
	return foldMessage(e.Message) == folded ||
		slices.ContainsFunc(e.Live, func(l Live) bool { return foldMessage(l.Message) == folded })
}
