package scan

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf8"
)

// A record is the lines that belong together: a log line with what continues
// it, one document, a command's block, an exception with its frames, one of
// Terraform's diagnostics.
type record struct {
	source  string
	begin   int    // offset in the input of its first line,
	end     int    // and behind its last
	turns   int    // calls of Turn since its last line
	hit     bool   // a needle is in it
	goesOn  bool   // its last line is a piece of a long one
	first   string // the content of the first line that is held
	w       writer // that of all lines; sources are offsets in raw
	raw     int    // bytes of the lines as they came
	endLine int    // number of the last
	lines   []line
	time    time.Time
	limit   limits
	lineID  string  // request ID of the document that the line began with, of which this is a piece
	noted   []event // those that were reported before the record was closed

	events   []event // what the last search found
	searched int     // raw at that time: without more lines it finds the same
	next     int     // raw before which no prompt report is tried

	prefix   string // of the last line that is not blank
	sdk      bool   // a line had an SDK's head, or began with a label
	id       bool   // or had a whole request ID
	marked   bool   // a line carried a part of an error
	timed    bool   // the first such line had a time
	tagged   bool   // or a level alone
	entry    bool   // the first line is that of a logger
	last     string // content of the last line that is not blank
	lastRaw  int    // its width with the prefix, in runes
	widest   int    // the widest line so far
	full     bool   // two lines had that width
	words    int    // the widest line that has a blank to break at
	indent   int    // of the first line
	blanks   int    // blank lines at the end
	block    bool   // an SDK's head or a label was there
	coded    bool   // and a code's label since the last head
	list     bool   // bullets under a line that ends with a colon
	python   bool   // a traceback without its last line
	box      bool   // inside Terraform's border
	partial  bool   // the last line goes on in the next
	soft     bool   // a line ended with quoted-printable's soft break
	headers  bool   // behind the status line of a response
	document tracker
	scalar   scalar
}

// A line tells where a line of the input begins in a record.
type line struct {
	raw    int  // offset in the raw bytes
	number int  // from 1
	column int  // bytes of the input's line before it
	at     int  // offset in the content
	width  int  // in runes, with the prefix
	wraps  bool // the rest of the line before it
	glued  bool // the same, and nothing stood between
}

// bodyComes stands for the blank line behind the headers of a response and for
// a line that ends with an XML declaration.
const bodyComes = "body:"

// Limits of one record, counted from its last part: what is longer is closed
// and the next record begins, so that memory stays bounded for any input.
const (
	maxRecordBytes = 64 << 10
	maxRecordLines = 200

	// What is held of a longer record is reported, and it goes on without.
	maxHeldBytes = 256 << 10
	maxHeldLines = 4096
)

// limits counts from the last part of a record.
type limits struct{ bytes, lines int }

// over reports whether the record is as long as a record may be.
func (r *record) over() bool {
	return r.limit.bytes > maxRecordBytes && !r.goesOn || r.limit.lines > maxRecordLines
}

// shed drops the text of a record that goes on.
func (r *record) shed() {
	r.first, r.w = "", writer{}
	r.lines = r.lines[:0]
	r.raw, r.searched, r.next, r.events = 0, 0, 0, nil
	r.noted = slices.Delete(r.noted, 0, max(len(r.noted)-maxApart, 0))
	for i := range r.noted {
		r.noted[i] = r.noted[i].detached()
		r.noted[i].codeAt, r.noted[i].start, r.noted[i].end = 0, 0, 0
		if r.noted[i].item > 0 {
			r.noted[i].item = -1 // no item that is still to come
		}
	}
}

// completes reports whether an event of the record is complete in itself.
func (r *record) completes(e event) bool {
	if e.code == "" || e.requestID == "" || e.weak || strings.IndexByte(e.requestID, '-') == 8 && len(e.requestID) < 36 {
		return false // the last: its rest comes on the next line
	}
	return e.closed || len(r.lines) == 1 && !r.hardWrapped() && e.message != ""
}

// place returns the line and the column of an offset in the raw bytes.
func (r *record) place(raw int) (number, column int) {
	i := max(sort.Search(len(r.lines), func(i int) bool { return r.lines[i].raw > raw })-1, 0)
	l := r.lines[i]
	return l.number, l.column + raw - l.raw + 1
}

// text returns the content of the record. Lines stand apart as they came, but
// for those that a terminal broke: their pieces are put together again.
func (r *record) text(known func(string) bool) text { return r.unwrap(r.w.text(), known) }

