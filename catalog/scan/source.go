package scan

import "strings"

// What stands before the content of a line also says who wrote it: a container,
// a host and its program, a pod, a process, a thread. Lines of several writers
// that come in turns are told apart by it.

// name reads who wrote the line: "api-1  | ", "host prog[7]: " behind a time,
// "[pod/api/main] " at the beginning, "stdout F " of a container runtime.
func (l *logLine) name(rest string, i int) int {
	for _, tag := range []string{"stdout F ", "stderr F ", "stdout P ", "stderr P "} {
		if l.timeAt >= 0 && strings.HasPrefix(rest, tag) {
			l.pieces, l.partial = true, tag[len(tag)-2] == 'P'
			l.source += tag[:len("stdout ")]
			return len(tag)
		}
	}
	if l.timeAt >= 0 && l.source == "" {
		if n := max(unitName(rest), threadtimeTag(rest)); n > 0 {
			l.source = rest[:n]
			return n
		}
	}
	w := leading(rest, isNameByte)
	if w > 0 && w < 64 {
		j := w
		for j < len(rest) && rest[j] == ' ' {
			j++
		}
		if j < len(rest) && rest[j] == '|' && (j+1 == len(rest) || rest[j+1] == ' ') && i == l.n && l.nests(rest[:w]) && isLetter(rest[0]) {
			l.source += rest[:w]
			return j + 1 + blank(rest[j+1:])
		}
		if l.timeAt >= 0 {
			if n := syslogName(rest, w); n > 0 {
				l.source += rest[:n]
				return n + blank(rest[n:])
			}
		}
	}
	if i == 0 || strings.HasPrefix(rest, "[pod/") {
		if n := l.stepName(rest); n > 0 {
			return n
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
	if l.timeAt >= 0 && !strings.Contains(l.source, "]") {
		if n := threadName(rest); n > 0 {
			l.source += rest[:strings.IndexByte(rest, ']')+1]
			return n
		}
	}
	if i == 0 {
		return l.tabbed(rest)
	}
	return 0
}

// nests reports whether a name before a bar may stand behind what was read of who
// wrote the line: behind a pod or a program whose own lines have names, or behind
// itself where two tools put it there.
func (l *logLine) nests(name string) bool {
	return l.source == "" || l.source[0] == '[' || strings.HasSuffix(l.source, " ") || strings.HasSuffix(l.source, ":") || strings.HasSuffix(l.source, name)
}

// stepName reads "[build : 12] " or "[pod/api/main] ".
func (l *logLine) stepName(rest string) int {
	end := strings.IndexByte(rest, ']')
	if rest[0] != '[' || end < 2 || end > 63 || !strings.HasPrefix(rest[end:], "] ") ||
		!isName(strings.Replace(rest[1:end], " : ", "", 1)) || containsAny(rest[1:end], "SDK", "Error", "Exception") {
		return 0
	}
	step := rest[:end]
	if s := strings.TrimRight(step, "0123456789"); strings.HasSuffix(s, ":") {
		step = s // without the line's number
	}
	l.source += step
	return end + 2
}

// tabbed reads what stands before a time and a tab: a level, or the job and the
// step of a CI log.
func (l *logLine) tabbed(rest string) int {
	a := strings.IndexByte(rest, '\t')
	if a < 1 || a > 63 {
		return 0
	}
	if a < 10 && timeLen(rest[a+1:]) > 0 {
		return a + 1
	}
	if b := strings.IndexByte(rest[a+1:], '\t'); b >= 0 && b < 64 && timeLen(strings.TrimPrefix(rest[a+b+2:], "\ufeff")) > 0 {
		l.source = rest[:a+b+1]
		return a + b + 2
	}
	return 0
}

// syslogName returns the length of "host prog[pid]:" where w is that of host.
func syslogName(rest string, w int) int {
	if w >= len(rest) || rest[w] != ' ' {
		return 0
	}
	j := w + 1 + leading(rest[w+1:], isNameByte)
	if j == w+1 {
		return 0
	}
	pid := false
	if j < len(rest) && rest[j] == '[' {
		k := j + 1 + leading(rest[j+1:], isDigit)
		if k < len(rest) && rest[k] == ']' && k > j+1 {
			j, pid = k+1, true
		}
	}
	if j+1 < len(rest) && rest[j] == ':' && rest[j+1] == ' ' && pid {
		return j + 1
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
	n := w + 1 + leading(rest[w+1:], isNameByte)
	if n == w+1 || n >= len(rest) || rest[n] != ' ' {
		return 0
	}
	if content := strings.TrimLeft(rest[n+1:], " "); labelAtStart(content) == labelNone && !hasHead(plain(content)) {
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
	if content == "" || strings.IndexByte("{}\"<", content[0]) < 0 && !strings.HasPrefix(content, "│") && labelAtStart(content) == labelNone && !hasHead(plain(content)) && !isTitle(plain(content)) && !isFrame(content) && !isKeyStart(content) {
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
	n := w + 1 + leading(rest[w+1:], isNameByte)
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
// part of an error, a level and a logger's name between or not: threads that write
// at once take turns line by line. Elsewhere the name is a part of the message, as
// most logs have it.
func threadName(rest string) int {
	end := strings.IndexByte(rest, ']')
	if rest[0] != '[' || end < 2 || end > 64 || !isName(rest[1:end]) || containsAny(rest[1:end], "SDK", "Error", "Exception") || !strings.HasPrefix(rest[end:], "] ") {
		return 0
	}
	n := end + 2
	n += loggerName(rest[n:])
	content := strings.TrimLeft(rest[n:], " \t")
	bracket := content != "" && strings.IndexByte("{}", content[0]) >= 0 && len(content) < 3 // of a body that is printed line by line
	if !bracket && !someHead(plain(content), func(h head) bool { return h.at == 0 && h.strong }) && labelAtStart(content) == labelNone && !isFrame(content) && !isChain(content) {
		return 0
	}
	return n
}

// loggerName returns the length of "ERROR c.e.Worker - ", which loggers put behind
// the thread.
func loggerName(s string) int {
	n := 0
	if s != "" {
		n = level(s)
	}
	name := leading(s[n:], isNameByte)
	if n == 0 || name == 0 || !strings.HasPrefix(s[n+name:], " - ") {
		return 0
	}
	return n + name + len(" - ")
}

// unitName returns the length of "STDERR [network] terraform: ", which a tool that
// runs another in many folders at once writes behind the time.
func unitName(rest string) int {
	if !strings.HasPrefix(rest, "STDERR [") && !strings.HasPrefix(rest, "STDOUT [") {
		return 0
	}
	end := strings.Index(rest, "] ")
	if end < 0 || end > 128 {
		return 0
	}
	n := end + 2
	n += leading(rest[n:], isNameByte)
	if !strings.HasPrefix(rest[n:], ": ") {
		return 0
	}
	return n + 2
}

// threadtimeTag returns the length of " 1234  5678 E Tag  : ", process, thread, level
// and tag, which Android writes behind the time.
func threadtimeTag(rest string) int {
	n := 0
	for range 2 {
		n += indentOf(rest[n:])
		number := leading(rest[n:], isDigit)
		if n += number; number == 0 || !strings.HasPrefix(rest[n:], " ") {
			return 0
		}
	}
	if len(rest) < n+4 || strings.IndexByte("VDIWEF", rest[n+1]) < 0 || rest[n+2] != ' ' {
		return 0
	}
	tag := strings.Index(rest[n+3:min(len(rest), n+64)], ": ")
	if tag < 1 || !isName(strings.TrimRight(rest[n+3:n+3+tag], " ")) {
		return 0
	}
	return n + 3 + tag + 2
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

func isNameByte(c byte) bool { return isWord(c) || '-' <= c && c <= '/' || c == '_' || c == '@' }

// isName reports whether a text is the name of a host, a program, a logger or a
// file.
func isName(s string) bool {
	for i := range len(s) {
		if !isNameByte(s[i]) && s[i] != ':' {
			return false
		}
	}
	return s != "" && isLetter(s[0])
}
