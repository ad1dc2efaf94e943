package scan

import (
	"unicode/utf16"
	"unicode/utf8"
)

// wide turns UTF-16 input, which says so with its first two bytes, into UTF-8.
type wide struct {
	begun bool
	order int // 0 no UTF-16, 1 little-endian, 2 big-endian
	held  []byte
	high  rune // a surrogate that waits for the other half
}

// utf16Order returns the order that the first two bytes of an input say, 0 if
// they say none.
func utf16Order(mark [2]byte) int {
	switch mark {
	case [2]byte{0xff, 0xfe}:
		return 1
	case [2]byte{0xfe, 0xff}:
		return 2
	}
	return 0
}

// decode returns the next bytes as UTF-8.
func (w *wide) decode(block []byte) []byte {
	if w.begun && w.order == 0 {
		return block
	}
	if len(w.held) > 0 {
		block = append(w.held, block...)
		w.held = nil
	}
	if !w.begun {
		if len(block) < 2 {
			w.held = append(w.held, block...)
			return nil
		}
		w.begun = true
		if w.order = utf16Order([2]byte(block)); w.order == 0 {
			return block
		}
		block = block[2:]
	}
	out := make([]byte, 0, len(block))
	for ; len(block) >= 2; block = block[2:] {
		r := rune(block[0]) | rune(block[1])<<8
		if w.order == 2 {
			r = rune(block[1]) | rune(block[0])<<8
		}
		out = w.rune(out, r)
	}
	w.held = append(w.held, block...)
	return out
}

// rune appends a unit of UTF-16, or keeps it until its other half comes.
func (w *wide) rune(out []byte, r rune) []byte {
	if w.high != 0 {
		whole := utf16.DecodeRune(w.high, r)
		w.high = 0
		if whole != utf8.RuneError {
			return utf8.AppendRune(out, whole)
		}
		out = utf8.AppendRune(out, utf8.RuneError)
	}
	if r >= 0xd800 && r < 0xdc00 {
		w.high = r
		return out
	}
	return utf8.AppendRune(out, r)
}

// end returns what is left at the end of input.
func (w *wide) end() []byte {
	held := w.held
	w.held = nil
	if w.order != 0 {
		return nil
	}
	return held
}
