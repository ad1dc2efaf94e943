package scan

import "strings"

// A logLine is one line of input with what a logger, a container runtime or a
// terminal put before its content.
type logLine struct {
	text    text   // without colour sequences; offsets are the input's bytes
	n       int    // length of the prefix in text
	source  string // who wrote the line: a container, a host; "" is not said
	timeAt  int    // where the time stands, -1 for none
	timeEnd int
	partial bool // the rest comes on the next line of the source
	tagged  bool // it begins with a level in brackets, as each line of a build tool does
	pieces  bool // a container runtime wrote it, which cuts long lines
	starts  bool // a time or a level: the line begins an entry
	box     byte // of Terraform's border: '[' opens, '|' inside, ']' closes, 0 none
}

// readLine reads a line of input.
func readLine(raw []byte) logLine {
	return splitPrefix(stripColour(containerLog(text{s: string(raw)})))
}

// fresh reports whether a line surely begins a record: it carries a time or a
// level, and its content continues nothing.
func (l *logLine) fresh() bool {
	if !l.starts || l.box != 0 {
		return false
	}
	content := strings.TrimSpace(l.content())
	if content == "" || strings.IndexByte("{}[]\"'<,(", content[0]) >= 0 && !inBrackets(content) || isKeyStart(content) {
		return false
	}
	if name, _, _ := strings.Cut(content, ":"); strings.IndexByte(name, '-') > 0 && isHeader(content) || strings.HasPrefix(content, "string(") {
		return false // of a response or a dump
	}
	return !isFrame(content) && !isChain(content) && !isBullet(content) && labelAtStart(content) == labelNone && !hasHeadAtStart(content)
}

// inBrackets reports whether a text begins with a name in brackets, of a thread
// or a logger, that is no label, and with a word behind it.
func inBrackets(s string) bool {
	end := strings.IndexByte(s[:min(len(s), 64)], ']')
	return s[0] == '[' && end > 1 && end+2 < len(s) && s[end+1] == ' ' && isLetter(s[end+2]) && isName(s[1:end]) && classify(s[1:end]) == labelNone
}

// content is what stands behind the prefix.
func (l *logLine) content() string { return l.text.s[l.n:] }

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
	return l
}

