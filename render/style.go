package render

import (
	"cmp"
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// A look is how a page is drawn: its styles, its marks and its width.
//
// The styles use the terminal's own colours, and of these only what can be
// read on a dark and on a light background: bold, faint, underlined, red and
// magenta. No meaning is in the colour alone.
type look struct {
	width int
	links bool

	code   pen // codes and headings
	status pen // HTTP statuses up to 499
	failed pen // HTTP statuses from 500
	strong pen // what to remember: words of the vocabulary, commands
	plain  pen // prose
	quiet  pen // labels, rules, marks
	hit    pen // what a search matched, over the style of its text

	rule, bullet, ellipsis, bar string
}

// newLook prepares a renderer of lipgloss that knows everything it needs, so
// that it never asks the terminal or the environment.
func newLook(w io.Writer, opt Options) look {
	profile := termenv.Ascii
	if opt.Color {
		profile = termenv.ANSI
	}
	r := lipgloss.NewRenderer(w, termenv.WithProfile(profile))
	r.SetColorProfile(profile)
	r.SetHasDarkBackground(true)

	l := look{
		width:  opt.width(),
		links:  opt.Color && opt.Links,
		code:   newPen(r.NewStyle().Bold(true)),
		status: newPen(r.NewStyle().Bold(true).Foreground(lipgloss.ANSIColor(termenv.ANSIMagenta))),
		failed: newPen(r.NewStyle().Bold(true).Foreground(lipgloss.ANSIColor(termenv.ANSIRed))),
		strong: newPen(r.NewStyle().Bold(true)),
		quiet:  newPen(r.NewStyle().Faint(true)),
		hit:    newPen(r.NewStyle().Underline(true)),
		rule:   lipgloss.ASCIIBorder().Top, bullet: "-", ellipsis: "...", bar: "#",
	}
	if opt.UTF8 {
		l.rule, l.bullet, l.ellipsis, l.bar = lipgloss.NormalBorder().Top, "•", "…", "━"
	}
	return l
}

// A pen writes text in a style of lipgloss. What the style puts around a text is
// asked once: lipgloss measures and splits every text anew, and here each is one
// clean line already.
type pen struct{ before, after string }

func newPen(style lipgloss.Style) pen {
	before, after, _ := strings.Cut(style.Render("x"), "x")
	return pen{before, after}
}

// Render returns a line of text in the pen's style.
func (p pen) Render(line string) string {
	if line == "" {
		return ""
	}
	return p.before + line + p.after
}

// styleOf returns the style of a field's value in a table.
func (l look) styleOf(column, value string) pen {
	switch strings.TrimPrefix(column, entryPrefix) {
	case "code", "name":
		return l.code
	case "status":
		return l.statusStyle(value)
	case "catalog", "kind", "source":
		return l.quiet
	}
	return l.plain
}

// statusStyle returns the style of an HTTP status written out.
func (l look) statusStyle(status string) pen {
	if status >= "500" {
		return l.failed
	}
	return l.status
}

// link makes a URL a link of at most room cells, or reports that it must be
// shown as it is: where links are off, and where it has more than ASCII, as its
// address would have to be encoded. The URL is clean text.
func (l look) link(url string, room int) (string, bool) {
	if !l.links || !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") ||
		strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r >= 0x7F }) {
		return "", false
	}
	return ansi.SetHyperlink(url) + l.shortURL(url, room) + ansi.ResetHyperlink(), true
}

// shortURL returns what to show of an ASCII URL: the host and as much of the end
// of the path as there is room for, since the end tells one page from another.
func (l look) shortURL(url string, room int) string {
	_, text, _ := strings.Cut(url, "://")
	text = strings.TrimSuffix(strings.ReplaceAll(text, "%20", " "), "/")
	host, path, _ := strings.Cut(text, "/")
	for short := text; ; short = host + "/" + l.ellipsis + "/" + path {
		if cells(short) <= room {
			return short
		}
		_, rest, ok := strings.Cut(path, "/")
		if !ok {
			break
		}
		path = rest
	}
	last := cmp.Or(path, host)
	return l.ellipsis + last[max(len(last)-room+cells(l.ellipsis), 0):]
}
