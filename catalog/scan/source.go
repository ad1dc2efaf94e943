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
	if n := l.platformName(rest, i); n > 0 {
		return n
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
		if i == l.n && j > w && j < len(rest) && rest[j] == '>' && isDigit(rest[w-1]) && holdsPart(rest[j+1:]) {
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
	if n > w+1 && n < len(rest) && rest[n] == ':' {
		n++ // a host and its program
	}
	if n == w+1 || n >= len(rest) || rest[n] != ' ' {
		return 0
	}
	if !holdsPart(rest[n+1:]) {
		return 0
	}
	return n + 1
}

// holdsPart reports whether a text is a part of an error, or has an SDK's head.
func holdsPart(content string) bool { return partOfError(content) || hasHead(plain(content)) }

// podColon returns the length of "pod-7f-1: " before a part of an error, where w
// is that of the pod's name.
func podColon(rest string, w int) int {
	if w == 0 || w+2 >= len(rest) || rest[w] != ':' || rest[w+1] != ' ' || strings.Count(rest[:w], "-") < 2 ||
		!strings.ContainsAny(rest[:w], "0123456789") || strings.ToLower(rest[:w]) != rest[:w] {
		return 0
	}
	if content := strings.TrimLeft(rest[w+2:], " "); !partOfError(rest[w+2:]) && !strings.HasPrefix(content, "│") && !isKeyStart(content) && !hasHead(plain(content)) && !isTitle(plain(content)) {
		return 0
	}
	return w + 2
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
	if !partOfError(rest[n:]) {
		return 0
	}
	return n
}

// partOfError reports whether a line may be a part of an error, by how it begins: a
// head, a label, a frame, or a line of a document that is printed line by line.
func partOfError(line string) bool {
	s := strings.TrimLeft(line, " \t")
	if s == "" {
		return false
	}
	return goesOnInside(line) || goesOnBelow(s) || beginsWithAny(s, "<?xml", "array(", "Array", "Traceback (") ||
		labelAtStart(s) != labelNone || codeWithColon(strings.TrimPrefix(s, "Error: ")) ||
		someHead(plain(s), func(h head) bool {
			return h.strong && (h.at == 0 || endsInError(strings.TrimSuffix(firstWord(s), ":")))
		})
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
