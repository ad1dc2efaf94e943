package catalog

import (
	"cmp"
	"slices"
)

// A candidate is an entry that may answer a question.
type candidate struct {
	index *Index
	entry int
	score float64 // the information it holds, and once it was read: that of its match
	words float64 // once it was read: the score without what a status tells
	whole float64 // once it was read: share of the question that its code has, or of a message that the question is
}

// maxRead is the number of candidates that are read closely.
const maxRead = 64

// likely returns the entries that pass the filter and hold most of the
// question's information, the most first, then in catalog order. Their score
// is that information.
func (s *Set) likely(q *question, f Filter) []candidate {
	var best heap
	for _, x := range s.indexes {
		q.walk(x, best.least, func(entry int, told float64) {
			if x.keeps(entry, f) {
				best.add(candidate{index: x, entry: entry, score: told})
			}
		})
	}
	slices.SortStableFunc(best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), s.place(a.index)-s.place(b.index), a.entry-b.entry)
	})
	return best
}

// A tie is entries that hold the same information of a question, in catalog
// order. Most entries tie, as a word stands in the same field of many.
type tie struct {
	told    float64
	entries []candidate // without scores
}

// others returns the entries that are not among the likely ones and hold at
// least so much information, but less than below, the most first.
func (s *Set) others(q *question, f Filter, likely []candidate, least, below float64) []tie {
	var ties []tie
	place, last := map[float64]int{}, -1 // the last tie saves most look-ups
	for _, x := range s.indexes {
		var held []int
		for _, c := range likely {
			if c.index == x {
				held = append(held, c.entry)
			}
		}
		slices.Sort(held)
		q.walk(x, func() float64 { return least * (1 - 2*rounding) }, func(entry int, told float64) {
			for len(held) > 0 && held[0] < entry {
				held = held[1:]
			}
			isHeld := len(held) > 0 && held[0] == entry
			if isHeld || told < least || told >= below || !x.keeps(entry, f) {
				return
			}
			if last < 0 || ties[last].told != told {
				var known bool
				if last, known = place[told]; !known {
					last = len(ties)
					place[told] = last
					ties = append(ties, tie{told: told})
				}
			}
			ties[last].entries = append(ties[last].entries, candidate{index: x, entry: entry})
		})
	}
	slices.SortFunc(ties, func(a, b tie) int { return cmp.Compare(b.told, a.told) })
	return ties
}

// A heap holds the best maxRead candidates, the worst of them first.
type heap []candidate

// least returns the information that a candidate has to exceed.
func (h *heap) least() float64 {
	if len(*h) < maxRead {
		return 0
	}
	return (*h)[0].score
}

// add keeps a candidate if it is better than the worst; of equals, the earlier
// stays.
func (h *heap) add(c candidate) {
	switch {
	case len(*h) < maxRead:
		*h = append(*h, c)
		if len(*h) == maxRead {
			slices.SortFunc(*h, func(a, b candidate) int {
				return cmp.Or(cmp.Compare(a.score, b.score), b.entry-a.entry)
			})
		}
	case c.score > (*h)[0].score:
		(*h)[0] = c
		h.sink()
	}
}

// sink moves the first candidate to where it belongs.
func (h heap) sink() {
	for i := 0; ; {
		small := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(h); child++ {
			if h[child].score < h[small].score {
				small = child
			}
		}
		if small == i {
			return
		}
		h[i], h[small] = h[small], h[i]
		i = small
	}
}
