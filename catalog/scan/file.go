package scan

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"math"
	"reflect"
	"slices"
)

// A file can be read at several places at once, so its parts are scanned side by
// side. What a scanner makes of a part depends on what stands before it, but not
// on all of it: on the records that are open there, and how far back the next may
// begin. So each part's scanner begins a little before the part, and what it
// found counts where it then is in the very state in which the scanner of the
// part before stops. Where it is not, as amid a long record, that one goes on.

// partSize is how long a part is, lookback how far before it its scanner begins:
// more than a record reaches back.
const (
	partSize = 2 << 20
	lookback = maxRecordBytes + overlap
	readSize = 128 << 10
)

// Splits reports whether a file of so many bytes has parts to scan side by side.
func Splits(size int64) bool { return size >= 2*partSize }

// ReadFile yields the occurrences of a file from an offset on, as Reset, Write
// and Close return them, and last the error if reading fails: what was read
// until then counts. As many parts are scanned at once as workers says.
func (s *Scanner) ReadFile(source string, file io.ReaderAt, from, size int64, workers int) iter.Seq2[[]Occurrence, error] {
	f := &fileScan{source: source, file: file, from: from, size: size, partSize: partSize, lookback: lookback, workers: workers}
	return func(yield func([]Occurrence, error) bool) { f.scan(s, yield) }
}

// A fileScan is one reading of a file.
type fileScan struct {
	lexicon    *lexicon
	opt        Options
	source     string
	file       io.ReaderAt
	from, size int64
	partSize   int64
	lookback   int64
	workers    int
	free       chan *Scanner // for use again
	adopted    int           // parts whose scanner was in the right state
}

// A part of a file is its bytes from the beginning of one line to that of
// another, and what its own scanner made of it; or a piece of a long line.
type part struct {
	begin, end int64
	amid       bool // a line: left to the scanner of the part before
	s          *Scanner
	state      state // of the scanner at begin
	line       int   // number of the line there, as the scanner counts
	found      []Occurrence
	err        error
}

// scan goes from part to part with the scanner that is right.
func (f *fileScan) scan(s *Scanner, yield func([]Occurrence, error) bool) {
	s.Reset(f.source)
	f.lexicon, f.opt = s.lexicon, s.opt
	f.free = make(chan *Scanner, f.workers+2)
	lines, at, going := 0, f.from, true // lines: before the first that s counts
	emit := func(found []Occurrence) bool {
		for i := range found {
			found[i].Line += lines
			found[i].EndLine += lines
		}
		going = going && (len(found) == 0 || yield(found, nil))
		return going
	}
	for p := range f.scanned() {
		if !p.amid && p.err == nil && reflect.DeepEqual(p.state, s.state()) {
			f.adopted++
			lines += s.line - p.line
			s, p.s = p.s, s
			emit(p.found)
			at = p.end
		} else {
			at, p.err = f.advance(s, at, p.end, emit)
		}
		f.free <- p.s
		if p.err != nil {
			break
		}
		if !going {
			return
		}
	}
	_, err := f.advance(s, at, math.MaxInt64, emit)
	if going && err != nil && !errors.Is(err, io.EOF) {
		going = yield(nil, err)
	}
	if going {
		emit(s.Close())
	}
}

// scanned yields the parts of the file in order, each with what its scanner made
// of it.
func (f *fileScan) scanned() iter.Seq[*part] {
	return func(yield func(*part) bool) {
		queue, stop := make(chan chan *part, f.workers-1), make(chan struct{})
		defer func() { // whoever reads on may use the scanners again
			close(stop)
			for done := range queue {
				<-done
			}
		}()
		go func() {
			defer close(queue)
			for p := range f.parts() {
				done := make(chan *part, 1)
				select {
				case queue <- done:
				case <-stop:
					return
				}
				go func() {
					f.run(p, f.scanner())
					done <- p
				}()
			}
		}()
		for done := range queue {
			if !yield(<-done) {
				return
			}
		}
	}
}

// scanner returns one that was used before, or a new one.
func (f *fileScan) scanner() *Scanner {
	select {
	case s := <-f.free:
		return s
	default:
		return &Scanner{lexicon: f.lexicon.another(), opt: f.opt}
	}
}

