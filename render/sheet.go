package render

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/errcode/errcode/catalog"
)

// Measures of a sheet, in cells.
const (
	readable   = 100 // longer lines of prose are hard to read
	margin     = 2   // before labels and before text below a label
	cardLabels = 13  // for a card's labels and the blanks behind them
)

// A sheet is text for one result, made from the top down: a heading, prose,
// then labelled sections. Where the page is narrow, labels stand above their text.
type sheet struct {
	strings.Builder
	look   look
	width  int
	labels int  // for labels beside their text; 0: they stand above it
	apart  bool // a line is left free before the next section
}

func newSheet(l look) *sheet {
	s := &sheet{look: l, width: min(l.width, readable)}
	if l.width >= stackBelow {
		s.labels = cardLabels
	}
	return s
}

// heading writes the line that says what the sheet is about: a code or name
// that is never broken, what of it matched, and behind it where there is room an HTTP
// status.
func (s *sheet) heading(code, status string, marks ...catalog.Span) {
	s.WriteString(s.look.mark(s.look.code, code, marks))
	if status != "" {
		text := "HTTP " + status
		between := "  "
		if cells(code)+len(between)+cells(text) > s.width {
			between = "\n"
		}
		s.WriteString(between + s.look.statusStyle(status).Render(text))
	}
	s.WriteByte('\n')
}

// title is the heading of what has a name and no code.
func (s *sheet) title(name string) {
	for _, line := range wrap(name, s.width, s.look.width) {
		s.WriteString(s.look.code.Render(line) + "\n")
	}
}

// rule draws a line below the heading.
func (s *sheet) rule() {
	s.WriteString(s.look.quiet.Render(strings.Repeat(s.look.rule, s.width)) + "\n")
}

// lead writes the text that the sections below belong to.
func (s *sheet) lead(text string, marks ...catalog.Span) {
	if text != "" {
		s.prose(text, marks...)
		s.group()
	}
}

// prose writes text over the whole width.
func (s *sheet) prose(text string, marks ...catalog.Span) {
	c := cell{words: []string{text}, marks: marks}
	for _, line := range s.look.marked(s.look.plain, c, c.wrap(s.width, s.look.width)) {
		s.WriteString(line + "\n")
	}
}

// group sets the sections that follow apart from what stands before them.
func (s *sheet) group() { s.apart = true }

// room returns the width of a section's text.
func (s *sheet) room() int { return s.width - margin - s.labels }

// wrap sets text into lines for a section, hang cells being taken on each.
func (s *sheet) wrap(text string, hang int) []string {
	return wrap(text, s.room()-hang, s.look.width-hang)
}

// section writes a label and lines. A line is at most room cells wide, unless
// it is a word that shall stay whole: that moves to the left, and a code beyond
// the page where it must.
func (s *sheet) section(label string, lines []string) {
	if len(lines) == 0 {
		return
	}
	if s.apart {
		s.WriteByte('\n')
		s.apart = false
	}
	at := 0 // the cell reached on the line of the label
	if s.labels > 0 {
		s.WriteString(strings.Repeat(" ", margin))
		at = margin + cells(label)
	}
	s.WriteString(s.look.quiet.Render(label))
	if s.labels == 0 {
		s.WriteByte('\n')
	}
	for _, line := range lines {
		indent := s.width - s.room()
		if room := s.look.width - ansi.StringWidth(line); room < indent {
			indent = max(min(room, margin), 0)
		}
		if at >= indent && at > 0 {
			s.WriteByte('\n')
			at = 0
		}
		s.WriteString(strings.Repeat(" ", indent-at) + line + "\n")
		at = 0
	}
}

// item writes a cell as a section.
func (s *sheet) item(label string, style pen, c cell) {
	s.section(label, s.look.marked(style, c, c.wrap(s.room(), s.look.width)))
}

// word writes a word of the vocabulary and what it means as a section.
func (s *sheet) word(label, word, meaning string) {
	if word == "" {
		return
	}
	lines := styled(s.look.plain, s.wrap(withMeaning(word, meaning), 0))
	if len(lines) > 0 && strings.HasPrefix(lines[0], word) {
		lines[0] = s.look.strong.Render(word) + s.look.plain.Render(lines[0][len(word):])
	}
	s.section(label, lines)
}

// list writes items as a section: one by itself, several behind bullets or
// numbers. What stands in backquotes is a command or to be taken literally, so
// it stands out.
func (s *sheet) list(label string, items []string, numbered bool) {
	var lines []string
	for i, item := range items {
		mark := s.look.bullet + " "
		switch {
		case len(items) == 1:
			mark = ""
		case numbered:
			mark = strconv.Itoa(i+1) + ". "
		}
		hang := cells(mark)
		lead := s.look.quiet.Render(mark)
		literal := false
		for _, line := range s.wrap(item, hang) {
			pieces := strings.SplitAfter(line, "`")
			for k, piece := range pieces {
				style := s.look.plain
				if literal {
					style = s.look.strong
				}
				pieces[k] = style.Render(piece)
				literal = literal != strings.HasSuffix(piece, "`")
			}
			lines = append(lines, lead+strings.Join(pieces, ""))
			lead = strings.Repeat(" ", hang)
		}
	}
	s.section(label, lines)
}

// urls writes addresses as a section. A link is one line, shortened to fit.
// What cannot be clicked has to be copied, so it stands whole, and beyond most of
// them the others are only counted; 0 is no limit.
func (s *sheet) urls(label string, urls []string, most int) {
	var lines []string
	whole, more := 0, 0
	for _, url := range urls {
		switch link, ok := s.look.link(url, s.room()); {
		case ok:
			lines = append(lines, link)
		case most > 0 && whole == most:
			more++
		default:
			whole++
			lines = append(lines, styled(s.look.plain, s.wrap(url, 0))...)
		}
	}
	if more > 0 {
		lines = append(lines, styled(s.look.quiet, s.wrap("and "+strconv.Itoa(more)+" more: -o json", 0))...)
	}
	s.section(label, lines)
}

// stack writes the fields of a record that hold something, one below the other.
// Where a code comes first, what it, its status and its message are needs no label.
func (s *sheet) stack(r Record, names []string) {
	s.labels = 0
	for _, name := range names {
		s.labels = max(s.labels, cells(label(name))+gap)
	}
	if s.room() < leastProse {
		s.labels = 0
	}
	for i, name := range names {
		switch value := r.str(name); {
		case name == "status" && i == 1 && names[0] == "code" || value == "":
		case name == "code" && i == 0:
			status := ""
			if len(names) > 1 && names[1] == "status" {
				status = r.str("status")
			}
			s.heading(value, status, r.marks(name)...)
		case name == "name" && i == 0:
			s.title(value)
		case name == "message" && names[0] == "code":
			s.prose(value, r.marks(name)...)
		default:
			s.fields(r, name)
		}
	}
}

// fields writes fields of a record that hold something as sections.
func (s *sheet) fields(r Record, names ...string) {
	for _, name := range names {
		switch strings.TrimPrefix(name, entryPrefix) {
		case "causes", "notes":
			s.list(label(name), r.list(name), false)
		case "next_steps":
			s.list(label(name), r.list(name), true)
		case "references":
			s.urls(label(name), r.list(name), 0)
		case "live":
			s.live(label(name), r, name)
		default:
			s.item(label(name), s.look.styleOf(name, r.str(name)), newCell(r, name))
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

func styled(style pen, lines []string) []string {
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}
