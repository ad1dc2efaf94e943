// Package tables reads vendors' error tables into catalog entries.
//
// Reading has three steps. A reader, one for each format, finds the grids in
// the text: a heading and rows of cells, with their lines. The headings are
// then known by what they mean, in English and in Chinese, whatever their
// order; a grid without a code column, or without anything beside the code, is
// no error table. Last, each row becomes an entry, or is skipped with a reason:
// a row whose cells are shifted is never guessed at.
package tables

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// Format names a way of writing tables.
type Format string

// Markdown is pipe tables in a Markdown page.
const Markdown Format = "markdown"

// A format is one member of the closed list that Read knows.
type format struct {
	name Format
	read func(data string) []grid
}

func formats() []format {
	return []format{
		{Markdown, readMarkdown},
	}
}

// Formats returns the formats that Read knows.
func Formats() []Format {
	var names []Format
	for _, f := range formats() {
		names = append(names, f.name)
	}
	return names
}

// A Result is what Read found, in the order of the text.
type Result struct {
	Rows    []Row
	Skipped []Skip
}

// Entries returns the entries of the rows.
func (r Result) Entries() []catalog.Entry {
	entries := make([]catalog.Entry, len(r.Rows))
	for i, row := range r.Rows {
		entries[i] = row.Entry
	}
	return entries
}

// A Row is one entry and where it came from.
type Row struct {
	Line  int           // of the row's beginning, from 1
	Entry catalog.Entry // its catalog is not set
	Raw   Cells
}

// Cells are the cells of a row as the vendor wrote them, "" where the table
// has no such column.
type Cells struct{ Code, Status, Message, Description string }

// A Skip is a row that was not taken.
type Skip struct {
	Line   int // from 1
	Reason string
}

// A grid is a table as a reader finds it, before anybody knows what it means.
type grid struct {
	heading []string // texts without markup
	rows    []gridRow
	plain   func(cell string) string // takes the format's own markup off a cell
}

// text returns what a cell says.
func (g grid) text(cell string) string { return cleanText(g.plain(cell)) }

// A gridRow is one row of a grid.
type gridRow struct {
	line  int
	cells []string // raw
}

// Read takes all error tables of a text. Texts without any give an empty
// result; an unknown format is an error that names the known ones.
func Read(data string, f Format) (Result, error) {
	for _, known := range formats() {
		if known.name != f {
			continue
		}
		var result Result
		for _, g := range known.read(data) {
			if columns, ok := findColumns(g); ok {
				result.take(g, columns)
			}
		}
		return result, nil
	}
	return Result{}, fmt.Errorf("unknown table format %q, known are %v", f, Formats())
}

// take adds the rows of a grid.
func (r *Result) take(g grid, c columns) {
	r.Rows = slices.Grow(r.Rows, len(g.rows))
	for _, row := range g.rows {
		raw := Cells{
			Code:        c.cell(row, c.code),
			Status:      c.cell(row, c.status),
			Message:     c.cell(row, c.message),
			Description: c.cell(row, c.description),
		}
		entry := catalog.Entry{
			Code:        cleanCode(g.plain(raw.Code)),
			Status:      parseStatus(g.text(raw.Status)),
			Message:     g.text(raw.Message),
			Description: g.text(raw.Description),
		}
		if step := g.text(c.cell(row, c.nextStep)); step != "" {
			entry.NextSteps = []string{step}
		}
		if reason := reject(g, c, row, entry); reason != "" {
			r.Skipped = append(r.Skipped, Skip{row.line, reason})
			continue
		}
		r.Rows = append(r.Rows, Row{row.line, entry, raw})
	}
}

// reject says why a row is not taken, "" where it is. Cells that a vendor
// merged and an exporter flattened, and bare pipes inside a message, move the
// other cells to a wrong column: a row of a wrong length is trusted only if
// its status stands where a status belongs.
func reject(g grid, c columns, row gridRow, e catalog.Entry) string {
	if e.Code == "" {
		return "no code"
	}
	if isPhrase(e.Code) && filled(row) == 1 {
		return "section heading: only the code column is filled"
	}
	cells, headings := len(row.cells), len(g.heading)
	if cells == headings || e.Status != 0 {
		return ""
	}
	shifted := isSentence(e.Code)
	if c.status >= 0 {
		shifted = shifted || holdsStatus(g, row) || c.cell(row, c.status) != ""
	}
	if cells > headings || shifted {
		return fmt.Sprintf("%d cells where the heading has %d: the cells are shifted", cells, headings)
	}
	return ""
}

// filled counts the cells that hold anything.
func filled(row gridRow) int {
	n := 0
	for _, cell := range row.cells {
		if strings.TrimSpace(cell) != "" {
			n++
		}
	}
	return n
}

// holdsStatus reports whether any cell of the row is a status.
func holdsStatus(g grid, row gridRow) bool {
	for _, cell := range row.cells {
		if parseStatus(g.text(cell)) != 0 {
			return true
		}
	}
	return false
}

// isPhrase reports whether a text has several words or is not in ASCII: what a
// heading inside a table is, and what a code may be only with other cells
// beside it ("IMAGE NOT FOUND").
func isPhrase(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' })
}

// isSentence reports whether a text is more than several words.
func isSentence(text string) bool {
	return isPhrase(text) && strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。") ||
		len(strings.Fields(text)) > 6
}

// parseStatus reads the first HTTP status of a cell, 0 where there is none:
// "403", "400 Bad Request", "HTTP 400", "404/500", but not "4003" or "-503".
func parseStatus(cell string) int {
	cell = strings.TrimSpace(cell)
	if len(cell) >= 4 && strings.EqualFold(cell[:4], "http") {
		cell = strings.TrimLeft(cell[4:], " :")
	}
	if len(cell) < 3 || len(cell) > 3 && (isWord(cell[3]) || cell[3] == '.') {
		return 0
	}
	status, err := strconv.Atoi(cell[:3])
	if err != nil || status < 100 || status > 599 {
		return 0
	}
	return status
}

func isWord(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
