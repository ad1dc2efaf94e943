package scan

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Terraform draws a border around its diagnostics and breaks lines to fit the
// terminal; other tools, and terminals themselves, break lines without a border.
// Putting pieces together is the riskiest part: a line before a known label, a
// head, a document or a bare code is never joined to it.

// continuesBox decides inside of Terraform's border: the box is one record,
// each "Error:" or "Warning:" in it begins one of its own.
func (r *record) continuesBox(l *logLine, trimmed string) (ok, wraps bool) {
	switch {
	case l.box == '[':
		return false, false
	case l.box == ']':
		return r.box, false
	case l.box == 0 && r.box && r.blanks == 0 && !l.starts && r.lastRaw == r.widest && r.lastRaw >= r.narrowest() && trimmed != "" && !isRule(trimmed):
		return true, true // a terminal that is narrower than the border broke the line
	case l.box == 0 || !r.box && r.last != "":
		return false, false
	case r.last != "" && (strings.HasPrefix(trimmed, "Error: ") || strings.HasPrefix(trimmed, "Warning: ")) && r.blanks > 0 && r.block:
		return false, false
	}
	excerpt := strings.HasPrefix(r.last, "on ") && strings.HasSuffix(r.last, ":") // of a file: its line comes
	return true, r.blanks == 0 && r.last != "" && !excerpt && !strings.Contains(trimmed, "│") && !l.startsAnew(trimmed)
}

// wrapped reports whether a line may be the rest of the one before it, which a
// terminal broke.
func (r *record) wrapped(trimmed string, l *logLine) bool {
	if l.starts && r.blanks == 0 && samePrefix(r.prefix, l.text.s[:l.n]) {
		return r.block && cutAcross(r.last, trimmed) || r.goesOnBehindPrefix(l, trimmed)
	}
	if r.blanks == 0 && !l.starts && r.last != "" && (cutHead(r.last, trimmed) || isCutFrame(r.last) && (trimmed[0] == '(' || r.last == "at")) {
		return true
	}
	if r.blanks > 0 || l.starts || r.last == "" || r.lastRaw < r.narrowest() || endsWithID(strings.TrimRight(r.last, `'"`)) {
		return false
	}
	if isStatement(r.last) || isShell(plain(r.last)) || isLiteral(r.last) || isVariable(r.last) || fileAndLine(r.last) > 0 && fileAndLine(trimmed) > 0 {
		return false // source code, and what a search found in it, has no terminal
	}
	if !r.hardWrapped() && (hasHead(l.text.part(trimmed)) && hasHead(plain(r.last)) || endsWithFailure(trimmed)) {
		return false // each line is an error of its own
	}
	if r.document.quote != 0 {
		if strings.IndexByte("\"'{}", trimmed[0]) >= 0 && !(r.full && r.hardWrapped()) {
			return false
		}
	} else if l.startsAnew(trimmed) && !(trimmed[0] == '<' && r.full && r.hardWrapped()) {
		return false
	}
	if r.hardWrapped() {
		return r.full || !endsSentence(r.last) || l.indent() > 0
	}
	if !r.block && r.document.depth == 0 || isKeyStart(trimmed) && strings.Contains(firstWord(trimmed), "_") {
		return false
	}
	if strings.IndexByte(".!?}]\"。", r.last[len(r.last)-1]) >= 0 && r.document.depth == 0 {
		return false
	}
	return r.lastRaw+1+utf8.RuneCountInString(firstWord(trimmed)) > r.words
}

// goesOnBehindPrefix reports whether a line with the prefix of the one before it is
// the rest of that: something broke the lines first, and something else put times
// before them. A logger's next entry may look the same, so the error has to lack
// its request ID, the line before to have had no room, and this one to be no error
// of its own.
func (r *record) goesOnBehindPrefix(l *logLine, trimmed string) bool {
	if r.lastRaw < 60 || l.startsAnew(trimmed) {
		return false
	}
	first, word := firstLine(r.first[:min(len(r.first), maxWord)]), firstWord(trimmed)
	if word == firstWord(strings.TrimSpace(first)) || r.lastRaw+1+utf8.RuneCountInString(word) <= r.widest {
		return false
	}
	if r.document.depth > 0 && r.lastRaw == r.widest && (r.full || resumes(trimmed)) || cutFrame(r.last, trimmed) {
		return true
	}
	ended := strings.IndexByte(".!?}]\"。", r.last[len(r.last)-1]) >= 0 || isSentence(trimmed) && r.lastRaw == r.widest
	return r.sdk && !r.id && !ended && !tellsError(l.text.part(trimmed))
}

