package scan

import (
	"slices"
	"sort"
	"strings"
)

// A line may hold thousands of errors, and each asks the same of what stands
// around it. So what was found out about a line is kept with it.

// A view is a line of a passage with the answers that it gave.
type view struct {
	at, end int // in the passage
	sifted

	source, table, setting, failure, foreign answer

	marked              bool // for the places of marks
	firstMark, lastMark int
	beside              map[string]bool // for a failure beside a code
}

// An answer is a yes or no that is asked for once.
type answer uint8

// An answer is unknown at first.
const (
	unknown answer = iota
	no
	yes
)

// ask asks the question, unless it was answered before.
func (a *answer) ask(question func() bool) bool {
	if *a == unknown {
		*a = no
		if question() {
			*a = yes
		}
	}
	return *a == yes
}

// line returns the view of the line of a passage that holds a place.
func (p *passage) line(at int) *view {
	if v := &p.view; at < v.at || at > v.end {
		start := lineStart(p.t.s, at)
		s := firstLine(p.t.s[start:])
		p.view = view{at: start, end: start + len(s), sifted: p.t.part(s)}
	}
	return &p.view
}

func (v *view) isSource() bool  { return v.source.ask(func() bool { return isSource(v.sifted) }) }
func (v *view) isTable() bool   { return v.table.ask(func() bool { return isTable(v.s) }) }
func (v *view) isSetting() bool { return v.setting.ask(func() bool { return isSetting(v.s) }) }
func (v *view) isForeign() bool { return v.foreign.ask(func() bool { return foreignMark(v.sifted) }) }

// foreignBefore and foreignBehind report whether another provider's mark stands
// on the line before a place of the passage, or behind one.
func (v *view) foreignBefore(at int) bool {
	if !v.isForeign() {
		return false
	}
	first, _ := v.marks()
	return first <= at-v.at
}

func (v *view) foreignBehind(at int) bool {
	if !v.isForeign() {
		return false
	}
	_, last := v.marks()
	return last >= at-v.at
}

// marks returns where the first mark of a line that has one ends and the last
// begins.
func (v *view) marks() (first, last int) {
	if !v.marked {
		v.marked = true
		v.firstMark = sort.Search(len(v.s), func(i int) bool { return foreignMark(v.part(v.s[:i])) })
		v.lastMark = sort.Search(len(v.s), func(i int) bool { return !foreignMark(v.part(v.s[i:])) }) - 1
	}
	return v.firstMark, v.lastMark
}

// failsBeside reports whether the line says that something failed, in other
// words than a code.
func (v *view) failsBeside(code string) bool {
	if !v.failure.ask(func() bool { return failureIn(v.s) }) || !failureIn(code) {
		return v.failure == yes
	}
	fails, ok := v.beside[code]
	if !ok {
		if v.beside == nil {
			v.beside = map[string]bool{}
		}
		fails = failureIn(strings.ReplaceAll(v.s, code, ""))
		v.beside[code] = fails
	}
	return fails
}

// behindParentheses reports whether a code stands in parentheses, as Azure
// writes it, somewhere before a place.
func (p *passage) behindParentheses(code string, at int) bool {
	if !p.parenthesised {
		p.parenthesised = true
		s := p.t.s
		each(s, ") ", func(i int) {
			start := i
			for start > 0 && i-start < maxCode && isCodeByte(s[start-1]) {
				start--
			}
			if start == 0 || s[start-1] != '(' {
				return
			}
			if p.parentheses == nil {
				p.parentheses = map[string]int{}
			}
			if _, ok := p.parentheses[s[start:i]]; !ok {
				p.parentheses[s[start:i]] = i + len(") ")
			}
		})
	}
	end, ok := p.parentheses[code]
	return ok && end <= at
}

// A span is a part of a record, from one offset to another.
type span struct{ from, to int }

// findSpans puts the places of the events in order, those that touch as one.
func (p *passage) findSpans() {
	list := p.spans[:0]
	for i := range p.own {
		e := &p.own[i]
		if word := endsInError(e.code) || e.lead && !p.known(e.code); !e.weak || !word { // else a class, or the first word of a sentence
			list = append(list, span{e.start, e.end})
		}
	}
	slices.SortFunc(list, func(a, b span) int { return a.from - b.from })
	p.spans = list[:0]
	for _, s := range list {
		if n := len(p.spans); n > 0 && s.from <= p.spans[n-1].to {
			p.spans[n-1].to = max(p.spans[n-1].to, s.to)
		} else {
			p.spans = append(p.spans, s)
		}
	}
}

// touches reports whether one of ordered spans has a part of another.
func touches(list []span, s span) bool {
	i := sort.Search(len(list), func(i int) bool { return list[i].to > s.from })
	return i < len(list) && list[i].from < s.to
}
