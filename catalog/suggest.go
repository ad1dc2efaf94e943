package catalog

import (
	"slices"
	"strings"
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

// areCodeWords reports whether a text is nothing but words of codes.
func (s *Set) areCodeWords(text string) bool {
	return !slices.ContainsFunc(stemsOf(tokens(text)), func(stem string) bool {
		return !s.standsIn(stem, inCode)
	})
}

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
const generalEndings = `code err error exception failed failure fault format invalid malformed value`

// otherEnding finds the codes that a query names when its last word, one that
// is put behind anything, is dropped.
func (s *Set) otherEnding(query, _ string) []nearCode {
	list := tokens(query)
	left := len(list) - 1
	if left < 1 || !lists(generalEndings, list[left].text) {
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
