package scan

import "strings"

// A code without a label is a word like any other, but for what stands around it.

// code takes a word that may be a code.
func (a *assembler) code(p *candidate, i int) {
	if a.isValue(i) {
		if p.follow != followStatus || a.list[i-1].label != labelMessage || a.cur.code != "" {
			return
		}
		a.cur.message = "" // it is what Tea's client for Node says of the error, the code first
	}
	word := a.t.s[p.at:p.end]
	behindHead := a.open && a.cur.strong && a.cur.code == "" && p.at <= a.head
	appends := !behindHead && a.appendsError(p, word)
	if appends {
		word = strings.TrimSuffix(word, "Error")
	}
	if !a.presents(p, word, behindHead, appends) {
		return
	}
	if a.open && a.cur.code == "" && !behindHead && !p.cause {
		if a.cur.strong || a.cur.requestID == "" && a.cur.status == 0 {
			a.flush(p.at)
		}
	}
	if a.repeats(word, p.at) {
		a.begin(p.at)
	}
	had := a.open && a.cur.code != ""
	a.setCode(word, p.at, p.at)
	if had && a.cur.codeAt != a.t.src(p.at) {
		return
	}
	a.lead, a.cause = p.follow, p.cause
	a.glued = strings.HasSuffix(a.t.s[:p.at], "Error:")
	a.cur.strong = a.cur.strong || appends
	a.cur.field = true
	end := a.end(i+1, p.end)
	if m := cleanMessage(strings.TrimLeft(strings.TrimLeft(a.t.s[p.end:end], " \t\"'`])"), ":： ")); m != "" && p.follow != followStatus {
		a.cur.message = m
	}
}

// isValue reports whether the candidate at i is the value of the label before it.
func (a *assembler) isValue(i int) bool {
	if i == 0 || a.list[i-1].kind != foundField || a.list[i-1].end > a.list[i].at {
		return false
	}
	return strings.TrimLeft(a.t.s[a.list[i-1].end:a.list[i].at], " \t\n\"'`[(（") == ""
}

// appendsError reports whether the rendering that a word is of appends "Error" to
// the code, as the clients for Node do.
func (a *assembler) appendsError(p *candidate, word string) bool {
	name, ok := strings.CutSuffix(word, "Error")
	switch {
	case !ok || a.known(word) && !a.known(name):
		return false
	case p.follow == followStatus:
		return true
	}
	return (p.follow == followColon || p.follow == followText) && namesURL(a.t.s[p.end:min(len(a.t.s), p.end+maxMessage)])
}

// presents reports whether what stands around a word presents it as a code.
func (a *assembler) presents(p *candidate, word string, behindHead, appends bool) bool {
	known := a.known(word)
	switch p.follow {
	case followStatus:
		return true
	case followColon:
		return behindHead || known || appends || p.cause || a.isReport(p.at, word)
	case followText:
		return behindHead && known || p.cause
	case followEnd:
		return known && (behindHead || p.cause && a.open && a.cur.status != 0)
	}
	return known && behindHead
}

// isReport reports whether a line begins with a word that looks like a code and
// ends its sentence with a request ID, as PHP's client prints an error.
func (a *assembler) isReport(at int, word string) bool {
	return (at == 0 || a.t.s[at-1] == '\n') && looksLikeCode(word) && strings.Contains(nearLine(a.t.s, at), closingID)
}

// closingID announces a request ID behind the sentence of an error.
const closingID = ". RequestId: "

// namesURL reports whether a text names the address of a failed call behind its first
// sentence, ", URL: https://...", where a line may have ended too.
func namesURL(s string) bool {
	at := strings.Index(s, "URL:")
	if at < 2 || s[at-2] != ',' || !isSpace(s[at-1]) || strings.Contains(s[:at-1], "\n") {
		return false
	}
	url := strings.TrimLeft(s[at+len("URL:"):], " \n")
	return strings.HasPrefix(url, "http") && strings.Contains(firstLine(url), "aliyuncs.com")
}
