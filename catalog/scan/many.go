package scan

import "bytes"

// words finds the words that are codes. It looks at each fourth byte, since no
// code is shorter, and only where a word stands at its ends. Most words are
// passed over for the kinds of their bytes.
func words(hits []int, data []byte, from int, known func(word string) bool) []int {
	kinds := codeBytes()
	for i := from; i < len(data); i += 4 {
		if kinds[data[i]] == 0 {
			continue
		}
		start := i
		for start > from && kinds[data[start-1]] != 0 {
			start--
		}
		end, has := start, byteKind(0)
		for ; end < len(data) && kinds[data[end]] != 0; end++ {
			has |= kinds[data[end]]
		}
		i = end
		if has&smallByte == 0 || has&(capitalByte|markByte) == 0 {
			continue
		}
		if word := bytes.Trim(data[start:end], "._-"); len(word) >= 4 && len(word) <= maxCode && codeShape(word) && announced(data, start, start+len(word)) && known(string(word)) {
			hits = append(hits, start)
		}
	}
	return hits
}

// byteKind is a set of kinds of the bytes of codes.
type byteKind uint8

// The kinds.
const (
	smallByte byteKind = 1 << iota
	capitalByte
	markByte // a dot or an underscore
	otherByte
)

// codeBytes returns the kind of each byte, 0 for those that no code has.
func codeBytes() *[256]byteKind {
	var kinds [256]byteKind
	for c := range kinds {
		switch c := byte(c); {
		case 'a' <= c && c <= 'z':
			kinds[c] = smallByte
		case 'A' <= c && c <= 'Z':
			kinds[c] = capitalByte
		case c == '.' || c == '_':
			kinds[c] = markByte
		case isCodeByte(c):
			kinds[c] = otherByte
		}
	}
	return &kinds
}

func isCodeByte(c byte) bool { return isWord(c) || c == '.' || c == '_' || c == '-' }

// codeShape reports whether a word has a capital or a dot inside and a small
// letter, as most codes have; it need not be one.
func codeShape(word []byte) bool {
	inner, lower := false, false
	for i, c := range word {
		lower = lower || 'a' <= c && c <= 'z'
		inner = inner || i > 0 && ('A' <= c && c <= 'Z' || c == '.' || c == '_')
	}
	return inner && lower && isLetter(word[0])
}
