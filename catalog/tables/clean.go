package tables

import (
	"html"
	"strings"
	"unicode"
)

// cleanText turns a cell without markup into the text that a service would
// send: straight quotes, no escapes before them, no closing quote that nothing
// opened, entities resolved, white space collapsed. The vendor's words stay.
func cleanText(cell string) string {
	text := spaced(entities(broken(cell)))
	if strings.ContainsFunc(text, isCurly) {
		text = strings.Map(straight, text)
	}
	if strings.Contains(text, `\`) {
		text = strings.NewReplacer(`\"`, `"`, `\'`, `'`).Replace(text)
	}
	if strings.HasSuffix(text, `"`) && strings.Count(text, `"`)%2 == 1 {
		text = strings.TrimRight(text[:len(text)-1], " ")
	}
	return text
}

// cleanCode turns a cell without markup into the code. The vendor's spelling
// stays letter by letter; only white space around it goes.
func cleanCode(cell string) string { return spaced(entities(broken(cell))) }

// broken turns <br> in all its spellings into spaces.
func broken(text string) string {
	return replaceAt(text, '<', func(rest string) (string, int) {
		end := strings.IndexByte(rest[:min(len(rest), len("<br />"))], '>')
		if end > 0 && strings.EqualFold(strings.TrimRight(rest[1:end], " /"), "br") {
			return " ", end + 1
		}
		return "", 0
	})
}

// entities resolves HTML entities that end in a semicolon. The others, which
// HTML allows too, are parts of URLs here: &region= is no registered trademark.
func entities(text string) string {
	return replaceAt(text, '&', func(rest string) (string, int) {
		end := 1
		for end < len(rest) && (rest[end] == '#' || isWord(rest[end])) {
			end++
		}
		if end < len(rest) && rest[end] == ';' {
			return html.UnescapeString(rest[:end+1]), end + 1
		}
		return "", 0
	})
}

// replaceAt asks at each mark what stands in for the text from there on, and
// for how many bytes of it; 0 leaves the mark as it is.
func replaceAt(text string, mark byte, instead func(rest string) (string, int)) string {
	i := strings.IndexByte(text, mark)
	if i < 0 {
		return text
	}
	var b strings.Builder
	for ; i >= 0; i = strings.IndexByte(text, mark) {
		b.WriteString(text[:i])
		text = text[i:]
		with, size := instead(text)
		if size == 0 {
			with, size = text[:1], 1
		}
		b.WriteString(with)
		text = text[size:]
	}
	b.WriteString(text)
	return b.String()
}

// spaced makes every run of white space one space, drops it at both ends, and
// drops characters that cannot be seen: controls, zero-width marks. Bytes that
// are no UTF-8 become U+FFFD.
func spaced(text string) string {
	if !strings.ContainsFunc(text, isOdd) && !strings.Contains(text, "  ") {
		return strings.Trim(text, " ")
	}
	var b strings.Builder
	gap := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		default:
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(r)
		}
	}
	return b.String()
}

// isOdd reports whether a character needs a closer look than plain text.
func isOdd(r rune) bool {
	return r != ' ' && (r < ' ' || r == 0x7f || r > '~' && !unicode.IsPrint(r) || r == unicode.ReplacementChar)
}

func isCurly(r rune) bool { return straight(r) != r }

// straight maps typographic quotes to those of a keyboard.
func straight(r rune) rune {
	switch r {
	case '“', '”', '„', '‟':
		return '"'
	case '‘', '’', '‚', '‛':
		return '\''
	}
	return r
}
