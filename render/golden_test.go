package render_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// A section is one output inside a golden file.
type section struct{ name, text string }

// golden compares sections with testdata/NAME.golden, in which escape
// characters are written ␛ so that the files stay text.
func golden(t *testing.T, name string, sections []section) {
	t.Helper()
	var b strings.Builder
	for _, s := range sections {
		fmt.Fprintf(&b, "-- %s --\n%s", s.name, strings.NewReplacer("\x1b", "␛", "\a", "␇").Replace(s.text))
	}
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("%s differs (go test ./render -update rewrites it):\n%s", path, firstDifference(got, string(want)))
	}
}

// firstDifference shows the first line that is not as wanted.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d\n got %q\nwant %q", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines instead of %d", len(g), len(w))
}

// output renders records in a format.
func output(t *testing.T, format string, opt render.Options, records ...render.Record) string {
	t.Helper()
	var b bytes.Buffer
	r, err := render.New(format, &b, opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range records {
		if err := r.Record(record); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// subjects are the results that every format and page is tried with.
func subjects() map[string][]render.Record {
	var several, found, report []render.Record
	for _, e := range entries() {
		several = append(several, match(e))
	}
	for _, o := range occurrences() {
		found = append(found, render.FromOccurrence(o))
	}
	for _, r := range reports() {
		report = append(report, render.FromReport(r))
	}
	return map[string][]render.Record{
		"one":        several[:1],
		"several":    several,
		"nothing":    nil,
		"occurrence": found,
		"report":     report,
		"catalog": {
			render.FromCatalog(catalog.Info{Name: "pottery", Origin: "https://pottery.example/errors", Date: "2024-06-30", Entries: 3, Codes: 3}, "embedded", ""),
			render.FromCatalog(catalog.Info{Name: "clay", Entries: 1, Codes: 1}, "installed", "/var/lib/pottery/.local/share/errcode/catalogs/clay.idx"),
		},
	}
}

func kindOf(subject string) render.Kind {
	switch subject {
	case "occurrence":
		return render.KindOccurrence
	case "report":
		return render.KindReport
	case "catalog":
		return render.KindCatalog
	}
	return render.KindMatch
}

// TestFormats holds every format of every subject.
func TestFormats(t *testing.T) {
	for name, records := range subjects() {
		t.Run(name, func(t *testing.T) {
			var sections []section
			for _, format := range render.Formats() {
				opt := render.Options{Kind: kindOf(name), UTF8: true}
				sections = append(sections, section{format, output(t, format, opt, records...)})
			}
			golden(t, "format-"+name, sections)
		})
	}
}

// TestPages holds cards, tables and reports on pages from narrow to wide.
func TestPages(t *testing.T) {
	for name, records := range subjects() {
		if records == nil {
			continue
		}
		t.Run(name, func(t *testing.T) {
			var sections []section
			for _, width := range []int{20, 30, 40, 59, 60, 80, 120, 160, 240} {
				opt := render.Options{Kind: kindOf(name), Width: width, UTF8: true}
				sections = append(sections, section{fmt.Sprint(width), output(t, "table", opt, records...)})
			}
			for _, width := range []int{40, 80} {
				opt := render.Options{Kind: kindOf(name), Width: width, Color: true, Links: true}
				sections = append(sections, section{fmt.Sprint(width, " ASCII colour"), output(t, "table", opt, records...)})
			}
			golden(t, "page-"+name, sections)
		})
	}
}

// TestNotes holds the notes of known and unknown errors.
func TestNotes(t *testing.T) {
	var sections []section
	for _, width := range []int{20, 40, 60, 120} {
		for _, colour := range []bool{false, true} {
			opt := render.Options{Width: width, UTF8: !colour, Color: colour}
			var text string
			notes := render.NewNotes(opt)
			for _, o := range occurrences() {
				text += notes.Line(o) + "\n"
			}
			sections = append(sections, section{fmt.Sprintf("%d colour=%v", width, colour), text})
		}
	}
	golden(t, "notes", sections)
}
