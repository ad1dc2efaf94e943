package catalog

import (
	"slices"
	"strings"
)

// A Span is a piece of a text, in bytes: from its first to behind its last.
type Span struct{ From, To int }

// A Highlight is what of an entry a text matched.
type Highlight struct {
	Code, Message []Span   // in order; they do not overlap
	Other         []string // words that stand elsewhere in the entry alone, as it has them
}

// Highlighter returns what tells, of each entry that a search for a text found,
// what made it an answer: the text's words, or what stands for them. Where no word
// of the entry is one, or its code was mistyped, the code as a whole is.
func (s *Set) Highlighter(text string) func(Entry) Highlight {
	asked := newSearch(text, Filter{})
	q := asked.parse(s)
	mistyped := map[Key]bool{}
	for m := range asked.mistyped(s) {
		if m.Score < 1 {
			mistyped[m.Entry.Key()] = true
		}
	}
	return func(e Entry) Highlight {
		h := q.highlight(&e)
		if len(h.Code)+len(h.Message)+len(h.Other) == 0 || mistyped[e.Key()] {
			h.Code = []Span{{0, len(e.Code)}}
		}
		return h
	}
}

// highlight finds the question's words in an entry.
func (q *question) highlight(e *Entry) Highlight {
	h := Highlight{Code: q.spans(e.Code), Message: q.spans(e.Message)}
	if whole, ok := pieceSpan(e.Message, q.folded); ok && q.piece(e) == messagePiece {
		h.Message = []Span{whole}
	}
	named := func(word string) bool {
		return slices.ContainsFunc(h.Code, func(s Span) bool { return strings.EqualFold(e.Code[s.From:s.To], word) }) ||
			slices.ContainsFunc(h.Message, func(s Span) bool { return strings.EqualFold(e.Message[s.From:s.To], word) })
	}
	fieldTexts(e, func(f field, text string) {
		if f&(inCode|inStep|inDescription) != 0 || text == e.Message {
			return
		}
		for _, span := range q.spans(text) {
			word := text[span.From:span.To]
			if !named(word) && !slices.ContainsFunc(h.Other, func(o string) bool { return strings.EqualFold(o, word) }) {
				h.Other = append(h.Other, word)
			}
		}
	})
	return h
}

// spans returns where a text has words of the question, or what stands for
// them. Words without anything between them are one.
func (q *question) spans(text string) []Span {
	var spans []Span
	here := make([]float64, len(q.terms)+len(q.pairs))
	for _, t := range tokens(text) {
		if !q.markWord(t.stem(), here) {
			continue
		}
		if last := len(spans) - 1; last >= 0 && spans[last].To >= t.from {
			spans[last].To = t.to
		} else {
			spans = append(spans, Span{t.from, t.to})
		}
	}
	return spans
}

// pieceSpan returns where a folded piece stands in a message.
func pieceSpan(message, folded string) (Span, bool) {
	f := foldText(message)
	text := string(f.runes)
	at := pieceAt(text, folded)
	if at < 0 || folded == "" {
		return Span{}, false
	}
	from := len([]rune(text[:at]))
	to := from + len([]rune(folded)) - 1
	return Span{f.at[from], f.end[to]}, true
}
