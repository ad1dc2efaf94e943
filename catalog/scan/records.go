package scan

import (
	"bytes"
	"slices"
	"strings"
)

// content takes a line apart at carriage returns, which end a line for
// recognition but not for its number, and gives the parts to their records.
func (s *Scanner) content(raw []byte, hit, more bool) {
	column := s.column
	for {
		end := bytes.IndexByte(raw, '\r')
		if end < 0 {
			break
		}
		s.put(raw[:end], column, hit, false)
		column += end + 1
		raw = raw[end+1:]
	}
	if column > s.column && len(raw) <= maxReset && stripColour(textOf(string(raw))).s == "" {
		return // a terminal ended the line twice, or its colour behind the line end
	}
	s.put(raw, column, hit, more)
}

// maxReset bounds what ends colours at the end of a line.
const maxReset = 16

// maxOpen bounds the records that are open at once, one for each source.
const maxOpen = 16

// put gives a line to the record that it belongs to.
func (s *Scanner) put(raw []byte, column int, hit, more bool) {
	at := s.base + s.pos + column - s.column
	s.closeSilent(at)
	if s.hunk.takes(raw) || s.code.takes(raw) || tellsOfTransfer(raw) {
		return
	}
	if column > 0 && column == s.column && len(s.open) > 0 && s.open[len(s.open)-1].goesOn {
		r := s.open[len(s.open)-1] // the next piece of a long line
		s.report(r, all)
		r.shed()
		r.hit = r.hit || hit
		r.lineID = s.lineID
		l := logLine{text: textOf(string(raw)), timeAt: -1}
		r.add(&l, s.line, column, len(raw), false)
		r.end = at + len(raw)
		s.endPiece(r, more)
		return
	}
	l := s.readLine(raw)
	l.text = s.lineSieve.sift(l.text)
	i, wraps, ok := s.recordOf(&l)
	if !ok {
		if strings.TrimSpace(l.content()) == "" && l.box == 0 {
			return
		}
		i = s.begin(&l)
		if s.last && !hit && !s.busy() {
			return // the line is read again where the next hit needs it
		}
	}
	r := s.open[i]
	r.hit = r.hit || hit
	if s.column > 0 && column == s.column {
		r.lineID = s.lineID
	}
	r.add(&l, s.line, column, len(raw), wraps)
	r.end = at + len(raw)
	s.open = append(slices.Delete(s.open, i, i+1), r) // the latest last
	if s.opt.Prompt && r.hit && (r.document.closed || len(r.lines) == 1) && r.raw >= r.next {
		s.report(r, complete)
		if r.next = r.raw; r.raw > maxPrompt { // else each of many documents would search it again
			r.next += r.raw / 4
		}
	}
	s.endPiece(r, more)
}

// closeSilent closes the records whose source has said nothing for as long as a
// record may be, up to an offset in the input: another's lines do not end them,
// and while one is open with a hit no line is skipped.
func (s *Scanner) closeSilent(at int) {
	for len(s.open) > 0 && (s.line-s.open[0].endLine > maxRecordLines || at-s.open[0].end > maxRecordBytes) {
		s.close(0) // the one that has waited longest
	}
}

// tellsOfTransfer reports whether a line is what curl tells between a response's
// headers and its body: "{ [212 bytes data]", "* Connection #0 to host ...".
func tellsOfTransfer(line []byte) bool {
	if bytes.HasPrefix(line, []byte("* ")) {
		return bytes.HasPrefix(line, []byte("* Connection #")) || bytes.HasPrefix(line, []byte("* Closing connection"))
	}
	return bytes.HasSuffix(line, []byte(" bytes data]")) && (bytes.Contains(line, []byte("{ [")) || bytes.Contains(line, []byte("} [")))
}

// maxPrompt is how long a record may be that is searched for each document that
// ends in it.
const maxPrompt = 8 << 10

// endPiece keeps a record within its limits.
func (s *Scanner) endPiece(r *record, more bool) {
	r.goesOn = more
	switch {
	case r.over():
		s.close(slices.Index(s.open, r))
	case (r.raw > maxHeldBytes || len(r.lines) > maxHeldLines) && !more:
		s.report(r, all)
		r.shed()
	}
}

// recordOf finds the open record that a line continues: that of its source; a
// line that names no source may continue the latest of all.
func (s *Scanner) recordOf(l *logLine) (i int, wraps, ok bool) {
	for _, r := range s.open {
		if l.source == "" && strings.HasSuffix(r.source, ": ") && strings.HasPrefix(l.content(), r.source) {
			l.source, l.n = r.source, l.n+len(r.source)
		}
	}
	if n := len(s.open); n > 0 && (l.source == "" || l.source == s.open[n-1].source) {
		if p := s.open[n-1].repeats(l); p > 0 {
			before := l.n
			l.n = p
			if ok, wraps := s.open[n-1].continues(l); ok {
				return n - 1, wraps, true
			}
			l.n = before
		}
	}
	for i := len(s.open) - 1; i >= 0; i-- {
		r := s.open[i]
		if l.source == "" && i == len(s.open)-1 || r.source == l.source {
			if ok, wraps := r.continues(l); ok {
				return i, wraps, true
			}
		}
	}
	return 0, false, false
}

// begin closes the record of the line's source and opens the next.
func (s *Scanner) begin(l *logLine) int {
	for i := len(s.open) - 1; i >= 0; i-- {
		if s.open[i].source == l.source {
			s.close(i)
		}
	}
	if len(s.open) == maxOpen {
		s.close(0)
	}
	s.open = append(s.open, s.newRecord())
	return len(s.open) - 1
}

// newRecord returns an empty record, one that was used before if there is one.
func (s *Scanner) newRecord() *record {
	var r *record
	if n := len(s.spare); n > 0 {
		r, s.spare = s.spare[n-1], s.spare[:n-1]
	} else {
		r = new(record)
	}
	*r = record{
		begin: s.base + s.pos, lines: r.lines[:0], noted: r.noted[:0], events: r.events[:0],
		w: writer{b: r.w.b[:0], marks: r.w.marks[:0]},
	}
	return r
}

// close reports on the record at i and ends it.
func (s *Scanner) close(i int) {
	r := s.open[i]
	s.open = slices.Delete(s.open, i, i+1)
	s.report(r, all)
	clear(r.events) // they hold its text
	if cap(r.w.b) <= maxRecordBytes && cap(r.events) <= maxSpare {
		s.spare = append(s.spare, r)
	}
}

// An extent says which events of a record are reported.
type extent bool

// All of them, or those that are complete in themselves.
const (
	all      extent = false
	complete extent = true
)

// report finds the events of a record and turns those that were not noted
// before into occurrences.
func (s *Scanner) report(r *record, which extent) {
	if !r.hit || len(r.lines) == 0 {
		return
	}
	if r.searched != r.raw {
		r.events, r.searched = s.find(r.events[:0], r), r.raw
	}
	events := r.events
	if len(r.noted) > 0 {
		events = slices.Concat(r.noted, r.events)
	}
	s.merged = merge(s.merged[:0], events)
	for _, e := range s.merged {
		if e.noted || r.goesOn && e.start >= r.raw-overlap {
			continue
		}
		if which == complete && !r.completes(e) {
			continue
		}
		if o, ok := s.occurrence(r, e); ok {
			s.found = append(s.found, o)
			e.noted = true
			r.noted = append(r.noted, e)
		}
	}
	if clear(s.merged); cap(s.merged) > maxSpare {
		s.merged = nil
	}
}
