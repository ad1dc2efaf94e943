package render

import (
	"io"
	"slices"
	"strings"
)

// markdown writes a table in GitHub's Markdown, with plain's columns.
type markdown struct {
	w       io.Writer
	columns []string
	started bool
}

func newMarkdown(w io.Writer, opt Options) Renderer {
	if opt.Kind == KindReport && len(opt.Fields) == 0 {
		return &markdownReport{w: w}
	}
	return &markdown{w: w, columns: opt.columns()}
}

// Record writes a row.
func (m *markdown) Record(r Record) error {
	var b strings.Builder
	m.heading(&b)
	for _, name := range m.columns {
		b.WriteString("| " + markdownCell(name, r.str(name)) + " ")
	}
	b.WriteString("|\n")
	_, err := io.WriteString(m.w, b.String())
	return err
}

// Close writes the heading where no record came.
func (m *markdown) Close() error {
	var b strings.Builder
	m.heading(&b)
	_, err := io.WriteString(m.w, b.String())
	return err
}

// heading writes the heading once.
func (m *markdown) heading(b *strings.Builder) {
	if m.started {
		return
	}
	m.started = true
	b.WriteString("| " + strings.Join(m.columns, " | ") + " |\n")
	b.WriteString(strings.Repeat("| --- ", len(m.columns)) + "|\n")
}

// markdownCell returns the text of a field for a cell. Where the field has
// commands in backquotes they stay code, in which only the end of the cell has
// to be escaped.
func markdownCell(name, text string) string {
	switch strings.TrimPrefix(name, entryPrefix) {
	case "causes", "next_steps", "notes":
		return markdownProse(text, func(code string) string { return strings.ReplaceAll(code, "|", `\|`) })
	}
	return escapeMarkdown(text)
}

// markdownProse returns clean text of ours, in which backquotes hold a command
// or what is to be taken literally: they stay, around what code makes of it.
// Where they do not pair up they are text like any other.
func markdownProse(text string, code func(string) string) string {
	pieces := strings.Split(text, "`")
	if len(pieces)%2 == 0 || slices.Contains(pieces[1:max(len(pieces)-1, 1)], "") {
		return escapeMarkdown(text)
	}
	for i, piece := range pieces {
		if i%2 == 0 {
			pieces[i] = escapeMarkdown(piece)
		} else {
			pieces[i] = code(piece)
		}
	}
	return strings.Join(pieces, "`")
}

// escapeMarkdown returns clean text in which nothing is markup: no table cell
// ends early, no <Operation> vanishes as HTML, no dds:* starts emphasis. An
// underscore inside a word starts none, so codes stay as they are.
func escapeMarkdown(text string) string {
	var b strings.Builder
	for i := range len(text) {
		c := text[i]
		switch c {
		case '\\', '`', '*', '[', ']', '<', '|', '~', '&':
			b.WriteByte('\\')
		case '_':
			if i == 0 || i == len(text)-1 || !isWordByte(text[i-1]) || !isWordByte(text[i+1]) {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || c >= 0x80
}
