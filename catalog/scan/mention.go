package scan

import (
	"slices"
	"strings"
)

// Texts that name codes without anything having failed: source code, patches,
// tables, pages.

// isReason reports whether a line is the reason of a Kubernetes object or of
// one of its conditions, which is a word of the cluster's own.
func isReason(line string) bool {
	key, _, _ := strings.Cut(line, ":")
	return key == "reason" || key == "Reason"
}

// describesReason reports whether a line gives the reason of an object as kubectl
// describe does: its values stand in a column.
func describesReason(line string) bool {
	_, value, ok := strings.Cut(line, "Reason:")
	return ok && strings.HasPrefix(value, "  ")
}

// maxWord is how far a word is read that is no code.
const maxWord = 256

// isPattern reports whether the current code is a part of a regular expression,
// which a tool compares errors with.
func (a *assembler) isPattern(code string) bool {
	s := a.t.s
	behind := s[min(a.at+len(code), len(s)):]
	other, chosen := strings.CutPrefix(behind, "|")
	return strings.HasSuffix(s[:a.from], ".*") || strings.Contains(s[a.from:max(a.at, a.from)], ".*") ||
		strings.HasPrefix(behind, ".*") || strings.HasPrefix(behind, ".+") || strings.HasPrefix(behind, `*"`) || chosen && looksLikeCode(other[:codeEnd(other, 0)])
}

// isCited reports whether the current code and its label are all that stands in
// quotes, and the sentence around them does not say that something failed.
func (a *assembler) isCited(code string) bool {
	s := a.t.s
	from, end := a.from, a.at+len(code)
	if a.glued {
		from -= len("Error:")
	} else if sep := strings.LastIndexAny(s[from:a.at], ":="); sep > 0 {
		if l, ok := labelBefore(s, from+sep); ok && l.label == labelCode {
			from = max(from, l.at) // behind other fields
		}
	}
	if from < 2 || end >= len(s) || strings.IndexByte("\"'`", s[end]) < 0 || s[from-1] != s[end] {
		return false
	}
	switch s[from-2] {
	case ' ':
	case '=': // of the query of an address
		if l, _ := labelBefore(s, from-2); l.label != labelNone || s[a.at-1] != '=' {
			return false
		}
	default:
		return false
	}
	return !failureIn(s[lineStart(s, from):from]) && !failureIn(firstLine(s[end:]))
}

// isTable reports whether a line is a row of a table or of a page.
func isTable(line string) bool {
	s := strings.TrimSpace(line)
	return strings.HasPrefix(s, "|") && strings.Count(s, "|") > 2 || strings.HasPrefix(s, "<") && strings.HasSuffix(s, ">")
}

// isPage reports whether a text is a page of HTML.
func isPage(s string) bool {
	head := s[:min(len(s), 200)]
	return some(head, "<", func(i int) bool {
		return beginsFolded(head[i:], "<!doctype html") || beginsFolded(head[i:], "<html") && strings.TrimSpace(head[:i]) == ""
	})
}

// isSchema reports whether a text describes an interface.
func isSchema(t sifted) bool {
	return t.hasAny("example:", "examples:", "enum:", "$ref", "\"enum\"", "description:")
}

// isHeading reports whether a line is the heading of an entry in a manual: a code
// behind a mark of its markup, "### X", "=head2 X", "== X ==", ".B X", "\fBX\fR", or
// in bold type, "** X **".
func isHeading(line string) bool {
	if name, ok := strings.CutSuffix(strings.TrimLeft(strings.TrimRight(line, " "), " "), "**"); ok && strings.HasPrefix(name, "**") {
		return looksLikeCode(strings.Trim(name, "* "))
	}
	if line == "" || strings.IndexByte("#=.\\", line[0]) < 0 {
		return false
	}
	if line[0] == '.' && len(line) > 1 && isUpper(line[1]) {
		return slices.ContainsFunc(strings.Fields(line), looksLikeCode) // a macro of roff with its words
	}
	if name, ok := strings.CutPrefix(line, `\fB`); ok {
		return looksLikeCode(strings.TrimSuffix(strings.TrimSuffix(name, `\fR`), `\fP`))
	}
	name := strings.Trim(line[strings.LastIndexByte(strings.TrimRight(line, " ="), ' ')+1:], " `=")
	return len(name) < len(line) && looksLikeCode(name)
}
