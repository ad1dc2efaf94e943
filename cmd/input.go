package cmd

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"sync/atomic"
	"syscall"
	"time"
	"unicode/utf8"
)

// An input is one thing to read errors from.
type input struct {
	name   string // as occurrences have it: the file's, or - for standard input
	reader string // the command that reads it, as messages name it
	io.ReadCloser
	copyTo io.Writer // gets what blocks reads at once; nil: nobody does
}

// String returns what messages call the input.
func (in input) String() string {
	if in.name == "-" {
		return "standard input"
	}
	if len(in.name) > maxQuoted {
		return short(in.name)
	}
	return short(shellWord(in.name))
}

// regular reports whether reading never pauses, as it does for a pipe whose
// writer is silent.
func (in input) regular() bool {
	_, ok := in.stat()
	return ok
}

// stat describes a regular file.
func (in input) stat() (info fs.FileInfo, ok bool) {
	f, ok := in.ReadCloser.(interface{ Stat() (fs.FileInfo, error) })
	if !ok {
		return nil, false
	}
	info, err := f.Stat()
	return info, err == nil && info.Mode().IsRegular()
}

// A file can be read anywhere.
type file interface {
	io.ReaderAt
	io.Seeker
}

// file returns the regular file that the input is, where reading stands in it,
// and how long it is.
func (in input) file() (f file, from, size int64, ok bool) {
	r := io.Reader(in.ReadCloser)
	if s, isStdin := r.(stdin); isStdin {
		r = s.Reader
	}
	f, ok = r.(file)
	info, isRegular := in.stat()
	if !ok || !isRegular {
		return nil, 0, 0, false
	}
	from, err := f.Seek(0, io.SeekCurrent)
	return f, from, info.Size(), err == nil
}

// blockSize is how much is read at once. It stays in the processor's cache.
const blockSize = 128 << 10

// maxAhead is how many blocks are read while one is used.
const maxAhead = 3

// blocks yields what is read, valid until the next, and last the error if it
// is not the end. Where idle is not 0 and reading pauses for so long, it yields
// an empty block, once for each pause.
func (in input) blocks(idle time.Duration) iter.Seq2[[]byte, error] {
	if in.regular() {
		idle = 0
	}
	if idle == 0 && in.copyTo == nil { // nothing to wait for
		return in.read
	}
	return func(yield func([]byte, error) bool) { in.readAhead(idle, yield) }
}

// read yields blocks as they are asked for.
func (in input) read(yield func([]byte, error) bool) {
	block := make([]byte, blockSize)
	for {
		n, err := in.Read(block)
		if n > 0 && !yield(block[:n], nil) {
			return
		}
		if err != nil {
			if !errors.Is(err, io.EOF) {
				yield(nil, err)
			}
			return
		}
	}
}

// readAhead is blocks with a second goroutine, which reads and copies: the first
// can look at the clock, and a slow block holds up neither the writer of the
// input nor the reader of the copy. Its buffers go round.
func (in input) readAhead(idle time.Duration, yield func([]byte, error) bool) {
	type piece struct {
		data []byte
		err  error
	}
	pieces, free, stop := make(chan piece, maxAhead), make(chan []byte, maxAhead+1), make(chan struct{})
	defer close(stop)
	for range cap(free) {
		free <- nil
	}
	var waits atomic.Bool // for input; not for whoever reads the copy
	go func() {
		for buffer := range free {
			if buffer == nil {
				buffer = make([]byte, blockSize)
			}
			waits.Store(true)
			n, err := in.Read(buffer[:blockSize])
			waits.Store(false)
			if in.copyTo != nil && n > 0 {
				if _, failed := in.copyTo.Write(buffer[:n]); failed != nil {
					n, err = 0, failed
				}
			}
			select {
			case pieces <- piece{buffer[:n], err}:
			case <-stop: // nobody wants more
				return
			}
			if err != nil {
				return
			}
		}
	}()
	var pause <-chan time.Time
	timer := time.NewTimer(idle)
	defer timer.Stop()
	if idle != 0 {
		pause = timer.C
	}
	for {
		select {
		case <-pause:
			if !waits.Load() {
				timer.Reset(idle)
			} else if !yield(nil, nil) {
				return
			}
		case p := <-pieces:
			if len(p.data) > 0 && !yield(p.data, nil) {
				return
			}
			if p.err != nil {
				if !errors.Is(p.err, io.EOF) {
					yield(nil, p.err)
				}
				return
			}
			free <- p.data
			timer.Reset(idle)
		}
	}
}

