package scan

import (
	"bytes"
	"sort"
)

// A record is the lines that belong together: a log line with what continues
// it, a JSON document, a block that a command prints.
type record struct {
	text  []byte // the lines, each with a line feed
	lines []line
	depth int // of open braces and brackets
	str   bool
}

// A line tells where a line of the input stands in a record's text.
type line struct {
	at     int // offset in the text
	number int // from 1
	column int // bytes of the input's line that are not in the text
}

func (r *record) reset() {
	r.text, r.lines = r.text[:0], r.lines[:0]
	r.depth, r.str = 0, false
}

func (r *record) full() bool {
	return len(r.text) >= maxRecordBytes || len(r.lines) >= maxRecordLines
}

// add appends a line of the input.
func (r *record) add(text []byte, number, column int) {
	r.lines = append(r.lines, line{len(r.text), number, column})
	r.text = append(append(r.text, text...), '\n')
	r.track(text)
}

// track follows the braces of a document that spans lines. A document begins
// at the start of a line, so that prose with a stray brace does not open one.
func (r *record) track(text []byte) {
	if r.depth == 0 {
		text = bytes.TrimLeft(text, " \t")
		if len(text) == 0 || text[0] != '{' && text[0] != '[' {
			return
		}
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '"':
			r.str = !r.str
		case r.str:
		case c == '{' || c == '[':
			r.depth++
		case c == '}' || c == ']':
			r.depth = max(r.depth-1, 0)
		}
	}
	r.str = false // a string of JSON ends on its line
}

// continues reports whether the next line belongs to the record.
func (r *record) continues(text []byte) bool {
	if len(r.lines) == 0 {
		return false
	}
	if r.depth > 0 {
		return true
	}
	label, _, ok := splitLabel(text)
	return ok && blockLabel(label) && isBlock(r.text)
}

// place returns the line and the column of an offset in the text.
func (r *record) place(at int) (number, column int) {
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].at > at }) - 1
	l := r.lines[i]
	return l.number, l.column + at - l.at + 1
}
