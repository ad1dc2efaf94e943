package scan

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// jsonShape is a body of the API as JSON, alone or after a log line's own
// words, on one line or many. It reads what is there: lost commas, quotes that
// nobody escaped and a missing end spoil only the part that they stand in.
type jsonShape struct{}

func (jsonShape) needles() []string { return []string{"Code", "code"} }

func (jsonShape) find(rec *record, found func(candidate)) {
	for i := 0; i < len(rec.text); i++ {
		if rec.text[i] != '{' {
			continue
		}
		p := parser{text: rec.text, at: i}
		doc := p.value(0)
		if len(doc.members) == 0 {
			continue
		}
		doc.errors(found)
		i = p.at - 1
	}
}

// A value of a JSON document: text for strings and bare words, members for
// objects and, without keys, for arrays.
type value struct {
	key     string
	text    string
	at      int // offset of the text
	members []value
}

// errors reports the objects of a document that are error bodies.
func (v value) errors(found func(candidate)) {
	var c candidate
	for _, m := range v.members {
		switch m.key {
		case "Code", "code":
			c.code, c.at = m.text, m.at
		case "Message", "message":
			c.message = m.text
		case "RequestId", "requestId":
			c.requestID = m.text
		case "HttpStatusCode", "statusCode":
			c.status = parseStatus(m.text)
		}
		m.errors(found)
	}
	if looksLikeCode([]byte(c.code)) && (c.message != "" || c.requestID != "") {
		found(c)
	}
}

// parseStatus reads an HTTP status, 0 where the text is none.
func parseStatus(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil || n < 100 || n > 599 {
		return 0
	}
	return n
}

// A parser reads JSON as people paste it.
type parser struct {
	text []byte
	at   int
}

// maxDepth bounds the nesting of a document; what is deeper is skipped.
const maxDepth = 64

func (p *parser) value(depth int) value {
	p.space()
	if p.at >= len(p.text) || depth > maxDepth {
		return value{at: p.at}
	}
	switch p.text[p.at] {
	case '{':
		return p.container('}', depth)
	case '[':
		return p.container(']', depth)
	case '"':
		return p.string()
	}
	start := p.at
	for p.at < len(p.text) && bytes.IndexByte([]byte(" \t\r\n,:{}[]\""), p.text[p.at]) < 0 {
		p.at++
	}
	return value{text: string(p.text[start:p.at]), at: start}
}

// container reads the members of an object or array up to its end, or to the
// end of the text.
func (p *parser) container(end byte, depth int) value {
	v := value{at: p.at}
	p.at++
	for {
		p.space()
		if p.at >= len(p.text) {
			return v
		}
		switch c := p.text[p.at]; c {
		case end:
			p.at++
			return v
		case ',', ':', '}', ']':
			p.at++
			continue
		}
		m := p.value(depth + 1)
		p.space()
		if end == '}' && p.at < len(p.text) && p.text[p.at] == ':' {
			p.at++
			key := m.text
			m = p.value(depth + 1)
			m.key = key
		}
		v.members = append(v.members, m)
	}
}

func (p *parser) space() {
	for p.at < len(p.text) && bytes.IndexByte([]byte(" \t\r\n"), p.text[p.at]) >= 0 {
		p.at++
	}
}

// string reads a quoted string. A quote inside that nobody escaped does not
// end it: an end is followed by what may follow a value, or by a line end.
func (p *parser) string() value {
	p.at++
	v := value{at: p.at}
	var out []byte
	for p.at < len(p.text) {
		c := p.text[p.at]
		switch {
		case c == '\\' && p.at+1 < len(p.text):
			out = p.escape(out)
			continue
		case c == '"' && endsString(p.text[p.at+1:]), c == '\n':
			p.at++
			v.text = string(out)
			return v
		}
		out = append(out, c)
		p.at++
	}
	v.text = string(out)
	return v
}

// endsString reports whether a quote before rest ends its string.
func endsString(rest []byte) bool {
	rest = bytes.TrimLeft(rest, " \t\r")
	return len(rest) == 0 || bytes.IndexByte([]byte(",:}]\n\"\\"), rest[0]) >= 0
}

// escape appends what the escape sequence at the parser's place stands for.
func (p *parser) escape(out []byte) []byte {
	c := p.text[p.at+1]
	p.at += 2
	switch c {
	case 'n':
		return append(out, '\n')
	case 't':
		return append(out, '\t')
	case 'r':
		return append(out, '\r')
	case 'b', 'f':
		return append(out, ' ')
	case 'u':
		r := p.hex()
		if utf16.IsSurrogate(r) && bytes.HasPrefix(p.text[p.at:], []byte(`\u`)) {
			p.at += 2
			r = utf16.DecodeRune(r, p.hex())
		}
		return utf8.AppendRune(out, r)
	}
	return append(out, c)
}

func (p *parser) hex() rune {
	digits := p.text[p.at:min(p.at+4, len(p.text))]
	n, err := strconv.ParseUint(string(digits), 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	p.at += len(digits)
	return rune(n)
}
