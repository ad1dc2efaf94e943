// Package catalog holds error entries and finds them: by code, by status, by
// what people half remember. It is hermetic: strings and readers in, values
// out; it opens no file and knows no clock.
package catalog

import (
	"cmp"
	"slices"
)

// An Entry is one row of a vendor's error table.
type Entry struct {
	Catalog     string // name of the catalog that holds the row
	Code        string // as the service sends it, misspellings included
	Message     string // text sent with the code, cleaned for reading
	Description string // the vendor's own sentence about the row
	Status      int    // HTTP status, 100 to 599; 0 where the table has none
	Guidance
}

// Key returns what identifies the entry.
func (e Entry) Key() Key {
	return Key{Catalog: e.Catalog, Code: e.Code, Status: e.Status, Message: e.Message}
}

// Guidance is what a patch can add to an entry: the things that a vendor's
// table does not say. Empty fields mean that nothing is known.
type Guidance struct {
	Category   Category
	Retry      Retry
	Fault      Fault
	Aliases    []string // other spellings that lead to the code
	Keywords   []string // what people call the trouble
	Templates  []string // messages with {slots} where the service puts values
	Parameters []string // request parameters to look at, the likeliest first
	Operations []string // API operations that are known to answer so
	Causes     []string // likeliest first
	NextSteps  []string // in the order to try them
	References []string // https URLs
	Notes      []string // a user's own remarks
	Live       []Live
}

// Live is what the service sends today for the condition of a row, where that
// differs from the table.
type Live struct {
	Code    string
	Status  int    // 0: not known
	Message string // "": not known
}

// A Key identifies an entry: a code alone may stand on several rows.
type Key struct {
	Catalog, Code string
	Status        int
	Message       string
}

// A Patch adds guidance to the entries that its target fits: those with its
// code, and with its status and message where it has them.
type Patch struct {
	Target Key
	Guidance
}

// Fits reports whether the target of a patch means the entry.
func (k Key) Fits(e Entry) bool {
	return k.Code == e.Code &&
		(k.Status == 0 || k.Status == e.Status) &&
		(k.Message == "" || k.Message == e.Message)
}

// with returns g with the fields of a patch laid over it: its words replace
// those of g, the items of its lists come behind those of g, each once.
func (g Guidance) with(patch Guidance) Guidance {
	g.Category = cmp.Or(patch.Category, g.Category)
	g.Retry = cmp.Or(patch.Retry, g.Retry)
	g.Fault = cmp.Or(patch.Fault, g.Fault)
	more := listFields(&patch)
	for i, field := range listFields(&g) {
		*field = appendNew(*field, *more[i])
	}
	g.Live = appendNew(g.Live, patch.Live)
	return g
}

// appendNew returns a new list: old and then what old does not hold of more.
func appendNew[T comparable](old, more []T) []T {
	list := slices.Clone(old)
	for _, item := range more {
		if !slices.Contains(list, item) {
			list = append(list, item)
		}
	}
	return list
}
