package scan

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// quoted reads a string. A quote inside that nobody escaped does not end it:
// an end is followed by what may follow a value.
func (p *parser) quoted() node {
	quote := p.t.s[p.at]
	n := node{at: p.at, quoted: true}
	p.at++
	var w writer
	start := p.at
	for p.more() {
		switch c := p.t.s[p.at]; {
		case c == '\\' && p.at+1 < len(p.t.s):
			w.copy(p.t, start, p.at)
			p.at += unescape(&w, p.t, p.at)
			start = p.at
			continue
		case c == quote && p.endsString(), c == '\n' && (p.cutString() || p.leftOut()):
			w.copy(p.t, start, p.at)
			p.at++
			n.end, n.text, n.closed = p.at, w.text(), c == quote
			return n
		}
		p.at = nextOf(&stringBytes, p.t.s, p.at+1, len(p.t.s))
	}
	w.copy(p.t, start, p.at)
	n.end, n.text = p.at, w.text()
	return n
}

// stringBytes may end a string, or a part of it that is as it stands.
var stringBytes = [256]bool{'"': true, '\'': true, '`': true, '\\': true, '\n': true}

// endsString reports whether the quote here ends its string.
func (p *parser) endsString() bool {
	rest := p.t.s[p.at+1:]
	rest = rest[leading(rest, func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }):]
	if rest == "" {
		return true
	}
	switch rest[0] {
	case '}', ']', ')', '\n', ':', ';', '\\':
		return true
	case ',':
		rest = behindSpace(rest[1:])
		if rest == "" || p.list && rest[0] == p.t.s[p.at] || strings.IndexByte("}]{[", rest[0]) >= 0 || isKeyStart(rest) {
			return true
		}
		return !p.quoteAhead(len(p.t.s) - len(rest) + 1) // maybe a key that was cut
	case '"', '\'':
		return isKeyStart(rest)
	case '=':
		return strings.HasPrefix(rest, "=>")
	}
	return isKeyStart(rest)
}

// quoteAhead reports whether a double quote comes on the line behind a place.
// It keeps where it found one, or the end of the line, for the next time.
func (p *parser) quoteAhead(at int) bool {
	if at < p.looked || at > p.stop {
		p.looked, p.stop = at, len(p.t.s)
		if i := strings.IndexAny(p.t.s[at:], "\"\n"); i >= 0 {
			p.stop = at + i
		}
	}
	return p.stop < len(p.t.s) && p.t.s[p.stop] == '"'
}

// leftOut reports whether the line that ends here says that no more comes.
func (p *parser) leftOut() bool {
	p.cut = isCutShort(p.t.s[:p.at])
	return p.cut
}

// isCutShort reports whether a line says of the rest of a body that it was left
// out, "(truncated...)" or "...": no document goes on behind that.
func isCutShort(line string) bool {
	end := strings.TrimRight(line[max(0, len(line)-32):], ")]> \r")
	return strings.HasSuffix(end, "...") || strings.HasSuffix(end, "…") || strings.HasSuffix(end, "truncated")
}

// cutString reports whether the line end here ends a string that lost its
// quote: a key or the end of the object follows.
func (p *parser) cutString() bool {
	rest := behindSpace(p.t.s[p.at+1:])
	return rest == "" || rest[0] == '}' || rest[0] == ']' || rest[0] == '"' && isKeyStart(rest)
}

// unescape appends what the escape sequence at an offset of t stands for, and
// returns its length.
func unescape(w *writer, t text, at int) int {
	src := t.src(at)
	switch c := t.s[at+1]; c {
	case 'n':
		w.add("\n", src)
	case 't':
		w.add("\t", src)
	case 'r':
		w.add("\r", src)
	case 'b', 'f', 'v':
		w.add(" ", src)
	case 'u':
		r, n := hexRune(t.s[at:])
		if n == 0 {
			w.add(`\u`, src)
			return 2
		}
		if utf16.IsSurrogate(r) {
			if low, m := hexRune(t.s[at+n:]); m > 0 {
				r = utf16.DecodeRune(r, low)
				n += m
			}
		}
		w.add(string(utf8.AppendRune(nil, r)), src)
		return n
	case 'x':
		if v, err := strconv.ParseUint(t.s[min(at+2, len(t.s)):min(at+4, len(t.s))], 16, 8); err == nil && at+4 <= len(t.s) {
			w.add(string([]byte{byte(v)}), src)
			return 4
		}
		w.add(`\x`, src)
	case '\n':
		w.add(" ", src)
	default:
		w.add(t.s[at+1:at+2], src+1)
	}
	return 2
}

// hexRune reads \uXXXX, and returns its length, 0 where there is none.
func hexRune(s string) (rune, int) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, 0
	}
	v, err := strconv.ParseUint(s[2:6], 16, 32)
	if err != nil {
		return 0, 0
	}
	return rune(v), 6
}