// tellPacked says how to read an input whose first bytes are those of a
// compressed file: to errcode it is a log without an error.
func (a *app) tellPacked(in input, block []byte) {
	var unpack string
	switch {
	case bytes.HasPrefix(block, []byte("\x1f\x8b")):
		unpack = "gzip -dc"
	case bytes.HasPrefix(block, []byte("\xfd7zXZ\x00")):
		unpack = "xz -dc"
	case bytes.HasPrefix(block, []byte("\x28\xb5\x2f\xfd")):
		unpack = "zstd -dc"
	case bytes.HasPrefix(block, []byte("BZh")) && !utf8.Valid(block):
		unpack = "bzip2 -dc"
	default:
		return
	}
	if in.name == "-" {
		a.say("standard input is compressed; to read what is in it: " + unpack + " | errcode " + in.reader)
		return
	}
	a.say(fmt.Sprintf("%s is compressed; to read what is in it: %s %s | errcode %s", in, unpack, short(fileWord(in.name)), in.reader))
}

// A turn tells when a while has passed in which an input went on without a pause.
type turn struct {
	idle time.Duration // 0: never
	last time.Time
}

// over reports whether the while has passed, and begins the next.
func (t *turn) over() bool {
	if t.idle == 0 || time.Since(t.last) < t.idle {
		return false
	}
	t.last = time.Now()
	return true
}

// turns counts from now on for an input that may pause.
func (in input) turns(idle time.Duration) turn {
	if in.regular() {
		idle = 0
	}
	return turn{idle, time.Now()}
}

// inputs opens one file after the other, standard input where none is named
// and for -, and yields them; it closes what it has opened. A file that cannot
// be opened is reported, and the others are still read.
func (a *app) inputs(reader string, names []string) iter.Seq[input] {
	return func(yield func(input) bool) {
		if len(names) == 0 {
			names = []string{"-"}
		}
		for _, name := range names {
			in := input{name: name, reader: reader, ReadCloser: stdin{a.env.Stdin}}
			if name == "-" {
				a.announceStdin()
			} else {
				file, err := a.env.Open(name)
				if err != nil {
					a.cannotRead(in, err)
					continue
				}
				in.ReadCloser = file
			}
			more := yield(in)
			_ = in.Close() // it was read only
			if !more {
				return
			}
		}
	}
}

// announceStdin tells a person who sits at a terminal that errcode waits for input.
func (a *app) announceStdin() {
	if a.env.StdinTTY && !a.announced {
		a.announced = true
		a.say("reading standard input, end with Ctrl-D")
	}
}

// stdin is standard input, which stays open and stays itself: how it waits is
// asked of what lies below.
type stdin struct{ io.Reader }

func (stdin) Close() error { return nil }

func (s stdin) Stat() (fs.FileInfo, error) {
	if file, ok := s.Reader.(interface{ Stat() (fs.FileInfo, error) }); ok {
		return file.Stat()
	}
	return nil, errors.ErrUnsupported
}

// cannotRead reports an input that failed, and where one is known the way on.
func (a *app) cannotRead(in input, err error) {
	a.unread = true
	folder := errors.Is(err, syscall.EISDIR)
	problem := reason(err)
	switch {
	case folder && in.name == "-":
		problem = "it is a folder; to read a file: errcode " + in.reader + " < FILE"
	case folder:
		problem = "it is a folder; name its files: errcode " + in.reader + " " + short(folderWord(in.name)) + "*"
	case errors.Is(err, fs.ErrNotExist):
		problem = "no such file"
	}
	if !folder && in.name != "-" && a.recognised(in.name) {
		problem += "; to explain this text itself: errcode " + textWord(in.name)
	}
	a.report(fmt.Errorf("cannot read %s: %s", in, problem))
}
