package scan

import (
	"slices"
	"strings"
)

// Lines of files that set something or do something with a text: what they name
// is a value or an argument.

// isSetting reports whether a line gives a name a text and says nothing else,
// code = "X" or kind code = "X", says why, code: X # remark, or is an item of a
// list of them, - code: X, as files of configuration and declarations do.
func isSetting(line string) bool {
	s := strings.TrimSuffix(strings.TrimSpace(line), ";")
	s = strings.TrimLeft(s[searchPrefix(s):], " ")
	if isVariable(s) {
		return true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "+ "), "~ ") // of a plan
	if item, ok := strings.CutPrefix(s, "- "); ok {
		key, value, ok := strings.Cut(item, ": ")
		return ok && key != "" && 'a' <= key[0] && key[0] <= 'z' && classify(key) == labelCode && !strings.Contains(value, " ")
	}
	name := qualifiedName(s)
	if value, remark, ok := strings.Cut(s[len(name):], " # "); ok && name != "" && remark != "" {
		return !strings.Contains(strings.TrimSpace(value), " ")
	}
	declared, _, _ := strings.Cut(s, " // ")
	names, value, ok := strings.Cut(strings.TrimRight(declared, " "), " = ")
	if !ok || len(value) < 2 || value[0] != '"' || strings.IndexByte(value[1:], '"') != len(value)-2 {
		return false
	}
	words := strings.Fields(names)
	for _, w := range words {
		if qualifiedName(w) != w {
			return false
		}
	}
	return len(words) == 1 || len(words) < 4 && classify(names) == labelNone
}

// setsCode reports whether an indented line gives a key in small letters a code and
// says nothing else, error_code: X. A logger's line has more, an error more lines.
func setsCode(line string) bool {
	s := strings.TrimSpace(line)
	sep := strings.IndexAny(s, ":=")
	if sep < 1 || indentOf(line) == 0 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	return classify(strings.TrimSpace(s[:sep])) == labelCode && looksLikeCode(strings.Trim(s[sep+1:], " \"',;"))
}

// isVariable reports whether a line sets a variable of the environment and does
// nothing else, export FAIL_ON=X, - FAIL_ON=X: its name is in capitals.
func isVariable(s string) bool {
	for _, w := range []string{"- ", "export ", "set ", "ENV ", "ARG "} {
		s = strings.TrimPrefix(s, w)
	}
	name, value, ok := strings.Cut(s, "=")
	return ok && strings.IndexByte(name, '_') > 0 && qualifiedName(name) == name && strings.ToUpper(name) == name && value != "" && !strings.ContainsAny(value, " =")
}

// isAssignment reports whether an indented line gives a name an object or the value
// of a call, as programs do: name = {..., name = f(...).
func isAssignment(line string) bool {
	s := strings.TrimSpace(line)
	name := qualifiedName(s)
	value, ok := strings.CutPrefix(s[len(name):], " = ")
	return ok && indentOf(line) >= 4 && name != "" && value != "" && (value[0] == '{' || isCall(value) && strings.HasSuffix(value, ")"))
}

// isInitializer reports whether a document is what a program gives a name: a comma
// stands behind its last member, which nothing that prints objects so writes.
func (p *passage) isInitializer(r *region) bool {
	s := p.t.s
	inside := strings.TrimRight(s[r.at:max(r.end-1, r.at)], " \t\n")
	if !strings.HasSuffix(inside, `",`) && !strings.HasSuffix(inside, "',") {
		return false
	}
	before := strings.TrimSpace(s[lineStart(s, r.at):r.at])
	name := qualifiedName(before)
	return name != "" && (before[len(name):] == " =" || before[len(name):] == "(")
}

// isArgument reports whether a document is the first argument of a call, on a line of
// its own below a line that opens the call.
func (p *passage) isArgument(r *region) bool {
	s := p.t.s
	start := lineStart(s, r.at)
	if strings.TrimSpace(s[start:r.at]) != "" || !strings.HasPrefix(s[min(r.end, len(s)):], ",") || slices.ContainsFunc(r.events, func(e event) bool { return e.requestID != "" }) {
		return false
	}
	before := lineBefore(s, start)
	return strings.HasSuffix(before, "(") && isWord((" " + before)[len(before)-1])
}

// isScalar reports whether what stands before a body on its line makes the body
// the value of a file's key, name: '{...}', as fixtures in YAML have it.
func isScalar(before string) bool {
	name, ok := strings.CutSuffix(before, ": '")
	key := strings.TrimLeft(name, " ")
	return ok && key != name && isName(key) && strings.ToLower(key) == key
}

// isExample reports whether what stands before a body on its line makes the body
// an example in the description of an interface.
func isExample(before string) bool {
	switch strings.TrimSpace(before) {
	case "example:", "value:", "default:":
		return true
	}
	return false
}

