package scan

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// labelShape is the labels of fields, the status of a response's first line, and
// request IDs behind a word instead of a label.
type labelShape struct{}

func (labelShape) needles() []string {
	return []string{
		"错误码", "错误代码", "服务端错误", "错误编码",
		`\u9519\u8bef\u7801`, `\u9519\u8bef\u4ee3\u7801`, // the first two in JSON that is ASCII,
		`\\u8bef\\u7801`, `\\u4ee3\\u7801`, // and in a string in it,
		"%E9%94%99%E8%AF%AF%E7%A0%81", "=E9=94=99=E8=AF=AF=E7=A0=81", // in an address, in a mail
	}
}

func (labelShape) find(p *passage) {
	s := p.t.s
	label := func(l foundLabel) {
		ofLink := l.assign && l.at > 0 && (s[l.at-1] == '?' || s[l.at-1] == '&')
		ofLogger := l.assign && l.key == "msg" // its own words, not the service's
		if l.label != labelCause && !ofLink && !ofLogger && !isTag(s, l) {
			p.found(candidate{kind: foundField, at: l.at, end: l.value, label: l.label, key: l.key})
		}
	}
	p.gaps(func(from, to int) { labels(s, from, to, label) })
	p.each("HTTP", func(i int) {
		if n := httpStatus(s, i); n > 0 {
			p.found(candidate{kind: foundField, at: i, end: n, label: labelStatus})
		}
	})
	p.uuids(func(i int) {
		if l, ok := labelBefore(s, i); ok && l.label == labelRequest || strings.EqualFold(s[max(i-len("request "), 0):i], "request ") {
			p.found(candidate{kind: foundField, at: i, end: i, label: labelRequest})
		}
	})
}

// A found label stands from at to end; its value begins at value.
type foundLabel struct {
	label  label
	key    string
	at     int
	value  int
	assign bool // an equals sign separates
}

// separatorBytes are the first bytes of separators, labelBytes also those that may
// end a label as well.
var (
	separatorBytes = [256]bool{':': true, '=': true, 0xef: true}
	labelBytes     = [256]bool{':': true, '=': true, 0xef: true, ']': true, 0xe3: true}
)

// labels finds the labels of a part of a text: at each separator, the one or two
// words before it.
func labels(s string, from, to int, found func(foundLabel)) {
	for i := nextOf(&labelBytes, s, from, to); i < to; i = nextOf(&labelBytes, s, i+1, to) {
		n := 0
		switch s[i] {
		case ':', '=':
			n = separator(s[i:])
			if s[i] == '=' && i > 0 && strings.IndexByte("=!<>", s[i-1]) >= 0 {
				n = 0
			}
		case 0xef:
			n = separator(s[i:])
		case ']', 0xe3:
			if n = bracketed(s, i); n == 0 {
				n = quotedValue(s, i)
			}
		}
		if n == 0 {
			if s[i] == '=' || s[i] == ':' {
				for i+1 < len(s) && (s[i+1] == '=' || s[i+1] == ':') {
					i++
				}
			}
			continue
		}
		if l, ok := labelBefore(s, i); ok {
			l.value = i + n
			if strings.HasPrefix(s[l.value:], "]") && l.at > 0 && s[l.at-1] == '[' {
				l.value++ // "[HttpStatus:]500"
			}
			l.assign = s[i] == '='
			found(l)
		}
		i += n - 1
	}
}

// maxMarks bounds the quotes and brackets that stand around a word.
const maxMarks = 16

// labelBefore reads the label that ends before the separator at i.
func labelBefore(s string, i int) (foundLabel, bool) {
	end := i
	for end > 0 && i-end < maxWord && (s[end-1] == ' ' || s[end-1] == '\t') {
		end--
	}
	for n := 0; n < maxMarks && end > 0 && strings.IndexByte("]\"'*`", s[end-1]) >= 0; n++ {
		end--
	}
	start := end
	best := foundLabel{}
	var key foldedKey
	wide := false
	for words := 0; words < 3 && start > 0; words++ {
		w := start
		for w > 0 && start-w < 60 {
			if c := s[w-1]; isWord(c) || c == '_' || c == '-' {
				w--
				continue
			}
			n := lastHan(s[:w])
			if n == 0 {
				break
			}
			wide = true
			w -= n
		}
		for w < start && (s[w] == '-' || s[w] == '_') {
			w++
		}
		if w == start || w > 0 && start-w >= 60 || words > 0 && w > 0 && s[w-1] == '=' {
			break // the last: another field's value
		}
		if l := key.prepend(s[w:start]); l != labelNone {
			best = foundLabel{label: l, key: s[w:end], at: w}
		} else if wide && best.label == labelNone {
			// A label without blanks may follow other letters of the script.
			if tail, at := chineseTail(s[w:end]); tail != labelNone {
				best = foundLabel{label: tail, key: s[w+at : end], at: w + at}
			}
		}
		start = w
		for start > 0 && (s[start-1] == ' ' || s[start-1] == '\n') && w-start < 3 {
			start--
		}
		if start == w {
			break
		}
	}
	return best, best.label != labelNone
}

