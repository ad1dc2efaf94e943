package scan

import (
	"bytes"
	"slices"
	"strings"
)

// Lines that hold nothing are skipped: the scanner goes from hit to hit, and back
// from each to where its record may begin.

// busy reports whether the next line may belong to a record with a hit.
func (s *Scanner) busy() bool {
	if s.hunk.open() || s.code.open() {
		return true
	}
	for _, r := range s.open {
		if r.hit {
			return true
		}
	}
	return false
}

// skip goes to the line where the record of the next hit may begin. Without a
// hit it goes to the end of the whole lines and reports false.
func (s *Scanner) skip(final bool) bool {
	s.low = max(s.low, s.fed)
	if n := len(s.open); n > 0 { // without a hit: read again if one comes
		s.low = max(s.open[n-1].begin-s.base, 0)
		s.fed = s.low
		s.spare = append(s.spare, s.open...)
		s.open = s.open[:0]
	}
	for len(s.hits) > 0 && s.hits[0] < s.pos {
		s.hits = s.hits[1:]
	}
	end := s.whole(final)
	if len(s.hits) == 0 {
		if end > s.pos {
			s.moveTo(end)
		}
		for len(s.buf)-s.pos > maxPiece+maxNeedle && !final {
			s.skipPiece()
		}
		return false
	}
	hit := s.hits[0]
	s.target = hit + 1
	start := s.pos
	if n := bytes.LastIndexByte(s.buf[s.pos:hit], '\n'); n >= 0 {
		start = s.pos + n + 1
	}
	if start != s.pos {
		s.moveTo(start)
	}
	whole := s.column == 0
	for s.inLongLine() {
		if n, _ := s.longPiece(); hit < s.pos+n {
			break
		}
		s.skipPiece()
		whole = false
	}
	if whole {
		s.moveTo(s.restart(s.pos))
	}
	return true
}

// restart returns where the record of the line at start may begin: at the
// nearest line that continues no other, at most as far back as a record goes.
// Frames and the members of a document do not count, as they do not where they are
// read.
func (s *Scanner) restart(start int) int {
	end := len(s.buf)
	if n := bytes.IndexByte(s.buf[start:], '\n'); n >= 0 {
		end = start + n
	}
	clear(s.ahead)
	s.ahead = s.ahead[:0]
	l := s.readAhead(start, min(end, start+maxPiece))
	if l.fresh() && !s.partialBefore(l, start) && !s.brokenBefore(l, start) {
		return start
	}
	open := []string{l.source} // of lines whose record may have begun before
	at := start
	for lines := 0; lines < maxRecordLines && at > s.low; {
		before := bytes.LastIndexByte(s.buf[s.low:at-1], '\n') + 1 + s.low
		if start-before > maxRecordBytes {
			break
		}
		b := s.readAhead(before, at-1)
		if at = before; !isInside(b.content()) {
			lines++
		}
		i := slices.Index(open, b.source)
		switch fresh := b.fresh() && !s.partialBefore(b, at) && !s.brokenBefore(b, at); {
		case fresh && i >= 0:
			open = slices.Delete(open, i, i+1)
		case !fresh && i < 0 && b.source != "" && len(open) < maxOpen:
			open = append(open, b.source)
		}
		if len(open) == 0 {
			break
		}
	}
	return at
}

// isInside reports whether a line may be a member of a document, or a frame: it is
// indented, or begins as members do.
func isInside(line string) bool {
	return line != "" && (indentOf(line) > 0 || strings.IndexByte("\"'{}[]<", line[0]) >= 0)
}

// partialBefore reports whether the line l at an offset is the rest of the one
// before it, which a container runtime cut.
func (s *Scanner) partialBefore(l *logLine, at int) bool {
	for n := 0; l.pieces && at > s.low && n < maxOpen; n++ { // other writers may come between
		before := bytes.LastIndexByte(s.buf[s.low:at-1], '\n') + 1 + s.low
		b := readLine(s.buf[before : at-1])
		if at = before; b.source == l.source {
			return b.partial
		}
	}
	return false
}

// brokenBefore reports whether the line l at an offset goes on with what the one
// before it was broken in, each with a prefix of its own.
func (s *Scanner) brokenBefore(l *logLine, at int) bool {
	content := strings.TrimSpace(l.content())
	if at <= s.low || content == "" || !resumes(content) && (!isIDByte(content[0]) || !isIDByte(content[min(len(content)-1, 3)])) {
		return false
	}
	before := bytes.LastIndexByte(s.buf[s.low:at-1], '\n') + 1 + s.low
	if at-before < 60 {
		return false
	}
	b := readLine(s.buf[before : at-1])
	return samePrefix(b.text.s[:b.n], l.text.s[:l.n]) && (resumes(content) || seamless(strings.TrimSpace(b.content()), content))
}

// A readAhead is a line that was read before it is put.
type readAhead struct {
	logLine
	at, size int // its offset in the input, and its length
}

// readAhead reads the line from start to end and keeps it.
func (s *Scanner) readAhead(start, end int) *logLine {
	s.ahead = append(s.ahead, readAhead{readLine(s.buf[start:end]), s.base + start, end - start})
	return &s.ahead[len(s.ahead)-1].logLine
}

// readLine reads the line at pos, unless it was kept.
func (s *Scanner) readLine(raw []byte) logLine {
	at := s.base + s.pos
	for n := len(s.ahead); n > 0 && s.ahead[n-1].at <= at; n-- {
		l := s.ahead[n-1]
		s.ahead = s.ahead[:n-1]
		if l.at == at && l.size == len(raw) {
			return l.logLine
		}
	}
	return readLine(raw)
}

// moveTo goes to the beginning of another line.
func (s *Scanner) moveTo(pos int) {
	if pos >= s.pos {
		n := bytes.Count(s.buf[s.pos:pos], []byte{'\n'})
		s.line += n
		if n > 0 {
			s.column = 0
		}
		if last := bytes.LastIndexByte(s.buf[s.pos:pos], '\n'); last < 0 {
			s.column += pos - s.pos
		} else {
			s.column = pos - s.pos - last - 1
		}
	} else {
		s.line -= bytes.Count(s.buf[pos:s.pos], []byte{'\n'})
		s.column = 0
	}
	s.pos = pos
}

// skipPiece goes on in a long line behind a piece without a hit.
func (s *Scanner) skipPiece() {
	s.nextPiece(s.longPiece())
	s.low = s.pos
}

// nextPiece goes on in a line, behind a piece of n bytes; more says that its text
// goes on. A body may name its request at the beginning and its code at the end.
func (s *Scanner) nextPiece(n int, more bool) {
	if !more {
		s.lineID = ""
		s.pos += n
		s.column += n
		return
	}
	if s.column == 0 {
		s.lineID = ""
		head := textOf(string(s.buf[s.pos : s.pos+min(n, maxHead)]))
		if i := strings.IndexByte(head.s, '{'); i >= 0 {
			if doc, ok := parseJSON(head, i, new(nodeList)); ok && !doc.closed {
				s.lineID = doc.deepRequest(0)
			}
		}
	}
	s.pos += n - overlap
	s.column += n - overlap
}

// maxHead bounds what is read of the beginning of a long line.
const maxHead = 2 << 10
