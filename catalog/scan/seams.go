package scan

import "strings"

// What goes over the break of a line tells that something broke it, and how.

// seamless reports whether a request ID goes over a break.
func seamless(before, after string) bool {
	n, m := trailing(before[max(len(before)-36, 0):], isIDByte), leading(after[:min(len(after), 36)], isIDByte)
	return n > 0 && m > 0 && n+m == 36 && isUUID(before[len(before)-n:]+after[:m])
}

// cutAcross reports whether two lines hold a request ID, or a link, that goes over
// the break: a time before each of them does not part them.
func cutAcross(before, after string) bool {
	if seamless(before, after) {
		return true
	}
	link := before[strings.LastIndexByte(before, ' ')+1:]
	return strings.Contains(link, "://") && strings.ContainsAny(after, "?&=") && !strings.Contains(after, " ")
}

// cutCode reports whether a code goes over a break, and neither half of it is one.
func cutCode(before, after string, known func(string) bool) bool {
	head := before[len(before)-trailing(before[max(len(before)-maxCode, 0):], isCodeByte):]
	tail := after[:leading(after[:min(len(after), maxCode)], isCodeByte)]
	return head != "" && tail != "" && looksLikeCode(head+tail) && known(head+tail) && !known(head) && !known(tail)
}

// cutHead reports whether an SDK's head begins at the end of a line and goes on on
// the next: "Aliyun API" and "Error: ...", "HTTP" and "Status: 400 Error:...".
func cutHead(before, after string) bool {
	tail := before
	if len(tail) > maxHeadTail {
		tail = tail[len(tail)-maxHeadTail:]
		tail = tail[strings.IndexByte(tail, ' ')+1:]
	}
	if !containsAny(tail, "Aliyun", "Alibaba", "OpenAPI", "HTTP", "oss:") || hasHead(plain(tail)) {
		return false // heads of several words begin so
	}
	return someHead(plain(tail+" "+after[:min(len(after), maxCode)]), func(h head) bool { return h.strong && h.at < len(tail) })
}

// maxHeadTail bounds what of a head may stand before the break, with a word before it.
const maxHeadTail = 32

// resumes reports whether a line begins in the middle of a document: the first of
// its marks ends something.
func resumes(s string) bool {
	i := strings.IndexAny(s, "\"{}[]<>=")
	return i >= 0 && (s[i] == '"' || s[i] == '}' || strings.HasPrefix(s[i:], "</") || s[i] == '>' && i > 0 && isWord(s[i-1]))
}

// cutFrame reports whether the place of a frame goes over the break.
func cutFrame(before, after string) bool {
	return isFrame(before) && strings.Count(before, "(") > strings.Count(before, ")") && strings.Contains(after, ")")
}

// withoutBreaks puts request IDs together that go over a break.
func withoutBreaks(t text) text {
	breaks := func(i int) bool {
		return i > 0 && i+1 < len(t.s) && isIDByte(t.s[i-1]) && isIDByte(t.s[i+1]) && seamless(t.s[:i], t.s[i+1:])
	}
	if !some(t.s, "\n", breaks) {
		return t
	}
	return rewrite(t, func(i int) (int, string) {
		if t.s[i] == '\n' && breaks(i) {
			return 1, ""
		}
		return 0, ""
	})
}

// hasID reports whether a text has a request ID as most are spelt.
func hasID(s string) bool {
	return some(s, "-", func(i int) bool { return isUUIDAround(s, i) })
}

// endsWithID reports whether a line ends with a whole request ID.
func endsWithID(s string) bool { return trailing(s, isIDByte) >= 36 }

func isIDByte(c byte) bool { return isHex(c) || c == '-' }
