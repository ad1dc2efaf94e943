package scan

import "strings"

// parseXML reads the element that begins at an offset, with what it holds, into a
// list, as far as it goes: tags that nobody closed end with their parent or the text.
// The fields of an error whose root was not copied are read as if it were there. It
// reports false where no element with others in it begins.
func parseXML(t text, at int, nodes *nodeList) (node, bool) {
	p := xmlParser{t, at, nodes}
	for p.skipMarkup() {
	}
	n, ok := p.element(0)
	if ok && n.closed && !n.group && classify(n.key) != labelNone {
		n = p.siblings(n)
	}
	return n, ok && len(n.members) > 0
}

// siblings reads the elements that follow one, as members of their parent.
func (p *xmlParser) siblings(first node) node {
	from := len(p.nodes.open)
	p.nodes.open = append(p.nodes.open, first)
	n := node{at: first.at, end: p.at, group: true, closed: true}
	for {
		for p.skipMarkup() {
		}
		m, ok := p.element(0)
		if !ok || !m.closed {
			break
		}
		p.nodes.open = append(p.nodes.open, m)
		n.end = p.at
	}
	n.members = p.nodes.close(from)
	if len(n.members) < 2 {
		n.members = nil
	}
	return n
}

// field returns which field of an error a line is that holds one element and nothing
// else, labelNone where it is none.
func field(line string) label {
	if line[0] != '<' {
		return labelNone
	}
	name := xmlRoot(line)
	if name == "" || !strings.HasSuffix(line, "</"+name+">") {
		return labelNone
	}
	return classify(name)
}

type xmlParser struct {
	t     text
	at    int
	nodes *nodeList
}

// skipMarkup passes over a declaration, a comment or white space.
func (p *xmlParser) skipMarkup() bool {
	rest := p.t.s[p.at:]
	trimmed := behindSpace(rest)
	p.at += len(rest) - len(trimmed)
	for _, m := range [][2]string{{"<?", "?>"}, {"<!--", "-->"}, {"<!DOCTYPE", ">"}} {
		if strings.HasPrefix(trimmed, m[0]) {
			if end := strings.Index(trimmed[:min(len(trimmed), maxMessage)], m[1]); end >= 0 {
				p.at += end + len(m[1])
				return true
			}
		}
	}
	return false
}

// tag reads <name ...>; an empty element has slash set.
func (p *xmlParser) tag() (name string, slash, ok bool) {
	s := p.t.s
	i := p.at + 1
	start := i
	for i < len(s) && (isWord(s[i]) || strings.IndexByte("_-.:", s[i]) >= 0) {
		i++
	}
	name = s[start:i]
	if name == "" || !('a' <= name[0]|0x20 && name[0]|0x20 <= 'z') {
		return "", false, false
	}
	end := strings.IndexAny(s[i:], "<>")
	if end < 0 || s[i+end] == '<' || i < len(s) && s[i] != '>' && s[i] != '/' && !isSpace(s[i]) {
		return "", false, false
	}
	slash = end > 0 && s[i+end-1] == '/'
	p.at = i + end + 1
	if colon := strings.IndexByte(name, ':'); colon >= 0 {
		name = name[colon+1:]
	}
	return name, slash, true
}

// element reads an element, up to its end or that of what it stands in.
func (p *xmlParser) element(depth int) (node, bool) {
	if p.at >= len(p.t.s) || p.t.s[p.at] != '<' || depth > maxDepth {
		return node{}, false
	}
	n := node{at: p.at}
	name, slash, ok := p.tag()
	if !ok {
		return node{}, false
	}
	n.key = name
	if slash {
		n.end, n.closed = p.at, true
		return n, true
	}
	var w writer
	from := len(p.nodes.open)
	p.content(&n, &w, depth)
	n.end, n.members = p.at, p.nodes.close(from)
	n.text = w.text()
	lead := len(n.text.s) - len(behindSpace(n.text.s))
	n.text = n.text.cut(lead, max(lead, len(strings.TrimRight(n.text.s, " \t\r\n"))))
	n.at = n.text.src(0)
	n.group = len(n.members) > 0
	return n, true
}

// firstTag returns the tag that a text begins with, behind a declaration.
func firstTag(s string) string {
	if _, rest, ok := strings.Cut(s, "?>"); ok && strings.HasPrefix(s, "<?") {
		s = rest
	}
	return s[:strings.IndexByte(s+">", '>')]
}

// content reads up to the end tag of n: text, entities, CDATA, elements.
func (p *xmlParser) content(n *node, w *writer, depth int) {
	for p.at < len(p.t.s) {
		rest := p.t.s[p.at:]
		next := strings.IndexAny(rest, "<&")
		if next < 0 {
			w.copy(p.t, p.at, len(p.t.s))
			p.at = len(p.t.s)
			return
		}
		w.copy(p.t, p.at, p.at+next)
		p.at += next
		rest = rest[next:]
		switch {
		case strings.HasPrefix(rest, "</"):
			end := strings.IndexByte(rest, '>')
			if end < 0 {
				p.at = len(p.t.s)
				return
			}
			name := strings.TrimSpace(rest[2:end])
			if _, local, ok := strings.Cut(name, ":"); ok {
				name = local
			}
			if name == n.key {
				p.at += end + 1
				n.closed = true
			}
			return // another's end tag: the parent's
		case strings.HasPrefix(rest, "<![CDATA["):
			body := p.at + len("<![CDATA[")
			end := strings.Index(p.t.s[body:], "]]>")
			if end < 0 {
				end = min(len(p.t.s)-body, maxMessage) // nobody closed it
			}
			w.copy(p.t, body, body+end)
			p.at = min(body+end+3, len(p.t.s))
		case rest[0] == '&':
			p.at += entity(w, p.t, p.at)
		case p.skipMarkup():
		default:
			if m, ok := p.element(depth + 1); ok {
				p.nodes.open = append(p.nodes.open, m)
				continue
			}
			w.copy(p.t, p.at, p.at+1)
			p.at++
		}
	}
}
