package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// codeEnd returns where the code-like word at i ends: letters, digits, dots
// inside and the like.
func codeEnd(s string, i int) int {
	start := i
	for i < len(s) && (isWord(s[i]) || s[i] == '_' || (s[i] == '.' || s[i] == '-') && i+1 < len(s) && isWord(s[i+1])) {
		i++
	}
	if start < len(s) && !isLetter(s[start]) {
		return start
	}
	return i
}

// openers may stand before a value.
const openers = " \t\"'`[(<*“”‘「『【《（"

// looksLikeCode reports whether a word is spelt as codes are: a capital first,
// and a capital or a dot inside.
func looksLikeCode(word string) bool {
	if len(word) < 4 || word[0] < 'A' || word[0] > 'Z' || codeEnd(word, 0) != len(word) {
		return false
	}
	inner, lower := false, false
	for i := 1; i < len(word); i++ {
		switch c := word[i]; {
		case 'a' <= c && c <= 'z':
			lower = true
		case 'A' <= c && c <= 'Z', c == '.':
			inner = true
		}
	}
	return inner && lower
}

// camelCase reports whether a word is spelt as a code is but for its first
// letter.
func camelCase(word string) bool {
	return word != "" && 'a' <= word[0] && word[0] <= 'z' && looksLikeCode(strings.ToUpper(word[:1])+word[1:])
}

// isSuccess reports whether a code says that nothing failed.
func isSuccess(code string) bool {
	if len(code) > len("successful") {
		return false
	}
	switch strings.ToLower(code) {
	case "", "ok", "success", "succeed", "succeeded", "successful", "none", "null", "nil", "true", "false", "undefined", "string", "number", "object", "unknown":
		return true
	}
	return false
}

// maxCode is the most bytes that a code has.
const maxCode = 128

// canBeCode reports whether the value of a code field can be an error's code.
// Services of Alibaba Cloud also send plain words; numbers are statuses.
func canBeCode(s string) bool {
	return len(s) >= 3 && len(s) <= maxCode && codeEnd(s, 0) == len(s) && !isSuccess(s)
}

// bare reports a code that stands alone on its line, or as the last word
// behind a word for a failure.
func (p *passage) bare(at, end int, listed bool) bool {
	t, in := p.t, p.in
	line := strings.TrimRight(t.s[at:end], " \t\r")
	bullet := isBullet(strings.TrimSpace(line))
	stop := len(strings.TrimRight(line, "\"'`*.;!。 "))
	start := stop
	for start > 0 && (isWord(line[start-1]) || strings.IndexByte("._-", line[start-1]) >= 0) {
		start--
	}
	word := line[start:stop]
	// A plain word, such as the reason of "HTTP/1.1 403 Forbidden", is any word.
	if !looksLikeCode(word) || !p.known(word) {
		return false
	}
	if start > 0 && line[start-1] == '/' || strings.HasPrefix(strings.TrimSpace(line), "HTTP/") || strings.HasPrefix(strings.TrimSpace(line), "##") || isRemark(line) && !isBullet(strings.TrimSpace(line)) || strings.Contains(line, `"""`) {
		return false // of a path, a comment, or a text about a program
	}
	if next := firstLine(t.s[min(end+1, len(t.s)):]); strings.HasPrefix(strings.TrimLeft(next, " \t"), ": ") || indentOf(next) > indentOf(line) && strings.TrimSpace(next) != "" && !isFrame(strings.TrimSpace(next)) {
		return false // a term and what it means
	} else if start == 0 && (explainsInChinese(next) || isUnderline(next)) {
		return false
	} else if bullet && strings.HasPrefix(next, "+ ") {
		return false // what a test wanted; what it got follows
	}
	before := strings.TrimRight(strings.Trim(line[:start], " \t\"'`*•-"), "[(\"' ")
	if before == "alert:" && p.rec.time.IsZero() || strings.HasPrefix(line[strings.LastIndexByte(line[:start], ' ')+1:], "--") {
		return false // the name of a rule, an option
	}
	switch {
	case bullet && listed:
		return true // of a list: no event, and no sentence either
	case logMeta(before) && (before == "" || p.rec.entry || !p.rec.time.IsZero() || !digits(before) && !isKey(before)): // no count, no number of a table
	case failureBefore(before) && !isMended(before):
	default:
		return false
	}
	start += at
	p.events = append(p.events, event{
		code: word, codeAt: t.src(start), confidence: Token, status: in.status, requestID: in.requestID, item: in.item,
		start: t.src(start), end: t.src(start+len(word)-1) + 1,
	})
	return true
}

