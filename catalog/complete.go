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
		for _, n := range section.entries(section.prefixed(folded)) {
			c := x.candidate(n)
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
	var in *Index
	entry := 0
	for _, x := range s.indexes {
		aliases := x.aliasFoldings()
		for i, n := range aliases.entries(aliases.prefixed(folded)) {
			if in != nil && (in != x || entry != n) {
				return Candidate{}, false
			}
			if in == nil {
				in, entry, c = x, n, x.candidate(n)
				c.Alias = x.alias(i).spelling
			}
		}
	}
	return c, in != nil
}

func (x *Index) candidate(i int) Candidate {
	return Candidate{
		Code:    x.code(i),
		Status:  x.status(i),
		Message: x.text(x.rows, i*entrySize+atMessage),
	}
}
