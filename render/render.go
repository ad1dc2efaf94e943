// Package render turns results into text: tables and cards for people, plain
// lines and documents for programs.
package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// A Record is one result: its fields in the order in which every format shows them.
type Record struct {
	Kind   Kind
	Fields []Field

	via string            // of a match: the alias, live code or family that led to it
	hit catalog.Highlight // of a match: what a search found of it
}

// A Field is one value of a record: string, int, float64, bool, []string,
// []Record, Record, map[string]string, or nil for what is not known.
type Field struct {
	Name  string
	Value any
}

// A Renderer writes records in one format.
type Renderer interface {
	// Record takes one result; formats that can, write it at once.
	Record(Record) error
	// Close ends the document. The writer stays open.
	Close() error
}

// Options says how to write. The zero value is a page of 80 cells of ASCII
// without colour, for matches.
type Options struct {
	Kind     Kind     // of the records to come: some formats have a heading even when none comes
	Single   bool     // the document is one record and not a list of them
	Fields   []string // the only fields to write, in this order; nil for all
	Template string   // a Go template that replaces the format; "" for none
	Width    int      // of the page in cells; 0 for 80, never less than 20
	UTF8     bool     // rules, bullets and marks may be more than ASCII
	Color    bool     // style text with the terminal's 16 colours
	Links    bool     // make URLs clickable (OSC 8); only where Color is set
}

// width returns the page's width in cells.
func (o Options) width() int {
	if o.Width == 0 {
		return 80
	}
	return max(o.Width, 20)
}

// A format is a way of writing records.
type format struct {
	name string
	open func(w io.Writer, opt Options) Renderer
}

// formats returns all formats, in the order in which they are named.
func formats() []format {
	return []format{
		{"table", newTable},
		{"plain", newPlain},
		{"json", newJSON},
		{"jsonl", newJSONLines},
		{"yaml", newYAML},
		{"csv", newCSV},
		{"markdown", newMarkdown},
	}
}

// Formats returns the names that New knows.
func Formats() []string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// New returns the renderer of a format. It fails with *[UnknownFormatError],
// *[UnknownFieldError] or *[TemplateError]; the errors of the renderer itself
// are those of w and, with a template, *TemplateError. Every write to w is a
// whole record, or more.
func New(name string, w io.Writer, opt Options) (Renderer, error) {
	if opt.Template != "" {
		return newTemplate(w, opt)
	}
	for _, f := range formats() {
		if f.name != name {
			continue
		}
		if len(opt.Fields) == 0 {
			return f.open(w, opt), nil
		}
		return newSelection(f.open, w, opt)
	}
	return nil, &UnknownFormatError{Name: name, Known: Formats()}
}

// UnknownFormatError says that no format has this name.
type UnknownFormatError struct {
	Name  string
	Known []string
}

// Error names the known formats.
func (e *UnknownFormatError) Error() string {
	return fmt.Sprintf("no output format %q; known: %s", Clean(e.Name), strings.Join(e.Known, ", "))
}
