package scan

import "strings"

// withPlainSpaces makes the white space of pages and chats such as logs have: a
// no-break space is a blank, and what has no width is nothing.
func withPlainSpaces(t text) text {
	if strings.IndexByte(t.s, 0xc2) < 0 && strings.IndexByte(t.s, 0xe2) < 0 && strings.IndexByte(t.s, 0xef) < 0 {
		return t // most lines
	}
	if !containsAny(t.s, "\u00a0", "\u200b", "\u2060", "\ufeff", "\u202f") {
		return t
	}
	return rewrite(t, func(i int) (int, string) {
		switch s := t.s[i:]; {
		case strings.HasPrefix(s, "\u00a0"):
			return len("\u00a0"), " "
		case strings.HasPrefix(s, "\u202f"):
			return len("\u202f"), " "
		case beginsWithAny(s, "\u200b", "\u2060", "\ufeff"):
			return len("\u200b"), ""
		}
		return 0, ""
	})
}
