package scan

import "strings"

// continues reports whether a line belongs to the record, and whether it may be
// the rest of the line before it, which a terminal broke.
func (r *record) continues(l *logLine) (ok, wraps bool) {
	content := l.content()
	trimmed := strings.TrimSpace(content)
	if l.box != 0 || r.box {
		return r.continuesBox(l, trimmed)
	}
	if r.scalar.holds(l, trimmed) {
		return true, r.blanks == 0 && !l.startsAnew(trimmed)
	}
	if trimmed == "" {
		return r.blanks < 2 || r.document.depth > 0, false
	}
	if r.partial {
		return true, false
	}
	if r.broken(l) || r.blanks == 0 && foldsRow(r.last, trimmed) {
		return true, false
	}
	wraps = r.wrapped(trimmed, l)
	if r.document.depth == 0 && !r.python && !strings.HasSuffix(r.last, ":") && !l.opening(trimmed).bullet && looksLikeCode(strings.Trim(trimmed, "\"'`.")) {
		return r.blanks == 1 && isStatus(r.last), false // a code alone; behind a status it is a cell of a table
	}
	// Inside a document each line may have a time, but no string goes over one.
	starts := l.starts && !(l.tagged && r.tagged) && (l.timeAt < 0 || !r.timed || r.document.quote != 0)
	if r.document.depth > 0 && r.document.continues(content, starts) {
		return true, wraps && (r.document.quote != 0 || r.hardWrapped())
	}
	return wraps || r.follows(l, trimmed), wraps
}

// follows reports whether a line continues the record by what it says.
func (r *record) follows(l *logLine, trimmed string) bool {
	indent, o := l.indent(), l.opening(trimmed)
	announced := endsWithColon(r.last) ||
		strings.HasSuffix(r.last, "] with root cause") || // of Tomcat, before the exception
		strings.HasSuffix(r.last, " instead") && trimmed[0] == '{' // of OpenStack's client, before the body
	samePrefix := !l.starts || l.timeAt >= 0 && r.timed || l.tagged && r.tagged
	if o.frame || r.python {
		samePrefix = samePrefix || r.entry && l.timeAt >= 0 // no entry begins so
	}
	switch {
	case o.frame:
		return samePrefix
	case r.properties(l, trimmed):
		return true
	case r.python:
		return samePrefix && r.blanks == 0
	case o.chain:
		return samePrefix
	case field(trimmed) != labelNone && field(trimmed) != labelCode && field(r.last) != labelNone:
		return samePrefix && r.blanks == 0 // of an error in XML whose root was not copied
	case strings.HasPrefix(trimmed, "Traceback (most recent call last)"):
		return isChain(r.last) || r.explains(l)
	case r.headers:
		return samePrefix && (isHeader(trimmed) || trimmed[0] == '{' || trimmed[0] == '<')
	case o.bullet && startsItem(o.label) && l.timeAt >= 0 && r.entry && (announced || r.list):
		return true // a list that was printed line by line
	case !samePrefix:
		return false
	case o.bullet && startsItem(o.label):
		return !l.starts && (announced || r.list)
	case r.entry && r.hit && !l.starts && r.blanks == 0 && strings.HasPrefix(trimmed, "RequestId : "):
		return true // the second line of what Java's client says
	case r.block && r.blanks == 0 && strings.HasPrefix(trimmed, "+ [ RequestId : "):
		return true // what .NET's client says behind its sentence
	case r.explains(l) && len(r.lines) < 3 && opensException(trimmed):
		return true
	}
	if o.label != labelNone && r.block && r.blanks == 0 {
		if o.label != labelCode || !r.coded && !r.whole(l, trimmed) {
			return true
		}
	}
	if l.starts {
		body := r.last == bodyComes && strings.IndexByte("{<", trimmed[0]) >= 0
		return announced && samePrefix && (hasHead(l.text.part(trimmed)) && r.blanks == 0 || body || r.lacks(trimmed))
	}
	switch {
	case r.block && r.blanks == 0 && (trimmed == "..." || joins(l.text.part(trimmed)) && !isShell(plain(r.last)) || isHeader(trimmed) && foreignMark(l.text.part(trimmed))):
		return true
	case strings.HasPrefix(trimmed, "+ ") && strings.HasPrefix(r.last, "- "):
		return r.blanks == 0 // what a test wanted and what it got
	case (isSentence(trimmed) || strings.HasPrefix(trimmed, "**")) && (looksLikeCode(r.last) || isHeading(r.last)):
		return r.blanks <= 1 // what the code above it means
	case (strings.HasPrefix(trimmed, ": ") || explainsInChinese(trimmed) || isUnderline(trimmed)) && looksLikeCode(strings.Trim(r.last, "`*")):
		return r.blanks == 0 // the same, as lists of terms have it
	case announced:
		return r.blanks <= 1
	case strings.HasPrefix(trimmed, "panic: "):
		return false // the report of a crash is one of its own
	case r.blanks <= 1 && (r.hit && r.document.closed && strings.HasSuffix(trimmed, ":") || r.block && announces(l.text.part(trimmed))) && len(trimmed) < 120:
		return true // the details of the response above come
	case indent > r.indent:
		return r.blanks == 0 || r.block && (strings.HasPrefix(trimmed, "with ") || strings.HasPrefix(trimmed, "on ")) // Terraform's place
	}
	return false
}

