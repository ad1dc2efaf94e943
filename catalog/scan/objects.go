package scan

import (
	"slices"
	"strings"
)

// outer is what the objects around an object hold that also speaks for it.
type outer struct {
	place
	key     string
	parent  string // the key around that
	foreign bool
	alibaba bool
	asked   bool // the words before a document say that Alibaba Cloud was asked
}

// object finds the events of an object of a document, and of what it holds.
func (f *finder) object(n *node, up outer) {
	if !n.group && n.key == "" || n.isProgram() {
		return
	}
	e := event{item: up.item, status: up.status, requestID: up.requestID, borrowed: true}
	foreign := up.foreign || foreignObject(n, up)
	own, linked, alibaba := f.ownMembers(n, &e)
	alibaba = alibaba || up.alibaba
	if own.requestID != "" {
		e.requestID, e.borrowed = own.requestID, false
	}
	if own.status == 0 {
		own.status = teaStatus(e.message)
	}
	if own.status != 0 {
		e.status = own.status
	}
	if e.requestID == "" {
		if id := teaRequest(e.message); id != "" {
			e.requestID, e.borrowed = id, false
		}
	}
	if e.requestID == "" && linked.requestID != "" {
		e.requestID, e.borrowed = linked.requestID, false
	}
	if e.code == "" && linked.code != "" && (e.message != "" || own.requestID != "" || !n.closed) {
		e.code, e.codeAt = linked.code, linked.codeAt
	}
	e.foreign = foreign && !alibaba
	in := up.place
	if !e.foreign { // what a wrapper answers is not what the call did
		in.status, in.requestID = e.status, e.requestID
	}
	if e.code != "" && e.message != "" && e.requestID == "" && !e.foreign {
		e.requestID = n.header(2)
	}
	isEvent := e.code != "" && !e.foreign && (up.asked && e.answers() || f.acceptObject(&e, n, alibaba))
	if !isEvent && n.describes() && f.known(e.code) && e.requestID == "" && f.says(e.code, e.message) {
		return // with all that a table says of the code
	}
	before := len(f.events)
	f.members(n, up, in, foreign, e.code != "")
	inner := f.events[before:]
	if isEvent && e.requestID == "" && len(inner) == 0 {
		e.requestID = n.deepRequest(2)
	}
	if isEvent && !wrapsOther(e, inner, own.requestID != "" || alibaba) {
		f.events = slices.Insert(f.events, before, e)
	}
}

// ownMembers takes the code and the message of an object into its event, and
// returns its own request ID and status, what its link to the error centre names,
// and whether its host or link are Alibaba Cloud's.
func (f *finder) ownMembers(n *node, e *event) (own, linked event, alibaba bool) {
	for i := range n.members {
		m := n.members[i].only()
		if m.group {
			continue
		}
		if f.rec.time.IsZero() && isTimeKey(m.key) {
			f.rec.time = timeOf(m.text.s)
		}
		switch classify(m.key) {
		case labelCode:
			f.codeMember(e, m)
		case labelMessage:
			if e.message == "" || m.key == "Message" || m.key == "message" {
				e.message = m.text.s
			}
		case labelRequest:
			if id := requestID(m.text.s); id != "" {
				own.requestID = id
			}
		case labelStatus:
			if s := parseStatus(m.text.s); s != 0 {
				own.status = s
			}
		case labelLink:
			linked = linkIn(m.text)
			alibaba = alibaba || linked.code != ""
		case labelOther:
			alibaba = alibaba || m.key == "HostId" && strings.Contains(m.text.s, "aliyun") || isHost(m.text.s)
		}
	}
	return own, linked, alibaba
}

// teaRequest returns the request ID that ends a message as Tea's SDKs make it,
// "code: 404, sentence request id: ID", "" where there is none.
func teaRequest(message string) string {
	const mark = " request id: "
	at := strings.LastIndex(message, mark)
	if at < 0 || teaStatus(message) == 0 {
		return ""
	}
	return requestID(message[at+len(mark):])
}

// ofSchema reports whether a key holds what a description of an interface says
// of it: no answer, but what one looks like.
func ofSchema(key string) bool {
	switch key {
	case "example", "examples", "schema", "schemas":
		return true
	}
	return false
}

// isHost reports whether a value is a host of an API of Alibaba Cloud, as its
// audit log names the source of an event.
func isHost(s string) bool {
	return strings.HasSuffix(s, ".aliyuncs.com") && isName(s)
}

