package catalog

import (
	"slices"
	"strings"
)

// family finds the codes below a dotted head: `InvalidBackupType` leads to
// `InvalidBackupType.Format`. The tables' codes alone have families.
func (q *lookup) family(x *Index) []Match {
	heads := x.familyFoldings()
	var entries []int
	for _, n := range heads.entries(heads.equal(q.folded)) {
		entries = append(entries, n)
	}
	matches := q.collect(x, KindFamily, entries)
	for i := range matches {
		matches[i].Via = familyHead(matches[i].Entry.Code, q.folded)
	}
	return matches
}

// familyHead returns the part of a code before the dot at which it folds to
// folded, as the code spells it.
func familyHead(code, folded string) string {
	for at, r := range code {
		if r == '.' && fold(code[:at]) == folded {
			return code[:at]
		}
	}
	return ""
}

// Family returns the codes below a dotted head, each once, in catalog order.
// The head need not be a code itself; spelling counts.
func (s *Set) Family(head string) []string {
	var codes []string
	for _, x := range s.indexes {
		heads := x.familyFoldings()
		for _, n := range heads.entries(heads.equal(fold(head))) {
			if code := x.code(n); strings.HasPrefix(code, head+".") && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	return codes
}
