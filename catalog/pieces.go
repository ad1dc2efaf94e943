package catalog

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A piece of a message has this many characters at least, or words.
const minPieceRunes, minPieceWords = 12, 3

// The scores of a text that is a piece of an entry's own message, or of another
// text of it.
const messagePiece, otherPiece = 1, 0.9

// piece returns the score of a question that is a piece, cut anywhere, of the
// entry's message or description, 0 for others.
func (q *question) piece(e *Entry) float64 {
	if len(q.words) == 0 || len(q.words) < minPieceWords && utf8.RuneCountInString(q.folded) < minPieceRunes {
		return 0
	}
	has := func(text string) bool { return pieceAt(foldMessage(text), q.folded) >= 0 }
	if has(e.Message) {
		return messagePiece
	}
	if has(e.Description) || slices.ContainsFunc(e.Live, func(l Live) bool { return has(l.Message) }) {
		return otherPiece
	}
	return 0
}

// pieceAt returns where a piece stands in a text, from the beginning of a word
// on, -1 where it does not. Both are folded.
func pieceAt(text, piece string) int {
	if strings.HasPrefix(text, piece) {
		return 0
	}
	if at := strings.Index(text, " "+piece); at >= 0 {
		return at + 1
	}
	return -1
}

// minRepeated is the share of a message from which on a text may be that
// message.
const minRepeated = 0.75

// repeats returns how much of a message the question repeats, in order, when
// that is nearly all of it, misspelt or not; so the values and the frame that a
// program puts around a message do not count against it.
func (q *question) repeats(message []token) float64 {
	if len(message) < minPieceWords || len(q.words) < minPieceWords {
		return 0
	}
	stems := stemsOf(message)
	total, weights := 0.0, make([]float64, len(message))
	for j, w := range message {
		weights[j] = messageWeight(w)
		total += weights[j]
	}
	common := make([]float64, len(message)+1) // with the message's first j words
	for _, asked := range q.words {
		readings := q.misspelt(asked)
		before := 0.0 // common[j] as it was without the asked word
		for j, w := range message {
			without := common[j+1]
			if asked.text == w.text || slices.Contains(readings, stems[j]) {
				common[j+1] = max(without, before+weights[j])
			}
			common[j+1] = max(common[j+1], common[j])
			before = without
		}
	}
	if share := common[len(message)] / total; share >= minRepeated {
		return share * share
	}
	return 0
}

// misspelt returns the stems that a word of the question may be a form or a
// slip of.
func (q *question) misspelt(w token) []string {
	var stems []string
	for _, t := range q.terms {
		if t.text != w.text {
			continue
		}
		for _, r := range t.readings {
			if r.quality > synonymQuality {
				stems = append(stems, r.stem)
			}
		}
	}
	return stems
}

// messageWeight is less for the words that hold any sentence together.
func messageWeight(w token) float64 {
	if lists(functionWords, w.text) {
		return 0.3
	}
	return 1
}
