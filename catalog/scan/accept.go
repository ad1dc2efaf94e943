package scan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// accept decides whether the current event counts.
func (a *assembler) accept(e *event, span string) bool {
	if e.foreign {
		return false
	}
	line := a.line(a.from)
	around := a.t.s[line.at:min(len(a.t.s), line.at+len(span)+200)]
	foreign := len(around) > len(line.s) || line.isForeign() // else no part of the line has a mark
	if !e.sure && (foreign && foreignMark(a.t.part(around)) || a.behindParentheses(e.code, a.from)) {
		return false
	}
	if isExample(lineBefore(a.t.s, line.at)) && indentOf(line.s) > 0 {
		return false // the value of an interface's description
	}
	known := a.known(e.code)
	id := e.requestID != ""
	if line.isSource() || !id && (line.isTable() || !e.strong && line.isSetting()) || a.line(a.at).isSource() {
		return false
	}
	if !id && !e.strong && a.rec.time.IsZero() && refersToChange(line.s) && (isMended(line.s) || !containsAny(line.s, "fail", "Fail", "reject", "denied")) {
		return false
	}
	if !id && !e.strong && e.message == "" && e.status == 0 && !a.rec.entry && setsCode(line.s) {
		return false
	}
	if !id && isRemark(line.s) && a.isComment(line.at) {
		return false
	}
	if !id && (a.isPattern(e.code) || e.message == "" && !e.strong && a.isCited(e.code)) {
		return false
	}
	switch {
	case e.strong:
	case a.lead == followStatus:
		e.strong = true
	case a.lead != followNone:
		e.lead = true
		return a.acceptLead(e, known)
	case known && (id || (e.status != 0 || e.message != "") && !a.isSchema()):
	case known && !a.prose && !a.isSchema() && !isRemark(line.s) && (labelIsClear(span) || a.line(a.from).failsBeside(e.code)):
	case known:
		e.weak = true
	case id && (looksLikeCode(e.code) || beginsWithAny(e.code, "isv.", "isp.")): // the last are of the short message service
	case id && e.message != "" && camelCase(e.code) && strings.Contains(span, "ErrorCode"): // as some products spell theirs
	case looksLikeCode(e.code) && e.message != "" && strings.Contains(span, "Code: "+e.code+", Message: "): // of Ruby's client
	case looksLikeCode(e.code) && e.status != 0 && strings.Contains(span, "Status Code: "+strconv.Itoa(e.status)+" Code: "+e.code+" Message: "): // of Go's first client
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
	if e.requestID == "" && !a.same && strings.HasPrefix(a.t.s[min(a.at+len(e.code), len(a.t.s)):], ": {") {
		return false // the key of a setting, in YAML
	}
	switch {
	case e.requestID != "", a.same, python, known && a.says(e.code, e.message) && !a.isEntryOfTexts(e.code):
	case known && a.cause && strings.Contains(e.code, "."):
	case a.cause:
		e.weak = true
	default:
		return false
	}
	return true
}

// isEntryOfTexts reports whether the current code is the key of a file of texts: it
// stands in quotes before a sentence in quotes, or is the first word of its line
// before such a sentence alone.
func (a *assembler) isEntryOfTexts(code string) bool {
	s := a.t.s
	behind := nearLine(s, a.at+len(code))
	if a.at > 0 && beginsWithAny(behind, `": "`, `': '`, `': "`) && behind[0] == s[a.at-1] {
		return true
	}
	text, ok := strings.CutPrefix(behind, ": ")
	key := strings.TrimSpace(s[lineStart(s, a.at):a.at])
	return ok && a.rec.time.IsZero() && text != "" && strings.IndexByte("\"'", text[0]) >= 0 && strings.HasSuffix(strings.TrimSuffix(text, ","), text[:1]) &&
		(key == "" || searchPrefix(key+" ") == len(key))
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
// it and goes on behind one of its first sentences.
func (f *finder) says(code, message string) bool {
	if f.saysAll(code, message) {
		return true
	}
	for at, n := 0, 0; n < maxSentences; n++ {
		stop := strings.IndexByte(message[at:], '.')
		if stop < 0 {
			break
		}
		at += stop
		if f.saysAll(code, message[:at]) {
			return true
		}
		at++
	}
	return false
}

// maxSentences bounds the full stops that a message of a catalog may have.
const maxSentences = 16

// saysAll reports whether a message is one of the code's entries'.
func (f *finder) saysAll(code, message string) bool {
	m, ok := f.matchMessage(message)
	return ok && slices.ContainsFunc(f.set.Resolve(code, "", 0), func(r catalog.Match) bool {
		return r.Entry.Key() == m.Entry.Key() || strings.EqualFold(r.Entry.Message, m.Entry.Message)
	})
}

// acceptMessage reports an event that has no code, if its message is an entry's.
func (a *assembler) acceptMessage(e event, span string) {
	if e.message == "" || e.foreign || !e.strong && (foreignMark(a.t.part(span)) || e.requestID == "" && e.status == 0) || a.line(a.from).isSource() {
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
		a.own = append(a.own, e)
	}
}

// grpc reports whether a text ends with "rpc error: ".
func grpc(before string) bool { return strings.HasSuffix(strings.TrimRight(before, " "), "rpc error:") }

// acceptObject decides whether an object with a code is an error of Alibaba
// Cloud.
func (f *finder) acceptObject(e *event, n *node, alibaba bool) bool {
	known := f.known(e.code)
	capital := n.has("Code") || n.has("ErrorCode")
	id := e.requestID != ""
	switch {
	case digits(e.code) && !alibaba, !id && n.describes():
		return false
	case id && (e.message != "" || known || capital || alibaba), alibaba:
		e.strong, e.sure = true, alibaba
	case e.message != "" && capital && (known || looksLikeCode(e.code)), e.message != "" && known && f.says(e.code, e.message):
	case n.ofLogService() && looksLikeCode(e.code), e.message != "" && looksLikeCode(e.code) && n.blanksRequest():
	case known && (capital || n.has("errorCode") && n.has("errorMessage")) && n.onlyFields():
	case known || looksLikeCode(e.code):
		e.weak = true
	default:
		return false
	}
	return true
}

// answers makes an event with a code and a message that was asked for by a known
// address a sure one, and reports whether it is one.
func (e *event) answers() bool {
	e.strong = e.message != "" && looksLikeCode(e.code)
	return e.strong
}

// ofLogService reports whether an object has the fields of the log service's
// errors, the request ID blanked out or not.
func (n *node) ofLogService() bool {
	return n.has("errorCode") && n.has("errorMessage") && (n.has("requestID") || n.has("requestId"))
}

// describes reports whether an object is a row of a table of codes: it says what a
// code means, beside its message.
func (n *node) describes() bool { return n.has("message") && n.has("description") }

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
