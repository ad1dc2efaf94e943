package render

import (
	"strings"
	"unicode/utf8"
)

// Clean makes text that comes from elsewhere safe to print on one line of a
// terminal: each run of control and bidi characters becomes one space, invalid
// UTF-8 becomes U+FFFD. Nothing is left that could move the cursor, start an
// escape sequence or reorder what stands around it.
func Clean(text string) string {
	i := 0
	for i < len(text) && ' ' <= text[i] && text[i] <= '~' {
		i++
	}
	if i == len(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:i])
	inRun := false
	for _, r := range text[i:] {
		unsafe := isUnsafe(r)
		switch {
		case !unsafe:
			b.WriteRune(r)
		case !inRun:
			b.WriteByte(' ')
		}
		inRun = unsafe
	}
	return b.String()
}

// isUnsafe reports whether a terminal could obey r instead of showing it: the
// controls of C0 and C1, line and paragraph separators, and the characters
// with the Unicode property Bidi_Control.
func isUnsafe(r rune) bool {
	switch {
	case r < ' ' || 0x7F <= r && r <= 0x9F:
		return true
	case r < 0x61C:
		return false
	case r == 0x61C, r == 0x200E, r == 0x200F, 0x2028 <= r && r <= 0x202E, 0x2066 <= r && r <= 0x2069:
		return true
	}
	return false
}

// validText returns text with each byte of invalid UTF-8 as U+FFFD, which is
// what readers of JSON make of it.
func validText(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}
