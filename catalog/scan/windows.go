package scan

import (
	"encoding/binary"
	"strings"
)

// windows find needles, many at once, after Wu and Manber: a window as long as
// the shortest of them moves over the text; the last four bytes in it tell how
// far it can jump without passing one. Of each needle the window sees only the
// piece that is rarest in logs.
type windows struct {
	size  int
	shift *[1 << hashBits]uint8    // by the hash of four bytes: how far to jump, 0: look closer
	first *[1 << bucketBits]uint32 // by a part of the hash: the first needle, from 1
	list  []windowed
}

// A windowed needle has a piece that fills the window.
type windowed struct {
	needle
	at   int    // of the piece
	next uint32 // in the same bucket, 0 none
}

const (
	hashBits   = 15
	bucketBits = 12
)

// maxWindow bounds the window: in a longer one even short needles have no choice
// of a rare piece.
const maxWindow = 11

// hash returns the place of four bytes in the table of jumps.
func hash(x uint32) uint32 { return x * 0x9e3779b1 >> (32 - hashBits) }

// hashAt returns the place of the four bytes that begin at i.
func hashAt(s string, i int) uint32 {
	return hash(uint32(s[i]) | uint32(s[i+1])<<8 | uint32(s[i+2])<<16 | uint32(s[i+3])<<24)
}

// bucketOf returns the bucket of the needles with a hash.
func bucketOf(hash uint32) uint32 { return hash >> (hashBits - bucketBits) }

// newWindows returns the tables for needles of four bytes at least.
func newWindows(needles []needle) *windows {
	w := &windows{size: maxWindow, shift: new([1 << hashBits]uint8), first: new([1 << bucketBits]uint32), list: []windowed{{}}}
	for _, n := range needles {
		w.size = min(w.size, len(n.s))
	}
	for i := range w.shift {
		w.shift[i] = uint8(w.size - 3)
	}
	for _, n := range needles {
		w.add(n)
	}
	return w
}

// add puts a needle into the tables.
func (w *windows) add(n needle) {
	at, last := rarest(n.s, w.size), w.size-4
	for i := range last {
		h := hashAt(n.s, at+i)
		w.shift[h] = min(w.shift[h], uint8(last-i))
	}
	h := hashAt(n.s, at+last)
	w.shift[h] = 0
	first := &w.first[bucketOf(h)]
	w.list = append(w.list, windowed{n, at, *first})
	*first = uint32(len(w.list) - 1)
}

// in reports whether a needle is in a text, whatever stands around it.
func (w *windows) in(s string) bool {
	last := w.size - 4
	for at := last; at+4 <= len(s); {
		h := hashAt(s, at)
		if w.shift[h] > 0 {
			at += int(w.shift[h])
			continue
		}
		for i := w.first[bucketOf(h)]; i != 0; i = w.list[i].next {
			if n := &w.list[i]; strings.HasPrefix(s[max(at-last-n.at, 0):], n.s) {
				return true
			}
		}
		at++
	}
	return false
}

// lanes is how many windows move in turn, each over its part of the text, so
// that none waits for memory.
const lanes = 8

// find appends the places of needles in data from an offset on, in no order,
// some of them twice.
func (w *windows) find(hits []int, data []byte, from int) []int {
	s := search{windows: w, data: data, from: from, text: data[from:], hits: hits}
	last, part, end := uint32(w.size-4), uint32(len(s.text)/lanes), uint32(max(len(s.text)-3, 0))
	for i := range s.at {
		s.at[i], s.end[i] = uint32(i)*part+last, min(uint32(i+1)*part+last, end)
	}
	s.end[lanes-1] = end
	if part > maxWindow {
		s.together()
	}
	for i := range s.at {
		s.alone(i)
	}
	return s.hits
}

// A search moves windows over a text. It is a struct and not a loop so that what
// moves stays in registers.
type search struct {
	*windows
	data    []byte
	from    int
	text    []byte        // of data, from there on
	at, end [lanes]uint32 // in text: of the last four bytes of each window
	seen    [32]uint32    // in text: where to look closer
	hits    []int
}

// together moves all windows, until each is at the end of its part. A fast one
// goes on into the next part; before one could pass the end, all stop.
func (s *search) together() {
	for {
		farthest, front := uint32(0), uint32(0)
		for i := range s.at {
			farthest = max(farthest, s.end[i]-min(s.at[i], s.end[i]))
			front = max(front, s.at[i])
		}
		room := s.end[lanes-1] - min(front+1, s.end[lanes-1])
		rounds := int(min(farthest, room)) / (s.size - 3)
		if rounds == 0 {
			return
		}
		for rounds > 0 {
			var seen uint32
			rounds, seen = s.jump(rounds)
			for _, at := range s.seen[:seen] {
				s.look(at)
			}
		}
	}
}

// jump moves the windows so many rounds, or until there may be no room for more
// places to look at. It returns the rounds that are left, and how many places.
func (s *search) jump(rounds int) (left int, seen uint32) {
	shift, text := s.shift, s.text
	by := func(at uint32) uint32 {
		return uint32(shift[hash(binary.LittleEndian.Uint32(text[int(at):int(at)+4]))])
	}
	pass := func(at, by uint32) uint32 { // without a branch that cannot be foreseen
		stays := (by - 1) >> 31 // 1 if it is to look
		s.seen[seen%uint32(len(s.seen))] = at
		seen += stays
		return at + stays
	}
	a, b, c, d, e, f, g, h := s.at[0], s.at[1], s.at[2], s.at[3], s.at[4], s.at[5], s.at[6], s.at[7]
	for rounds > 0 && seen <= uint32(len(s.seen))-lanes {
		rounds--
		i, j, k, l := by(a), by(b), by(c), by(d)
		a, b, c, d = a+i, b+j, c+k, d+l
		if i == 0 || j == 0 || k == 0 || l == 0 {
			a, b, c, d = pass(a, i), pass(b, j), pass(c, k), pass(d, l)
		}
		i, j, k, l = by(e), by(f), by(g), by(h)
		e, f, g, h = e+i, f+j, g+k, h+l
		if i == 0 || j == 0 || k == 0 || l == 0 {
			e, f, g, h = pass(e, i), pass(f, j), pass(g, k), pass(h, l)
		}
	}
	s.at = [lanes]uint32{a, b, c, d, e, f, g, h}
	return rounds, seen
}

// alone moves one window to the end of its part.
func (s *search) alone(lane int) {
	for at := s.at[lane]; at < s.end[lane]; {
		by := uint32(s.shift[hash(binary.LittleEndian.Uint32(s.text[at:at+4]))])
		if by == 0 {
			s.look(at)
			by = 1
		}
		at += by
	}
}

// look compares the needles whose piece may end with the four bytes at a place.
func (s *search) look(at uint32) {
	h := hash(binary.LittleEndian.Uint32(s.text[at : at+4]))
	for i := s.first[bucketOf(h)]; i != 0; i = s.list[i].next {
		n := &s.list[i]
		if start := s.from + int(at) - (s.size - 4) - n.at; start >= s.from && n.in(s.data, start) {
			s.hits = append(s.hits, start)
		}
	}
}