// isShell reports whether a line is one of a shell's script: a condition, a
// branch, the output of a command in a variable, or a command that works on a
// text in quotes.
func isShell(t sifted) bool {
	s := t.s
	if strings.HasSuffix(s, "; then") || strings.HasSuffix(s, "; do") || strings.HasSuffix(s, ";;") || strings.HasSuffix(s, " THEN") || t.hasAny("=$(", "=\"$(") {
		return true
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s, "$ "), "+ ")
	switch firstWord(s) {
	case "grep", "egrep", "rg", "awk", "sed", "jq", "echo", "printf", "curl":
		return strings.ContainsAny(s, "'\"")
	case "kubectl", "journalctl", "docker":
		return strings.Contains(s, " -") && !strings.Contains(s[:strings.IndexAny(s+"'", "'\"")], ": ")
	}
	return false
}

// isQuery reports whether a line asks a store of logs for something.
func isQuery(t sifted) bool {
	return isStatementOfSQL(t.s) || t.hasAny(` |= "`, ` |~ "`, " | stats ", " | select ", " | SELECT ", " | top ", " | where ") || strings.HasPrefix(t.s, "query=") ||
		t.has(`:"`) && t.hasAny(" AND ", " OR ")
}

// isStatementOfSQL reports whether a line is a query in SQL, maybe typed behind a
// prompt.
func isStatementOfSQL(s string) bool {
	if prompt := strings.Index(s[:min(len(s), 16+1)], "> "); prompt > 0 && isName(s[:prompt]) {
		s = s[prompt+2:]
	}
	return len(s) > 16 && strings.EqualFold(s[:len("select ")], "select ") && strings.Contains(strings.ToLower(s), " from ")
}

// isRemark reports whether a line is a comment of a script, a query or a page.
func isRemark(line string) bool {
	s := strings.TrimSpace(line)
	return strings.HasPrefix(s, "# ") || strings.HasPrefix(s, "-- ") || strings.HasPrefix(s, "; ") || strings.HasPrefix(s, "REM ") || strings.HasPrefix(s, "<!--")
}

// isIndentedRemark reports whether what stands before a document makes it a remark
// in a program, or one of several: headings and prompts begin their lines.
func isIndentedRemark(before string) bool {
	remark := strings.Trim(before, " \t\"'`")
	return indentOf(before) > 1 && strings.HasPrefix(remark, "#") && strings.HasSuffix(remark, "#")
}

// isComment reports whether the remark that begins at a place is one in source code:
// a line of code, or another remark, stands right above it.
func (p *passage) isComment(at int) bool {
	if at == 0 {
		return false
	}
	above := p.t.s[max(at-1-maxWord, 0) : at-1]
	above = above[lineStart(above, len(above)):]
	return isRemark(above) || strings.TrimSpace(above) != "" && isSource(plain(above))
}

// isAssigned reports whether a document is the text that an indented line assigns,
// right below a line of code: alone it is what a tool prints of a name.
func (p *passage) isAssigned(at int, before string) bool {
	name, ok := strings.CutSuffix(strings.TrimRight(before, "bru\"'`"), " = ")
	return ok && indentOf(before) > 0 && isName(strings.TrimSpace(name)) && p.isComment(at)
}

// refersToChange reports whether a line ends with the number of the change or the
// ticket that it tells of, "(#412)", "([#412](https://...))", as lists of changes have it.
func refersToChange(line string) bool {
	open := strings.LastIndex(line, "(#")
	if linked := strings.LastIndex(line, "([#"); linked > open {
		open = linked + 1
	}
	if open < 0 {
		return false
	}
	n := leading(line[open+2:], isDigit)
	return n > 0 && strings.IndexByte(")]", (line[open+2:] + " ")[n]) >= 0 && strings.HasSuffix(strings.TrimSpace(line), ")")
}

// givesExample reports whether a text ends with words before an example.
func givesExample(s string) bool {
	s = strings.TrimRight(s, " \"'`(")
	for _, w := range []string{"e.g.", "i.e.", " like", " such as", " means", "for example", "for example,", "比如", "例如"} {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// isOfSetting reports whether the line at a place gives the message of an item of a
// list that sets codes: "- code: X" stands up to three lines above it, and the
// lines between belong to the same item.
func isOfSetting(s string, at int) bool {
	line := firstLine(s[at:])
	prefix := searchPrefix(line)
	text := line[prefix:]
	indent := indentOf(text)
	if indent < 2 || labelAtStart(text[indent:]) != labelMessage {
		return false
	}
	if containsAny(line[:prefix], ".yaml:", ".yml:") {
		return true // of which a search shows no other line
	}
	for range 3 {
		if at == 0 {
			return false
		}
		at = lineStart(s, at-1)
		above := firstLine(s[at:])
		above = above[searchPrefix(above):]
		switch indentOf(above) {
		case indent:
		case indent - 2:
			return isSetting(above)
		default:
			return false
		}
	}
	return false
}
