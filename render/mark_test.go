package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
)

// found is a record of an entry in which a search has matched pieces of the code
// and of the message, and other words.
func found(e catalog.Entry, code, message []string, other ...string) render.Record {
	m := catalog.Match{Query: "glaze", Kind: catalog.KindText, Score: 0.5, Entry: e}
	return render.FromMatch(m).Marked(catalog.Highlight{
		Code: spansOf(e.Code, code), Message: spansOf(e.Message, message), Other: other,
	})
}

// spansOf returns where the pieces stand in a text, each behind the one before.
func spansOf(text string, pieces []string) []catalog.Span {
	var spans []catalog.Span
	at := 0
	for _, piece := range pieces {
		at += strings.Index(text[at:], piece)
		spans = append(spans, catalog.Span{From: at, To: at + len(piece)})
		at += len(piece)
	}
	return spans
}

// searched are answers of a search: in both texts, over the end of a line, in
// wide text, elsewhere alone.
func searched() []render.Record {
	all := entries()
	return []render.Record{
		found(all[0], []string{"Glaze"}, []string{"glaze", "not found"}, "glazes", "釉料", "GLAZE", "pots", "pottery", "vase"),
		found(all[1], nil, []string{"pots inside must cool"}, "hot\tkiln"),
		found(all[2], []string{"Temperature", "Malformed"}, []string{"曲线无效，请输入", "分段"}),
	}
}

// TestMarks holds what a search shows of its matches, in a table, in stacked
// records and on a card.
func TestMarks(t *testing.T) {
	var sections []section
	for _, width := range []int{40, 60, 80, 120} {
		for _, colour := range []bool{true, false} {
			opt := render.Options{Width: width, UTF8: true, Color: colour}
			name := fmt.Sprintf("%d colour=%v", width, colour)
			sections = append(
				sections,
				section{"table " + name, output(t, "table", opt, searched()...)},
				section{"short codes " + name, output(t, "table", opt, searched()[:2]...)},
				section{"card " + name, output(t, "table", opt, searched()[1])},
			)
		}
	}
	golden(t, "marks", sections)
}

// TestMarksAreOnPagesAlone: every other format writes what it would without them,
// and so does a page of chosen fields without colour.
func TestMarksAreOnPagesAlone(t *testing.T) {
	var bare []render.Record
	for _, r := range searched() {
		bare = append(bare, r.Marked(catalog.Highlight{}))
	}
	for _, format := range render.Formats() {
		opt := render.Options{Width: 80}
		if format == "table" {
			opt.Fields = []string{"code", "message"}
		}
		if got, want := output(t, format, opt, searched()...), output(t, format, opt, bare...); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", format, got, want)
		}
	}
}

// TestMarksChangeNoText: without its escape sequences a page with marks is the
// page without marks.
func TestMarksChangeNoText(t *testing.T) {
	for _, width := range widths() {
		for _, fields := range [][]string{nil, {"message", "code"}, {"code", "status", "message"}} {
			opt := render.Options{Width: width, Color: true, Fields: fields}
			for n := 1; n <= len(searched()); n++ {
				checkMarks(t, opt, searched()[:n]...)
			}
		}
	}
}

// checkMarks compares pages with and without marks, and returns the first.
func checkMarks(t *testing.T, opt render.Options, records ...render.Record) string {
	t.Helper()
	bare := slices.Clone(records)
	for i, r := range bare {
		bare[i] = r.Marked(catalog.Highlight{})
	}
	page := output(t, "table", opt, records...)
	if got, want := ansi.Strip(page), ansi.Strip(output(t, "table", opt, bare...)); got != want {
		t.Errorf("the text of a page of %d has changed: got\n%q\nwant\n%q", opt.Width, got, want)
	}
	return page
}

// marked returns what is underlined on a page; lipgloss asks for it twice.
func marked(page string) []string {
	var pieces []string
	for _, rest := range strings.Split(page, "\x1b[4;4m")[1:] {
		piece, _, _ := strings.Cut(rest, "\x1b[0m")
		pieces = append(pieces, piece)
	}
	return pieces
}

