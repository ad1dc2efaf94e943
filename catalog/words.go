package catalog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a piece of a text that is searched for: a run of letters, or of
// digits, cut inside codes where a capital begins ("DBInstanceState" is db,
// instance, state), or a pair of Chinese characters.
type token struct {
	text     string // lower case
	from, to int    // bytes of the text that it comes from
	shape    shape
	first    bool // begins what stands between two blanks
}

// shape says what the surroundings of a token look like.
type shape uint8

const (
	plainWord shape = iota
	codeWord        // stands in something with inner capitals, dots or underscores
	valueWord       // stands in something that looks like an ID, an address, a time
	pairWord        // two Chinese characters, or one that stands alone
)

// stem returns the stem of the word; pairs have none.
func (t token) stem() string {
	if t.shape == pairWord {
		return t.text
	}
	return stem(t.text)
}

// tokens splits a text into its words, in order.
func tokens(text string) []token {
	list := split(nil, text, shapeOf)
	for i, t := range list {
		list[i].text = lower(text[t.from:t.to])
	}
	return list
}

// split appends the tokens of a text without their own texts. Who needs no
// shapes passes noShape.
func split(list []token, text string, form func(piece string) shape) []token {
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRuneInString(text[from:])
		switch {
		case isHan(r):
			to := runEnd(text, from, isHan)
			list = splitPairs(list, text, from, to)
			from = to
		case isLetter(r) || isNumber(r):
			to := runEnd(text, from, inPiece)
			list = splitPiece(list, text, from, to, form(text[from:to]))
			from = to
		default:
			from += size
		}
	}
	return list
}

// runEnd returns the end of the run of characters from a place on that all are in.
func runEnd(text string, from int, in func(rune) bool) int {
	for at, r := range text[from:] {
		if !in(r) {
			return from + at
		}
	}
	return len(text)
}

// inPiece reports whether a character holds together what a person writes
// without a blank: IDs, addresses, codes.
func inPiece(r rune) bool {
	return isLetter(r) && !isHan(r) || isNumber(r) || strings.ContainsRune("-_.:/'’@#", r)
}

// The kinds of characters; nearly all are ASCII.

func isHan(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Han, r) }

// isLetter takes a mark that combines with a letter for one.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func isNumber(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9'
	}
	return unicode.IsNumber(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// splitPairs appends the neighbouring characters of a run of Chinese, which is
// written without blanks; pairs need no dictionary and most words have two.
func splitPairs(list []token, text string, from, to int) []token {
	first, before := true, -1
	for at, r := range text[from:to] {
		if before >= 0 {
			list = append(list, token{"", before, from + at + utf8.RuneLen(r), pairWord, first})
			first = false
		}
		before = from + at
	}
	if first {
		list = append(list, token{"", from, to, pairWord, true})
	}
	return list
}

// splitPiece appends the words of what stands between two blanks.
func splitPiece(list []token, text string, from, to int, form shape) []token {
	first := true
	for at := from; at < to; {
		r, size := utf8.DecodeRuneInString(text[at:])
		var end int
		switch {
		case isNumber(r):
			end = min(to, runEnd(text, at, isNumber))
		case isLetter(r):
			end = at + wordEnd(text[at:to])
		default:
			at += size
			continue
		}
		list = append(list, token{"", at, end, form, first})
		first = false
		at = end
	}
	return list
}

// wordEnd returns where the word at the beginning of a text ends: before a
// capital behind a small letter, before the last of several capitals that a
// small letter follows ("DBInstance"; but "IPs" and "VSwitch" are one word),
// and at what is no letter. An apostrophe between letters is inside ("can't").
func wordEnd(text string) int {
	capitals := 0 // in a row
	lastAt := 0
	for at, r := range text {
		upper := unicode.IsUpper(r)
		switch {
		case isApostrophe(r) && at > 0 && startsWithLetter(text[at+utf8.RuneLen(r):]):
			continue
		case !isLetter(r) || isHan(r), upper && capitals == 0 && at > 0:
			return at
		case !upper && capitals > 1 && !(text[0] == 'V' && capitals == 2) && !pluralEnd(text[at:]):
			return lastAt
		case upper:
			capitals++
		default:
			capitals = 0
		}
		lastAt = at
	}
	return len(text)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isLetter(r)
}

// pluralEnd reports whether a text begins with the plural's s that follows
// an abbreviation: "IPs", "IDs".
func pluralEnd(rest string) bool {
	return rest[0] == 's' && !startsWithLetter(rest[1:])
}

func noShape(string) shape { return plainWord }

// shapeOf tells codes and values from plain words.
func shapeOf(piece string) shape {
	letters, digits, inner := 0, 0, false
	var last rune
	for _, r := range piece {
		switch {
		case isNumber(r):
			digits++
		case isLetter(r):
			letters++
			inner = inner || unicode.IsLower(last) && unicode.IsUpper(r)
		}
		last = r
	}
	if digits == 0 && !inner && !strings.ContainsAny(piece, "._:@") {
		return plainWord
	}
	switch body := strings.Trim(piece, "-_.:/'’@#"); {
	case isErrorNumber(body):
		return codeWord
	case digits > 0 && !inner && letters > 0 && len(body) > 4, digits > 0 && letters == 0 && len(body) > digits,
		strings.Contains(body, "://"), strings.Contains(body, "@"):
		return valueWord
	case inner, strings.ContainsAny(body, "._"):
		return codeWord
	}
	return plainWord
}

// isErrorNumber reports whether a piece is a code as other programs number
// theirs: capitals and then digits alone, as in "E11000" and "ORA-12541".
func isErrorNumber(piece string) bool {
	digits := strings.TrimLeft(piece, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := len(piece) - len(digits)
	digits = strings.TrimPrefix(digits, "-")
	return letters > 0 && len(digits) >= minErrorDigits && strings.Trim(digits, "0123456789") == ""
}

const minErrorDigits = 4 // fewer are a model or a release

// lower is strings.ToLower without apostrophes, so that "can't" and "cant" are
// one, without full-width forms, and with simplified Chinese characters.
func lower(text string) string {
	if plain(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		if isHan(r) {
			return simplify(r)
		}
		return unicode.ToLower(narrow(r))
	}, text)
}
