package render

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/errcode/errcode/catalog/scan"
)

// A Report is what explain says of one distinct error of its input.
type Report struct {
	// Occurrence is the first one. Its Code is "" for the unknown codes that
	// are only counted together.
	Occurrence scan.Occurrence
	Count      int // occurrences
	// Places are where the first of them stand; MorePlaces counts the others.
	Places     []Place
	MorePlaces int
	// RequestIDs are the first distinct ones; MoreRequestIDs counts the others.
	RequestIDs     []string
	MoreRequestIDs int
	// Statuses are the distinct HTTP statuses received, in order of appearance.
	Statuses []int
	// First and Last are the earliest and the latest time; zero if no line carries one.
	First, Last time.Time
}

// A Place is a line of an input.
type Place struct {
	Source string // a file's name; "-" or "" for standard input
	Line   int    // from 1
}

// FromReport returns the record of a distinct error.
func FromReport(r Report) Record {
	o := r.Occurrence
	var known scan.Occurrence
	if o.Known() {
		known.Status, known.Message = o.Entries[0].Entry.Status, o.Entries[0].Entry.Message
	}
	return Record{Kind: KindReport, Fields: []Field{
		{"code", o.Code},
		{"known", o.Known()},
		{"count", r.Count},
		{"first", timeOrNil(r.First)},
		{"last", timeOrNil(r.Last)},
		{"places", placeTexts(r.Places)},
		{"more_places", r.MorePlaces},
		{"request_ids", r.RequestIDs},
		{"more_request_ids", r.MoreRequestIDs},
		{"status", intOrNil(known.Status)},
		{"received", receivedTexts(r.Statuses, known.Status)},
		{"message", known.Message},
		{"received_message", differing(o.Message, known.Message)},
		{"values", o.Values},
		{"entry", bestEntry(o)},
		{"suggestions", o.Suggestions},
	}}
}

// placeTexts writes places as FILE:LINE, a file's name once for the lines that
// follow each other, and lines of standard input as numbers.
func placeTexts(places []Place) []string {
	texts := make([]string, len(places))
	source := "-"
	for i, p := range places {
		texts[i] = strconv.Itoa(p.Line)
		if p.Source != "" && p.Source != source {
			texts[i] = p.Source + ":" + texts[i]
			source = p.Source
		}
	}
	return texts
}

// receivedTexts returns the statuses received, if any is not the catalog's.
func receivedTexts(statuses []int, known int) []string {
	texts := make([]string, len(statuses))
	differ := false
	for i, status := range statuses {
		texts[i] = strconv.Itoa(status)
		differ = differ || status != known
	}
	if !differ {
		return nil
	}
	return texts
}

// differing returns a text received where it is not the catalog's.
func differing(received, known string) string {
	if received == known {
		return ""
	}
	return received
}

// report writes a card for each distinct error of the input.
type report struct {
	w       io.Writer
	opt     Options
	records []Record
}

func (p *report) Record(r Record) error {
	p.records = append(p.records, r)
	return nil
}

func (p *report) Close() error {
	if len(p.records) == 0 {
		return nil
	}
	s := newSheet(newLook(p.w, p.opt))
	for i, r := range p.records {
		if i > 0 {
			s.blank()
		}
		s.report(r)
	}
	_, err := io.WriteString(p.w, s.String())
	return err
}

// report writes the card of a distinct error.
func (s *sheet) report(r Record) {
	if r.str("code") == "" {
		s.heading("other unknown codes", "")
		s.item("seen", s.look.plain, cell{prose: seen(r)})
		return
	}
	entry, known := r.get("entry").(Record)
	s.heading(r.str("code"), r.str("status"))
	s.rule()
	if known {
		s.prose(entry.str("message"))
	} else {
		s.prose("not in any catalog")
	}
	s.blank()
	s.item("seen", s.look.plain, cell{prose: seen(r)})
	s.item("lines", s.look.plain, cell{prose: listMore(r, "places")})
	s.item("requests", s.look.plain, cell{prose: listMore(r, "request_ids")})
	if received := r.list("received"); len(received) > 0 {
		s.item("received", s.look.failed, cell{prose: "HTTP " + strings.Join(received, ", ")})
	}
	s.item("message", s.look.plain, newCell(r, "received_message"))
	s.values(r)
	if known {
		retry, fault := entry.str("retry"), entry.str("fault")
		s.word("retry", retry, retryMeaning(retry))
		s.word("fault", fault, faultMeaning(fault))
		s.list("next steps", entry.list("next_steps"), true)
	}
	s.item("near", s.look.plain, newCell(r, "suggestions"))
}

// seen says how often and when an error occurred.
func seen(r Record) string {
	text := r.str("count") + " times"
	if r.get("count") == 1 {
		text = "once"
	}
	first, last := r.str("first"), r.str("last")
	switch {
	case first == "":
		return text
	case first == last:
		return text + ", at " + first
	}
	return text + ", from " + first + " to " + last
}

// listMore returns a list and how many more there are of it.
func listMore(r Record, name string) string {
	text := strings.Join(r.list(name), ", ")
	if more := r.str("more_" + name); more != "0" && more != "" {
		text += " and " + more + " more"
	}
	return text
}

// values writes what the message names.
func (s *sheet) values(r Record) {
	values, _ := r.get("values").(map[string]string)
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		lines = append(lines, styled(s.look.plain, wrap(Clean(name+" = "+values[name]), s.room()))...)
	}
	s.section("values", lines)
}
