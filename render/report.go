package render

import (
	"strconv"
	"time"

	"github.com/errcode/errcode/catalog"
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
	// RequestIDs are the first distinct ones; MoreRequestIDs counts the others,
	// and MoreAtLeast says that there may be more than it could count.
	RequestIDs     []string
	MoreRequestIDs int
	MoreAtLeast    bool
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
		known.Status, known.Message = catalogStatus(o.Entries[0]), o.Entries[0].Entry.Message
		if o.Entries[0].Kind == catalog.KindLive && len(r.Statuses) > 0 {
			known.Status = r.Statuses[0] // the table speaks of another code
		}
	}
	return Record{Kind: KindReport, Fields: []Field{
		{"code", o.Code},
		{"known", o.Known()},
		{"listed_as", listedAs(o)},
		{"count", r.Count},
		{"first", timeOrNil(r.First)},
		{"last", timeOrNil(r.Last)},
		{"places", placeTexts(r.Places)},
		{"more_places", r.MorePlaces},
		{"request_ids", r.RequestIDs},
		{"more_request_ids", r.MoreRequestIDs},
		{"more_at_least", r.MoreAtLeast},
		{"status", intOrNil(known.Status)},
		{"received", receivedTexts(r.Statuses, known.Status)},
		{"message", known.Message},
		{"received_message", differing(o.Message, known.Message)},
		{"values", o.Values},
		{"entry", bestEntry(o)},
		{"suggestions", o.Suggestions},
	}}
}

// listedAs returns how the catalog spells a code that was received as an alias,
// or as what the service sends today: then the table's status is not that of the
// code, and stands here.
func listedAs(o scan.Occurrence) []string {
	if !o.Known() || o.Entries[0].Entry.Code == o.Code {
		return nil
	}
	m := o.Entries[0]
	if m.Kind != catalog.KindLive || m.Entry.Status == 0 {
		return []string{m.Entry.Code}
	}
	return []string{m.Entry.Code, "(" + strconv.Itoa(m.Entry.Status) + ")"}
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
