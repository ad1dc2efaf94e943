package scan

import (
	"strings"
	"unicode/utf8"
)

// Clients of databases and tools for terminals draw tables, and fold a text that is
// wider than its column: the lines of a row have their bars at the same places, and
// all but the first have an empty first cell.

// A tableLine is a line of a table: where its cells begin and end, and at which
// columns its bars stand.
type tableLine struct {
	at, end int
	cells   []span
	bars    []int
}

// readTableLine reads the line of a text from at to end. Bars are those of the
// table's outside, | a | b |, or the inner ones alone, a │ b, where a border was taken
// off as a prefix.
func readTableLine(s string, at, end int) tableLine {
	l := tableLine{at: at, end: end}
	bar := "│"
	if strings.HasPrefix(s[at:end], "|") {
		bar = "|"
	}
	from, column := at, 0
	for i := at; i < end; column++ {
		if strings.HasPrefix(s[i:end], bar) {
			l.cells = append(l.cells, span{from, i})
			l.bars = append(l.bars, column)
			from = i + len(bar)
			i = from
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:end])
		i += n
	}
	l.cells = append(l.cells, span{from, end})
	if bar == "|" {
		l.cells = l.cells[1:] // what stands before the first bar
	}
	return l
}

// folds reports whether a line goes on with the row of the one before it.
func (l *tableLine) folds(s string, before *tableLine) bool {
	if len(l.bars) == 0 || len(l.bars) != len(before.bars) || s[l.at] == '|' && len(l.bars) < 3 {
		return false
	}
	for i := range l.bars {
		if l.bars[i] != before.bars[i] {
			return false
		}
	}
	return strings.TrimSpace(s[l.cells[0].from:l.cells[0].to]) == "" && strings.Trim(s[l.at:l.end], " |│") != ""
}

// foldsRow reports whether a line goes on with the row of a table that the line
// before it has a part of.
func foldsRow(before, line string) bool {
	if line[0] != '|' || !isTable(before) || !isTable(line) {
		return false
	}
	a, b := readTableLine(before, 0, len(before)), readTableLine(line, 0, len(line))
	return b.folds(line, &a)
}

// isRule reports whether a line is one between the rows of a table.
func isRule(line string) bool {
	for _, c := range line {
		if !strings.ContainsRune("+-=|: ", c) && (c < '─' || c > '╿') {
			return false
		}
	}
	return len(line) > 3
}

// withoutFolds puts each row of a table on one line.
func withoutFolds(t text) text {
	if !t.has("|\n|") && !t.has(" │ ") {
		return t
	}
	var w writer
	var row []tableLine
	done := 0
	flush := func() {
		if len(row) > 1 {
			w.copy(t, done, row[0].at)
			writeRow(&w, t, row)
			done = row[len(row)-1].end
		}
		row = row[:0]
	}
	for at := 0; at < len(t.s); {
		line := firstLine(t.s[at:])
		l := readTableLine(t.s, at, at+len(line))
		if n := len(row); n > 0 && !l.folds(t.s, &row[n-1]) {
			flush()
		}
		row = append(row, l)
		at += len(line) + 1
	}
	flush()
	w.copy(t, done, len(t.s))
	return w.text()
}

// writeRow writes the cells of a row that stands on several lines.
func writeRow(w *writer, t text, row []tableLine) {
	for c := range row[0].cells {
		w.add("| ", t.src(row[0].at))
		cut := cutsWords(t.s, row, c)
		for i, l := range row {
			from, end := l.cells[c].from, l.cells[c].to
			from += blank(t.s[from:end])
			if !cut || i == len(row)-1 {
				end = from + len(strings.TrimRight(t.s[from:end], " "))
			} else if end > from && t.s[end-1] == ' ' {
				end--
			}
			if i > 0 && !cut && from < end {
				w.add(" ", t.src(from))
			}
			w.copy(t, from, end)
		}
		w.add(" ", t.src(max(row[len(row)-1].end-1, 0)))
	}
}

// cutsWords reports whether a table breaks the texts of a column anywhere: of their
// pieces, all but the last are as long as the column is wide, or a blank shorter.
func cutsWords(s string, row []tableLine, column int) bool {
	width := func(l tableLine) int {
		return utf8.RuneCountInString(strings.TrimRight(s[l.cells[column].from:l.cells[column].to], " "))
	}
	widest := 0
	for _, l := range row {
		widest = max(widest, width(l))
	}
	for _, l := range row[:len(row)-1] {
		if width(l) < widest-1 {
			return false
		}
	}
	a, b := row[0].cells[column], row[1].cells[column]
	return len(row) > 2 || seamless(strings.TrimSpace(s[a.from:a.to]), strings.TrimSpace(s[b.from:b.to]))
}
