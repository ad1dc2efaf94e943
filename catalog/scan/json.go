package scan

import (
	"strings"
)

// maxDepth bounds the groups inside groups that are told apart.
const maxDepth = 500

// A parser reads JSON and its kin as people paste them: what Python, Ruby, Go,
// Rust, PHP and JavaScript print for a value. Lost commas, quotes that nobody
// escaped and a missing end spoil only the part that they stand in.
type parser struct {
	t     text
	at    int
	list  bool // inside a list: the next value needs no key
	cut   bool // nothing more comes: the line says that the rest was left out
	nodes *nodeList

	looked, stop int // from the one on the next double quote or line end is at the other
}

// parseJSON reads the document that begins at an offset into a list. A group without a
// keyed member anywhere is no document.
func parseJSON(t text, at int, nodes *nodeList) (node, bool) {
	p := parser{t: t, at: at, nodes: nodes}
	n := p.value(0)
	return n, n.group && n.keyed()
}

// keyed reports whether the group, or one in it, has a member with a key.
func (n *node) keyed() bool {
	for i := range n.members {
		if n.members[i].key != "" || n.members[i].group && n.members[i].keyed() {
			return true
		}
	}
	return false
}

func (p *parser) more() bool { return p.at < len(p.t.s) }

func (p *parser) space() {
	for p.more() && isSpace(p.t.s[p.at]) {
		p.at++
	}
}

// peek returns the next byte behind white space, 0 at the end.
func (p *parser) peek() byte {
	p.space()
	if !p.more() {
		return 0
	}
	return p.t.s[p.at]
}

// value reads whatever comes next.
func (p *parser) value(depth int) node {
	c := p.peek()
	switch {
	case c == 0:
		return node{at: p.at, end: p.at}
	case c == '{' || c == '[' || c == '(':
		return p.group(depth)
	case c == '"' || c == '\'' || c == '`':
		return p.quoted()
	}
	return p.bare(depth)
}

// group reads the members of an object, a list or a PHP array.
func (p *parser) group(depth int) node {
	open := p.t.s[p.at]
	n := node{at: p.at, group: true, list: true}
	p.at++
	if depth > maxDepth { // what it holds is read as if it stood around it
		return node{at: n.at, end: p.at}
	}
	from := len(p.nodes.open)
	for !p.endsGroup(&n, open) {
		p.list = open == '['
		m := p.member(depth)
		if m.key != "" {
			n.list = false
		}
		p.nodes.open = append(p.nodes.open, m)
	}
	n.end, n.members = p.at, p.nodes.close(from)
	return n
}

// endsGroup goes to the next member, and reports whether the group has none any more.
func (p *parser) endsGroup(n *node, open byte) bool {
	for !p.cut {
		switch c := p.peek(); c {
		case 0:
			return true
		case closer(open):
			p.at++
			n.closed = true
			return true
		case ',', ';', ':', '=', '>':
		case '}', ']', ')':
			if open != '(' && c != ')' { // the end of a group around this one
				return true
			}
		default:
			return false
		}
		p.at++
	}
	return true
}

// closer returns what ends a group.
func closer(open byte) byte {
	switch open {
	case '{':
		return '}'
	case '[':
		return ']'
	}
	return ')'
}

// member reads "key: value", or a value alone.
func (p *parser) member(depth int) node {
	start := p.at
	if key, ok := p.key(); ok {
		for p.more() && (p.t.s[p.at] == ' ' || p.t.s[p.at] == '\t') {
			p.at++
		}
		n := node{at: p.at, end: p.at}
		if c := p.peek(); c != ',' && c != '}' && c != ']' && c != 0 {
			n = p.value(depth + 1)
		}
		n.key = key
		return n
	}
	if rest, ok := strings.CutPrefix(p.t.s[start:], "[cause]: "); ok { // behind the properties of Node's errors
		p.at = start + len("[cause]: ") + len(firstLine(rest))
		return node{key: "cause", at: start, end: p.at, text: p.t.cut(p.at-len(firstLine(rest)), p.at)}
	}
	p.at = start
	n := p.value(depth + 1)
	if p.at == start {
		p.at++
	}
	return n
}

// key reads a key and what separates it from its value.
func (p *parser) key() (key string, ok bool) {
	key, end := keyAt(p.t.s, p.at)
	if key != "" {
		p.at = end
	}
	return key, key != ""
}

// keyAt reads the key at i and what separates it from its value: "Code":,
// 'Code' =>, Code:, u'Code':, :code=>, [Code] => and ["code":protected]=> of PHP.
// The key is empty where none stands there.
func keyAt(s string, i int) (key string, end int) {
	bracket := s[i] == '['
	if bracket {
		i++
	}
	if i+1 < len(s) && (s[i] == ':' || (s[i] == 'u' || s[i] == 'b') && (s[i+1] == '\'' || s[i+1] == '"')) {
		i++
	}
	var quote byte
	if i < len(s) && (s[i] == '"' || s[i] == '\'') {
		quote = s[i]
		i++
	}
	at := i
	for i < len(s) && i-at < 64 && (isKeyByte(s[i]) || quote != 0 && s[i] == ' ') {
		i++
	}
	key = s[at:i]
	if key == "" {
		return "", 0
	}
	if quote != 0 {
		if i >= len(s) || s[i] != quote {
			return "", 0
		}
		i++
	}
	if bracket {
		if n := strings.IndexByte(s[i:min(i+40, len(s))], ']'); n >= 0 && (n == 0 || s[i] == ':') {
			i += n + 1
		} else {
			return "", 0
		}
	}
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	n := separator(s[i:])
	if n == 0 || bracket && n != 2 {
		return "", 0
	}
	return key, i + n
}

// separator returns the length of what stands between a key and its value at
// the beginning of s, 0 where there is none.
func separator(s string) int {
	switch {
	case s == "":
	case s[0] == '=':
		switch {
		case strings.HasPrefix(s, "=>"):
			return 2
		case !strings.HasPrefix(s, "=="):
			return 1
		}
	case s[0] == ':':
		if !beginsWithAny(s[1:], ":", "//", "=") {
			return 1
		}
	case s[0] == "："[0] && (strings.HasPrefix(s, "：") || strings.HasPrefix(s, "＝")):
		return 3
	}
	return 0
}

func isKeyByte(c byte) bool {
	return isWord(c) || c == '_' || c == '-' || c == '.' || c == '$' || c == '@' || c >= 0x80
}

// isKeyStart reports whether a text begins with a key and its separator.
func isKeyStart(s string) bool {
	if s == "" {
		return false
	}
	key, _ := keyAt(s, 0)
	return key != ""
}
