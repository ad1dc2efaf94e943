package scan

import (
	"bytes"
	"strings"
)

// A hunk is what is left of a patch's hunk: its lines are mentions.
type hunk struct {
	behind   bool // a prefix or colours stand before each line
	indent   int  // blanks before each line, behind the prefix
	old, new int
}

// open reports whether lines of a hunk are still to come.
func (h *hunk) open() bool { return h.old > 0 || h.new > 0 }

// takes reports whether a line is a patch's.
func (h *hunk) takes(line []byte) bool {
	if h.open() {
		if h.behind || len(line) > 0 && line[0] == 0x1b {
			line = h.content(line)
		}
		if h.counts(line) {
			if !h.open() {
				*h = hunk{}
			}
			return true
		}
		*h = hunk{}
	}
	switch {
	case bytes.HasPrefix(line, []byte("diff --git ")), bytes.HasPrefix(line, []byte("--- a/")), bytes.HasPrefix(line, []byte("+++ b/")):
		return true
	case bytes.HasPrefix(line, []byte("@@ -")):
		h.old, h.new = hunkCounts(string(line))
		return h.open()
	case bytes.Contains(line[:min(len(line), maxWord)], []byte("@@ -")):
		l := readLine(line)
		header := strings.TrimLeft(l.content(), " \t")
		if !strings.HasPrefix(header, "@@ -") {
			return false
		}
		if h.old, h.new = hunkCounts(header); h.open() {
			h.behind, h.indent = true, len(l.content())-len(header)
		}
		return h.open()
	}
	return false
}

// counts reports whether a line is of the hunk, and takes it off what is left.
func (h *hunk) counts(line []byte) bool {
	c := byte(' ')
	if len(line) > 0 {
		c = line[0]
	}
	switch c {
	case ' ', '\\', '\t':
		h.old--
		h.new--
	case '-':
		h.old--
	case '+':
		h.new--
	default:
		return false
	}
	return true
}

// content returns what stands behind the prefix and the blanks that all lines of
// the hunk have, as the log of a build or a reply shows it.
func (h *hunk) content(line []byte) []byte {
	l := readLine(line)
	s := l.content()
	return []byte(s[min(h.indent, len(s)):])
}

// withoutHunks drops the patches in a text that stood in a string: the answer of a
// forge, or what a tool was asked to change.
func withoutHunks(t text) text {
	if !t.has("@@ -") {
		return t
	}
	var w writer
	var h hunk
	for at := 0; at < len(t.s); {
		line := firstLine(t.s[at:])
		end := min(at+len(line)+1, len(t.s))
		if !h.takes([]byte(line)) {
			w.copy(t, at, end)
		}
		at = end
	}
	return w.text()
}

// hunkCounts reads "@@ -1,5 +1,6 @@".
func hunkCounts(line string) (before, after int) {
	fields := strings.Fields(line)
	if len(fields) < 4 || fields[3] != "@@" {
		return 0, 0
	}
	return count(fields[1]), count(fields[2])
}

// count reads how many lines "-1,5" or "+1" says: no number is one line.
func count(s string) int {
	_, n, ok := strings.Cut(s, ",")
	if !ok {
		return 1
	}
	v := 0
	for i := 0; i < len(n) && digits(n[i:i+1]) && v < 1<<20; i++ {
		v = v*10 + int(n[i]-'0')
	}
	return v
}
