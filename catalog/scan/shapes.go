package scan

import (
	"slices"
	"sort"
)

// A shape is a way of writing an error, or a part of one.
type shape interface {
	// needles are what the filter searches for on account of the shape. Codes
	// and messages of the catalogs and fields named code it finds anyhow.
	needles() []string
	// find adds what of the shape is in a passage to its candidates. There is no
	// error: half a body gives what it holds.
	find(p *passage)
}

// shapes lists the shapes in the order in which they are asked. Documents come
// first: what stands in one is read there, and nowhere else. Heads come before
// the codes that may follow them.
func shapes() []shape {
	return []shape{documentShape{}, sdkShape{}, labelShape{}, leadShape{}, linkShape{}, listShape{}}
}

// A passage is a text with what the shapes have found in it so far.
type passage struct {
	*finder
	t     text
	in    place
	sieve *sieve // of t, unless t is a part of a text with one

	list    []candidate
	regions []*region
	heads   []head
	stops   []int // for each of the list the next, itself included, that ends a value
	own     []event
	spans   []span // of its events

	view     view   // of the line that was asked about last
	headers  view   // of the whole, where it begins with a status line:
	response answer // whether it does
	schema   answer
	messages answer // whether there are pieces of messages

	parenthesised bool           // whether these were looked for:
	parentheses   map[string]int // the first of each code in parentheses ends there
}

func (p *passage) isSchema() bool { return p.schema.ask(func() bool { return isSchema(p.t.sifted) }) }

// gaps calls f with the parts of a passage that are outside of its documents,
// each with the byte that opens the next.
func (p *passage) gaps(f func(from, to int)) {
	from := 0
	for _, r := range p.regions {
		if r.at >= from {
			f(from, r.at+1)
		}
		from = r.end
	}
	if from < len(p.t.s) {
		f(from, len(p.t.s))
	}
}

// each calls f with the places of sub outside of documents.
func (p *passage) each(sub string, f func(i int)) {
	if p.t.sieve.passes(sub) {
		p.gaps(func(from, to int) { eachIn(p.t.s, from, to, sub, f) })
	}
}

// candidates asks the shapes, and puts what they find in order.
func (p *passage) candidates() {
	for _, s := range p.shapes {
		s.find(p)
	}
	slices.SortStableFunc(p.list, func(a, b candidate) int { return a.at - b.at })
}

// found adds a candidate, unless it is a part of a document.
func (p *passage) found(c candidate) {
	switch {
	case c.region != nil:
		p.regions = append(p.regions, c.region)
	case p.covered(c.at):
		return
	}
	p.list = append(p.list, c)
}

// covered reports whether a place is inside of a document.
func (p *passage) covered(at int) bool {
	i := p.regionBehind(at)
	return i < len(p.regions) && at > p.regions[i].at
}

// regionBehind returns the number of the first region that ends behind a place.
func (p *passage) regionBehind(at int) int {
	return sort.Search(len(p.regions), func(i int) bool { return p.regions[i].end > at })
}

// candidateKind says what a candidate is.
type candidateKind uint8

// The kinds of what shapes find.
const (
	foundDocument candidateKind = iota
	foundHead                   // where a rendering begins
	foundField                  // the label of a field
	foundLead                   // a code behind a colon, at the beginning of a line, or behind a head
	foundLink                   // to the error centre
	foundItem                   // a bullet of an aggregated error
	foundChain                  // the next exception of a chain
)

// A candidate is what a shape found in a text, from at to end: an error, or a
// part of one.
type candidate struct {
	kind    candidateKind
	at, end int
	label   label
	key     string
	strong  bool // of a head: an Alibaba Cloud SDK's
	foreign bool
	follow  follow
	cause   bool // of a lead: behind "Error:" and its kin
	link    *event
	region  *region
}

// follow is what stands behind a word that may be a code.
type follow uint8

const (
	followNone   follow = iota
	followColon         // a colon, then the message
	followStatus        // "code: 404,", as Tea has it
	followText          // a blank, then the message
	followEnd           // nothing
)