// whole reports whether a line with the label of a code stands behind the end of
// another error: behind its frames, unless it is a property, or in an entry of its
// own, behind one with a body, with more fields on its line, code=X action=Y, or
// with its own request ID behind one that is no mere head.
func (r *record) whole(l *logLine, trimmed string) bool {
	field := firstWord(trimmed)
	return isFrame(r.last) && l.indent() == 0 && !strings.Contains(trimmed, "'") ||
		l.starts && (r.document.closed || strings.Contains(field, "=") && len(field) < len(trimmed) ||
			hasID(trimmed) && !hasHeadAtEnd(plain(r.last)) && !strings.HasSuffix(r.last, ":"))
}

// lacks reports whether the record's last line ends with a label that had no room
// for its value, and a line begins with what that may be.
func (r *record) lacks(trimmed string) bool {
	before, ok := strings.CutSuffix(r.last, ":")
	if !ok || r.blanks > 0 {
		return false
	}
	l, _ := labelBefore(before, len(before))
	switch l.label {
	case labelLink:
		return strings.HasPrefix(trimmed, "http")
	case labelRequest:
		return len(trimmed) >= 36 && isUUID(trimmed[:36])
	case labelCode:
		return looksLikeCode(firstWord(trimmed))
	case labelStatus:
		return parseStatus(trimmed) > 0
	case labelMessage:
		return isSentence(trimmed)
	}
	return false
}

// broken reports whether quoted-printable broke the record's last line before a
// line.
func (r *record) broken(l *logLine) bool {
	return strings.HasSuffix(r.last, "=") && r.blanks == 0 && !l.starts && (r.soft || r.lastRaw >= 60)
}

// properties reports whether a line is the first of an error's properties behind
// its frames, printed line by line by a logger.
func (r *record) properties(l *logLine, trimmed string) bool {
	return l.timeAt >= 0 && r.entry && l.indent() > r.indent && isFrame(r.last) && isKeyStart(trimmed)
}

// explains reports whether a logger, whose entry told of an error in its own
// words, may show the exception on a line.
func (r *record) explains(l *logLine) bool {
	return r.entry && r.block && !l.starts && r.blanks == 0 && r.document.depth == 0 && !isFrame(r.last)
}

// opensException reports whether a line begins with the class of an exception
// of an SDK, qualified as a stack trace has it.
func opensException(line string) bool {
	return someHead(plain(line[:min(len(line), maxWord)]), func(h head) bool {
		return h.at == 0 && h.strong && strings.Contains(line[:h.end], ".") && strings.HasPrefix(line[h.end:], ": ")
	})
}

// joins reports whether a line announces the next of several errors that Go
// joined: words of the program, then an SDK's head, which its block follows.
func joins(line sifted) bool {
	return 'a' <= line.s[0] && line.s[0] <= 'z' && someHead(line, func(h head) bool { return h.strong && h.at > 0 && h.end == len(line.s) })
}

