package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// checkKeys finds items of a patch that are about no row.
func checkKeys(s *subject) {
	for _, p := range s.parts {
		if len(p.rows) == 0 {
			s.report(p, "code", 0, "no row has %s", describe(p.Entry.Key()))
		}
	}
}

// describe writes the fields of a key that are set.
func describe(k catalog.Key) string {
	text := "the code " + strconv.Quote(k.Code)
	if k.Status != 0 {
		text += ", the status " + strconv.Itoa(k.Status)
	}
	if k.Message != "" {
		text += ", the message " + strconv.Quote(k.Message)
	}
	return text
}

// checkDuplicates finds rows, and items of one patch, with the key of another.
func checkDuplicates(s *subject) {
	type place struct {
		path  string
		patch bool
		key   catalog.Key
	}
	first := map[place]part{}
	for _, p := range s.parts {
		at := place{p.Path, p.patch, p.Entry.Key()}
		if old, ok := first[at]; ok {
			s.report(p, "code", 0, "%s for the second time, first in line %d", describe(at.key), old.Line)
			continue
		}
		first[at] = p
	}
}

// checkAliases finds aliases and live codes that lead nowhere: a code of the
// same catalog, in any spelling that lookup takes for it, answers before them.
// A live code that is the row's own says only that its status or message differ.
func checkAliases(s *subject) {
	codes, err := codesOf(s.Rows)
	if err != nil {
		s.report(part{}, "", 0, "the codes cannot be compiled: %v", err)
		return
	}
	for _, p := range s.parts {
		for n, alias := range p.Entry.Aliases {
			if code := codes.find(alias); code != "" {
				s.report(p, "aliases", n, "the alias %s is the code %s of this catalog", strconv.Quote(alias), strconv.Quote(code))
			}
		}
		for n, live := range p.Entry.Live {
			if code := codes.find(live.Code); code != "" && code != p.Entry.Code {
				s.report(p, "live", n, "the live code %s is the code %s of this catalog", strconv.Quote(live.Code), strconv.Quote(code))
			}
		}
	}
}

// A codeSet finds codes as lookup does, aliases left out.
type codeSet struct{ *catalog.Set }

func codesOf(rows []Row) (codeSet, error) {
	var bare []catalog.Entry
	for _, row := range rows {
		if row.Entry.Code != "" {
			bare = append(bare, catalog.Entry{Code: row.Entry.Code})
		}
	}
	var data strings.Builder
	if err := catalog.Compile(&data, catalog.Source{Name: "codes", Entries: bare}); err != nil {
		return codeSet{}, err
	}
	index, err := catalog.Open(data.String())
	return codeSet{catalog.NewSet(index)}, err
}

// find returns the code that a spelling means, "" for none.
func (c codeSet) find(spelling string) string {
	for _, m := range c.Lookup(spelling, catalog.Filter{}) {
		if m.Kind == catalog.KindExact || m.Kind == catalog.KindFolded {
			return m.Entry.Code
		}
	}
	return ""
}

// checkAliasesTwice finds aliases that lead to different rows, case ignored.
func checkAliasesTwice(s *subject) {
	first := map[string]part{}
	for _, p := range s.parts {
		for n, alias := range p.Entry.Aliases {
			key := strings.ToLower(alias)
			if old, ok := first[key]; ok && !slices.Equal(old.rows, p.rows) {
				s.report(p, "aliases", n, "the alias %s leads to %s too (line %d)", strconv.Quote(alias), strconv.Quote(old.Entry.Code), old.Line)
				continue
			}
			first[key] = p
		}
	}
}
