// Package scan recognises the errors of a set of catalogs in API output and
// logs: the second way to ask a catalog. Input goes in piece by piece, as it
// arrives; occurrences come out as soon as their records are complete.
//
// The aim is never to call something known that is not. A code counts where
// the text presents it as an error: in the code field of a body, in an SDK's
// rendering, or alone on its line.
//
// Input takes these passes, each of which sees less than the one before it:
//
//	filter   where an error may be: codes, pieces of messages, fields named code
//	         (prefilter.go, needles.go, windows.go, samples.go, keys.go, many.go)
//	records  from such a hit back and forth, lines that belong together, without
//	         what loggers put before them; patches and source code are left out
//	         (hits.go, records.go, logline.go, border.go, source.go, platforms.go,
//	         follows.go, wrap.go, scalar.go, seams.go)
//	decoding colours, URL encoding, entities, quotes doubled or printable
//	         (event.go, escaped.go, colour.go, inline.go, spaces.go), and the rows of
//	         tables that are folded (cells.go)
//	shapes   candidates, each a part of an error: documents, heads of SDKs,
//	         labels, codes without a label, links, bullets and chains, in this
//	         order (shapes.go)
//	events   candidates put together from left to right (assemble.go, values.go,
//	         unlabelled.go); those of a document while it is read, object by
//	         object (objects.go)
//	accept   whether an event is Alibaba Cloud's, and happened (accept.go,
//	         foreign.go, mention.go, program.go, settings.go)
//	rest     lines without an event: whole messages, bare codes (message.go,
//	         tokens.go)
//	resolve  parts of one event merged, and what it means to the catalogs
//	         (resolve.go)
package scan

import (
	"time"

	"github.com/errcode/errcode/catalog"
)

// Confidence says what an occurrence rests on.
type Confidence uint8

// From the surest to the least.
const (
	Structured Confidence = iota // a code field or an SDK's rendering
	Message                      // no code; the text fits a message or template
	Token                        // a bare word equal to a code
)

// String returns the word that users see.
func (c Confidence) String() string { return [...]string{"structured", "message", "token"}[c] }

// An Occurrence is an error at its place in the input. Texts and status are as
// received; empty or 0 where the input holds none.
type Occurrence struct {
	Code, Source, RequestID, Message string
	Line, Column                     int // from 1; columns in bytes
	EndLine                          int // last line of the record
	Time                             time.Time
	Status                           int
	Confidence                       Confidence
	Values                           map[string]string // by the template's slot
	Entries                          []catalog.Match   // best first; none: unknown code
	Suggestions                      []string          // near codes, where the code is unknown
}

// Known reports whether a catalog holds the code.
func (o Occurrence) Known() bool { return len(o.Entries) > 0 }
