package catalog

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Postings say where a word stands: for each word, in its stem, the entries
// that hold it, and for each of these the fields. A word's frequency within a
// field is not kept: these texts are sentences, and a word that a sentence
// repeats does not say more.

// A field is a place of an entry in which words are searched.
type field uint8

// The fields, as bits of a posting's second byte.
const (
	inCode field = 1 << iota
	inAlias
	inMessage
	inDescription
	inKeyword
	inParameter
	inCause
	inStep
)

// aboutFields say what an entry is about; the others explain it.
const aboutFields = inCode | inAlias | inMessage | inKeyword | inDescription

// fieldTexts calls do with every text of an entry that is searched.
func fieldTexts(e *Entry, do func(f field, text string)) {
	all := func(f field, texts []string) {
		for _, text := range texts {
			do(f, text)
		}
	}
	do(inCode, e.Code)
	do(inMessage, e.Message)
	do(inDescription, e.Description)
	all(inAlias, e.Aliases)
	all(inKeyword, e.Keywords)
	all(inParameter, e.Parameters)
	all(inParameter, e.Operations)
	all(inCause, e.Causes)
	all(inStep, e.NextSteps)
	for _, l := range e.Live {
		do(inAlias, l.Code)
		do(inMessage, l.Message)
	}
}

// A posting is an entry that holds a word, and where.
type posting struct {
	entry  int
	fields field
}

// Postings are written as varints of the distance to the entry before, each
// followed by the byte of its fields.
type postingsWriter struct {
	ids   map[string]int32 // of words as they are written, so that each is stemmed once
	stems map[string]int32
	lists []wordPostings
}

type wordPostings struct {
	stem  string
	count int // entries
	about int // entries that have it where they say what they are about
	last  int // entry
	all   field
	data  []byte
}

// add notes that a word, as it is written, stands in a field of an entry.
func (p *postingsWriter) add(entry int, f field, written string) {
	id, ok := p.ids[written]
	if !ok {
		stemmed := stem(lower(written))
		if id, ok = p.stems[stemmed]; !ok {
			id = int32(len(p.lists))
			p.stems[stemmed] = id
			p.lists = append(p.lists, wordPostings{stem: stemmed, last: -1})
		}
		p.ids[written] = id
	}
	list := &p.lists[id]
	list.all |= f
	about := f&aboutFields != 0
	if list.last == entry {
		fields := &list.data[len(list.data)-1]
		if about && field(*fields)&aboutFields == 0 {
			list.about++
		}
		*fields |= byte(f)
		return
	}
	list.data = binary.AppendUvarint(list.data, uint64(entry-list.last))
	list.data = append(list.data, byte(f))
	list.last, list.count = entry, list.count+1
	if about {
		list.about++
	}
}

// addWords writes the words of all entries, sorted, and their postings, and
// returns the words. The initials of a code of three words or more count as a
// word of it. Numbers count in codes alone; in a sentence they are values.
func (c *compiler) addWords(entries []Entry) []string {
	p := postingsWriter{ids: map[string]int32{}, stems: map[string]int32{}}
	var list []token
	for i := range entries {
		fieldTexts(&entries[i], func(f field, text string) {
			list = split(list[:0], text, noShape)
			for _, t := range list {
				if f&(inCode|inAlias) != 0 || text[t.from] > '9' {
					p.add(i, f, text[t.from:t.to])
				}
			}
			if f == inCode {
				for _, short := range initials(text, list) {
					p.add(i, f, short)
				}
			}
		})
	}
	slices.SortFunc(p.lists, func(a, b wordPostings) int { return strings.Compare(a.stem, b.stem) })
	stems, size := make([]string, len(p.lists)), 0
	place := make([]int, len(p.lists))
	for i, list := range p.lists {
		stems[i] = list.stem
		place[p.stems[list.stem]] = i
		size += len(list.data)
	}
	c.sections[secPostings] = make([]byte, 0, size)
	c.sections[secTokens] = make([]byte, 0, len(stems)*tokenSize)
	for _, list := range p.lists {
		c.ref(secTokens, list.stem)
		c.u32(secTokens, uint32(len(c.sections[secPostings])))
		c.u32(secTokens, uint32(list.count))
		c.u32(secTokens, uint32(list.about))
		c.u32(secTokens, uint32(list.all))
		c.sections[secPostings] = append(c.sections[secPostings], list.data...)
	}
	c.addPhrases(entries, &p, place)
	return stems
}

