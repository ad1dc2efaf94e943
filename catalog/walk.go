package catalog

import (
	"cmp"
	"slices"
)

// The postings of a question's words are merged entry by entry. Words that
// tell little stand in many entries, and walking through all of these would be
// most of the work; but as soon as entries with such words alone are not
// wanted, the words are only looked up in the entries that hold a rarer one
// (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995).

// A source is the postings of all that stands for one term.
type source struct {
	readers []weighedReader
	info    float64 // of the term
	most    float64 // what it can tell at most
	behind  float64 // what the sources behind it can tell at most
}

// A weighedReader is the postings of one stem.
type weighedReader struct {
	postingsReader
	quality float64
	most    float64 // what it can tell at most
}

// rounding is more than sums of the same numbers in another order may differ.
const rounding = 1e-12

// walk calls do with the entries that may tell more than least returns, which
// may grow meanwhile, and what each of them tells, in catalog order.
func (q *question) walk(x *Index, least func() float64, do func(entry int, told float64)) {
	weights := fieldWeights()
	sources := q.sources(x, &weights)
	for next := 0; ; {
		need := least() * (1 + rounding)
		entry := x.entries
		told := 0.0 // at most, by what was looked at
		for i := range sources {
			if sources[i].most+sources[i].behind <= need {
				break
			}
			entry = sources[i].lead(next, entry, need-told-sources[i].behind)
			told += sources[i].most
		}
		if entry >= x.entries {
			return
		}
		next = entry + 1
		told = 0
		for i := range sources {
			told += sources[i].take(entry, need-told-sources[i].behind, &weights)
			if told+sources[i].behind <= need {
				break
			}
		}
		if told > need {
			do(entry, told)
		}
	}
}

// sources returns the terms that an index knows, the most telling first.
func (q *question) sources(x *Index, weights *[256]float64) []source {
	var list []source
	for i := range len(q.terms) + len(q.pairs) {
		t := q.term(i)
		src := source{info: t.info}
		for _, reading := range t.readings {
			n := x.findWord(reading.stem)
			if n < 0 {
				continue
			}
			if p := x.postingsOf(n); p.next() {
				most := t.info * (reading.quality * weights[x.fieldsOf(n)])
				src.readers = append(src.readers, weighedReader{p, reading.quality, most})
				src.most = max(src.most, most)
			}
		}
		if len(src.readers) > 0 {
			list = append(list, src)
		}
	}
	slices.SortStableFunc(list, func(a, b source) int { return cmp.Compare(b.most, a.most) })
	for i := len(list) - 2; i >= 0; i-- {
		list[i].behind = list[i+1].most + list[i+1].behind
	}
	return list
}

// lead returns the first entry, from next to before end, of a stem that can tell
// more than need. What the other stems have is looked up when it is wanted.
func (s *source) lead(next, end int, need float64) int {
	for i := 0; i < len(s.readers); i++ {
		r := &s.readers[i]
		switch {
		case r.most <= need:
		case r.entry >= next || r.seek(next):
			end = min(end, r.entry)
		default:
			s.readers = slices.Delete(s.readers, i, i+1)
			i--
		}
	}
	return end
}

// take returns what an entry tells of the term, if it may be more than need, and
// steps behind the entry.
func (s *source) take(entry int, need float64, weights *[256]float64) float64 {
	best := 0.0
	for i := 0; i < len(s.readers); i++ {
		r := &s.readers[i]
		if r.entry > entry || r.most <= need {
			continue
		}
		open := r.seek(entry)
		if open && r.entry == entry {
			best = max(best, r.quality*weights[r.fields])
			open = r.next()
		}
		if !open {
			s.readers = slices.Delete(s.readers, i, i+1)
			i--
		}
	}
	return s.info * best
}

// fieldWeight says how sure it is that a word in a field is about the entry. A
// code is nothing but what it is about, and keywords were chosen for it; the
// vendor's descriptions say little that the message does not, parameters and
// causes name what may be, and steps whatever helps.
func fieldWeight(f field) float64 {
	switch f {
	case inCode:
		return 0.95
	case inAlias, inKeyword:
		return 0.9
	case inMessage:
		return 0.85
	case inDescription:
		return 0.4
	case inParameter, inCause:
		return 0.35
	}
	return 0.25
}

// fieldWeights returns, for each combination of fields, how sure it is that a
// word is about an entry that has it there: each field is a chance of its own.
func fieldWeights() (weights [256]float64) {
	for fields := range weights {
		if fields == 0 {
			continue
		}
		low := fields & -fields
		weights[fields] = 1 - (1-weights[fields&^low])*(1-fieldWeight(field(low)))
	}
	return weights
}
