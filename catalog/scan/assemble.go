package scan

import "strings"

// Renderings in plain text are a head, labels with values, and documents, in
// many orders, on one line or on many. What the shapes found of them is put
// together into events from left to right.

// assemble finds the events in a text's own words; events of documents that
// are parts of them move from their regions to them.
func (p *passage) assemble() {
	if len(p.list) == 0 {
		return
	}
	p.findStops()
	a := assembler{passage: p, in: p.in}
	for i := range a.list {
		a.next(i)
	}
	a.flush(len(p.t.s))
}

// An assembler puts candidates together.
type assembler struct {
	*passage
	in    place // with the item that the bullets tell
	cur   event
	open  bool // cur has a part
	from  int  // where cur begins in the text
	lead  follow
	cause bool
	glued bool // "Error:Code"
	same  bool // a document has the same code
	prose bool // words follow the code as in a sentence
	at    int  // where the code stands
	head  int  // where the line of the last head ends
	told  int  // where the last document with an error ends
}

// begin starts an event at a place of the text.
func (a *assembler) begin(at int) {
	a.flush(at)
	a.cur = event{item: a.in.item}
	a.open, a.from, a.lead = true, at, followNone
	a.cause, a.prose, a.glued, a.same, a.at = false, false, false, false, at
}

// ensure begins an event at a place where none is open.
func (a *assembler) ensure(at int) {
	if !a.open {
		a.begin(at)
	}
}

// next takes the candidate at i.
func (a *assembler) next(i int) {
	p := &a.list[i]
	switch p.kind {
	case foundHead:
		if a.open && (a.cur.code != "" || a.cur.message != "" || p.strong && (a.isBefore(p.at) || a.isThrown(p.at))) || p.foreign {
			a.flush(p.at)
		}
		if !a.open {
			a.begin(p.at)
		}
		a.cur.strong = a.cur.strong || p.strong
		a.cur.sure = a.cur.strong
		a.cur.foreign = p.foreign
		a.head = p.end + len(nearLine(a.t.s, p.end))
		if s := parseStatus(strings.TrimLeft(a.t.s[p.end:], " ")); s != 0 && p.end < len(a.t.s) && a.t.s[p.end] == ' ' {
			a.cur.status = s // "SDK.ServerError 400 Bad Request {...}"
		}
	case foundItem:
		a.flush(p.at)
		a.items++
		a.in.item = a.items
	case foundChain:
		a.flush(p.at)
	case foundField:
		a.label(i)
	case foundLead:
		a.code(p, i)
	case foundLink:
		a.link(p)
	case foundDocument:
		a.document(p)
	}
}

// isBefore reports whether the current event has only what a log's entry says on
// a line before the one that begins at a place.
func (a *assembler) isBefore(at int) bool {
	s := a.t.s
	start := lineStart(s, at)
	if before := strings.TrimSpace(s[start:at]); a.from >= start || before != "" && !strings.HasPrefix(before, "rpc error: ") {
		return false
	}
	if lineStart(s, a.from) == 0 && a.in.depth == 0 && a.rec.entry {
		return true // of which the prefix was taken off
	}
	line := splitPrefix(textOf(strings.TrimLeft(lineOf(s, a.from), " \t")))
	return line.starts
}

// isThrown reports whether the current event is only a class that a line of source
// code before a place names: the statement that throws the exception, as the last
// of a trace's frames shows it.
func (a *assembler) isThrown(at int) bool {
	return a.cur.strong && a.cur.requestID == "" && at > a.head && a.line(a.from).isSource()
}

// setCode gives the current event its code; another code begins the next one.
func (a *assembler) setCode(code string, from, at int) {
	if a.open && a.cur.code != "" && !sameCode(a.cur.code, code) {
		a.begin(from)
	}
	a.ensure(from)
	if a.cur.code == "" {
		a.cur.code, a.cur.codeAt, a.at = code, a.t.src(at), at
		a.lead = followNone
		return
	}
	if a.cur.code != code && len(code) < len(a.cur.code) {
		a.cur.code = code // without the ending
	}
}