// members goes into what an object holds.
func (f *finder) members(n *node, up outer, in place, foreign, isEvent bool) {
	if lines, ok := n.lines(); ok {
		in.depth++
		in.inMessage = foreign
		f.text(lines, in)
		return
	}
	for i := range n.members {
		m := &n.members[i]
		next := outer{place: in, key: m.key, parent: up.key, foreign: foreign}
		if m.group && looksLikeCode(m.key) && f.known(m.key) && m.has("message") && m.deepRequest(2) == "" {
			continue // what a table says of the code
		}
		if n.list && len(n.members) > 1 {
			f.items++
			next.item = f.items
		}
		if m.group {
			if !ofSchema(m.key) && !(m.key == "source" && n.has("cell_type")) && (m.key != "errorCodes" || m.list) { // which the API description lists by status
				f.object(m, next)
			}
			continue
		}
		if len(m.text.s) < 12 && !f.known(m.text.s) {
			continue
		}
		kind := classify(m.key)
		if kind == labelLink || kind == labelRequest || kind == labelCode {
			continue
		}
		p := next.place
		p.depth++
		p.plain = !foreign && (kind == labelMessage && !isEvent || kind == labelCause && !strings.EqualFold(m.key, "reason") || logKey(m.key, m.text.s))
		p.inMessage = isEvent && kind == labelMessage || foreign
		if p.inMessage {
			p.requestID = ""
		}
		if f.filter.mayHoldError(m.text.s) || p.plain && f.filter.mayHoldMessage(m.text.s) {
			f.text(m.text, p)
		}
	}
}

// lines returns the text of a list that holds the lines of an output, as
// Ansible's stderr_lines does: texts alone, or with a time each, one of which
// begins with a head or a label.
func (n *node) lines() (text, bool) {
	if !n.list || len(n.members) < 2 {
		return text{}, false
	}
	var w writer
	part := false
	for i := range n.members {
		m := &n.members[i]
		if m.list && len(m.members) == 2 && digits(m.members[0].text.s) {
			m = &m.members[1] // of Loki
		}
		if m.group || !m.quoted || strings.HasPrefix(m.text.s, "{") && len(m.text.s) > 1 {
			return text{}, false
		}
		part = part || m.text.s != "" && (hasHeadAtStart(m.text.sifted) || labelAtStart(m.text.s) != labelNone || goesOnInside(m.text.s))
		if i > 0 {
			w.add("\n", max(m.text.src(0)-1, 0))
		}
		w.copy(m.text, 0, len(m.text.s))
	}
	return w.text(), part
}

// isTimeKey reports whether a key of a log's object holds the time of the entry.
func isTimeKey(key string) bool {
	switch key {
	case "ts", "time", "timestamp", "@timestamp", "Time", "Timestamp", "datetime", "eventTime":
		return true
	}
	return false
}

// header returns the request ID among the headers of a response that an object
// holds: only those of Alibaba Cloud have such names.
func (n *node) header(depth int) string {
	for i := range n.members {
		m := &n.members[i]
		switch {
		case m.group && depth > 0:
			if id := m.header(depth - 1); id != "" {
				return id
			}
		case !m.group && (strings.HasPrefix(m.key, "x-oss-") || strings.HasPrefix(m.key, "x-acs-") || strings.HasPrefix(m.key, "x-log-")) && classify(m.key) == labelRequest:
			return requestID(m.text.s)
		}
	}
	return ""
}

// deepRequest returns the request ID of an object inside an object, as Go's
// dumps of embedded structs have it.
func (n *node) deepRequest(depth int) string {
	for i := range n.members {
		m := &n.members[i]
		if !m.group && classify(m.key) == labelRequest {
			return requestID(m.text.s)
		}
		if m.group && !m.list && depth > 0 {
			if id := m.deepRequest(depth - 1); id != "" {
				return id
			}
		}
	}
	return ""
}

// logKey reports whether a key of a log's object holds what a program printed. A
// code alone is none but where the key says so: it is what somebody chose or named.
func logKey(key, text string) bool {
	switch strings.ToLower(key) {
	case "log", "output", "stdout", "stderr":
		return true
	case "body", "detail", "details", "text", "content", "line", "response", "stack", "stacktrace", "stack_trace", "trace", "event", "data", "lastoperation", "@message", "short_message", "full_message":
		return !looksLikeCode(text)
	}
	return false
}

// codeMember takes the value of a code field: a code, or a status.
func (f *finder) codeMember(e *event, m *node) {
	v := strings.TrimSpace(m.text.s)
	if s := parseStatus(v); s != 0 {
		if e.status == 0 && (!m.quoted || s >= 400) {
			e.status = s
		}
		return
	}
	number := digits(v) && len(v) > 3 // a code where the body is surely Alibaba Cloud's
	if !canBeCode(v) && !number || e.code != "" && !f.known(v) {
		return
	}
	e.code, e.codeAt, e.field = v, m.text.src(strings.Index(m.text.s, v)), true
}

// isDay reports whether a text begins with a day, 2026-07-14: a time is no
// request ID.
func isDay(s string) bool {
	return len(s) >= 10 && digits(s[:4]) && s[4] == '-' && digits(s[5:7]) && s[7] == '-' && digits(s[8:10])
}

// requestID returns the request ID that a value begins with, "" where it was
// blanked out or is none.
func requestID(s string) string {
	s = strings.TrimLeft(s, openers)
	n, digit := 0, false
	for n < len(s) && (isWord(s[n]) || s[n] == '-' || s[n] == '_') {
		digit = digit || isDigit(s[n])
		n++
	}
	if n < 4 || !digit || isDay(s[:n]) {
		return ""
	}
	return strings.TrimRight(s[:n], "-_")
}
