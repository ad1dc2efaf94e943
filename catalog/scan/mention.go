package scan

import "strings"

// Texts that name codes without anything having failed: source code, patches,
// tables, pages.

// isSource reports whether a line is source code: an operator that only
// programs have, or a keyword first and a program's punctuation.
func isSource(line string) bool {
	s := strings.TrimSpace(line)
	if s == "" {
		return false
	}
	if containsAny(s, " := ", " == \"", " != \"", " == '", " != '", " === ", " !== ", ".equals(", ".Equal(", "strings.Contains(",
		"errors.Is(", "errors.As(", ".includes(", "json.loads(", "json.Unmarshal(", "!= nil", "[]string{", "INSERT INTO ", " WHERE ") ||
		strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*") {
		return true
	}
	word := firstWord(s)
	switch word {
	case "if", "}", "elif", "case", "return", "const", "var", "let", "func", "def", "public", "private", "static", "final", "switch",
		"when", "for", "while", "export", "class", "String", "string", "throw", "raise", "else", "import", "val", "fn", "type", "enum", "protected":
		last := s[len(s)-1]
		return strings.IndexByte("{;(,:)`", last) >= 0 || containsAny(s, " = ", "==", "()", " new ")
	}
	return containsAny(word, "assert", "expect(", "t.Error", "t.Fatal", "t.Run", "require.", "self.assert") && strings.Contains(s, "(") ||
		strings.HasSuffix(s, ";") && containsAny(s, " = \"", " = '", "(\"", "('")
}

// isTable reports whether a line is a row of a table or of a page.
func isTable(line string) bool {
	s := strings.TrimSpace(line)
	return strings.HasPrefix(s, "|") && strings.Count(s, "|") > 2 || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// isPage reports whether a text is a page of HTML.
func isPage(s string) bool {
	head := strings.ToLower(s[:min(len(s), 200)])
	return strings.Contains(head, "<!doctype html") || strings.HasPrefix(strings.TrimSpace(head), "<html")
}

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
	if !ok || !boundary(s, i) {
		return 0
	}
	blank := strings.IndexByte(rest, ' ')
	if blank < 0 || blank > 0 && (rest[0] != '/' || blank > 4) || parseStatus(rest[blank+1:]) == 0 {
		return 0
	}
	return i + len("HTTP") + blank + 1
}

// isSchema reports whether a text describes an interface.
func isSchema(s string) bool {
	return containsAny(s, "example:", "examples:", "enum:", "$ref", "\"enum\"", "description:")
}

// metric returns the labels of a metric where the brace at i opens them, else
// nil: they name codes, and nothing failed.
func metric(s string, i int) *region {
	if i == 0 || !isWord(s[i-1]) && s[i-1] != '_' {
		return nil
	}
	j := i + 1
	for j < len(s) && (isWord(s[j]) || s[j] == '_') {
		j++
	}
	if j == i+1 || !strings.HasPrefix(s[j:], `="`) {
		return nil
	}
	end := strings.IndexByte(s[i:], '}')
	if end < 0 {
		end = len(s) - i - 1
	}
	return &region{at: i, end: i + end + 1}
}
