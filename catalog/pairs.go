package catalog

import "strings"

// Chinese is written without blanks. Neighbouring characters taken in pairs
// need no dictionary, and most words have two; but some pairs straddle two
// words. So what a Chinese question tells is counted by its characters: one is
// explained when a pair that it belongs to stands in the entry.

// pair returns the term of a pair.
func (s *Set) pair(w token) term {
	t := term{token: w, info: unknownInfo}
	if n := s.count(w.text); n > 0 {
		t.readings = []reading{{w.text, 1}}
		t.info = s.rarity(n)
	}
	for _, other := range synonymsOf(translations, w.text) {
		if n := s.count(other); n > 0 {
			t.readings = append(t.readings, reading{other, synonymQuality})
			if len(t.readings) == 1 {
				t.info = s.rarity(n)
			}
		}
	}
	switch {
	case isSign(w.text):
		t.info = 0
	case holds(commonPairs, w.text) && len(t.readings) > 0:
		t.info *= commonShare
	case holds(commonPairs, w.text):
		t.info = commonInfo
	}
	t.loss = t.info
	return t
}

// isSign reports whether one of the characters only holds sentences together.
func isSign(pair string) bool { return strings.ContainsAny(pair, functionSigns) }

// A character of the question stands in one pair or in two, and tells half of
// what these tell, by those that a catalog knows.
type character struct {
	info  float64
	pairs []int
}

// characters takes the pairs of the question apart.
func (q *question) characters() []character {
	var list []character
	for i, p := range q.pairs {
		c := character{p.info, []int{i}}
		if i > 0 && !p.first {
			before := q.pairs[i-1]
			c.pairs = append(c.pairs, i-1)
			switch {
			case len(before.readings) == 0:
			case len(p.readings) == 0:
				c.info = before.info
			default:
				c.info = (before.info + p.info) / 2
			}
		}
		list = append(list, c)
		if i+1 == len(q.pairs) || q.pairs[i+1].first {
			list = append(list, character{p.info, []int{i}})
		}
	}
	for i := range list {
		list[i].info /= 2
	}
	return list
}
