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
	return some(s, "</", func(i int) bool { return inlineTag(s[i:]) > 0 })
}

// withoutInlineTags drops such tags.
func withoutInlineTags(t text) text {
	return rewrite(t, func(i int) (int, string) {
		if t.s[i] != '<' {
			return 0, ""
		}
		return inlineTag(t.s[i:]), ""
	})
}

// replaceCurly makes curly double quotes straight.
func replaceCurly(t text) text {
	return rewrite(t, func(i int) (int, string) {
		if strings.HasPrefix(t.s[i:], "“") || strings.HasPrefix(t.s[i:], "”") {
			return len("“"), `"`
		}
		return 0, ""
	})
}
