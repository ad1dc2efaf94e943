package scan

import (
	"slices"
	"sort"
	"strings"
)

// A region is a part of a text that was read as a document or a string.
type region struct {
	at, end int
	events  []event
	body    text   // of a string
	request string // of a document without events
}

// documentShape is a document in a text: JSON and its kin, XML, or a quoted
// string with escapes, whatever it holds.
type documentShape struct{}

func (documentShape) needles() []string { return nil } // a field named code, if any

func (documentShape) find(p *passage) {
	xml := p.t.hasAny("Code>", "code>")
	for i := nextOf(&documentBytes, p.t.s, 0, len(p.t.s)); i < len(p.t.s); i = nextOf(&documentBytes, p.t.s, i+1, len(p.t.s)) {
		var r *region
		switch p.t.s[i] {
		case '{':
			if r = metric(p.t.s, i); r == nil {
				r = p.document(p.t, i, p.in)
			}
		case '[', '(':
			r = p.document(p.t, i, p.in)
		case '<':
			if xml {
				r = p.xml(i)
			}
		case '"', '\'':
			r = p.escapedString(i)
		}
		if r != nil {
			if len(r.events) > 0 && isScalar(p.t.s[p.line(i).at:i]) {
				r.events = slices.DeleteFunc(r.events, func(e event) bool { return e.requestID == "" })
			}
			p.found(candidate{kind: foundDocument, at: r.at, end: r.end, region: r})
			i = r.end - 1
		}
	}
}

// documentBytes may begin a document or a string.
var documentBytes = [256]bool{'{': true, '[': true, '(': true, '<': true, '"': true, '\'': true}

// xml reads the document of XML that begins at i, nil where none does.
func (p *passage) xml(i int) *region {
	defer p.nodes.cut(len(p.nodes.closed))
	n, ok := parseXML(p.t, i, &p.nodes)
	if !ok {
		return nil
	}
	r := &region{at: i, end: n.end}
	foreign := foreignMark(p.t.part(firstTag(p.t.s[i:n.end])))
	r.events = p.inside(func() { p.object(&n, outer{place: p.in, foreign: foreign}) }, p.t.src(i), p.t.src(n.end-1)+1, n.closed)
	return r
}

// inside runs a search and returns what it found, as parts of one region.
func (f *finder) inside(search func(), start, end int, closed bool) []event {
	n := len(f.events)
	search()
	found := append([]event(nil), f.events[n:]...)
	f.events = f.events[:n]
	for i := range found {
		found[i].start, found[i].end = min(start, found[i].codeAt), end
		found[i].closed = found[i].closed || closed
	}
	return found
}

// document reads the document of JSON or its kin that begins at i of t, nil
// where none does.
func (f *finder) document(t text, i int, in place) *region {
	defer f.nodes.cut(len(f.nodes.closed))
	n, end, levels, ok := f.readDocument(t, i, in.depth)
	if !ok {
		return nil
	}
	in.depth += levels
	r := &region{at: i, end: end}
	r.events = f.inside(func() {
		f.object(&n, outer{place: in, alibaba: isServersAnswer(t.s[:i]), asked: answersAlibaba(t.s[:i])})
	}, t.src(i), t.src(r.end-1)+1, n.closed)
	if len(r.events) == 0 {
		r.request = n.deepRequest(0)
	}
	return r
}

// readDocument parses the document that begins at i of t, and returns where it
// ends there, and how many levels of escapes were undone.
func (x *lexicon) readDocument(t text, i, depth int) (n node, end, levels int, ok bool) {
	rest := behindSpace(t.s[i+1 : min(i+400, len(t.s))])
	if strings.HasPrefix(rest, `\`) && t.s[i] == '{' {
		return x.readEscaped(t, i, depth+1)
	}
	if t.s[i] == '[' {
		if rest == "" || rest[0] != '{' {
			return n, 0, 0, false
		}
		rest = behindSpace(rest[1:])
	} else if t.s[i] == '{' {
		rest = behindError(rest)
	}
	if rest == "" || !isKeyStart(rest) || isLetter(rest[0]) && opensException(firstLine(rest)) || t.s[i] == '(' && rest[0] != '[' && rest[0] != '\'' {
		return n, 0, 0, false
	}
	n, ok = parseJSON(t, i, &x.nodes)
	return n, n.end, 0, ok
}

// behindError drops "[Error: message]", which old versions of Node print in
// front of an error's own fields.
func behindError(rest string) string {
	if strings.HasPrefix(rest, "[") && codeWithColon(rest[1:]) || strings.HasPrefix(rest, "[Error: ") {
		if _, after, ok := strings.Cut(firstLine(rest)+"\n", "]\n"); ok {
			return behindSpace(after + rest[len(firstLine(rest)):])
		}
	}
	return rest
}

// readEscaped parses a document whose quotes are escaped though it stands in no
// string. Where it ends is not known before, so it is undone step by step: many
// such documents may stand one behind the other.
func (x *lexicon) readEscaped(t text, i, depth int) (n node, end, levels int, ok bool) {
	if depth > maxNesting {
		return n, 0, 0, false
	}
	for size := 2 * maxWord; ; size *= 4 {
		whole := i+size >= len(t.s)
		u := unescapeAll(t.cut(i, min(i+size, len(t.s))))
		rest := behindSpace(u.s[1:])
		if rest == "" || strings.IndexByte(`"'\`, rest[0]) < 0 {
			return n, 0, 0, false
		}
		n, end, levels, ok = x.readDocument(u, 0, depth)
		if !ok {
			return n, 0, 0, false
		}
		if whole || n.closed && end+maxWord < len(u.s) { // else more may change it
			last := u.src(end - 1)
			end = i + 1 + sort.Search(len(t.s)-i-1, func(k int) bool { return t.src(i+1+k) > last })
			return n, end, levels + 1, true
		}
	}
}

