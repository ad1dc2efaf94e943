package render

import (
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// How a page shows what a search has found. A record carries the pieces of its
// code and message that matched, in bytes of the texts as they are; marks takes
// them over to the clean text, on takes them on to the lines of a cell, and mark
// draws these. Without colour there is nothing to see of them, so the table adds
// the words as a field. No other format knows of any of this.

// Marked returns the record with what of its entry a search matched, for pages to show.
func (r Record) Marked(h catalog.Highlight) Record {
	r.hit = h
	return r
}

// marks returns the pieces of the clean text of a field that matched, in order
// and apart from each other. What a reader sees as one character is in one or not.
func (r Record) marks(name string) []catalog.Span {
	switch name {
	case "code":
		return cleanSpans(r.str(name), text(r.get(name)), r.hit.Code)
	case "message":
		return cleanSpans(r.str(name), text(r.get(name)), r.hit.Message)
	}
	return nil
}

// cleanSpans takes spans of a raw text over to what [Clean] has made of it.
func cleanSpans(clean, raw string, spans []catalog.Span) []catalog.Span {
	if len(spans) == 0 {
		return nil
	}
	moved := make([]catalog.Span, len(spans))
	for i, s := range spans {
		from := min(max(s.From, 0), len(raw))
		to := min(max(s.To, from), len(raw))
		moved[i] = catalog.Span{From: len(Clean(raw[:from])), To: len(Clean(raw[:to]))}
	}
	var marks []catalog.Span
	for i := 0; i < len(clean); {
		size, _ := cluster(clean[i:])
		touched := slices.ContainsFunc(moved, func(s catalog.Span) bool { return s.From < i+size && i < s.To })
		switch last := len(marks) - 1; {
		case touched && last >= 0 && marks[last].To == i:
			marks[last].To += size
		case touched:
			marks = append(marks, catalog.Span{From: i, To: i + size})
		}
		i += size
	}
	return marks
}

// on returns the marks of each of the lines that the cell was wrapped into, nil
// where it has none.
func (c cell) on(lines []string) [][]catalog.Span {
	if len(c.marks) == 0 {
		return nil
	}
	text := strings.Join(c.words, " ")
	marks := make([][]catalog.Span, len(lines))
	start := 0
	for i, line := range lines {
		start += strings.Index(text[start:], line) // only blanks are left out between lines
		end := start + len(line)
		for _, m := range c.marks {
			if from, to := max(m.From, start), min(m.To, end); from < to {
				marks[i] = append(marks[i], catalog.Span{From: from - start, To: to - start})
			}
		}
		start = end
	}
	return marks
}

// mark returns a line in a style, its marks drawn over it.
func (l look) mark(style pen, line string, marks []catalog.Span) string {
	if len(marks) == 0 {
		return style.Render(line)
	}
	hit := pen{style.before + l.hit.before, l.hit.after}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(style.Render(line[at:m.From]))
		b.WriteString(hit.Render(line[m.From:m.To]))
		at = m.To
	}
	b.WriteString(style.Render(line[at:]))
	return b.String()
}

// marked returns the lines of a cell in a style, with their marks.
func (l look) marked(style pen, c cell, lines []string) []string {
	marks := c.on(lines)
	if marks == nil {
		return styled(style, lines)
	}
	drawn := make([]string, len(lines))
	for i, line := range lines {
		drawn[i] = l.mark(style, line, marks[i])
	}
	return drawn
}

// matchedField is the field of a page without colour that holds what matched.
const matchedField = "matched"

// enoughWords is the number of words from which on no more are taken from
// elsewhere in the entry: most are others for the same.
const enoughWords = 3

// withMatched returns the record with the words that matched as a field: those
// of the code, of the message, and a few that stand elsewhere in the entry. One
// that is in a longer one before it says nothing more.
func (r Record) withMatched() Record {
	var words []string
	add := func(word string) {
		word = strings.Trim(word, " ")
		folded := strings.ToLower(word)
		if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(strings.ToLower(w), folded) }) {
			words = append(words, word)
		}
	}
	for _, name := range []string{"code", "message"} {
		text := r.str(name)
		for _, m := range r.marks(name) {
			add(text[m.From:m.To])
		}
	}
	for _, word := range r.hit.Other {
		if len(strings.Fields(strings.Join(words, " "))) < enoughWords {
			add(Clean(word))
		}
	}
	if len(words) > 0 {
		r.Fields = append(slices.Clip(r.Fields), Field{matchedField, strings.Join(words, ", ")})
	}
	return r
}
