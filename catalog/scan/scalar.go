package scan

import "strings"

// A scalar is a text in quotes that YAML writes over several lines, indented deeper
// than its key. Where the text has a line end there is a blank line, and a line end
// stands for a blank.
type scalar struct {
	quote  byte // 0 outside of any
	indent int  // of the key
}

// line reads the next line of a record.
func (s *scalar) line(l *logLine, trimmed string) {
	switch {
	case s.quote == 0:
		if !l.starts && l.indent() > 0 {
			s.quote, s.indent = opensScalar(trimmed), l.indent()
		}
	case l.indent() <= s.indent || endsScalar(trimmed, s.quote):
		s.quote = 0
	}
}

// holds reports whether a line belongs to the text.
func (s *scalar) holds(l *logLine, trimmed string) bool {
	return s.quote != 0 && (trimmed == "" || !l.starts && l.indent() > s.indent)
}

// opensScalar returns the quote of the text that begins behind a key and goes on
// on the next line, 0 where none does.
func opensScalar(line string) byte {
	key, value, ok := strings.Cut(strings.TrimPrefix(line, "- "), ": ")
	if !ok || !isName(key) || value == "" || value[0] != '\'' && value[0] != '"' || endsScalar(value[1:], value[0]) {
		return 0
	}
	return value[0]
}

// endsScalar reports whether a line has the quote that ends a text: two single ones
// stand for one, a double one may have a backslash before it.
func endsScalar(line string, quote byte) bool {
	for i := 0; i < len(line); i++ {
		switch {
		case quote == '"' && line[i] == '\\', quote == '\'' && strings.HasPrefix(line[i:], "''"):
			i++
		case line[i] == quote:
			return true
		}
	}
	return false
}
