package catalog

import (
	"encoding/binary"
	"iter"
)

// Keywords are phrases whose words count together, and an entry has up to
// hundreds of them. Their words are therefore written as numbers: a search
// compares these, where it would have to split and stem each keyword anew.

// A phrase is the words of one keyword.
type phrase struct {
	words   []int // places in secTokens
	content int   // words that do not only hold a sentence together
}

// addPhrases writes the keywords of all entries; place is where the words of p
// stand in the sorted list.
func (c *compiler) addPhrases(entries []Entry, p *postingsWriter, place []int) {
	var list []token
	var words []byte
	for i, e := range entries {
		if len(e.Keywords) == 0 {
			continue
		}
		at := i*entrySize + atPhrases
		binary.LittleEndian.PutUint32(c.sections[secEntries][at:], uint32(len(c.sections[secPhrases])+1))
		to := binary.AppendUvarint(c.sections[secPhrases], uint64(len(e.Keywords)))
		for _, text := range e.Keywords {
			list = split(list[:0], text, noShape)
			words = words[:0]
			n := 0
			for k, t := range list {
				written := text[t.from:t.to]
				if id, known := p.ids[written]; known {
					words = binary.AppendUvarint(words, uint64(place[id]))
					n++
				}
				list[k].text = lower(written)
			}
			to = binary.AppendUvarint(to, uint64(n))
			to = binary.AppendUvarint(to, uint64(contentWords(list)))
			to = append(to, words...)
		}
		c.sections[secPhrases] = to
	}
}

// phrases yields the keywords of entry i. A phrase is valid until the next.
func (x *Index) phrases(i int) iter.Seq[phrase] {
	return func(yield func(phrase) bool) {
		off := x.rows.u32(i*entrySize+atPhrases) - 1
		if off < 0 {
			return
		}
		if off > len(x.keywords.data) {
			x.keywords.damaged()
			return
		}
		rest := x.keywords.data[off:]
		whole := true
		next := func() int {
			v, n := uvarint(rest)
			if n == 0 || v > uint64(len(x.tokens.data)) {
				x.keywords.damaged()
				whole = false
				return 0
			}
			rest = rest[n:]
			return int(v)
		}
		var p phrase
		for range min(next(), maxItems) {
			n := next()
			p.content = next()
			p.words = p.words[:0]
			for whole && len(p.words) < n {
				p.words = append(p.words, next())
			}
			if !whole || !yield(p) {
				return
			}
		}
	}
}
