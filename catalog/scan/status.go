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

// statusBefore returns the HTTP status that the words before a document tell of: on
// its line, or on one that announces it, 0 where they tell of none. What stands
// before an offset tells of another response.
func (p *passage) statusBefore(at, from int) int {
	words := strings.TrimSpace(p.t.s[max(p.line(at).at, from):at])
	if words == "" {
		before := strings.TrimRight(p.t.s[from:at], " \t\n")
		if !strings.HasSuffix(before, ":") {
			return 0
		}
		words = before[lineStart(before, len(before)):]
	}
	return statusInWords(words[max(0, len(words)-maxWord):])
}

// statusInWords returns the last HTTP status that a text tells of as clients do
// which then show the body, 0 for none.
func statusInWords(s string) int {
	for i := len(s) - 3; i >= 0; i-- {
		if (s[i] == '4' || s[i] == '5') && isStatus(s[i:i+3]) && (i == 0 || !isWord(s[i-1])) && tellsStatus(s[:i], s[i+3:]) {
			return parseStatus(s[i:])
		}
	}
	return 0
}

// tellsStatus reports whether what stands around a number of three digits says that
// it is an HTTP status: "400 Bad Request", "status code 400", "StatusError: 400 - ",
// "Response{code=400, message=", "GET https://... 400".
func tellsStatus(before, behind string) bool {
	if strings.Trim(behind, " :-") == "" && strings.HasSuffix(before, " ") && strings.Contains(before, "://") {
		return true
	}
	for _, reason := range []string{
		"Bad Request", "Unauthorized", "Forbidden", "Not Found", "Conflict", "Too Many Requests", "Client Error",
		"Internal Server Error", "Bad Gateway", "Service Unavailable", "Gateway Time", "Server Error",
	} {
		if strings.HasPrefix(behind, " "+reason) {
			return true
		}
	}
	if beginsWithAny(behind, " -", " :") && isClass(strings.TrimSuffix(before, ": ")) || strings.HasPrefix(behind, ", message=") && strings.HasSuffix(before, "code=") {
		return true
	}
	label := strings.ToLower(strings.TrimRight(before, " :="))
	for _, name := range []string{"status code", "status", "http", "error"} {
		if rest, ok := strings.CutSuffix(label, name); ok && (rest == "" || !isWord(rest[len(rest)-1])) {
			return true
		}
	}
	return false
}

// isClass reports whether a text ends with the name of an error's class, which may
// be one inside of it: "HttpException$BadRequest".
func isClass(s string) bool {
	return containsAny(s[strings.LastIndexByte(s, ' ')+1:], "Error", "Exception")
}
