// Package lint checks catalogs and the patches laid over them. Each rule is a
// short function with a name; what it finds is an issue at a line.
package lint

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/errcode/errcode/catalog/patch"
	"github.com/errcode/errcode/catalog/tables"
)

// Severity says how bad an issue is.
type Severity string

// The severities: an error is wrong whatever one wants, a warning may be meant.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// An Issue is one thing that a rule found.
type Issue struct {
	Path     string
	Line     int // from 1; 0 where the row stands in no file
	Severity Severity
	Rule     string
	Text     string
}

// String is the line that users see: `file:line: severity: text [rule]`.
func (i Issue) String() string {
	return fmt.Sprintf("%s:%d: %s: %s [%s]", i.Path, i.Line, i.Severity, i.Text, i.Rule)
}

// A Catalog is what is checked together: the rows of one catalog, and the
// patches laid over them.
type Catalog struct {
	Rows    []Row // in catalog order
	Patches []patch.File
	// Complete asks for guidance on every row, and for its basis: what errcode
	// ships has both, users' catalogs need not.
	Complete bool
}

// A Row is a row of a catalog and the file that it stands in.
type Row struct {
	Path string
	patch.Item
}

// TableRows returns the rows of a vendor's table.
func TableRows(path string, table tables.Result) []Row {
	rows := make([]Row, len(table.Rows))
	for i, row := range table.Rows {
		rows[i] = Row{path, patch.Item{Entry: row.Entry, Line: row.Line}}
	}
	return rows
}

// FileRows returns the rows of a YAML catalog.
func FileRows(file patch.File) []Row {
	rows := make([]Row, len(file.Items))
	for i, item := range file.Items {
		rows[i] = Row{file.Path, item}
	}
	return rows
}

// Errors turns what [patch.Parse] returns into issues. An error of another kind
// has no place and gives none.
func Errors(err error) []Issue {
	var list patch.Errors
	if !errors.As(err, &list) {
		return nil
	}
	issues := make([]Issue, len(list))
	for i, e := range list {
		issues[i] = Issue{e.Path, e.Line, Error, string(e.Rule), e.Text}
	}
	return issues
}

// Check returns what all rules find, by file and line.
func (c Catalog) Check() []Issue {
	s := newSubject(c)
	for _, rule := range rules() {
		s.rule = rule
		rule.check(s)
	}
	slices.SortStableFunc(s.issues, func(a, b Issue) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), a.Line-b.Line)
	})
	return s.issues
}

// A rule looks at the whole subject and reports.
type rule struct {
	name     string
	severity Severity
	check    func(s *subject)
}

func rules() []rule {
	return []rule{
		{"key", Error, checkKeys},
		{"duplicate", Error, checkDuplicates},
		{"alias", Error, checkAliases},
		{"alias-twice", Error, checkAliasesTwice},
		{"guidance", Error, checkGuidance},
		{"basis", Error, checkBasis},
		{"reference", Error, checkReferences},
		{"template", Error, checkTemplates},
		{"length", Warning, checkLengths},
		{"control", Error, checkControls},
	}
}

// A subject is a catalog as rules see it: parts, each of which says something
// about rows.
type subject struct {
	Catalog
	parts  []part
	about  [][]int // the parts that are about each row
	rule   rule    // that runs
	issues []Issue
}

// A part is a row of the catalog itself, or an item of a patch.
type part struct {
	Row
	patch bool
	rows  []int // that it is about
}

func newSubject(c Catalog) *subject {
	s := &subject{Catalog: c, about: make([][]int, len(c.Rows))}
	byCode := make(map[string][]int, len(c.Rows))
	for i, row := range c.Rows {
		s.add(part{Row: row, rows: []int{i}})
		byCode[row.Entry.Code] = append(byCode[row.Entry.Code], i)
	}
	for _, file := range c.Patches {
		for _, row := range FileRows(file) {
			p := part{Row: row, patch: true}
			target := row.Entry.Key()
			target.Catalog = "" // rows of a table do not know theirs
			for _, i := range byCode[target.Code] {
				if target.Fits(c.Rows[i].Entry) {
					p.rows = append(p.rows, i)
				}
			}
			s.add(p)
		}
	}
	return s
}

func (s *subject) add(p part) {
	for _, row := range p.rows {
		s.about[row] = append(s.about[row], len(s.parts))
	}
	s.parts = append(s.parts, p)
}

// report adds an issue at the nth value of a key of a part.
func (s *subject) report(p part, key string, n int, format string, args ...any) {
	s.issues = append(s.issues, Issue{
		p.Path, p.LineOf(key, n), s.rule.severity, s.rule.name, fmt.Sprintf(format, args...),
	})
}
