package scan

import "slices"

// The filter finds the places where an error may be. It searches for needles:
// all codes of the catalogs, a rare piece of each message, what the renderings
// of unknown codes have, and fields named code. Two ways of searching share them
// by their length, and each steps over most bytes: windows and samples.

// maxNeedle is the most that has to be seen behind a place to tell whether a
// needle stands there.
const maxNeedle = 256

// A needle is a string that the filter searches for.
type needle struct {
	s    string
	kind needleKind
}

// needleKind says what has to stand around a needle.
type needleKind uint8

const (
	textNeedle  needleKind = iota // anything
	codeNeedle                    // what admits an error of that code
	fieldNeedle                   // behind it, what may be an error's code
	errorNeedle                   // behind it, a word
)

// in reports whether the needle stands at a place, and may be an error's.
func (n *needle) in(data []byte, at int) bool {
	switch n.kind {
	case fieldNeedle:
		return isCodeField(data, at)
	case errorNeedle:
		return isErrorWord(data, at)
	}
	end := at + len(n.s)
	return end <= len(data) && data[at] == n.s[0] && string(data[at:end]) == n.s && (n.kind == textNeedle || announced(data, at, end))
}

// A filter is ready to use once it is made, and does not change.
type filter struct {
	windows *windows
	samples *samples
	codes   []string // of the catalogs
	many    bool     // codes are no needles, but looked up word by word

	messages *windows // the pieces of messages alone
	errors   *windows // all others
}

// mayHoldMessage reports whether a piece of a message is in a text.
func (f *filter) mayHoldMessage(s string) bool { return f.messages.in(s) }

// mayHoldError reports whether a text in a document may be, or have, the
// rendering of an error.
func (f *filter) mayHoldError(s string) bool {
	return f.many || containsAny(s, "ode", "rror", "xception") || f.errors.in(s)
}

// compile returns the filter for codes and other strings.
func compile(codes, others []string) *filter {
	needles := slices.Concat(needlesOf(codes, codeNeedle), needlesOf(others, textNeedle))
	slices.SortStableFunc(needles, func(a, b needle) int { return len(a.s) - len(b.s) })
	short := 0
	for short < min(maxShort, len(needles)) && len(needles[short].s) < maxWindow {
		short++
	}
	return &filter{windows: newWindows(needles[short:]), samples: newSamples(needles[:short]), codes: codes}
}

// maxShort bounds the needles that are sampled. With more of them, the windows
// are shorter.
const maxShort = 16

// needlesOf makes needles of strings, without those that are twice or too short:
// a code of four bytes counts in a field, which is a needle itself.
func needlesOf(list []string, kind needleKind) []needle {
	slices.Sort(list)
	var needles []needle
	for _, s := range slices.Compact(list) {
		if len(s) >= sampled {
			needles = append(needles, needle{s, kind})
		}
	}
	return needles
}

// maxText is the longest text that is searched at once.
const maxText = 1 << 30

// find appends to hits, in ascending order, the places in data from one offset
// to another where an error may be. What stands behind them is seen, too.
func (f *filter) find(hits []int, data []byte, from, to int, known func(word string) bool) []int {
	if cut := from + maxText; cut < to {
		hits = f.find(hits, data[:cut+maxNeedle], from, cut, known)
		return f.find(hits, data, cut, to, known)
	}
	n := len(hits)
	hits = f.windows.find(hits, data, from)
	hits = f.samples.find(hits, data, from)
	if f.many {
		hits = words(hits, data, from, known)
	}
	slices.Sort(hits[n:])
	hits = slices.Compact(hits)
	for len(hits) > n && hits[len(hits)-1] >= to {
		hits = hits[:len(hits)-1]
	}
	return hits
}
