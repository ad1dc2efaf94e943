package patch_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/patch"
)

const fullPatch = `# a comment
patch: disks
source: https://example.com/disks
date: 2023-01-31
entries:
  - code: Disk.Full
    status: 400
    message: The disk "a" is full.
    basis: documented
    category: quota
    retry: no
    fault: account
    parameters: [Size, Zone]
    operations:
      - CreateDisk
    causes:
      - Too much is stored.
    next_steps:
      - Delete something.
      - >-
        Ask for
        more.
    aliases: [DiskFull]
    keywords: [storage, 磁盘满]
    templates: ['The disk "{disk}" is full.']
    live: [{code: Disk.Overflow, status: 403, message: It is full.}, {code: Disk.Full}]
    references: [https://example.com/disks]
    notes: [00010, yes]
  - code: 00010
`

func TestParsePatch(t *testing.T) {
	file, err := patch.Parse("disks.yaml", fullPatch)
	if err != nil {
		t.Fatal(err)
	}
	if file.Kind != patch.Patch || file.Catalog != "disks" || file.Source != "https://example.com/disks" || file.Date != "2023-01-31" {
		t.Errorf("file %+v", file)
	}
	want := []catalog.Patch{
		{
			Target: catalog.Key{Catalog: "disks", Code: "Disk.Full", Status: 400, Message: `The disk "a" is full.`},
			Guidance: catalog.Guidance{
				Category: "quota", Retry: "no", Fault: "account",
				Parameters: []string{"Size", "Zone"},
				Operations: []string{"CreateDisk"},
				Causes:     []string{"Too much is stored."},
				NextSteps:  []string{"Delete something.", "Ask for more."},
				Aliases:    []string{"DiskFull"},
				Keywords:   []string{"storage", "磁盘满"},
				Templates:  []string{`The disk "{disk}" is full.`},
				Live: []catalog.Live{
					{Code: "Disk.Overflow", Status: 403, Message: "It is full."}, {Code: "Disk.Full"},
				},
				References: []string{"https://example.com/disks"},
				Notes:      []string{"00010", "yes"},
			},
		},
		{Target: catalog.Key{Catalog: "disks", Code: "00010"}},
	}
	if got := file.Patches(); !reflect.DeepEqual(got, want) {
		t.Errorf("patches\n%+v\nwant\n%+v", got, want)
	}
	if file.Items[0].Basis != "documented" {
		t.Errorf("basis %q", file.Items[0].Basis)
	}
}

func TestParseCatalog(t *testing.T) {
	file, err := patch.Parse("c.yaml", `
catalog: common
source: https://example.com/errors
date: 2024-06-30
entries:
  - {code: Slow, status: 429, message: Slow down., description: Too many calls., retry: backoff}
  - {code: Odd, status: null, aliases: []}
`)
	if err != nil {
		t.Fatal(err)
	}
	want := []catalog.Entry{
		{
			Catalog: "common", Code: "Slow", Status: 429, Message: "Slow down.", Description: "Too many calls.",
			Guidance: catalog.Guidance{Retry: "backoff"},
		},
		{Catalog: "common", Code: "Odd"},
	}
	if got := file.Entries(); !reflect.DeepEqual(got, want) {
		t.Errorf("entries\n%+v\nwant\n%+v", got, want)
	}
	if file.Kind != patch.Catalog || file.Source != "https://example.com/errors" || file.Date != "2024-06-30" {
		t.Errorf("file %+v", file)
	}
}

func TestParseJSON(t *testing.T) {
	file, err := patch.Parse("p.json", "{\n\t\"patch\": \"disks\",\n\t\"entries\": [{\"code\": \"A\", \"notes\": [\"a \\u4e2d \\\"b\\\"\"]}]\n}")
	if err != nil {
		t.Fatal(err)
	}
	if note := file.Items[0].Entry.Notes[0]; note != `a 中 "b"` {
		t.Errorf("note %q", note)
	}
}