// numbers returns where the numbers end that two lines begin with, in a column with
// their last digits below each other.
func numbers(a, b string) (i, j int) {
	i, j = indentOf(a), indentOf(b)
	n, m := leading(a[i:], isDigit), leading(b[j:], isDigit)
	if n == 0 || m == 0 || i+n != j+m {
		return 0, 0
	}
	return i + n, j + m
}

// goesOnBelow reports whether a line is a frame, or ties an exception to the one above.
func goesOnBelow(line string) bool {
	s := strings.TrimLeft(line, " \t")
	return isFrame(s) || isChain(s)
}

// goesOnInside reports whether a line may be the next of a document.
func goesOnInside(line string) bool {
	s := strings.TrimLeft(line, " \t")
	switch {
	case s == "":
		return false
	case s[0] == '"' || s[0] == '\'' || s[0] == '[':
		return isKeyStart(s) || strings.HasPrefix(s, "[0")
	case s[0] == '<':
		return len(s) > 2 && (isLetter(s[1]) || s[1] == '/' && isLetter(s[2]))
	}
	return strings.IndexByte("{}()]", s[0]) >= 0 && len(s) < 3 || len(s) < len(line)-1 && isKeyStart(s) || beginsWithAny(s, "string(", "int(")
}

// besideNumber reports whether the bytes that differ between two prefixes are the
// colon and the dash with which a search tells lines that it found from those around
// them: a.log:17:found, a.log-18-behind it.
func besideNumber(first string, i int, s string, j int) bool {
	mark := first[i] == ':' && s[j] == '-' || first[i] == '-' && s[j] == ':'
	return mark && (i+1 < len(first) && isDigit(first[i+1]) || i > 0 && isDigit(first[i-1]))
}

// isSentence reports whether a line is a sentence and nothing else.
func isSentence(line string) bool {
	return 'A' <= line[0] && line[0] <= 'Z' && strings.HasSuffix(line, ".") && strings.Count(line, " ") > 1 && !strings.Contains(line, ":")
}

// announces reports whether a line says that another view of the response above
// it comes.
func announces(line sifted) bool {
	if !endsWithColon(line.s) || hasHead(line) {
		return false
	}
	return containsAny(" "+strings.ToLower(line.s), " detail", "response", " body", " raw", " reply", " answer", " full ", " full:", "详", "返回", "响应", "原始")
}

// repeats returns the length of the prefix that a line has in common with the
// first of the record where a label follows, or what goes on with a document or an
// exception: a prefix that nothing else explains, such as file and line of a search.
// Numbers in it may differ.
func (r *record) repeats(l *logLine) int {
	inside := r.document.depth > 0 || r.last == bodyComes
	if !r.block && !inside && !r.hit {
		return 0
	}
	first, s := firstLine(r.first[:min(len(r.first), maxWord)]), l.content()
	if labelAtStart(s) != labelNone {
		return 0
	}
	i, j := numbers(first, s)
	for i < len(first) && j < len(s) && j < 100 {
		switch {
		case j > 1 && !isWord(s[j-1]) && r.block && labelAtStart(s[j:]) != labelNone:
			if hasHead(plain(s[:j])) || strings.ContainsAny(s[:j], "{\"") {
				return 0 // each line is a rendering of its own: attempts
			}
			return l.n + j
		case j > 1 && !isWord(s[j-1]) && strings.Trim(s[:j], " \t/*#") != "" && (inside && goesOnInside(s[j:]) || goesOnBelow(s[j:])):
			return l.n + j
		case isDigit(first[i]) && isDigit(s[j]) && (i == 0 || strings.IndexByte(":+([ ", first[i-1]) >= 0):
			i += leading(first[i:], isDigit)
			j += leading(s[j:], isDigit)
		case s[j] == ' ' && j > 0 && s[j-1] == ' ' && first[i] != ' ' && i > indentOf(first):
			j++ // a label that is indented
		case first[i] != s[j] && !besideNumber(first, i, s, j):
			return 0
		default:
			i++
			j++
		}
	}
	return 0
}
