package catalog

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// WeakScore is the score below which a match of Search is a weak guess. A
// score is the share of what a question tells that the entry explains. The
// threshold asks for nearly half of it: less, and what is left unexplained is
// what the question is about; more, and whoever tells a story around the trouble
// gets no answer, for that is never explained.
const WeakScore = 0.45

// Search finds entries by what somebody half remembers, pastes or describes,
// best first. It asks in stages, and the first that finds anything answers:
//
//	code       what Lookup finds: a code, an alias, a glob, a status
//	message    the text is, or holds, a message of the table or of the service
//	           of today, also with other values in the places of a template
//	mistyped   a code or an alias within a few slips
//	beginning  codes that begin with what looks like a code
//	words      the entries ranked by how much of the question they explain
//
// A status among the words ("403 ram") is no word but a filter, and tells as
// much as it leaves out: where the words tell nothing, it answers alone.
func (s *Set) Search(text string, f Filter) iter.Seq[Match] {
	return newSearch(text, f).matches(s)
}

// Answers yields the matches of [Set.Search] that are no weak guesses, and
// looks for no others, which among a million entries saves most of the work.
func (s *Set) Answers(text string, f Filter) iter.Seq[Match] {
	q := newSearch(text, f)
	q.answers = true
	return q.matches(s)
}

// A search is one question on its way through the stages.
type search struct {
	text   string // as asked
	rest   string // without statuses
	filter Filter
	asked  []StatusRange // the statuses among the words
	kept   Filter        // filter and the statuses asked for
	parsed *question     // rest taken apart, once a stage needs it

	answers bool // weak guesses are not wanted
}

// matches asks stage by stage.
func (q *search) matches(s *Set) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for _, stage := range q.stages() {
			found := false
			for m := range stage(s) {
				found = true
				if q.answers && m.Score < WeakScore {
					return
				}
				if !yield(m) {
					return
				}
			}
			if found {
				return
			}
		}
	}
}

func newSearch(text string, f Filter) *search {
	q := &search{text: text, filter: f, kept: f}
	q.rest, q.asked = cutStatuses(text)
	q.asked = united(q.asked)
	if len(q.asked) > 0 {
		q.kept.Statuses = slices.Clone(q.asked)
		if len(f.Statuses) > 0 {
			q.kept.Statuses = bothRanges(f.Statuses, q.asked)
		}
	}
	return q
}

// united returns ranges that hold the same statuses, each once, in order.
func united(ranges []StatusRange) []StatusRange {
	slices.SortFunc(ranges, func(a, b StatusRange) int { return a.Low - b.Low })
	var list []StatusRange
	for _, r := range ranges {
		if last := len(list) - 1; last >= 0 && r.Low <= list[last].High {
			list[last].High = max(list[last].High, r.High)
		} else {
			list = append(list, r)
		}
	}
	return list
}

// bothRanges returns where two lists of ranges overlap. Where they do not, it
// returns a range that holds nothing.
func bothRanges(a, b []StatusRange) []StatusRange {
	both := []StatusRange{{1, 0}}
	for _, r := range a {
		for _, o := range b {
			if low, high := max(r.Low, o.Low), min(r.High, o.High); low <= high {
				both = append(both, StatusRange{low, high})
			}
		}
	}
	return both
}

// parse returns the question without its statuses, taken apart.
func (q *search) parse(s *Set) *question {
	if q.parsed == nil {
		q.parsed = s.ask(q.rest)
		q.parsed.status = s.statusInfo(q.asked)
	}
	return q.parsed
}

// A stage asks the catalogs in one way.
type stage func(*Set) iter.Seq[Match]

func (q *search) stages() []stage {
	return []stage{q.code, q.message, q.mistyped, q.beginning, q.ranked}
}

// code finds what Lookup finds, for the text as it is or without its statuses.
func (q *search) code(s *Set) iter.Seq[Match] {
	found := s.Lookup(q.text, q.filter)
	if len(found) == 0 && q.rest != q.text {
		found = s.Lookup(q.rest, q.kept)
	}
	for i := range found {
		found[i].Query = q.text
	}
	return slices.Values(found)
}

// mistyped finds the codes that are fewest slips away. Each slip takes from
// the score what it leaves doubtful. Words that are all known name no code.
func (q *search) mistyped(s *Set) iter.Seq[Match] {
	var near []nearCode
	if folded := foldQuery(q.rest); utf8.RuneCountInString(folded) <= maxSuggestQuery && !q.parse(s).known {
		near = s.mistyped(q.rest, folded)
	}
	return func(yield func(Match) bool) {
		for _, c := range near {
			if c.slips > near[0].slips {
				return
			}
			score := 1 - slipDoubt*float64(c.slips)
			if c.index.keeps(c.entry, q.kept) && !yield(q.match(c.index, c.entry, score)) {
				return
			}
		}
	}
}

const slipDoubt = 0.08 // three slips leave a score of 0.76

// beginning finds the codes that begin with a text that looks like a code.
func (q *search) beginning(s *Set) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		folded := foldQuery(q.rest)
		if strings.ContainsAny(strings.TrimSpace(q.rest), " \t") || shapeOf(q.rest) != codeWord || len(folded) < minBeginning {
			return
		}
		for _, x := range s.indexes {
			codes := x.codeFoldings()
			for _, n := range codes.entries(codes.prefixed(folded)) {
				if x.keeps(n, q.kept) && !yield(q.match(x, n, beginningScore)) {
					return
				}
			}
		}
	}
}

const beginningScore = 0.9

func (q *search) match(x *Index, entry int, score float64) Match {
	return Match{Query: q.text, Kind: KindText, Score: score, Entry: x.entry(entry)}
}