// lastHan returns the length of the Chinese letter that a text ends with, 0 where
// it ends with none: punctuation, also of full width, ends a label.
func lastHan(s string) int {
	if s[len(s)-1] < utf8.RuneSelf {
		return 0
	}
	r, n := utf8.DecodeLastRuneInString(s)
	if !unicode.Is(unicode.Han, r) {
		return 0
	}
	return n
}

// bracketed returns the length of the bracket at i where a label stands in it,
// as in "[ErrorCode] X" and 【错误码】X, else 0.
func bracketed(s string, i int) int {
	n := 1
	if s[i] != ']' {
		if !strings.HasPrefix(s[i:], "】") {
			return 0
		}
		n = len("】")
	}
	l, ok := labelBefore(s, i)
	if !ok || l.label != labelCode && l.label != labelRequest && l.label != labelMessage {
		return 0
	}
	if n == 1 {
		if l.at == 0 || s[l.at-1] != '[' || i+1 >= len(s) || s[i+1] != ' ' || strings.HasPrefix(s[i+1:], " =>") || l.label == labelMessage {
			return 0
		}
		return n
	}
	if !strings.HasSuffix(s[:l.at], "【") {
		return 0
	}
	return n
}

// quotedValue returns the length of the quotation mark at i where a label stands
// right before it, as in 错误码「X」, else 0.
func quotedValue(s string, i int) int {
	if !strings.HasPrefix(s[i:], "「") && !strings.HasPrefix(s[i:], "『") {
		return 0
	}
	if l, ok := labelBefore(s, i); !ok || l.label == labelCause || l.label == labelOther {
		return 0
	}
	return len("「")
}

// chineseTail finds a label at the end of a run of Chinese text.
func chineseTail(s string) (label, int) {
	for i := range s {
		if i > 0 && (s[i] >= 0x80 || s[i-1] >= 0x80) {
			if l := classify(s[i:]); l != labelNone && l != labelOther {
				return l, i
			}
		}
	}
	return labelNone, 0
}

// labelAtStart returns the label that a line begins with, if what follows it
// fits a field of an SDK's block.
func labelAtStart(line string) label {
	for line != "" && strings.IndexByte("\"'[*_`", line[0]) >= 0 {
		line = line[1:]
	}
	end := min(len(line), 48)
	for i := nextOf(&separatorBytes, line, 0, end); i < end; i = nextOf(&separatorBytes, line, i+1, end) {
		if separator(line[i:]) > 0 {
			if l, ok := labelBefore(line, i); ok && l.at == 0 {
				if l.label == labelCause || l.label == labelOther && !blockKey(l.key) || line[i] == '=' && l.label != labelCode && !strings.Contains(l.key, "_") && !isUpper(l.key[0]) {
					return labelNone
				}
				return l.label
			}
			return labelNone
		}
	}
	return labelNone
}

// uuids finds the request IDs of a passage.
func (p *passage) uuids(found func(i int)) {
	s := p.t.s
	p.each("-", func(i int) {
		if isUUIDAround(s, i) {
			found(i - 8)
		}
	})
}

// isUUIDAround reports whether the dash at i is the first of such a request ID.
func isUUIDAround(s string, i int) bool { return i >= 8 && i+28 <= len(s) && isUUID(s[i-8:i+28]) }

// isUUID reports whether a text of 36 bytes is a request ID as most are spelt.
func isUUID(s string) bool {
	if s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return false
	}
	for i := range len(s) {
		if !isIDByte(s[i]) || s[i] == '-' && i != 8 && i != 13 && i != 18 && i != 23 {
			return false
		}
	}
	return true
}
