package scan

import (
	"slices"
	"strings"
)

// Tables and lists say what codes mean: a sentence beside its code tells of no
// failure.

// isCell reports whether a text ends with the cells of a table that was copied
// without it, each a paragraph: a status, and maybe a code behind it.
func isCell(before string) bool {
	for range 2 {
		paragraph := strings.TrimRight(before, " \t\n")
		if strings.Count(before[len(paragraph):], "\n") != 2 {
			return false
		}
		start := lineStart(paragraph, len(paragraph))
		cell := strings.TrimSpace(paragraph[start:])
		if isStatus(cell) {
			return true
		}
		if !looksLikeCode(cell) {
			return false
		}
		before = paragraph[:start]
	}
	return false
}

// isRow reports whether a line is a row of a table, no log's, of which one cell is a
// code: what another says is what the code means.
func (p *passage) isRow(line string) bool {
	if first, rest, ok := strings.Cut(line, ","); ok && rest != "" && (rest[0] != ' ' || line[0] == '"') {
		if code := strings.Trim(first, `"`); looksLikeCode(code) && p.known(code) {
			return true
		}
	}
	if strings.Count(line, ",") < 2 || line[0] != '"' && !p.rec.time.IsZero() {
		return false
	}
	return slices.ContainsFunc(strings.Split(line, ","), func(cell string) bool {
		cell = strings.Trim(cell, `"`)
		return looksLikeCode(cell) && p.known(cell)
	})
}

// isColumn reports whether what stands before a sentence on its line is a code of its
// own: the first column of a list of codes, with a status or without. The items of a
// list that tells of failures have a colon there and no dash.
func (p *passage) isColumn(before string) bool {
	before = strings.TrimSpace(before)
	if item := withoutBullet(before); item != before && hasDash(strings.TrimLeft(item[len(firstWord(item)):]+" ", " ")) {
		before = item
	}
	word := strings.Trim(firstWord(before), "\"'`|")
	return looksLikeCode(word) && p.known(word) && p.rec.time.IsZero() && !p.rec.entry
}

// explainsCode reports whether a line says what a code means, as pages in Markdown
// have it: "- `X` - sentence", or ": sentence" below the code.
func explainsCode(line, before string) bool {
	if strings.HasPrefix(line, ": ") {
		return looksLikeCode(strings.Trim(before, " `*"))
	}
	if !isBullet(line) {
		return false
	}
	if term, _, ok := strings.Cut(withoutBullet(line), " :: "); ok && looksLikeCode(term) {
		return true // of Emacs
	}
	word, item, ok := strings.Cut(strings.TrimLeft(withoutBullet(line), "*"), "`")
	ok = ok && (word == "" || isName(strings.TrimSuffix(word, " "))) // Code `X`
	code, rest, closed := strings.Cut(item, "`")
	rest = strings.TrimLeft(rest, "* ")
	return ok && closed && looksLikeCode(code) && (hasDash(rest) || strings.HasPrefix(rest, ": "))
}

// hasDash reports whether a text begins with a dash.
func hasDash(s string) bool { return beginsWithAny(s, "- ", "– ", "— ") }

// isOfManual reports whether a line is a part of a manual that says what may happen: a
// condition, a field of Python's documentation, a label in bold type that names
// neither an error nor its message.
func isOfManual(line string) bool {
	if beginsWithAny(line, "If ", "When ", "如果", "若", "当", ":raises ", ":raise ", ":returns: ", ":return: ") {
		return true
	}
	name, rest, ok := strings.Cut(strings.TrimPrefix(line, "**"), "**")
	return ok && strings.HasPrefix(line, "**") && (strings.HasSuffix(name, ":") || strings.HasPrefix(rest, ":")) &&
		!failureIn(name) && classify(strings.TrimSuffix(name, ":")) != labelMessage
}

// isOfDocString reports whether the line at a place is a comment that says what a
// function may raise, or stands below "Raises:" as deep as the first of its lines.
func isOfDocString(s string, at int) bool {
	line := firstLine(s[at:])
	indent := indentOf(line)
	if trimmed := line[indent:]; strings.HasPrefix(trimmed, "# @") || indent > 0 && strings.HasPrefix(trimmed, "# ") {
		return true
	}
	for n := 0; n < maxRaised && at > 0; n++ {
		at = lineStart(s, at-1)
		above := firstLine(s[at:])
		if indentOf(above) < indent {
			switch strings.ToLower(strings.TrimSpace(above)) {
			case "raises:", "throws:", "exceptions:", "error codes:":
				return true
			}
			return false
		}
	}
	return false
}

// maxRaised bounds the lines that a comment gives to what a function may raise.
const maxRaised = 20

// defines reports whether a line stands deeper than the code alone on the line before
// it: a term and what it means.
func defines(line, before string) bool {
	return indentOf(line) > indentOf(before) && looksLikeCode(strings.Trim(before, " \t`*"))
}

// explains reports whether a sentence says what the bare code in the paragraph
// before it means, as the cells of a table do that was copied as text.
func (p *passage) explains(e *event, at int, sentence string) bool {
	before := strings.TrimRight(p.t.s[:at], " \t\n")
	if e.confidence != Token || e.code != strings.Trim(lineOf(before, len(before)), "\"'`*.;!。 ") || !p.says(e.code, sentence) {
		return false
	}
	e.message = sentence
	return true
}
