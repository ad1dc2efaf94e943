package main

import (
	"fmt"
	"strings"
)

// A roff collects one manual page in the language of man(7).
type roff struct{ strings.Builder }

// macro writes a request line. Arguments are quoted, so that they may hold
// blanks.
func (r *roff) macro(name string, args ...string) {
	r.WriteString("." + name)
	for _, arg := range args {
		r.WriteString(` "` + strings.ReplaceAll(arg, `"`, `\(dq`) + `"`)
	}
	r.WriteByte('\n')
}

// line writes a line of text that is escaped already.
func (r *roff) line(text string) {
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		r.WriteString(`\&`)
	}
	r.WriteString(text + "\n")
}

// verbatim writes lines as an example: no filling, constant width.
func (r *roff) verbatim(lines []string) {
	r.macro("RS", "4")
	r.macro("EX")
	for _, l := range lines {
		if l == "" {
			r.macro("PP") // an empty line is an error in some readers
			continue
		}
		r.line(literal(l))
	}
	r.macro("EE")
	r.macro("RE")
}

// text writes help text: paragraphs apart by empty lines. Indented lines are
// an example, or, where they stand in two columns, a list of definitions.
func (r *roff) text(text string) {
	for i, block := range strings.Split(strings.Trim(text, "\n"), "\n\n") {
		lines := strings.Split(strings.Trim(block, "\n"), "\n")
		if i > 0 && lines[0] != "" && lines[0][0] != ' ' {
			r.macro("PP")
		}
		for len(lines) > 0 {
			n := 1
			indented := strings.HasPrefix(lines[0], "  ")
			for n < len(lines) && strings.HasPrefix(lines[n], "  ") == indented {
				n++
			}
			r.run(lines[:n], indented)
			lines = lines[n:]
		}
	}
}

// run writes neighbouring lines that are all indented, or all not.
func (r *roff) run(lines []string, indented bool) {
	if !indented {
		for _, l := range lines {
			r.line(prose(l))
		}
		return
	}
	lines = dedent(lines)
	if defs := definitions(lines); defs != nil {
		for _, d := range defs {
			r.macro("TP")
			r.line(`\fB` + literal(d.term) + `\fR`)
			r.line(prose(d.text))
		}
		return
	}
	r.verbatim(lines)
}

// A definition is a term and what it means.
type definition struct{ term, text string }

// definitions reads two columns, apart by two blanks or more; a line that is
// indented further continues the text above it. It returns nil where the lines
// are no such list.
func definitions(lines []string) []definition {
	var defs []definition
	for _, l := range lines {
		if strings.HasPrefix(l, "  ") {
			if len(defs) == 0 {
				return nil
			}
			defs[len(defs)-1].text += " " + strings.TrimSpace(l)
			continue
		}
		term, text, ok := strings.Cut(l, "  ")
		if text = strings.TrimSpace(text); !ok || strings.HasPrefix(text, "#") {
			return nil // a command and its comment are an example
		}
		defs = append(defs, definition{term, text})
	}
	return defs
}

// dedent removes the blanks that all lines begin with.
func dedent(lines []string) []string {
	depth := len(lines[0])
	for _, l := range lines {
		if l != "" {
			depth = min(depth, len(l)-len(strings.TrimLeft(l, " ")))
		}
	}
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l[min(depth, len(l)):]
	}
	return out
}

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
			out.WriteString(`\fB` + literal(part) + `\fR`)
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
