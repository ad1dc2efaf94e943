// Package patch reads the YAML files that people write by hand: a patch adds
// guidance to entries of a catalog, and a catalog holds entries of its own. The
// two share their fields, and JSON is read as well, being YAML.
//
//	patch: mongodb                    catalog: alibabacloud-common
//	entries:                          source: https://example.com/errors
//	  - code: QuotaExceed             date: 2024-06-30
//	    status: 400                   entries:
//	    aliases: [QuotaExceeded]        - code: Throttling
//	                                      status: 400
//
// A vendor's page cannot say where it was found: the patch that ships beside it
// does, with the same keys source and date.
//
// A file is read strictly: an unknown key, a key that occurs twice, a word that
// is not in the vocabulary, a status that is none are errors with their line.
// Every text is taken as it is written, so `retry: no` is the word "no" and
// `code: 00010` keeps its zeros.
package patch

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/errcode/errcode/catalog"
)

// Kind says what a file is.
type Kind uint8

// The kinds of files.
const (
	Patch   Kind = iota // adds to the entries of a catalog
	Catalog             // holds entries
)

// String returns the key that a file of the kind begins with.
func (k Kind) String() string { return [...]string{"patch", "catalog"}[k] }

// Basis says what an item rests on. It is for those who maintain the file and
// is not compiled.
type Basis string

// The words for [Basis].
const (
	Documented Basis = "documented" // by the references that stand beside
	Inferred   Basis = "inferred"   // from the vendor's table
)

// Bases returns the words for [Basis].
func Bases() []Basis { return []Basis{Documented, Inferred} }

// A File is a patch or a catalog.
type File struct {
	Path    string // as given to Parse
	Kind    Kind
	Catalog string // the name: of the catalog itself, or of the one that is patched
	Source  string // where the table of that catalog comes from, "" where nothing is said
	Date    string // of that source, YYYY-MM-DD, "" where nothing is said
	Items   []Item
}

// An Item is one element of a file's entries. In a patch, code, status and
// message of Entry are the key, and only the guidance is added.
type Item struct {
	Entry catalog.Entry
	Basis Basis
	Line  int // where the item begins, from 1; a carriage return alone ends one, too, as YAML has it
	lines map[string][]int
}

// LineOf returns the line of the nth value of a key, counted from 0, or the
// item's own line where there is none.
func (i Item) LineOf(key string, n int) int {
	if lines := i.lines[key]; n < len(lines) {
		return lines[n]
	}
	return i.Line
}

// Entries returns the entries of a catalog, in the order of the file.
func (f File) Entries() []catalog.Entry {
	entries := make([]catalog.Entry, len(f.Items))
	for i, item := range f.Items {
		entries[i] = item.Entry
	}
	return entries
}

// Patches returns what the items add to entries of f.Catalog, in the order of
// the file.
func (f File) Patches() []catalog.Patch {
	patches := make([]catalog.Patch, len(f.Items))
	for i, item := range f.Items {
		patches[i] = catalog.Patch{Target: item.Entry.Key(), Guidance: item.Entry.Guidance}
	}
	return patches
}

// Rule names what an [*Error] breaks.
type Rule string

// The rules of a file.
const (
	RuleYAML       Rule = "yaml"       // it is YAML, and one document
	RuleForm       Rule = "form"       // known keys, each once; texts and lists where they belong
	RuleStatus     Rule = "status"     // an HTTP status is 100 to 599
	RuleVocabulary Rule = "vocabulary" // category, retry, fault and basis are known words
)

// An Error is one thing wrong in a file.
type Error struct {
	Path string
	Line int // from 1
	Rule Rule
	Text string
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %s", e.Path, e.Line, e.Text) }

// Errors is all that is wrong in a file, in the order of the lines.
type Errors []*Error

// Error has a line for each.
func (list Errors) Error() string {
	lines := make([]string, len(list))
	for i, e := range list {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// Parse reads a file; path is only for messages. An error is [Errors]; the
// file then holds what could be read.
func Parse(path, data string) (File, error) {
	p := &parser{file: File{Path: path}}
	if root := p.decode(data); root != nil {
		p.top(root)
	}
	if len(p.errs) == 0 {
		return p.file, nil
	}
	slices.SortStableFunc(p.errs, func(a, b *Error) int { return a.Line - b.Line })
	return p.file, p.errs
}

// decode reads the one document of a file.
func (p *parser) decode(data string) *yaml.Node {
	decoder := yaml.NewDecoder(strings.NewReader(data))
	var document, second yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		p.failAt(1, RuleForm, "the file is empty; it begins with patch: or catalog: and a name")
		return nil
	case err != nil:
		p.failYAML(err)
		return nil
	}
	switch err := decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		p.failYAML(err)
	default:
		p.failAt(second.Line, RuleYAML, "a second document; a file is one")
	}
	return document.Content[0]
}

// top reads the keys of the file.
func (p *parser) top(root *yaml.Node) {
	var entries *yaml.Node
	named := false
	name := func(value *yaml.Node, kind Kind) {
		if named {
			p.fail(value, "a file is either a patch or a catalog")
			return
		}
		named = true
		p.file.Kind = kind
		if p.file.Catalog = p.text(value); !isName(p.file.Catalog) {
			p.fail(value, "%q is no name of a catalog: at most 64 of a-z, 0-9, dot, hyphen and underscore, a letter or digit first", p.file.Catalog)
		}
	}
	if !p.mapping(root, func(key string, value *yaml.Node) bool {
		switch key {
		case "patch":
			name(value, Patch)
		case "catalog":
			name(value, Catalog)
		case "source":
			p.file.Source = p.text(value)
		case "date":
			p.file.Date = p.date(value)
		case "entries":
			entries = value
		default:
			return false
		}
		return true
	}) {
		return
	}
	switch {
	case !named:
		p.fail(root, "neither a patch nor a catalog: the key patch: or catalog: is missing")
	case entries == nil:
		p.fail(root, "the key entries: is missing")
	default:
		for _, n := range p.list(entries) {
			p.file.Items = append(p.file.Items, p.item(n))
		}
	}
}

// isName reports whether a text can be the name of a catalog.
func isName(text string) bool {
	if len(text) == 0 || len(text) > 64 || strings.IndexByte("._-", text[0]) >= 0 {
		return false
	}
	return strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == ""
}
