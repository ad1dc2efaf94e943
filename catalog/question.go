package catalog

import (
	"slices"
	"strings"
)

// A question is a text that was searched for, taken apart: its terms, and how
// much each of them tells.
type question struct {
	folded string // as messages are compared
	words  []token
	isCode bool                     // it is a code and nothing else
	faint  bool                     // it has nothing but words that hold sentences together
	common bool                     // it has nothing but words that tell nothing alone
	known  bool                     // it is several plain words, each of which some catalog knows
	terms  []term                   // each word once
	pairs  []term                   // of Chinese, in order
	signs  []character              // the characters of these
	total  float64                  // information of all of these
	loss   float64                  // what they tell against an entry that has none of them
	status float64                  // information of the HTTP statuses among the words
	hits   map[*Index]map[int][]hit // what the words of an index stand for, once an entry of it is read
}

// A term is a word of the question and what may stand for it in an entry.
type term struct {
	token
	stem     string
	info     float64   // 0 to 1: how much it tells of an entry that has it
	loss     float64   // 0 to 1: how much it tells against one that has it not
	readings []reading // none: no catalog knows the word
}

// A reading is a stem that stands for a word, and how well.
type reading struct {
	stem    string
	quality float64 // 1: the word itself
}

// maxQuestion is how many bytes of a text are read as a question. Nobody asks
// more; who pastes a log means explain.
const maxQuestion = 4 << 10

// ask takes a text apart.
func (s *Set) ask(text string) *question {
	text = text[:min(len(text), maxQuestion)]
	q := &question{folded: foldMessage(text), words: tokens(text)}
	q.isCode = len(q.words) > 0 && !slices.ContainsFunc(q.words, func(t token) bool { return t.shape != codeWord })
	for i, w := range q.words {
		switch {
		case w.shape == pairWord:
			q.pairs = append(q.pairs, s.pair(w))
		case lists(functionWords, w.text):
		case s.inCompound(q.words, i):
			q.add(term{token: w, stem: w.stem(), info: compoundInfo, loss: compoundLoss})
		default:
			for _, part := range s.parts(w) {
				q.add(s.term(part, q.joined(i)))
			}
		}
	}
	if len(q.terms)+len(q.pairs) == 0 {
		q.addFunctionWords(s)
		q.faint = true
	}
	for _, t := range q.terms {
		q.total += t.info
		q.loss += t.loss
	}
	q.signs = q.characters()
	for _, c := range q.signs {
		q.total += c.info
		q.loss += c.loss
	}
	q.common = len(q.pairs) == 0 && !slices.ContainsFunc(q.terms, s.tells)
	q.known = len(q.terms) > 1 &&
		!slices.ContainsFunc(q.words, func(t token) bool { return t.shape != plainWord || !t.first }) &&
		!slices.ContainsFunc(q.terms, func(t term) bool { return s.count(t.stem) == 0 })
	return q
}

// tells reports whether a word alone may lead to an entry: values do not, nor
// what is said of any matter where no code and no message says it.
func (s *Set) tells(t term) bool {
	return t.info > valueInfo && (!isCommon(t.text) || s.standsIn(t.stem, inCode|inMessage))
}

// add adds a term whose word is not there yet.
func (q *question) add(t term) {
	if !slices.ContainsFunc(q.terms, func(old term) bool { return old.stem == t.stem }) {
		q.terms = append(q.terms, t)
	}
}

// joined returns what word i makes with its neighbours: a "white list" is a
// "whitelist", and what is "not legal" is "illegal".
func (q *question) joined(i int) []string {
	var both []string
	for _, j := range [...]int{i - 1, i} {
		if j >= 0 && j+1 < len(q.words) {
			both = append(both, stem(q.words[j].text+q.words[j+1].text))
		}
	}
	for _, before := range q.words[max(i-maxNegation, 0):i] {
		if lists(negations, before.text) {
			for prefix := range strings.FieldsSeq(negatingPrefixes) {
				both = append(both, stem(prefix+q.words[i].text))
			}
			break
		}
	}
	return both
}

// maxNegation is how many words before another one may deny it: "is not very
// legal".
const maxNegation = 2

// minSplit is the number of letters from which on a word may be two, and
// minPart how many each of these has.
const minSplit, minPart = 6, 2

// parts returns the word, or the two known words that an unknown one consists
// of: "clienttoken", "iplist".
func (s *Set) parts(w token) []token {
	whole := []token{w}
	if len(w.text) < minSplit || !plain(w.text) || s.count(stem(w.text)) > 0 || isCommon(w.text) {
		return whole
	}
	for i := minPart; i+minPart <= len(w.text); i++ {
		a, b := w.text[:i], w.text[i:]
		if s.count(stem(a)) > 0 && s.count(stem(b)) > 0 && !lists(functionWords, a) && !lists(functionWords, b) {
			left, right := w, w
			left.text, left.to = a, w.from+i
			right.text, right.from, right.first = b, w.from+i, false
			return []token{left, right}
		}
	}
	return whole
}

// addFunctionWords is for a question that has no others: they tell nothing, but
// they lead to the messages of which the question may be a piece.
func (q *question) addFunctionWords(s *Set) {
	for _, w := range q.words {
		stemmed := w.stem()
		if s.count(stemmed) > 0 {
			q.add(term{token: w, stem: stemmed, info: faintInfo, loss: faintInfo, readings: []reading{{stemmed, 1}}})
		}
	}
}

// term returns the i-th term, pairs behind words.
func (q *question) term(i int) *term {
	if i < len(q.terms) {
		return &q.terms[i]
	}
	return &q.pairs[i-len(q.terms)]
}

// isCommon reports whether a word belongs to any trouble.
func isCommon(w string) bool { return isForm(commonWords, w) || lists(functionWords, w) }

// isForm reports whether a sorted list of words has w, or a word that w is a form of.
func isForm(list, w string) bool {
	base := singular(w)
	if b, ok := irregular(w); ok {
		base = b
	}
	if lists(list, w) || lists(list, base) {
		return true
	}
	for _, ending := range [...]string{"ed", "ing", "d", "ly", "er"} {
		if b, ok := strings.CutSuffix(base, ending); ok && len(b) > 2 &&
			(lists(list, b) || lists(list, undouble(b)) || lists(list, b+"e")) {
			return true
		}
	}
	return false
}
