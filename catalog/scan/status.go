package scan

import (
	"strconv"
	"strings"
)

// parseStatus reads an HTTP status, 0 where the text is none.
func parseStatus(s string) int {
	s = strings.TrimSpace(s)
	if len(s) < 3 || len(s) > 3 && isWord(s[3]) {
		return 0
	}
	v, err := strconv.Atoi(s[:3])
	if err != nil || v < 100 || v > 599 {
		return 0
	}
	return v
}

// isStatus reports whether a text is the status of a failed call.
func isStatus(s string) bool { return len(s) == 3 && parseStatus(s) >= 400 }

// statusLine reads "HTTP/1.1 404 Not Found", 0 where a line is none.
func statusLine(line string) int {
	if at := httpStatus(line, 0); at > 0 && len(line) < 60 && !strings.Contains(line, "://") {
		return parseStatus(line[at:])
	}
	return 0
}

// httpStatus returns where the status of "HTTP/1.1 404" or "HTTP 404" at i
// stands, 0 where there is none.
func httpStatus(s string, i int) int {
	rest, ok := strings.CutPrefix(s[i:], "HTTP")
	if !ok || i > 0 && (isWord(s[i-1]) || s[i-1] == '_') { // a dump has a dot for each byte that it cannot print
		return 0
	}
	blank := strings.IndexByte(rest[:min(len(rest), len("/1.1 "))], ' ')
	if blank < 0 || blank > 0 && rest[0] != '/' || parseStatus(rest[blank+1:]) == 0 {
		return 0
	}
	return i + len("HTTP") + blank + 1
}

// endsWithStatus reports whether a line is, or ends with, the status line of a
// response.
func endsWithStatus(line sifted) bool {
	return line.has("HTTP/") && statusLine(line.s[strings.LastIndex(line.s, "HTTP/"):]) > 0
}
