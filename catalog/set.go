package catalog

import (
	"iter"
	"slices"
)

// A Set is the catalogs in use, in the order in which their answers stand.
type Set struct{ indexes []*Index }

// NewSet stacks indexes.
func NewSet(indexes ...*Index) *Set { return &Set{slices.Clone(indexes)} }

// Only returns the set of the named catalogs, in the order of s. The second
// result is the first name that s does not hold, "" where it holds them all.
func (s *Set) Only(names ...string) (*Set, string) {
	only := &Set{}
	for _, x := range s.indexes {
		if slices.Contains(names, x.name) {
			only.indexes = append(only.indexes, x)
		}
	}
	for _, name := range names {
		if !slices.ContainsFunc(s.indexes, func(x *Index) bool { return x.name == name }) {
			return only, name
		}
	}
	return only, ""
}

// Catalogs describes the catalogs of the set, in order.
func (s *Set) Catalogs() []Info {
	infos := make([]Info, len(s.indexes))
	for i, x := range s.indexes {
		infos[i] = x.Info()
	}
	return infos
}

// List yields every entry, in catalog order.
func (s *Set) List(f Filter) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		for _, x := range s.indexes {
			for i := range x.entries {
				if x.keeps(i, f) && !yield(Match{Kind: KindListed, Score: 1, Entry: x.entry(i)}) {
					return
				}
			}
		}
	}
}

// Err returns the first damaged part met so far; it wraps [ErrFormat].
func (s *Set) Err() error {
	for _, x := range s.indexes {
		if err := x.damage.err(); err != nil {
			return err
		}
	}
	return nil
}
