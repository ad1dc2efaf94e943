package render

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Measures of a sheet, in cells.
const (
	readable = 100 // longer lines of prose are hard to read
	margin   = 2   // before labels and before text below a label
	labels   = 13  // for labels beside their text, the blanks behind included
)

// A sheet is text for one result, made from the top down: a heading, prose,
// then labelled sections. Where the page is narrow, labels stand above their text.
type sheet struct {
	strings.Builder
	look   look
	width  int
	beside bool // labels stand beside their text
}

func newSheet(l look) *sheet {
	return &sheet{look: l, width: min(l.width, readable), beside: l.width >= stackBelow}
}

// heading writes the line that says what the sheet is about: a code or name
// that is never broken and, where there is room beside it, an HTTP status.
func (s *sheet) heading(code, status string) {
	s.WriteString(s.look.code.Render(code))
	if status != "" {
		status = "HTTP " + status
		if used := cells(code); used == 0 {
			// nothing to stand beside
		} else if used+gap+cells(status) > s.width {
			s.WriteByte('\n')
		} else {
			s.WriteString("  ")
		}
		s.WriteString(s.look.statusStyle(status[len("HTTP "):]).Render(status))
	}
	s.WriteByte('\n')
}

// rule draws a line below the heading.
func (s *sheet) rule() {
	s.WriteString(s.look.quiet.Render(strings.Repeat(s.look.rule, s.width)) + "\n")
}

// prose writes text over the whole width.
func (s *sheet) prose(text string) {
	for _, line := range wrap(text, s.width) {
		s.WriteString(s.look.plain.Render(line) + "\n")
	}
}

// blank leaves a line free.
func (s *sheet) blank() { s.WriteByte('\n') }

// room returns the width of a section's text.
func (s *sheet) room() int {
	if s.beside {
		return s.width - margin - labels
	}
	return s.width - margin
}

// section writes a label and styled lines of at most room cells.
func (s *sheet) section(label string, lines []string) {
	if len(lines) == 0 {
		return
	}
	indent := strings.Repeat(" ", margin)
	if !s.beside {
		s.WriteString(s.look.quiet.Render(label) + "\n")
		for _, line := range lines {
			s.WriteString(indent + line + "\n")
		}
		return
	}
	s.WriteString(indent + s.look.quiet.Render(label) + strings.Repeat(" ", max(labels-cells(label), 1)))
	for i, line := range lines {
		if i > 0 {
			s.WriteString(strings.Repeat(" ", margin+labels))
		}
		s.WriteString(line + "\n")
	}
}

// item writes a cell as a section.
func (s *sheet) item(label string, style lipgloss.Style, c cell) {
	s.section(label, styled(style, c.wrap(s.room())))
}

// word writes a word of the vocabulary and what it means as a section.
func (s *sheet) word(label, word, meaning string) {
	if word == "" {
		return
	}
	lines := styled(s.look.plain, wrap(withMeaning(word, meaning), s.room()))
	if len(lines) > 0 && strings.HasPrefix(lines[0], word) {
		lines[0] = s.look.strong.Render(word) + s.look.plain.Render(lines[0][len(word):])
	}
	s.section(label, lines)
}

// list writes items as a section, each behind a bullet or its number.
func (s *sheet) list(label string, items []string, numbered bool) {
	var lines []string
	for i, item := range items {
		mark := s.look.bullet
		if numbered && len(items) > 1 {
			mark = strconv.Itoa(i+1) + "."
		}
		hang := cells(mark) + 1
		for k, line := range wrap(item, s.room()-hang) {
			lead := strings.Repeat(" ", hang)
			if k == 0 {
				lead = s.look.quiet.Render(mark) + " "
			}
			lines = append(lines, lead+s.look.plain.Render(line))
		}
	}
	s.section(label, lines)
}

// urls writes a URL a line as a section.
func (s *sheet) urls(label string, urls []string) {
	var lines []string
	for _, url := range urls {
		pieces := styled(s.look.plain, wrap(url, s.room()))
		lines = append(lines, s.look.link(url, pieces)...)
	}
	s.section(label, lines)
}

// stack writes the fields of a record that hold something, one below the other:
// what a code, its status and its message are needs no label.
func (s *sheet) stack(r Record, names []string) {
	withCode := false
	for i, name := range names {
		c := newCell(r, name)
		switch {
		case c.empty() || name == "status" && withCode:
		case name == "code":
			status := ""
			if i+1 < len(names) && names[i+1] == "status" {
				status, withCode = r.str("status"), true
			}
			s.heading(r.str(name), status)
		case name == "name":
			s.heading(r.str(name), "")
		case name == "message":
			s.prose(c.prose)
		default:
			s.item(label(name), s.look.styleOf(name, r.str(name)), c)
		}
	}
}

// withMeaning puts what a word means behind it.
func withMeaning(word, meaning string) string {
	if meaning == "" {
		return word
	}
	return word + ": " + meaning
}

func styled(style lipgloss.Style, lines []string) []string {
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}
