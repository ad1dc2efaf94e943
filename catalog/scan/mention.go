package scan

import "strings"

// Texts that name codes without anything having failed: source code, patches,
// tables, pages.

// isSource reports whether a line is source code: an operator that only
// programs have, or a keyword first and a program's punctuation.
func isSource(line sifted) bool {
	s := strings.TrimSpace(line.s)
	prefix := searchPrefix(s)
	if isFoundInText(s[:prefix], s[prefix:]) {
		return true
	}
	s = strings.TrimSpace(s[prefix:])
	if s == "" {
		return false
	}
	t := line.part(s)
	if t.hasAny(" := ", " == \"", " != \"", " == '", " != '", " === ", " !== ", "!= nil") ||
		t.hasAny(".equals(", ".Equal(", "strings.Contains(", "errors.Is(", "errors.As(", ".includes(", "json.loads(", "json.Unmarshal(", "[]byte(`") ||
		t.hasAny("}.to ", ").to ", "[]string{", "INSERT INTO ", " WHERE ") ||
		strings.HasPrefix(s, `r#"`) || isAttribute(s) || isAssignment(line.s) || isQuery(t) ||
		strings.HasPrefix(s, "//") || strings.HasPrefix(s, "/*") || isShell(t) || isLiteral(s) || s[0] == '#' && len(s) > 1 && strings.IndexByte(".:,~|", s[1]) >= 0 {
		return true // also what a file of translations says in its comments
	}
	if isStatement(s) || isNumbered(s) {
		return true
	}
	word := firstWord(s)
	if word == "rescue" && strings.Contains(s, " => ") || word == "raise" && isCall(strings.TrimSpace(s[len(word):])) {
		return true // whatever the next line is
	}
	switch word {
	case "if", "}", "elif", "case", "return", "const", "var", "let", "func", "def", "public", "private", "static", "final", "switch",
		"when", "for", "while", "export", "class", "String", "string", "throw", "raise", "else", "import", "val", "fn", "type", "enum", "protected", "except":
		last := s[len(s)-1]
		quotes := last == '`' && strings.Count(s, "`")%2 == 0 // the sentence of a report, which begins with the same word
		return strings.IndexByte("{;(,:)`}]", last) >= 0 && !quotes || containsAny(s, " = ", "==", "()") || strings.Contains(s, " new ") && strings.Contains(s, "(")
	}
	return t.part(word).hasAny("assert", "expect(", "t.Error", "t.Fatal", "t.Run", "require.", "self.assert") && strings.Contains(s, "(") ||
		strings.HasSuffix(s, ";") && containsAny(s, " = \"", " = '", "(\"", "('")
}

// isStatement reports whether a line is a call with a text as its argument,
// fmt.Println("..."), or assigns a text or an object made of one: self.body =
// b'...', e = ServerException("..."). An exception that Python shows of itself
// looks like a call, but is no statement; what a tool prints as name = "text" has
// a plain name.
func isStatement(s string) bool {
	for _, w := range []string{"with ", "await ", "return ", "yield ", "defer ", "go "} {
		s = strings.TrimPrefix(s, w)
	}
	name := qualifiedName(s)
	if name == "" {
		return false
	}
	rest := s[len(name):]
	if value, ok := strings.CutPrefix(rest, " = "); ok && name[0] == '$' {
		return !strings.HasPrefix(name, "$VAR") // which Perl prints of values
	} else if ok {
		constant := len(name) > 1 && strings.ToUpper(name) == name
		if quotedText(value) {
			return constant || strings.ContainsAny(name, ".>") || value[0] != '"' && value[0] != '\''
		}
		if constant && len(value) > 1 && value[0] == '{' && quotedText(value[1:]) {
			return true
		}
		call := qualifiedName(value)
		return call != "" && strings.HasPrefix(value[len(call):], "(") && quotedText(value[len(call)+1:])
	}
	last := name[strings.LastIndexAny(name, ".:>")+1:]
	if last == "" || endsInError(last) || last == name && (last[0] < 'a' || last[0] > 'z') || !strings.HasPrefix(rest, "(") {
		return false
	}
	if strings.HasSuffix(rest, ", {") || strings.HasSuffix(rest, "({") {
		return true // its argument is an object
	}
	end := strings.TrimRight(rest, ";,:{ ")
	return strings.HasSuffix(end, ")") && strings.ContainsAny(rest, "\"'`")
}

