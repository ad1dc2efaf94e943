package scan

import "strings"

// A sieve tells which marks a text surely does not hold: those with two bytes in a
// row that stand so nowhere in the text. Of what is looked for in a record, nearly
// nothing is there, and to ask the sieve costs a tenth of a search. A text may
// have no sieve, which lets every mark pass.
type sieve struct {
	pairs   [1 << 12]bool
	whole   string // the text
	foreign answer // whether it has another provider's mark
}

// pair returns the place of two bytes in a row.
func pair(a, b byte) int { return (int(a)<<5 ^ int(b)) & (1<<12 - 1) }

// note makes the sieve that of a text.
func (v *sieve) note(s string) {
	clear(v.pairs[:])
	v.whole, v.foreign = s, unknown
	if s == "" {
		return
	}
	before := s[0]
	for i := 1; i < len(s); i++ {
		v.pairs[pair(before, s[i])] = true
		before = s[i]
	}
}

// sift makes the sieve that of a text, unless the text has one.
func (v *sieve) sift(t text) text {
	if t.sieve == nil {
		v.note(t.s)
		t.sieve = v
	}
	return t
}

// passes reports whether a mark may be in the text.
func (v *sieve) passes(mark string) bool {
	if v == nil {
		return true
	}
	for i := 1; i < len(mark); i++ {
		if !v.pairs[pair(mark[i-1], mark[i])] {
			return false
		}
	}
	return true
}

// A sifted text has a sieve, its own or that of a text around it.
type sifted struct {
	s     string
	sieve *sieve
}

// has reports whether a mark is in the text.
func (t sifted) has(mark string) bool { return t.sieve.passes(mark) && strings.Contains(t.s, mark) }

// hasAny reports whether one of some marks is in the text.
func (t sifted) hasAny(marks ...string) bool {
	for _, m := range marks {
		if t.has(m) {
			return true
		}
	}
	return false
}

// some reports whether one of the places of a mark in the text is as asked.
func (t sifted) some(mark string, is func(i int) bool) bool {
	return t.sieve.passes(mark) && some(t.s, mark, is)
}

// eachIn calls f with the places from one offset to another where a mark begins.
func (t sifted) eachIn(from, to int, mark string, f func(i int)) {
	if t.sieve.passes(mark) {
		eachIn(t.s, from, to, mark, f)
	}
}

// part returns a part of the text.
func (t sifted) part(s string) sifted { return sifted{s, t.sieve} }

// plain returns a text of which nothing is known.
func plain(s string) sifted { return sifted{s: s} }
