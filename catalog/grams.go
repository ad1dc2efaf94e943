package catalog

import (
	"encoding/binary"
	"math"
	"slices"
	"sort"
)

// Trigrams lead from a misspelt text to the texts that share some of its
// letters, so that only those are compared. A slip spoils at most three
// trigrams, two neighbours swapped spoil four; so of any 4k+1 trigrams of a
// text, one at least stands in every text within k slips, and the rarest are
// enough to look at.

// A gram is three letters or digits, as a number below maxGram.
type gram uint16

const (
	gramLetters = 37 // a to z, 0 to 9, and everything else
	maxGram     = gramLetters * gramLetters * gramLetters
)

func gramLetter(c byte) int {
	switch {
	case 'a' <= c && c <= 'z':
		return int(c - 'a')
	case '0' <= c && c <= '9':
		return int(c-'0') + 26
	}
	return gramLetters - 1
}

// eachGram calls do with the trigrams of a folded text, in order.
func eachGram(text string, do func(gram)) {
	const pairs = gramLetters * gramLetters
	value := 0
	for i := range len(text) {
		value = value%pairs*gramLetters + gramLetter(text[i])
		if i >= 2 {
			do(gram(value))
		}
	}
}

// addGrams writes, for each trigram, the numbers of the texts that hold it.
// The lists are filled in two passes, the first of which counts, so that a
// million texts need no sorting.
func (c *compiler) addGrams(to, toLists int, texts []string) {
	starts := make([]uint32, maxGram+1)
	last := make([]int32, maxGram) // text that was counted last, from 1
	each := func(do func(gram, int32)) {
		clear(last)
		for i, text := range texts {
			eachGram(text, func(g gram) {
				if last[g] != int32(i+1) {
					last[g] = int32(i + 1)
					do(g, int32(i))
				}
			})
		}
	}
	each(func(g gram, _ int32) { starts[g+1]++ })
	for g := range maxGram {
		starts[g+1] += starts[g]
	}
	ids := make([]int32, starts[maxGram])
	next := slices.Clone(starts)
	each(func(g gram, id int32) {
		ids[next[g]] = id
		next[g]++
	})
	lists := make([]byte, 0, len(ids)+len(ids)/2)
	for g := range maxGram {
		list := ids[starts[g]:starts[g+1]]
		if len(list) == 0 {
			continue
		}
		c.u32(to, uint32(g))
		c.u32(to, uint32(len(list)))
		c.u32(to, uint32(len(lists)))
		before := int32(-1)
		for _, id := range list {
			lists = binary.AppendUvarint(lists, uint64(id-before))
			before = id
		}
	}
	c.sections[toLists] = lists
}

// A gramIndex leads from trigrams to the numbers of the texts that hold them.
type gramIndex struct{ table, lists section }

// maxGramIDs bounds how far the lists of one question are read. It matters
// where a million codes are made of the same few words: then the rarest
// trigrams alone decide.
const maxGramIDs = 1 << 14

// near calls do with the number of each text that may lie within k slips of a
// folded text, and perhaps others.
func (g gramIndex) near(text string, k int, do func(int)) {
	var lists []gramList
	seen := map[gram]bool{}
	eachGram(text, func(value gram) {
		if !seen[value] {
			seen[value] = true
			lists = append(lists, g.list(value))
		}
	})
	slices.SortFunc(lists, func(a, b gramList) int { return a.left - b.left })
	need, enough := 1, 4*k+1
	if len(lists) > enough { // of one trigram more, two stand in every near text
		need, enough = 2, enough+1
	}
	total, n := 0, 0
	for ; n < min(len(lists), enough); n++ {
		if total += lists[n].left; total > maxGramIDs {
			need = 1
			break
		}
	}
	merge(lists[:n], need, do)
}

// merge calls do with each number that stands in need lists or more.
func merge(lists []gramList, need int, do func(int)) {
	var open []gramList
	for _, list := range lists {
		if list.next() {
			open = append(open, list)
		}
	}
	for len(open) >= need {
		id := open[0].id
		for _, list := range open {
			id = min(id, list.id)
		}
		count := 0
		for i := 0; i < len(open); {
			if open[i].id == id {
				count++
				if !open[i].next() {
					open = slices.Delete(open, i, i+1)
					continue
				}
			}
			i++
		}
		if count >= need {
			do(id)
		}
	}
}

// A gramList walks the numbers of one trigram's texts.
type gramList struct {
	id   int
	left int // numbers in data
	data string
	from section
}

// list returns a reader in front of a trigram's first number.
func (g gramIndex) list(value gram) gramList {
	n := len(g.table.data) / gramSize
	i := sort.Search(n, func(i int) bool { return g.table.u32(i*gramSize) >= int(value) })
	if i == n || g.table.u32(i*gramSize) != int(value) {
		return gramList{}
	}
	off := g.table.u32(i*gramSize + 8)
	if off > len(g.lists.data) {
		g.lists.damaged()
		return gramList{}
	}
	return gramList{-1, g.table.u32(i*gramSize + 4), g.lists.data[off:], g.lists}
}

// next steps to the next number and reports whether there is one.
func (l *gramList) next() bool {
	if l.left <= 0 {
		return false
	}
	l.left--
	distance, n := uvarint(l.data)
	if n == 0 || distance == 0 || distance > math.MaxInt32 {
		l.from.damaged()
		l.left = 0
		return false
	}
	l.id += int(distance)
	l.data = l.data[n:]
	return true
}

// letterMask has a bit for each letter of a folded text; digits share one and
// so does everything else. A text whose letters are not all in another's is no
// subsequence of it.
func letterMask(text string) uint32 {
	mask := uint32(0)
	for i := range len(text) {
		switch l := gramLetter(text[i]); {
		case l < 26:
			mask |= 1 << l
		case l < gramLetters-1:
			mask |= 1 << 26
		default:
			mask |= 1 << 27
		}
	}
	return mask
}

// addMasks writes the letter mask of every folded code.
func (c *compiler) addMasks(codes []string) {
	for _, code := range codes {
		c.u32(secMasks, letterMask(code))
	}
}

// codeGrams leads to codes, by their place in the codes section, and to
// aliases, by their place in theirs plus the number of codes.
func (x *Index) codeGrams() gramIndex { return gramIndex{x.grams, x.gramCodes} }

// wordGrams leads to words, by their place in the tokens section.
func (x *Index) wordGrams() gramIndex { return gramIndex{x.tokenGrams, x.gramTokens} }
