package scan

import "strings"

// A page of HTML is documentation, and what it names are mentions, unless it is
// a mail: that has neither a type nor a title, and quotes the output of a job in
// elements for code.

// mail finds the events of what a mail quotes. Sentences and bare codes beside
// them are prose.
func (f *finder) mail(t text, in place) {
	if head := strings.ToLower(t.s[:min(len(t.s), 4<<10)]); containsAny(head, "<!doctype", "<title", "<nav", "<script", "<link ") {
		return
	}
	in.depth++
	in.plain = false
	for _, name := range []string{"pre", "code"} {
		for at := 0; ; {
			n, ok := element(t, name, at)
			if !ok {
				break
			}
			at = n.end
			f.text(n.text, in)
		}
	}
}

// element returns the next element with a name, without the tags in it.
func element(t text, name string, from int) (node, bool) {
	at := strings.Index(t.s[from:], "<"+name)
	if at < 0 {
		return node{}, false
	}
	at += from
	begin := strings.IndexByte(t.s[at:], '>')
	if begin < 0 {
		return node{}, false
	}
	begin += at + 1
	end := strings.Index(t.s[begin:], "</"+name)
	if end < 0 {
		end = len(t.s) - begin
	}
	return node{at: at, end: begin + end, text: withoutTags(t.cut(begin, begin+end))}, true
}

// withoutTags drops tags, but for those that end a line.
func withoutTags(t text) text {
	var w writer
	for i := 0; i < len(t.s); {
		tag := strings.IndexByte(t.s[i:], '<')
		end := -1
		if tag >= 0 {
			end = strings.IndexByte(t.s[i+tag:], '>')
		}
		if end < 0 {
			w.copy(t, i, len(t.s))
			break
		}
		w.copy(t, i, i+tag)
		switch name := strings.ToLower(t.s[i+tag+1 : i+tag+end]); {
		case strings.HasPrefix(name, "br"), strings.HasPrefix(name, "/p"), strings.HasPrefix(name, "/div"):
			w.add("\n", t.src(i+tag))
		}
		i += tag + end + 1
	}
	return w.text()
}
