package render

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// selection keeps the named fields of every record, in the order of the names.
type selection struct {
	Renderer
	fields []string
}

// newSelection opens a format for the fields of opt, each once.
func newSelection(open func(io.Writer, Options) Renderer, w io.Writer, opt Options) (Renderer, error) {
	known := FieldNames(opt.Kind)
	var fields []string
	for _, name := range opt.Fields {
		if !slices.Contains(known, name) {
			return nil, &UnknownFieldError{Name: name, Known: known}
		}
		if !slices.Contains(fields, name) {
			fields = append(fields, name)
		}
	}
	opt.Fields = fields
	return &selection{open(w, opt), fields}, nil
}

// Record passes the named fields on.
func (s *selection) Record(r Record) error {
	kept := r
	kept.Fields = make([]Field, len(s.fields))
	for i, name := range s.fields {
		if inner, ok := strings.CutPrefix(name, entryPrefix); ok {
			entry, _ := r.get("entry").(Record)
			kept.Fields[i] = Field{name, entry.get(inner)}
			continue
		}
		kept.Fields[i] = Field{name, r.get(name)}
	}
	return s.Renderer.Record(kept)
}

// UnknownFieldError says that records have no field of this name.
type UnknownFieldError struct {
	Name  string
	Known []string // see [FieldNames]
}

// Error names the known fields; those inside an entry only where one of them
// was meant.
func (e *UnknownFieldError) Error() string {
	inner := func(name string) bool { return strings.HasPrefix(name, entryPrefix) }
	known, more := e.Known, ""
	if slices.ContainsFunc(known, inner) {
		meant := inner(e.Name)
		known = slices.DeleteFunc(slices.Clone(known), func(name string) bool { return inner(name) != meant })
		if !meant {
			more = " and " + entryPrefix + "NAME"
		}
	}
	return fmt.Sprintf("no field %q; known: %s%s", Clean(e.Name), strings.Join(known, ", "), more)
}
