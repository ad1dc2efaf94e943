// Gendocs writes the manual pages under man/ and the completion files under
// completions/ from the command tree, so that they cannot say anything else
// than the help does, and the page on the catalog's file format from its text
// and the vocabulary. The shipped binary does not contain it.
package main

//go:generate go run .

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/errcode/errcode/cmd"
)

// top is the root of the repository, seen from where go generate and go test
// run this package.
const top = "../.."

func main() {
	if err := run(top); err != nil {
		fmt.Fprintln(os.Stderr, "gendocs: "+err.Error())
		os.Exit(1)
	}
}

// run writes all files below root, and removes pages that are no more.
func run(root string) error {
	changelog, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return err
	}
	files, err := generate(string(changelog))
	if err != nil {
		return err
	}
	present, err := pagesIn(root)
	if err != nil {
		return err
	}
	for _, name := range present {
		if _, wanted := files[name]; !wanted {
			if err := os.Remove(filepath.Join(root, filepath.FromSlash(name))); err != nil {
				return err
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(files[name]), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// pagesIn returns the manual pages that are there, by their slashed paths below
// root.
func pagesIn(root string) ([]string, error) {
	return fs.Glob(os.DirFS(root), "man/*.[1-9]")
}

// generate returns the text of every generated file, by its slashed path.
func generate(changelog string) (map[string]string, error) {
	version, date, err := newestRelease(changelog)
	if err != nil {
		return nil, err
	}
	m := manual{version, date, cmd.Topics()}
	format, err := m.format()
	if err != nil {
		return nil, err
	}
	files := map[string]string{"man/" + formatPage + ".5": format}
	for name, text := range m.pages(cmd.Tree()) {
		files["man/"+name] = text
	}
	for _, script := range cmd.CompletionScripts() {
		files["completions/"+script.File] = script.Text
	}
	return files, nil
}

// newestRelease reads the first release's version and date.
func newestRelease(changelog string) (version, date string, err error) {
	m := regexp.MustCompile(`(?m)^## \[(\d[^\]]*)\] - (\d{4}-\d{2}-\d{2})$`).FindStringSubmatch(changelog)
	if m == nil {
		return "", "", fmt.Errorf(`CHANGELOG.md: no heading "## [1.2.3] - YYYY-MM-DD"`)
	}
	return m[1], m[2], nil
}
