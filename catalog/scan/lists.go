package scan

import "strings"

// listShape is where another failed call may begin: a bullet, or the next
// exception of a chain.
type listShape struct{}

func (listShape) needles() []string { return nil }

func (listShape) find(p *passage) {
	for at, s := 0, p.t.s; at < len(s); {
		line := firstLine(s[at:])
		switch trimmed := strings.TrimLeft(line, " \t|+"); {
		case trimmed == "":
		case isItem(trimmed):
			p.found(candidate{kind: foundItem, at: at, end: at})
		case isChain(trimmed):
			p.found(candidate{kind: foundChain, at: at, end: at})
		}
		at += len(line) + 1
	}
}

// isBullet reports whether a line begins with a mark of a list.
func isBullet(s string) bool {
	if beginsWithAny(s, "- ", "* ", "• ", "– ", "· ", "‣ ") {
		return true
	}
	n := leading(s, isDigit)
	return n > 0 && n < 4 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' '
}

// withoutBullet drops the mark of a list's item.
func withoutBullet(s string) string {
	if isBullet(s) {
		_, s, _ = strings.Cut(s, " ")
	}
	return s
}

// opensRow reports whether a line opens a row of a table that is written as a list
// of lists.
func opensRow(s string) bool { return isBullet(s) && isBullet(withoutBullet(s)) }

// isItem reports whether a line is an item of a list of its own: a bullet, and
// no mere field of an error behind it.
func isItem(s string) bool {
	return isBullet(s) && startsItem(labelAtStart(withoutBullet(s)))
}

// startsItem reports whether a label behind a bullet, or none, begins an item.
func startsItem(l label) bool { return l == labelNone || l == labelCode }

// isFrame reports whether a line is a frame of a stack trace or what stands
// among frames.
func isFrame(s string) bool {
	switch {
	case strings.HasPrefix(s, "at ") && (strings.ContainsAny(s, "(:") || strings.HasSuffix(s, ">")), isCutFrame(s):
		return true
	case strings.HasPrefix(s, "File \"") && strings.Contains(s, "line "):
		return true
	case len(s) > 2 && s[0] == '#' && isDigit(s[1]) && strings.ContainsAny(s, "(:{"):
		return true
	case strings.HasPrefix(s, "... ") && len(s) > 4 && (digits(s[4:5]) || strings.Contains(s, "omitted")):
		return true
	case strings.HasPrefix(s, "from ") && strings.Contains(s, ":in "):
		return true
	}
	return beginsWithAny(s, "Stack trace:", "[stacktrace]", "thrown in ", "--- End of ", "Stack backtrace:", "goroutine ", "created by ", "[previous exception]")
}

// isCutFrame reports whether a line is the beginning of a frame whose place had no
// room: "at", or "at Client.call".
func isCutFrame(s string) bool {
	name, ok := strings.CutPrefix(s, "at ")
	return s == "at" || ok && strings.Contains(name, ".") && qualifiedName(name) == name
}

// isChain reports whether a line ties an exception to the one before it.
func isChain(s string) bool {
	return beginsWithAny(s, "Caused by", "caused by", "Suppressed:", "During handling of the above", "The above exception was", "---> ", "Wrapped by:", "Next ")
}

// isHeader reports whether a line is a header of a response.
func isHeader(line string) bool {
	name, _, ok := strings.Cut(line, ":")
	return ok && isName(name) && !strings.ContainsAny(name, "./@")
}

// isTitle reports whether a line begins with a code and a colon, or has them
// behind "Error: " or a logger's dash.
func isTitle(t sifted) bool {
	behind := func(mark string) bool {
		return t.some(mark, func(i int) bool { return codeWithColon(t.s[i+len(mark):]) })
	}
	return codeWithColon(t.s) || behind("rror: ") || behind(" - ")
}

// codeWithColon reports whether a text begins with a code and a colon.
func codeWithColon(s string) bool {
	end := codeEnd(s, 0)
	return looksLikeCode(s[:end]) && strings.HasPrefix(strings.TrimLeft(s[end:], " "), ":") && classify(s[:end]) == labelNone
}
