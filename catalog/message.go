package catalog

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMessage is the longest text in bytes that is taken for a message.
const maxMessage = 8 << 10

// A foldedText is a message without what comes and goes: what two renderings of one message have
// in common. Case, white space, quotes and the last punctuation do not count.
type foldedText struct {
	runes []rune
	at    []int // where each comes from: its byte in the text as received
	end   []int // and the byte behind it
}

func foldText(text string) foldedText {
	f := foldedText{make([]rune, 0, len(text)), make([]int, 0, len(text)), make([]int, 0, len(text))}
	gap := -1 // byte of a run of white space that may count
	for end := 0; end < len(text); {
		at := end
		r, size := utf8.DecodeRuneInString(text[at:])
		end += size // 1 for a byte that is no UTF-8
		switch {
		case unicode.IsSpace(r):
			if gap < 0 {
				gap = at
			}
			continue
		case isQuote(r):
			continue
		}
		if gap >= 0 && len(f.runes) > 0 {
			f.append(' ', gap, gap+1)
		}
		gap = -1
		f.append(unicode.ToLower(r), at, end)
	}
	for n := len(f.runes); n > 0 && strings.ContainsRune(messageEnds, f.runes[n-1]); n-- {
		f = foldedText{f.runes[:n-1], f.at[:n-1], f.end[:n-1]}
	}
	return f
}

func (f *foldedText) append(r rune, at, end int) {
	f.runes, f.at, f.end = append(f.runes, r), append(f.at, at), append(f.end, end)
}

// foldMessage is foldText for comparing alone.
func foldMessage(text string) string {
	folded := make([]byte, 0, len(text)+utf8.UTFMax)
	gap := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			gap = true
		case isQuote(r):
		default:
			if gap && len(folded) > 0 {
				folded = append(folded, ' ')
			}
			gap = false
			folded = utf8.AppendRune(folded, unicode.ToLower(r))
		}
	}
	return strings.TrimRight(string(folded), messageEnds)
}

// messageEnds is the punctuation that may be missing at the end of a message.
const messageEnds = ".!。 "

// SameMessage reports whether two texts are one message: case, white space,
// quotes and the last punctuation do not count.
func SameMessage(a, b string) bool { return a == b || foldMessage(a) == foldMessage(b) }

// isQuote reports whether r only frames a value; a backslash does, since
// messages are quoted inside strings.
func isQuote(r rune) bool {
	switch r {
	case '"', '\'', '`', '\\', '“', '”', '‘', '’':
		return true
	}
	return false
}

// hash64 is FNV-1a.
func hash64(text string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	return h
}

// MatchMessage finds the entry whose message a text is: the table's own before
// one that the service sends today, an exact text before a template, catalog
// order among equals. The values are what stands in a template's slots.
func (s *Set) MatchMessage(text string) (m Match, values map[string]string, ok bool) {
	if len(text) > maxMessage {
		return Match{}, nil, false
	}
	folded := foldText(text)
	if len(folded.runes) == 0 {
		return Match{}, nil, false
	}
	exact := string(folded.runes)
	which := 0
	for _, x := range s.indexes {
		if i, w := x.exactMessage(exact); i >= 0 && (!ok || w == 0 && which > 0) {
			m, which, ok = Match{Query: text, Kind: KindText, Score: 1, Entry: x.entry(i)}, w, true
		}
	}
	if ok {
		return m, m.Entry.Values(text), true
	}
	for _, x := range s.indexes {
		if i, values := x.fitTemplate(text, folded); i >= 0 {
			return Match{Query: text, Kind: KindText, Score: 1, Entry: x.entry(i)}, values, true
		}
	}
	return Match{}, nil, false
}

// exactMessage returns the entry with a folded message and which of its
// messages it is: 0 the table's, above 0 a live one. Entry -1 is none.
func (x *Index) exactMessage(folded string) (entry, which int) {
	hash := hash64(folded)
	n := len(x.messages.data) / messageSize
	i := sort.Search(n, func(i int) bool { return x.messages.u64(i*messageSize) >= hash })
	for ; i < n && x.messages.u64(i*messageSize) == hash; i++ {
		entry, ok := x.entryAt(x.messages, i*messageSize+8)
		which := x.messages.u32(i*messageSize + 12)
		if ok && foldMessage(x.messageOf(entry, which)) == folded {
			return entry, which
		}
	}
	return -1, 0
}

// messageOf returns a message of an entry: 0 the table's, n its n-th live one.
func (x *Index) messageOf(entry, which int) string {
	if which == 0 {
		return x.text(x.rows, entry*entrySize+atMessage)
	}
	if live := x.liveOf(entry); which <= len(live) {
		return live[which-1].Message
	}
	x.messages.damaged()
	return ""
}

// addMessages writes the messages of all entries by the hash of their folding;
// among equal ones the tables' own come first, then catalog order.
func (c *compiler) addMessages(entries []Entry) {
	type message struct {
		hash         uint64
		entry, which int
	}
	var list []message
	for i, e := range entries {
		add := func(which int, text string) {
			if folded := foldMessage(text); folded != "" {
				list = append(list, message{hash64(folded), i, which})
			}
		}
		add(0, e.Message)
		for n, l := range e.Live {
			add(n+1, l.Message)
		}
	}
	slices.SortFunc(list, func(a, b message) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), min(a.which, 1)-min(b.which, 1), a.entry-b.entry, a.which-b.which)
	})
	for _, m := range list {
		c.u64(secMessages, m.hash)
		c.u32(secMessages, uint32(m.entry))
		c.u32(secMessages, uint32(m.which))
	}
}