func TestLineOf(t *testing.T) {
	file, err := patch.Parse("disks.yaml", fullPatch)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		key  string
		n    int
		want int
	}{
		{"code", 0, 6},
		{"retry", 0, 11},
		{"operations", 0, 15},
		{"next_steps", 0, 19},
		{"next_steps", 1, 20},
		{"aliases", 0, 23},
		{"description", 0, 6},
		{"next_steps", 5, 6},
	}
	for _, test := range tests {
		if got := file.Items[0].LineOf(test.key, test.n); got != test.want {
			t.Errorf("%s %d: line %d, want %d", test.key, test.n, got, test.want)
		}
	}
	if got := file.Items[1].Line; got != 29 {
		t.Errorf("second item: line %d, want 29", got)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, data string
		want       []string // parts of the errors, in order
	}{
		{"empty", "", []string{"f.yaml:1: the file is empty"}},
		{"only a comment", "# nothing\n", []string{"f.yaml:1: the file is empty"}},
		{"no YAML", "patch: a\nentries:\n\t- b\n", []string{"f.yaml:3: found character that cannot start any token"}},
		{"a text", "hello", []string{"f.yaml:1: a text where keys are needed"}},
		{"no kind", "entries: []", []string{"f.yaml:1: neither a patch nor a catalog"}},
		{"two kinds", "patch: a\ncatalog: b\nentries: []", []string{"f.yaml:2: a file is either"}},
		{"no entries", "patch: a", []string{"f.yaml:1: the key entries: is missing"}},
		{"entries no list", "patch: a\nentries: {}", []string{"f.yaml:2: keys where a list is needed"}},
		{"name", "patch: Disks\nentries: []", []string{`f.yaml:1: "Disks" is no name`}},
		{"dotted name", "patch: .a\nentries: []", []string{`f.yaml:1: ".a" is no name`}},
		{"second document", "patch: a\nentries: []\n---\npatch: b\n", []string{"f.yaml:3: a second document"}},
		{"date", "catalog: a\ndate: 2024-6-3\nentries: []", []string{`f.yaml:2: date "2024-6-3" is not`}},
		{"unknown key", "patch: a\nentry: []\nentries: []", []string{`f.yaml:2: unknown key "entry"`}},
		{"key twice", "patch: a\nentries: []\nentries: []", []string{`f.yaml:3: key "entries" for the second time`}},
		{
			"in entries", `patch: a
entries:
  - status: 400
  - code: A
    colour: red
    category: colour
  - {code: B, retry: never, fault: [caller], basis: guessed}
  - {code: C, status: 00010}
  - {code: D, status: 4xx, description: x}
  - {code: E, live: [{status: 600, text: x}]}
  - {code: F, causes: a cause}
  - {code: G, causes: ["", {a: b}]}
  - &h {code: H}
  - *h
`, []string{
				"f.yaml:3: an entry without a code",
				`f.yaml:5: unknown key "colour"`,
				`f.yaml:6: unknown category "colour", known are authorization, account,`,
				`f.yaml:7: unknown retry "never", known are no, after-change,`,
				"f.yaml:7: a list where a text is needed",
				`f.yaml:7: unknown basis "guessed", known are documented, inferred`,
				`f.yaml:8: status "00010" is no HTTP status`,
				`f.yaml:9: status "4xx" is no HTTP status`,
				"f.yaml:9: a patch has no description",
				`f.yaml:10: status "600" is no HTTP status`,
				`f.yaml:10: unknown key "text"`,
				"f.yaml:10: live without a code",
				"f.yaml:11: a text where a list is needed",
				"f.yaml:12: an empty text in a list",
				"f.yaml:12: keys where a text is needed",
				"f.yaml:14: an alias (*h) where keys are needed",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := patch.Parse("f.yaml", test.data)
			if err == nil {
				t.Fatal("no error")
			}
			got := strings.Split(err.Error(), "\n")
			if len(got) != len(test.want) {
				t.Fatalf("%d errors, want %d:\n%v", len(got), len(test.want), err)
			}
			for i, want := range test.want {
				if !strings.Contains(got[i], want) {
					t.Errorf("error %q, want %q", got[i], want)
				}
			}
			var list patch.Errors
			if !errors.As(err, &list) || len(list) != len(got) || list[0].Path != "f.yaml" || list[0].Rule == "" {
				t.Errorf("the error is %#v, want patch.Errors with paths and rules", err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(fullPatch)
	f.Add("catalog: a\nsource: b\ndate: 2024-06-30\nentries:\n- code: C\n  live:\n  - code: D\n")
	f.Add(`{"patch": "a", "entries": [{"code": "B"}]}`)
	f.Add("a: &a [*a, *a]\npatch: *a\n")
	f.Add("{\"patch\": \"a\", \"entries\":\r[{\"code\": \"B\"}]}") // a line end of YAML
	lineEnds := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
	f.Fuzz(func(t *testing.T, data string) {
		file, err := patch.Parse("f", data)
		if err != nil {
			return
		}
		lines := strings.Count(lineEnds.Replace(data), "\n") + 1
		for _, item := range file.Items {
			e := item.Entry
			if e.Code == "" || e.Catalog != file.Catalog || item.Line < 1 || item.Line > lines {
				t.Errorf("line %d of %d: %+v", item.Line, lines, e)
			}
			if e.Status != 0 && (e.Status < 100 || e.Status > 599) {
				t.Errorf("status %d", e.Status)
			}
		}
	})
}
