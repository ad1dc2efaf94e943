package cmd

import (
	"cmp"
	"hash/maphash"
	"slices"
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// Limits of a report, so that neither it nor its memory grows with the input.
const (
	maxListed  = 10      // lines and request IDs of one error
	maxUnknown = 1000    // unknown codes with a card of their own
	maxHashed  = 1 << 16 // request IDs that are told apart beyond those listed
)

// A report gathers occurrences by the error that they are.
type report struct {
	errors  map[errorKey]*tally
	order   []*tally // by first appearance
	unknown int      // errors that no catalog holds
	others  *tally   // unknown codes beyond maxUnknown, counted together; nil for none
	seed    maphash.Seed
	hashed  int // request IDs in all tallies' further
}

// An errorKey tells errors apart: the code as received and the entry that it is.
type errorKey struct {
	code  string
	entry catalog.Key
}

// A tally is one error of a report, with what counting it takes.
type tally struct {
	render.Report
	last    render.Place        // of the last occurrence
	further map[uint64]struct{} // hashes of the request IDs that are counted, not listed
}

func newReport() *report {
	return &report{errors: map[errorKey]*tally{}, seed: maphash.MakeSeed()}
}

// add counts an occurrence.
func (r *report) add(o scan.Occurrence) {
	t := r.find(o)
	t.Count++
	t.addPlace(render.Place{Source: o.Source, Line: o.Line})
	if o.RequestID != "" {
		r.addRequestID(t, o.RequestID)
	}
	if o.Status != 0 && !slices.Contains(t.Statuses, o.Status) {
		t.Statuses = append(t.Statuses, o.Status)
	}
	if !o.Time.IsZero() {
		t.First, t.Last = widen(t.First, t.Last, o.Time)
	}
}

// addPlace takes a line, once for all occurrences on it.
func (t *tally) addPlace(p render.Place) {
	if p == t.last {
		return
	}
	t.last = p
	if len(t.Places) < maxListed {
		t.Places = append(t.Places, p)
	} else {
		t.MorePlaces++
	}
}

// addRequestID takes a request ID, once however often it comes.
func (r *report) addRequestID(t *tally, id string) {
	switch {
	case slices.Contains(t.RequestIDs, id):
		return
	case len(t.RequestIDs) < maxListed:
		t.RequestIDs = append(t.RequestIDs, id)
		return
	}
	hash := maphash.String(r.seed, id)
	if _, counted := t.further[hash]; counted {
		return
	}
	if r.hashed == maxHashed {
		t.MoreAtLeast = true
		return
	}
	if t.further == nil {
		t.further = map[uint64]struct{}{}
	}
	r.hashed++
	t.further[hash] = struct{}{}
	t.MoreRequestIDs++
}

// find returns the error that an occurrence is, a new one at its first.
func (r *report) find(o scan.Occurrence) *tally {
	key := errorKey{code: o.Code}
	if o.Known() {
		key.entry = o.Entries[0].Entry.Key()
	}
	if t := r.errors[key]; t != nil {
		return t
	}
	if !o.Known() && r.unknown == maxUnknown {
		if r.others == nil {
			r.others = &tally{}
			r.order = append(r.order, r.others)
		}
		return r.others
	}
	if !o.Known() {
		r.unknown++
	}
	t := &tally{Report: render.Report{Occurrence: o}}
	r.errors[key] = t
	r.order = append(r.order, t)
	return t
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
		slices.SortStableFunc(order, func(a, b *tally) int { return cmp.Compare(b.Count, a.Count) })
	}
	records := make([]render.Record, len(order))
	for i, t := range order {
		records[i] = render.FromReport(t.Report)
	}
	return records
}