// escapedString reads the quoted string that begins at i, if it holds escapes:
// what it says counts as if it stood there plainly.
func (p *passage) escapedString(i int) *region {
	t := p.t
	before := t.s[:i]
	if i > 1 && t.s[i-1] == 'b' {
		before = t.s[:i-1] // bytes in Python
	}
	if before != "" && strings.IndexByte(" =(:[,\t{\n", before[len(before)-1]) < 0 {
		return nil
	}
	escapes, j := false, i+1
	for ; j < len(t.s) && t.s[j] != t.s[i] && t.s[j] != '\n'; j++ {
		if t.s[j] == '\\' {
			escapes = true
			j++
		}
	}
	if !escapes || strings.HasPrefix(t.s[min(j, len(t.s)):], withMessage) { // a class, its namespaces apart by backslashes
		return nil
	}
	body := unescapeAll(t.cut(i+1, min(j, len(t.s))))
	in := p.in
	in.depth++
	in.plain = false
	r := &region{at: i, end: min(j+1, len(t.s)), body: body}
	r.events = p.inside(func() { p.text(body, in) }, t.src(i), t.src(r.end-1)+1, false)
	return r
}

// looseEscapes reports whether a text has backslash escapes outside of its
// documents and strings, where a label or a body goes on.
func looseEscapes(s string, regions []*region) bool {
	if strings.IndexByte(s, '\\') < 0 {
		return false
	}
	at := 0
	for i := 0; i <= len(regions); i++ {
		part := s[at:]
		if i < len(regions) {
			r := regions[i]
			if r.at < at {
				continue
			}
			part, at = s[at:r.at], r.end
		}
		if strings.Contains(part, `\"`) && (strings.Contains(part, `{\"`) || strings.Contains(part, `\":`)) {
			return true
		}
		if strings.Contains(part, `\n@@ -`) {
			return true // a patch, whose lines have to be told apart
		}
		for rest := part; ; {
			i := strings.Index(rest, `\n`)
			if i < 0 {
				break
			}
			rest = rest[i+2:]
			if labelAtStart(strings.TrimLeft(firstLine(rest[:min(len(rest), maxWord)]), " ")) != labelNone {
				return true
			}
		}
	}
	return false
}

// headOfFrames returns where the line begins that the frames before at belong
// to, as far as a record goes back.
func headOfFrames(s string, at int) int {
	for lines := 0; at > 0 && lines < maxRecordLines; lines++ {
		at = lineStart(s, at-1)
		if line := strings.TrimSpace(firstLine(s[at:])); line != "" && !isFrame(line) {
			break
		}
	}
	return at
}

// ofAlibaba drops the events of a document that another provider's mark beside
// it claims, and those of a document in source code.
func (p *passage) ofAlibaba(r *region) []event {
	if len(r.events) == 0 {
		return nil
	}
	line := p.line(r.at)
	before := p.t.s[line.at:max(line.at, r.at)]
	if line.isSource() || isIndentedRemark(before) || p.isAssigned(line.at, before) || p.isInitializer(r) || p.isArgument(r) || p.isSchema() && isExample(before) {
		return nil
	}
	if !p.claimed(r, line) {
		return r.events
	}
	kept := r.events[:0]
	for _, e := range r.events {
		if e.sure {
			kept = append(kept, e)
		}
	}
	return kept
}

// claimed reports whether another provider's mark stands beside a document: on
// its line, in the headers of the response, or at the head of the frames where
// it tells of an error's properties.
func (p *passage) claimed(r *region, line *view) bool {
	s := p.t.s
	if p.response.ask(func() bool { return statusLine(firstLine(s)) != 0 }) {
		if p.headers.s == "" {
			p.headers = view{end: len(s), sifted: p.t.sifted}
		}
		if p.headers.foreignBefore(r.at) {
			return true
		}
	} else if frame := strings.TrimSpace(s[line.at:r.at]); frame != "" && isFrame(frame) {
		if foreignMark(p.t.part(s[headOfFrames(s, line.at):r.at])) {
			return true
		}
	} else if line.foreignBefore(r.at) || frame == "" && p.foreignAbove(line.at) {
		return true
	}
	if r.end > line.end {
		line = p.line(r.end)
	}
	return line.foreignBehind(r.end)
}
