package scan

import "strings"

// linkShape is a link to the error centre, which names the code that it explains.
type linkShape struct{}

func (linkShape) needles() []string {
	return []string{"error-center.ali", "/troubleshoot?", "troubleshoot.api."}
}

func (linkShape) find(p *passage) {
	s := p.t.s
	end := 0
	p.each("://", func(i int) {
		end = max(end, i)
		for end < len(s) && end-i < maxLink && !linkEnds[s[end]] {
			end++
		}
		if e := linkIn(p.t.cut(i, end)); e.code != "" {
			at := i
			for at > 0 && isLetter(s[at-1]) {
				at--
			}
			p.found(candidate{kind: foundLink, at: at, end: end, link: &e})
		}
	})
}

// linkEnds are the bytes that no link has, also those of Chinese brackets and commas.
var linkEnds = [256]bool{
	' ': true, '\t': true, '\n': true, '"': true, '\'': true, '<': true, '>': true, ')': true, ']': true, '}': true,
	0xef: true, 0xbc: true, 0x89: true, 0x8c: true,
}

// maxLink is how far a link is read.
const maxLink = 1 << 10

// linksToCentre reports whether a link leads to the error centre.
func linksToCentre(t sifted) bool {
	return t.hasAny("error-center.a", "api.aliyun.com/troubleshoot", "troubleshoot.api.a", "api.alibabacloud.com/troubleshoot")
}

// linkIn reads a link to the error centre.
func linkIn(t text) event {
	if !linksToCentre(t.sifted) {
		return event{}
	}
	_, query, ok := strings.Cut(t.s, "?")
	if !ok {
		return event{}
	}
	var e event
	at := len(t.s) - len(query)
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		key, value, _ := strings.Cut(pair, "=")
		key = strings.TrimPrefix(key, "amp;")
		if strings.IndexByte(value, '%') >= 0 {
			value = replaceHex(textOf(value), '%').s
		}
		switch strings.ToLower(key) {
		case "keyword", "q", "errorcode", "code":
			if code := value[:codeEnd(value, 0)]; canBeCode(code) && e.code == "" {
				e.code, e.codeAt = code, t.src(min(at+len(pair)-len(value), len(t.s)-1))
			}
		case "requestid":
			e.requestID = requestID(value)
		}
		at += len(pair) + 1
	}
	return e
}
