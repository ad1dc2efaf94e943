package scan

import (
	"strconv"
	"strings"
)

// Values without quotes are what languages print of their own: words, names of
// types, calls.

// bare reads a value without quotes: a number, a word, Go's Name{...}, PHP's
// string(3) "abc". Words go on up to the next key, as Go's %+v prints them.
func (p *parser) bare(depth int) node {
	n := node{at: p.at}
	start := p.at
	for p.more() && !isSpace(p.t.s[p.at]) && strings.IndexByte(",{}[]()\"'=", p.t.s[p.at]) < 0 {
		p.at++
	}
	word := p.t.s[start:p.at]
	if p.more() {
		switch p.t.s[p.at] {
		case '{', '[':
			if word != "" {
				return p.group(depth)
			}
		case '(':
			if g, ok := p.call(word, depth); ok {
				return g
			}
		case '\'', '"':
			if word == "u" || word == "b" || word == "&" || word == "r" {
				return p.quoted()
			}
		}
	}
	for p.more() && p.t.s[p.at] != '\n' && strings.IndexByte(",{}[]", p.t.s[p.at]) < 0 && !p.keyAhead() {
		p.at++
		for p.more() && isSpace(p.t.s[p.at-1]) && isSpace(p.t.s[p.at]) && p.t.s[p.at] != '\n' {
			p.at++ // in the middle of white space no other key comes than at its beginning
		}
	}
	n.end = p.at
	raw := strings.TrimRight(p.t.s[start:p.at], " \t\r")
	n.text = p.t.cut(start, start+len(raw))
	return n
}

// keyAhead reports whether white space and then a bare key with its colon come.
func (p *parser) keyAhead() bool {
	i := p.at
	if !isSpace(p.t.s[i]) {
		return false
	}
	for i < len(p.t.s) && isSpace(p.t.s[i]) {
		i++
	}
	j := i
	for j < len(p.t.s) && (isWord(p.t.s[j]) || p.t.s[j] == '_') {
		j++
	}
	return j > i && j < len(p.t.s) && (p.t.s[j] == ':' || p.t.s[j] == '=') && j-i < 40
}

// call reads name(...): the length and the string of PHP, Some("x") of Rust,
// the arguments of a constructor.
func (p *parser) call(name string, depth int) (node, bool) {
	s := p.t.s[p.at:]
	closing := strings.IndexByte(s[:min(len(s), maxCode)], ')')
	if depth <= maxDepth && (name == "Some" || name == "Ok" || name == "Err" || name == "String") {
		p.at++
		n := p.value(depth + 1)
		if p.peek() == ')' {
			p.at++
		}
		return n, true
	}
	if closing < 0 {
		return node{}, false
	}
	inner := s[1:closing]
	_, err := strconv.Atoi(inner)
	switch {
	case name == "array" || name == "object":
		p.at += closing + 1
		if name == "object" { // object(stdClass)#1 (4) {
			if i := strings.IndexByte(p.t.s[p.at:], '{'); i >= 0 && i < 16 {
				p.at += i
			}
		}
		if p.peek() == '{' {
			return p.group(depth), true
		}
		return node{at: p.at, end: p.at}, true
	case err == nil && (name == "string" || name == "int" || name == "float"):
		n := node{at: p.at, end: p.at + closing, text: p.t.cut(p.at+1, p.at+closing)}
		p.at += closing + 1
		if name == "string" && p.peek() == '"' {
			return p.quoted(), true
		}
		return n, true
	}
	return node{}, false
}
