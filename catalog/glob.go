package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isGlob reports whether a query is a pattern: it has a `*`, or a `?` or a
// closed `[...]` elsewhere than around the whole, where they are punctuation.
func isGlob(query string) bool {
	if strings.Contains(query, "*") {
		return true
	}
	inner := strings.Trim(query, "?")
	if strings.HasPrefix(inner, "[") && strings.HasSuffix(inner, "]") && strings.Count(inner, "[") == 1 {
		inner = inner[1 : len(inner)-1]
	}
	if strings.Contains(inner, "?") {
		return true
	}
	open := strings.Index(inner, "[")
	return open >= 0 && strings.Contains(inner[open:], "]")
}

// globMatch reports whether the whole of name fits the pattern, ignoring case.
// `*` stands for any text, `?` for one character, `[a-z]` and `[^a-z]` for one
// of a class; a bracket that is never closed stands for itself.
func globMatch(pattern, name string) bool {
	// Only the last star needs to be tried again: what an earlier one took can
	// never have been too little.
	star, retry := -1, 0
	p, n := 0, 0
	for n < len(name) {
		r, size := utf8.DecodeRuneInString(name[n:])
		switch next, ok := globOne(pattern, p, r); {
		case p < len(pattern) && pattern[p] == '*':
			star, retry = p, n
			p++
		case ok:
			p, n = next, n+size
		case star >= 0:
			_, size = utf8.DecodeRuneInString(name[retry:])
			retry += size
			p, n = star+1, retry
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

// globOne matches one character at pattern[p:] and returns the place behind it.
func globOne(pattern string, p int, r rune) (next int, ok bool) {
	if p >= len(pattern) {
		return p, false
	}
	c, size := utf8.DecodeRuneInString(pattern[p:])
	switch c {
	case '?':
		return p + size, true
	case '[':
		if end := strings.IndexByte(pattern[p+1:], ']'); end > 0 {
			return p + end + 2, inClass(pattern[p+1:p+1+end], unicode.ToLower(r))
		}
	}
	return p + size, unicode.ToLower(c) == unicode.ToLower(r)
}

// inClass reports whether a lower-case r is in the class between two brackets.
func inClass(class string, r rune) bool {
	rest := []rune(strings.ToLower(class))
	negated := len(rest) > 1 && (rest[0] == '^' || rest[0] == '!')
	if negated {
		rest = rest[1:]
	}
	for i := 0; i < len(rest); i++ {
		low, high := rest[i], rest[i]
		if i+2 < len(rest) && rest[i+1] == '-' {
			high = rest[i+2]
			i += 2
		}
		if low <= r && r <= high {
			return !negated
		}
	}
	return negated
}

// globPrefix returns the text before the first special character of a pattern.
func globPrefix(pattern string) string {
	if i := strings.IndexAny(pattern, "*?["); i >= 0 {
		return pattern[:i]
	}
	return pattern
}
