package catalog

import (
	"slices"
	"strings"
)

// Lookup finds entries by HTTP status ("403", "4xx"), by glob, or by code: the
// first step that finds anything in any catalog answers, in catalog order.
// Entries that the filter drops count as not found.
func (s *Set) Lookup(query string, f Filter) []Match {
	q := lookup{query: query, folded: foldQuery(query), filter: f}
	for _, step := range q.steps() {
		var found []Match
		for _, x := range s.indexes {
			found = append(found, step(&q, x)...)
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// A lookup is one question on its way through the steps.
type lookup struct {
	query, folded string
	asked         StatusRange // what a query by status means
	filter        Filter
}

// A step asks one index, in one way.
type step func(*lookup, *Index) []Match

// steps returns the ways in which the query can be meant, the nearest first.
func (q *lookup) steps() []step {
	if r, ok := ParseStatus(strings.TrimSpace(q.query)); ok {
		q.asked = r
		return []step{(*lookup).status}
	}
	switch {
	case isGlob(q.query):
		return []step{(*lookup).glob}
	case q.folded == "":
		return []step{(*lookup).exact}
	}
	steps := []step{(*lookup).exact, (*lookup).foldedCode, (*lookup).alias, (*lookup).family}
	if r, ok := labelledStatus(q.query); ok {
		q.asked = r
		steps = append(steps, (*lookup).status)
	}
	return steps
}

// collect turns entries into matches, in catalog order and each once.
func (q *lookup) collect(x *Index, kind Kind, entries []int) []Match {
	slices.Sort(entries)
	var matches []Match
	for _, i := range slices.Compact(entries) {
		if x.keeps(i, q.filter) {
			matches = append(matches, Match{Query: q.query, Kind: kind, Score: 1, Entry: x.entry(i)})
		}
	}
	return matches
}

// exact finds the codes that are spelled as the query is.
func (q *lookup) exact(x *Index) []Match {
	codes := x.codeFoldings()
	var entries []int
	for _, n := range codes.entries(codes.equal(fold(q.query))) {
		if x.code(n) == q.query {
			entries = append(entries, n)
		}
	}
	return q.collect(x, KindExact, entries)
}

// foldedCode finds the codes that fold to what the query folds to.
func (q *lookup) foldedCode(x *Index) []Match {
	codes := x.codeFoldings()
	var entries []int
	for _, n := range codes.entries(codes.equal(q.folded)) {
		entries = append(entries, n)
	}
	return q.collect(x, KindFolded, entries)
}

// alias finds the entries that an alias or a live code leads to. An entry that
// both lead to is live; among equals the one that is spelled as the query is.
func (q *lookup) alias(x *Index) []Match {
	aliases := x.aliasFoldings()
	via := map[int]alias{}
	var entries []int
	for i, n := range aliases.entries(aliases.equal(q.folded)) {
		a := x.alias(i)
		old, seen := via[n]
		if !seen || a.kind > old.kind || a.kind == old.kind && a.spelling == q.query {
			via[n] = a
		}
		entries = append(entries, n)
	}
	slices.Sort(entries)
	var matches []Match
	for _, n := range slices.Compact(entries) {
		if x.keeps(n, q.filter) {
			matches = append(matches, Match{
				Query: q.query, Kind: via[n].kind, Score: 1, Via: via[n].spelling, Entry: x.entry(n),
			})
		}
	}
	return matches
}

// glob finds the codes that fit a pattern.
func (q *lookup) glob(x *Index) []Match {
	codes := x.codeFoldings()
	var entries []int
	for _, n := range codes.entries(codes.prefixed(fold(globPrefix(q.query)))) {
		if globMatch(q.query, x.code(n)) {
			entries = append(entries, n)
		}
	}
	return q.collect(x, KindGlob, entries)
}

// status finds the entries whose table gives them a status of the range asked.
func (q *lookup) status(x *Index) []Match {
	return q.collect(x, KindStatus, x.byStatus(q.asked))
}

// byStatus returns the entries whose table gives them a status of a range, by
// status and then in catalog order.
func (x *Index) byStatus(r StatusRange) []int {
	from, to := x.withStatus(r)
	entries := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		if n, ok := x.entryAt(x.statuses, (statusStarts+i)*4); ok {
			entries = append(entries, n)
		}
	}
	return entries
}

// statusStarts is the number of words before the entries in the section statuses.
const statusStarts = statusEnd - statusFirst + 1

// withStatus returns the places in the section statuses where the entries of a
// range of statuses stand.
func (x *Index) withStatus(r StatusRange) (from, to int) {
	start := func(status int) int { return x.statuses.u32((status - statusFirst) * 4) }
	from, to = start(r.Low), start(r.High+1)
	if to > len(x.statuses.data)/4-statusStarts || from > to {
		x.statuses.damaged()
		return 0, 0
	}
	return from, to
}

// Statuses returns the HTTP statuses that the set's entries have, ascending.
func (s *Set) Statuses() []int {
	var held []int
	for status := statusFirst; status < statusEnd; status++ {
		if slices.ContainsFunc(s.indexes, func(x *Index) bool {
			from, to := x.withStatus(StatusRange{status, status})
			return from < to
		}) {
			held = append(held, status)
		}
	}
	return held
}
