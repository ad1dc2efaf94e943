package scan

import "strings"

// Platforms that collect what programs print put names of their own before each line.

// platformName reads such a name.
func (l *logLine) platformName(rest string, i int) int {
	n := 0
	switch {
	case i == 0:
		if n = buildStep(rest); n > 0 {
			l.source = firstWord(rest)
			return n
		}
		if n = priority(rest); n > 0 {
			return n // the name comes behind the time
		}
		n = packageManager(rest)
	case l.timeAt < 0 || l.source != "":
	case l.text.s[0] == '<':
		n = syslogFields(rest)
	default:
		n = max(unitName(rest), threadtimeTag(rest), dynoName(rest), streamOf(rest))
	}
	if n > 0 {
		l.source = rest[:n]
	}
	return n
}

// priority returns the length of "<11>1 ", with which syslog's messages begin.
func priority(rest string) int {
	if rest[0] != '<' {
		return 0
	}
	n := 1 + leading(rest[1:], isDigit)
	if n == 1 || n > 4 || !strings.HasPrefix(rest[n:], ">") || timeLen(strings.TrimPrefix(rest[n+1:], "1 ")) == 0 {
		return 0
	}
	if strings.HasPrefix(rest[n:], ">1 ") {
		return n + 3
	}
	return n + 1
}

// syslogFields returns the length of "host app 812 ID47 - ", which follow the time of
// a message that names its version, and maybe structured data in brackets.
func syslogFields(rest string) int {
	n := 0
	for range 4 {
		w := len(firstWord(rest[n:]))
		if w == 0 || n+w >= len(rest) {
			return 0
		}
		n += w + 1
	}
	switch {
	case strings.HasPrefix(rest[n:], "- "):
		return n + 2
	case strings.HasPrefix(rest[n:], "["):
		if end := strings.Index(rest[n:], "] "); end > 0 {
			return n + end + 2
		}
	}
	return 0
}

// buildStep returns the length of "#12 4.403 ", step and seconds of an image's build.
func buildStep(rest string) int {
	if rest[0] != '#' {
		return 0
	}
	step, seconds, _ := strings.Cut(rest[1:min(len(rest), 32)], " ")
	seconds = firstWord(seconds)
	whole, part, ok := strings.Cut(seconds, ".")
	n := 1 + len(step) + 1 + len(seconds)
	if !ok || !digits(step) || !digits(whole) || !digits(part) || n > len(rest) {
		return 0
	}
	return n + blank(rest[n:])
}

// packageManager returns the length of "npm ERR! " and its kin.
func packageManager(rest string) int {
	for _, name := range []string{"npm ERR! ", "npm error ", "npm WARN ", "npm warn "} {
		if strings.HasPrefix(rest, name) {
			return len(name)
		}
	}
	return 0
}

// dynoName returns the length of "app[web.1]: ".
func dynoName(rest string) int {
	w := leading(rest, isWord)
	if w == 0 || !strings.HasPrefix(rest[w:], "[") {
		return 0
	}
	n := w + 1 + leading(rest[w+1:], isNameByte)
	if !isLetter(rest[min(w+1, len(rest)-1)]) || !strings.HasPrefix(rest[n:], "]: ") {
		return 0
	}
	return n + len("]: ")
}

// streamOf returns the length of "01E ", with which a CI system tells the stream that
// a line is of; a plus sign stands for the blank where it goes on with the last.
func streamOf(rest string) int {
	if len(rest) < 4 || !isHex(rest[0]) || !isHex(rest[1]) || rest[2] != 'O' && rest[2] != 'E' || rest[3] != ' ' && rest[3] != '+' {
		return 0
	}
	return 4
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