// isCall reports whether a text begins with a call, shop.Error.new(...
func isCall(s string) bool { return strings.HasPrefix(s[len(qualifiedName(s)):], "(") && s[0] != '(' }

// isAttribute reports whether a line is an attribute of Rust, #[error("...")].
func isAttribute(s string) bool {
	return strings.HasPrefix(s, "#[") && strings.HasSuffix(s, ")]") && qualifiedName(s[2:]) != ""
}

// isLiteral reports whether a line is an item of a table of values, as tests in
// Go have them: {"...", "..."}, or {name: "..."}, with blanks as the formatter
// sets them and no printer does, or `{"...": "..."}`.
func isLiteral(s string) bool {
	if strings.HasPrefix(s, "`{") && strings.HasSuffix(s, "}`,") {
		return true
	}
	if !strings.HasPrefix(s, "{") || !strings.HasSuffix(s, "},") {
		return false
	}
	if name := qualifiedName(s[1:]); name != "" {
		name = strings.TrimSuffix(name, ":")
		return strings.HasPrefix(s[1+len(name):], ": \"") || strings.HasPrefix(s[1+len(name):], ": `")
	}
	if !quotedText(s[1:]) {
		return false
	}
	end := strings.IndexByte(s[2:], s[1])
	key, _ := keyAt(s, 1)
	return end > 0 && key == "" && (s[1] == '`' || strings.HasPrefix(s[2+end+1:], ", "))
}

// qualifiedName returns the name that a line begins with, of a variable or a
// function, with what qualifies it: fmt.Println, $this->fail, println!.
func qualifiedName(s string) string {
	n := 0
	for n < len(s) && (isWord(s[n]) || isNameMark(s[n]) || s[n] == '-' && strings.HasPrefix(s[n:], "->")) {
		n++
	}
	if n == 0 || isDigit(s[0]) || strings.IndexByte(":.>!", s[0]) >= 0 {
		return ""
	}
	return s[:n]
}

// isNameMark reports whether a byte may stand between the parts of a qualified name.
func isNameMark(c byte) bool {
	switch c {
	case '_', '.', ':', '$', '@', '>', '!':
		return true
	}
	return false
}

// quotedText reports whether a value is a text in quotes, maybe with a letter
// that says of which kind.
func quotedText(s string) bool {
	if len(s) > 1 && strings.IndexByte("bBrRfFu@$", s[0]) >= 0 {
		s = s[1:]
	}
	return s != "" && strings.IndexByte("\"'`", s[0]) >= 0
}

// isNumbered reports whether a line is one of source code with its number, as
// panels of tracebacks show them: "❱ 31 │ raise X".
func isNumbered(s string) bool {
	if s == "" || isLetter(s[0]) {
		return false // most lines
	}
	s = strings.TrimLeft(s, "│❱>→ ")
	n := leading(s, isDigit)
	return n > 0 && (strings.HasPrefix(s[n:], " │ ") || strings.HasPrefix(s[n:], " ┃ "))
}

// isReason reports whether a line is the reason of a Kubernetes object or of
// one of its conditions, which is a word of the cluster's own.
func isReason(line string) bool {
	key, _, _ := strings.Cut(line, ":")
	return key == "reason" || key == "Reason"
}

// describesReason reports whether a line gives the reason of an object as kubectl
// describe does: its values stand in a column.
func describesReason(line string) bool {
	_, value, ok := strings.Cut(line, "Reason:")
	return ok && strings.HasPrefix(value, "  ")
}

// maxWord is how far a word is read that is no code.
const maxWord = 256

