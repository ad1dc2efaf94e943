package render_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// TestNoteOfLongCode: a note has 120 cells at most, and says of a cut code too
// that no catalog holds it.
func TestNoteOfLongCode(t *testing.T) {
	o := scan.Occurrence{Code: strings.Repeat("Kiln", 60)}
	want := "errcode: " + o.Code[:99] + "...: unknown"
	if got := render.NewNotes(render.Options{Width: 120}).Line(o); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestStatusOfLiveCode: the table's status is not that of another code.
func TestStatusOfLiveCode(t *testing.T) {
	hot := func(status int) catalog.Live { return catalog.Live{Code: "Kiln.Hot", Status: status} }
	for name, c := range map[string]struct {
		received     int
		live         []catalog.Live
		note, header string
	}{
		"received":     {409, []catalog.Live{hot(403)}, "errcode: Kiln.Hot (409)", "Kiln.Hot  HTTP 409"},
		"one is known": {0, []catalog.Live{hot(403), hot(0), hot(403)}, "errcode: Kiln.Hot (403)", "Kiln.Hot  HTTP 403"},
		"two are":      {0, []catalog.Live{hot(403), hot(400)}, "errcode: Kiln.Hot", "Kiln.Hot"},
		"none is":      {0, []catalog.Live{hot(0), {Code: "KilnBusy", Status: 500}}, "errcode: Kiln.Hot", "Kiln.Hot"},
	} {
		e := catalog.Entry{Code: "KilnBusy", Status: 503, Guidance: catalog.Guidance{Live: c.live}}
		o := scan.Occurrence{
			Code: "Kiln.Hot", Status: c.received,
			Entries: []catalog.Match{{Kind: catalog.KindLive, Via: "Kiln.Hot", Entry: e}},
		}
		if got := render.NewNotes(render.Options{Width: 120}).Line(o); got != c.note {
			t.Errorf("%s: %q, want %q", name, got, c.note)
		}
		report := render.Report{Occurrence: o, Count: 1}
		if c.received != 0 {
			report.Statuses = []int{c.received}
		}
		card := output(t, "table", render.Options{Kind: render.KindReport}, render.FromReport(report))
		header, _, _ := strings.Cut(card, "\n")
		if header != c.header || !strings.Contains(card, "listed as    KilnBusy (503)\n") || strings.Contains(card, "received") {
			t.Errorf("%s:\n%s\nwant %q, listed as KilnBusy (503)", name, card, c.header)
		}
	}
}

// TestAliasesOfCard leaves out those that the service sends today.
func TestAliasesOfCard(t *testing.T) {
	e := catalog.Entry{Code: "KilnBusy", Guidance: catalog.Guidance{
		Aliases: []string{"KilnBsy", "Kiln.Hot"}, Live: []catalog.Live{{Code: "Kiln.Hot"}},
	}}
	if got := output(t, "table", render.Options{}, match(e)); !strings.Contains(got, "aliases      KilnBsy\n") {
		t.Errorf("%s\nwant the alias KilnBsy alone", got)
	}
}

// TestOverhang: a few long codes do not cost a table its column of retry.
func TestOverhang(t *testing.T) {
	long := strings.Repeat("Kiln", 11)
	var records []render.Record
	for i := range 20 {
		e := catalog.Entry{
			Code: "KilnBusy", Status: 503, Message: "The kiln is firing, and the pots must cool.",
			Guidance: catalog.Guidance{Retry: "after-change"},
		}
		if i == 3 {
			e.Code = long
		}
		records = append(records, match(e))
	}
	lines := strings.Split(output(t, "table", render.Options{Width: 80}, records...), "\n")
	i := slices.Index(lines, long)
	if !strings.Contains(lines[0], "RETRY") || i < 0 || !strings.Contains(lines[i+1], "503") {
		t.Errorf("no retry, or the long code not above the rest of its row:\n%s", strings.Join(lines, "\n"))
	}
}
