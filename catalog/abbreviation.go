package catalog

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// A person who half remembers a code types the beginnings of its words:
// "invprefback", "incordbstate". sahilm/fuzzy finds the codes that hold these
// letters in this order and ranks them. Two things have to be guarded. It
// takes any scattered letters, so the letters must also begin the code's
// words; and its scores have no upper bound and overflow on long runs, so they
// only rank, and a word has at most maxFuzzy letters.

const minFuzzy, maxFuzzy = 5, 32

// A fuzzyHit is an entry whose code's words a query cuts short.
type fuzzyHit struct {
	index *Index
	entry int
	share float64 // of the code's words that were typed
	rank  int     // fuzzy's score
}

// fuzzyCodes finds the codes whose words a single word cuts short, the best
// maxRead, best first.
func (s *Set) fuzzyCodes(word string, f Filter) []fuzzyHit {
	folded := fold(word)
	if len(folded) < minFuzzy || len(folded) > maxFuzzy || !plain(folded) {
		return nil
	}
	candidates := s.subsequences(folded)
	var best []fuzzyHit
	for _, m := range fuzzy.FindFromNoSort(folded, candidates) {
		hit := candidates[m.Index]
		hit.rank = m.Score
		if len(best) == maxRead && hit.rank <= best[maxRead-1].rank || !hit.index.keeps(hit.entry, f) {
			continue
		}
		var ok bool
		if hit.share, ok = abbreviates(folded, tokens(m.Str)); !ok {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, hit, func(old, hit fuzzyHit) int {
			return cmp.Or(hit.rank-old.rank, -1) // behind its equals
		})
		best = slices.Insert(best, at, hit)
		best = best[:min(len(best), maxRead)]
	}
	return best
}

// candidates are what fuzzy looks through.
type candidates []fuzzyHit

func (c candidates) Len() int            { return len(c) }
func (c candidates) String(i int) string { return c[i].index.code(c[i].entry) }

// subsequences returns the codes that have the letters of a folded word in its
// order. Their letter masks drop most of the others unread.
func (s *Set) subsequences(folded string) candidates {
	var list candidates
	want := letterMask(folded)
	for _, x := range s.indexes {
		codes := x.codeFoldings()
		masks := x.masks.data
		if len(masks) != 4*codes.len() {
			x.masks.damaged()
			continue
		}
		for i := 0; len(masks) >= 4; i, masks = i+1, masks[4:] {
			mask := uint32(masks[0]) | uint32(masks[1])<<8 | uint32(masks[2])<<16 | uint32(masks[3])<<24
			if mask&want != want || !isSubsequence(folded, codes.text(i)) {
				continue
			}
			for _, n := range codes.entries(i, i+1) {
				list = append(list, fuzzyHit{index: x, entry: n})
			}
		}
	}
	return list
}

// isSubsequence reports whether a text has the letters of a piece in its order.
func isSubsequence(piece, text string) bool {
	for i := 0; i < len(text) && piece != ""; i++ {
		if piece[0] == text[i] {
			piece = piece[1:]
		}
	}
	return piece == ""
}

// minPiece is the number of letters from which on the beginning of a word
// stands for it even where words are left out.
const minPiece = 3

// maxPieceSteps bounds the work for a hostile code.
const maxPieceSteps = 1 << 12

// abbreviates reports whether a text consists of shortened words of a code, in
// order, and which share of the words it has. A word is shortened to its
// beginning ("incor"), or to its first letter and half of its letters at least
// ("stk"). Either no word before the last one typed is left out, or each piece
// has minPiece letters or is a whole word; and a piece has two letters on
// average, the last one at least, so that the initials of a few words among many
// do not count.
func abbreviates(text string, code []token) (share float64, ok bool) {
	best, steps := 0, 0
	var try func(rest string, w, pieces int, skipped, short bool)
	try = func(rest string, w, pieces int, skipped, short bool) {
		switch steps++; {
		case skipped && short || steps > maxPieceSteps:
			return
		case rest == "":
			if len(text) >= 2*pieces {
				best = max(best, pieces)
			}
			return
		case w == len(code):
			return
		}
		name := code[w].text
		for n := min(len(rest), len(name)); n > 0; n-- {
			if n == 1 && len(rest) == 1 && len(name) > 1 {
				return
			}
			if shortens(rest[:n], name) {
				try(rest[n:], w+1, pieces+1, skipped, short || n < minPiece && n < len(name))
			}
		}
		try(rest, w+1, pieces, true, short)
	}
	try(text, 0, 0, false, false)
	return float64(best) / float64(max(len(code), 1)), best >= 2
}

// shortens reports whether a piece is a word's beginning, or its first letter
// and others in order that are half of the word together.
func shortens(piece, word string) bool {
	if strings.HasPrefix(word, piece) {
		return true
	}
	if piece[0] != word[0] || 2*len(piece) < len(word) {
		return false
	}
	return isSubsequence(piece, word)
}
