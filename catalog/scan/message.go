package scan

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sentences finds what counts without a rendering: on each line that no event
// covers, a sentence that is an entry's message, and a code that stands alone.
func (p *passage) sentences() {
	s := p.t.s
	listed := false // bullets under a colon, or under a bullet
	nested := 0     // in brackets that span lines
	p.findSpans()
	for _, r := range p.regions {
		p.messageString(r)
	}
	for at := 0; at < len(s); {
		line := firstLine(s[at:])
		end := at + len(line)
		if trimmed := strings.TrimSpace(line); trimmed != "" {
			if strings.IndexByte(")]}", trimmed[0]) >= 0 && nested > 0 {
				nested--
			}
			listed = listed || opensRow(trimmed)
			if nested == 0 && !p.taken(at, end) && !p.line(at).isSource() {
				p.sentence(at, end, listed)
			}
			if strings.IndexByte("([{", trimmed[len(trimmed)-1]) >= 0 {
				nested++
			}
			listed = endsWithColon(trimmed) || listed && isBullet(trimmed)
		}
		at = end + 1
	}
}

// messageString looks at a string with escapes behind the label of a message:
// of a body whose other lines were not copied.
func (p *passage) messageString(r *region) {
	s := p.t.s
	if r.body.s == "" || len(r.events) > 0 || len(p.own) > 0 || r.at < 2 || p.line(r.at).isSource() || p.line(r.at).isForeign() {
		return
	}
	if !endsWithMessageLabel(s[:r.at]) {
		return
	}
	if m, ok := p.matchMessage(r.body.s); ok {
		p.events = append(p.events, event{
			code: m.Entry.Code, codeAt: r.body.src(0), message: r.body.s, confidence: Message,
			start: p.t.src(r.at), end: p.t.src(r.end-1) + 1,
		})
	}
}

// mayHoldMessage reports whether a piece of a message is in the text. It is
// asked once, and only where a line is no part of an error.
func (p *passage) mayHoldMessage() bool {
	return p.messages.ask(func() bool { return p.filter.mayHoldMessage(p.t.s) })
}

// endsWithMessageLabel reports whether a text ends with the label of a message
// and a colon, a quote behind it or not.
func endsWithMessageLabel(s string) bool {
	before := strings.TrimRight(s, " \"")
	if before == "" || before[len(before)-1] != ':' && before[len(before)-1] != '=' {
		return false
	}
	before = before[:len(before)-1]
	l, found := labelBefore(before, len(before))
	return found && l.label == labelMessage
}

// taken reports whether an event or a document stands on a line.
func (p *passage) taken(at, end int) bool {
	if i := p.regionBehind(at); i < len(p.regions) && p.regions[i].at < end {
		return true
	}
	return touches(p.spans, span{p.t.src(at), p.t.src(max(end-1, at)) + 1})
}

// sentence looks at one line.
func (p *passage) sentence(at, end int, listed bool) {
	t, in := p.t, p.in
	line := t.s[at:end]
	next := firstLine(t.s[min(end+1, len(t.s)):])
	if p.line(at).isForeign() || foreignMark(t.part(next)) || isTable(line) || isSetting(line) || isCell(t.s[:at]) {
		return
	}
	trimmed := strings.TrimSpace(line)
	if reason := isReason(trimmed) && (p.rec.time.IsZero() || indentOf(line) > 0) || describesReason(trimmed); !reason && p.bare(at, end, listed) {
		return
	}
	if !p.mayHoldMessage() || p.isRow(trimmed) || listed && isBullet(trimmed) || explainsCode(trimmed, lineBefore(t.s, at)) || isOfSetting(t.s, at) || p.rec.time.IsZero() && (isOfManual(trimmed) || isOfDocString(t.s, at)) {
		return
	}
	if p.isSchema() && p.rec.time.IsZero() && indentOf(line) > 0 || isHeading(lineBefore(t.s, at)) || defines(line, lineBefore(t.s, at)) {
		return
	}
	if parenthesised(trimmed) != "" || strings.HasPrefix(trimmed, "Error from server (") {
		return // Azure's or kubectl's own
	}
	for _, i := range sentenceStarts(line) {
		s := strings.TrimSpace(line[i:])
		if i == 0 {
			s = strings.TrimLeft(s, marks)
		}
		s = s[connection(s):]
		if end := strings.IndexByte(s, ']'); s != "" && s[0] == '[' && end > 0 {
			s = s[1:end] // a message in brackets, whatever stands behind them
		}
		if body, ok := strings.CutSuffix(s, `",`); ok && endsWithMessageLabel(line[:i]) {
			s = body // of a body whose other lines were not copied
		}
		s = strings.Trim(s, "\"'`")
		if len(s) < 12 || strings.Count(s, " ") < 2 || !p.filter.mayHoldMessage(s) {
			continue
		}
		m, ok := p.matchMessage(s)
		if !ok || p.translates(line[:i]) || p.isColumn(line[:i]) {
			continue
		}
		if n := len(p.events); n > 0 && p.explains(&p.events[n-1], at, s) {
			return
		}
		code, from := m.Entry.Code, at+strings.Index(line, s)
		if title := titleBefore(line[:i]); title != "" && (p.known(title) || strings.Contains(title, ".") || strings.EqualFold(title, code)) {
			if !p.says(title, s) {
				return // whatever the sentence is of, the code is another
			}
			code, from = title, at+strings.LastIndex(line[:i], title)
		}
		p.events = append(p.events, event{
			code: code, codeAt: t.src(from), message: s, confidence: Message,
			status: in.status, requestID: in.requestID, item: in.item, start: t.src(from), end: t.src(end-1) + 1,
		})
		return
	}
}

