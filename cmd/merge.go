package cmd

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
)

// Limits of a merge, so that its memory does not grow with its input.
const (
	maxName      = 64 << 10 // bytes of a code, source or request ID; no piece of input is longer
	maxElsewhere = 1000     // errors of catalogs that are not here
	maxNamed     = 10       // bad lines of an input with a message of their own
)

// A merger hands the occurrences that explain -o jsonl wrote elsewhere to an
// explainer, as if it had read the whole input itself.
//
// What a code means is asked anew, of the catalogs that are here: a part
// written by another version then counts with the others. The entry as written
// decides only which of several rows is meant, and stands in where its catalog
// is not here; behind the first thousand of those, codes count as unknown.
type merger struct {
	x         *explainer
	held      []string              // the catalogs that are here
	elsewhere map[errorKey]struct{} // errors with an entry as written
}

func newMerger(x *explainer) *merger {
	return &merger{x: x, held: catalogNames(x.app.set), elsewhere: map[errorKey]struct{}{}}
}

// read takes the occurrences of one input. What is none is reported and left
// out; an error of standard output is returned.
func (m *merger) read(in input) error {
	bad, regular := 0, in.regular()
	from := bufio.NewReaderSize(in, maxLine+2) // and the line's end
	for p := range parts(from) {
		if p.failed {
			m.x.app.cannotRead(in, p.err)
			continue
		}
		o, err := scan.Occurrence{}, p.err
		if err == nil {
			o, err = m.occurrence(p.text)
		}
		if err != nil {
			bad++
			m.bad(in, bad, p.line, err)
			continue
		}
		if err := m.x.take([]scan.Occurrence{o}); err != nil {
			return err
		}
		if from.Buffered() == 0 && !regular { // the next may be long in coming
			if err := m.x.app.out.Flush(); err != nil {
				return err
			}
		}
	}
	if bad > maxNamed {
		m.x.app.report(fmt.Errorf("%s: %d more lines hold no occurrence", in, bad-maxNamed))
	}
	return nil
}

// bad reports what holds no occurrence, the n-th of its input.
func (m *merger) bad(in input, n, line int, err error) {
	m.x.app.unread = true
	problem := partProblem(err)
	if n == 1 {
		problem += "; --merge reads what errcode explain -o jsonl writes"
	}
	if n <= maxNamed {
		m.x.app.report(fmt.Errorf("%s:%d: %s", in, line, problem))
	}
}

// occurrence reads an occurrence and says what it means to the catalogs here.
func (m *merger) occurrence(text []byte) (scan.Occurrence, error) {
	var w written
	if err := json.Unmarshal(text, &w); err != nil {
		return scan.Occurrence{}, err
	}
	o, err := w.occurrence()
	if err == nil {
		m.resolve(&o, w.Entry)
	}
	return o, err
}

// resolve finds the entries of an occurrence; entry is its best one as written,
// nil where it was unknown.
func (m *merger) resolve(o *scan.Occurrence, entry *writtenEntry) {
	o.Entries = m.x.set.Resolve(o.Code, o.Message, o.Status)
	switch {
	case o.Known():
		o.Suggestions = nil
		if entry != nil {
			slices.SortStableFunc(o.Entries, func(a, b catalog.Match) int {
				return meant(b, entry) - meant(a, entry)
			})
		}
		o.Values = nil
		if o.Message != "" {
			o.Values = o.Entries[0].Entry.Values(o.Message)
		}
	case entry == nil:
		// It was unknown, and is. What was near is kept: the message had its say.
	case m.keep(o.Code, entry):
		o.Entries = []catalog.Match{{Query: o.Code, Score: 1, Entry: entry.entry()}}
	default:
		o.Values = nil
		o.Suggestions = m.x.set.Suggest(o.Code, 3)
	}
}

// meant is 1 where a match is the entry written.
func meant(m catalog.Match, entry *writtenEntry) int {
	if m.Entry.Key() == entry.Key() {
		return 1
	}
	return 0
}

// keep reports whether an entry stays as written: its catalog is not here, no
// other was asked for, and there is room.
func (m *merger) keep(code string, entry *writtenEntry) bool {
	if len(m.x.filters.catalogs) > 0 || slices.Contains(m.held, entry.Catalog) {
		return false
	}
	key := errorKey{code, entry.Key()}
	if _, kept := m.elsewhere[key]; !kept && len(m.elsewhere) == maxElsewhere {
		return false
	}
	m.elsewhere[key] = struct{}{}
	return true
}

// A written is an occurrence as -o json and jsonl write it. A null leaves a
// field as it is; known says no more than entry.
type written struct {
	Code        string            `json:"code"`
	Confidence  string            `json:"confidence"`
	Source      string            `json:"source"`
	Line        int               `json:"line"`
	Column      int               `json:"column"`
	Time        string            `json:"time"` // RFC 3339
	Status      int               `json:"status"`
	RequestID   string            `json:"request_id"`
	Message     string            `json:"message"`
	Values      map[string]string `json:"values"`
	Entry       *writtenEntry     `json:"entry"`
	Suggestions []string          `json:"suggestions"`
}

// A writtenEntry is an entry inside. Its other keys are the fields' names.
type writtenEntry struct {
	catalog.Entry
	NextSteps []string `json:"next_steps"`
}

func (w *writtenEntry) entry() catalog.Entry {
	e := w.Entry
	e.NextSteps = w.NextSteps
	return e
}

// occurrence returns w without its entry, or what keeps it from being one.
func (w *written) occurrence() (scan.Occurrence, error) {
	o := scan.Occurrence{
		Code: w.Code, Source: w.Source, RequestID: w.RequestID, Message: w.Message,
		Line: w.Line, Column: w.Column, Status: w.Status, Values: w.Values, Suggestions: w.Suggestions,
	}
	var err error
	if w.Time != "" {
		if o.Time, err = time.Parse(time.RFC3339, w.Time); err != nil {
			return o, errors.New("its time is not in RFC 3339")
		}
	}
	for o.Confidence.String() != w.Confidence {
		if o.Confidence++; o.Confidence > scan.Token {
			return o, errors.New("its confidence is not structured, message or token")
		}
	}
	isStatus := func(status int) bool { return status == 0 || 100 <= status && status <= 599 }
	switch {
	case w.Code == "":
		err = errors.New("it has no code")
	case w.Line < 1 || w.Column < 1:
		err = errors.New("it has no line and column")
	case !isStatus(w.Status), w.Entry != nil && !isStatus(w.Entry.Status):
		err = errors.New("its status is no HTTP status")
	case w.Entry != nil && (w.Entry.Catalog == "" || w.Entry.Code == ""):
		err = errors.New("its entry has no catalog or no code")
	case max(len(w.Code), len(w.Source), len(w.RequestID)) > maxName:
		err = errors.New("its code, source or request_id is longer than 64 kB")
	}
	return o, err
}

// partProblem says why there is no occurrence, in words of the file.
func partProblem(err error) string {
	var kind *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field == "":
		return "it is no object: a JSON " + kind.Value
	case errors.As(err, &kind):
		key, _, _ := strings.Cut(kind.Field, ".") // behind it stand names of Go
		return fmt.Sprintf("its key %s holds a %s where none belongs", key, kind.Value)
	case errors.As(err, &syntax):
		return "it is not JSON: " + syntax.Error()
	default:
		return err.Error()
	}
}