// mistypable returns the words with those emptied that nobody is thought to
// have meant by another: numbers, Chinese, short ones.
func mistypable(stems []string) []string {
	for i, w := range stems {
		if len(w) < minOneSlip-1 || !plain(w) || strings.ContainsAny(w, "0123456789") {
			stems[i] = ""
		}
	}
	return stems
}

// minInitials is the number of words from which on a code's initials are
// looked for: two letters are the initials of too much.
const minInitials = 3

// initials returns the first letters of a code's words, and its capitals where
// these differ: IDBIS for IncorrectDBInstanceState.
func initials(code string, list []token) []string {
	if len(list) < minInitials {
		return nil
	}
	var first, capitals []rune
	for _, t := range list {
		r, _ := utf8.DecodeRuneInString(code[t.from:])
		first = append(first, unicode.ToLower(r))
	}
	for _, r := range code {
		if unicode.IsUpper(r) {
			capitals = append(capitals, unicode.ToLower(r))
		}
	}
	if len(capitals) <= len(first) || len(capitals) == len(code) {
		return []string{string(first)}
	}
	return []string{string(first), string(capitals)}
}

// wordCount returns the number of words that the index knows.
func (x *Index) wordCount() int { return len(x.tokens.data) / tokenSize }

// stemAt returns the n-th word in sorted order.
func (x *Index) stemAt(n int) string { return x.text(x.tokens, n*tokenSize) }

// wordAt returns the place of the first word that is not before a text.
func (x *Index) wordAt(text string) int {
	return sort.Search(x.wordCount(), func(i int) bool { return x.stemAt(i) >= text })
}

// findWord returns the place of a stem, -1 where the index does not know it.
func (x *Index) findWord(stem string) int {
	n := x.wordAt(stem)
	if n < x.wordCount() && x.stemAt(n) == stem {
		return n
	}
	return -1
}

// count returns in how many entries the n-th word stands.
func (x *Index) count(n int) int { return x.tokens.u32(n*tokenSize + 12) }

// about returns how many entries are about the n-th word.
func (x *Index) about(n int) int { return x.tokens.u32(n*tokenSize + 16) }

// fieldsOf returns all fields in which the n-th word stands anywhere.
func (x *Index) fieldsOf(n int) field { return field(x.tokens.u32(n*tokenSize + 20)) }

// A postingsReader walks the postings of one word.
type postingsReader struct {
	posting        // the present one
	data    string // behind it
	left    int    // postings in data
	index   *Index
}

// postingsOf returns a reader in front of the first posting of the n-th word.
func (x *Index) postingsOf(n int) postingsReader {
	r := postingsReader{posting: posting{entry: -1}, left: x.count(n), index: x}
	if off := x.tokens.u32(n*tokenSize + 8); off <= len(x.postings.data) {
		r.data = x.postings.data[off:]
	} else {
		x.postings.damaged()
	}
	return r
}

// next steps to the next posting and reports whether there is one.
func (r *postingsReader) next() bool {
	if r.left <= 0 {
		return false
	}
	r.left--
	var distance uint64
	n := 1
	if len(r.data) > 0 && r.data[0] < 0x80 {
		distance = uint64(r.data[0])
	} else {
		distance, n = uvarint(r.data)
	}
	if n >= len(r.data) || distance == 0 || distance >= uint64(r.index.entries-r.entry) {
		r.index.postings.damaged()
		r.left = 0
		return false
	}
	r.entry += int(distance)
	r.fields = field(r.data[n])
	r.data = r.data[n+1:]
	return true
}

// seek steps to the first posting of an entry or a later one.
func (r *postingsReader) seek(entry int) bool {
	for r.entry < entry {
		if !r.next() {
			return false
		}
	}
	return true
}

// uvarint is binary.Uvarint for a string; a length of 0 means damage.
func uvarint(s string) (v uint64, n int) {
	for shift := 0; n < len(s) && shift < 64; shift += 7 {
		b := s[n]
		n++
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v, n
		}
	}
	return 0, 0
}
