package scan

import (
	"encoding/binary"
	"slices"
	"strings"
)

// The filter finds the places where an error may be. It searches for many
// strings at once, after Wu and Manber: a window as long as the shortest string
// moves over the text; the last three bytes in it tell how far it can jump
// without passing a string. Four windows, one for each quarter of a block, move
// in turn, so that none waits for memory.
//
// Of each string the window sees only the piece that is rarest in logs. The
// strings are all codes of the catalogs, a rare piece of each message, and what
// the renderings of unknown codes have. Fields named code are searched for
// apart: they are too short for the window, and most hold no error's code.

// maxNeedle is the most that has to be seen behind a place to tell whether a
// needle stands there.
const maxNeedle = 256

// maxWindow bounds the window: longer jumps hardly come about.
const maxWindow = 12

// A filter is ready to use once it is made, and does not change.
type filter struct {
	window int
	shift  *[1 << hashBits]uint8 // by the hash of three bytes: how far to jump, 0: look closer
	first  []uint16              // by the same hash: the first needle, from 1
	list   []needle
	many   bool // codes are no needles, but looked up word by word

	messages *filter // the pieces of messages alone
	errors   *filter // all others
}

// mayHoldMessage reports whether a piece of a message is in a text.
func (f *filter) mayHoldMessage(s string) bool { return f.messages.in(s) }

// mayHoldError reports whether a text in a document may be, or have, the
// rendering of an error.
func (f *filter) mayHoldError(s string) bool {
	return f.many || containsAny(s, "ode", "rror", "xception") || f.errors.in(s)
}

// in reports whether a needle is in a text, whatever stands around it.
func (f *filter) in(s string) bool {
	for p := f.window - 1; p < len(s); {
		h := hashAt(s, p)
		for i := f.first[h]; i != 0; i = f.list[i].next {
			if n := &f.list[i]; strings.HasPrefix(s[max(p-f.window+1-n.at, 0):], n.s) {
				return true
			}
		}
		p += max(int(f.shift[h]), 1)
	}
	return false
}

// A needle is a string and the piece of it that the window sees.
type needle struct {
	s    string
	code bool   // of a catalog: what stands around it decides
	at   int    // of the piece
	next uint16 // with the same hash, 0 none
}

const hashBits = 14

// hash returns the place in the tables of the last three of four bytes.
func hash(x uint32) uint32 { return x &^ 0xff * 0x9e3779b1 >> (32 - hashBits) }

// hashAt returns the place of the three bytes that end at i.
func hashAt[T string | []byte](s T, i int) uint32 {
	return hash(uint32(s[i-2])<<8 | uint32(s[i-1])<<16 | uint32(s[i])<<24)
}

// compile builds the tables for codes and other strings.
func compile(codes, others []string) *filter {
	f := &filter{window: maxWindow, shift: new([1 << hashBits]uint8), first: make([]uint16, 1<<hashBits), list: []needle{{}}}
	codes, others = distinct(codes), distinct(others)
	for _, s := range slices.Concat(codes, others) {
		f.window = min(f.window, len(s))
	}
	for i := range f.shift {
		f.shift[i] = uint8(f.window - 2)
	}
	for _, s := range codes {
		f.add(s, true)
	}
	for _, s := range others {
		f.add(s, false)
	}
	return f
}

// distinct sorts strings and drops those that are twice or too short.
func distinct(list []string) []string {
	slices.Sort(list)
	return slices.DeleteFunc(slices.Compact(list), func(s string) bool { return len(s) < 3 })
}

// add puts a needle into the tables.
func (f *filter) add(s string, code bool) {
	at := rarest(s, f.window)
	for i := 2; i < f.window; i++ {
		h := hashAt(s, at+i)
		jump := uint8(f.window - 1 - i)
		f.shift[h] = min(f.shift[h], jump)
		if jump == 0 {
			f.list = append(f.list, needle{s, code, at, f.first[h]})
			f.first[h] = uint16(len(f.list) - 1)
		}
	}
}

// find appends to hits, in ascending order, the places in data from one offset
// to another where an error may be. What stands behind them is seen, too.
func (f *filter) find(hits []int, data []byte, from, to int, known func(word string) bool) []int {
	n := len(hits)
	hits = f.strings(hits, data, from)
	hits = fields(hits, data, from)
	if f.many {
		hits = words(hits, data, from, known)
	}
	slices.Sort(hits[n:])
	for len(hits) > n && hits[len(hits)-1] >= to {
		hits = hits[:len(hits)-1]
	}
	return hits
}

// strings finds the needles.
func (f *filter) strings(hits []int, data []byte, from int) []int {
	size := (len(data) - from) / 4
	last := f.window - 1
	shift := f.shift
	if size > 4*f.window && last >= 3 {
		var p, end [4]int
		for i := range p {
			p[i] = max(from+i*size-last, from) + last
			end[i] = from + (i+1)*size
		}
		a, b, c, d := p[0], p[1], p[2], p[3]
		for a < end[0] && b < end[1] && c < end[2] && d < end[3] {
			i := int(shift[hash(binary.LittleEndian.Uint32(data[a-3:a+1]))])
			j := int(shift[hash(binary.LittleEndian.Uint32(data[b-3:b+1]))])
			k := int(shift[hash(binary.LittleEndian.Uint32(data[c-3:c+1]))])
			l := int(shift[hash(binary.LittleEndian.Uint32(data[d-3:d+1]))])
			if i == 0 {
				hits = f.look(hits, data, a)
				i = 1
			}
			if j == 0 {
				hits = f.look(hits, data, b)
				j = 1
			}
			if k == 0 {
				hits = f.look(hits, data, c)
				k = 1
			}
			if l == 0 {
				hits = f.look(hits, data, d)
				l = 1
			}
			a, b, c, d = a+i, b+j, c+k, d+l
		}
		hits = f.lane(hits, data, a, end[0])
		hits = f.lane(hits, data, b, end[1])
		hits = f.lane(hits, data, c, end[2])
		return f.lane(hits, data, d, len(data))
	}
	return f.lane(hits, data, from+last, len(data))
}

// lane moves one window from p to the end.
func (f *filter) lane(hits []int, data []byte, p, end int) []int {
	for p < end {
		jump := int(f.shift[hashAt(data, p)])
		if jump == 0 {
			hits = f.look(hits, data, p)
			jump = 1
		}
		p += jump
	}
	return hits
}

// look compares the needles whose piece may end at p.
func (f *filter) look(hits []int, data []byte, p int) []int {
	for i := f.first[hashAt(data, p)]; i != 0; i = f.list[i].next {
		n := &f.list[i]
		at := p - f.window + 1 - n.at
		if at >= 0 && at+len(n.s) <= len(data) && data[at] == n.s[0] && string(data[at:at+len(n.s)]) == n.s &&
			(!n.code || announced(data, at, at+len(n.s))) {
			return append(hits, at)
		}
	}
	return hits
}
