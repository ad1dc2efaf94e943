package scan

import "strings"

// A logLine is one line of input with what a logger, a container runtime or a
// terminal put before its content.
type logLine struct {
	text    text   // without colour sequences; offsets are the input's bytes
	n       int    // length of the prefix in text
	blanks  int    // of the prefix, in front of its time
	source  string // who wrote the line: a container, a host; "" is not said
	timeAt  int    // where the time stands, -1 for none
	timeEnd int
	partial bool // the rest comes on the next line of the source
	tagged  bool // it begins with a level, as each line of a build tool does
	pieces  bool // a container runtime wrote it, which cuts long lines
	starts  bool // a time or a level: the line begins an entry
	box     byte // of Terraform's border: '[' opens, '|' inside, ']' closes, 0 none
	opens   opening
}

// readLine reads a line of input.
func readLine(raw []byte) logLine {
	l := splitPrefix(withPlainSpaces(stripColour(containerLog(textOf(string(raw))))))
	if strings.HasPrefix(l.content(), `{"log":`) {
		inner := splitPrefix(stripColour(containerLog(l.text.cut(l.n, len(l.text.s)))))
		inner.source = l.source + inner.source
		return inner
	}
	return l
}

// containerLog returns what a program printed where a line is an object around
// it: an entry of Docker's log file, {"log":"...\n","stream":"stderr",...}, or
// what go test -json tells of a test, {...,"Action":"output","Output":"..."}.
func containerLog(t text) text {
	var key string
	switch {
	case !strings.HasPrefix(t.s, `{"`):
		return t
	case some(t.s, `Action":"output"`, func(i int) bool { return t.s[i-1] == '"' }): // a quote is all over
		key = "Output"
	case strings.HasPrefix(t.s, `{"log":"`) || strings.HasPrefix(t.s, `{"log": "`):
		key = "log"
	default:
		return t
	}
	n, ok := parseJSON(t, 0, new(nodeList))
	if !ok || !n.closed || key == "log" && !n.has("stream") {
		return t
	}
	for i := range n.members {
		if m := &n.members[i]; m.key == key && !m.group {
			return m.text.cut(0, len(strings.TrimRight(m.text.s, "\r\n")))
		}
	}
	return t
}

// fresh reports whether a line surely begins a record: it carries a time or a
// level, and its content continues nothing.
func (l *logLine) fresh() bool {
	if !l.starts || l.box != 0 {
		return false
	}
	content := strings.TrimSpace(l.content())
	if content == "" || strings.IndexByte("{}[]\"'<,(+", content[0]) >= 0 && !inBrackets(content) || isKeyStart(content) {
		return false
	}
	if name, _, _ := strings.Cut(content, ":"); strings.IndexByte(name, '-') > 0 && isHeader(content) || strings.HasPrefix(content, "string(") {
		return false // of a response or a dump
	}
	o := l.opening(content)
	return !o.frame && !o.chain && !o.bullet && o.label == labelNone && !hasHeadAtStart(plain(content))
}

// inBrackets reports whether a text begins with a name in brackets, of a thread
// or a logger, that is no label, and with a word behind it.
func inBrackets(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 64)], ']')
	return s[0] == '[' && end > 1 && end+2 < len(s) && s[end+1] == ' ' && isLetter(s[end+2]) && isName(s[1:end]) && classify(s[1:end]) == labelNone
}

// content is what stands behind the prefix.
func (l *logLine) content() string { return l.text.s[l.n:] }

// indent is how far the content is indented.
func (l *logLine) indent() int { return l.blanks + indentOf(l.content()) }

// splitPrefix finds the prefix of a line. Its parts come in any order: times,
// levels, names before a bar, host and program of syslog, marks of CI systems,
// Terraform's border, the arrows of a reply.
func splitPrefix(t text) logLine {
	l := logLine{text: t, timeAt: -1}
	s := t.s
	for i := 0; i <= len(s); {
		n := l.part(s, i)
		if n == 0 {
			break
		}
		i += n
		l.n = i
	}
	if l.box == '|' {
		l.text = withoutRightBorder(l.text, l.n)
	}
	return l
}

