package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// TestShippedIndexes fails where a source of what we ship was changed and its
// index was not.
func TestShippedIndexes(t *testing.T) {
	if err := compare("../../catalog/builtin"); err != nil {
		t.Error(err)
	}
}

const page = "# Errors\n\n|Code|Message|Status|\n|---|---|---|\n|Gone|It is gone.|404|\n|Denied|No.|403|\n"

func TestWriteAndCompare(t *testing.T) {
	dir := folder(t, map[string]string{
		"disks.md":            page,
		"disks.guidance.yaml": "patch: disks\nsource: https://example.com/disks\ndate: 2023-01-31\nentries:\n- {code: Gone, aliases: [NotThere]}\n",
		"other.yaml":          "catalog: other\nsource: https://example.com/\ndate: 2024-06-30\nentries:\n- {code: Slow, retry: backoff}\n",
		"notes.txt":           "not a source",
	})
	if err := compare(dir); err == nil || !strings.Contains(err.Error(), "disks.idx") || !strings.Contains(err.Error(), "other.idx") {
		t.Errorf("without indexes: %v", err)
	}
	if err := write(dir); err != nil {
		t.Fatal(err)
	}
	if err := compare(dir); err != nil {
		t.Errorf("fresh indexes: %v", err)
	}

	set := catalog.NewSet(open(t, dir, "disks.idx"), open(t, dir, "other.idx"))
	want := []catalog.Info{
		{Name: "disks", Origin: "https://example.com/disks", Date: "2023-01-31", Entries: 2, Codes: 2},
		{Name: "other", Origin: "https://example.com/", Date: "2024-06-30", Entries: 1, Codes: 1},
	}
	for i, info := range set.Catalogs() {
		if info != want[i] {
			t.Errorf("catalog %d: %+v, want %+v", i, info, want[i])
		}
	}
	if m := set.Lookup("NotThere", catalog.Filter{}); len(m) != 1 || m[0].Entry.Code != "Gone" {
		t.Errorf("the alias of the guidance finds %+v", m)
	}

	for _, name := range []string{"disks.md", "disks.guidance.yaml"} {
		file := filepath.Join(dir, name)
		old := readFile(t, file)
		writeFile(t, file, old+"\n")
		if err := compare(dir); err == nil || !strings.Contains(err.Error(), "disks.idx is stale") {
			t.Errorf("%s changed: %v", name, err)
		}
		writeFile(t, file, old)
	}
	writeFile(t, filepath.Join(dir, "left.idx"), "")
	if err := compare(dir); err == nil || !strings.Contains(err.Error(), "left.idx has no source") {
		t.Errorf("an index without a source: %v", err)
	}
}

func TestCompileErrors(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"skipped row", map[string]string{"a.md": page + "||no code|400|\n"}, "a.md:7: no code"},
		{"bad YAML", map[string]string{"a.yaml": "catalog: a\nentry: []\n"}, `a.yaml:2: unknown key "entry"`},
		{"other name", map[string]string{"a.yaml": "catalog: b\nentries: []\n"}, "a.yaml: begins with catalog: b, want catalog: a"},
		{"patch as catalog", map[string]string{"a.yaml": "patch: a\nentries: []\n"}, "begins with patch: a, want catalog: a"},
		{"bad guidance", map[string]string{"a.md": page, "a.guidance.yaml": "patch: a\n"}, "a.guidance.yaml:1: the key entries"},
		{
			"guidance for no row",
			map[string]string{"a.md": page, "a.guidance.yaml": "patch: a\nentries: [{code: Away}]\n"},
			`a.md: patch for code "Away"`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := folder(t, test.files)
			for name, work := range map[string]func(string) error{"write": write, "compare": compare} {
				if err := work(dir); err == nil || !strings.Contains(err.Error(), test.want) {
					t.Errorf("%s: %v, want %q", name, err, test.want)
				}
			}
		})
	}
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		writeFile(t, filepath.Join(dir, name), data)
	}
	return dir
}

func open(t *testing.T, dir, name string) *catalog.Index {
	t.Helper()
	index, err := catalog.Open(readFile(t, filepath.Join(dir, name)))
	if err != nil {
		t.Fatal(err)
	}
	return index
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeFile(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
