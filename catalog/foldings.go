package catalog

import (
	"cmp"
	"sort"
)

// foldings is a section of folded texts and what they lead to, sorted by text
// and then in catalog order. Every record begins with the text's reference.
type foldings struct {
	*Index
	section
	size    int // of a record
	atEntry int // place of the entry's number in a record
}

func (x *Index) codeFoldings() foldings    { return foldings{x, x.byCode, codeSize, 8} }
func (x *Index) aliasFoldings() foldings   { return foldings{x, x.aliases, aliasSize, 16} }
func (x *Index) familyFoldings() foldings  { return foldings{x, x.families, familySize, 8} }
func (x *Index) segmentFoldings() foldings { return foldings{x, x.segments, segmentSize, 8} }

func (f foldings) len() int { return len(f.data) / f.size }

// text returns the folded text of record i.
func (f foldings) text(i int) string { return f.Index.text(f.section, i*f.size) }

// entry returns the number of the entry that record i leads to. A number out
// of range is damage, and entry 0 answers for it.
func (f foldings) entry(i int) int {
	n := f.u32(i*f.size + f.atEntry)
	if n >= f.entries {
		f.damaged()
		return 0
	}
	return n
}

// equal returns the range of the records whose text is folded.
func (f foldings) equal(folded string) (from, to int) {
	from = sort.Search(f.len(), func(i int) bool { return f.text(i) >= folded })
	for to = from; to < f.len() && f.text(to) == folded; to++ {
	}
	return from, to
}

// prefixed returns the range of the records whose text begins with folded.
func (f foldings) prefixed(folded string) (from, to int) {
	from = sort.Search(f.len(), func(i int) bool { return f.text(i) >= folded })
	to = from + sort.Search(f.len()-from, func(i int) bool {
		text := f.text(from + i)
		return cmp.Compare(text[:min(len(text), len(folded))], folded) > 0
	})
	return from, to
}

// spelling returns the alias of record i of the aliases, as its catalog spells it.
func (f foldings) spelling(i int) string { return f.Index.text(f.section, i*f.size+8) }

// kind returns whether record i of the aliases is an alias or a live code.
func (f foldings) kind(i int) Kind {
	if f.u32(i*f.size+20) == int(KindLive) {
		return KindLive
	}
	return KindAlias
}
