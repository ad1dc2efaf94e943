package scan

import "bytes"

// fields finds the fields named code that hold an error's code, known or not.
// Of the four letters, one of three pairs stands at each third byte; five pairs
// are looked up at once, and nearly all of them are others.
func (f *filter) fields(hits []int, data []byte, from int) []int {
	pair := (*[pairSize]uint8)(f.pair)
	i := from
	for ; i+16 <= len(data); i += 15 {
		d := data[i : i+16]
		if pair[hash2(d[0], d[1])]|pair[hash2(d[3], d[4])]|pair[hash2(d[6], d[7])]|pair[hash2(d[9], d[10])]|pair[hash2(d[12], d[13])] == 0 {
			continue
		}
		for k := i; k < i+15; k += 3 {
			hits = field(hits, data, from, k)
		}
	}
	for ; i+1 < len(data); i += 3 {
		hits = field(hits, data, from, i)
	}
	return hits
}

const pairSize = 1 << 12

func hash2(a, b byte) uint32 { return uint32(a) ^ uint32(b)<<4 }

// pairs are the letters of code, two by two.
func pairs() []uint8 {
	table := make([]uint8, pairSize)
	for _, p := range []string{"co", "Co", "od", "de"} {
		table[hash2(p[0], p[1])] = 1
	}
	return table
}

// field appends the place of the field whose name has its pair at i, if one has
// and holds a code.
func field(hits []int, data []byte, from, i int) []int {
	at := -1
	switch a, b := data[i], data[i+1]; {
	case b == 'o' && a|0x20 == 'c':
		at = i
	case a == 'o' && b == 'd':
		at = i - 1
	case a == 'd' && b == 'e':
		at = i - 2
	}
	if at < from || at+4 > len(data) || data[at]|0x20 != 'c' || data[at+1] != 'o' || data[at+2] != 'd' || data[at+3] != 'e' ||
		!holdsCode(data[at+4:]) || at > 1 && data[at-1] == '{' && isWord(data[at-2]) && bytes.HasPrefix(data[at+4:], []byte(`="`)) { // a metric's label
		return hits
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
		case ' ', '\t', '\\', '"', '\'', ']', ')', '*', '`', '(', '[':
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
			if '0' <= c && c <= '9' {
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
		near := data[max(i-6, 0):i] // %22, \u0022, an escape sequence
		return bytes.IndexByte(near, '%') >= 0 || bytes.IndexByte(near, 0x1b) >= 0 || bytes.Contains(near, []byte("u00")) || bytes.HasSuffix(near, []byte("=3D"))
	}
}

// words finds the words that are codes. It looks at each fourth byte, since no
// code is shorter, and only where a word stands at its ends.
func words(hits []int, data []byte, from int, known func(word string) bool) []int {
	for i := from; i < len(data); i += 4 {
		if !isCodeByte(data[i]) {
			continue
		}
		start, end := i, i
		for start > from && isCodeByte(data[start-1]) {
			start--
		}
		for end < len(data) && isCodeByte(data[end]) {
			end++
		}
		i = end
		if word := bytes.Trim(data[start:end], "._-"); len(word) >= 4 && len(word) <= 128 && codeShape(word) && announced(data, start, start+len(word)) && known(string(word)) {
			hits = append(hits, start)
		}
	}
	return hits
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
