package scan

import "bytes"

// tokenShape is a bare code: a line that holds nothing else.
type tokenShape struct{}

func (tokenShape) needles() []string { return nil }

func (tokenShape) find(rec *record, found func(candidate)) {
	if len(rec.lines) != 1 {
		return
	}
	text := bytes.TrimRight(rec.text, "\n")
	word := bytes.Trim(text, " \t\"'`*-.,;:")
	if !looksLikeCode(word) {
		return
	}
	found(candidate{code: string(word), at: bytes.Index(text, word), confidence: Token})
}

// looksLikeCode reports whether a word is spelt as codes are: letters, digits,
// dots and the like, a capital first, and a capital or a dot inside.
func looksLikeCode(word []byte) bool {
	if len(word) < 3 || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	inner, lower := false, false
	for i, c := range word {
		switch {
		case 'a' <= c && c <= 'z':
			lower = true
		case 'A' <= c && c <= 'Z', c == '.':
			inner = inner || i > 0
		case '0' <= c && c <= '9', c == '_', c == '-':
		default:
			return false
		}
	}
	return inner && lower && word[len(word)-1] != '.'
}
