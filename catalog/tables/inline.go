package tables

import "strings"

// maxMarkup bounds the size of a link's parts and of a tag, in bytes, so that
// brackets that nothing closes cost little however many there are.
const maxMarkup = 1000

// inline takes the markup off a Markdown cell: escapes, code spans, links and
// images, emphasis, HTML tags. What only looks like markup stays: names in
// angle brackets (<InstanceId>), lone stars, runs of three (***), underscores
// inside words. Line ends stay; white space is the business of cleanText.
func inline(cell string) string {
	if !strings.ContainsAny(cell, "\\`*_[<") {
		return cell
	}
	var b strings.Builder
	b.Grow(len(cell))
	writeInline(&b, cell, ' ')
	return b.String()
}

// writeInline writes text without markup; before is the byte that stood before it.
func writeInline(b *strings.Builder, text string, before byte) {
	for i := 0; i < len(text); {
		size, inner, raw := markup(text[i:], before)
		switch {
		case size == 0:
			b.WriteByte(text[i])
			size = 1
		case raw:
			b.WriteString(inner)
		default:
			writeInline(b, inner, ' ')
		}
		i += size
		before = text[i-1]
	}
}

// markup reads the markup at the beginning of text: its size, 0 where there is
// none, and what it says, which may hold markup itself unless raw.
func markup(text string, before byte) (size int, inner string, raw bool) {
	switch text[0] {
	case '\\':
		if len(text) > 1 && isPunct(text[1]) {
			return 2, text[1:2], true
		}
	case '`':
		size, inner = codeSpan(text)
		return size, inner, true
	case '[':
		size, inner = link(text)
	case '!':
		if size, inner = link(text[1:]); size > 0 {
			size++
		}
	case '*', '_':
		size, inner = emphasis(text, before)
	case '<':
		return htmlTag(text), "", true
	}
	return size, inner, raw
}

// codeSpan reads `code` between equal runs of backticks. Only a pipe needs an
// escape in there.
func codeSpan(text string) (size int, inner string) {
	run := len(text) - len(strings.TrimLeft(text, "`"))
	mark := text[:run]
	for at := run; ; {
		end := strings.Index(text[at:], mark)
		if end < 0 {
			return run, mark // opens nothing
		}
		end += at
		after := len(text[end:]) - len(strings.TrimLeft(text[end:], "`"))
		if after == run {
			return end + run, strings.ReplaceAll(text[run:end], `\|`, "|")
		}
		at = end + after
	}
}

// link reads [text](target), and gives the text.
func link(text string) (size int, inner string) {
	end := closing(text, '[', ']')
	if end < 0 || end+1 >= len(text) || text[end+1] != '(' {
		return 0, ""
	}
	target := closing(text[end+1:], '(', ')')
	if target < 0 {
		return 0, ""
	}
	return end + 1 + target + 1, text[1:end]
}

// closing returns where the bracket that text begins with is closed, -1 where
// it is not.
func closing(text string, open, shut byte) int {
	if text == "" || text[0] != open {
		return -1
	}
	depth := 0
	for i := 0; i < min(len(text), maxMarkup); i++ {
		switch text[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// emphasis reads *text*, **text**, _text_ or __text__: marks that touch the
// text, with no word before or after them. A run of three or more is no mark:
// it stands for something left out, and is given whole.
func emphasis(text string, before byte) (size int, inner string) {
	mark := text[:1]
	run := len(text) - len(strings.TrimLeft(text, mark))
	if run > 2 {
		return 0, ""
	}
	if isWord(before) || before == mark[0] || run == len(text) || isSpace(text[run]) {
		return 0, ""
	}
	end := strings.Index(text[run:], text[:run])
	if end <= 0 {
		return 0, ""
	}
	end += run
	after := end + run
	if isSpace(text[end-1]) || text[end-1] == '\\' ||
		after < len(text) && (isWord(text[after]) || text[after] == mark[0]) {
		return 0, ""
	}
	return after, text[run:end]
}

// htmlTag returns the size of the HTML tag that text begins with, 0 where it
// begins with none. <br> is left to cleanText, which makes it a space. The
// list is closed, so that <name> stays what it is: a placeholder.
func htmlTag(text string) int {
	end := strings.IndexByte(text[:min(len(text), maxMarkup)], '>')
	if end < 0 {
		return 0
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(text[1:end], "/"), " ")
	switch strings.ToLower(strings.TrimSuffix(name, "/")) {
	case "a", "b", "code", "dfn", "div", "em", "font", "i", "img", "kbd", "li", "ol", "p", "pre",
		"s", "samp", "span", "strong", "sub", "sup", "tt", "u", "ul", "var":
		return end + 1
	}
	return 0
}

func isPunct(c byte) bool {
	return '!' <= c && c <= '/' || ':' <= c && c <= '@' || '[' <= c && c <= '`' || '{' <= c && c <= '~'
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
