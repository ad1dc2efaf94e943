package scan

import (
	"slices"
	"strings"
)

// The heads of an SDK's rendering: an error begins here, and what follows is
// its own, whatever wraps it.

// A head is where a rendering begins.
type head struct {
	at, end int
	strong  bool // an Alibaba Cloud SDK's own; else any program's "Error:"
	foreign bool // another provider's
}

// sdkShape is the heads of the SDKs' renderings.
type sdkShape struct{}

func (sdkShape) needles() []string {
	return []string{
		"SDK.ServerError", "Aliyun API Error", "aliyuncs.exceptions", "Acs.Core.Exceptions",
		"OSS\\Core\\Oss", "ClientException:", "ServerException:", "ServerException(", "HTTP Status: ", ", URL: http",
		"ClientException%3A", "ServerException%3A", // in an address
	}
}

func (sdkShape) find(p *passage) {
	add := func(h head) {
		p.heads = append(p.heads, h)
		p.found(candidate{kind: foundHead, at: h.at, end: h.end, strong: h.strong, foreign: h.foreign})
	}
	p.gaps(func(from, to int) { headsIn(p.t.sifted, from, to, add) })
	slices.SortFunc(p.heads, func(a, b head) int { return a.at - b.at })
}

// heads finds the heads of a text.
func heads(t sifted, found func(head)) { headsIn(t, 0, len(t.s), found) }

// headsIn finds the heads of a part of a text.
func headsIn(t sifted, from, to int, found func(head)) {
	s := t.s
	t.eachIn(from, to, "SDK", func(i int) {
		for _, name := range []string{"SDK.ServerError", "SDK.ClientError", "SDKError"} {
			end := i + len(name)
			if !strings.HasPrefix(s[i:], name) || !boundary(s, i) && !strings.HasSuffix(s[:i], "tea.") || end < len(s) && (isWord(s[end]) || s[end] == ']') {
				continue
			}
			found(head{at: i, end: end, strong: true})
		}
	})
	t.eachIn(from, to, "API", func(i int) {
		for _, name := range []string{"Aliyun API Error", "Alibaba Cloud API error", "OpenAPI error"} {
			at := i - strings.Index(name, "API")
			if at >= 0 && strings.HasPrefix(s[at:], name) && boundary(s, at) {
				found(head{at: at, end: at + len(name), strong: true})
			}
		}
	})
	t.eachIn(from, to, "oss: service returned error: ", func(i int) { // of Go's client of the object storage
		found(head{at: i, end: i + len("oss: service returned error"), strong: true})
	})
	t.eachIn(from, to, "ali_mns response status error", func(i int) { // of Go's client of the message service
		found(head{at: i, end: i + len("ali_mns response status error"), strong: true})
	})
	t.eachIn(from, to, "HTTP Status: ", func(i int) { // of Python's core SDK, maybe without its class
		if status := i + len("HTTP Status: "); boundary(s, i) && parseStatus(s[status:]) != 0 && strings.HasPrefix(s[status+3:], " Error:") {
			found(head{at: i, end: i + len("HTTP"), strong: true})
		}
	})
	if !t.sieve.passes("Exception") && !t.sieve.passes("Error") {
		return
	}
	eachIn(s, from, to, "E", func(i int) {
		end := i
		switch {
		case strings.HasPrefix(s[i:], "Exception"):
			end += len("Exception")
		case strings.HasPrefix(s[i:], "Error"):
			end += len("Error")
		default:
			return
		}
		if end < len(s) && (isWord(s[end]) || s[end] == '_') {
			return
		}
		if h, ok := classHead(s, i, end); ok {
			found(h)
		}
	})
}

// isServersAnswer reports whether a text ends where an SDK shows a body from which
// it read no fields, as services in the style of REST send them: with the server's
// error, an empty code, and "Message: ".
func isServersAnswer(before string) bool {
	fields, ok := strings.CutSuffix(strings.TrimRight(before[max(0, len(before)-maxWord):], " \n"), "Message:")
	at := strings.LastIndex(fields, "SDK.ServerError")
	if !ok || at < 0 {
		return false
	}
	code, _, ok := strings.Cut(fields[at+len("SDK.ServerError"):], "Recommend:")
	return ok && strings.TrimSpace(code) == "ErrorCode:"
}

