package scan

import "strings"

// Chats and word processors dress a text up: tags for colours and emphasis,
// curly quotes.

// inlineTag returns the length of the tag at the beginning of s if it only says
// how a text looks, else 0.
func inlineTag(s string) int {
	end := strings.IndexByte(s, '>')
	if end < 2 || end > maxInlineTag {
		return 0
	}
	switch firstWord(strings.TrimPrefix(s[1:end], "/")) {
	case "font", "b", "em", "strong", "span", "tt", "kbd": // not code, which may be a field
		return end + 1
	}
	return 0
}

const maxInlineTag = 80

// inlineTags reports whether a text has such tags.
func inlineTags(s string) bool {
	found := false
	each(s, "</", func(i int) { found = found || inlineTag(s[i:]) > 0 })
	return found
}

func withoutInlineTags(t text) text {
	var w writer
	start := 0
	each(t.s, "<", func(i int) {
		if n := inlineTag(t.s[i:]); n > 0 && i >= start {
			w.copy(t, start, i)
			start = i + n
		}
	})
	w.copy(t, start, len(t.s))
	return w.text()
}

// replaceCurly makes curly double quotes straight.
func replaceCurly(t text) text {
	var w writer
	start := 0
	for i := range len(t.s) {
		for _, quote := range []string{"“", "”"} {
			if strings.HasPrefix(t.s[i:], quote) {
				w.copy(t, start, i)
				w.add(`"`, t.src(i))
				start = i + len(quote)
			}
		}
	}
	w.copy(t, start, len(t.s))
	return w.text()
}