// link takes a link to the error centre.
func (a *assembler) link(p *candidate) {
	e := *p.link
	if a.open && (a.cur.code == "" && a.cur.strong || sameCode(a.cur.code, e.code)) {
		if a.cur.code == "" {
			a.cur.code, a.cur.codeAt, a.cur.field = e.code, e.codeAt, false
		}
		if a.cur.requestID == "" {
			a.cur.requestID = e.requestID
		}
		return
	}
	if a.open && strings.HasPrefix(a.cur.code, e.code) && isCut(a.t.s[p.end:], a.cur.code[len(e.code):]) {
		return // the same code, cut where a line was
	}
	if e.requestID == "" && strings.HasSuffix(a.t.s[:p.at], "](") && a.line(p.at).isTable() {
		return // of a page in Markdown
	}
	e.item = a.in.item
	e.start, e.end = a.t.src(p.at), a.t.src(p.end-1)+1
	a.own = append(a.own, e)
}

// isCut reports whether white space, and then what is left of a word, come.
func isCut(s, rest string) bool {
	trimmed := strings.TrimLeft(s, " \t\n")
	return len(trimmed) < len(s) && strings.HasPrefix(trimmed, rest) || s == ""
}

// document takes a document: the body of the response that the text tells of,
// or of one of its own.
func (a *assembler) document(p *candidate) {
	r := p.region
	for i := range r.events {
		if r.events[i].item == 0 {
			r.events[i].item = a.in.item
		}
	}
	if len(r.events) == 1 && r.events[0].status == 0 {
		r.events[0].status = a.statusBefore(r.at, a.told)
	}
	if len(r.events) > 0 {
		a.told = r.end
	}
	if r.request != "" && a.open && a.cur.sure && a.cur.code != "" && a.cur.requestID == "" && strings.HasSuffix(a.t.s[:p.at], "Data: ") {
		a.cur.requestID = r.request // the body that the SDK prints behind its own fields
	}
	if !a.open || a.cur.foreign || len(r.events) == 1 && r.events[0].weak && !a.cur.strong && a.cur.requestID == "" {
		return // two doubtful parts are no sure one
	}
	if len(r.events) == 1 && (a.cur.code == "" || sameCode(a.cur.code, r.events[0].code)) &&
		(a.cur.requestID == "" || r.events[0].requestID == "" || a.cur.requestID == r.events[0].requestID) {
		e := r.events[0]
		if a.cur.code == "" {
			a.cur.code, a.cur.codeAt = e.code, e.codeAt
			a.lead = followNone
		} else if len(e.code) < len(a.cur.code) {
			a.cur.code = e.code
		}
		fill(&a.cur, e)
		a.same = e.field
		a.cur.strong, a.cur.sure = a.cur.strong || e.strong, a.cur.sure || e.sure
		a.cur.field = a.cur.field || e.field
		r.events = nil
	}
}

// fill takes over what an event does not know yet.
func fill(to *event, from event) {
	if to.requestID == "" {
		to.requestID, to.borrowed = from.requestID, from.borrowed
	}
	if to.status == 0 {
		to.status = from.status
	}
	if to.message == "" {
		to.message = from.message
	}
}

// flush ends the current event.
func (a *assembler) flush(at int) {
	if !a.open {
		return
	}
	a.open = false
	e := a.cur
	if at <= a.from {
		return
	}
	e.start, e.end = a.t.src(a.from), a.t.src(at-1)+1
	span := a.t.s[a.from:at]
	if e.code == "" {
		a.acceptMessage(e, span)
		return
	}
	if e.status == 0 {
		e.status = a.in.status
	}
	if e.requestID == "" {
		e.requestID, e.borrowed = a.in.requestID, true
	}
	if a.accept(&e, span) {
		a.own = append(a.own, e)
	}
}

// sameCode reports whether two spellings are one code: one may have "Error"
// appended.
func sameCode(a, b string) bool {
	return a == b || a+"Error" == b || b+"Error" == a
}
