package tables

import "strings"

// maxCellLines bounds how far an open cell is looked for its end, in lines.
const maxCellLines = 100

// readMarkdown finds the pipe tables of a page. It is more patient than a
// renderer: rows may lack the outer pipes that the heading has, and a cell may
// go on over several lines, even over blank ones, until a pipe closes it.
func readMarkdown(data string) []grid {
	lines := strings.Split(strings.TrimPrefix(data, "\ufeff"), "\n")
	var grids []grid
	fence := "" // what closes the fenced block that we are in
	for i := 0; i < len(lines); {
		line := strings.TrimSpace(lines[i])
		switch {
		case fence != "":
			if strings.HasPrefix(line, fence) && strings.Trim(line, fence[:1]) == "" {
				fence = ""
			}
		case fenceOf(line) != "":
			fence = fenceOf(line)
		case strings.Contains(line, "|") && i+1 < len(lines) && isDelimiter(lines[i+1]):
			var g grid
			g, i = readGrid(lines, i)
			grids = append(grids, g)
			continue
		}
		i++
	}
	return grids
}

// fenceOf returns the marks that open a fenced block, "" where the line opens none.
func fenceOf(line string) string {
	for _, mark := range []string{"`", "~"} {
		if n := len(line) - len(strings.TrimLeft(line, mark)); n >= 3 {
			return line[:n]
		}
	}
	return ""
}

// isDelimiter reports whether a line is the row of dashes below a heading.
func isDelimiter(line string) bool {
	return strings.Contains(line, "|") && strings.Contains(line, "-") && strings.Trim(line, "|:- \t\r") == ""
}

// readGrid reads the table whose heading is line at, and returns the number of
// the first line after it.
func readGrid(lines []string, at int) (grid, int) {
	g := grid{plain: inline}
	for _, cell := range splitCells(lines[at]) {
		g.heading = append(g.heading, g.text(cell))
	}
	closed := endsWithPipe(strings.TrimSpace(lines[at]))
	i := at + 2
	for i < len(lines) && strings.Contains(lines[i], "|") {
		end := i + 1
		if closed {
			end = rowEnd(lines, i)
		}
		g.rows = append(g.rows, gridRow{i + 1, splitCells(strings.Join(lines[i:end], "\n"))})
		i = end
	}
	return g, i
}

// rowEnd returns the number of the first line after the row that begins at
// line at. A row is open if it begins with a pipe and does not end with one;
// it then ends with a pipe that closes it, or before the next row.
func rowEnd(lines []string, at int) int {
	if first := strings.TrimSpace(lines[at]); !strings.HasPrefix(first, "|") || endsWithPipe(first) {
		return at + 1
	}
	for i := at + 1; i < min(len(lines), at+maxCellLines); i++ {
		line := strings.TrimSpace(lines[i])
		switch {
		case line == "|", !strings.HasPrefix(line, "|") && endsWithPipe(line):
			return i + 1
		case strings.HasPrefix(line, "#"), fenceOf(line) != "":
			return at + 1
		case strings.HasPrefix(line, "|"):
			if i+1 < len(lines) && isDelimiter(lines[i+1]) {
				return at + 1 // the heading of another table
			}
			return i
		}
	}
	return at + 1
}

// splitCells divides a row at its pipes; a pipe after a backslash divides nothing.
func splitCells(row string) []string {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	if endsWithPipe(row) {
		row = row[:len(row)-1]
	}
	cells := make([]string, 0, 1+strings.Count(row, "|"))
	start := 0
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, row[start:i])
			start = i + 1
		}
	}
	return append(cells, row[start:])
}

// endsWithPipe reports whether a line's last character is a pipe that is not escaped.
func endsWithPipe(line string) bool {
	text, ok := strings.CutSuffix(line, "|")
	return ok && (len(text)-len(strings.TrimRight(text, `\`)))%2 == 0
}
