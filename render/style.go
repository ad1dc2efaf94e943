package render

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// A look is how a page is drawn: its styles, its marks and its width.
//
// The styles use the terminal's own colours, and of these only what can be
// read on a dark and on a light background: bold, faint, red and magenta. No
// meaning is in the colour alone.
type look struct {
	width int
	links bool

	code   lipgloss.Style // codes and headings
	status lipgloss.Style // HTTP statuses up to 499
	failed lipgloss.Style // HTTP statuses from 500
	strong lipgloss.Style // what to remember: words of the vocabulary, commands
	plain  lipgloss.Style // prose
	quiet  lipgloss.Style // labels, rules, marks

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
		code:   r.NewStyle().Bold(true),
		status: r.NewStyle().Bold(true).Foreground(lipgloss.ANSIColor(termenv.ANSIMagenta)),
		failed: r.NewStyle().Bold(true).Foreground(lipgloss.ANSIColor(termenv.ANSIRed)),
		strong: r.NewStyle().Bold(true),
		plain:  r.NewStyle(),
		quiet:  r.NewStyle().Faint(true),
		rule:   lipgloss.ASCIIBorder().Top, bullet: "-", ellipsis: "...", bar: "#",
	}
	if opt.UTF8 {
		l.rule, l.bullet, l.ellipsis, l.bar = lipgloss.NormalBorder().Top, "•", "…", "━"
	}
	return l
}

// styleOf returns the style of a field's value in a table.
func (l look) styleOf(column, value string) lipgloss.Style {
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
func (l look) statusStyle(status string) lipgloss.Style {
	if status >= "500" {
		return l.failed
	}
	return l.status
}

// link makes the pieces into which a URL was wrapped one link. The URL is
// clean text; one with more than ASCII is left alone, as its address would have
// to be encoded.
func (l look) link(url string, pieces []string) []string {
	if !l.links || !strings.HasPrefix(url, "https://") && !strings.HasPrefix(url, "http://") ||
		strings.ContainsFunc(url, func(r rune) bool { return r <= ' ' || r >= 0x7F }) {
		return pieces
	}
	var id []string
	if len(pieces) > 1 {
		id = []string{"id=url"} // a terminal joins pieces with one id and one URL
	}
	for i, piece := range pieces {
		pieces[i] = ansi.SetHyperlink(url, id...) + piece + ansi.ResetHyperlink()
	}
	return pieces
}
