package scan

import (
	"sort"
	"strings"
)

// endsInError reports whether a text ends with the name of an error's class or
// another word for a failure.
func endsInError(s string) bool {
	s = strings.TrimRight(s, " ")
	return strings.HasSuffix(s, "Error") || strings.HasSuffix(s, "Exception") || strings.HasSuffix(s, "rror")
}

// namesCause reports whether what stands before a separator is a word for a
// failure: "Error:" and its kin.
func namesCause(s string, sep int) bool {
	l, ok := labelBefore(s, sep)
	return ok && l.label == labelCause || endsInError(s[:sep])
}

// leadShape is a code without a label: behind a head, a colon, or at the
// beginning of a line.
type leadShape struct{}

func (leadShape) needles() []string {
	return []string{"RequestId : ", closingID} // as Java's and PHP's clients print it, whatever stands before
}

func (leadShape) find(p *passage) {
	s := p.t.s
	for _, h := range p.heads {
		if h.strong {
			end := h.end
			if strings.HasPrefix(s[end:], withMessage) {
				end += len(withMessage)
			}
			p.lead(end, 0)
		}
	}
	p.each("Error: ", func(i int) { // Node's core client, whatever stands before
		start := i
		for start > 0 && (isWord(s[start-1]) || s[start-1] == '.') {
			start--
		}
		if start > 0 && strings.IndexByte(" >\"'[(,", s[start-1]) >= 0 && namesURL(s[i:min(len(s), i+maxMessage)]) {
			p.lead(start, 0)
		}
	})
	line, read := 0, 0 // where the line begins, as far as was read
	p.gaps(func(from, to int) {
		if n := strings.LastIndexByte(s[read:from], '\n'); n >= 0 {
			line = read + n + 1
		}
		read = to
		for i := from; i < to; {
			if i > 0 && s[i-1] == '\n' {
				line = i
			}
			switch {
			case s[i] == ':' || s[i] == '=' || s[i] == "："[0] && strings.HasPrefix(s[i:], "："):
				if n := separator(s[i:]); n > 0 {
					p.lead(i+n, i)
				}
			case s[i] == '-' && strings.HasSuffix(s[:i], " ") && strings.HasPrefix(s[i+1:], " ") && !p.rec.time.IsZero():
				if strings.TrimSpace(s[line:i]) != "" {
					p.lead(i+1, 0) // behind a logger's name
				}
			case i == line:
				p.lead(i+heading(s[i:to]), 0)
			}
			if s[i] == '\n' {
				i++
			} else {
				i = nextOf(&leadBytes, s, i+1, to)
			}
		}
	})
}

// leadBytes are the bytes that a code may stand behind.
var leadBytes = [256]bool{':': true, '=': true, 0xef: true, '-': true, '\n': true}

// heading returns the length of a heading's mark in front of what only an SDK
// prints, "CodeError: code: 404, ": a remark has the same mark.
func heading(s string) int {
	text := strings.TrimLeft(s, "#")
	if len(text) == len(s) || !strings.HasPrefix(text, " ") {
		return 0
	}
	end := codeEnd(text, 1)
	if teaStatus(strings.TrimLeft(text[end:], ": ")) == 0 {
		return 0
	}
	return len(s) - len(text) + 1
}

// withMessage is what PHP puts between the class of an exception that nobody
// caught and its message.
const withMessage = "' with message '"

// lead reads the word at i, behind blanks and quotes, as a code. Where a
// separator stands before it, what that separates may name a failure.
func (p *passage) lead(i, sep int) {
	s := p.t.s
	start := i
	for i < len(s) && i-start < 4 && strings.IndexByte(" \t\n\"'`[(（", s[i]) >= 0 {
		i++
	}
	end := codeEnd(s, i)
	if end-i < 3 {
		return
	}
	word := s[i:end]
	plain := looksLikeCode(word) || p.known(word) || strings.HasSuffix(word, "Error") && p.known(strings.TrimSuffix(word, "Error"))
	if !plain && (word[0] < 'A' || word[0] > 'Z') {
		return // most words
	}
	c := candidate{kind: foundLead, at: i, end: end, cause: sep > 0 && namesCause(s, sep)}
	if !plain && !(c.cause && p.rendered(sep, i, end)) || classify(word) != labelNone {
		return
	}
	rest := strings.TrimLeft(s[end:], " \t\"'`])")
	switch {
	case teaStatus(strings.TrimLeft(rest, ": ")) > 0:
		c.follow = followStatus
	case strings.HasPrefix(rest, "："), strings.HasPrefix(rest, ":") && !strings.HasPrefix(rest, "::") && !strings.HasPrefix(rest, "://"):
		c.follow = followColon
	case c.cause && strings.HasPrefix(rest, "，"): // a sentence in Chinese goes on
		c.follow = followColon
	case endsLine(strings.TrimLeft(rest, ".,;)]}!。） ")):
		c.follow = followEnd
	case s[end] == ' ':
		c.follow = followText
	}
	if !p.inHead(i, end) {
		p.found(c)
	}
}

// rendered reports whether the word from i to end, of one capital as Throttling
// is, stands behind the separator where only an SDK puts a code: "HTTP Status:
// 400 Error:Throttling", "ClientException: Throttling : ", "Error: Throttling
// code: 400, ".
func (p *passage) rendered(sep, i, end int) bool {
	s := p.t.s
	if word := s[i:end]; len(word) < 5 || word[0] < 'A' || word[0] > 'Z' || strings.ToLower(word[1:]) != word[1:] || !isName(word) {
		return false
	}
	behind := s[:sep]
	switch {
	case teaStatus(strings.TrimLeft(s[end:], " ")) > 0:
		return strings.Contains(nearLine(s, end), " request id: ")
	case i == sep+1 && strings.HasSuffix(behind, " Error"):
		status := len(behind) - len("400 Error")
		return status > 0 && parseStatus(s[status:]) != 0 && strings.HasSuffix(s[:status], "HTTP Status: ")
	}
	return strings.HasPrefix(s[end:], " : ") && hasHeadAtEnd(p.t.part(behind[max(0, sep-maxWord):]))
}

// inHead reports whether a head has a part of the word from i to end.
func (p *passage) inHead(i, end int) bool {
	k := sort.Search(len(p.heads), func(k int) bool { return p.heads[k].at >= end })
	for k--; k >= 0 && p.heads[k].at > i-maxWord; k-- {
		if p.heads[k].end > i {
			return true
		}
	}
	return false
}

// teaStatus returns the status of "code: 404," at the beginning of s, 0 where
// it does not begin so.
func teaStatus(s string) int {
	rest, ok := strings.CutPrefix(s, "code: ")
	if !ok {
		rest, ok = strings.CutPrefix(s, "code:")
	}
	if !ok || len(rest) < 4 || rest[3] != ',' {
		return 0
	}
	return parseStatus(rest[:3])
}
