package catalog

import (
	"cmp"
	"slices"
)

const maxSuggestQuery = 80 // characters; nobody mistypes a longer code

// Suggest returns at most n codes near to a query that found nothing, best
// first, in the table's spelling. Near is a restricted Damerau-Levenshtein
// distance (a pair of letters swapped is one slip) over folded codes and
// aliases; one slip for each four letters counts as near, three at most.
func (s *Set) Suggest(query string, n int) []string {
	folded := []rune(foldQuery(query))
	if len(folded) == 0 || len(folded) > maxSuggestQuery {
		return nil
	}
	limit := min(len(folded)/4, 3)
	type near struct {
		code            string
		distance, order int
	}
	var found []near
	add := func(x *Index, list foldings) {
		for i, n := range list.entries(0, list.len()) {
			if d := slips(folded, []rune(list.text(i)), limit); d <= limit {
				found = append(found, near{x.code(n), d, len(found)})
			}
		}
	}
	for _, x := range s.indexes {
		add(x, x.codeFoldings())
		add(x, x.aliasFoldings())
	}
	slices.SortFunc(found, func(a, b near) int { return cmp.Or(a.distance-b.distance, a.order-b.order) })
	var codes []string
	for _, f := range found {
		if len(codes) < n && !slices.Contains(codes, f.code) {
			codes = append(codes, f.code)
		}
	}
	return codes
}

// slips returns the restricted Damerau-Levenshtein distance of a and b: letters
// added, dropped, replaced, or two neighbours swapped, each place at most once.
// It gives up above limit and returns a number above it.
func slips(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit {
		return limit + 1
	}
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		best := i
		for j := 1; j <= len(b); j++ {
			d := min(row[j], next[j-1]) + 1
			if a[i-1] == b[j-1] {
				d = min(d, row[j-1])
			} else {
				d = min(d, row[j-1]+1)
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			next[j] = d
			best = min(best, d)
		}
		if best > limit {
			return limit + 1
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