// part returns the length of the part of the prefix at i with the blank behind
// it, 0 where the content begins.
func (l *logLine) part(s string, i int) int {
	rest := s[i:]
	if rest == "" {
		return 0
	}
	if i == 0 && (rest[0] == ' ' || rest[0] == '\t') { // a border may be indented
		in := len(rest) - len(strings.TrimLeft(rest, " \t"))
		if containsAny(rest[in:min(len(rest), in+len("│"))], "│", "╷", "╵") {
			return in
		}
	}
	switch {
	case strings.HasPrefix(rest, "│"):
		l.box = '|'
		return len("│") + blank(rest[len("│"):])
	case strings.HasPrefix(rest, "╷"):
		l.box = '['
		return len(rest)
	case strings.HasPrefix(rest, "╵"):
		l.box = ']'
		return len(rest)
	case strings.HasPrefix(rest, "##["):
		if end := strings.IndexByte(rest, ']'); end > 0 && end < 20 {
			return end + 1
		}
	case l.timeAt >= 0 && rest[0] == '{':
		if n := sourceFile(rest); n > 0 {
			return n
		}
	case l.starts && strings.HasPrefix(rest, "- "):
		return 2 // between the level and the message
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
	if n := uptime(rest); n > 0 {
		l.starts, l.timeAt, l.timeEnd = true, i, i
		return n
	}
	if i == 0 && (accessLog(rest) || l.logfmt(rest)) {
		l.starts = true
		return 0
	}
	if n := level(rest); n > 0 && (l.starts || upperLevel(rest)) && !strings.HasPrefix(rest, "Error: ") { // words of an exception
		l.starts, l.tagged = true, i == 0 && rest[0] == '['
		return n
	}
	if n := pythonHead(rest); i == 0 && n > 0 {
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

// name reads who wrote the line: "api-1  | ", "host prog[7]: " behind a time,
// "[pod/api/main] " at the beginning, "stdout F " of a container runtime.
func (l *logLine) name(rest string, i int) int {
	for _, tag := range []string{"stdout F ", "stderr F ", "stdout P ", "stderr P "} {
		if l.timeAt >= 0 && strings.HasPrefix(rest, tag) {
			l.pieces, l.partial = true, tag[len(tag)-2] == 'P'
			return len(tag)
		}
	}
	w := 0
	for w < len(rest) && isNameByte(rest[w]) {
		w++
	}
	if w > 0 && w < 64 {
		j := w
		for j < len(rest) && rest[j] == ' ' {
			j++
		}
		if j < len(rest) && rest[j] == '|' && (j+1 == len(rest) || rest[j+1] == ' ') && i == l.n && l.source == "" && isLetter(rest[0]) {
			l.source = rest[:w]
			return j + 1 + blank(rest[j+1:])
		}
		if l.timeAt >= 0 && l.source == "" {
			if n := syslogName(rest, w); n > 0 {
				l.source = rest[:n]
				return n + blank(rest[n:])
			}
		}
	}
	if rest[0] == '[' && (i == 0 || strings.HasPrefix(rest, "[pod/")) {
		if end := strings.IndexByte(rest, ']'); end > 1 && end < 64 && end+1 < len(rest) && rest[end+1] == ' ' &&
			isName(strings.Replace(rest[1:end], " : ", "", 1)) && !containsAny(rest[1:end], "SDK", "Error", "Exception") {
			step := rest[:end]
			if s := strings.TrimRight(step, "0123456789"); strings.HasSuffix(s, ":") {
				step = s // without the line's number
			}
			l.source += step
			return end + 2
		}
	}
	if i == 0 {
		if n := listingNumber(rest); n > 0 {
			return n
		}
		if n := max(podName(rest, w), podColon(rest, w), processName(rest, w), logcatTag(rest)); n > 0 {
			l.source = rest[:n]
			return n
		}
	}
	if l.timeAt >= 0 && l.source == "" {
		if n := threadName(rest); n > 0 {
			l.source = rest[:n]
			return n
		}
	}
	if i == 0 { // job, step and time of a CI log, apart by tabs; or a level and the time
		if a := strings.IndexByte(rest, '\t'); a > 0 && a < 10 && timeLen(rest[a+1:]) > 0 {
			return a + 1
		}
		if a := strings.IndexByte(rest, '\t'); a > 0 && a < 64 {
			if b := strings.IndexByte(rest[a+1:], '\t'); b >= 0 && b < 64 && timeLen(strings.TrimPrefix(rest[a+b+2:], "\ufeff")) > 0 {
				l.source = rest[:a+b+1]
				return a + b + 2
			}
		}
	}
	return 0
}

// listingNumber returns the length of "  3. ", which a page puts before each line
// of a document that it shows.
func listingNumber(rest string) int {
	s := strings.TrimLeft(rest, " ")
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
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

// podName returns the length of "pod container " before a part of an error,
// where w is that of the pod's name.
func podName(rest string, w int) int {
	if w == 0 || w >= len(rest) || rest[w] != ' ' || !strings.Contains(rest[:w], "-") ||
		!strings.ContainsAny(rest[:w], "0123456789") || isDigit(rest[0]) || strings.ToLower(rest[:w]) != rest[:w] {
		return 0
	}
	n := w + 1
	for n < len(rest) && isNameByte(rest[n]) {
		n++
	}
	if n == w+1 || n >= len(rest) || rest[n] != ' ' {
		return 0
	}
	if content := strings.TrimLeft(rest[n+1:], " "); labelAtStart(content) == labelNone && !hasHead(content) {
		return 0
	}
	return n + 1
}

// podColon returns the length of "pod-7f-1: " before a part of an error, where w
// is that of the pod's name.
func podColon(rest string, w int) int {
	if w == 0 || w+2 >= len(rest) || rest[w] != ':' || rest[w+1] != ' ' || strings.Count(rest[:w], "-") < 2 ||
		!strings.ContainsAny(rest[:w], "0123456789") || strings.ToLower(rest[:w]) != rest[:w] {
		return 0
	}
	content := strings.TrimLeft(rest[w+2:], " ")
	if content == "" || strings.IndexByte("{}\"<", content[0]) < 0 && labelAtStart(content) == labelNone && !hasHead(content) {
		return 0
	}
	return w + 2
}

// processName returns the length of "0|api  | ", which a process manager puts
// before each line, where w is that of the number.
func processName(rest string, w int) int {
	if w == 0 || w > 4 || !digits(rest[:w]) || w == len(rest) || rest[w] != '|' {
		return 0
	}
	n := w + 1
	for n < len(rest) && isNameByte(rest[n]) {
		n++
	}
	name := n
	for n < len(rest) && rest[n] == ' ' {
		n++
	}
	if name == w+1 || !isLetter(rest[w+1]) || !strings.HasPrefix(rest[n:], "| ") {
		return 0
	}
	return n + 2
}

// threadName returns the length of "[worker-1] " behind a time and before a
// part of an error: threads that write at once take turns line by line.
// Elsewhere the name is a part of the message, as most logs have it.
func threadName(rest string) int {
	end := strings.IndexByte(rest, ']')
	if rest[0] != '[' || end < 2 || end > 64 || !isName(rest[1:end]) || containsAny(rest[1:end], "SDK", "Error", "Exception") || !strings.HasPrefix(rest[end:], "] ") {
		return 0
	}
	content := rest[end+2:]
	first := false
	heads(content, func(h head) { first = first || h.at == 0 && h.strong })
	if !first && labelAtStart(content) == labelNone {
		return 0
	}
	return end + 2
}

// logcatTag returns the length of "I/flutter ( 3569): ", which Android puts
// before each line that a program prints.
func logcatTag(rest string) int {
	if len(rest) < 8 || rest[1] != '/' || strings.IndexByte("VDIWEFA", rest[0]) < 0 {
		return 0
	}
	open := strings.IndexByte(rest, '(')
	if open < 3 || open > 40 {
		return 0
	}
	end := strings.Index(rest[open:], "): ")
	if end < 0 && strings.HasSuffix(rest, "):") {
		end = len(rest) - 2 - open
	}
	if end < 2 || !digits(strings.TrimLeft(rest[open+1:open+end], " ")) {
		return 0
	}
	return min(open+end+3, len(rest))
}

// syslogName returns the length of "host prog[pid]:" where w is that of host.
func syslogName(rest string, w int) int {
	if w >= len(rest) || rest[w] != ' ' {
		return 0
	}
	j := w + 1
	for j < len(rest) && isNameByte(rest[j]) {
		j++
	}
	if j == w+1 {
		return 0
	}
	pid := false
	if j < len(rest) && rest[j] == '[' {
		k := j + 1
		for k < len(rest) && '0' <= rest[k] && rest[k] <= '9' {
			k++
		}
		if k < len(rest) && rest[k] == ']' && k > j+1 {
			j, pid = k+1, true
		}
	}
	if j+1 < len(rest) && rest[j] == ':' && rest[j+1] == ' ' && pid {
		return j + 1
	}
	return 0
}

func isNameByte(c byte) bool { return isWord(c) || strings.IndexByte("-_./@", c) >= 0 }

func isName(s string) bool {
	for i := range len(s) {
		if !isNameByte(s[i]) && s[i] != ':' {
			return false
		}
	}
	return isLetter(s[0])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
