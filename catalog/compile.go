package catalog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
)

// A Source is what an index is compiled from.
type Source struct {
	Name    string // of the catalog
	Origin  string // where the table comes from: a URL or a file's name
	Date    string // of the source, YYYY-MM-DD; "" is unknown
	Stamp   Stamp
	Entries []Entry // in catalog order; their Catalog is not read
	Patches []Patch // laid over the entries, in this order
}

// Compile writes the index of src. The same source gives the same bytes.
// A patch that fits no entry is an error, as is an entry without a code or
// with a status outside 100..599.
func Compile(w io.Writer, src Source) error {
	entries, err := patched(src)
	if err != nil {
		return err
	}
	c := compiler{texts: map[string]uint32{}}
	for i, e := range entries {
		if err := check(e); err != nil {
			return fmt.Errorf("entry %d: %w", i+1, err)
		}
		c.addEntry(e)
	}
	folded, codes := c.addCodes(entries)
	c.addMasks(folded)
	c.addGrams(secGrams, secGramCodes, append(folded, c.addAliases(entries)...))
	c.addGrams(secTokenGrams, secGramTokens, mistypable(c.addWords(entries)))
	c.addFamilies(entries)
	c.addStatuses(entries)
	c.addMessages(entries)
	if err := c.addTemplates(entries); err != nil {
		return err
	}
	head := c.header(src, len(entries), codes)
	if len(c.sections[secStrings]) > math.MaxUint32 || len(c.sections[secLists]) > math.MaxUint32 {
		return fmt.Errorf("catalog %q: its texts exceed 4 GiB", src.Name)
	}
	return c.write(w, head)
}

// check says what of an entry an index cannot hold.
func check(e Entry) error {
	switch {
	case e.Code == "":
		return errors.New("a code is needed")
	case e.Status != 0 && (e.Status < statusFirst || e.Status >= statusEnd):
		return fmt.Errorf("code %q: status %d is not 100 to 599", e.Code, e.Status)
	case e.Category != "" && !slices.Contains(Categories(), e.Category):
		return fmt.Errorf("code %q: unknown category %q", e.Code, e.Category)
	case e.Retry != "" && !slices.Contains(Retries(), e.Retry):
		return fmt.Errorf("code %q: unknown retry %q", e.Code, e.Retry)
	case e.Fault != "" && !slices.Contains(Faults(), e.Fault):
		return fmt.Errorf("code %q: unknown fault %q", e.Code, e.Fault)
	case len(e.Live) > maxItems:
		return fmt.Errorf("code %q: more than %d live items", e.Code, maxItems)
	}
	for _, list := range listFields(&e.Guidance) {
		if len(*list) > maxItems {
			return fmt.Errorf("code %q: a list has more than %d items", e.Code, maxItems)
		}
	}
	return nil
}

// patched returns the source's entries with its patches laid over them.
func patched(src Source) ([]Entry, error) {
	if len(src.Patches) == 0 {
		return src.Entries, nil
	}
	entries := slices.Clone(src.Entries)
	byCode := map[string][]int{}
	for i, e := range entries {
		byCode[e.Code] = append(byCode[e.Code], i)
	}
	for _, p := range src.Patches {
		if p.Target.Catalog != "" && p.Target.Catalog != src.Name {
			return nil, fmt.Errorf("patch for code %q is one of catalog %q, not of %q", p.Target.Code, p.Target.Catalog, src.Name)
		}
		fits := 0
		for _, i := range byCode[p.Target.Code] {
			if p.Target.Fits(entries[i]) {
				entries[i].Guidance = entries[i].Guidance.with(p.Guidance)
				fits++
			}
		}
		if fits == 0 {
			return nil, fmt.Errorf("patch for code %q, status %d, message %q: no entry of catalog %q fits",
				p.Target.Code, p.Target.Status, p.Target.Message, src.Name)
		}
	}
	return entries, nil
}

// A compiler gathers sections. Everything it does is in the order of its
// input or sorted, so that the result is reproducible.
type compiler struct {
	sections [secEnd][]byte
	texts    map[string]uint32 // offset of each text in the strings section
}

// ref appends a reference to text, which is stored once.
func (c *compiler) ref(to int, text string) {
	c.u32(to, c.intern(text))
	c.u32(to, uint32(len(text)))
}

// intern returns the offset of text in the strings section.
func (c *compiler) intern(text string) uint32 {
	off, ok := c.texts[text]
	if !ok {
		off = uint32(len(c.sections[secStrings]))
		c.texts[text] = off
		c.sections[secStrings] = append(c.sections[secStrings], text...)
	}
	return off
}

