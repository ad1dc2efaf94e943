package scan

import "strings"

// Terraform and other tools for terminals draw borders around what they tell. Those
// of a tool whose output another one put into a string are there as well.

// border reads Terraform's border.
func (l *logLine) border(rest string) int {
	if beginsWithAny(rest, "│", "┃", "║", "▏", "▎", "▌") { // all of one length
		l.box = '|'
		return len("│") + blank(rest[len("│"):])
	}
	switch strings.TrimRight(rest, " ") {
	case "╷":
		l.box = '['
	case "╵":
		l.box = ']'
	default:
		return 0 // what follows is on the same line where line ends are escaped
	}
	return len(rest)
}

// withoutRightBorder drops what closes a line of a panel behind its content, which
// begins at n.
func withoutRightBorder(t text, n int) text {
	s := strings.TrimRight(t.s, " ")
	if len(s) < n+len("│") || !strings.HasSuffix(s, "│") {
		return t
	}
	return t.cut(0, max(n, len(strings.TrimRight(strings.TrimSuffix(s, "│"), " "))))
}

// withoutPrefixes drops what stands before the lines of a text that stood in a
// string, where it parts the lines of an error: times, Terraform's border.
func withoutPrefixes(t text) text {
	_, rest, _ := strings.Cut(t.s, "\n")
	second := splitPrefix(textOf(firstLine(rest)))
	if second.box == 0 && second.timeAt < 0 {
		return t
	}
	var w writer
	for at := 0; at < len(t.s); {
		line := firstLine(t.s[at:])
		l := splitPrefix(textOf(line))
		if l.box == 0 && l.timeAt < 0 {
			l.n = 0
		}
		end := at + len(line) + 1
		w.copy(t, at+l.n, min(end, len(t.s)))
		at = end
	}
	return w.text()
}
