package render

import (
	"io"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
)

// mostNote is the width in cells for which a code must be cut: one that fits
// stays whole, however narrow the page.
const mostNote = 120

// shortUnknown is the least that a note says of a code that no catalog holds.
const shortUnknown = ": unknown"

// Notes writes the lines of annotate. One value serves a whole run, so that its
// styles are made once.
type Notes struct{ look look }

// NewNotes returns a writer of notes that are as wide as the page of opt.
func NewNotes(opt Options) Notes { return Notes{newLook(io.Discard, opt)} }

// Line returns the note on an occurrence, without a line end: "errcode: CODE
// (STATUS): what to do first". It is at most as wide as the page and ends at a
// word; a code is cut only where 120 cells do not hold it.
func (n Notes) Line(o scan.Occurrence) string {
	l := n.look
	const lead = "errcode: "
	code := ansi.Truncate(Clean(o.Code), max(l.width, mostNote)-len(lead)-len(shortUnknown), l.ellipsis)
	head, used := lead+l.code.Render(code), cells(lead)+cells(code)
	if !o.Known() {
		return head + l.unknown(o.Suggestions, l.width-used)
	}
	e := o.Entries[0].Entry
	status := o.Status
	if status == 0 {
		status = catalogStatus(o.Entries[0])
	}
	if status != 0 {
		number := strconv.Itoa(status)
		if used+cells(number)+len(" ()") > l.width {
			return head
		}
		head += " (" + l.statusStyle(number).Render(number) + ")"
		used += cells(number) + len(" ()")
	}
	advice := e.Message
	if meaning := e.Retry.Meaning(); meaning != "" && e.Retry != "unknown" {
		advice = meaning
	}
	if len(e.NextSteps) > 0 {
		advice = e.NextSteps[0]
	}
	if text := l.cut(Clean(advice), l.width-used-len(": ")); text != "" {
		head += ": " + text
	}
	return head
}

// catalogStatus returns the HTTP status of a match's code by its catalog, 0
// where that is not known. The table's belongs to the table's code: a live code
// has its own.
func catalogStatus(m catalog.Match) int {
	if m.Kind != catalog.KindLive {
		return m.Entry.Status
	}
	status := 0
	for _, l := range m.Entry.Live {
		switch {
		case l.Code != m.Via || l.Status == 0 || l.Status == status:
		case status != 0:
			return 0
		default:
			status = l.Status
		}
	}
	return status
}

// unknown returns what a note says of a code that no catalog holds: as many of
// the near codes as there is room for, one at least where shorter words make room.
func (l look) unknown(near []string, room int) string {
	const long, short, lead = ": not in any catalog", shortUnknown, "; near "
	fits := func(text string) bool { return cells(text) <= room }
	text := long
	if !fits(long) || len(near) > 0 && !fits(long+lead+Clean(near[0])) && fits(short+lead+Clean(near[0])) {
		text = short
	}
	if !fits(text) {
		return ""
	}
	for i, code := range near {
		longer := text + ", " + Clean(code)
		if i == 0 {
			longer = text + lead + Clean(code)
		}
		if !fits(longer) {
			break
		}
		text = longer
	}
	return text
}

// cut returns text of at most room cells, cut at a word where it is longer, ""
// where not even a word has room.
func (l look) cut(text string, room int) string {
	text = strings.Trim(text, " ")
	if cells(text) <= room {
		return text
	}
	room -= cells(l.ellipsis)
	if room < 1 {
		return ""
	}
	line := wrap(text, room, room)[0]
	if cells(line) > room {
		return "" // a wide character alone
	}
	rest := text[len(line):]
	if size, width := cluster(rest); width < 2 && rest[:size] != " " {
		return "" // the first word is longer than that
	}
	return strings.TrimRight(line, " ,;:") + l.ellipsis
}
