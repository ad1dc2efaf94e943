package scan

import (
	"bytes"
	"strings"
)

// A literal is what is left of a part of source code that spans lines: a block
// of comments, each line with its star, which elsewhere is a bullet, or a text
// in quotes that line ends do not end. What they name are mentions.
type literal struct {
	end   string // what ends it, "*" for a comment, "(" for texts in quotes alone; "" outside of any
	lines int
}

// maxLiteral bounds the lines of a literal that nobody ends.
const maxLiteral = 60

// open reports whether lines of a literal may still come.
func (l *literal) open() bool { return l.end != "" }

// takes reports whether a line is a literal's.
func (l *literal) takes(line []byte) bool {
	if l.end == "" {
		l.end, l.lines = opensLiteral(line), 0
		return l.end == "*"
	}
	l.lines++
	inside := true
	switch {
	case l.end == "*":
		line = bytes.TrimSpace(line)
		inside = bytes.HasPrefix(line, []byte("*"))
		if !inside || bytes.HasSuffix(line, []byte("*/")) {
			l.end = ""
		}
	case l.end == "(":
		if inside = isText(bytes.TrimSpace(line)); !inside || l.lines == maxLiteral {
			l.end = ""
		}
	case isUpper(l.end[0]):
		if string(bytes.TrimSpace(line)) == l.end || l.lines == maxLiteral {
			l.end = ""
		}
	case bytes.Contains(line, []byte(l.end)) || l.lines == maxLiteral:
		l.end = ""
	}
	return inside
}

// hereDocument returns the word that ends the text which a line of a script, or of a
// program, says comes next, "cat <<'EOF' > file", "" where it says none.
func hereDocument(line []byte) string {
	_, rest, ok := bytes.Cut(line, []byte("<<"))
	if !ok {
		return ""
	}
	word := strings.TrimLeft(string(rest), "-~'\"")
	end := leading(word, isUpper)
	if behind := strings.TrimLeft(word[end:], "'\""); end < 2 || behind != "" && strings.IndexByte(" ;)|", behind[0]) < 0 {
		return ""
	}
	return word[:end]
}

// isText reports whether a line is a text in quotes and nothing else, the next of
// several that a language puts together.
func isText(line []byte) bool {
	return len(line) > 1 && (line[0] == '"' || line[0] == '\'') && line[len(line)-1] == line[0]
}

// opensLiteral returns what ends the literal that a line opens, "" where it opens
// none: a comment that begins its line, or quotes behind an assignment or a bracket
// that the line does not close.
func opensLiteral(line []byte) string {
	if bytes.HasSuffix(bytes.TrimRight(line, " \t\r"), []byte("=(")) || bytes.HasSuffix(line, []byte("= (")) {
		return "("
	}
	line = line[:min(len(line), maxWord)]
	indent := len(line) - len(bytes.TrimLeft(line, " \t"))
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("msg")) && bytes.HasSuffix(line, []byte(` ""`)) {
		return "(" // of a file of translations, over several lines
	}
	if end := hereDocument(line); end != "" {
		return end
	}
	if _, raw, ok := bytes.Cut(line, []byte(`R"(`)); ok && !bytes.Contains(raw, []byte(`)"`)) {
		return `)"` // of C++
	}
	if bytes.IndexByte(line, '`') < 0 && !bytes.HasPrefix(line, []byte("/*")) && !bytes.Contains(line, []byte(`""`)) && !bytes.Contains(line, []byte("''")) {
		return ""
	}
	trimmed := string(line)
	if trimmed == "/*" {
		return "*/" // its lines may have stars or not
	}
	if comment, ok := strings.CutPrefix(trimmed, "/*"); ok && (strings.Trim(comment, "*") == "" || strings.HasPrefix(comment, " ") && !strings.Contains(comment, "*/")) {
		return "*"
	}
	for _, quote := range []string{`"""`, "'''", "`"} {
		i := strings.LastIndex(trimmed, quote)
		if i < 0 || strings.Count(trimmed, quote)%2 == 0 {
			continue
		}
		before := strings.TrimRight(trimmed[:i], "rbuf")
		if before == "" && quote == "`" && trimmed == quote && indent > 1 {
			return quote // the argument of a call on the line before
		}
		if (strings.HasSuffix(before, "= ") || strings.HasSuffix(before, "(")) && !strings.Contains(before, ": ") {
			return quote
		}
	}
	return ""
}
