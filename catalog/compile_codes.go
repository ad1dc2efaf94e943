package catalog

import (
	"cmp"
	"slices"
	"strings"
)

// A folding is a folded text that leads to an entry.
type folding struct {
	text  string
	entry int
}

// addCodes writes the codes in folded order. It returns what it wrote, and how
// many codes differ.
func (c *compiler) addCodes(entries []Entry) (folded []string, distinct int) {
	sorted := make([]folding, len(entries))
	codes := map[string]bool{}
	for i, e := range entries {
		sorted[i] = folding{fold(e.Code), i}
		codes[e.Code] = true
	}
	return c.addFoldings(secCodes, sorted), len(codes)
}

// addFoldings writes a sorted section of folded texts and their entries, and
// returns the texts.
func (c *compiler) addFoldings(to int, list []folding) []string {
	slices.SortFunc(list, func(a, b folding) int {
		return cmp.Or(strings.Compare(a.text, b.text), a.entry-b.entry)
	})
	list = slices.Compact(list)
	texts := make([]string, len(list))
	for i, f := range list {
		texts[i] = f.text
		c.ref(to, f.text)
		c.u32(to, uint32(f.entry))
	}
	return texts
}

// addAliases writes aliases and live codes, and returns their foldings. A
// spelling that is both is live.
func (c *compiler) addAliases(entries []Entry) []string {
	type leading struct {
		folded string
		entry  int
		alias
	}
	var list []leading
	for i, e := range entries {
		for _, l := range e.Live {
			if l.Code != "" && l.Code != e.Code {
				list = append(list, leading{fold(l.Code), i, alias{l.Code, KindLive}})
			}
		}
		for _, a := range e.Aliases {
			if !slices.ContainsFunc(e.Live, func(l Live) bool { return l.Code == a }) {
				list = append(list, leading{fold(a), i, alias{a, KindAlias}})
			}
		}
	}
	slices.SortFunc(list, func(a, b leading) int {
		return cmp.Or(strings.Compare(a.folded, b.folded), a.entry-b.entry,
			int(b.kind)-int(a.kind), strings.Compare(a.spelling, b.spelling))
	})
	const to = secAliases
	var folded []string
	for _, a := range slices.Compact(list) {
		folded = append(folded, a.folded)
		c.ref(to, a.folded)
		c.ref(to, a.spelling)
		c.u32(to, uint32(a.entry))
		c.u32(to, uint32(a.kind))
	}
	return folded
}

// addFamilies writes, for each dot inside a code, the folded code before it
// (families) and behind it (segments).
func (c *compiler) addFamilies(entries []Entry) {
	var heads, tails []folding
	for i, e := range entries {
		for at, r := range e.Code {
			if r != '.' {
				continue
			}
			if head := fold(e.Code[:at]); head != "" {
				heads = append(heads, folding{head, i})
			}
			if tail := fold(e.Code[at+1:]); tail != "" {
				tails = append(tails, folding{tail, i})
			}
		}
	}
	c.addFoldings(secFamilies, heads)
	c.addFoldings(secSegments, tails)
}
