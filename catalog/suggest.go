package catalog

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	maxSuggestQuery = 80 // characters; nobody mistypes a longer code
	maxSlips        = 3
	letterPerSlip   = 4 // letters of a code for each slip that it may have
)

// Suggest returns at most n codes near to a query that found nothing, best
// first, in the tables' spelling. The first of these ways that finds any
// answers, since a person who made one kind of mistake made no other:
//
//	slips      letters swapped, dropped, doubled, replaced, in a code or an alias
//	order      the words of a code in another order ("BalanceInsufficient")
//	ending     another or no last word ("InvalidKeyFormat", "QuotaExceedException")
//	beginning  a code that is cut off ("IncorrectDBInst")
//	left out   words missing, the others in any order ("InvalidIPList", "Balance")
//	initials   ("IDBIS"), or each word cut short ("insufrescap")
//
// A word of many codes names none of them.
func (s *Set) Suggest(query string, n int) []string {
	folded := foldQuery(query)
	if folded == "" || len(folded) > maxSuggestQuery || n <= 0 {
		return nil
	}
	ways := []func(string, string) []nearCode{
		s.mistyped, s.otherOrder, s.otherEnding, s.cutOff, s.wordsLeftOut, s.abbreviated,
	}
	for _, way := range ways {
		if found := way(query, folded); len(found) > 0 {
			return firstCodes(found, n)
		}
	}
	return nil
}

// A nearCode is an entry whose code is near to what was typed.
type nearCode struct {
	index *Index
	entry int
	slips int
}

func (c nearCode) code() string { return c.index.code(c.entry) }

// firstCodes returns the first n different codes.
func firstCodes(found []nearCode, n int) []string {
	var codes []string
	for _, c := range found {
		if code := c.code(); len(codes) < n && !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	return codes
}

// mistyped finds the codes and aliases within a few slips, the nearest first.
// It looks for one slip, then for two, then for three, so that the common case
// looks at little.
func (s *Set) mistyped(_, folded string) []nearCode {
	r := newRuler(folded)
	for limit := 1; limit <= min(len(r.typed)/letterPerSlip, maxSlips); limit++ {
		var found []nearCode
		for _, x := range s.indexes {
			found = append(found, x.mistyped(r, folded, limit)...)
		}
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b nearCode) int {
				return cmp.Or(a.slips-b.slips, s.place(a.index)-s.place(b.index), a.entry-b.entry)
			})
			return slices.Compact(found) // a code and its alias may both be near
		}
	}
	return nil
}

func (x *Index) mistyped(r *ruler, folded string, limit int) []nearCode {
	var found []nearCode
	codes, aliases := x.codeFoldings(), x.aliasFoldings()
	x.codeGrams().near(folded, limit, func(i int) {
		list := codes
		switch {
		case i < codes.len():
			if r.tooFar(uint32(x.masks.u32(4*i)), limit) {
				return
			}
		case i < codes.len()+aliases.len():
			list, i = aliases, i-codes.len()
		default:
			x.grams.damaged()
			return
		}
		text := list.text(i)
		d := r.slips(text, limit)
		if d > limit {
			return
		}
		for _, n := range list.entries(i, i+1) {
			spelling := x.code(n)
			if list != codes {
				spelling = x.alias(i).spelling
			}
			if r.plausible(text, spelling, d) {
				found = append(found, nearCode{x, n, d})
			}
		}
	})
	return found
}

// areCodeWords reports whether a text is nothing but words of codes.
func (s *Set) areCodeWords(text string) bool {
	return !slices.ContainsFunc(stemsOf(tokens(text)), func(stem string) bool {
		return !s.standsIn(stem, inCode)
	})
}

// plausible reports whether the slips between the typed text and a code, folded
// and as it is spelled, are few enough in each of its words. Hardly anybody
// mistypes the first letter and something else.
func (r *ruler) plausible(folded, spelling string, slips int) bool {
	if slips > 1 && !sameStart(folded, string(r.typed)) {
		return false
	}
	var lengths []int
	for _, t := range tokens(spelling) {
		lengths = append(lengths, utf8.RuneCountInString(t.text))
	}
	if len(lengths) == 0 {
		return false
	}
	for w, n := range r.byWord(folded, lengths) {
		if !mayHave(n, lengths[w]) {
			return false
		}
	}
	return true
}

// place returns where an index stands in the set.
func (s *Set) place(x *Index) int { return slices.Index(s.indexes, x) }

// otherOrder finds the codes that have the words of the query in any order.
func (s *Set) otherOrder(query, _ string) []nearCode {
	asked := stemsOf(tokens(query))
	if len(asked) < 2 {
		return nil
	}
	slices.Sort(asked)
	return s.codesWithWords(asked, func(code []string) bool {
		slices.Sort(code)
		return slices.Equal(code, asked)
	})
}

