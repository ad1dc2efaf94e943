package scan

import (
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// merge appends events, the parts of one put together. In one record the same code
// with the same request ID, or with none, is the same event; failed items of one
// response are apart.
func merge(out, events []event) []event {
	slices.SortStableFunc(events, func(a, b event) int { return a.codeAt - b.codeAt })
	for i := range events {
		if same := firstSame(out[max(len(out)-maxApart, 0):], &events[i]); same != nil {
			join(same, events[i])
		} else {
			out = append(out, events[i])
		}
	}
	return slices.DeleteFunc(out, func(e event) bool { return e.weak })
}

// maxApart bounds the events that may stand between two parts of one.
const maxApart = 256

// firstSame returns the first of some events that e is a part of, nil for none.
func firstSame(events []event, e *event) *event {
	for i := range events {
		if sameEvent(&events[i], e) {
			return &events[i]
		}
	}
	return nil
}

// sameEvent reports whether two parts tell of one failed call.
func sameEvent(a, b *event) bool {
	if a.requestID != "" && b.requestID != "" && a.requestID != b.requestID {
		return false
	}
	if a.item != b.item && a.item != 0 && b.item != 0 && (a.requestID == "" || b.requestID == "" || a.code == b.code && (a.borrowed || b.borrowed)) {
		return false
	}
	if a.requestID != "" && a.requestID == b.requestID && (a.confidence != Structured || b.confidence != Structured) {
		return true
	}
	return sameCode(a.code, b.code)
}

// join takes what a part of the same event adds.
func join(to *event, e event) {
	if to.confidence > e.confidence {
		to.confidence, to.code, to.codeAt = e.confidence, e.code, e.codeAt
	}
	if e.field && !to.field {
		to.codeAt, to.field = e.codeAt, true
	}
	if len(e.code) < len(to.code) {
		to.code = e.code
	}
	fill(to, e)
	to.weak = to.weak && e.weak && to.lead == e.lead // a field confirms a code without a label
	to.strong = to.strong || e.strong
	to.start, to.end = min(to.start, e.start), max(to.end, e.end)
	to.closed = to.closed || e.closed
	to.noted = to.noted || e.noted
	if to.item == 0 {
		to.item = e.item
	}
}

// maxShared bounds the records whose text occurrences hold in memory, as long as
// somebody keeps them.
const maxShared = 4 << 10

// occurrence says what an event means to the catalogs.
func (s *Scanner) occurrence(rec *record, e event) (Occurrence, bool) {
	if rec.raw > maxShared {
		e = e.detached()
	}
	o := Occurrence{
		Code: e.code, Source: s.source, RequestID: e.requestID, Message: e.message,
		Status: e.status, Confidence: e.confidence, Time: rec.time,
	}
	means := s.meaning(question{e.code, e.message, e.status})
	o.Entries, o.Values = means.entries, means.values
	if e.confidence == Message {
		m, ok := s.matchMessage(e.message)
		if !ok {
			return o, false
		}
		first := m.Entry.Key()
		if i := slices.IndexFunc(o.Entries, func(m catalog.Match) bool { return m.Entry.Key() == first }); i > 0 {
			o.Entries = slices.Concat(o.Entries[i:i+1], o.Entries[:i], o.Entries[i+1:])
			o.Values = o.Entries[0].Entry.Values(e.message)
		}
	}
	if !o.Known() {
		o.Suggestions = s.suggest(e)
	}
	o.Line, o.Column = rec.place(e.codeAt)
	o.EndLine = rec.lines[len(rec.lines)-1].number
	return o, true
}

// suggest names what an unknown code may stand for: the code without an
// appended ending, the entry with the same message, near codes.
func (s *Scanner) suggest(e event) []string {
	var out []string
	add := func(code string) {
		if len(out) < maxSuggestions && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	if name, ok := strings.CutSuffix(e.code, "Error"); ok && len(s.set.Resolve(name, "", 0)) > 0 {
		add(name)
	}
	if m, ok := s.matchMessage(e.message); ok && e.message != "" {
		add(m.Entry.Code)
	}
	for _, code := range s.suggestions(e.code) {
		add(code)
	}
	return out
}