// parts yields the parts, unread. UTF-16 is left to who reads it from its start.
func (f *fileScan) parts() iter.Seq[*part] {
	return func(yield func(*part) bool) {
		var mark [2]byte
		if _, err := f.file.ReadAt(mark[:], f.from); err != nil || utf16Order(mark) != 0 {
			return
		}
		for begin, amid := f.from, false; begin < f.size; {
			end, whole := f.lineFrom(begin+f.partSize, min(begin+2*f.partSize, f.size))
			if !yield(&part{begin: begin, end: end, amid: amid || !whole}) {
				return
			}
			begin, amid = end, !whole
		}
	}
}

// lineFrom returns where the first line begins at or behind an offset. If none
// does before a limit, it returns that, and whether the file ends there.
func (f *fileScan) lineFrom(at, limit int64) (begin int64, ok bool) {
	block := make([]byte, 4<<10)
	for at--; at < limit; {
		n, err := f.file.ReadAt(block[:min(int64(len(block)), limit-at)], at)
		if i := bytes.IndexByte(block[:n], '\n'); i >= 0 {
			return at + int64(i) + 1, true
		}
		if at += int64(n); err != nil {
			break
		}
		if len(block) < readSize { // a long line
			block = make([]byte, readSize)
		}
	}
	return limit, limit == f.size
}

// run scans one part.
func (f *fileScan) run(p *part, s *Scanner) {
	p.s = s
	if p.amid {
		return
	}
	at := f.from
	if p.begin-f.lookback > f.from {
		at, _ = f.lineFrom(p.begin-f.lookback, p.begin)
	}
	s.resume(f.source, int(at-f.from))
	if at, p.err = f.advance(s, at, p.begin, func([]Occurrence) bool { return true }); p.err != nil {
		return
	}
	p.line, p.state = s.line, s.state()
	_, p.err = f.advance(s, at, p.end, func(found []Occurrence) bool {
		p.found = append(p.found, found...)
		return true
	})
}

// advance reads from one offset to another, or until nobody wants more. It
// returns how far it came, and the error if one kept it from going on.
func (f *fileScan) advance(s *Scanner, at, to int64, emit func([]Occurrence) bool) (int64, error) {
	if s.block == nil {
		s.block = make([]byte, readSize)
	}
	for at < to {
		n, err := f.file.ReadAt(s.block[:min(readSize, to-at)], at)
		at += int64(n)
		if n > 0 && !emit(s.Write(s.block[:n])) {
			return at, nil
		}
		if err != nil {
			return at, err
		}
	}
	return at, nil
}

// resume begins an input at the beginning of a line, behind so many bytes.
func (s *Scanner) resume(source string, base int) {
	s.Reset(source)
	s.base = base
	s.wide.begun = base > 0
}

// A state is what decides what a scanner makes of the input that follows, as far
// as two scanners can differ in it at the beginning of a line.
type state struct {
	pos    int // offset in the input
	low    int // and where the next record begins at the earliest
	column int
	hunk   hunk
	code   literal
	open   []record
	found  []Occurrence // not yet returned; their lines count from this one
}

// state returns the scanner's. Lines count from the present one.
func (s *Scanner) state() state {
	st := state{
		pos: s.base + s.pos, low: s.base + max(s.low, s.fed, s.pos-maxRecordBytes), column: s.column,
	}
	if s.hunk.open() { // else what is left of one decides nothing
		st.hunk = s.hunk
	}
	if s.code.open() {
		st.code = s.code
	}
	for _, r := range s.open {
		st.open = append(st.open, r.copied(s.line))
	}
	for _, o := range s.found {
		o.Line -= s.line
		o.EndLine -= s.line
		st.found = append(st.found, o)
	}
	return st
}

// copied returns the record without what a search has kept. Its lines count from
// another.
func (r *record) copied(from int) record {
	c := *r
	c.events, c.searched, c.next = nil, 0, 0
	c.endLine -= from
	c.lines, c.noted = slices.Clone(r.lines), slices.Clone(r.noted)
	for i := range c.lines {
		c.lines[i].number -= from
	}
	c.w = writer{part: r.w.part, b: slices.Clone(r.w.b), marks: slices.Clone(r.w.marks)}
	return c
}
