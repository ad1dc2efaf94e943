package scan

import "bytes"

// nameParts are three bytes each of a field's name and a byte behind it that
// holdsCode admits, by how far they are behind its beginning.
func nameParts() [step][]string {
	var behind []string
	for _, c := range []byte("\\ \t\"'])*`([:=>&%\n\r\x1b\xef\xe3") {
		behind = append(behind, string([]byte{'d', 'e', c}))
	}
	return [step][]string{{"cod", "Cod"}, {"ode"}, behind}
}

// isCodeField reports whether a field named code begins at a place and holds an
// error's code, known or not.
func isCodeField(data []byte, at int) bool {
	if at+len("code") >= len(data) || data[at]|0x20 != 'c' || string(data[at+1:at+4]) != "ode" {
		return false
	}
	rest := data[at+4:]
	if holdsNumber(rest) || !holdsCode(rest) {
		return false
	}
	metric := at > 1 && data[at-1] == '{' && isWord(data[at-2]) && bytes.HasPrefix(rest, []byte(`="`)) // its label
	return !metric
}

// isErrorWord reports whether "Error:" stands at a place with a word right behind
// it, as Python's SDK has it.
func isErrorWord(data []byte, at int) bool {
	const name = "Error:"
	i := at + len(name)
	return i+1 < len(data) && string(data[at:i]) == name && 'A' <= data[i] && data[i] <= 'Z' && isLetter(data[i+1])
}

// holdsNumber reports whether what stands behind the name of a field is surely a
// number and no error's: "code":200. It is told without a branch for each byte,
// for nearly all fields named code in logs are such.
func holdsNumber(rest []byte) bool {
	if len(rest) < 5 {
		return false
	}
	a := beforeNumber[rest[0]]
	b := a & beforeNumber[rest[1]]
	c := b & beforeNumber[rest[2]]
	d := c & beforeNumber[rest[3]]
	return rest[a+b+c+d]-'0' < 4
}

var beforeNumber = [256]uint8{' ': 1, '"': 1, ':': 1, '=': 1}

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
		case 0xc2, 0xa0, '<': // a no-break space, Erlang's <<"X">>
			if !separated || c == '<' && rest[i-1] != '<' && !bytes.HasPrefix(rest[i:], []byte("<<")) {
				return false
			}
		case '#':
			if !separated || !bytes.HasPrefix(rest[i:], []byte("#012")) {
				return false
			}
			i += len("012") // a line end, as rsyslog writes it
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