// add appends a line that was rawLen bytes long; wraps says that it may be the
// rest of the line before it.
func (r *record) add(l *logLine, number, column, rawLen int, wraps bool) {
	content := l.content()
	switch {
	case len(r.lines) > 0:
		r.w.add("\n", r.raw-1)
	case r.last == "": // the first, not only the first that is held
		r.source, r.indent, r.entry = l.source, l.indent(), l.starts
	}
	wraps = wraps && len(r.lines) > 0
	r.lines = append(r.lines, line{raw: r.raw, number: number, column: column, at: len(r.w.b), wraps: wraps, glued: (r.partial || wraps && r.box && l.box == 0) && len(r.lines) > 0})
	r.partial = l.partial
	if len(r.lines) == 1 {
		r.first = content
	}
	t := l.text
	t.sieve = nil // the next line's will be in its place
	r.w.copyAt(t, l.n, len(t.s), r.raw)
	r.raw += rawLen + 1
	if r.time.IsZero() && l.timeAt >= 0 {
		r.time = parseTime(l.text.s[l.timeAt:l.timeEnd])
	}
	r.endLine, r.turns = number, 0
	r.limit.lines++
	r.limit.bytes += rawLen + 1
	r.observe(l, content)
}

// observe keeps what decides whether the next line belongs to the record.
func (r *record) observe(l *logLine, content string) {
	trimmed := strings.TrimSpace(content)
	if trimmed == "" {
		r.blanks++
		if r.headers {
			r.headers = false
			r.blanks = 0
			r.last = bodyComes
		}
		return
	}
	r.soft = r.soft || r.broken(l)
	r.observeError(l, content, trimmed)
	switch l.box {
	case '[', '|':
		r.box = true
	case ']':
		r.box = false
	}
	if o := l.opening(trimmed); o.frame || r.document.depth > 0 || r.block && !o.bullet && o.label != labelNone {
		r.limit = limits{}
	}
	r.observeWidth(l, trimmed)
	if r.blanks, r.prefix = 0, l.text.s[:l.n]; r.last != bodyComes || !isHexNumber(trimmed) {
		r.last = trimmed
	}
	if strings.HasSuffix(trimmed, "?>") && strings.Contains(trimmed, "<?xml") {
		r.last = bodyComes
	}
}

// observeError keeps which parts of an error a line has.
func (r *record) observeError(l *logLine, content, trimmed string) {
	line := l.text.part(trimmed)
	head, o := hasHead(line) || r.lines[len(r.lines)-1].wraps && cutHead(r.last, trimmed), l.opening(trimmed)
	if o.label != labelNone {
		r.block, r.sdk = true, true
		r.coded = r.coded || o.label == labelCode
	} else if head {
		r.coded = false // the next rendering has its own
	}
	if r.hit && !r.block && strings.IndexByte("{[<", trimmed[0]) < 0 {
		labels(trimmed, 0, len(trimmed), func(l foundLabel) { r.block = r.block || l.label == labelCode && !isTag(trimmed, l) })
	}
	title := isTitle(line)
	if head || opensAzure(line) || title {
		r.block = true
	}
	r.sdk = r.sdk || head || title && line.has(": code: ")
	r.id = r.id || r.sdk && hasID(trimmed)
	r.document.line(content)
	r.scalar.line(l, trimmed)
	if (r.block || r.document.depth > 0) && !r.marked || r.properties(l, trimmed) {
		r.mark(l)
	}
	switch {
	case strings.HasPrefix(trimmed, "Traceback (most recent call last)"), strings.HasSuffix(trimmed, "(Traceback (most recent call last):"):
		r.python = true // the latter as the value of an attribute
	case r.python && l.indent() <= r.indent && !o.frame && !strings.HasPrefix(trimmed, "Traceback"):
		r.python = false
	}
	if (len(r.lines) == 1 || !r.block && strings.HasSuffix(r.last, ":")) && endsWithStatus(line) {
		r.headers = true
		r.mark(l)
	}
	r.list = r.list && (o.bullet || indentOf(content) > 0 || r.block) || o.bullet && endsWithColon(r.last) || opensRow(trimmed)
}

// mark notes what stands before a line with a part of an error.
func (r *record) mark(l *logLine) {
	r.marked, r.timed, r.tagged = true, l.timeAt >= 0, l.tagged && l.timeAt < 0
}

// observeWidth keeps how wide lines are, which tells where a terminal broke them.
func (r *record) observeWidth(l *logLine, trimmed string) {
	width := utf8.RuneCountInString(l.text.s)
	r.lines[len(r.lines)-1].width = width
	if width == r.widest && width >= 40 {
		r.full = true
	}
	if width > r.widest {
		r.widest, r.full = width, false
	}
	if strings.IndexByte(trimmed, ' ') > 0 {
		r.words = max(r.words, width)
	}
	r.lastRaw = width
}
