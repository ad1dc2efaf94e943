package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold returns what two spellings of one code have in common: lower-case
// letters and digits, with quotes, the separators `-`, `_`, `.` and white
// space, surrounding punctuation and invisible characters gone, and full-width
// letters as their narrow twins. Other punctuation between letters stays.
func fold(code string) string {
	if plain(code) {
		return code
	}
	var b strings.Builder
	b.Grow(len(code))
	for _, r := range trimPunctuation(code) {
		if r = narrow(r); !ignored(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// foldQuery is fold for what a person typed or pasted: a label before the code
// ("ErrorCode: X", "错误码：X") is dropped as well.
func foldQuery(query string) string {
	query = trimPunctuation(query)
	if i := strings.IndexFunc(query, func(r rune) bool { return narrow(r) == ':' || r == '=' }); i > 0 {
		_, size := utf8.DecodeRuneInString(query[i:])
		if rest := query[i+size:]; isLabel(fold(query[:i])) && fold(rest) != "" {
			return fold(rest)
		}
	}
	return fold(query)
}

// labelledStatus reads a status that is written with what it is, as cards and
// logs have it: "HTTP 403", "status: 4xx", "(403)", "HTTP状态码：403".
func labelledStatus(query string) (StatusRange, bool) {
	folded := foldQuery(query)
	if len(folded) < 3 {
		return StatusRange{}, false
	}
	digits := folded[len(folded)-3:]
	switch strings.TrimRight(folded[:len(folded)-3], ":=") {
	case "", "http", "status", "httpstatus", "statuscode", "httpstatuscode", "状态码", "http状态码":
		return ParseStatus(digits)
	}
	return StatusRange{}, false
}

func isLabel(folded string) bool {
	switch folded {
	case "code", "errorcode", "错误码", "错误代码":
		return true
	}
	return false
}

// plain reports whether fold has nothing to do.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// trimPunctuation drops what surrounds the first and last letter or digit.
func trimPunctuation(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
}

// narrow maps the full-width forms of ASCII, which Chinese input methods type.
func narrow(r rune) rune {
	if r >= 0xFF01 && r <= 0xFF5E {
		return r - 0xFF01 + '!'
	}
	return r
}

func ignored(r rune) bool {
	switch r {
	case '-', '_', '.', '"', '\'', '`', '“', '”', '‘', '’', '«', '»', '「', '」':
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
}
