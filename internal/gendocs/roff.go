package main

import (
	"fmt"
	"strings"
)

// A roff collects one manual page in the language of man(7).
type roff struct{ strings.Builder }

// macro writes a request line; arguments that hold blanks are quoted.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		arg = strings.ReplaceAll(arg, `"`, `\(dq`)
		if strings.Contains(arg, " ") {
			arg = `"` + arg + `"`
		}
		r.WriteString(" " + arg)
	}
	r.WriteByte('\n')
}

// line writes a line of text that is escaped already.
func (r *roff) line(text string) {
	if strings.HasPrefix(text, ".") {
		r.WriteString(`\&`) // no request
	}
	r.WriteString(text + "\n")
}

// verbatim writes lines as they are.
func (r *roff) verbatim(text string) {
	r.macro("RS", "4")
	r.macro("EX")
	for l := range strings.Lines(text) {
		r.line(literal(strings.TrimSuffix(l, "\n")))
	}
	r.macro("EE")
	r.macro("RE")
}

// text writes help text: paragraphs, apart by empty lines.
func (r *roff) text(text string) {
	for i, paragraph := range strings.Split(text, "\n\n") {
		if i > 0 {
			r.macro("PP")
		}
		for l := range strings.Lines(paragraph) {
			r.line(prose(strings.TrimSuffix(l, "\n")))
		}
	}
}

// item writes a term, escaped already, and what it means.
func (r *roff) item(term, text string) {
	r.macro("TP")
	r.line(term)
	r.line(prose(text))
}

// bold and slanted are for what is typed as it stands, and what the user fills in.
func bold(text string) string    { return `\fB` + literal(text) + `\fR` }
func slanted(text string) string { return `\fI` + literal(text) + `\fR` }

// literal escapes text that a reader may copy: each character stays itself.
func literal(text string) string { return escape(text, true) }

// prose escapes a sentence: hyphens inside words stay hyphens, and what stands
// in backquotes becomes bold.
func prose(text string) string {
	parts := strings.Split(text, "`")
	var out strings.Builder
	for i, part := range parts {
		switch {
		case i%2 == 0:
			out.WriteString(escape(part, false))
		case i == len(parts)-1: // a backquote without its partner
			out.WriteString(literal("`" + part))
		default:
			out.WriteString(bold(part))
		}
	}
	return out.String()
}

// escape writes what roff would interpret as the escape for that character.
func escape(text string, everyHyphen bool) string {
	var out strings.Builder
	previous := ' '
	for _, c := range text {
		switch {
		case c == '\\':
			out.WriteString(`\e`)
		case c == '-' && (everyHyphen || previous == ' ' || previous == '-' || previous == '('):
			out.WriteString(`\-`)
		case c == '\'':
			out.WriteString(`\(aq`)
		case c == '`':
			out.WriteString(`\(ga`)
		case c == '^':
			out.WriteString(`\(ha`)
		case c == '~':
			out.WriteString(`\(ti`)
		case c > '~':
			fmt.Fprintf(&out, `\[u%04X]`, c)
		default:
			out.WriteRune(c)
		}
		previous = c
	}
	return out.String()
}
