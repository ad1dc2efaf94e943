package scan

import "strings"

// Lines of source code: what it names did not happen.

// isSource reports whether a line is source code, maybe behind what a search put
// before it.
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
	return isExpression(t) || isCodeComment(s) || isAttribute(s) || isAssignment(line.s) || isQuery(t) || isShell(t) ||
		isLiteral(s) || isStatement(s) || isLink(s) || isNumbered(s) || opensStatement(t)
}

// isExpression reports whether a line has an operator or a call that only programs
// have.
func isExpression(t sifted) bool {
	return t.hasAny(" := ", " == \"", " != \"", " == '", " != '", " === ", " !== ", "!= nil", " in (\"", " in ('") ||
		t.hasAny(".equals(", ".Equal(", "strings.Contains(", "errors.Is(", "errors.As(", ".includes(", "json.loads(", "json.Unmarshal(", "[]byte(`") ||
		t.hasAny("}.to ", ").to ", "} == {", "} != {", "[]string{", "errors.New(\"", "fmt.Errorf(\"", "INSERT INTO ", " WHERE ", "$/;\"") ||
		strings.HasPrefix(t.s, `r#"`) || isBranch(t.s)
}

// isBranch reports whether a line ends with the last statement of a block, "...; break }".
func isBranch(s string) bool {
	s, ok := strings.CutSuffix(s, " }")
	last := strings.LastIndex(s, "; ")
	return ok && last > 0 && isName(s[last+2:]) && strings.Contains(s[:last], "{ ")
}

// isCodeComment reports whether a line is a comment of source code, or what a file
// of translations says in its comments.
func isCodeComment(s string) bool {
	return beginsWithAny(s, "//", "/*") || len(s) > 1 && s[0] == '#' && strings.IndexByte(".:,~|", s[1]) >= 0
}

// opensStatement reports whether a line begins with a keyword and has a program's
// punctuation, or is a call that tests something.
func opensStatement(t sifted) bool {
	s := t.s
	word := firstWord(s)
	if word == "rescue" && strings.Contains(s, " => ") || word == "raise" && isCall(strings.TrimSpace(s[len(word):])) {
		return true // whatever the next line is
	}
	if (word == "def" || word == "defp") && strings.Contains(s, "), do: ") {
		return true // of Elixir
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
		if constant && len(value) > 1 && (value[0] == '{' || value[0] == '(') && quotedText(value[1:]) {
			return true
		}
		call := qualifiedName(value)
		return call != "" && strings.HasPrefix(value[len(call):], "(") && quotedText(value[len(call)+1:])
	}
	last := name[strings.LastIndexAny(name, ".:>")+1:]
	if last == "" || !strings.HasPrefix(rest, "(") {
		return false
	}
	if !strings.Contains(rest, "`") && (endsInError(last) || last == name && (last[0] < 'a' || last[0] > 'z')) {
		return false // of an exception, which has no text in such quotes
	}
	if strings.HasSuffix(rest, ", {") || strings.HasSuffix(rest, "({") {
		return true // its argument is an object
	}
	end := strings.TrimRight(rest, ";,:{ ")
	return strings.HasSuffix(end, ")") && strings.ContainsAny(rest, "\"'`")
}

// isCall reports whether a text begins with a call, shop.Error.new(...
func isCall(s string) bool { return strings.HasPrefix(s[len(qualifiedName(s)):], "(") && s[0] != '(' }

// isLink reports whether a line is the next call of a chain, with a text as its
// argument: .body("...").
func isLink(s string) bool {
	if s[0] != '.' {
		return false
	}
	name := leading(s[1:], func(c byte) bool { return c == '_' || isWord(c) })
	return name > 0 && strings.HasPrefix(s[1+name:], "(") && quotedText(s[1+name+1:])
}

// isAttribute reports whether a line is an attribute of Rust, #[error("...")].
func isAttribute(s string) bool {
	return strings.HasPrefix(s, "#[") && strings.HasSuffix(s, ")]") && qualifiedName(s[2:]) != ""
}

// isLiteral reports whether a line is an item of a table of values, as tests in
// Go have them: {"...", "..."}, or {name: "..."}, with blanks as the formatter
// sets them and no printer does, or `{"...": "..."}`; the name of a constant may
// stand before it.
func isLiteral(s string) bool {
	if name, item, ok := strings.Cut(s, ":"); ok && looksLikeCode(name) {
		s = strings.TrimLeft(item, " ")
	}
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
// panels of tracebacks show them: "❱ 31 │ raise X", or as notebooks do: "---> 31
// raise X".
func isNumbered(s string) bool {
	if s == "" || isLetter(s[0]) {
		return false // most lines
	}
	if code, ok := strings.CutPrefix(strings.TrimLeft(s, "-"), "> "); ok && strings.HasPrefix(s, "--") {
		code = strings.TrimSpace(code[leading(code, isDigit):])
		return code != "" && isSource(plain(code))
	}
	s = strings.TrimLeft(s, "│❱>→ ")
	n := leading(s, isDigit)
	return n > 0 && (strings.HasPrefix(s[n:], " │ ") || strings.HasPrefix(s[n:], " ┃ "))
}
