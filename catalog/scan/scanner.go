package scan

import (
	"bytes"
	"cmp"
	"math"
	"slices"

	"github.com/errcode/errcode/catalog"
)

// Options choose how a Scanner works. The zero value is what explain uses.
type Options struct {
	// Prompt reports an error as soon as its record is complete in itself: a
	// closed document, or a rendering on one line, with code and request ID.
	// What the record still says is then lost for the occurrence.
	Prompt bool
}

// A Scanner finds the errors of a set of catalogs in a stream. It is not safe
// for use by several goroutines at once.
//
// Most lines hold nothing. So the input is searched block by block for what no
// error lacks, the needles of the filter; only around one are lines taken apart
// and put together into records, beginning as far back as the record may begin.
type Scanner struct {
	*lexicon
	opt    Options
	source string
	wide   wide
	block  []byte // what ReadFile reads into

	buf      []byte // the input, from some byte before low on
	ended    int    // in buf: behind the last line end
	pos      int    // in buf: what lies before is decided
	low      int    // in buf: no record begins before
	target   int    // in buf: lines are given to records up to here
	fed      int    // in buf: what lies before was given to records
	line     int    // number of the line at pos, from 1
	column   int    // bytes of that line before pos
	filtered int    // in buf: how far hits are known
	hits     []int  // in buf, ascending
	base     int    // offset in the input of buf's first byte

	ahead []readAhead // the lines that restart read, the next that is put last
	last  bool        // behind the line that is fed the next hit decides what is read

	lineSieve sieve     // of the line that is put
	lineID    string    // request ID of the document that a long line began with
	open      []*record // the latest last
	spare     []*record // for use again
	hunk      hunk
	code      literal
	found     []Occurrence
	merged    []event // for use again
}

// Long lines are read in pieces that overlap; an error that begins in the
// overlap belongs to the second piece.
const (
	maxPiece = 64 << 10
	overlap  = 16 << 10
)

// New returns a Scanner for the catalogs of set.
func New(set *catalog.Set, opt Options) *Scanner {
	return &Scanner{lexicon: newLexicon(set), opt: opt, line: 1}
}

// Reset begins the next input; lines count from 1 again. What the input before
// it left open is dropped: call Close first.
func (s *Scanner) Reset(source string) {
	*s = Scanner{lexicon: s.lexicon, opt: s.opt, source: source, line: 1, block: s.block, buf: s.buf[:0], hits: s.hits[:0], spare: s.spare, ahead: s.ahead[:0]}
}

// Write takes the next piece of input, cut anywhere, and returns the
// occurrences that it completed, often none.
func (s *Scanner) Write(block []byte) []Occurrence {
	seen := len(s.buf)
	s.buf = append(s.buf, s.wide.decode(block)...)
	if i := bytes.LastIndexByte(s.buf[seen:], '\n'); i >= 0 {
		s.ended = seen + i + 1
	}
	s.run(false)
	return s.take(s.settled())
}

// Idle says that no input has come for a while: open records are closed. What
// still arrives for them makes no second occurrence. A line that has not ended
// may have been cut anywhere, in the middle of a code too, so it is left open,
// unless it ends as a document does.
func (s *Scanner) Idle() []Occurrence {
	line := bytes.TrimRight(s.buf[s.whole(false):], " \t\r")
	s.run(bytes.HasSuffix(line, []byte("}")) || bytes.HasSuffix(line, []byte("</Error>")))
	for _, r := range s.open {
		s.report(r, all)
	}
	return s.take(endOfInput())
}

// Turn says that a while has passed without a pause of the input. Where several
// sources take turns, one may have fallen silent: the records that got no line
// since the last Turn are reported, as Idle does with all.
func (s *Scanner) Turn() []Occurrence {
	for _, r := range s.open {
		if r.turns++; r.turns > 1 {
			s.report(r, all)
		}
	}
	return s.take(s.settled())
}

// Close ends the input and returns what was still open.
func (s *Scanner) Close() []Occurrence {
	s.buf = append(s.buf, s.wide.end()...)
	s.run(true)
	for len(s.open) > 0 {
		s.close(0)
	}
	return s.take(endOfInput())
}

// take returns the occurrences that stand before a line, or the piece of one,
// in the order of the input.
func (s *Scanner) take(before line) []Occurrence {
	if len(s.found) == 0 {
		return nil
	}
	slices.SortStableFunc(s.found, func(a, b Occurrence) int {
		return cmp.Or(a.Line-b.Line, a.Column-b.Column)
	})
	n := len(s.found)
	for n > 0 && cmp.Or(s.found[n-1].Line-before.number, s.found[n-1].Column-1-before.column) >= 0 {
		n--
	}
	found := s.found[:n:n]
	s.found = slices.Clone(s.found[n:])
	return found
}

