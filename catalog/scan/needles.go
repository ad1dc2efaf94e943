package scan

import (
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// rarestPiece returns the piece of a message that is rarest in logs, without
// slots, quotes, the last full stop and the first word, which may differ.
func rarestPiece(message string) string {
	const size = 12
	message = strings.TrimRight(message, ". ")
	best, cost := "", 1<<30
	begin := strings.IndexByte(message, ' ') + 1
	for i := begin; i+size <= len(message); i++ {
		piece := message[i : i+size]
		if strings.ContainsAny(piece, "{}\"'“”\u00a0") {
			continue
		}
		if c := commonness(piece); c < cost {
			best, cost = piece, c
		}
	}
	if best == "" && len(message) >= 9 {
		best = message
	}
	return best
}

// rarest returns where in s the piece of n bytes begins that is rarest in logs.
func rarest(s string, n int) int {
	best, cost := 0, 1<<30
	for i := 0; i+n <= len(s); i++ {
		if c := commonness(s[i : i+n]); c < cost {
			best, cost = i, c
		}
	}
	return best
}

// commonness adds up how common the bytes of a piece are in logs; its last
// three, which the window looks at first, count four times.
func commonness(piece string) int {
	sum := 0
	for i := range len(piece) {
		w := 1
		if i >= len(piece)-3 {
			w = 4
		}
		sum += w * common(piece[i])
	}
	return sum
}

// common ranks a byte from 0, rare, to 9.
func common(c byte) int {
	switch {
	case c == ' ' || c == 'e':
		return 9
	case strings.IndexByte("tainorsl", c) >= 0:
		return 7
	case strings.IndexByte("dcumphg", c) >= 0:
		return 5
	case 'a' <= c && c <= 'z' || c == '.':
		return 3
	}
	return 1
}

// newFilter returns the filter for the codes and messages of a set, and for the
// needles of shapes.
func newFilter(set *catalog.Set, shapes []shape) *filter {
	var codes, messages []string
	left := maxEntries
	for m := range set.List(catalog.Filter{}) {
		if left--; left < 0 {
			break
		}
		codes = append(append(codes, m.Entry.Code), m.Entry.Aliases...)
		messages = append(messages, rarestPiece(m.Entry.Message))
		for _, l := range m.Entry.Live {
			codes = append(codes, l.Code)
			messages = append(messages, rarestPiece(l.Message))
		}
		for _, t := range m.Entry.Templates {
			messages = append(messages, rarestPiece(t))
		}
	}
	if left < 0 {
		codes = nil
	}
	var others []string
	for _, s := range shapes {
		others = append(others, s.needles()...)
	}
	f := compile(codes, slices.Concat(messages, others))
	f.messages = newWindows(needlesOf(messages, textNeedle))
	f.errors = newWindows(needlesOf(slices.Concat(codes, others), textNeedle))
	f.many = left < 0
	return f
}

// maxEntries bounds the entries whose codes and messages become needles. Of
// more, the codes are found word by word, and messages without a code are not
// looked for: the embedded catalogs come first and are small.
const maxEntries = 2000
