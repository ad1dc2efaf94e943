package catalog

import (
	"math/bits"
	"unicode/utf8"
)

// A ruler measures how far texts are from a typed one. It is not for several
// goroutines at once.
type ruler struct {
	typed             []rune
	letters           uint32
	other             []rune
	before, row, next []int
}

func newRuler(typed string) *ruler {
	return &ruler{typed: []rune(typed), letters: letterMask(typed)}
}

// tooFar reports whether a text with these letters is more slips away than the
// limit: a slip adds one letter and takes one at most.
func (r *ruler) tooFar(letters uint32, limit int) bool {
	return bits.OnesCount32(letters^r.letters) > 2*limit
}

// slips returns the restricted Damerau-Levenshtein distance from the typed
// text to b: letters added, dropped, replaced, or two neighbours swapped, each
// place at most once. It gives up above limit and returns a number above it.
func (r *ruler) slips(text string, limit int) int {
	if d := utf8.RuneCountInString(text) - len(r.typed); d > limit || -d > limit {
		return limit + 1
	}
	r.other = r.other[:0]
	for _, c := range text {
		r.other = append(r.other, c)
	}
	a, b := r.typed, r.other
	r.before, r.row, r.next = grown(r.before, len(b)+1), grown(r.row, len(b)+1), grown(r.next, len(b)+1)
	before, row, next := r.before, r.row, r.next
	far := limit + 1
	for j := range row {
		row[j] = min(j, far)
	}
	for i := 1; i <= len(a); i++ {
		// Beyond limit places from the diagonal, everything is too far.
		from, to := max(1, i-limit), min(len(b), i+limit)
		next[from-1] = min(i, far)
		if from > 1 {
			next[from-1] = far
		}
		best := next[from-1]
		for j := from; j <= to; j++ {
			d := min(next[j-1]+1, row[j-1]+differ(a[i-1], b[j-1]))
			if j < i+limit {
				d = min(d, row[j]+1)
			}
			if swapped(a, b, i, j) {
				d = min(d, before[j-2]+1)
			}
			next[j] = d
			best = min(best, d)
		}
		if best > limit {
			return far
		}
		before, row, next = row, next, before
	}
	return min(row[len(b)], far)
}

// grown returns a slice of n numbers, of list if it is long enough.
func grown(list []int, n int) []int {
	if cap(list) < n {
		return make([]int, n, 2*n)
	}
	return list[:n]
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}

// swapped reports whether a[:i] and b[:j] end in the same two letters, in
// another order.
func swapped(a, b []rune, i, j int) bool {
	return i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] && a[i-1] != a[i-2]
}

// byWord returns how many of the slips between the typed text and a code fall
// on each of the code's words, whose lengths are given. Three slips in a long
// code are a mistyped code when they are spread, and another code when they
// replace a word: InvalidNodeId is not a slip for InvalidZoneId.
func (r *ruler) byWord(text string, lengths []int) []int {
	typed, code := r.typed, []rune(text)
	table := make([][]int, len(typed)+1)
	for i := range table {
		table[i] = make([]int, len(code)+1)
		table[i][0] = i
	}
	for j := range code {
		table[0][j+1] = j + 1
	}
	for i := 1; i <= len(typed); i++ {
		for j := 1; j <= len(code); j++ {
			table[i][j] = min(table[i-1][j]+1, table[i][j-1]+1, table[i-1][j-1]+differ(typed[i-1], code[j-1]))
			if swapped(typed, code, i, j) {
				table[i][j] = min(table[i][j], table[i-2][j-2]+1)
			}
		}
	}
	counts := make([]int, len(lengths))
	slip := func(j int) { // at the code's j-th letter, from 1
		for w, n := range lengths {
			if j <= n || w == len(lengths)-1 {
				counts[w]++
				return
			}
			j -= n
		}
	}
	for i, j := len(typed), len(code); i > 0 || j > 0; {
		switch here := table[i][j]; {
		case i > 0 && j > 0 && typed[i-1] == code[j-1] && here == table[i-1][j-1]:
			i, j = i-1, j-1
		case swapped(typed, code, i, j) && here == table[i-2][j-2]+1:
			slip(j)
			i, j = i-2, j-2
		case i > 0 && j > 0 && here == table[i-1][j-1]+1:
			slip(j)
			i, j = i-1, j-1
		case i > 0 && here == table[i-1][j]+1:
			slip(max(j, 1))
			i--
		default:
			slip(j)
			j--
		}
	}
	return counts
}

// mayHave reports whether a person may make so many slips in a word of n
// letters and still mean it.
func mayHave(slips, n int) bool { return slips <= min((n+1)/3, 3) || slips == 1 }