// isUnderline reports whether a line makes a heading of the one above it.
func isUnderline(line string) bool {
	return len(line) > 3 && strings.IndexByte("-=~^", line[0]) >= 0 && strings.Trim(line, line[:1]) == ""
}

// explainsInChinese reports whether a line is a sentence in Chinese.
func explainsInChinese(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.Is(unicode.Han, r) && strings.Contains(line, "。")
}

// logMeta reports whether a text is only what a logger writes before a
// message: threads, names of loggers, levels.
func logMeta(s string) bool {
	s = strings.TrimRight(strings.TrimSpace(s), ":-")
	words := strings.Fields(s)
	for i, w := range words {
		if name, ok := strings.CutSuffix(w, ":"); ok && i+1 < len(words) && endsInError(name) && strings.Contains(name, ".") {
			return false // the class of an exception, and how its message begins
		}
		bracketed := w[0] == '[' || w[0] == '('
		logger := strings.Contains(w, ".") && 'a' <= w[0] && w[0] <= 'z' && !strings.ContainsAny(w, "|=#,") || strings.Contains(w, "/") && !strings.ContainsAny(w, "?=") || strings.Contains(w, ".go:")
		if !bracketed && !logger && !isLevel(strings.Trim(w, ":[]")) && w != "-" && w != "---" && !digits(w) {
			return false
		}
	}
	return true
}

// isKey reports whether a text is the dotted name of a setting, which elsewhere is
// that of a logger.
func isKey(s string) bool { return strings.Contains(s, ".") && qualifiedName(s) == s }

// isMended reports whether a text says that a failure was mended, as the titles of
// changes do.
func isMended(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch w {
		case "fix", "fix:", "fixed", "fixed:", "fixes", "fixes:", "fixing":
			return true
		}
	}
	return false
}

// isWanted reports whether a text in small letters, before a word for a failure, says
// that it is one which somebody expects or sets: "expected error", on_error.
func isWanted(before string) bool {
	word := strings.TrimRight(before, " _-.")
	word = word[len(word)-trailing(word, isLetter):]
	switch word {
	case "expected", "expect", "expects", "wanted", "want", "ignored", "ignore", "ignoring", "simulated", "simulate", "simulates",
		"retry", "default", "known", "possible", "allowed", "skip", "mock", "mocked", "fake", "no":
		return true
	case "on":
		return before[len(before)-1] != ' ' || strings.Contains(before, "retry on")
	}
	return false
}

// failureBefore reports whether a text ends with a word for a failure and a
// colon or an equals sign.
func failureBefore(s string) bool {
	s = strings.TrimRight(s, " ")
	if s == "" {
		return false
	}
	switch {
	case strings.HasSuffix(s, "："):
		s = s[:len(s)-len("：")]
	case s[len(s)-1] == ':' || s[len(s)-1] == '=':
		s = s[:len(s)-1]
	default:
		return false
	}
	s = strings.ToLower(strings.TrimRight(s, " \"'"))
	for _, w := range []string{"failed", "failure", "fail", "rejected", "error", "err", "refused", "denied", "aborted", "exception", "cause", "reason", "answered", "returned", "got", "失败", "错误", "异常", "报错", "拒绝"} {
		if strings.HasSuffix(s, w) {
			before := s[:len(s)-len(w)]
			return before == "" || (!isWord(before[len(before)-1]) || w[0] >= 0x80) && !isWanted(before)
		}
	}
	return false
}
