package render_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// checkPage fails where a line is wider than the page, unless it is one of the
// codes alone, and where a code is not whole on some line.
func checkPage(t *testing.T, page string, width int, codes ...string) {
	t.Helper()
	lines := strings.Split(page, "\n")
	for _, line := range lines {
		word := strings.TrimSuffix(strings.Trim(line, " "), ",")
		if ansi.StringWidth(line) > width && !slices.Contains(codes, word) {
			t.Errorf("%d cells on a page of %d: %q", ansi.StringWidth(line), width, line)
		}
	}
	for _, code := range codes {
		if !slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, code) }) {
			t.Errorf("code %q is not whole on a page of %d:\n%s", code, width, page)
		}
	}
}

// widths are pages from the narrowest to a wide one, all where layouts change.
func widths() []int {
	var all []int
	for w := 20; w <= 110; w++ {
		all = append(all, w)
	}
	return append(all, 119, 120, 121, 159, 160, 200, 239, 240)
}

func TestPagesKeepTheirWidth(t *testing.T) {
	for name, records := range subjects() {
		var codes []string
		switch name {
		case "one":
			codes = append(codes, "GlazeNotFound", "InvalidGlase.NotFound", full().Code, "Glaze.Unknown")
		case "several":
			for _, e := range entries() {
				codes = append(codes, e.Code)
			}
		case "report":
			codes = []string{full().Code, "InvalidGlazes", "InvalidTemperatureCurveSegment.Malformed"}
		case "occurrence":
			codes = []string{full().Code, "InvalidGlazes"}
		}
		for _, width := range widths() {
			opt := render.Options{Kind: kindOf(name), Width: width, UTF8: true}
			checkPage(t, output(t, "table", opt, records...), width, codes...)
		}
	}
}

// TestWordsStayWhole: a time, a request ID, a path, an address is one piece
// wherever a line of the page has room for it.
func TestWordsStayWhole(t *testing.T) {
	for _, c := range []struct{ subject, word string }{
		{"report", "2026-07-14T01:12:44Z"},
		{"report", "4C467B38-3910-447D-87BC-AC049166F216"},
		{"catalog", "/var/lib/pottery/.local/share/errcode/catalogs/clay.idx"},
		{"one", full().References[0]},
	} {
		for _, width := range widths() {
			page := output(t, "table", render.Options{Kind: kindOf(c.subject), Width: width}, subjects()[c.subject]...)
			if len(c.word) <= width && !strings.Contains(page, c.word) {
				t.Errorf("%s is in pieces on a page of %d:\n%s", c.word, width, page)
			}
		}
	}
}

// TestPageWithAllFields has columns for everything, so that most pages stack.
func TestPageWithAllFields(t *testing.T) {
	for _, width := range widths() {
		opt := render.Options{Width: width, Fields: render.FieldNames(render.KindMatch)}
		page := output(t, "table", opt, match(entries()[0]), match(entries()[1]))
		checkPage(t, page, width, append(full().Aliases, full().Code, "KilnBusy")...)
	}
}

// TestPageOfALongList has a code that the plan of the first thousand rows
// cannot know of.
func TestPageOfALongList(t *testing.T) {
	long := "InvalidTemperatureCurveSegment.Malformed"
	next := "KilnBusy12" // as wide as its column and the gap behind it
	var records []render.Record
	for range 1001 {
		records = append(records, match(entries()[1]))
	}
	records = append(records, match(catalog.Entry{Code: long, Status: 400, Message: "Too long."}))
	records = append(records, match(catalog.Entry{Code: next, Status: 400, Message: "A little too long."}))
	for _, width := range []int{20, 60, 80, 240} {
		page := output(t, "table", render.Options{Width: width}, records...)
		checkPage(t, page, width, long, next)
		if width >= 60 && !strings.HasSuffix(page, "\n"+long+"\n          400     Too long.\n"+next+"\n          400     A little too long.\n") {
			t.Errorf("the long code has moved the columns:\n%s", page[len(page)-300:])
		}
	}
}

