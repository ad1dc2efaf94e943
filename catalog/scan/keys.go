package scan

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// fields finds the fields named code that hold an error's code, known or not,
// and "Error:" with a word right behind it, as Python's SDK has it. It looks for
// two letters of each, which are rare, at eight places at once.
func fields(hits []int, data []byte, from int) []int {
	p := [...]uint64{ones * 'o', ones * 'd', ones * 'r', ones * ':'}
	i := from
	for ; i+17 <= len(data); i += 16 {
		d := data[i : i+17]
		a, b := binary.LittleEndian.Uint64(d), binary.LittleEndian.Uint64(d[1:])
		x, y := binary.LittleEndian.Uint64(d[8:]), binary.LittleEndian.Uint64(d[9:])
		m := (zeros((a^p[0])|(b^p[1])) | zeros((a^p[2])|(b^p[3]))) & (ones << 7)
		n := (zeros((x^p[0])|(y^p[1])) | zeros((x^p[2])|(y^p[3]))) & (ones << 7)
		if m|n == 0 {
			continue
		}
		for ; m != 0; m &= m - 1 {
			hits = field(hits, data, from, i+bits.TrailingZeros64(m)/8)
		}
		for ; n != 0; n &= n - 1 {
			hits = field(hits, data, from, i+8+bits.TrailingZeros64(n)/8)
		}
	}
	for ; i+1 < len(data); i++ {
		hits = field(hits, data, from, i)
	}
	return hits
}

// ones is a word of eight bytes that are 1 each.
const ones = 0x0101010101010101

// zeros has the highest bit set of each byte that is 0 in x. It may be wrong about
// bytes above such a one, and misses none.
func zeros(x uint64) uint64 { return (x - ones) &^ x }

// field appends the place of the field whose name has its o at i, if one has and
// holds a code, or that of "Error:" with its colon behind i, and a code.
func field(hits []int, data []byte, from, i int) []int {
	if data[i] == 'r' && data[i+1] == ':' && i-4 >= from && string(data[i-4:i+2]) == "Error:" && i+3 < len(data) &&
		'A' <= data[i+2] && data[i+2] <= 'Z' && isLetter(data[i+3]) {
		return append(hits, i-4)
	}
	at := i - 1
	if data[i] != 'o' || data[i+1] != 'd' || at < from || at+4 > len(data) || data[at]|0x20 != 'c' || data[at+3] != 'e' || !holdsCode(data[at+4:]) {
		return hits
	}
	if at > 1 && data[at-1] == '{' && isWord(data[at-2]) && bytes.HasPrefix(data[at+4:], []byte(`="`)) {
		return hits // a metric's label
	}
	return append(hits, at)
}

// holdsCode reports whether what stands behind the name of a code field may be
// an error's code: a separator, however it is escaped or coloured, and a
// letter; or the status and the comma of Tea.
func holdsCode(rest []byte) bool {
	i, separated := 0, false
	for ; i < len(rest) && i < 40; i++ {
		switch c := rest[i]; c {
		case '\\':
			if bytes.HasPrefix(rest[i:], []byte(`\x22`)) { // a quote, as nginx writes it
				i += len("x22")
			}
		case ' ', '\t', '"', '\'', ']', ')', '*', '`', '(', '[':
		case ':', '=', '>', 0xef, 0xe3:
			if separated && c == '=' && rest[i-1] == '=' {
				return false // a comparison
			}
			separated = true
			if c >= 0x80 {
				i += 2
			}
		case '\n', 0x1b, '&', '%', '\r':
			return true
		default:
			if !separated {
				return false
			}
			if isDigit(c) {
				return c >= '4' && i+5 < len(rest) && rest[i+3] == ',' && rest[i+4] == ' ' && isDigit(rest[i+1]) && isDigit(rest[i+2])
			}
			return isLetter(c) && !success(rest[i:])
		}
	}
	return i >= len(rest) || separated
}

// success reports whether a value says that nothing failed.
func success(value []byte) bool {
	n := 0
	for n < len(value) && isLetter(value[n]) {
		n++
	}
	switch string(value[:n]) {
	case "OK", "Ok", "ok", "Success", "success", "SUCCESS", "null", "nil", "None", "true", "false":
		return true
	}
	return false
}

// announced reports whether a code from start to end may be an error's and not
// only a word in a sentence or a list: it ends its line, or stands behind a
// separator, at the beginning of its line, or behind what an encoding left.
func announced(data []byte, start, end int) bool {
	for end < len(data) && bytes.IndexByte([]byte("\"'`*.;! \t\r"), data[end]) >= 0 {
		end++
	}
	if end == len(data) || data[end] == '\n' {
		return true
	}
	i := start
	for i > 0 && start-i < 8 && bytes.IndexByte([]byte("\"'`\\ \t*"), data[i-1]) >= 0 {
		i--
	}
	if i == 0 {
		return true
	}
	switch c := data[i-1]; c {
	case ':', '>', '\n', '\r', '-', '+', ';', 0x1b:
		return true
	case '=':
		return i < 2 || data[i-2] != '=' && data[i-2] != '!' // no comparison
	default:
		if c >= 0x80 {
			return true
		}
		near := data[max(i-6, 0):i] // %22, \u0022, \x22, an escape sequence
		return bytes.IndexByte(near, '%') >= 0 || bytes.IndexByte(near, 0x1b) >= 0 || bytes.Contains(near, []byte(`\u`)) ||
			bytes.HasSuffix(near, []byte(`\x22`)) || bytes.HasSuffix(near, []byte("=3D"))
	}
}

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