// marks are what programs put before a line that tells of a failure.
const marks = "✗✘✖×❌⨯⚠️❗‼⛔🔴🚨💥→▶➜! "

// titleBefore returns the code that ends a text but for a colon, as exceptions are
// printed, "" where none does.
func titleBefore(s string) string {
	s, ok := strings.CutSuffix(strings.TrimRight(s, " "), ":")
	if s = strings.TrimRight(s, " "); !ok {
		return ""
	}
	code := s[len(s)-trailing(s[max(len(s)-maxCode, 0):], isCodeByte):]
	if !looksLikeCode(code) {
		return ""
	}
	return code
}

// connection returns the length of "*17 ", the number that nginx gives a
// connection, before a sentence.
func connection(s string) int {
	if !strings.HasPrefix(s, "*") {
		return 0
	}
	n := 1 + leading(s[1:], isDigit)
	if n == 1 || blank(s[n:]) == 0 {
		return 0
	}
	return n + 1
}

// translates reports whether what stands before a sentence is the key of a file
// of texts: one word that is no field and no word for a failure.
func (f *finder) translates(before string) bool {
	before = strings.TrimSpace(before)
	before = strings.TrimLeft(before[searchPrefix(before):], " ")
	key := strings.Trim(strings.TrimRight(before, " \"'=:"), "\"'")
	switch {
	case before != "" && before[0] == '\\': // a command of TeX
		return true
	case key == "msgid" || key == "msgstr", strings.HasPrefix(before, "summary: "), strings.HasPrefix(before, "description: "), strings.HasSuffix(before, " --") && looksLikeCode(firstWord(before)): // a shell's completion
		return true
	case key == before || key == "" || strings.ContainsAny(key, " \t：") || !f.rec.time.IsZero():
		return false
	case strings.HasSuffix(strings.TrimRight(before, " \"'"), ":") && slices.Contains([]string{"text", "title", "help", "hint", "label", "note", "comment", "doc"}, key):
		return true
	case looksLikeCode(key) && !strings.Contains(key, ".") && endsInError(key) && strings.HasSuffix(before, ":"):
		return false // the class of an exception
	}
	return classify(key) == labelNone && !failureBefore(key+":") && (strings.ContainsAny(key, "_.") || looksLikeCode(key) || camelCase(key) || strings.Contains(before, "="))
}

// sentenceStarts lists where a sentence may begin on a line: at its content,
// and behind each colon, equals sign or dash.
func sentenceStarts(line string) []int {
	out := []int{0}
	for i := 0; i+1 < len(line) && len(out) < 24; i++ {
		switch c := line[i]; {
		case (c == ':' || c == ']' || c == '-' || c == ')') && line[i+1] == ' ':
			out = append(out, i+2)
		case c == '=', (c == '"' || c == '\'') && opensQuote(line[:i]):
			out = append(out, i+1)
		case strings.HasPrefix(line[i:], "："):
			out = append(out, i+len("："))
		}
	}
	return out
}

// opensQuote reports whether a quote behind a text may open a message: a word
// right before it has to tell of a failure.
func opensQuote(before string) bool {
	trimmed := strings.TrimRight(before, " ")
	return trimmed == "" || !isLetter(trimmed[len(trimmed)-1]) || strings.HasSuffix(trimmed, " message") || failureIn(trimmed[strings.LastIndexAny(trimmed, "\"'")+1:])
}

// cleanMessage drops what a rendering puts around a message.
func cleanMessage(s string) string {
	s = strings.TrimLeft(s, "\"'“ \t\n")
	if i := strings.LastIndex(s, "\" "); i >= 0 && isKeyStart(s[i+2:]) {
		s = s[:i] // the end of the string that holds the rendering
	}
	if i := strings.Index(s, "., "); i >= 0 {
		s = s[:i+1]
	}
	s = strings.TrimSuffix(strings.TrimRight(s, " ,;[(（，；」』+|\n"), " (request")
	s = strings.TrimRight(strings.TrimSuffix(s, "\\"), " ,[(+")
	if strings.Count(s, `"`)%2 == 1 {
		s = strings.TrimSuffix(s, `"`)
	}
	if strings.HasSuffix(s, ".'") && strings.Count(s, "'")%2 == 1 {
		s = s[:len(s)-1] // of a text in YAML
	}
	return singleSpaced(s)
}

// singleSpaced makes white space one blank each, and drops it at both ends.
func singleSpaced(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && (i == 0 || i+1 == len(s) || s[i+1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
