package scan

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/builtin"
)

// A fixture is an input with what has to be found in it. testdata/*.txt hold
// many: a line "==== what it is", a line for each wanted occurrence, a line
// "---", and the input. Wanted are line, code, known or unknown, confidence,
// request ID and status; - where there is none, ? where it does not matter.
type fixture struct {
	name  string
	want  []string
	input string
}

// fixtures reads the fixtures of a file.
func fixtures(t testing.TB, file string) []fixture {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []fixture
	for i, part := range strings.Split("\n"+string(data), "\n==== ") {
		if i == 0 {
			continue // what the file says about itself
		}
		head, input, ok := strings.Cut(part, "\n---\n")
		if !ok {
			t.Fatalf("%s: %q has no line ---", file, firstLine(part))
		}
		lines := strings.Split(head, "\n")
		out = append(out, fixture{lines[0], lines[1:], unquoteInput(input)})
	}
	return out
}

// unquoteInput turns the marks for bytes that an editor would spoil into them.
func unquoteInput(s string) string {
	return strings.NewReplacer("␛", "\x1b", "␇", "\x07", "␍", "\r", "⍽", " ", "␉", "\t", "⎵", "\u00a0", "◌", "\u200b").Replace(s)
}

// builtinSet returns the catalog of the vendor's table, with a template for each
// of the general messages.
func builtinSet(t testing.TB) *catalog.Set {
	x, err := catalog.Open(builtin.Indexes()[0])
	if err != nil {
		t.Fatal(err)
	}
	src := catalog.Source{Name: "mongodb"}
	for m := range catalog.NewSet(x).List(catalog.Filter{}) {
		e := m.Entry
		switch {
		case e.Code == "InvalidParameter":
			e.Templates = []string{`The specified parameter "{parameter}" is not valid.`}
		case e.Message == "Specified parameter is missing.":
			e.Templates = []string{"{parameter} is mandatory for this action."}
		}
		src.Entries = append(src.Entries, e)
	}
	var b strings.Builder
	if err := catalog.Compile(&b, src); err != nil {
		t.Fatal(err)
	}
	x, err = catalog.Open(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return catalog.NewSet(x)
}

// scanWith scans input in pieces of at most size bytes.
func scanWith(set *catalog.Set, input string, size int) []Occurrence {
	s := New(set, Options{})
	s.Reset("-")
	var all []Occurrence
	for len(input) > 0 {
		n := min(max(size, 1), len(input))
		all = append(all, s.Write([]byte(input[:n]))...)
		input = input[n:]
	}
	return append(all, s.Close()...)
}

func describe(o Occurrence) string {
	known := "unknown"
	if o.Known() {
		known = "known"
	}
	id, status := o.RequestID, fmt.Sprint(o.Status)
	if id == "" {
		id = "-"
	}
	if o.Status == 0 {
		status = "-"
	}
	return fmt.Sprintf("%d %s %s %v %s %s", o.Line, o.Code, known, o.Confidence, id, status)
}

// fits reports whether an occurrence is as wanted.
func fits(want, got string) bool {
	w, g := strings.Fields(want), strings.Fields(got)
	if len(w) != len(g) {
		return false
	}
	for i := range w {
		if w[i] != "?" && w[i] != g[i] {
			return false
		}
	}
	return true
}

func allFit(want, got []string) bool {
	for i := range min(len(want), len(got)) {
		if !fits(want[i], got[i]) {
			return false
		}
	}
	return len(want) == len(got)
}

func TestFixtures(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures:", err)
	}
	set := builtinSet(t)
	for _, file := range files {
		for _, f := range fixtures(t, file) {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+f.name, func(t *testing.T) {
				var got []string
				for _, o := range scanWith(set, f.input, len(f.input)) {
					got = append(got, describe(o))
				}
				if !allFit(f.want, got) {
					t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(f.want, "\n"))
				}
			})
		}
	}
}