// answersAlibaba reports whether what stands before a body tells that a service of
// Alibaba Cloud was asked: the words on its line, or the line above where they
// announce it, hold the address of one and no other. The object store answers in XML;
// its addresses are what others are asked about.
func answersAlibaba(before string) bool {
	before = before[max(0, len(before)-maxAsked):]
	start := lineStart(before, len(before))
	if words := strings.TrimSpace(before[start:]); words == "" || strings.HasSuffix(words, ":") {
		start = lineStart(before, max(start-1, 0))
	}
	words := before[start:]
	_, address, ok := strings.Cut(words, "://")
	host, _, _ := strings.Cut(address[:leading(address, isNameByte)], "/")
	return ok && isHost(host) && !strings.Contains(host, "oss-") && !containsAny(address, "://", "{", "}")
}

// maxAsked bounds the words before a body that are read.
const maxAsked = 1 << 10

// classHead reads the name of an exception's class that ends at end.
func classHead(s string, i, end int) (head, bool) {
	start := i
	for start > 0 && end-start < maxWord && (isWord(s[start-1]) || strings.IndexByte("._\\$:", s[start-1]) >= 0) {
		if s[start-1] == ':' && (start < 2 || s[start-2] != ':') && !(start < len(s) && s[start] == ':') {
			break
		}
		start--
	}
	name := strings.TrimLeft(s[start:end], ".:\\")
	start = end - len(name)
	if last := name[strings.LastIndexAny(name, ".\\:$")+1:]; last != "" && 'a' <= last[0] && last[0] <= 'z' {
		return head{}, false // a method that makes one
	}
	h := head{at: start, end: end}
	switch name {
	case "Error", "Exception", "SDKError", "SDK.ServerError", "SDK.ClientError": // of anybody, or found as what it is
		return h, false
	case "ServerException", "ClientException", "TeaException", "TeaError", "UnretryableException", "AliyunException",
		"TeaUnretryableException", "ResponseException":
		h.strong = true
		return h, true
	}
	qualified := strings.ContainsAny(name, ".\\:")
	if qualified && strings.Contains(name, "aliyun") { // most of ours
		h.strong = true
		return h, true
	}
	switch lower := strings.ToLower(name); {
	case strings.HasPrefix(lower, "com.alibaba.") && !containsAny(lower, "aliyun", ".sdk.", ".cloud.", ".dashscope."):
		return h, false // of one of many programs that are no client
	case qualified && containsAny(lower, "aliyun", "alibaba", "acs.core", "tea.", "\\tea\\", "darabonba", "oss2.", "tea::", "oss\\core"):
		h.strong = true
	case containsAny(lower, "tencentcloud", "amazon", "aws::", "botocore", "awssdk", "azure", "huawei", "googleapi", "com.google", "volc", "psycopg", "qcloud"):
		h.foreign = true
	default:
		return h, false
	}
	return h, true
}

// someHead reports whether one of the heads of a text is as asked.
func someHead(t sifted, is func(head) bool) bool {
	ok := false
	heads(t, func(h head) { ok = ok || is(h) })
	return ok
}

// hasHead reports whether a line holds a head that is an SDK's own.
func hasHead(line sifted) bool {
	return someHead(line, func(h head) bool { return h.strong })
}

// hasHeadAtEnd reports whether a text ends with a head that is an SDK's own.
func hasHeadAtEnd(t sifted) bool {
	return someHead(t, func(h head) bool { return h.strong && h.end == len(t.s) })
}

// hasHeadAtStart reports whether a line begins with a head, or with a short
// word and a head.
func hasHeadAtStart(line sifted) bool {
	return someHead(line, func(h head) bool { return h.at < 16 })
}
