package scan

import (
	"bytes"

	"github.com/errcode/errcode/catalog"
)

// Limits of one record, counted from its last part: what is longer is closed
// and the next record begins, so that memory stays bounded for any input.
const (
	maxRecordBytes = 64 << 10
	maxRecordLines = 200
)

// Options choose how a Scanner works; so far there is nothing to choose.
type Options struct{}

// A Scanner finds the errors of a set of catalogs in a stream. It is not safe
// for use by several goroutines at once.
type Scanner struct {
	set    *catalog.Set
	source string
	line   int    // number of the line in pending, from 1
	column int    // bytes of that line that went before pending
	pend   []byte // the line that has not ended yet
	rec    record // the record that may still go on
	found  []Occurrence
}

// New returns a Scanner for the catalogs of set.
func New(set *catalog.Set, _ Options) *Scanner {
	return &Scanner{set: set, line: 1}
}

// Reset begins the next input; lines count from 1 again. What the input before
// it left open is dropped: call Close first.
func (s *Scanner) Reset(source string) {
	s.source, s.line, s.column = source, 1, 0
	s.pend, s.found = s.pend[:0], nil
	s.rec.reset()
}

// Write takes the next piece of input, cut anywhere, and returns the
// occurrences that it completed, often none.
func (s *Scanner) Write(block []byte) []Occurrence {
	for len(block) > 0 {
		end := bytes.IndexByte(block, '\n')
		if end < 0 {
			s.hold(block)
			break
		}
		s.hold(block[:end])
		s.endLine()
		s.line++
		s.column = 0
		block = block[end+1:]
	}
	return s.take()
}

// Idle says that no input has come for a while: the open record is closed.
// What still arrives for it makes no second occurrence.
func (s *Scanner) Idle() []Occurrence {
	s.closeRecord()
	return s.take()
}

// Close ends the input and returns what was still open.
func (s *Scanner) Close() []Occurrence {
	if len(s.pend) > 0 {
		s.endLine()
	}
	s.closeRecord()
	return s.take()
}

// hold appends to the open line, and gives it up in pieces where it is longer
// than a record may be.
func (s *Scanner) hold(part []byte) {
	for len(s.pend)+len(part) > maxRecordBytes {
		n := maxRecordBytes - len(s.pend)
		s.pend = append(s.pend, part[:n]...)
		part = part[n:]
		s.column += len(s.pend)
		s.endLine()
	}
	s.pend = append(s.pend, part...)
}

func (s *Scanner) endLine() {
	text := bytes.TrimSuffix(s.pend, []byte("\r"))
	if !s.rec.continues(text) {
		s.closeRecord()
	}
	s.rec.add(text, s.line, s.column)
	if s.rec.full() {
		s.closeRecord()
	}
	s.pend = s.pend[:0]
}

func (s *Scanner) closeRecord() {
	if len(s.rec.lines) == 0 {
		return
	}
	s.found = append(s.found, resolve(s.set, s.source, &s.rec)...)
	s.rec.reset()
}

func (s *Scanner) take() []Occurrence {
	found := s.found
	s.found = nil
	return found
}
