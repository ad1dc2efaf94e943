package scan

import "strings"

// A tracker follows a document over the lines that it spans.
type tracker struct {
	depth  int
	quote  byte   // of the string that is open at the end of the line
	root   string // of an XML document
	closed bool   // the last line closed a document
	last   byte   // last byte that is no blank
}

// line reads the next line.
func (d *tracker) line(content string) {
	d.closed = false
	if d.root != "" {
		if strings.Contains(content, "</"+d.root+">") {
			d.root, d.depth, d.closed = "", 0, true
		}
		return
	}
	trimmed := strings.TrimSpace(content)
	if trimmed == "" {
		return
	}
	if d.depth == 0 {
		if root := xmlRoot(trimmed); root != "" {
			if strings.Contains(trimmed, "</"+root+">") {
				d.closed = true
				return
			}
			if root != "?" || strings.HasSuffix(trimmed, "?>") {
				d.root, d.depth = root, 1
				if root == "?" {
					d.root, d.depth = "", 0
				}
			}
			return
		}
	}
	if d.braces(trimmed); d.quote != 0 && isCutShort(trimmed) {
		d.depth, d.quote, d.closed = 0, 0, true
	}
	d.last = trimmed[len(trimmed)-1]
}

// xmlRoot returns the name of the element that a line opens, "?" for a
// declaration alone, "" for none.
func xmlRoot(s string) string {
	i := strings.IndexByte(s, '<')
	if i < 0 {
		return ""
	}
	rest := s[i:]
	if strings.HasPrefix(rest, "<?xml") {
		end := strings.Index(rest, "?>")
		if end < 0 {
			return ""
		}
		rest = strings.TrimSpace(rest[end+2:])
		if rest == "" {
			return "?"
		}
	} else if i > 0 {
		return ""
	}
	p := xmlParser{t: textOf(rest)}
	if rest == "" || rest[0] != '<' {
		return ""
	}
	if name, slash, ok := p.tag(); ok && !slash {
		return name
	}
	return ""
}

// braces counts what opens and closes outside of strings. What does not look
// like a document does not open one: the bracket has to be followed by a quote,
// a key or the end of the line.
func (d *tracker) braces(s string) {
	quote := d.quote
	p := parser{t: textOf(s)}
	for i := 0; i < len(s); i++ {
		if quote != 0 {
			for i < len(s) && s[i] != quote {
				if s[i] == '\\' {
					i++
				}
				i++
			}
			if p.at = i; i < len(s) && p.endsString() {
				quote = 0
			}
			continue
		}
		if i = nextOf(&braceBytes, s, i, len(s)); i == len(s) {
			break
		}
		switch c := s[i]; c {
		case '"', '\'':
			if d.depth > 0 && d.opensString(s[:i]) {
				quote = c
			}
		case '{', '[', '(':
			if opensDocument(s[i+1:], c, d.depth) {
				d.depth++
			}
		default:
			if d.depth > 0 && (c != ')' || i == 0) {
				d.depth--
				d.closed = d.depth == 0
			}
		}
	}
	d.quote = 0
	if d.depth > 0 && (quote == 0 || !isStatement(s)) { // source code ends its strings
		d.quote = quote
	}
}

// braceBytes open and close documents and strings.
var braceBytes = [256]bool{'"': true, '\'': true, '{': true, '[': true, '(': true, '}': true, ']': true, ')': true}

// opensString reports whether a quote behind a part of a line opens a string.
func (d *tracker) opensString(before string) bool {
	last := d.last
	if before = strings.TrimRight(before, " \t"); before != "" {
		last = before[len(before)-1]
	}
	return last == 0 || strings.IndexByte("{[(,:=>u", last) >= 0
}

// opensDocument reports whether what stands behind a bracket is what a document
// begins with; inside of one, nearly anything is.
func opensDocument(rest string, open byte, depth int) bool {
	rest = rest[indentOf(rest):]
	switch {
	case rest == "":
		return true
	case open == '(':
		return false
	case depth > 0:
		return true
	case rest[0] == '"' || rest[0] == '\'' || strings.HasPrefix(rest, "u'") || strings.HasPrefix(rest, `\"`):
		return true
	case rest[0] == '{':
		return true
	case open == '{' && behindError(rest) == "":
		return true
	}
	return open == '{' && isKeyStart(rest)
}

// continues reports whether a line can be the next one of the open document.
func (d *tracker) continues(content string, starts bool) bool {
	trimmed := strings.TrimSpace(content)
	if d.root != "" {
		return !starts || trimmed[0] == '<'
	}
	if d.quote != 0 && !starts {
		return trimmed[0] != '{'
	}
	if (trimmed[0] == '{' || trimmed[0] == '[') && indentOf(content) == 0 {
		return strings.IndexByte("[{(,:=", d.last) >= 0
	}
	return strings.IndexByte("\"'{}[](),", trimmed[0]) >= 0 || !starts && (indentOf(content) > 0 || strings.IndexByte(",{[", d.last) >= 0 && isKeyStart(trimmed) || beginsWithAny(trimmed, "string(", "int("))
}
