package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestCurrent is what fails when a command changes and go generate ./... was
// not run.
func TestCurrent(t *testing.T) {
	files := generated(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		committed, err := os.ReadFile(filepath.Join(top, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if string(committed) != files[name] {
			t.Errorf("%s is not what gendocs writes; run go generate ./...", name)
		}
	}
	pages, err := pagesIn(top)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range pages {
		if _, ok := files[name]; !ok {
			t.Errorf("%s is a page that gendocs does not write; run go generate ./...", name)
		}
	}
}

func generated(t *testing.T) map[string]string {
	t.Helper()
	changelog, err := os.ReadFile(filepath.Join(top, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := generate(string(changelog))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMandocFindsNothing(t *testing.T) {
	if _, err := exec.LookPath("mandoc"); err != nil {
		if os.Getenv("ERRCODE_TEST_NOSKIP") != "" {
			t.Fatal("mandoc is not installed")
		}
		t.Skip("mandoc is not installed")
	}
	pages, err := filepath.Glob(filepath.Join(top, "man", "*"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages under man/, error %v", err)
	}
	out, err := exec.Command("mandoc", append([]string{"-T", "lint", "-W", "warning"}, pages...)...).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("mandoc: %v\n%s", err, out)
	}
}

// TestRun writes into an empty folder, and removes the page of a command that
// is gone.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	changelog, err := os.ReadFile(filepath.Join(top, "CHANGELOG.md"))
	if err != nil {
		t.Fatal(err)
	}
	stale := filepath.Join(dir, "man", "errcode-gone.1")
	if err := os.Mkdir(filepath.Dir(stale), 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{filepath.Join(dir, "CHANGELOG.md"): string(changelog), stale: ""} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := run(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(stale); !os.IsNotExist(err) {
		t.Errorf("%s is still there (%v)", stale, err)
	}
	for name, want := range generated(t) {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(got) != want {
			t.Errorf("%s: %v, or another text", name, err)
		}
	}
}

func TestNewestRelease(t *testing.T) {
	version, date, err := newestRelease("# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-05-06\n\n## [1.1.0] - 2026-01-02\n")
	if version != "1.2.0" || date != "2026-05-06" || err != nil {
		t.Errorf("got %q, %q, %v", version, date, err)
	}
	if _, _, err := newestRelease("# Changelog\n\n## [Unreleased]\n"); err == nil {
		t.Error("a changelog without a release is no error")
	}
}
