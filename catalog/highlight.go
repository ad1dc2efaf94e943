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

// Highlight returns what made an entry an answer to a text that was searched
// for: its words, or what stands for them. Where no word of an entry that
// Search found is one, or the code was mistyped, the code as a whole is.
func (s *Set) Highlight(text string, e Entry) Highlight {
	asked := newSearch(text, Filter{})
	q := asked.parse(s)
	h := Highlight{Code: q.spans(e.Code), Message: q.spans(e.Message)}
	if whole, ok := pieceSpan(e.Message, q.folded); ok && q.piece(&e) == messagePiece {
		h.Message = []Span{whole}
	}
	named := func(word string) bool {
		return slices.ContainsFunc(h.Code, func(s Span) bool { return strings.EqualFold(e.Code[s.From:s.To], word) }) ||
			slices.ContainsFunc(h.Message, func(s Span) bool { return strings.EqualFold(e.Message[s.From:s.To], word) })
	}
	fieldTexts(&e, func(f field, text string) {
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
	if len(h.Code)+len(h.Message)+len(h.Other) == 0 || asked.mistypes(s, e) {
		h.Code = []Span{{0, len(e.Code)}}
	}
	return h
}

// mistypes reports whether the text is the code of an entry within some slips.
func (q *search) mistypes(s *Set, e Entry) bool {
	for m := range q.mistyped(s) {
		if m.Score < 1 && m.Entry.Key() == e.Key() {
			return true
		}
	}
	return false
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
