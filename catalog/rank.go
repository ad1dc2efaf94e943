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
	runnerUp           = 0.88
	runnerUpOfOne      = 0.9
	runnerUpParameter  = 0.75
	runnerUpOfCategory = 0.42
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

// ranked reads the likeliest entries closely and yields the answers among them,
// those among the others, and then the weak guesses in the same way. The others
// never overtake an entry that was read.
func (q *search) ranked(s *Set) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		asked := q.parse(s)
		likely := s.likely(asked, q.kept)
		answers, weak := q.read(s, likely)
		if len(answers) == 0 {
			if alone := q.statusAlone(s); len(alone) > 0 {
				_ = q.show(alone, yield)
				return
			}
		}
		enough := asked.enough(WeakScore, asked.status)
		if len(answers) > 0 {
			enough = max(enough, asked.enough(asked.runnerUp("")*answers[0].words, 0))
		}
		rest := func(from, below, most float64) bool {
			for _, tie := range s.others(asked, q.kept, likely, from, below) {
				score := min(asked.unread(tie.told), most)
				for i := range tie.entries {
					tie.entries[i].score = score
				}
				if !q.show(tie.entries, yield) {
					return false
				}
			}
			return true
		}
		_ = q.show(answers, yield) &&
			rest(enough, math.Inf(1), lastScore(answers, 1)) &&
			!q.answers &&
			q.show(weak, yield) &&
			rest(math.SmallestNonzeroFloat64, enough, lastScore(weak, math.Nextafter(WeakScore, 0)))
	}
}

// read reads candidates closely, and the codes that a single word shortens, and
// separates answers from weak guesses, both sorted.
func (q *search) read(s *Set, likely []candidate) (answers, weak []candidate) {
	asked := q.parse(s)
	read := slices.Clone(likely)
	for i := range read {
		asked.examine(&read[i])
	}
	if word := strings.TrimSpace(q.rest); !strings.ContainsAny(word, " \t\n") {
		read = s.withShortened(read, word, q.kept)
	}
	read = slices.DeleteFunc(read, func(c candidate) bool { return c.score <= 0 })
	asked.part(read)
	n := slices.IndexFunc(read, func(c candidate) bool { return c.score < WeakScore })
	if n < 0 {
		n = len(read)
	}
	return read[:n], read[n:]
}

// show yields candidates; those of score 0 are no matches.
func (q *search) show(list []candidate, yield func(Match) bool) bool {
	for _, c := range list {
		if c.score > 0 && !yield(q.match(c.index, c.entry, c.score)) {
			return false
		}
	}
	return true
}

// lastScore returns the score that what follows a sorted list may have at most,
// that of an empty one as given.
func lastScore(list []candidate, empty float64) float64 {
	if len(list) == 0 {
		return empty
	}
	return list[len(list)-1].score
}

// statusAlone returns the entries with the statuses asked for, if these tell for
// them about as much as the words, which no entry explains, tell against them.
func (q *search) statusAlone(s *Set) []candidate {
	asked := q.parse(s)
	score := shareOf(asked.status, asked.loss)
	if score < WeakScore {
		return nil
	}
	var list []candidate
	for _, r := range q.asked {
		for _, x := range s.indexes {
			for _, n := range x.byStatus(r) {
				if x.keeps(n, q.kept) {
					list = append(list, candidate{index: x, entry: n, score: score})
				}
			}
		}
	}
	return list
}

// part separates answers from weak guesses among entries that were read, and
// sorts them. Where the question is nothing but words of the best entry's code,
// or a message of it, that entry is meant.
func (q *question) part(read []candidate) {
	byScore := func(a, b candidate) int { return cmp.Compare(b.score, a.score) }
	slices.SortStableFunc(read, byScore)
	for i := range read {
		share := q.runnerUp(sameCategory(read[0], read[i]))
		switch best := read[0].score; {
		case read[i].words < share*read[0].words, read[0].whole > wholly && read[i].whole < wholly:
			read[i].score = min(read[i].score, WeakScore*read[i].score/best)
		case best >= WeakScore:
			read[i].score = max(read[i].score, WeakScore)
		}
	}
	slices.SortStableFunc(read, byScore) // a weak guess may have stood before an answer
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
