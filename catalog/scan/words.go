package scan

import "strings"

// Bytes, words and lines, and the places of one text in another.

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'A' <= c && c <= 'F' || 'a' <= c && c <= 'f' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// digits reports whether a text is digits and nothing else.
func digits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// beginsWithAny reports whether a text begins with one of some words.
func beginsWithAny(s string, words ...string) bool {
	for _, w := range words {
		if s != "" && s[0] == w[0] && strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// beginsFolded reports whether a text begins with a word in small or capital letters.
func beginsFolded(s, word string) bool {
	return len(s) >= len(word) && strings.EqualFold(s[:len(word)], word)
}

// nextOf returns the first place from i on with a byte of a kind, else to.
func nextOf(kind *[256]bool, s string, i, to int) int {
	for i < to && !kind[s[i]] {
		i++
	}
	return i
}

// leading returns with how many bytes of a kind a text begins.
func leading(s string, is func(c byte) bool) int {
	n := 0
	for n < len(s) && is(s[n]) {
		n++
	}
	return n
}

// trailing returns with how many bytes of a kind a text ends.
func trailing(s string, is func(c byte) bool) int {
	n := 0
	for n < len(s) && is(s[len(s)-1-n]) {
		n++
	}
	return n
}

// behindSpace returns a text without the white space that it begins with.
func behindSpace(s string) string { return s[leading(s, isSpace):] }

// boundary reports whether a word can begin at i.
func boundary(s string, i int) bool {
	return i == 0 || !isWord(s[i-1]) && s[i-1] != '_' && s[i-1] != '.'
}

// firstWord returns a text up to its first white space.
func firstWord(s string) string {
	return s[:leading(s, func(c byte) bool { return c != ' ' && c != '\t' && c != '\n' })]
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// lineStart returns where the line of a place begins.
func lineStart(s string, at int) int { return strings.LastIndexByte(s[:at], '\n') + 1 }

// lineBefore returns the line before the one that begins at a place, but for blank
// ones.
func lineBefore(s string, at int) string {
	s = strings.TrimRight(s[:at], " \t\n")
	return s[lineStart(s, len(s)):]
}

// endsWithColon reports whether a text ends with a colon, a full-width one or not.
func endsWithColon(s string) bool { return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：") }

// lineOf returns the line of a place.
func lineOf(s string, at int) string { return firstLine(s[lineStart(s, at):]) }

// nearLine returns what stands behind a place on its line, as far as a message
// may go.
func nearLine(s string, at int) string { return firstLine(s[at:min(len(s), at+maxMessage)]) }

// maxMessage is how far the message of a rendering in plain text is read.
const maxMessage = 8 << 10

// endsLine reports whether the line ends where a text begins.
func endsLine(s string) bool { return s == "" || s[0] == '\n' }

// indentOf returns how many blanks a text begins with.
func indentOf(s string) int {
	n := 0
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

func containsAny(s string, subs ...string) bool {
	for _, sub := range subs {
		if strings.Contains(s, sub) {
			return true
		}
	}
	return false
}

// each calls f with the places of sub in s.
func each(s, sub string, f func(i int)) { eachIn(s, 0, len(s), sub, f) }

// eachIn calls f with the places from one offset to another where sub begins.
func eachIn(s string, from, to int, sub string, f func(i int)) {
	for end := min(to+len(sub)-1, len(s)); from < to; {
		i := strings.Index(s[from:end], sub)
		if i < 0 {
			return
		}
		f(from + i)
		from += i + len(sub)
	}
}

// some reports whether one of the places of sub in s is as asked.
func some(s, sub string, is func(i int) bool) bool {
	for from := 0; ; from += len(sub) {
		i := strings.Index(s[from:], sub)
		if i < 0 {
			return false
		}
		if from += i; is(from) {
			return true
		}
	}
}
