package main

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/builtin"
	"github.com/errcode/errcode/catalog/lint"
	"github.com/errcode/errcode/catalog/patch"
)

// examples returns the files that the page on the format shows: a catalog and a
// patch of an embedded one.
func examples(t *testing.T) (shop, addition patch.File) {
	t.Helper()
	found := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(formatText, -1)
	if len(found) != 2 {
		t.Fatalf("the page has %d examples, want a catalog and a patch", len(found))
	}
	var files [2]patch.File
	for i, kind := range []patch.Kind{patch.Catalog, patch.Patch} {
		file, err := patch.Parse(kind.String(), found[i][1])
		if err != nil {
			t.Fatal(err)
		}
		if file.Kind != kind {
			t.Fatalf("example %d is a %s, want a %s", i+1, file.Kind, kind)
		}
		files[i] = file
	}
	return files[0], files[1]
}

func TestCatalogExample(t *testing.T) {
	file, _ := examples(t)
	for _, issue := range (lint.Catalog{Rows: lint.FileRows(file), Complete: true}).Check() {
		t.Error(issue)
	}
	shop := compiled(t, catalog.Source{Name: file.Catalog, Origin: file.Source, Date: file.Date, Entries: file.Entries()})
	for query, want := range map[string]string{"CartBusy": "CartLocked", "CartIsLocked": "CartLocked", "invalid coupon": "InvalidCoupon"} {
		if found := shop.Lookup(query, catalog.Filter{}); len(found) != 1 || found[0].Entry.Code != want {
			t.Errorf("%s finds %v, want %s", query, found, want)
		}
	}
}

func TestPatchExample(t *testing.T) {
	_, file := examples(t)
	index, err := catalog.Open(builtin.Indexes()[0])
	if err != nil {
		t.Fatal(err)
	}
	var entries []catalog.Entry
	var rows []lint.Row
	for m := range catalog.NewSet(index).List(catalog.Filter{}) {
		entries = append(entries, m.Entry)
		rows = append(rows, lint.Row{Item: patch.Item{Entry: m.Entry}})
	}
	for _, issue := range (lint.Catalog{Rows: rows, Patches: []patch.File{file}}).Check() {
		t.Error(issue)
	}
	for _, p := range file.Patches() {
		fits := slices.DeleteFunc(slices.Clone(entries), func(e catalog.Entry) bool { return !p.Target.Fits(e) })
		if len(fits) != 1 {
			t.Errorf("%s chooses %d entries, want 1", p.Target.Code, len(fits))
		}
	}
	compiled(t, catalog.Source{Name: file.Catalog, Entries: entries, Patches: file.Patches()})
}

func compiled(t *testing.T, src catalog.Source) *catalog.Set {
	t.Helper()
	var data bytes.Buffer
	if err := catalog.Compile(&data, src); err != nil {
		t.Fatal(err)
	}
	index, err := catalog.Open(data.String())
	if err != nil {
		t.Fatal(err)
	}
	return catalog.NewSet(index)
}

// TestFormatKeys compares the keys that the page describes with those that its
// examples use, and the parser therefore knows, and with the fields of an entry.
func TestFormatKeys(t *testing.T) {
	described := map[string]bool{}
	keys, _, _ := strings.Cut(formatText, "## WORDS")
	for _, terms := range regexp.MustCompile("(?m)^(`.+`)\n: ").FindAllStringSubmatch(keys, -1) {
		for _, key := range regexp.MustCompile("[a-z_]+").FindAllString(terms[1], -1) {
			described[key] = true
		}
	}
	used := map[string]bool{}
	_, examples, _ := strings.Cut(formatText, "## EXAMPLES")
	for _, m := range regexp.MustCompile(`(?m)^(?:  (?:- |  ))?([a-z_]+):(?: |$)`).FindAllStringSubmatch(examples, -1) {
		used[m[1]] = true
	}
	if !reflect.DeepEqual(described, used) {
		t.Errorf("described are %v,\nused %v", described, used)
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[catalog.Entry]()) {
		key := strings.ToLower(regexp.MustCompile(`([a-z])([A-Z])`).ReplaceAllString(field.Name, "${1}_$2"))
		if !field.Anonymous && !described[key] {
			t.Errorf("the page does not describe %s", key)
		}
	}
}

// TestReferences fails where a page names another that is not there.
func TestReferences(t *testing.T) {
	files := generated(t)
	named := 0
	for name, text := range files {
		for _, m := range regexp.MustCompile(`(?m)^\\fB(\S+)\\fR\((\d)\)`).FindAllStringSubmatch(text, -1) {
			named++
			page := "man/" + strings.ReplaceAll(m[1], `\-`, "-") + "." + m[2]
			if _, ok := files[page]; !ok {
				t.Errorf("%s names %s", name, page)
			}
		}
	}
	if named == 0 {
		t.Error("no page names another")
	}
}

// TestWritten writes a page that has one of each thing.
func TestWritten(t *testing.T) {
	text := `# pot(5) - what holds soup

## DESCRIPTION

A pot, two lines
.of it.

It's ` + "`--hot`" + `.

### Parts

` + "`lid`, `rim`" + `
: What is on top
of it.

After the parts:

` + "```yaml\n- a: '~'\n\n- b\n```" + `

The end.
`
	got, err := manual{version: "1.2.3", date: "2026-01-02"}.written(text)
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "pot.5")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := (manual{}).written("pot\n"); err == nil {
		t.Error("a text without a title is no error")
	}
}
