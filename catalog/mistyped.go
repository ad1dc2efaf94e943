package catalog

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// mistyped finds the codes and aliases within a few slips, the nearest first.
// It looks for one slip, then for two, then for three, so that the common case
// looks at little.
func (s *Set) mistyped(_, folded string) []nearCode {
	r := newRuler(folded)
	for limit := 1; limit <= min(len(r.typed)/letterPerSlip, maxSlips); limit++ {
		var found []nearCode
		for _, x := range s.indexes {
			found = append(found, x.mistyped(r, folded, limit)...)
		}
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b nearCode) int {
				return cmp.Or(a.slips-b.slips, s.place(a.index)-s.place(b.index), a.entry-b.entry)
			})
			return slices.Compact(found) // a code and its alias may both be near
		}
	}
	return nil
}

func (x *Index) mistyped(r *ruler, folded string, limit int) []nearCode {
	var found []nearCode
	codes, aliases := x.codeFoldings(), x.aliasFoldings()
	x.codeGrams().near(folded, limit, func(i int) {
		list := codes
		switch {
		case i < codes.len():
			if r.tooFar(uint32(x.masks.u32(4*i)), limit) {
				return
			}
		case i < codes.len()+aliases.len():
			list, i = aliases, i-codes.len()
		default:
			x.grams.damaged()
			return
		}
		text := list.text(i)
		d := r.slips(text, limit)
		if d > limit {
			return
		}
		for _, n := range list.entries(i, i+1) {
			spelling := x.code(n)
			if list != codes {
				spelling = x.alias(i).spelling
			}
			if r.plausible(text, spelling, d) {
				found = append(found, nearCode{x, n, d})
			}
		}
	})
	return found
}

// plausible reports whether the slips between the typed text and a code, folded
// and as it is spelled, are few enough in each of its words. Hardly anybody
// mistypes the first letter and something else.
func (r *ruler) plausible(folded, spelling string, slips int) bool {
	if slips > 1 && !sameStart(folded, string(r.typed)) {
		return false
	}
	var lengths []int
	for _, t := range tokens(spelling) {
		lengths = append(lengths, utf8.RuneCountInString(t.text))
	}
	if len(lengths) == 0 {
		return false
	}
	for w, n := range r.byWord(folded, lengths) {
		if !mayHave(n, lengths[w]) {
			return false
		}
	}
	return true
}

// place returns where an index stands in the set.
func (s *Set) place(x *Index) int { return slices.Index(s.indexes, x) }
