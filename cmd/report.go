package cmd

import (
	"cmp"
	"slices"
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// Limits of a report, so that neither it nor its memory grows with the input.
const (
	maxListed  = 10   // lines and request IDs of one error
	maxUnknown = 1000 // unknown codes with a card of their own
)

// A report gathers occurrences by the error that they are.
type report struct {
	errors  map[errorKey]*render.Report
	order   []*render.Report // by first appearance
	unknown int              // errors that no catalog holds
	others  *render.Report   // unknown codes beyond maxUnknown, counted together; nil for none
}

// An errorKey tells errors apart: the code as received and the entry that it is.
type errorKey struct {
	code  string
	entry catalog.Key
}

func newReport() *report { return &report{errors: map[errorKey]*render.Report{}} }

// add counts an occurrence.
func (r *report) add(o scan.Occurrence) {
	e := r.find(o)
	e.Count++
	if place := (render.Place{Source: o.Source, Line: o.Line}); len(e.Places) < maxListed {
		e.Places = append(e.Places, place)
	} else {
		e.MorePlaces++
	}
	switch {
	case o.RequestID == "" || slices.Contains(e.RequestIDs, o.RequestID):
	case len(e.RequestIDs) < maxListed:
		e.RequestIDs = append(e.RequestIDs, o.RequestID)
	default:
		e.MoreRequestIDs++
	}
	if o.Status != 0 && !slices.Contains(e.Statuses, o.Status) {
		e.Statuses = append(e.Statuses, o.Status)
	}
	if !o.Time.IsZero() {
		e.First, e.Last = widen(e.First, e.Last, o.Time)
	}
}

// find returns the error that an occurrence is, a new one at its first.
func (r *report) find(o scan.Occurrence) *render.Report {
	key := errorKey{code: o.Code}
	if o.Known() {
		key.entry = o.Entries[0].Entry.Key()
	}
	if e := r.errors[key]; e != nil {
		return e
	}
	if !o.Known() && r.unknown == maxUnknown {
		if r.others == nil {
			r.others = &render.Report{}
			r.order = append(r.order, r.others)
		}
		return r.others
	}
	if !o.Known() {
		r.unknown++
	}
	e := &render.Report{Occurrence: o}
	r.errors[key] = e
	r.order = append(r.order, e)
	return e
}

// widen returns the span of time that holds t too. Lines of one input need not
// be in order.
func widen(first, last, t time.Time) (time.Time, time.Time) {
	if first.IsZero() || t.Before(first) {
		first = t
	}
	if t.After(last) {
		last = t
	}
	return first, last
}

// records returns the errors in order of first appearance, or the most
// frequent first.
func (r *report) records(byCount bool) []render.Record {
	order := r.order
	if byCount {
		order = slices.Clone(order)
		slices.SortStableFunc(order, func(a, b *render.Report) int { return cmp.Compare(b.Count, a.Count) })
	}
	records := make([]render.Record, len(order))
	for i, e := range order {
		records[i] = render.FromReport(*e)
	}
	return records
}
