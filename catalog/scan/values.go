package scan

import (
	"slices"
	"strings"
)

// What a label says of an error: the value behind it, up to what ends a value.

// label takes the label at i, with its value.
func (a *assembler) label(i int) {
	p := &a.list[i]
	value, at := a.value(i)
	switch p.label {
	case labelCode:
		if s := teaStatus(a.t.s[p.at:]); s != 0 || parseStatus(value) != 0 && len(strings.TrimSpace(value)) < 8 {
			a.tea(p, value, s)
			return
		}
		if !a.inWords(p) {
			a.codeLabel(p, value, at)
		}
	case labelRequest:
		id := requestID(value)
		if id == "" {
			return
		}
		if a.open && a.cur.requestID != "" && a.cur.requestID != id {
			a.begin(p.at)
		}
		a.ensure(p.at)
		a.cur.requestID = id
	case labelStatus:
		s := parseStatus(value)
		if s == 0 {
			return
		}
		if e := a.before(i); e != nil && e.status == 0 {
			e.status = s
			return
		}
		a.ensure(p.at)
		if a.cur.status == 0 {
			a.cur.status = s
		}
	case labelMessage:
		a.ensure(p.at)
		if m := cleanMessage(value); m != "" && (a.cur.message == "" || a.cur.code == "") {
			a.cur.message = m
		}
	}
}

// value returns the value behind a label. One that the line has no room for
// stands on the next, unless that begins with a label.
func (a *assembler) value(i int) (string, int) {
	p := &a.list[i]
	from := p.end
	for from < len(a.t.s) && (a.t.s[from] == ' ' || a.t.s[from] == '\t' || a.t.s[from] == '\r') {
		from++
	}
	if from < len(a.t.s) && a.t.s[from] == '\n' {
		rest := strings.TrimLeft(a.t.s[from:], " \t\n")
		if next := firstLine(rest); next == "" || labelAtStart(next) != labelNone || hasHeadAtStart(a.t.part(next)) {
			return "", from
		}
		from = len(a.t.s) - len(rest)
	}
	end := max(a.end(i+1, from), from)
	return a.t.s[from:end], from
}

// end returns where the value that begins at i ends: at the next candidate that is
// a label, a head or a document, or at the end of the line.
func (a *assembler) end(next, from int) int {
	end := min(len(a.t.s), from+maxMessage)
	for next = a.stops[next]; next < len(a.list); next = a.stops[next+1] {
		if at := a.list[next].at; at >= from {
			end = min(end, at)
			break
		}
	}
	if n := strings.IndexByte(a.t.s[from:end], '\n'); n >= 0 {
		end = from + n
	}
	return end
}

// findStops lists for each candidate, and for the end, which is the next that ends
// the value of a label.
func (p *passage) findStops() {
	n := len(p.list)
	p.stops = slices.Grow(p.stops[:0], n+1)[:n+1]
	p.stops[n] = n
	for i := n - 1; i >= 0; i-- {
		p.stops[i] = p.stops[i+1]
		if k := p.list[i].kind; k != foundLead && k != foundLink {
			p.stops[i] = i
		}
	}
}

// before returns the only event of the document that stands on the same line
// before the candidate at i, nil where there is none: what follows a response's
// body in a log line tells of that response.
func (a *assembler) before(i int) *event {
	if a.open || i == 0 {
		return nil
	}
	d, p := &a.list[i-1], &a.list[i]
	for i--; i > 0 && d.kind == foundDocument && len(d.region.events) == 0; i-- {
		d = &a.list[i-1] // headers, which hold no error
	}
	if d.kind != foundDocument || len(d.region.events) != 1 || p.at < d.end || strings.Contains(a.t.s[d.end:p.at], "\n") {
		return nil
	}
	return &d.region.events[0]
}

// tea takes "code: 404, message", which is a status and a message.
func (a *assembler) tea(p *candidate, value string, status int) {
	if status == 0 {
		status = parseStatus(value)
	}
	a.ensure(p.at)
	if a.cur.status == 0 {
		a.cur.status = status
	}
	if _, m, ok := strings.Cut(value, ","); ok {
		if m = cleanMessage(m); m != "" && (a.cur.message == "" || strings.HasPrefix(a.cur.message, "code:")) {
			a.cur.message = m
		}
	}
}

// codeLabel takes the value of a code's label.
func (a *assembler) codeLabel(p *candidate, value string, at int) {
	trimmed := strings.TrimLeft(value, openers)
	at += len(value) - len(trimmed)
	word := trimmed[:codeEnd(trimmed, 0)]
	if !canBeCode(word) || strings.HasPrefix(trimmed[len(word):], "(") || strings.HasPrefix(trimmed[len(word):], "=") {
		return
	}
	if grpc(a.t.s[:p.at]) || !looksLikeCode(word) && !a.known(word) && isPhrase(trimmed) {
		return
	}
	if a.repeats(word, p.at) {
		a.begin(p.at)
	}
	if a.open && a.cur.code == "" && a.cur.status < 400 && strings.Contains(a.t.s[a.from:max(p.at, a.from)], "\n") {
		a.cur.status = 0 // of another call, which did not fail
	}
	a.setCode(word, p.at, at)
	a.cur.field = true
	rest := strings.TrimSpace(trimmed[len(word):])
	a.prose = givesExample(a.t.s[:p.at]) || rest != "" && isLetter(rest[0]) && trimmed[len(word)] == ' ' && !isKeyStart(rest) ||
		trimmed == strings.TrimLeft(value, " ") && isMember(rest)
}

// inWords reports whether the label of a code is a word of the current event's
// message: in small letters, behind a word of the same line.
func (a *assembler) inWords(p *candidate) bool {
	s := a.t.s
	before := strings.TrimRight(s[a.from:max(p.at, a.from)], " ")
	return a.open && a.cur.strong && a.cur.code != "" && a.cur.message != "" && !isUpper(s[p.at]) &&
		before != "" && isLetter(before[len(before)-1]) && len(before) < p.at-a.from
}

// repeats reports whether a code at a place is that of the current event, which is
// whole and stands on other lines: it may be of another call, and if it is of the
// same, merge finds out.
func (a *assembler) repeats(code string, at int) bool {
	return a.open && sameCode(a.cur.code, code) && a.cur.requestID != "" && a.cur.message != "" && strings.Contains(a.t.s[a.at:at], "\n")
}

// isMember reports whether what stands behind a value without quotes ends it as
// source code ends a member of a literal: "Code: X," with the next one behind it
// or not.
func isMember(rest string) bool {
	next, ok := strings.CutPrefix(rest, ",")
	return ok && (next == "" || strings.HasSuffix(next, ",") && isKeyStart(strings.TrimLeft(next, " ")))
}

// isPhrase reports whether a value is words, "Local Error, ...".
func isPhrase(value string) bool {
	words, _, ok := strings.Cut(value, ",")
	return ok && len(words) < maxCode && strings.Contains(words, " ") && isName(strings.ReplaceAll(words, " ", ""))
}
