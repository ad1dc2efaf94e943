package catalog

import "fmt"

// An Index is one compiled catalog. It reads its data in place and may be used
// by several goroutines at once.
type Index struct {
	name, date, origin                                        string
	entries, codes                                            int
	stamp                                                     Stamp
	strings, rows, lists, byCode, aliases, families, segments section
	statuses, messages, templates                             section
	tokens, postings, grams, gramCodes                        section
	tokenGrams, gramTokens, masks, keywords                   section
	damage                                                    *damage
}

// Info describes one catalog of a set.
type Info struct {
	Name    string
	Origin  string // where the table comes from: a URL or a file's name
	Date    string // of the source, YYYY-MM-DD; "" is unknown
	Entries int
	Codes   int // distinct
}

// Open checks the header of a compiled index and that its sections lie inside
// the data; nothing else is read, so it takes the same time for any size.
// Errors wrap [ErrFormat] and name the part that is wrong.
func Open(data string) (*Index, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, fmt.Errorf("header: %w", ErrFormat)
	}
	x := &Index{damage: &damage{}}
	head := section{data: data[:headerSize], damage: x.damage}
	if v := head.u32(atVersion); v != version {
		return nil, fmt.Errorf("version %d, want %d: %w", v, version, ErrFormat)
	}
	x.entries, x.codes = head.u32(atEntries), head.u32(atCodes)
	x.stamp.Size, x.stamp.Time = int64(head.u64(atSize)), int64(head.u64(atTime))
	copy(x.stamp.SHA256[:], data[atHash:])
	if err := x.openSections(data, head.u32(atSections)); err != nil {
		return nil, err
	}
	x.name, x.date, x.origin = x.text(head, atName), x.text(head, atDate), x.text(head, atOrigin)
	x.damage.name = x.name
	return x, x.damage.err()
}

func (x *Index) openSections(data string, n int) error {
	if n > maxSections || headerSize+n*sectionSize > len(data) {
		return fmt.Errorf("section table: %w", ErrFormat)
	}
	table := section{data: data[headerSize : headerSize+n*sectionSize], damage: x.damage}
	places := [secEnd]*section{
		secStrings: &x.strings, secEntries: &x.rows, secLists: &x.lists, secCodes: &x.byCode,
		secAliases: &x.aliases, secFamilies: &x.families, secSegments: &x.segments, secStatuses: &x.statuses,
		secMessages: &x.messages, secTemplates: &x.templates,
		secTokens: &x.tokens, secPostings: &x.postings, secGrams: &x.grams, secGramCodes: &x.gramCodes,
		secTokenGrams: &x.tokenGrams, secGramTokens: &x.gramTokens, secMasks: &x.masks,
		secPhrases: &x.keywords,
	}
	for id := 1; id < secEnd; id++ {
		*places[id] = section{id: id, damage: x.damage}
	}
	for i := range n {
		id, off, size := table.u32(i*sectionSize), table.u64(i*sectionSize+8), table.u64(i*sectionSize+16)
		if id <= 0 || id >= secEnd {
			continue
		}
		if off > uint64(len(data)) || size > uint64(len(data))-off {
			return fmt.Errorf("section %s: %w", sectionNames[id], ErrFormat)
		}
		places[id].data = data[off : off+size]
	}
	return x.checkCounts()
}

// checkCounts compares the sections whose length follows from the counts.
func (x *Index) checkCounts() error {
	switch {
	case len(x.rows.data) != x.entries*entrySize:
		return fmt.Errorf("section entries: %w", ErrFormat)
	case len(x.byCode.data) != x.entries*codeSize:
		return fmt.Errorf("section codes: %w", ErrFormat)
	}
	return nil
}

// Info describes the catalog.
func (x *Index) Info() Info {
	return Info{Name: x.name, Origin: x.origin, Date: x.date, Entries: x.entries, Codes: x.codes}
}

// Stamp returns what ties the index to its source.
func (x *Index) Stamp() Stamp { return x.stamp }

// text reads the reference at off of a section.
func (x *Index) text(s section, off int) string {
	return x.strings.slice(s.u32(off), s.u32(off+4))
}

