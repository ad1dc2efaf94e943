package render

import (
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// How several records become a table. The decisions, in their order, and the
// function that makes each:
//
//  1. worth: which columns say something about these records. What --fields
//     chose is taken as it is. Without colour, what a search matched is the last.
//  2. measure: how wide each column has to be at least, so that no code is
//     broken and prose can be read, and how wide it wants to be, so that nothing
//     is wrapped.
//  3. plan: each column gets what it needs, and those that want more share the
//     rest of the page evenly. It fails where the page is too narrow.
//  4. cramped: whether that has left prose a column too narrow to read well.
//  5. spared: where 3 failed, or 4 is true for the sake of a catalog's name, a
//     column goes that the table can do without, and it starts again at 2.
//     Before retry goes, overhang tries to make room for it: a few long codes
//     may stand above the rest of their rows. If no column can go, a cramped
//     table is drawn all the same, and where there is none the records are stacked.
//
// arrange goes through them for the first [planRows] records; those that follow
// get the same columns.

// Widths of the plan, in cells.
const (
	stackBelow = 60 // a narrower page has no table
	gap        = 2  // between columns
	leastProse = 24 // a narrower column of prose is not worth reading
	goodProse  = 32 // for a narrower one, the catalog's column goes
)

// A cell is a value on a page.
type cell struct {
	words []string // each with the comma behind it; prose is one word
	kind  cellKind
	marks []catalog.Span // what a search matched of a cell of one word
}

// cellKind says where a cell may be wrapped.
type cellKind uint8

const (
	prose cellKind = iota // anywhere between words
	words                 // between its words; inside one only where a page is narrower
	codes                 // between its words, never inside one
)

// newCell makes the cell of a record's field.
func newCell(r Record, name string) cell {
	c := cell{kind: kindOf(name)}
	if _, ok := r.get(name).([]string); ok && c.kind != prose {
		c.words = commas(r.list(name))
	} else if name == matchedField {
		c.words = strings.Fields(r.str(name))
	} else if text := r.str(name); text != "" {
		c.words, c.marks = []string{text}, r.marks(name)
	}
	return c
}

// proseCell makes a cell of clean text.
func proseCell(text string) cell {
	if text == "" {
		return cell{}
	}
	return cell{words: []string{text}}
}

// kindOf returns the kind of a field's cells.
func kindOf(name string) cellKind {
	switch strings.TrimPrefix(name, entryPrefix) {
	case "code", "aliases", "suggestions":
		return codes
	case "message", "description", "query", "values", "entry",
		"causes", "next_steps", "references", "notes", "live":
		return prose
	}
	return words
}

// commas puts a comma behind every word but the last.
func commas(words []string) []string {
	for i := range len(words) - 1 {
		words[i] += ","
	}
	return words
}

func (c cell) empty() bool { return len(c.words) == 0 }

// width returns what the cell needs to stand on one line.
func (c cell) width() int {
	w := max(len(c.words)-1, 0)
	for _, word := range c.words {
		w += cells(word)
	}
	return w
}

// least returns the width below which a table should not go.
func (c cell) least() int {
	w := 0
	for _, word := range c.words {
		w = max(w, cells(word))
	}
	if c.kind == prose {
		return min(w, leastProse)
	}
	return w
}

// wrap sets the cell into lines; see the function wrap for a word longer than
// that.
func (c cell) wrap(width, longest int) []string {
	if c.kind == codes || c.kind == words && c.least() <= longest {
		return wrapWords(c.words, width)
	}
	return wrap(strings.Join(c.words, " "), width, longest)
}

// A column is one field of a table while its width is planned.
type column struct {
	name               string
	least, want, width int
	prose              bool // some value may be wrapped anywhere
}

// measure returns the columns of some rows with the widths that they want.
func measure(names []string, rows [][]cell) []column {
	columns := make([]column, len(names))
	for i, name := range names {
		c := &columns[i]
		c.name = name
		c.least = cells(label(name))
		c.want = c.least
		for _, row := range rows {
			c.least = max(c.least, row[i].least())
			c.want = max(c.want, row[i].width())
			c.prose = c.prose || row[i].kind == prose && !row[i].empty()
		}
	}
	return columns
}

// plan gives every column its width: what it needs at least, and then what is
// left of the page, evenly among those that want more. It reports false where
// the page is too narrow for a table.
func plan(columns []column, page int) bool {
	left := page - gap*(len(columns)-1)
	for i := range columns {
		columns[i].width = columns[i].least
		left -= columns[i].least
	}
	if page < stackBelow || left < 0 {
		return false
	}
	for left > 0 {
		hungry := 0
		for _, c := range columns {
			if c.width < c.want {
				hungry++
			}
		}
		if hungry == 0 {
			break
		}
		share := max(left/hungry, 1)
		for i := range columns {
			more := min(share, columns[i].want-columns[i].width, left)
			columns[i].width += more
			left -= more
		}
	}
	return true
}

// overhang makes the column of codes as narrow as the page asks for, if nine of
// ten codes still fit: the others push the rest of their rows to the next line.
// It reports whether that is so; rows are those that the columns were measured by.
func overhang(columns []column, rows [][]cell, page int) bool {
	if len(rows) == 0 || columns[0].name != "code" || columns[0].least > page {
		return false
	}
	room := page - gap*(len(columns)-1)
	for _, c := range columns[1:] {
		room -= c.least
	}
	widths := make([]int, len(rows))
	for i, row := range rows {
		widths[i] = row[0].least()
	}
	slices.Sort(widths)
	if room < widths[(len(widths)*9-1)/10] {
		return false
	}
	columns[0].least = min(columns[0].least, room)
	columns[0].want = columns[0].least
	return true
}

// cramped reports whether a column of prose has got less than it wants and than
// is good to read.
func cramped(columns []column) bool {
	for _, c := range columns {
		if c.prose && c.width < min(c.want, goodProse) {
			return true
		}
	}
	return false
}

// label returns the words for a field that stand above a column or before a value.
func label(name string) string { return strings.ReplaceAll(name, "_", " ") }
