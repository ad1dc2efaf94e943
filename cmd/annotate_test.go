package cmd

import (
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/builtin"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// TestNotesFit: the first next step of every entry that ships stands whole on
// a note, however the code was spelt.
func TestNotesFit(t *testing.T) {
	var indexes []*catalog.Index
	for _, data := range builtin.Indexes() {
		index, err := catalog.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		indexes = append(indexes, index)
	}
	notes := render.NewNotes(render.Options{Width: maxNote, UTF8: true})
	for m := range catalog.NewSet(indexes...).List(catalog.Filter{}) {
		e := m.Entry
		spelt := append([]string{e.Code}, e.Aliases...)
		for _, live := range e.Live {
			spelt = append(spelt, live.Code)
		}
		slices.Sort(spelt)
		for _, code := range slices.Compact(spelt) {
			line := notes.Line(scan.Occurrence{Code: code, Status: 400, Entries: []catalog.Match{m}})
			if !strings.HasSuffix(line, ": "+e.NextSteps[0]) {
				t.Errorf("cut: %s\n%s", line, e.NextSteps[0])
			}
		}
	}
}
