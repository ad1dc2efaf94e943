package scan

import "strings"

// stripColour drops the escape sequences of a terminal. A hyperlink to the error
// centre whose text does not name the code is kept behind the text.
func stripColour(t text) text {
	if strings.IndexByte(t.s, 0x1b) < 0 {
		return t
	}
	var w writer
	var link span
	for i := 0; i < len(t.s); {
		next := strings.IndexByte(t.s[i:], 0x1b)
		if next < 0 {
			w.copy(t, i, len(t.s))
			break
		}
		w.copy(t, i, i+next)
		i += next
		n := escapeLen(t.s[i:])
		if from, to, ok := hyperlink(t.s[i : i+n]); ok {
			if e := linkIn(t.cut(link.from, link.to)); e.code != "" && !strings.Contains(t.s[link.to:i], e.code) {
				w.add(" ", t.src(link.from))
				w.copy(t, link.from, link.to)
			}
			link = span{i + from, i + to}
		}
		i += n
	}
	return w.text()
}

// hyperlink returns where the address stands in the sequence that begins a
// hyperlink; that of the one that ends it is empty.
func hyperlink(sequence string) (from, to int, ok bool) {
	parameters, ok := strings.CutPrefix(sequence, "\x1b]8;")
	to = len(strings.TrimRight(sequence, "\x07\x1b\\"))
	from = len("\x1b]8;") + strings.IndexByte(parameters, ';') + 1
	return min(from, to), to, ok
}

// escapeLen returns the length of the escape sequence that s begins with.
func escapeLen(s string) int {
	if len(s) < 2 {
		return len(s)
	}
	switch s[1] {
	case '[':
		for i := 2; i < len(s); i++ {
			if s[i] >= 0x40 && s[i] <= 0x7e {
				return i + 1
			}
			if s[i] < 0x20 {
				return i
			}
		}
		return len(s)
	case ']', '_', 'P', '^', 'X': // with a text of any length
		for i := 2; i < len(s); i++ {
			if s[i] == 7 {
				return i + 1
			}
			if s[i] == 0x1b {
				return min(i+2, len(s))
			}
		}
		return len(s)
	case '(', ')':
		return min(3, len(s))
	}
	return 2
}
