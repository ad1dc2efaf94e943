package cmd

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
)

// maxLine is the most bytes that a written occurrence may have. What explain
// writes comes near it only where a long message is mostly control characters,
// which JSON escapes.
const maxLine = 1 << 20

// A part is one occurrence as it was written elsewhere, or why there is none.
type part struct {
	line   int    // where it ends, or where what is no JSON begins; from 1
	text   []byte // JSON; valid until the next part
	err    error
	failed bool // err is of reading, not of what was read
}

const longPart = "it is longer than 1 MB"

// parts yields what stands on each line that is not blank, or what JSON arrays
// hold where the input begins with one.
func parts(from *bufio.Reader) iter.Seq[part] {
	return func(yield func(part) bool) {
		begun := false
		for line := 1; ; line++ {
			text, err := from.ReadSlice('\n')
			if line == 1 {
				text = bytes.TrimPrefix(text, []byte("\ufeff"))
			}
			p := part{line: line, text: bytes.TrimSpace(text)}
			if !begun && bytes.HasPrefix(p.text, []byte("[")) {
				arrays(io.MultiReader(bytes.NewReader(bytes.Clone(text)), from), line, yield)
				return
			}
			if errors.Is(err, bufio.ErrBufferFull) || len(p.text) > maxLine {
				p.text, p.err = nil, errors.New(longPart)
			}
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = from.ReadSlice('\n')
			}
			if err != nil && !errors.Is(err, io.EOF) {
				yield(part{line: line, err: err, failed: true})
				return
			}
			if len(p.text) > 0 || p.err != nil {
				begun = true
				if !yield(p) {
					return
				}
			}
			if err != nil {
				return
			}
		}
	}
}

// arrays yields the values of one JSON array after the other, as -o json
// writes them. Behind what is not JSON nothing can be told apart.
func arrays(from io.Reader, line int, yield func(part) bool) {
	r := &lineReader{from: from, line: line}
	d := json.NewDecoder(r)
	fail := func(err error) {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			err = errors.New("it ends inside an array")
		}
		yield(part{line: r.next(d), err: err, failed: r.failed})
	}
	for {
		r.left = maxLine
		switch open, err := d.Token(); {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			fail(err)
			return
		case open != json.Delim('['):
			fail(errors.New("it is in no array"))
			return
		}
		for d.More() {
			var text json.RawMessage
			if err := d.Decode(&text); err != nil {
				fail(err)
				return
			}
			if !yield(part{line: r.at(d), text: text}) {
				return
			}
			r.left = maxLine
		}
		if _, err := d.Token(); err != nil { // the bracket that closes
			fail(err)
			return
		}
	}
}

// A lineReader reads for a JSON decoder, counts lines, and stops a value that
// is too long.
type lineReader struct {
	from   io.Reader
	line   int // of what comes next
	left   int // bytes that may still be read
	failed bool
}

func (r *lineReader) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, errors.New(longPart)
	}
	n, err := r.from.Read(p[:min(len(p), r.left)])
	r.left -= n
	r.line += bytes.Count(p[:n], []byte("\n"))
	r.failed = err != nil && !errors.Is(err, io.EOF)
	return n, err
}

// at returns the line to which a decoder has come in what it has read.
func (r *lineReader) at(d *json.Decoder) int {
	return r.line - bytes.Count(ahead(d), []byte("\n"))
}

// next returns the line of what a decoder should have read next.
func (r *lineReader) next(d *json.Decoder) int {
	return r.line - bytes.Count(bytes.TrimLeft(ahead(d), " \t\r\n"), []byte("\n"))
}

// ahead returns what a decoder has read and not used.
func ahead(d *json.Decoder) []byte {
	text, _ := io.ReadAll(d.Buffered()) // from memory, which does not fail
	return text
}
