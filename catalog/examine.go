package catalog

import (
	"math"
	"math/bits"
)

// examine reads an entry closely and sets its score: how much of the question it
// explains, from 0 to 1: the share of the information whose words stand in it,
// a little less where they are scattered or not what its code is about; or how
// much of a message of the entry the question is.
func (q *question) examine(c *candidate) {
	e := c.index.entry(c.entry)
	p := q.read(c, &e)
	explained, missing := 0.0, 0.0
	weigh := func(info, loss, sure float64) {
		explained += info * sure
		if sure > 0 {
			loss *= doubt
		}
		missing += loss * (1 - sure)
	}
	for i, t := range q.terms {
		weigh(t.info, t.loss, p.sure[i])
	}
	for _, c := range q.signs {
		sure := 0.0
		for _, i := range c.pairs {
			sure = max(sure, p.sure[len(q.terms)+i])
		}
		weigh(c.info, c.loss, sure)
	}
	message := max(p.message, q.piece(&e))
	scattered := 1 - focusPart*(1-p.focus) - codePart*(1-p.code)
	if q.common && p.focus < wholly {
		scattered *= WeakScore // they name an entry as the whole of a keyword: "not allowed"
	}
	if q.faint {
		explained = 0 // only as a piece of a message do such words tell anything
	}
	c.words = max(shareOf(explained, missing)*scattered, message)
	c.score = max(shareOf(q.status+explained, missing)*scattered, message)
	c.whole = message
	if len(q.terms) > 1 {
		c.whole = max(message, p.named)
	}
}

// shareOf weighs what an entry explains against what it leaves unexplained.
// Explained information counts more than in proportion: that a question about
// something else shares one telling word with an entry happens, that it shares
// two or three hardly ever does.
func shareOf(explained, missing float64) float64 {
	if explained <= 0 {
		return 0
	}
	evidence := math.Pow(explained, evidencePower)
	return evidence / (evidence + max(missing, 0))
}

const (
	evidencePower = 1.8
	doubt         = 0.45 // of a word that the entry has, but not where it says what it is about
	focusPart     = 0.2  // of the score, that the words stand together
	codePart      = 0.04 // of the score, that they are the code's words
	inProse       = 0.2  // of a code's word, that it stands in a sentence: codes are names
)

// unread returns the score of an entry that was not read and holds so much of
// the information of the question's words.
func (q *question) unread(told float64) float64 {
	if q.faint {
		told = 0
	}
	score := shareOf(q.status+told, q.total-told)
	if q.common {
		score *= WeakScore
	}
	return score
}

// enough returns how much of the question's words an entry explains that
// reaches a score together with something else that it explains, if the rest is
// unexplained.
func (q *question) enough(score, other float64) float64 {
	if q.common {
		return math.Inf(1)
	}
	low, high := 0.0, q.total
	for range 20 {
		if middle := (low + high) / 2; shareOf(other+middle, q.total-middle) < score {
			low = middle
		} else {
			high = middle
		}
	}
	return high
}

// A page is what the question finds in one entry.
type page struct {
	found   []places  // by term, pairs behind words: how well what the entry has stands for it
	sure    []float64 // by term: how surely the entry is about it
	focus   float64   // share of the question in the one text that holds most of it
	code    float64   // share of the code's words that the question names
	named   float64   // share of the question that the code has
	message float64   // how much of a message the question repeats
}

// read finds the question's terms in the texts of an entry.
func (q *question) read(c *candidate, e *Entry) page {
	p := page{found: make([]places, len(q.terms)+len(q.pairs))}
	q.readTexts(&p, e)
	q.readPhrases(&p, c)
	weights := fieldWeights()
	for i := range p.found {
		p.sure = append(p.sure, p.found[i].sure(q.isCode, &weights))
	}
	return p
}

// readTexts reads what an entry has but its keywords.
func (q *question) readTexts(p *page, e *Entry) {
	fieldTexts(e, func(f field, text string) {
		if f == inKeyword {
			return // phrases are read
		}
		list := tokens(text)
		here, named := q.mark(list)
		if f == inCode {
			for _, short := range initials(text, list) {
				q.markWord(stem(short), here)
			}
		}
		q.note(p, f, here, named, contentWords(list))
		if f == inMessage {
			p.message = max(p.message, q.repeats(list))
		}
	})
}

