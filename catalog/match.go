package catalog

import "slices"

// Kind says how a match was found.
type Kind uint8

// The kinds of matches, in the order in which lookup tries them; KindText and
// KindListed are those of search and list.
const (
	KindExact Kind = iota
	KindFolded
	KindAlias
	KindLive
	KindGlob
	KindFamily
	KindStatus
	KindText
	KindListed
)

// String returns the word for the kind that users see.
func (k Kind) String() string {
	return [...]string{
		"exact", "folded", "alias", "live", "glob", "family", "status", "text", "listed",
	}[k]
}

// A Match is an entry found.
type Match struct {
	Query string  // what was asked, "" where nothing was
	Kind  Kind    // how it was found
	Score float64 // 0 to 1; 1 except for search
	Via   string  // the alias, live code or family that led here, as its catalog spells it
	Entry Entry
}

// A Filter chooses among entries. Values of one field are alternatives, and
// every field that is not empty must hold.
type Filter struct {
	Statuses   []StatusRange
	Categories []Category
	Retries    []Retry
}

// Empty reports whether the filter keeps everything.
func (f Filter) Empty() bool {
	return len(f.Statuses) == 0 && len(f.Categories) == 0 && len(f.Retries) == 0
}

// Keeps reports whether an entry with these values passes.
func (f Filter) Keeps(status int, c Category, r Retry) bool {
	return (len(f.Statuses) == 0 || slices.ContainsFunc(f.Statuses, func(s StatusRange) bool { return s.Holds(status) })) &&
		(len(f.Categories) == 0 || slices.Contains(f.Categories, c)) &&
		(len(f.Retries) == 0 || slices.Contains(f.Retries, r))
}

// A StatusRange is one HTTP status or a class of them, both ends included.
type StatusRange struct{ Low, High int }

// Holds reports whether status lies in the range.
func (s StatusRange) Holds(status int) bool { return s.Low <= status && status <= s.High }

// ParseStatus reads an HTTP status from 100 to 599 ("403") or a class of them
// ("4xx", "4XX").
func ParseStatus(text string) (StatusRange, bool) {
	if len(text) != 3 || text[0] < '1' || text[0] > '5' {
		return StatusRange{}, false
	}
	low := int(text[0]-'0') * 100
	if rest := text[1:]; rest == "xx" || rest == "XX" {
		return StatusRange{low, low + 99}, true
	}
	for _, c := range []byte(text[1:]) {
		if c < '0' || c > '9' {
			return StatusRange{}, false
		}
	}
	low += int(text[1]-'0')*10 + int(text[2]-'0')
	return StatusRange{low, low}, true
}
