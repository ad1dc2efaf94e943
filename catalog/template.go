package catalog

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A template is a message with slots where the service puts values:
// `The specified parameter "{parameter}" is not valid.` Its text is folded like
// a message; a slot takes one word, or what stands between quotes, and one at
// the end takes all that is left.
type template struct {
	runes []rune
	slots []string // names; a rune at slotRune+i stands for slot i
}

// slotRune is the first of the private-use characters that stand for slots.
const (
	slotRune = '\uE000'
	maxSlots = 64
)

func parseTemplate(text string) template {
	text = strings.Map(func(r rune) rune {
		if isSlot(r) {
			return -1
		}
		return r
	}, text)
	var t template
	var b strings.Builder
	for rest := text; rest != ""; {
		before, name, after, ok := cutSlot(rest)
		b.WriteString(before)
		if !ok || len(t.slots) == maxSlots {
			b.WriteString(rest[len(before):])
			break
		}
		b.WriteRune(slotRune + rune(len(t.slots)))
		t.slots = append(t.slots, name)
		rest = after
	}
	t.runes = foldText(b.String()).runes
	return t
}

// cutSlot cuts a text around its first {name}.
func cutSlot(text string) (before, name, after string, ok bool) {
	before, rest, open := strings.Cut(text, "{")
	name, after, closed := strings.Cut(rest, "}")
	return before, name, after, open && closed && name != ""
}

func isSlot(r rune) bool { return r >= slotRune && r < slotRune+maxSlots }

// match returns the values of a text that fits the template, nil for one that
// does not. Values are as received, without their quotes.
// Every comparison takes one of the steps, and without any left nothing fits.
func (t template) match(text string, f foldedText, steps *int) map[string]string {
	try := fitting{template: t, text: text, foldedText: f, steps: steps}
	spans, ok := try.fit(0, 0, nil)
	if !ok {
		return nil
	}
	values := make(map[string]string, len(t.slots))
	for i, s := range spans {
		value := text[f.at[s.from]:f.end[s.to-1]]
		if _, twice := values[t.slots[i]]; !twice {
			values[t.slots[i]] = value
		}
	}
	return values
}

// A span is a slot's value: a range of folded runes, never empty.
type span struct{ from, to int }

// maxFitSteps bounds the work for hostile templates and texts together.
const maxFitSteps = 1 << 18

// A fitting is one try to fit a text into a template.
type fitting struct {
	template
	foldedText
	text  string // as received
	steps *int   // left
}

// fit matches the template from rune p on with the text from rune n on. A slot
// is as short as the rest allows.
func (t *fitting) fit(p, n int, done []span) ([]span, bool) {
	pattern, runes := t.template.runes, t.foldedText.runes
	for ; p < len(pattern) && !isSlot(pattern[p]); p, n = p+1, n+1 {
		*t.steps--
		if n >= len(runes) || runes[n] != pattern[p] || *t.steps < 0 {
			return nil, false
		}
	}
	switch {
	case p == len(pattern):
		return done, n == len(runes)
	case n >= len(runes):
		return nil, false
	case p == len(pattern)-1:
		return append(done, span{n, len(runes)}), true
	}
	for end, last := n+1, t.slotEnd(n); end <= last && *t.steps > 0; end++ {
		*t.steps--
		// A try that fails leaves its span behind the end of done, and the next
		// one overwrites it.
		if spans, ok := t.fit(p+1, end, append(done, span{n, end})); ok {
			return spans, true
		}
	}
	return nil, false
}

// slotEnd returns the rune behind the longest value that may begin at rune n:
// the end of the word, or of the quotes that open right before it.
func (t *fitting) slotEnd(n int) int {
	runes := t.foldedText.runes
	closing := closingQuote(t.text[:t.at[n]])
	for i := n; i < len(runes); i++ {
		switch {
		case closing != 0 && i > n && strings.ContainsRune(t.text[t.end[i-1]:t.at[i]], closing):
			return i
		case closing == 0 && runes[i] == ' ':
			return i
		}
	}
	return len(runes)
}

// closingQuote returns the quote that closes the one at the end of before, 0
// where there is none.
func closingQuote(before string) rune {
	switch r, _ := utf8.DecodeLastRuneInString(before); r {
	case '"', '\'', '`', '”', '’':
		return r
	case '“':
		return '”'
	case '‘':
		return '’'
	}
	return 0
}

// Values returns what stands in the slots of the entry's first template that a
// message fits, nil where none fits.
func (e Entry) Values(message string) map[string]string {
	if len(e.Templates) == 0 || len(message) > maxMessage {
		return nil
	}
	folded, steps := foldText(message), maxFitSteps
	for _, text := range e.Templates {
		if values := parseTemplate(text).match(message, folded, &steps); values != nil {
			return values
		}
	}
	return nil
}

// fitTemplate finds the first entry with a template that a text fits, -1 for
// none. Templates are found by their rarest word, so that only those are tried
// that share it.
func (x *Index) fitTemplate(text string, f foldedText) (entry int, values map[string]string) {
	entry = -1
	steps := maxFitSteps
	for record := range x.templatesFor(string(f.runes)) {
		n, ok := x.entryAt(x.templates, record*templateSize+16)
		if !ok || entry >= 0 && n >= entry {
			continue
		}
		wording := x.text(x.templates, record*templateSize+8)
		if steps -= len(wording); steps < 0 { // reading it is work too
			break
		}
		if found := parseTemplate(wording).match(text, f, &steps); found != nil {
			entry, values = n, found
		}
	}
	return entry, values
}

// templatesFor yields the records of the templates that are kept under one of
// the words of a folded text, each once.
func (x *Index) templatesFor(folded string) iter.Seq[int] {
	words := strings.Fields(folded)
	slices.Sort(words)
	return func(yield func(int) bool) {
		n := len(x.templates.data) / templateSize
		for _, word := range slices.Compact(words) {
			hash := hash64(word)
			i := sort.Search(n, func(i int) bool { return x.templates.u64(i*templateSize) >= hash })
			for ; i < n && x.templates.u64(i*templateSize) == hash; i++ {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// words returns the words of the template that hold no slot.
func (t template) words() []string {
	return slices.DeleteFunc(strings.Fields(string(t.runes)), func(w string) bool {
		return strings.ContainsFunc(w, isSlot) || !strings.ContainsFunc(w, unicode.IsLetter)
	})
}

// addTemplates writes the templates by the hash of their rarest word. One
// without any word of its own would fit everything and is refused.
func (c *compiler) addTemplates(entries []Entry) error {
	count := map[string]int{}
	for _, e := range entries {
		for _, text := range e.Templates {
			for _, w := range parseTemplate(text).words() {
				count[w]++
			}
		}
	}
	type keyed struct {
		hash  uint64
		text  string
		entry int
	}
	var list []keyed
	for i, e := range entries {
		for _, text := range e.Templates {
			own := parseTemplate(text).words()
			if len(own) == 0 {
				return fmt.Errorf("code %q: template %q has no word outside its slots", e.Code, text)
			}
			rarest := slices.MinFunc(own, func(a, b string) int {
				return cmp.Or(count[a]-count[b], len(b)-len(a))
			})
			list = append(list, keyed{hash64(rarest), text, i})
		}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), a.entry-b.entry)
	})
	for _, k := range list {
		c.u64(secTemplates, k.hash)
		c.ref(secTemplates, k.text)
		c.u32(secTemplates, uint32(k.entry))
		c.u32(secTemplates, 0)
	}
	return nil
}