func TestColumnsOfMatches(t *testing.T) {
	row := func(name string, retry catalog.Retry) render.Record {
		e := catalog.Entry{Catalog: name, Code: "KilnBusy", Status: 503, Message: "The kiln is firing."}
		e.Retry = retry
		return match(e)
	}
	for _, c := range []struct {
		name    string
		records []render.Record
		width   int
		fields  []string
		want    string
	}{
		{"nothing to add", []render.Record{row("a", ""), row("a", "")}, 120, nil, "CODE STATUS MESSAGE"},
		{"a retry", []render.Record{row("a", ""), row("a", "no")}, 120, nil, "CODE STATUS MESSAGE RETRY"},
		{"two catalogs", []render.Record{row("a", ""), row("b", "")}, 120, nil, "CODE STATUS MESSAGE CATALOG"},
		{"both", []render.Record{row("a", "no"), row("b", "")}, 120, nil, "CODE STATUS MESSAGE RETRY CATALOG"},
		{"no room", entryRecords(), 80, nil, "CODE STATUS MESSAGE"},
		{"asked for", []render.Record{row("a", ""), row("a", "")}, 80, []string{"catalog", "code"}, "CATALOG CODE"},
	} {
		page := output(t, "table", render.Options{Width: c.width, Fields: c.fields}, c.records...)
		heading, _, _ := strings.Cut(page, "\n")
		if got := strings.Join(strings.Fields(heading), " "); got != c.want {
			t.Errorf("%s: columns %q, want %q", c.name, got, c.want)
		}
	}
}

// TestColumnsOfCatalogs: those inside the program have no path to show.
func TestColumnsOfCatalogs(t *testing.T) {
	pottery := render.FromCatalog(catalog.Info{Name: "pottery"}, "embedded", "")
	for path, want := range map[string]string{"": "NAME ENTRIES KIND", "clay.idx": "NAME ENTRIES KIND PATH"} {
		clay := render.FromCatalog(catalog.Info{Name: "clay"}, "installed", path)
		heading, _, _ := strings.Cut(output(t, "table", render.Options{Kind: render.KindCatalog}, pottery, clay), "\n")
		if got := strings.Join(strings.Fields(heading), " "); got != want {
			t.Errorf("path %q: columns %q, want %q", path, got, want)
		}
	}
}

func entryRecords() []render.Record {
	var records []render.Record
	for _, e := range entries() {
		records = append(records, match(e))
	}
	return records
}

func TestCardSaysHowItMatched(t *testing.T) {
	for _, c := range []struct {
		kind catalog.Kind
		via  string
		want string
	}{
		{catalog.KindExact, "", ""},
		{catalog.KindFolded, "", ""},
		{catalog.KindAlias, "GlazeNotFound", "matched      alias GlazeNotFound\n"},
		{catalog.KindLive, "Glaze.Unknown", "matched      live code Glaze.Unknown\n"},
		{catalog.KindFamily, "InvalidGlaze", "matched      family InvalidGlaze\n"},
		{catalog.KindFamily, "", "matched      family as typed\n"},
	} {
		m := catalog.Match{Query: "as typed", Kind: c.kind, Score: 1, Via: c.via, Entry: full()}
		page := output(t, "table", render.Options{}, render.FromMatch(m))
		if c.want == "" && strings.Contains(page, "matched") || !strings.Contains(page, c.want) {
			t.Errorf("%v: want %q in\n%s", c.kind, c.want, page)
		}
	}
}

