package catalog

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"
)

// A runner-up is another entry that is an answer as well. It needs a share of
// the best score; below it, it explains only words that a better one explains
// too: a weak guess, however many words that are. What people take for one
// another is of one category, so that an entry of the best one's needs less,
// except where the category is that of any parameter's trouble. Of the entries
// that have the one word of a question, those it is said of in passing are none.
const (
	runnerUp           = 0.78
	runnerUpOfOne      = 0.8
	runnerUpParameter  = 0.62
	runnerUpOfCategory = 0.3
)

// runnerUp returns the share of the best score that an entry needs, given
// the category of both if it is the same.
func (q *question) runnerUp(common Category) float64 {
	switch {
	case common == "invalid-parameter":
		return runnerUpParameter
	case common != "":
		return runnerUpOfCategory
	case len(q.terms)+len(q.pairs) == 1:
		return runnerUpOfOne
	}
	return runnerUp
}

// wholly is the share of a question that is all of it but for rounding.
const wholly = 0.99

// ranked reads the likeliest entries closely and yields them, the others that
// are no weak guess behind them, and then all weak ones.
func (q *search) ranked(s *Set) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		asked := q.parse(s)
		likely := s.likely(asked, q.kept)
		read := slices.Clone(likely)
		for i := range read {
			asked.examine(&read[i])
		}
		if !strings.ContainsAny(strings.TrimSpace(q.rest), " \t\n") {
			read = s.withShortened(read, strings.TrimSpace(q.rest), q.kept)
		}
		asked.part(read)
		weak := slices.IndexFunc(read, func(c candidate) bool { return c.score < WeakScore })
		if weak < 0 {
			weak = len(read)
		}
		show := func(list []candidate) bool {
			for _, c := range list {
				if c.score > 0 && !yield(q.match(c.index, c.entry, c.score)) {
					return false
				}
			}
			return true
		}
		if weak == 0 && !q.statusAlone(s, yield) {
			return
		}
		// The others never overtake an entry that was read.
		showTies := func(most float64, ties []tie) bool {
			for _, tie := range ties {
				score := min(shareOf(asked.status+tie.told, asked.total-tie.told), most)
				for _, c := range tie.entries {
					if !yield(q.match(c.index, c.entry, score)) {
						return false
					}
				}
			}
			return true
		}
		strong, most := asked.enough(WeakScore, asked.status), 1.0
		if weak > 0 {
			strong, most = max(strong, asked.enough(asked.runnerUp("")*read[0].words, 0)), read[weak-1].score
		}
		least := math.Nextafter(WeakScore, 0)
		if weak < len(read) {
			least = read[len(read)-1].score
		}
		_ = show(read[:weak]) &&
			showTies(most, s.others(asked, q.kept, likely, strong, math.Inf(1))) &&
			!q.answers &&
			show(read[weak:]) &&
			showTies(least, s.others(asked, q.kept, likely, math.SmallestNonzeroFloat64, strong))
	}
}

// statusAlone yields the entries with the statuses asked for, if these tell more
// than the words that no entry explains. It reports whether to go on.
func (q *search) statusAlone(s *Set, yield func(Match) bool) bool {
	asked := q.parse(s)
	score := shareOf(asked.status, asked.total)
	if score < WeakScore {
		return true
	}
	for _, r := range q.asked {
		for _, x := range s.indexes {
			for _, n := range x.byStatus(r) {
				if x.keeps(n, q.kept) && !yield(q.match(x, n, score)) {
					return false
				}
			}
		}
	}
	return false
}

// part sorts entries that were read and separates answers from weak guesses.
// Where the question is nothing but words of the best entry's code, or a message
// of it, that entry is meant.
func (q *question) part(read []candidate) {
	slices.SortStableFunc(read, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	for i := range read {
		share := q.runnerUp(sameCategory(read[0], read[i]))
		switch best := read[0].score; {
		case read[i].words < share*read[0].words, read[0].whole > wholly && read[i].whole < wholly:
			read[i].score = min(read[i].score, WeakScore*read[i].score/best)
		case best >= WeakScore:
			read[i].score = max(read[i].score, WeakScore)
		}
	}
}

// sameCategory returns the category that two candidates have in common, "" for
// none.
func sameCategory(a, b candidate) Category {
	if c := a.index.category(a.entry); c == b.index.category(b.entry) {
		return c
	}
	return ""
}

// The score of a code of which a single word shortens all words, and what of
// it depends on how many of them it has.
const shortenedScore, shortenedPart = 0.9, 0.2

// withShortened adds the codes whose words a single word shortens, if no entry
// explains it well.
func (s *Set) withShortened(read []candidate, word string, f Filter) []candidate {
	if slices.ContainsFunc(read, func(c candidate) bool { return c.score >= WeakScore }) {
		return read
	}
	for _, hit := range s.fuzzyCodes(word, f) {
		c := candidate{index: hit.index, entry: hit.entry, score: shortenedScore - shortenedPart*(1-hit.share)}
		c.words = c.score
		read = slices.DeleteFunc(read, func(old candidate) bool { return old.index == c.index && old.entry == c.entry })
		read = append(read, c)
	}
	return read
}