func TestMarksOfAwkwardText(t *testing.T) {
	for _, c := range []struct {
		name, message string
		from, to      int
		want          []string
	}{
		{"a combining mark goes with its letter", "cafe\u0301 x", 3, 4, []string{"e\u0301"}},
		{"and the letter with its mark", "cafe\u0301 x", 4, 6, []string{"e\u0301"}},
		{"a joined emoji is one", "a👩‍🚒b", 1, 5, []string{"👩‍🚒"}},
		{"a wide character", "余额不足", 3, 6, []string{"额"}},
		{"control characters before", "\x1b\x1b\u202eab cd", 9, 11, []string{"d"}},
		{"invalid UTF-8 before", "\xff\xffab cd", 5, 7, []string{"cd"}},
		{"beyond the text", "ab", 1, 99, []string{"b"}},
		{"nothing", "ab", 1, 1, nil},
		{"behind the text", "ab", 7, 9, nil},
	} {
		r := render.FromMatch(catalog.Match{Entry: catalog.Entry{Code: "Code", Message: c.message}})
		r = r.Marked(catalog.Highlight{Message: []catalog.Span{{From: c.from, To: c.to}}})
		page := checkMarks(t, render.Options{Width: 80, Color: true}, r)
		if got := marked(page); !slices.Equal(got, c.want) {
			t.Errorf("%s: marked %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMatchedColumn: what matched comes last, gives way to the message and to
// nothing else, and is not there where colour shows it.
func TestMatchedColumn(t *testing.T) {
	row := func(name string) render.Record {
		e := catalog.Entry{Catalog: name, Code: "KilnBusy", Status: 503, Message: "The kiln is firing; the pots inside must cool down."}
		e.Retry = "after-wait"
		return found(e, []string{"Kiln"}, nil, "temperature-curve-segment")
	}
	for _, c := range []struct {
		width  int
		colour bool
		want   string
	}{
		{160, false, "CODE STATUS MESSAGE RETRY CATALOG MATCHED"},
		{100, false, "CODE STATUS MESSAGE RETRY MATCHED"},
		{80, false, "CODE STATUS MESSAGE MATCHED"},
		{68, false, "CODE STATUS MESSAGE"},
		{160, true, "CODE STATUS MESSAGE RETRY CATALOG"},
	} {
		page := ansi.Strip(output(t, "table", render.Options{Width: c.width, Color: c.colour}, row("a"), row("b")))
		heading, _, _ := strings.Cut(page, "\n")
		if got := strings.Join(strings.Fields(heading), " "); got != c.want {
			t.Errorf("width %d, colour %v: columns %q, want %q", c.width, c.colour, got, c.want)
		}
	}
}

// FuzzMarks marks any piece of any text on any page.
func FuzzMarks(f *testing.F) {
	f.Add("The glaze is not found", 4, 9, 30)
	f.Add("温度曲线无效，请输入", 7, 20, 20)
	f.Add("cafe\u0301\x1b[31m \u202e👩‍🚒\xff", 4, 90, 80)
	f.Add(" \u0301a  b ", 0, 4, 60)
	f.Fuzz(func(t *testing.T, text string, from, to, width int) {
		if len(text) > 1000 {
			return
		}
		spans := []catalog.Span{{From: from, To: to}}
		r := found(catalog.Entry{Code: text, Message: text}, nil, nil).
			Marked(catalog.Highlight{Code: spans, Message: spans, Other: []string{text}})
		opt := render.Options{Width: 20 + int(uint(width)%200), Color: true}
		page := checkMarks(t, opt, r)
		checkMarks(t, opt, r, r)
		for _, piece := range marked(page) {
			if piece == "" || !utf8.ValidString(piece) {
				t.Errorf("marked %q on %q", piece, page)
			}
		}
		opt.Color = false
		if page := output(t, "table", opt, r, r); strings.ContainsFunc(page, func(c rune) bool { return c != '\n' && render.Clean(string(c)) != string(c) }) {
			t.Errorf("unsafe page %q", page)
		}
	})
}