// tellsError reports whether a line has an error of its own: an SDK's head, a code
// and a colon, or a code behind a word for a failure.
func tellsError(line sifted) bool { return hasHead(line) || isTitle(line) || endsWithFailure(line.s) }

// endsWithFailure reports whether a line ends with a code behind a word for a
// failure.
func endsWithFailure(line string) bool {
	last := strings.LastIndexByte(line, ' ') + 1
	return looksLikeCode(line[last:]) && failureBefore(line[:last])
}

// samePrefix reports whether two prefixes are alike but for their numbers.
func samePrefix(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i] != b[i] && !(isDigit(a[i]) && isDigit(b[i])) {
			return false
		}
	}
	return a != ""
}

// endsSentence reports whether a line ends with a plain word and a full stop, in
// quotes or not: that a column ends right there too is less likely than that the line
// is a short one.
func endsSentence(line string) bool {
	line = strings.TrimRight(line, "\"'`")
	word, ok := strings.CutSuffix(line[strings.LastIndexByte(line, ' ')+1:], ".")
	return ok && leading(word, isLetter) == len(word) && strings.ToLower(word) == word
}

// narrowest returns the least width of a line that a terminal may have broken;
// once one was, the next may be shorter.
func (r *record) narrowest() int {
	if n := len(r.lines); n > 0 && r.lines[n-1].wraps {
		return 20
	}
	return 40
}

// hardWrapped reports whether the last line is exactly as wide as a terminal.
func (r *record) hardWrapped() bool {
	if r.lastRaw != r.widest {
		return false
	}
	return r.full || isTerminalWidth(r.lastRaw)
}

// isTerminalWidth reports whether a width is one that terminals, and programs
// that write as for one, often have.
func isTerminalWidth(n int) bool {
	switch n {
	case 72, 79, 80, 100, 120, 132:
		return true
	}
	return false
}

// unwrap puts together what a terminal broke: at columns, so that nothing
// stands between the pieces, or at words, so that a blank does.
func (r *record) unwrap(t text, known func(string) bool) text {
	if !slices.ContainsFunc(r.lines, func(l line) bool { return l.wraps || l.glued }) {
		return t
	}
	columns := r.brokenAtColumns(t.s, known)
	var w writer
	start := 0
	for i, l := range r.lines {
		if !l.glued && (!l.wraps || columns && r.lines[i-1].width < r.widest) {
			continue
		}
		w.copy(t, start, l.at-1)
		start = l.at
		if !columns && !l.glued {
			w.add(" ", t.src(l.at-1))
			start += indentOf(t.s[start:])
		}
	}
	w.copy(t, start, len(t.s))
	return w.text()
}

// brokenAtColumns reports whether the lines that were broken are as wide as the
// widest, as a terminal breaks them; a program that breaks at words leaves them
// uneven, and no blank at the break.
func (r *record) brokenAtColumns(s string, known func(string) bool) bool {
	if r.box {
		return false
	}
	even, uneven, sure, words := 0, 0, false, false
	for i, l := range r.lines {
		switch {
		case !l.wraps:
		case r.lines[i-1].width < r.widest:
			uneven++
		default:
			even++
			before, after := s[:l.at-1], s[l.at:]
			words = words || beginsWithLabel(after) // a column seldom ends right there
			sure = sure || strings.HasSuffix(before, " ") || strings.HasPrefix(after, " ") || seamless(before, after) || cutCode(before, after, known)
		}
	}
	if words && !sure {
		return false
	}
	if isTerminalWidth(r.widest) {
		sure = sure || even > 1 || uneven == 0
	}
	return even > 0 && (sure || even > 1 && uneven == 0)
}

// beginsWithLabel reports whether a text begins with the label of a field, or
// with a word such as "Error:".
func beginsWithLabel(s string) bool {
	word := firstWord(s)
	i := strings.IndexAny(word, ":=")
	return i > 0 && classify(word[:i]) != labelNone
}

// startsAnew reports whether the content of a line begins with what no wrapped line
// may be joined to.
func (l *logLine) startsAnew(trimmed string) bool {
	if trimmed == "" {
		return true
	}
	switch o := l.opening(trimmed); {
	case trimmed[0] == '{' || isTable(trimmed) || isRule(trimmed) || isNumbered(trimmed) || trimmed[0] == '<':
		return true
	case o.bullet || o.frame || o.chain || o.label != labelNone:
		return true
	case hasHeadAtStart(l.text.part(trimmed)), strings.HasPrefix(trimmed, "rpc error: "), statusLine(trimmed) > 0:
		return true
	}
	_, status, ok := strings.Cut(trimmed, ": ")
	return looksLikeCode(strings.Trim(trimmed, "\"'`.,")) || ok && teaStatus(status) > 0 && codeWithColon(trimmed)
}
