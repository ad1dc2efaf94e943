package render

import "strings"

// Widths of the plan, in cells.
const (
	stackBelow = 60 // a narrower page has no table
	gap        = 2  // between columns
	leastProse = 24 // a narrower column of prose is not worth reading
)

// A cell is a value on a page: prose, or words such as codes that are never broken.
type cell struct {
	prose string
	words []string
}

// newCell makes the cell of a record's field.
func newCell(r Record, name string) cell {
	switch strings.TrimPrefix(name, entryPrefix) {
	case "aliases", "suggestions", "operations", "parameters":
		return cell{words: r.list(name)}
	case "message", "description", "query", "source", "path", "values", "entry",
		"causes", "next_steps", "references", "notes", "live":
		return cell{prose: r.str(name)}
	}
	if word := r.str(name); word != "" {
		return cell{words: []string{word}}
	}
	return cell{}
}

func (c cell) empty() bool { return c.prose == "" && len(c.words) == 0 }

// width returns what the cell needs to stand on one line.
func (c cell) width() int {
	w := cells(c.prose)
	for i, word := range c.words {
		if i > 0 {
			w += len(", ")
		}
		w += cells(word)
	}
	return w
}

// least returns the width below which the cell cannot be set decently.
func (c cell) least() int {
	if len(c.words) == 0 {
		return min(cells(c.prose), leastProse)
	}
	comma := 0
	if len(c.words) > 1 {
		comma = 1
	}
	return widest(c.words) + comma
}

// wrap sets the cell into lines.
func (c cell) wrap(width int) []string {
	if len(c.words) > 0 {
		return wrapWords(c.words, width)
	}
	return wrap(c.prose, width)
}

// A column is one field of a table while its width is planned.
type column struct {
	name               string
	least, want, width int
	used               bool // some record has a value
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
			c.used = c.used || !row[i].empty()
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

// label returns the words for a field that stand above a column or before a value.
func label(name string) string { return strings.ReplaceAll(name, "_", " ") }
