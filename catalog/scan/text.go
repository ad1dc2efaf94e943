package scan

import "sort"

// A text is what a piece of a record reads as once it is decoded, together
// with where each byte of it came from.
type text struct {
	sifted
	marks []mark // ascending; parts of a text share them
	at    int    // where it begins in the text that was marked
}

// textOf returns a text that stands so in the record.
func textOf(s string) text { return text{sifted: plain(s)} }

// A mark begins a run of bytes that stand in the source as they do here.
type mark struct{ at, src int }

// begun returns how many runs have begun up to the byte at an offset.
func (t text) begun(at int) int {
	at += t.at
	return sort.Search(len(t.marks), func(i int) bool { return t.marks[i].at > at })
}

// src returns the offset in the record of the byte at an offset of the text.
func (t text) src(at int) int {
	i := t.begun(at) - 1
	if i < 0 {
		return t.at + at
	}
	return t.marks[i].src + t.at + at - t.marks[i].at
}

// cut returns the bytes from i to j.
func (t text) cut(i, j int) text { return text{t.part(t.s[i:j]), t.marks, t.at + i} }

// A writer builds a text. As long as that is one part of another, nothing is copied.
type writer struct {
	part  text
	b     []byte
	marks []mark
}

// add appends bytes that stand at src in the record.
func (w *writer) add(s string, src int) {
	if len(s) == 0 {
		return
	}
	if part := w.part; part.s != "" {
		w.part = text{}
		w.append(part, 0, len(part.s), 0)
	}
	if n := len(w.marks); n == 0 || w.marks[n-1].src+len(w.b)-w.marks[n-1].at != src {
		w.marks = append(w.marks, mark{len(w.b), src})
	}
	w.b = append(w.b, s...)
}

// copy appends the bytes of t from i to j.
func (w *writer) copy(t text, i, j int) { w.copyAt(t, i, j, 0) }

// copyAt does so where t begins at an offset of the record.
func (w *writer) copyAt(t text, i, j, base int) {
	if i < j && base == 0 && len(w.b) == 0 && w.part.s == "" {
		w.part = t.cut(i, j)
		return
	}
	w.append(t, i, j, base)
}

// append adds the runs of t from i to j one by one.
func (w *writer) append(t text, i, j, base int) {
	for i < j {
		end := j
		if k := t.begun(i); k < len(t.marks) {
			end = min(end, t.marks[k].at-t.at)
		}
		w.add(t.s[i:end], base+t.src(i))
		i = end
	}
}

// rewrite puts something else for parts of a text. At an offset, part returns
// how long the part is that begins there, 0 for none, and what stands for it.
func rewrite(t text, part func(i int) (n int, with string)) text {
	var w writer
	start := 0
	for i := 0; i < len(t.s); {
		n, with := part(i)
		if n == 0 {
			i++
			continue
		}
		w.copy(t, start, i)
		w.add(with, t.src(i))
		i += n
		start = i
	}
	w.copy(t, start, len(t.s))
	return w.text()
}

func (w *writer) text() text {
	if w.part.s != "" {
		return w.part
	}
	return text{sifted: plain(string(w.b)), marks: w.marks}
}
