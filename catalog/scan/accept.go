package scan

import "strings"

// accept decides whether the current event counts.
func (a *assembler) accept(e *event, span string) bool {
	if e.foreign {
		return false
	}
	line := a.t.s[lineStart(a.t.s, a.from):]
	around := line[:min(len(line), len(span)+200)]
	if !e.sure && (foreignMark(around) || strings.Contains(a.t.s[:a.from], "("+e.code+") ")) {
		return false
	}
	known := a.known(e.code)
	code := lineOf(a.t.s, a.from)
	id := e.requestID != ""
	if isSource(code) || isSource(lineOf(a.t.s, a.at)) || !id && (isTable(code) || !e.strong && isSetting(code)) {
		return false
	}
	switch {
	case e.strong:
	case a.lead == followStatus:
		e.strong = true
	case a.lead != followNone:
		e.lead = true
		return a.acceptLead(e, known)
	case known && (id || e.status != 0 || e.message != "" && !isSchema(a.t.s)):
	case known && !a.prose && !isSchema(a.t.s) && (labelIsClear(span) || failureIn(strings.ReplaceAll(code, e.code, ""))):
	case known:
		e.weak = true
	case looksLikeCode(e.code) && id:
	case id && e.message != "" && camelCase(e.code) && strings.Contains(span, "ErrorCode"):
	case looksLikeCode(e.code) && strings.Contains(around, "HostId") && strings.Contains(around, ".aliyuncs.com"):
		e.strong, e.sure = true, true // a part of a body
	default:
		return false
	}
	return true
}

// acceptLead decides about a code without a label: what follows it has to be the
// entry's sentence, or a request ID. Behind "Error:" a dotted code is clear
// enough; a word that other products use as well counts if another part of the
// record confirms it. Python's SDK is known by the missing blank.
func (a *assembler) acceptLead(e *event, known bool) bool {
	python := a.cause && a.glued && looksLikeCode(e.code)
	switch {
	case e.requestID != "", a.same, python, known && a.says(e.code, e.message):
	case known && a.cause && strings.Contains(e.code, "."):
	case a.cause:
		e.weak = true
	default:
		return false
	}
	return true
}

// labelIsClear reports whether the label of a code alone says that there is an
// error.
func labelIsClear(span string) bool {
	return containsAny(span, "ErrorCode", "errorCode", "error_code", "error code", "Error Code", "Error code", "错误码", "错误代码", "服务端错误")
}

// failureIn reports whether a line says that something failed.
func failureIn(line string) bool {
	return containsAny(strings.ToLower(line), "error", "fail", "reject", "denied", "exception", "失败", "错误", "异常")
}

// says reports whether a message is one of the code's entries', or begins with
// it and goes on behind the sentence.
func (f *finder) says(code, message string) bool {
	for at := len(message); at > 0; at = strings.LastIndexByte(message[:at], '.') {
		m, ok := f.matchMessage(message[:at])
		if !ok {
			continue
		}
		for _, r := range f.set.Resolve(code, "", 0) {
			if r.Entry.Key() == m.Entry.Key() || strings.EqualFold(r.Entry.Message, m.Entry.Message) {
				return true
			}
		}
	}
	return false
}

// message reports an event that has no code, if its message is an entry's.
func (a *assembler) message(e event, span string) {
	if e.message == "" || e.foreign || !e.strong && (foreignMark(span) || e.requestID == "" && e.status == 0) {
		return
	}
	e.confidence = Message
	if at := strings.Index(span, e.message); at >= 0 {
		e.codeAt = a.t.src(a.from + at)
	} else {
		e.codeAt = a.t.src(a.from)
	}
	if m, ok := a.matchMessage(e.message); ok {
		e.code = m.Entry.Code
		a.out = append(a.out, e)
	}
}

// grpc reports whether a text ends with "rpc error: ".
func grpc(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " "), "rpc error:") }

// accept decides whether an object with a code is an error of Alibaba Cloud.
func (f *finder) accept(e *event, n *node, alibaba bool) bool {
	known := f.known(e.code)
	capital := n.has("Code") || n.has("ErrorCode")
	id := e.requestID != ""
	switch {
	case digits(e.code) && !alibaba:
		return false
	case id && (e.message != "" || known || capital || alibaba), alibaba:
		e.strong, e.sure = true, alibaba
	case e.message != "" && capital && (known || looksLikeCode(e.code)), e.message != "" && known && f.says(e.code, e.message):
	case known && capital && n.onlyFields():
	case known || looksLikeCode(e.code):
		e.weak = true
	default:
		return false
	}
	return true
}

// onlyFields reports whether an object holds nothing but an error's fields.
func (n *node) onlyFields() bool {
	for i := range n.members {
		if classify(n.members[i].key) == labelNone {
			return false
		}
	}
	return true
}

// wrapsOther reports whether an object's own code is a wrapper's word around
// the events inside of it.
func wrapsOther(e event, inner []event, own bool) bool {
	if own {
		return false
	}
	for _, i := range inner {
		if i.strong && !sameCode(i.code, e.code) {
			return true
		}
	}
	return false
}
