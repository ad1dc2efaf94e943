package catalog

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// How well something else stands for a word. A third of what a synonym brings is
// wrong, since most words have several meanings.
const (
	oneSlipQuality = 0.85
	twoSlipQuality = 0.7
	synonymQuality = 0.65
)

// How much a word tells, from 0 to 1. One that a catalog knows tells by how few
// entries are about it: narrowing down to one in 2^fullBits is all that a word
// can do. One that no catalog knows weighs less, for as often as it is what the
// question is about it only tells who asks and where; more in a code, where each
// word was chosen; and most where it names what is not ours. Words that are said
// of any matter tell less of an entry that has them, and next to nothing against
// one that has not. IDs, single letters, and numbers that are in no code, are the
// values of one day.
const (
	fullBits      = 7.0
	leastInfo     = 0.1
	unknownInfo   = 0.42
	codeInfo      = 1.0
	commonInfo    = 0.06
	commonShare   = 0.6 // of what the rarity of a common word says
	aroundLoss    = 0.2
	valueInfo     = 0.05
	faintInfo     = 0.01
	compoundInfo  = 0.5
	compoundLoss  = 1.0 // of each of its two words
	elsewhereLoss = 2.0 // outweighs two words that an entry shares by chance
)

// term finds what may stand for a word, among it what it makes with its
// neighbours, and how much it tells.
func (s *Set) term(w token, joined []string) term {
	stemmed := stem(w.text)
	t := term{token: w, stem: stemmed}
	add := func(stem string, quality float64) int {
		n := s.count(stem)
		if n > 0 {
			t.readings = append(t.readings, reading{stem, quality})
		}
		return n
	}
	count := add(stemmed, 1)
	for _, both := range joined {
		if n := add(both, 1); count == 0 {
			count = n
		}
	}
	others := 0
	for _, other := range synonymsOf(synonyms, stemmed) {
		others += add(other, synonymQuality)
	}
	if count == 0 {
		count = others
	}
	common := isCommon(w.text)
	elsewhere := count == 0 && isForm(elsewhereWords, w.text)
	around := !common && !elsewhere && w.shape == plainWord && isForm(aroundWords, w.text)
	if count == 0 && !common && !elsewhere && !around && w.shape != valueWord {
		for _, r := range s.misspelt(stemmed) {
			count += add(r.stem, r.quality)
		}
	}
	t.info = s.infoOf(w, count, common)
	t.loss = t.info
	switch {
	case common:
		t.loss = min(t.info, commonInfo)
	case around:
		if count == 0 {
			t.info = aroundLoss
		}
		t.loss = min(t.info, aroundLoss)
	case elsewhere:
		t.loss = elsewhereLoss
	}
	return t
}

// infoOf returns how much a word tells of which count entries are about.
func (s *Set) infoOf(w token, count int, common bool) float64 {
	switch {
	case w.shape == valueWord, len(w.text) == 1, count == 0 && strings.ContainsAny(w.text, "0123456789"):
		return valueInfo
	case count > 0 && common:
		return commonShare * s.rarity(count)
	case count > 0:
		return s.rarity(count)
	case common:
		return commonInfo
	case w.shape == codeWord:
		return codeInfo
	}
	return unknownInfo
}

// rarity returns how much a word tells of which count entries are about.
func (s *Set) rarity(count int) float64 {
	size := s.size()
	bits := math.Log2(float64(size+1) / float64(min(count, size)))
	return min(max(bits/fullBits, leastInfo), 1)
}

// statusInfo returns how much statuses tell of the entries that have one of
// them.
func (s *Set) statusInfo(statuses []StatusRange) float64 {
	n := 0
	for _, r := range statuses {
		for _, x := range s.indexes {
			from, to := x.withStatus(r)
			n += to - from
		}
	}
	if n == 0 {
		return 0
	}
	return s.rarity(n)
}

// size returns the number of entries.
func (s *Set) size() int {
	n := 0
	for _, x := range s.indexes {
		n += x.entries
	}
	return n
}

// count returns how many entries are about a stem; one at least, if it stands
// anywhere.
func (s *Set) count(stem string) int {
	n := 0
	for _, x := range s.indexes {
		if i := x.findWord(stem); i >= 0 {
			n += max(x.about(i), 1)
		}
	}
	return n
}

// standsIn reports whether a stem stands in one of the fields of any entry.
func (s *Set) standsIn(stem string, fields field) bool {
	return slices.ContainsFunc(s.indexes, func(x *Index) bool {
		n := x.findWord(stem)
		return n >= 0 && x.fieldsOf(n)&fields != 0
	})
}

// Letters from which on a word may have one slip, or two.
const minOneSlip, minTwoSlips = 5, 9

// misspelt finds the known words that a word may be a slip for, the nearest
// alone.
func (s *Set) misspelt(stemmed string) []reading {
	limit := 0
	switch n := utf8.RuneCountInString(stemmed); {
	case n >= minTwoSlips:
		limit = 2
	case n >= minOneSlip:
		limit = 1
	}
	ruler := newRuler(stemmed)
	for slips := 1; slips <= limit; slips++ {
		var found []reading
		for _, x := range s.indexes {
			x.wordGrams().near(stemmed, slips, func(i int) {
				word := x.stemAt(i)
				if word != "" && sameStart(word, stemmed) && ruler.slips(word, slips) == slips &&
					!slices.ContainsFunc(found, func(r reading) bool { return r.stem == word }) {
					found = append(found, reading{word, [...]float64{1, oneSlipQuality, twoSlipQuality}[slips]})
				}
			})
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// sameStart reports whether two words begin with the same letter, which hardly
// anybody mistypes, or with the same two swapped.
func sameStart(a, b string) bool {
	return a[0] == b[0] || len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0]
}
