package scan

import "strings"

// stripColour drops the escape sequences of a terminal.
func stripColour(t text) text {
	if strings.IndexByte(t.s, 0x1b) < 0 {
		return t
	}
	var w writer
	for i := 0; i < len(t.s); {
		next := strings.IndexByte(t.s[i:], 0x1b)
		if next < 0 {
			w.copy(t, i, len(t.s))
			break
		}
		w.copy(t, i, i+next)
		i += next
		i += escapeLen(t.s[i:])
	}
	return w.text()
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
