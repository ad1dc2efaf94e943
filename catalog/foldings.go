package catalog

import (
	"cmp"
	"iter"
	"sort"
)

// foldings is a section of folded texts and the entries that they lead to,
// sorted by text and then in catalog order. Every record begins with the
// reference of its text.
type foldings struct {
	index   *Index
	section section
	size    int // of a record
	atEntry int // place of the entry's number in a record
}

func (x *Index) codeFoldings() foldings    { return foldings{x, x.byCode, codeSize, 8} }
func (x *Index) aliasFoldings() foldings   { return foldings{x, x.aliases, aliasSize, atAliasEntry} }
func (x *Index) familyFoldings() foldings  { return foldings{x, x.families, familySize, 8} }
func (x *Index) segmentFoldings() foldings { return foldings{x, x.segments, segmentSize, 8} }

func (f foldings) len() int { return len(f.section.data) / f.size }

// text returns the folded text of record i.
func (f foldings) text(i int) string { return f.index.text(f.section, i*f.size) }

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

// entries yields the records of a range, each with the entry that it leads to.
func (f foldings) entries(from, to int) iter.Seq2[int, int] {
	return func(yield func(record, entry int) bool) {
		for i := from; i < to; i++ {
			n, ok := f.index.entryAt(f.section, i*f.size+f.atEntry)
			if ok && !yield(i, n) {
				return
			}
		}
	}
}

// An alias is a record of the section aliases: a spelling and what it is.
type alias struct {
	spelling string // as the catalog has it
	kind     Kind   // KindAlias or KindLive
}

// Places in such a record, behind the folded text.
const (
	atSpelling   = 8
	atAliasEntry = 16
	atAliasKind  = 20
)

// alias reads record i of the section aliases.
func (x *Index) alias(i int) alias {
	a := alias{x.text(x.aliases, i*aliasSize+atSpelling), KindAlias}
	if x.aliases.u32(i*aliasSize+atAliasKind) == int(KindLive) {
		a.kind = KindLive
	}
	return a
}
