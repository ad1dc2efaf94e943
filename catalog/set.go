package catalog

import "iter"

// A Set is the catalogs in use, in the order in which their answers stand.
type Set struct{ indexes []*Index }

type Index struct{}

// Info describes one catalog of a set.
type Info struct {
	Name    string
	Source  string // where the table comes from: a URL or a file's name
	Date    string // of the source, YYYY-MM-DD; "" is unknown
	Entries int
	Codes   int // distinct
}

// A Candidate is a code that completes what was typed.
type Candidate struct {
	Code    string
	Alias   string // the alias or live code that was typed, "" where the code itself was
	Status  int
	Message string
}

// Open reads the header of a compiled index.
func Open(data string) (*Index, error) { return &Index{}, nil }

// NewSet stacks indexes.
func NewSet(indexes ...*Index) *Set { return &Set{indexes} }

// Only returns the set of the named catalogs, in the set's own order. The
// second result is the first name that the set does not hold, "" where all are held.
func (s *Set) Only(names ...string) (*Set, string) { return s, "" }

// Catalogs describes the catalogs of the set, in order.
func (s *Set) Catalogs() []Info { return nil }

// Lookup finds entries by code, glob or HTTP status: the first step that finds
// anything answers.
func (s *Set) Lookup(query string, f Filter) []Match { return nil }

// Family returns the codes below a dotted family, the head itself left out,
// each once, in catalog order.
func (s *Set) Family(head string) []string { return nil }

// Search ranks entries by a text, best first. A match with a score below
// [WeakScore] is a weak guess.
func (s *Set) Search(text string, f Filter) iter.Seq[Match] { return func(func(Match) bool) {} }

// WeakScore is the score below which a match of Search is a weak guess.
const WeakScore = 0.5

// List yields every entry, in catalog order.
func (s *Set) List(f Filter) iter.Seq[Match] { return func(func(Match) bool) {} }

// Suggest returns at most n codes near to a query that found nothing, best first.
func (s *Set) Suggest(query string, n int) []string { return nil }

// Complete yields the codes that complete what is typed, no code twice.
func (s *Set) Complete(typed string) iter.Seq[Candidate] { return func(func(Candidate) bool) {} }

// Resolve returns the entries that a received code means, letter by letter:
// its own rows, those that it is an alias of, or those that it is live for.
// The row whose message or status was received comes first.
func (s *Set) Resolve(code, message string, status int) []Match { return nil }

// MatchMessage finds the entry whose message or template a text is, and the
// values in the template's slots.
func (s *Set) MatchMessage(text string) (m Match, values map[string]string, ok bool) {
	return Match{}, nil, false
}

// Err returns the first damaged part met so far; it wraps ErrFormat.
func (s *Set) Err() error { return nil }
