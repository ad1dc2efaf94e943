package scan

import "strings"

// An event is a failed call as a part of a record shows it.
type event struct {
	code, message, requestID string
	codeAt                   int  // offset in the record's raw bytes
	field                    bool // the code stands in a field, not in a link
	status                   int
	confidence               Confidence
	strong                   bool // an SDK's own rendering, or a body with its fields
	sure                     bool // an SDK's head, or a host or link of Alibaba Cloud
	foreign                  bool // another provider's mark
	weak                     bool // counts only with what confirms it
	lead                     bool // the code has no label
	item                     int  // tells failed items of one response apart
	borrowed                 bool // the request ID is that of what is around it
	start, end               int  // raw offsets of the whole
	closed                   bool // complete in itself
	noted                    bool // was reported already
}

// detached returns the event with texts of its own, which do not hold those of
// the record in memory.
func (e event) detached() event {
	e.code, e.message, e.requestID = strings.Clone(e.code), strings.Clone(e.message), strings.Clone(e.requestID)
	return e
}

// A finder looks for the events of one record.
type finder struct {
	*lexicon
	rec    *record
	events []event
	items  int
}

// A place tells what surrounds a text.
type place struct {
	depth     int
	plain     bool // lines of a log: bare codes and sentences count here
	inMessage bool // the message of another event
	status    int
	requestID string
	item      int
}

// maxNesting bounds strings in strings.
const maxNesting = 8

// text finds the events of a text: those of the documents in it, those of its
// own words, and sentences.
func (f *finder) text(t text, in place) {
	if in.depth > maxNesting || len(t.s) < 4 {
		return
	}
	if isPage(t.s) {
		f.mail(t, in)
		return
	}
	p := f.newPassage()
	defer f.release(p)
	p.finder, p.in, p.view = f, in, view{end: -1}
	t = p.sieve.sift(stripColour(t))
	u := decode(t)
	if in.depth > 0 || len(u.s) != len(t.s) {
		u = withoutPrefixes(withoutHunks(u))
	}
	p.t = p.sieve.sift(withoutBreaks(withoutFolds(u)))
	if isPage(p.t.s) {
		return
	}
	p.candidates()
	if looseEscapes(p.t.s, p.regions) {
		in.depth++
		f.text(unescapeAll(p.t), in)
		return
	}
	p.assemble()
	for _, r := range p.regions {
		p.own = append(p.own, p.ofAlibaba(r)...)
	}
	if in.inMessage {
		p.own = ownHeads(p.own)
	}
	f.events = append(f.events, p.own...)
	if in.plain {
		p.sentences()
	}
}

// ownHeads keeps what counts inside another event's message: a rendering with
// its own head, or with its own request ID.
func ownHeads(events []event) []event {
	kept := events[:0]
	for _, e := range events {
		if e.strong && e.confidence == Structured || e.requestID != "" && e.confidence == Structured {
			kept = append(kept, e)
		}
	}
	return kept
}