// settled returns the line from which on an open record may still report an
// occurrence, while those of other sources end below it. Prompt reports do not
// wait for that.
func (s *Scanner) settled() line {
	first := endOfInput()
	if s.opt.Prompt {
		return first
	}
	for _, r := range s.open {
		if r.hit && r.turns < 2 && len(r.lines) > 0 && cmp.Or(r.lines[0].number-first.number, r.lines[0].column-first.column) < 0 {
			first = r.lines[0]
		}
	}
	return first
}

// endOfInput stands behind every line.
func endOfInput() line { return line{number: math.MaxInt} }

// run goes as far as the input does: over whole lines, over whole pieces of
// long lines, and at the end over what is left.
func (s *Scanner) run(final bool) {
	if s.base == 0 && s.pos == 0 && !final && len(s.buf) < 3 {
		return // may become a byte order mark
	}
	if s.base == 0 && s.pos == 0 && bytes.HasPrefix(s.buf, []byte("\ufeff")) {
		s.pos, s.low, s.filtered, s.column = 3, 3, 3, 3
	}
	s.search(final)
	for {
		if s.pos >= s.target && !s.busy() && !s.skip(final) {
			break
		}
		n, more, ok := s.piece(final)
		if !ok {
			break
		}
		s.feed(n, more)
	}
	s.trim()
}

// whole returns where in buf the whole lines end.
func (s *Scanner) whole(final bool) int {
	if final {
		return len(s.buf)
	}
	return max(s.ended, s.pos)
}

// search finds the needles in what has come since the last time.
func (s *Scanner) search(final bool) {
	end := s.whole(final)
	seen := end
	if long := len(s.buf) - maxNeedle; long-end > maxPiece-maxNeedle {
		end, seen = long, len(s.buf) // a line longer than a piece
	}
	if end > s.filtered {
		s.hits = s.filter.find(s.hits, s.buf[:seen], s.filtered, end, s.known)
		s.filtered = end
	}
}

// piece returns the length of the next line from pos on, or of the piece of a
// long line; more says that its text goes on.
func (s *Scanner) piece(final bool) (n int, more, ok bool) {
	rest := s.buf[s.pos:]
	n = bytes.IndexByte(rest[:min(len(rest), maxPiece+1)], '\n')
	switch {
	case n >= 0:
		return n, false, true
	case len(rest) > maxPiece:
		n, more = s.longPiece()
		return n, more, len(rest) > maxPiece+maxNeedle || final
	}
	return len(rest), false, final && len(rest) > 0
}

// longPiece returns the length of the piece of a long line at pos, and whether
// its text goes on: at a carriage return it does not.
func (s *Scanner) longPiece() (n int, more bool) {
	if i := bytes.LastIndexByte(s.buf[s.pos:s.pos+maxPiece], '\r'); i >= 0 {
		return i + 1, false
	}
	return maxPiece, true
}

// inLongLine reports whether the line at pos is longer than a piece.
func (s *Scanner) inLongLine() bool {
	return len(s.buf)-s.pos > maxPiece && bytes.IndexByte(s.buf[s.pos:s.pos+maxPiece+1], '\n') < 0
}

// feed gives the next n bytes to their record.
func (s *Scanner) feed(n int, more bool) {
	raw := s.buf[s.pos : s.pos+n]
	hit := false
	for len(s.hits) > 0 && s.hits[0] < s.pos+n {
		hit = hit || s.hits[0] >= s.pos
		if more && s.hits[0] >= s.pos+n-overlap {
			break
		}
		s.hits = s.hits[1:]
	}
	s.last = !more && s.pos+n >= s.target-1
	s.content(bytes.TrimSuffix(raw, []byte("\r")), hit, more)
	switch {
	case s.pos+n < len(s.buf) && s.buf[s.pos+n] == '\n':
		s.pos += n + 1
		s.line++
		s.column = 0
	default:
		s.nextPiece(n, more)
	}
	s.fed = s.pos
}

// trim drops the input that is not needed any more.
func (s *Scanner) trim() {
	keep := max(min(s.low, s.pos), s.pos-maxRecordBytes)
	if keep < len(s.buf)/2 {
		return // so that each byte is moved once
	}
	s.ended = max(s.ended-keep, 0)
	s.low = max(s.low-keep, 0)
	s.fed = max(s.fed-keep, 0)
	s.target = max(s.target-keep, 0)
	s.pos -= keep
	s.filtered = max(s.filtered-keep, 0)
	for i := range s.hits {
		s.hits[i] -= keep
	}
	s.base += keep
	s.buf = append(s.buf[:0], s.buf[keep:]...)
}
