package catalog

import "iter"

// A Candidate is a code that completes what was typed.
type Candidate struct {
	Code    string
	Alias   string // the alias or live code that leads to it, "" where the code itself fits
	Status  int    // of its first entry, 0 for none
	Message string // of its first entry
}

// Complete yields the codes that complete what is typed, no code twice: those
// that begin with it, both folded; if none, those with a dotted segment that
// does; if none, the code of the one entry that aliases and live codes mean.
func (s *Set) Complete(typed string) iter.Seq[Candidate] {
	return func(yield func(Candidate) bool) {
		folded := fold(typed)
		if folded == "" && typed != "" {
			return
		}
		if s.completeFrom((*Index).codeFoldings, folded, yield) > 0 ||
			s.completeFrom((*Index).segmentFoldings, folded, yield) > 0 {
			return
		}
		if c, ok := s.completeAlias(folded); ok {
			yield(c)
		}
	}
}

// completeFrom yields the codes of a section that begin with folded, and
// returns how many.
func (s *Set) completeFrom(list func(*Index) foldings, folded string, yield func(Candidate) bool) int {
	seen := map[string]bool{}
	for _, x := range s.indexes {
		section := list(x)
		for i, to := section.prefixed(folded); i < to; i++ {
			c := x.candidate(section.entry(i))
			if seen[c.Code] {
				continue
			}
			seen[c.Code] = true
			if !yield(c) {
				return len(seen)
			}
		}
	}
	return len(seen)
}

// completeAlias returns the code of the entry that the aliases beginning with
// folded lead to, if it is one alone.
func (s *Set) completeAlias(folded string) (c Candidate, ok bool) {
	for _, x := range s.indexes {
		aliases := x.aliasFoldings()
		only := -1
		for i, to := aliases.prefixed(folded); i < to; i++ {
			switch n := aliases.entry(i); {
			case !ok:
				c, ok, only = x.candidate(n), true, n
				c.Alias = aliases.spelling(i)
			case n != only:
				return Candidate{}, false
			}
		}
	}
	return c, ok
}

func (x *Index) candidate(i int) Candidate {
	return Candidate{
		Code:    x.code(i),
		Status:  x.status(i),
		Message: x.text(x.rows, i*entrySize+atMessage),
	}
}
