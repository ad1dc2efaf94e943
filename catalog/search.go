package catalog

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// WeakScore is the score below which a match of Search is a weak guess: less
// than half of what was asked stands in the entry.
const WeakScore = 0.5

// How much a word tells by the field in which it stands.
const (
	codeWeight        = 1.0
	messageWeight     = 0.9
	descriptionWeight = 0.7
)

// Search ranks entries by a text, best first: a code or status as Lookup finds
// it, then entries by the share of the text's words that they hold; where that
// is weak, a single word is looked for as a half-remembered code.
func (s *Set) Search(text string, f Filter) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		found := s.Lookup(text, f)
		if len(found) == 0 {
			found = s.searchWords(text, f)
		}
		for _, m := range found {
			if !yield(m) {
				return
			}
		}
	}
}

// searchWords ranks by the share of the words that stand in an entry.
func (s *Set) searchWords(text string, f Filter) []Match {
	asked := words(text)
	var found []Match
	for m := range s.List(f) {
		if score := shareOf(asked, m.Entry); score > 0 {
			found = append(found, Match{Query: text, Kind: KindText, Score: score, Entry: m.Entry})
		}
	}
	if len(strings.Fields(text)) == 1 && !slices.ContainsFunc(found, func(m Match) bool { return m.Score >= WeakScore }) {
		found = append(s.searchFuzzy(text, f), found...)
	}
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return found
}

// shareOf returns the share of the asked words that the entry holds, each
// weighed by the best field that holds it.
func shareOf(asked []string, e Entry) float64 {
	code, message, description := words(e.Code), words(e.Message), words(e.Description)
	sum := 0.0
	for _, w := range asked {
		switch {
		case slices.Contains(code, w):
			sum += codeWeight
		case slices.Contains(message, w):
			sum += messageWeight
		case slices.Contains(description, w):
			sum += descriptionWeight
		}
	}
	return sum / float64(max(len(asked), 1))
}

// Letters a fuzzy word may have: below, everything holds it as a subsequence;
// above, fuzzy's bonus for runs of letters overflows.
const minFuzzy, maxFuzzy = 4, 32

// searchFuzzy finds the codes that hold the letters of one word in its order.
// fuzzy's scores have no upper bound and fall with the length of the code, so
// they rank only; the score is the share of the code that the word covers.
func (s *Set) searchFuzzy(text string, f Filter) []Match {
	word := fold(text)
	letters := utf8.RuneCountInString(word)
	if letters < minFuzzy || letters > maxFuzzy {
		return nil
	}
	var entries []Entry
	var codes []string
	for m := range s.List(f) {
		entries = append(entries, m.Entry)
		codes = append(codes, fold(m.Entry.Code))
	}
	var found []Match
	for _, hit := range fuzzy.Find(word, codes) {
		first, last := hit.MatchedIndexes[0], hit.MatchedIndexes[len(hit.MatchedIndexes)-1]
		span := utf8.RuneCountInString(codes[hit.Index][first:last]) + 1
		score := codeWeight * float64(letters) / float64(span)
		found = append(found, Match{Query: text, Kind: KindText, Score: score, Entry: entries[hit.Index]})
	}
	return found
}