// isTag reports whether a label stands where no error has a field: an option of
// a command, "--code=X", a tag of StatsD, "|#code:X", or one of a line protocol,
// "errors,code=X,region=y count=4".
func isTag(s string, l foundLabel) bool {
	if l.at == 0 {
		return false
	}
	begin := l.at
	for begin > 0 && l.at-begin < maxWord && strings.IndexByte(" \n\"", s[begin-1]) < 0 {
		begin--
	}
	before := s[begin:l.at]
	if strings.Contains(before, "|#") {
		return true
	}
	switch s[l.at-1] {
	case '-', '#':
		return true
	case '{':
		return len(before) > 1 && strings.HasPrefix(s[l.value-1:], `="`) // of Prometheus
	case ',':
		first, rest, _ := strings.Cut(s[begin:min(len(s), l.at+maxWord)], " ")
		name, _, _ := strings.Cut(first, "=")
		return l.assign && strings.Contains(name, ",") && strings.Contains(firstWord(rest), "=")
	}
	return false
}

// isPattern reports whether the current code is a part of a regular expression,
// which a tool compares errors with.
func (a *assembler) isPattern(code string) bool {
	s := a.t.s
	behind := s[min(a.at+len(code), len(s)):]
	return strings.HasSuffix(s[:a.from], ".*") || strings.Contains(s[a.from:max(a.at, a.from)], ".*") ||
		strings.HasPrefix(behind, ".*") || strings.HasPrefix(behind, ".+")
}

// isCited reports whether the current code and its label are all that stands in
// quotes, and the sentence around them does not say that something failed.
func (a *assembler) isCited(code string) bool {
	s := a.t.s
	from, end := a.from, a.at+len(code)
	if a.glued {
		from -= len("Error:")
	}
	if from < 2 || end >= len(s) || strings.IndexByte("\"'`", s[end]) < 0 || s[from-1] != s[end] || s[from-2] != ' ' {
		return false
	}
	return !failureIn(s[lineStart(s, from):from]) && !failureIn(firstLine(s[end:]))
}

// isTable reports whether a line is a row of a table or of a page.
func isTable(line string) bool {
	s := strings.TrimSpace(line)
	return strings.HasPrefix(s, "|") && strings.Count(s, "|") > 2 || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// isPage reports whether a text is a page of HTML.
func isPage(s string) bool {
	head := s[:min(len(s), 200)]
	return some(head, "<", func(i int) bool {
		return beginsFolded(head[i:], "<!doctype html") || beginsFolded(head[i:], "<html") && strings.TrimSpace(head[:i]) == ""
	})
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
	if !ok || i > 0 && (isWord(s[i-1]) || s[i-1] == '_') { // a dump has a dot for each byte that it cannot print
		return 0
	}
	blank := strings.IndexByte(rest[:min(len(rest), len("/1.1 "))], ' ')
	if blank < 0 || blank > 0 && rest[0] != '/' || parseStatus(rest[blank+1:]) == 0 {
		return 0
	}
	return i + len("HTTP") + blank + 1
}

// isSchema reports whether a text describes an interface.
func isSchema(t sifted) bool {
	return t.hasAny("example:", "examples:", "enum:", "$ref", "\"enum\"", "description:")
}

// isHeading reports whether a line is the heading of an entry in a manual: a code
// behind a mark of its markup, "### X", "=head2 X", "== X ==", ".B X", or in bold
// type, "** X **".
func isHeading(line string) bool {
	if name, ok := strings.CutSuffix(strings.TrimLeft(strings.TrimRight(line, " "), " "), "**"); ok && strings.HasPrefix(name, "**") {
		return looksLikeCode(strings.Trim(name, "* "))
	}
	if line == "" || strings.IndexByte("#=.\\", line[0]) < 0 {
		return false
	}
	name := strings.Trim(line[strings.LastIndexByte(strings.TrimRight(line, " ="), ' ')+1:], " `=")
	return len(name) < len(line) && looksLikeCode(name)
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