// maxCommonWord is the number of entries up to which a word says which code is
// meant. In a million codes made of the same few words, none does.
const maxCommonWord = 1 << 12

// codesWithWords finds the codes that hold all of the words and fit.
func (s *Set) codesWithWords(stems []string, fit func(code []string) bool) []nearCode {
	var found []nearCode
	for _, x := range s.indexes {
		rarest := -1
		for _, stem := range stems {
			n := x.findWord(stem)
			if n < 0 {
				rarest = -1
				break
			}
			if rarest < 0 || x.count(n) < x.count(rarest) {
				rarest = n
			}
		}
		if rarest < 0 || x.count(rarest) > maxCommonWord {
			continue
		}
		for r := x.postingsOf(rarest); r.next(); {
			if r.fields&inCode != 0 && fit(stemsOf(tokens(x.code(r.entry)))) {
				found = append(found, nearCode{x, r.entry, 0})
			}
		}
	}
	return found
}

func stemsOf(list []token) []string {
	stems := make([]string, len(list))
	for i, w := range list {
		stems[i] = stem(w.text)
	}
	return stems
}

// generalEndings are last words that services put behind any code, or use for
// one another.
const generalEndings = ` exception error err fault format malformed invalid failed failure code value `

// otherEnding finds the codes that a query names when its last word, one that
// is put behind anything, is dropped.
func (s *Set) otherEnding(query, _ string) []nearCode {
	list := tokens(query)
	left := len(list) - 1
	if left < 1 || !holds(generalEndings, list[left].text) {
		return nil
	}
	query = query[:list[left-1].to]
	folded := foldQuery(query)
	ways := []func(*Index) foldings{(*Index).codeFoldings, (*Index).aliasFoldings}
	if left > 1 { // the one word that heads a family is the head of others as well
		ways = append(ways, (*Index).familyFoldings)
	}
	for _, list := range ways {
		var found []nearCode
		for _, x := range s.indexes {
			named := list(x)
			for _, n := range named.entries(named.equal(folded)) {
				found = append(found, nearCode{x, n, 0})
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	if left == 1 {
		return nil
	}
	return s.mistyped(query, folded)
}

// minBeginning is the number of letters from which on the beginning of a code
// says which is meant, and maxBegun how many codes it may then fit.
const minBeginning, maxBegun = 6, 3

// cutOff finds the few codes that begin with the query.
func (s *Set) cutOff(_, folded string) []nearCode {
	if len(folded) < minBeginning {
		return nil
	}
	var found []nearCode
	for _, x := range s.indexes {
		codes := x.codeFoldings()
		from, to := codes.prefixed(folded)
		for _, n := range codes.entries(from, min(to, from+maxBegun+1)) {
			found = append(found, nearCode{x, n, 0})
		}
	}
	if len(firstCodes(found, maxBegun+1)) > maxBegun {
		return nil
	}
	return found
}

// wordsLeftOut finds the codes that hold the query's words and little else: as
// many again, and one more where only one is there. Words that more codes hold,
// however long, mean none of them.
func (s *Set) wordsLeftOut(query, _ string) []nearCode {
	list := tokens(query)
	if contentWords(list) == 0 || strings.ContainsAny(query, " \t") {
		return nil
	}
	asked := stemsOf(list)
	found := s.codesWithWords(asked, func(code []string) bool {
		return !slices.ContainsFunc(asked, func(w string) bool { return !slices.Contains(code, w) })
	})
	if len(firstCodes(found, maxBegun+1)) > maxBegun {
		return nil
	}
	return slices.DeleteFunc(found, func(c nearCode) bool { return len(tokens(c.code())) > max(2*len(asked), 3) })
}

// maxFuzzySuggest is the number of entries up to which a miss may look at every
// code's letters. Search does so at any size.
const maxFuzzySuggest = 1 << 14

// abbreviated finds the codes whose initials or shortened words were typed.
func (s *Set) abbreviated(query, folded string) []nearCode {
	var found []nearCode
	for _, x := range s.indexes {
		n := x.findWord(stem(folded))
		if len(folded) < minInitials || n < 0 || x.count(n) > maxCommonWord {
			continue
		}
		for r := x.postingsOf(n); r.next(); {
			code := x.code(r.entry)
			if r.fields&inCode != 0 && slices.Contains(initials(code, tokens(code)), folded) {
				found = append(found, nearCode{x, r.entry, 0})
			}
		}
	}
	if len(found) == 0 && s.size() <= maxFuzzySuggest && !s.areCodeWords(query) {
		for _, hit := range s.fuzzyCodes(query, Filter{}) {
			found = append(found, nearCode{hit.index, hit.entry, 0})
		}
	}
	return found
}