func (c *compiler) u32(to int, v uint32) {
	c.sections[to] = binary.LittleEndian.AppendUint32(c.sections[to], v)
}

func (c *compiler) u64(to int, v uint64) {
	c.sections[to] = binary.LittleEndian.AppendUint64(c.sections[to], v)
}

func (c *compiler) addEntry(e Entry) {
	const to = secEntries
	c.ref(to, e.Code)
	c.ref(to, e.Message)
	c.ref(to, e.Description)
	c.sections[to] = binary.LittleEndian.AppendUint16(c.sections[to], uint16(e.Status))
	c.sections[to] = append(c.sections[to],
		place(Categories(), e.Category), place(Retries(), e.Retry), place(Faults(), e.Fault), 0, 0, 0)
	c.u32(to, c.addLists(&e.Guidance))
	c.u32(to, 0)
}

// place returns the place of a word in its vocabulary, from 1; 0 for others.
func place[T ~string](words []T, w T) byte { return byte(slices.Index(words, w) + 1) }

// addLists writes the lists of an entry and returns their offset plus one.
func (c *compiler) addLists(g *Guidance) uint32 {
	const to = secLists
	mask := uint32(0)
	fields := listFields(g)
	for i, field := range fields {
		if len(*field) > 0 {
			mask |= 1 << i
		}
	}
	if len(g.Live) > 0 {
		mask |= 1 << listLive
	}
	if mask == 0 {
		return 0
	}
	off := uint32(len(c.sections[to]))
	c.u32(to, mask)
	for _, field := range fields {
		if len(*field) > 0 {
			c.u32(to, uint32(len(*field)))
			for _, text := range *field {
				c.ref(to, text)
			}
		}
	}
	if len(g.Live) > 0 {
		c.u32(to, uint32(len(g.Live)))
		for _, l := range g.Live {
			c.ref(to, l.Code)
			c.u32(to, uint32(l.Status))
			c.ref(to, l.Message)
		}
	}
	return off + 1
}

// addStatuses writes where each status from 100 to 599 starts in the list of
// entries behind, which is sorted by status and then in catalog order.
func (c *compiler) addStatuses(entries []Entry) {
	var byStatus [statusEnd - statusFirst][]int
	for i, e := range entries {
		if e.Status != 0 {
			byStatus[e.Status-statusFirst] = append(byStatus[e.Status-statusFirst], i)
		}
	}
	const to = secStatuses
	n := 0
	for _, list := range byStatus {
		c.u32(to, uint32(n))
		n += len(list)
	}
	c.u32(to, uint32(n))
	for _, list := range byStatus {
		for _, i := range list {
			c.u32(to, uint32(i))
		}
	}
}

// header returns everything in front of the sections.
func (c *compiler) header(src Source, entries, codes int) []byte {
	le := binary.LittleEndian
	head := make([]byte, headerSize+(secEnd-1)*sectionSize)
	for i, text := range []string{src.Name, src.Date, src.Origin} {
		le.PutUint32(head[atName+8*i:], c.intern(text))
		le.PutUint32(head[atName+8*i+4:], uint32(len(text)))
	}
	copy(head, magic)
	le.PutUint32(head[atVersion:], version)
	le.PutUint32(head[atEntries:], uint32(entries))
	le.PutUint32(head[atCodes:], uint32(codes))
	le.PutUint32(head[atSections:], secEnd-1)
	le.PutUint64(head[atSize:], uint64(src.Stamp.Size))
	le.PutUint64(head[atTime:], uint64(src.Stamp.Time))
	copy(head[atHash:], src.Stamp.SHA256[:])
	off := aligned(len(head))
	for id := 1; id < secEnd; id++ {
		record := head[headerSize+(id-1)*sectionSize:]
		le.PutUint32(record, uint32(id))
		le.PutUint64(record[8:], uint64(off))
		le.PutUint64(record[16:], uint64(len(c.sections[id])))
		off = aligned(off + len(c.sections[id]))
	}
	return head
}

func aligned(n int) int { return (n + 7) &^ 7 }

func (c *compiler) write(w io.Writer, head []byte) error {
	for _, part := range append([][]byte{head}, c.sections[1:]...) {
		padding := make([]byte, aligned(len(part))-len(part))
		if _, err := w.Write(append(part, padding...)); err != nil {
			return err
		}
	}
	return nil
}
