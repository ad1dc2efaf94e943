package catalog

import "strings"

// Chinese is written without blanks. Neighbouring characters taken in pairs
// need no dictionary, and most words have two; but some pairs straddle two
// words. So what a Chinese question tells is counted by its characters: one is
// explained when a pair that it belongs to stands in the entry.

// pair returns the term of a pair.
func (s *Set) pair(w token) term {
	t := term{token: w, stem: w.text, info: unknownInfo}
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
	common := lists(commonPairs, w.text)
	switch {
	case isSign(w.text):
		t.info = 0
	case common && len(t.readings) > 0:
		t.info *= commonShare
	case common:
		t.info = commonInfo
	}
	t.loss = t.info
	if common {
		t.loss = min(t.info, commonInfo)
	}
	return t
}

// isSign reports whether one of the characters only holds sentences together.
func isSign(pair string) bool { return strings.ContainsAny(pair, functionSigns) }

// A character of the question stands in one pair or in two, and tells half of
// what these tell, by those that a catalog knows; where it knows none, by the
// commoner one, since the other straddles two words.
type character struct {
	info, loss float64
	pairs      []int
}

// characters takes the pairs of the question apart.
func (q *question) characters() []character {
	var list []character
	for i := range q.pairs {
		if q.pairs[i].first {
			list = append(list, q.character(i, i))
		} else {
			list = append(list, q.character(i-1, i))
		}
		if i+1 == len(q.pairs) || q.pairs[i+1].first {
			list = append(list, q.character(i, i))
		}
	}
	return list
}

// character returns the character that the pairs i and j share.
func (q *question) character(i, j int) character {
	one, other := &q.pairs[i], &q.pairs[j]
	c := character{pairs: []int{i, j}}
	switch known, otherKnown := len(one.readings) > 0, len(other.readings) > 0; {
	case known && !otherKnown, known == otherKnown && !known && one.info < other.info:
		other = one
	case !known:
		one = other
	}
	c.info, c.loss = (one.info+other.info)/4, (one.loss+other.loss)/4
	return c
}
