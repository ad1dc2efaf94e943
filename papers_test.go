package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// The project's papers: what they must hold, and that what they point at is there.

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestLicence(t *testing.T) {
	const size = 11357 // bytes of the text as the Apache Software Foundation publishes it
	licence := read(t, "LICENSE")
	if len(licence) != size || !strings.Contains(licence, "Apache License\n                           Version 2.0, January 2004") {
		t.Errorf("LICENSE is not the text of the Apache License 2.0")
	}
	notice := read(t, "NOTICE")
	for _, want := range []string{"AlibabaCloudDocs/mongodb", "Error codes.md", "trademarks", "not affiliated"} {
		if !strings.Contains(notice, want) {
			t.Errorf("NOTICE does not say %q", want)
		}
	}
}

// changelogFaults checks the form of Keep a Changelog: known headings, newest
// release first, each with its date and link.
func changelogFaults(text string) []string {
	var faults []string
	fault := func(line int, format string, args ...any) {
		faults = append(faults, fmt.Sprintf("line %d: %s", line+1, fmt.Sprintf(format, args...)))
	}
	release := regexp.MustCompile(`^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})$`)
	headings := []string{"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
	dates := []string{}
	for i, line := range strings.Split(text, "\n") {
		switch {
		case strings.HasPrefix(line, "### "):
			if !slices.Contains(headings, line[4:]) {
				fault(i, "%q is not one of %q", line[4:], headings)
			}
		case line == "## [Unreleased]":
			if len(dates) > 0 {
				fault(i, "unreleased changes stand first")
			}
		case strings.HasPrefix(line, "## "):
			m := release.FindStringSubmatch(line)
			if m == nil {
				fault(i, `%q is not "## [1.2.3] - YYYY-MM-DD"`, line)
				continue
			}
			if _, err := time.Parse(time.DateOnly, m[2]); err != nil {
				fault(i, "%s is no date", m[2])
			}
			if len(dates) > 0 && m[2] > dates[len(dates)-1] {
				fault(i, "%s is newer than the release above it", m[2])
			}
			dates = append(dates, m[2])
			if !strings.Contains(text, "\n["+m[1]+"]: https://") {
				fault(i, "release %s has no link", m[1])
			}
		}
	}
	if !strings.HasPrefix(text, "# Changelog\n") {
		fault(0, `the title is not "# Changelog"`)
	}
	if len(dates) == 0 {
		fault(0, "there is no release")
	}
	return faults
}

func TestChangelog(t *testing.T) {
	for _, fault := range changelogFaults(read(t, "CHANGELOG.md")) {
		t.Error("CHANGELOG.md: " + fault)
	}
}

func TestChangelogFaults(t *testing.T) {
	const link = "\n[0.1.0]: https://x\n[0.2.0]: https://x\n"
	tests := []struct{ text, want string }{
		{"# Changelog\n## [Unreleased]\n### Fixed\n## [0.1.0] - 2026-01-02\n### Added\n" + link, ""},
		{"# History\n## [0.1.0] - 2026-01-02\n" + link, `line 1: the title is not "# Changelog"`},
		{"# Changelog\n" + link, "line 1: there is no release"},
		{"# Changelog\n## 0.1.0\n## [0.1.0] - 2026-01-02\n" + link, `line 2: "## 0.1.0" is not "## [1.2.3] - YYYY-MM-DD"`},
		{"# Changelog\n## [0.1.0] - 2026-02-30\n" + link, "line 2: 2026-02-30 is no date"},
		{"# Changelog\n## [0.1.0] - 2026-01-02\n## [0.2.0] - 2026-01-03\n" + link, "line 3: 2026-01-03 is newer than"},
		{"# Changelog\n## [0.1.0] - 2026-01-02\n## [Unreleased]\n" + link, "line 3: unreleased changes stand first"},
		{"# Changelog\n## [0.1.0] - 2026-01-02\n### News\n" + link, `line 3: "News" is not one of`},
		{"# Changelog\n## [0.1.0] - 2026-01-02\n", "line 2: release 0.1.0 has no link"},
	}
	for _, tt := range tests {
		got := strings.Join(changelogFaults(tt.text), "\n")
		if tt.want == "" && got != "" || !strings.Contains(got, tt.want) {
			t.Errorf("%s\ngot  %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// machinePath finds the first path in a text that exists on one machine only:
// below someone's home, or where this checkout lies.
func machinePath(text, checkout string) string {
	if i := strings.Index(text, checkout); i >= 0 {
		return text[i : i+len(checkout)]
	}
	return regexp.MustCompile(`(/home|/root|/Users|[A-Z]:\\Users)[/\\]\w+`).FindString(text)
}

func TestNoMachinePath(t *testing.T) {
	checkout, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files(t) {
		// Tests hold what services and tools have printed, homes included.
		if strings.Contains(name, "testdata/") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		if found := machinePath(read(t, name), checkout); found != "" {
			t.Errorf("%s names %s", name, found)
		}
	}
}

func TestMachinePath(t *testing.T) {
	tests := []struct{ text, want string }{
		{"built in /srv/checkout/errcode", "/srv/checkout"},
		{"see /home/user/notes", "/home/user"},
		{`see C:\Users\name`, `C:\Users\name`},
		{"$HOME, /usr/share/man, https://example.com/home, /home", ""},
	}
	for _, tt := range tests {
		if got := machinePath(tt.text, "/srv/checkout"); got != tt.want {
			t.Errorf("machinePath(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

// deadLinks returns the targets in a Markdown text that are neither URLs nor
// files of the repository.
func deadLinks(text, dir string) []string {
	var dead []string
	for _, m := range regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)`).FindAllStringSubmatch(text, -1) {
		if strings.Contains(m[1], "://") {
			continue
		}
		if _, err := os.Stat(filepath.FromSlash(path.Join(dir, m[1]))); err != nil {
			dead = append(dead, m[1])
		}
	}
	return dead
}

func TestLinks(t *testing.T) {
	for _, name := range files(t) {
		if path.Ext(name) != ".md" || strings.Contains(name, "testdata/") || strings.HasPrefix(name, "catalog/builtin/") {
			continue
		}
		for _, target := range deadLinks(read(t, name), path.Dir(name)) {
			t.Errorf("%s links to %s, which is not there", name, target)
		}
	}
}

func TestDeadLinks(t *testing.T) {
	text := "[a](LICENSE) [b](https://example.com/x) [c](NOWHERE.md#part) [d](#here) [e](catalog)"
	if got := deadLinks(text, "."); !slices.Equal(got, []string{"NOWHERE.md"}) {
		t.Errorf("deadLinks found %q", got)
	}
}

// TestArchitecture compares the table of folders in ARCHITECTURE.md with those
// that are there.
func TestArchitecture(t *testing.T) {
	table := map[string]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `.*?` \\|").FindAllString(read(t, "ARCHITECTURE.md"), -1) {
		for _, cell := range regexp.MustCompile("`(.+?)`").FindAllStringSubmatch(row, -1) {
			table[cell[1]] = true
		}
	}
	folders := folders(files(t))
	for _, dir := range slices.Sorted(maps.Keys(table)) {
		if !slices.Contains(folders, dir) {
			t.Errorf("ARCHITECTURE.md names the folder %s, which is not there", dir)
		}
	}
	for _, dir := range folders {
		if hidden := strings.HasPrefix(dir, "."); !table[dir] && (!hidden || dir == ".") {
			t.Errorf("ARCHITECTURE.md has no row for the folder %s", dir)
		}
	}
}

// folders returns the folders of some files, each once, in order. What lies in
// testdata belongs to the folder around it.
func folders(names []string) []string {
	var all []string
	for _, name := range names {
		dir, _, _ := strings.Cut(path.Dir(name), "/testdata")
		all = append(all, dir)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestFolders(t *testing.T) {
	got := folders([]string{"a/b/x.go", "main.go", "a/testdata/y/z.txt", "a/b/y.go", ".ci/run"})
	if want := []string{".", ".ci", "a", "a/b"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestSections compares the table of an index's sections in ARCHITECTURE.md with
// those that are written.
func TestSections(t *testing.T) {
	var got []string
	for _, row := range regexp.MustCompile(`(?m)^\| (\w+) \|`).FindAllStringSubmatch(read(t, "ARCHITECTURE.md"), -1) {
		if row[1] != "folder" && row[1] != "section" {
			got = append(got, row[1])
		}
	}
	_, ids, _ := strings.Cut(read(t, "catalog/format.go"), "// Section ids")
	ids, _, _ = strings.Cut(ids, "secEnd")
	var want []string
	for _, id := range regexp.MustCompile(`(?m)^\tsec(\w+)`).FindAllStringSubmatch(ids, -1) {
		want = append(want, strings.ToLower(id[1]))
	}
	if len(want) == 0 || !slices.Equal(got, want) {
		t.Errorf("ARCHITECTURE.md has the sections\n%q, want\n%q", got, want)
	}
}

// TestMakeGolden: the recipe names each package whose tests know -update, and
// no other, as go test refuses the flag there.
func TestMakeGolden(t *testing.T) {
	_, recipe, _ := strings.Cut(read(t, "Makefile"), "\ngolden:")
	recipe = strings.Split(recipe, "\n")[1]
	packages := strings.Fields(strings.TrimSuffix(strings.TrimPrefix(recipe, "\tgo test "), " -update"))
	var tests []string
	for _, name := range files(t) {
		if strings.HasSuffix(name, "_test.go") && strings.Contains(read(t, name), `flag.Bool("update"`) {
			tests = append(tests, name)
		}
	}
	var want []string
	for _, dir := range folders(tests) {
		if dir != "." {
			dir = "./" + dir
		}
		want = append(want, dir)
	}
	if !slices.Equal(packages, want) {
		t.Errorf("make golden updates %q, want %q", packages, want)
	}
}