// part returns the length of the part of the prefix at i with the blank behind
// it, 0 where the content begins.
func (l *logLine) part(s string, i int) int {
	rest := s[i:]
	if rest == "" {
		return 0
	}
	if i == 0 {
		if n := l.inset(rest); n > 0 {
			return n
		}
	}
	if n := l.border(rest); n > 0 {
		return n
	}
	switch {
	case strings.HasPrefix(rest, "##["):
		if end := strings.IndexByte(rest, ']'); end > 0 && end < 20 {
			return end + 1
		}
	case l.timeAt >= 0 && rest[0] == '{':
		if n := sourceFile(rest); n > 0 {
			return n
		}
		if n := streamLabels(rest); n > 0 {
			l.source += rest[:n]
			return n
		}
	case l.timeAt >= 0 && len(rest) > 36 && rest[36] == '\t' && strings.HasPrefix(s[l.timeEnd:], "\t") && isUUID(rest[:36]):
		return 37 // of the invocation of a function
	case l.starts && strings.HasPrefix(rest, "- ") && !(looksLikeCode(rest[2:]) && l.timeAt >= 0 && (strings.Trim(s[l.timeEnd:i], " ]:") == "" || strings.HasSuffix(s[:i], "   "))):
		return 2 // between the level and the message; else the mark of a list's item
	case rest[0] == '|' && i > 0 && i == l.timeEnd:
		return 1 + blank(rest[1:]) // between the fields of a log
	case rest[0] == '>' || rest[0] == '<':
		if n := arrows(rest); n > 0 {
			return n
		}
	case strings.HasPrefix(rest, "| ") && strings.Count(rest, "|") == 1:
		return 2
	}
	if n := l.time(s, i); n > 0 {
		return n
	}
	if n := max(uptime(rest), meteorHead(rest)); n > 0 {
		l.starts, l.timeAt, l.timeEnd = true, i, i
		return n
	}
	if i == 0 && (accessLog(rest) || l.logfmt(rest)) {
		l.starts = true
		return 0
	}
	if n := level(rest); n > 0 && (l.starts || upperLevel(rest)) && !strings.HasPrefix(rest, "Error: ") && !opensSentence(rest) { // words of an exception
		l.starts, l.tagged = true, i == 0
		return n
	}
	if n := pythonHead(rest); n > 0 {
		l.starts = true
		return n
	}
	if n := klogHead(rest); n > 0 {
		l.starts = true
		if l.timeAt < 0 {
			l.timeAt, l.timeEnd = i, i
		}
		return n
	}
	return l.name(rest, i)
}

// inset returns the blanks before a border and before the lines of a log in a
// block of its own.
func (l *logLine) inset(rest string) int {
	in := indentOf(rest)
	if in == 0 {
		return 0
	}
	if containsAny(rest[in:min(len(rest), in+len("│"))], "│", "╷", "╵") {
		return in
	}
	if clock := strings.TrimPrefix(rest[in:], "["); timeLen(clock) > 0 || pythonHead(rest[in:]) > 0 {
		l.blanks = in
		return in
	}
	return 0
}

// sourceFile returns the length of "{bash.py:93} ", which a scheduler writes
// behind the time.
func sourceFile(rest string) int {
	end := strings.IndexByte(rest, '}')
	file, line, ok := strings.Cut(rest[1:max(end, 1)], ":")
	if !ok || end > 64 || !isName(file) || !digits(line) || !strings.HasPrefix(rest[end:], "} ") {
		return 0
	}
	return end + 2
}

// streamLabels returns the length of `{app="a", pod="b"} `, which a store of logs
// writes before each line of a stream.
func streamLabels(rest string) int {
	end := strings.Index(rest, "\"} ")
	if end < 0 || end > maxWord {
		return 0
	}
	for _, pair := range strings.Split(rest[1:end], "\", ") {
		if name, _, ok := strings.Cut(pair, "=\""); !ok || !isName(name) {
			return 0
		}
	}
	return end + len("\"} ")
}

// time reads a time, in brackets or not.
func (l *logLine) time(s string, i int) int {
	rest := s[i:]
	open := 0
	if rest[0] == '[' {
		open = 1
	}
	n := timeLen(rest[open:])
	if n == 0 {
		return 0
	}
	if l.timeAt < 0 {
		l.timeAt, l.timeEnd = i+open, i+open+n
	}
	l.starts = true
	n += open
	if open == 1 {
		if n >= len(rest) || rest[n] != ']' {
			return 0
		}
		n++
	}
	for n < len(rest) && (rest[n] == ',' || rest[n] == ':') && n+1 < len(rest) && rest[n+1] == ' ' {
		n++
	}
	return n + blank(rest[n:])
}

// arrows returns the length of ">> " of a reply to a reply, or of the arrow that
// tells what a client sent from what it got, 0 where s begins with neither.
func arrows(s string) int {
	n := 1
	for n < len(s) && s[0] == '>' && s[n] == '>' {
		n++
	}
	if n < len(s) && s[n] != ' ' {
		return 0
	}
	return n + blank(s[n:])
}

// blank is 1 where s begins with a blank.
func blank(s string) int {
	if s != "" && (s[0] == ' ' || s[0] == '\t') {
		return 1
	}
	return 0
}

// listingNumber returns the length of "  3. ", which a page puts before each line
// of a document that it shows.
func listingNumber(rest string) int {
	s := strings.TrimLeft(rest, " ")
	n := leading(s, isDigit)
	if n == 0 || n > 3 || !strings.HasPrefix(s[n:], ". ") {
		return 0
	}
	switch line := strings.Trim(s[n+2:], " ,"); {
	case line == "{" || line == "}" || line == "]",
		strings.HasPrefix(line, `"`) && strings.Contains(line, `": `):
		return len(rest) - len(s) + n + 2
	}
	return 0
}