// code returns the code of entry i.
func (x *Index) code(i int) string { return x.text(x.rows, i*entrySize+atCode) }

// entryAt reads the number of an entry at off of a section. One out of range
// is damage, and no entry answers for it.
func (x *Index) entryAt(s section, off int) (n int, ok bool) {
	if n = s.u32(off); n >= x.entries {
		s.damaged()
		return 0, false
	}
	return n, true
}

// status returns the status of entry i, 0 for none.
func (x *Index) status(i int) int { return x.rows.u16(i*entrySize + atStatus) }

// category returns the category of entry i, "" for none.
func (x *Index) category(i int) Category {
	return word(Categories(), x.rows.u8(i*entrySize+atCategory))
}

// keeps reports whether entry i passes the filter, without decoding it.
func (x *Index) keeps(i int, f Filter) bool {
	if f.Empty() {
		return true
	}
	at := i * entrySize
	return f.Keeps(x.status(i),
		x.category(i), word(Retries(), x.rows.u8(at+atRetry)))
}

// word returns the n-th word of a vocabulary, from 1; "" for any other n.
func word[T ~string](words []T, n int) T {
	if n < 1 || n > len(words) {
		return ""
	}
	return words[n-1]
}

// entry decodes entry i. Its texts are views into the index.
func (x *Index) entry(i int) Entry {
	at := i * entrySize
	e := Entry{
		Catalog:     x.name,
		Code:        x.code(i),
		Message:     x.text(x.rows, at+atMessage),
		Description: x.text(x.rows, at+atDescription),
		Status:      x.status(i),
	}
	e.Category = x.category(i)
	e.Retry = word(Retries(), x.rows.u8(at+atRetry))
	e.Fault = word(Faults(), x.rows.u8(at+atFault))
	if lists := x.rows.u32(at + atLists); lists > 0 {
		x.readLists(&e.Guidance, lists-1)
	}
	return e
}

// listFields returns the list-valued fields by their place in a lists record.
func listFields(g *Guidance) [listLive]*[]string {
	return [listLive]*[]string{
		listAliases: &g.Aliases, listKeywords: &g.Keywords, listTemplates: &g.Templates,
		listParameters: &g.Parameters, listOperations: &g.Operations, listCauses: &g.Causes,
		listNextSteps: &g.NextSteps, listReferences: &g.References, listNotes: &g.Notes,
	}
}

func (x *Index) readLists(g *Guidance, off int) {
	mask := x.lists.u32(off)
	off += 4
	for i, field := range listFields(g) {
		if mask&(1<<i) != 0 {
			*field, off = x.readTexts(off)
		}
	}
	if mask&(1<<listLive) != 0 {
		g.Live = x.readLive(off)
	}
}

// readTexts reads a count and that many references, and returns the offset behind.
func (x *Index) readTexts(off int) ([]string, int) {
	n := x.lists.u32(off)
	off += 4
	if n > maxItems || n > (len(x.lists.data)-off)/8 {
		x.lists.damaged()
		return nil, off
	}
	texts := make([]string, n)
	for i := range texts {
		texts[i] = x.text(x.lists, off)
		off += 8
	}
	return texts, off
}

// readLive reads a count and that many live items.
func (x *Index) readLive(off int) []Live {
	n := x.lists.u32(off)
	off += 4
	if n > maxItems || n > (len(x.lists.data)-off)/(4*liveWords) {
		x.lists.damaged()
		return nil
	}
	live := make([]Live, n)
	for i := range live {
		live[i] = Live{Code: x.text(x.lists, off), Status: x.lists.u32(off + 8), Message: x.text(x.lists, off+12)}
		off += 4 * liveWords
	}
	return live
}

// liveOf reads the live items of entry i and nothing else.
func (x *Index) liveOf(i int) []Live {
	off := x.rows.u32(i*entrySize+atLists) - 1
	if off < 0 {
		return nil
	}
	mask := x.lists.u32(off)
	off += 4
	if mask&(1<<listLive) == 0 {
		return nil
	}
	for field := range listLive {
		if mask&(1<<field) != 0 {
			off += 4 + 8*x.lists.u32(off)
		}
	}
	return x.readLive(off)
}