// readPhrases reads the keywords of an entry, whose words are about it together,
// as far as the question has so many.
func (q *question) readPhrases(p *page, c *candidate) {
	known := q.readingsIn(c.index)
	here := make([]float64, len(p.found))
	for phrase := range c.index.phrases(c.entry) {
		named := 0
		clear(here)
		for _, word := range phrase.words {
			if hits := known[word]; len(hits) > 0 {
				named++
				for _, hit := range hits {
					here[hit.term] = max(here[hit.term], hit.quality)
				}
			}
		}
		if named == 0 {
			continue
		}
		part := min(float64(named)/float64(max(1, min(phrase.content, len(here)))), 1)
		for i := range here {
			here[i] *= part
		}
		q.note(p, inKeyword, here, named, phrase.content)
	}
}

// note takes down what one text of a field holds: how well it stands for each
// term, how many of its words the question names, and how many might be.
func (q *question) note(p *page, f field, here []float64, named, content int) {
	overlap := 0.0
	number := bits.TrailingZeros8(uint8(f))
	for i, quality := range here {
		p.found[i][number] = max(p.found[i][number], quality)
		overlap += quality * q.term(i).info
	}
	if content == 0 || q.total == 0 {
		return
	}
	// A sentence may have two words more than the question without
	// being about something else.
	known := min(float64(named)/float64(min(content, len(here)+2)), 1)
	p.focus = max(p.focus, min(overlap/q.total, 1)*math.Sqrt(known))
	if f == inCode {
		p.code, p.named = known, overlap/q.total
	}
}

// A hit is a term that a word stands for.
type hit struct {
	term    int
	quality float64
}

// readingsIn returns the terms that each word of an index stands for.
func (q *question) readingsIn(x *Index) map[int][]hit {
	if known := q.hits[x]; known != nil {
		return known
	}
	known := map[int][]hit{}
	for i := range len(q.terms) + len(q.pairs) {
		for _, r := range q.term(i).readings {
			if n := x.findWord(r.stem); n >= 0 {
				known[n] = append(known[n], hit{i, r.quality})
			}
		}
	}
	if q.hits == nil {
		q.hits = map[*Index]map[int][]hit{}
	}
	q.hits[x] = known
	return known
}

// places holds, for each field of an entry, how well what it has stands for a
// term: 1 the word itself, 0 nothing.
type places [8]float64

// sure returns how surely an entry is about the term: the best that the fields
// say together from some quality on, so that a synonym is never more than a
// synonym, however often it is there. The words of a code are names, which
// prose has for other reasons.
func (p places) sure(code bool, weights *[256]float64) float64 {
	for n := range p {
		if code && field(1)<<n&(inCode|inAlias|inParameter) == 0 {
			p[n] *= inProse
		}
	}
	best := 0.0
	for _, quality := range p {
		fields := field(0)
		for n, other := range p {
			if other >= quality && other > 0 {
				fields |= 1 << n
			}
		}
		best = max(best, quality*weights[fields])
	}
	return best
}

// mark returns how well the words of a text stand for each term, and how many
// of them the question names.
func (q *question) mark(list []token) (here []float64, named int) {
	here = make([]float64, len(q.terms)+len(q.pairs))
	for _, w := range list {
		if q.markWord(w.stem(), here) {
			named++
		}
	}
	return here, named
}

// markWord notes how well a stem stands for each term, and reports whether it
// stands for any.
func (q *question) markWord(stem string, here []float64) bool {
	named := false
	for i := range here {
		for _, r := range q.term(i).readings {
			if r.stem == stem {
				here[i] = max(here[i], r.quality)
				named = true
			}
		}
	}
	return named
}

// contentWords counts the words that do not only hold a sentence together.
func contentWords(list []token) int {
	n := 0
	for _, w := range list {
		if w.shape == pairWord || !lists(functionWords, w.text) {
			n++
		}
	}
	return n
}