// TestCardOfToday: what the service sends today is grouped by code and status,
// and only what the table does not say is shown.
func TestCardOfToday(t *testing.T) {
	for name, c := range map[string]struct {
		live []catalog.Live
		want string
	}{
		"as the table": {[]catalog.Live{{Code: "KilnBusy", Status: 503, Message: "the kiln is  'firing'"}, {Code: "KilnBusy"}}, ""},
		"another status": {
			[]catalog.Live{{Code: "KilnBusy", Status: 403, Message: "The kiln is firing."}},
			"  today        KilnBusy (403, not 503)\n",
		},
		"other messages": {
			[]catalog.Live{{Code: "Kiln.Hot", Status: 503, Message: "Too hot."}, {Code: "KilnBusy", Status: 403}, {Code: "Kiln.Hot", Status: 503, Message: "Way too hot."}},
			"  today        Kiln.Hot (503)\n                 Too hot.\n                 Way too hot.\n               KilnBusy (also 403)\n",
		},
		"both statuses": {
			[]catalog.Live{{Code: "KilnBusy", Status: 503, Message: "Too hot."}, {Code: "KilnBusy", Status: 403, Message: "Too hot."}},
			"  today        KilnBusy (503)\n                 Too hot.\n               KilnBusy (also 403)\n                 Too hot.\n",
		},
		"both statuses of another code": {
			[]catalog.Live{{Code: "Kiln.Hot", Status: 503, Message: "Too hot."}, {Code: "Kiln.Hot", Status: 403, Message: "Too hot."}},
			"  today        Kiln.Hot (503)\n                 Too hot.\n               Kiln.Hot (403)\n                 Too hot.\n",
		},
		"one message twice": {
			[]catalog.Live{{Code: "Kiln.Hot", Message: "Too hot."}, {Code: "Kiln.Hot", Message: "too \"hot\""}},
			"  today        Kiln.Hot\n                 Too hot.\n",
		},
		"another code": {[]catalog.Live{{Code: "Kiln.Hot", Message: "The kiln is firing"}}, "  today        Kiln.Hot\n"},
	} {
		e := catalog.Entry{Code: "KilnBusy", Status: 503, Message: "The kiln is firing.", Guidance: catalog.Guidance{Live: c.live}}
		_, got, _ := strings.Cut(output(t, "table", render.Options{}, match(e)), "firing.\n")
		if got = strings.TrimPrefix(got, "\n"); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// TestCardOfLongLists: a card has the beginning of long lists, --fields all.
func TestCardOfLongLists(t *testing.T) {
	operations := []string{"A", "B", "C", "D", "E", "F", "G", "H"}
	var urls []string
	for _, name := range operations[:5] {
		urls = append(urls, "https://pottery.example/"+name)
	}
	card := func(g catalog.Guidance, fields ...string) string {
		return output(t, "table", render.Options{Fields: fields}, match(catalog.Entry{Code: "KilnBusy", Guidance: g}))
	}
	for _, c := range []struct{ name, got, want string }{
		{"eight operations", card(catalog.Guidance{Operations: operations}), "  operations   A, B, C, D, E, F and 2 more\n"},
		{"seven operations", card(catalog.Guidance{Operations: operations[:7]}), "  operations   A, B, C, D, E, F, G\n"},
		{
			"five references", card(catalog.Guidance{References: urls}),
			"  references   https://pottery.example/A\n               https://pottery.example/B\n               https://pottery.example/C\n" +
				"               and 2 more: -o json\n",
		},
		{"by --fields", card(catalog.Guidance{Operations: operations}, "operations"), "  operations  A, B, C, D, E, F, G, H\n"},
		{"by --fields", card(catalog.Guidance{References: urls}, "references"), "https://pottery.example/E\n"},
	} {
		if !strings.HasSuffix(c.got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, c.got, c.want)
		}
	}
}

// TestLinks: a reference that can be clicked is one line, which shows as much of
// the address as there is room for and leads to all of it.
func TestLinks(t *testing.T) {
	const long = "https://pottery.example/blob/0123456789abcdef/Firing%20curves/at/last/Cone%2010.md"
	for width, want := range map[int]string{
		20:  "…Cone 10.md",
		30:  "pottery.example/…/Cone 10.md",
		40:  "pottery.example/…/at/last/Cone 10.md",
		70:  "pottery.example/…/Firing curves/at/last/Cone 10.md",
		120: "pottery.example/blob/0123456789abcdef/Firing curves/at/last/Cone 10.md",
	} {
		opt := render.Options{Width: width, UTF8: true, Color: true, Links: true}
		e := catalog.Entry{Code: "KilnBusy", Guidance: catalog.Guidance{References: []string{long, "https://pottery.example/", "ftp://pottery.example/x"}}}
		page := output(t, "table", opt, match(e))
		link := func(url, text string) string { return ansi.SetHyperlink(url) + text + ansi.ResetHyperlink() + "\n" }
		for _, want := range []string{link(long, want), link("https://pottery.example/", "pottery.example"), "ftp://pottery.exam"} {
			if !strings.Contains(page, want) {
				t.Errorf("%q is not on a page of %d:\n%q", want, width, page)
			}
		}
		checkPage(t, page, width)
	}
}

// TestColourChangesNothingElse takes the colour away again.
func TestColourChangesNothingElse(t *testing.T) {
	for name, records := range subjects() {
		opt := render.Options{Kind: kindOf(name), Width: 80, UTF8: true}
		plain := output(t, "table", opt, records...)
		opt.Color = true
		if got := ansi.Strip(output(t, "table", opt, records...)); got != plain {
			t.Errorf("%s: colour changes the text:\n%s\nwant\n%s", name, got, plain)
		}
	}
}

func TestASCII(t *testing.T) {
	for name, records := range subjects() {
		opt := render.Options{Kind: kindOf(name), Width: 80}
		page := output(t, "table", opt, records...)
		for _, mark := range []string{"─", "•", "━", "…"} {
			if strings.Contains(page, mark) {
				t.Errorf("%s: %q on a page of ASCII", name, mark)
			}
		}
	}
}

// unsafe are the characters that a terminal could obey: the controls of C0 and
// C1 but for the end of a line, and the Unicode property Bidi_Control.
func unsafeIn(text string) string {
	for _, r := range strings.ReplaceAll(text, "\n", "") {
		if r < ' ' || 0x7F <= r && r < 0xA0 || strings.ContainsRune("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", r) {
			return string(r)
		}
	}
	if !utf8.ValidString(text) {
		return "invalid UTF-8"
	}
	return ""
}

// FuzzPage puts any text into all fields: no page may be too wide, break a code
// or let anything through that a terminal could obey.
func FuzzPage(f *testing.F) {
	for i, text := range []string{
		"InvalidGlaze", "", "two words", "\x1b]0;title\a\x1b[2J", "\u202Eevil\u2066", "\xff\xfe\x9b31m", "温度曲线无效，请输入",
		"👩‍👩‍👧‍👦🏳️‍🌈🇩🇪e\u0301\u0301", "a\tb\r\nc\u0085d\u2028e", "`unclosed", strings.Repeat("x", 300), strings.Repeat("釉", 90), " \u0301 ",
		strings.Repeat(" ", 300), "a" + strings.Repeat("\t", 300) + "b",
	} {
		f.Add(text, uint8(20+i*17))
	}
	f.Fuzz(func(t *testing.T, text string, size uint8) {
		width := max(int(size), 20)
		list := []string{text, "x" + text}
		e := catalog.Entry{Catalog: text, Code: text, Status: 400, Message: text, Description: text, Guidance: catalog.Guidance{
			Category: catalog.Category(text), Retry: catalog.Retry(text), Fault: catalog.Fault(text), Aliases: list, Parameters: list,
			Operations: list, Causes: list, NextSteps: list, References: append(list, "https://"+text+"/x"), Notes: list, Live: []catalog.Live{{Code: text, Status: 503, Message: text}},
		}}
		m := catalog.Match{Query: text, Kind: catalog.KindAlias, Via: text, Entry: e}
		o := scan.Occurrence{
			Code: text, Source: text, RequestID: text, Message: text + ".", Line: 1, Column: 1,
			Values: map[string]string{text: text}, Entries: []catalog.Match{m}, Suggestions: list,
		}
		report := render.Report{Occurrence: o, Count: 12, Places: []render.Place{{Source: text, Line: 3}}, RequestIDs: list, Statuses: []int{403}}
		codes := []string{render.Clean(text), render.Clean("x" + text)}
		for _, c := range []struct {
			kind    render.Kind
			records []render.Record
		}{
			{render.KindMatch, []render.Record{render.FromMatch(m)}},
			{render.KindMatch, []render.Record{render.FromMatch(m), render.FromMatch(m)}},
			{render.KindOccurrence, []render.Record{render.FromOccurrence(o), render.FromOccurrence(o)}},
			{render.KindReport, []render.Record{render.FromReport(report)}},
			{render.KindReport, slices.Repeat([]render.Record{render.FromReport(report)}, 5)},
			{render.KindCatalog, slices.Repeat([]render.Record{render.FromCatalog(catalog.Info{Name: text, Origin: text}, text, text)}, 2)},
		} {
			opt := render.Options{Kind: c.kind, Width: width, UTF8: true}
			for _, format := range []string{"table", "plain", "json", "jsonl", "yaml", "markdown"} {
				out := output(t, format, opt, c.records...)
				if format == "plain" {
					out = strings.ReplaceAll(out, "\t", "")
				}
				if bad := unsafeIn(out); bad != "" {
					t.Errorf("%s lets %q through:\n%q", format, bad, out)
				}
			}
			opt.Color, opt.Links = true, true
			page := ansi.Strip(output(t, "table", opt, c.records...))
			for _, line := range strings.Split(page, "\n") {
				// A code may end in a comma of its own, or in blanks before the comma of a list.
				whole := strings.Trim(line, " ")
				item := strings.Trim(strings.TrimSuffix(whole, ","), " ")
				known := slices.ContainsFunc(codes, func(code string) bool {
					code = strings.Trim(code, " ")
					return code == whole || code == item
				})
				if ansi.StringWidth(line) > width && !known {
					t.Errorf("%d cells on a page of %d: %q", ansi.StringWidth(line), width, line)
				}
			}
		}
		for _, entries := range [][]catalog.Match{o.Entries, nil} {
			o.Entries = entries
			note := render.NewNotes(render.Options{Width: width}).Line(o)
			if bad := unsafeIn(note); bad != "" || strings.Contains(note, "\n") {
				t.Errorf("note lets %q through: %q", bad, note)
			}
			alone := "errcode: " + codes[0]
			cut := ansi.StringWidth(note) <= 120 && strings.HasPrefix(alone, strings.TrimSuffix(note, "..."))
			if ansi.StringWidth(note) > width && note != alone && !cut {
				t.Errorf("note of %d cells on a page of %d: %q", ansi.StringWidth(note), width, note)
			}
		}
	})
}

// TestWordsHaveMeanings: a card explains every word of the vocabulary that says
// what to do.
func TestWordsHaveMeanings(t *testing.T) {
	card := func(g catalog.Guidance) string {
		return output(t, "table", render.Options{}, match(catalog.Entry{Code: "KilnBusy", Guidance: g}))
	}
	for _, word := range catalog.Retries() {
		page := card(catalog.Guidance{Retry: word})
		if !strings.Contains(page, "retry        "+string(word)+": ") {
			t.Errorf("retry %s has no meaning:\n%s", word, page)
		}
	}
	for _, word := range catalog.Faults() {
		if page := card(catalog.Guidance{Fault: word}); !strings.Contains(page, "fault        "+string(word)+": ") {
			t.Errorf("fault %s has no meaning:\n%s", word, page)
		}
	}
}

// TestCardOfOthers: what is no match has a card of its columns.
func TestCardOfOthers(t *testing.T) {
	for name, want := range map[string]string{
		"occurrence": "  source      app.log\n  line        12\n  column      9\n  code        InvalidGlaze.NotFound\n  status      400\n" +
			"  known       true\n  request id  4C467B38-3910-447D-87BC-AC049166F216\n  message     The glaze \"ash\" is not found.\n",
		"catalog": "pottery\n  kind     embedded\n  source   https://pottery.example/errors\n  date     2024-06-30\n  entries  3\n  codes    3\n",
	} {
		if got := output(t, "table", render.Options{Kind: kindOf(name)}, subjects()[name][0]); got != want {
			t.Errorf("%s\nwant\n%s", got, want)
		}
	}
}

// TestNoteWithoutGuidance says the best that is known.
func TestNoteWithoutGuidance(t *testing.T) {
	for _, c := range []struct {
		entry catalog.Entry
		want  string
	}{
		{catalog.Entry{Message: "Busy."}, "errcode: KilnBusy: Busy."},
		{catalog.Entry{Message: "Busy.", Guidance: catalog.Guidance{Retry: "backoff"}}, "errcode: KilnBusy: send it again a few times, with..."},
		{catalog.Entry{Message: "Busy.", Guidance: catalog.Guidance{Retry: "unknown"}}, "errcode: KilnBusy: Busy."},
		{catalog.Entry{}, "errcode: KilnBusy"},
		{catalog.Entry{Message: strings.Repeat("word, ", 30)}, "errcode: KilnBusy: " + strings.Repeat("word, ", 5) + "word..."},
		{catalog.Entry{Message: strings.Repeat("x", 100)}, "errcode: KilnBusy"},
	} {
		o := scan.Occurrence{Code: "KilnBusy", Entries: []catalog.Match{{Entry: c.entry}}}
		if got := render.NewNotes(render.Options{Width: 60}).Line(o); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
