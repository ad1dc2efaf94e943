package render

import (
	"io"
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// planRows is the number of records whose widths a table is planned with. Of a
// longer list the others follow at once, in the same columns, so that a list of
// a million takes no more memory than one of a thousand.
const planRows = 1000

// table writes one record as a card and several as a table, for people.
type table struct {
	w       io.Writer
	opt     Options
	look    look
	names   []string
	held    []Record // until the columns are planned
	columns []column // nil: rows are stacked
	planned bool
	apart   bool // stacked rows: a line is left free before the next
}

func newTable(w io.Writer, opt Options) Renderer {
	if opt.Kind == KindReport && len(opt.Fields) == 0 {
		return &reportCards{w: w, opt: opt}
	}
	return &table{w: w, opt: opt, names: opt.columns()}
}

// Record writes a row, once the columns are planned.
func (t *table) Record(r Record) error {
	if !t.opt.Color {
		r = r.withMatched()
	}
	if t.planned {
		return t.write(t.row(r))
	}
	t.held = append(t.held, r)
	if len(t.held) < planRows {
		return nil
	}
	return t.flush()
}

// Close writes what is held: a card where it is one record.
func (t *table) Close() error {
	switch {
	case t.planned || len(t.held) == 0:
		return nil
	case len(t.held) == 1:
		t.look = newLook(t.w, t.opt)
		return t.write(t.card(t.held[0]))
	}
	return t.flush()
}

// flush plans the columns by the records that are held and writes these.
func (t *table) flush() error {
	t.planned = true
	t.look = newLook(t.w, t.opt)
	t.arrange()
	var b strings.Builder
	if t.columns != nil {
		t.heading(&b)
	}
	for _, r := range t.held {
		b.WriteString(t.row(r))
	}
	t.held = nil
	return t.write(b.String())
}

func (t *table) write(text string) error {
	_, err := io.WriteString(t.w, text)
	return err
}

// arrange chooses the columns and their widths, or none where the records are
// to be stacked: columns.go says how.
func (t *table) arrange() {
	if len(t.opt.Fields) == 0 {
		t.names = t.worth()
	}
	for names := t.names; ; {
		rows := t.rows(names)
		columns := measure(names, rows)
		spare := t.spared(names)
		fits := plan(columns, t.look.width)
		if !fits && spare == "retry" && overhang(columns, rows, t.look.width) {
			fits = plan(columns, t.look.width)
		}
		if fits && !(spare == "catalog" && cramped(columns)) {
			t.columns = columns
			return
		}
		if spare == "" {
			return
		}
		names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == spare })
	}
}

// spared returns the column that goes first where the page is too narrow for
// all of them, "" where the table can do without none.
func (t *table) spared(names []string) string {
	if len(t.opt.Fields) == 0 {
		for _, name := range []string{"catalog", "retry", matchedField} {
			if slices.Contains(names, name) {
				return name
			}
		}
	}
	return ""
}

// worth returns the columns that say something: retry, path and what matched
// where some record has one, catalog where there is more than one.
func (t *table) worth() []string {
	some := func(holds func(r Record) bool) bool { return slices.ContainsFunc(t.held, holds) }
	var names []string
	for _, name := range append(slices.Clone(t.names), matchedField) {
		says := true
		switch name {
		case "retry", "path", matchedField:
			says = some(func(r Record) bool { return r.str(name) != "" })
		case "catalog":
			says = some(func(r Record) bool { return r.str(name) != t.held[0].str(name) })
		}
		if says {
			names = append(names, name)
		}
	}
	return names
}

func (t *table) rows(names []string) [][]cell {
	rows := make([][]cell, len(t.held))
	for i, r := range t.held {
		rows[i] = make([]cell, len(names))
		for k, name := range names {
			rows[i][k] = newCell(r, name)
		}
	}
	return rows
}

// heading writes the names of the columns and the rule below them.
func (t *table) heading(b *strings.Builder) {
	var names, rules strings.Builder
	for i, c := range t.columns {
		name, rule := strings.ToUpper(label(c.name)), strings.Repeat(t.look.rule, c.width)
		if i < len(t.columns)-1 {
			name, rule = pad(name, c.width+gap), pad(rule, c.width+gap)
		}
		names.WriteString(name)
		rules.WriteString(rule)
	}
	b.WriteString(t.look.quiet.Render(names.String()) + "\n")
	b.WriteString(t.look.quiet.Render(rules.String()) + "\n")
}

// row returns the lines of a record.
func (t *table) row(r Record) string {
	if t.columns == nil {
		s := newSheet(t.look)
		if t.apart {
			s.WriteByte('\n')
		}
		t.apart = true
		s.stack(r, t.names)
		return s.String()
	}
	values := make([]value, len(t.columns))
	height := 0
	for i, c := range t.columns {
		cell := newCell(r, c.name)
		lines := cell.wrap(c.width, c.width)
		values[i] = value{lines, cell.on(lines)}
		height = max(height, len(lines))
	}
	var b strings.Builder
	for line := range height {
		t.line(&b, values, line)
	}
	return b.String()
}

// A value is a cell of a row, wrapped.
type value struct {
	lines []string
	marks [][]catalog.Span // of each line; nil for none
}

// line writes one line of a row. A word wider than its column, a code that
// overhangs or one in a row beyond [planRows], pushes the rest of its line to the next.
func (t *table) line(b *strings.Builder, values []value, line int) {
	at, due := 0, 0 // the cell reached, the cell where the next column begins
	for i, c := range t.columns {
		if lines := values[i].lines; line < len(lines) && lines[line] != "" {
			text := lines[line]
			var marks []catalog.Span
			if values[i].marks != nil {
				marks = values[i].marks[line]
			}
			if at > 0 && at+gap > due {
				b.WriteByte('\n')
				at = 0
			}
			b.WriteString(strings.Repeat(" ", due-at))
			b.WriteString(t.look.mark(t.look.styleOf(c.name, text), text, marks))
			at = due + cells(text)
		}
		due += c.width + gap
	}
	b.WriteByte('\n')
}
