package scan

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// decode undoes what was done to a whole record on its way: quoted-printable,
// entities, URL encoding, doubled quotes of CSV. Backslashes are left to the
// parsers, which know where strings begin and end.
func decode(t text) text {
	if t.has(teamcity) {
		t = replaceBars(t)
	}
	for range 4 {
		switch {
		case hasEscape(t.sifted, "=3D") || t.has("=\n") && (hasEscape(t.sifted, "=") || hasSoftBreak(t.s)):
			t = replaceHex(t, '=')
		case t.has("&quot;") || t.has("&#") ||
			t.has("&lt;") || t.has("=&gt;") || t.has("&amp;quot;") || t.has("&apos;"):
			t = replaceEntities(t)
		case t.has(`<<"`) && t.has(`">>`):
			t = replaceBinaries(t)
		case t.has("#012") && hasSyslogBreak(t.s):
			t = replaceOctal(t)
		case !codeInQuotes(t.sifted) && t.hasAny("%22", "%0A", "%7B", "%3A", "%0D", "%2522", "%EF%BC%9A"):
			t = replaceHex(t, '%')
		case t.has("</") && inlineTags(t.s):
			t = withoutInlineTags(t)
		case t.hasAny("ode”:", "ode”："):
			t = replaceCurly(t)
		case t.has(`""`) && csvQuotes(t.s):
			t = replaceDoubled(t)
		default:
			return t
		}
	}
	return t
}

// teamcity begins a service message, in which a bar escapes what is special.
const teamcity = "##teamcity["

// replaceBars decodes the escapes of service messages: |n, |', || and the like.
func replaceBars(t text) text {
	inside := false
	return rewrite(t, func(i int) (int, string) {
		switch s := t.s[i:]; {
		case s[0] == '\n':
			inside = false
		case s[0] == '#':
			inside = inside || strings.HasPrefix(s, teamcity)
		case !inside || s[0] != '|' || len(s) < 2:
		case s[1] == 'n' || s[1] == 'r':
			return 2, "\n"
		case strings.IndexByte("'|[]", s[1]) >= 0:
			return 2, s[1:2]
		}
		return 0, ""
	})
}

// hasSyslogBreak reports whether a text has line ends as rsyslog writes them,
// #012, and no number of an issue: no blank stands on both sides.
func hasSyslogBreak(s string) bool {
	return some(s, "#012", func(i int) bool {
		return i > 0 && (isWord(s[i-1]) || strings.IndexByte("{}>\"", s[i-1]) >= 0) || i+len("#012") < len(s) && isLetter(s[i+len("#012")])
	})
}

// replaceOctal decodes the line ends and tabs of rsyslog, #012 and #011.
func replaceOctal(t text) text {
	return rewrite(t, func(i int) (int, string) {
		switch {
		case strings.HasPrefix(t.s[i:], "#012"):
			return len("#012"), "\n"
		case strings.HasPrefix(t.s[i:], "#011"):
			return len("#011"), "\t"
		}
		return 0, ""
	})
}

// replaceBinaries makes the texts of Erlang, <<"X">>, texts in quotes.
func replaceBinaries(t text) text {
	return rewrite(t, func(i int) (int, string) {
		if s := t.s[i:]; strings.HasPrefix(s, `<<"`) || strings.HasPrefix(s, `">>`) {
			return 3, `"`
		}
		return 0, ""
	})
}

// codeInQuotes reports whether a text has a body with a code in quotes as they
// stand: decoding what is URL-encoded in its other members would spoil it.
func codeInQuotes(t sifted) bool {
	return t.some(`ode"`, func(i int) bool {
		rest := strings.TrimLeft(t.s[i+len(`ode"`):], " ")
		return strings.HasPrefix(rest, `:"`) || strings.HasPrefix(rest, `: "`)
	})
}

// hasSoftBreak reports whether a line of a text ends as quoted-printable breaks
// it, short of what a line may have.
func hasSoftBreak(s string) bool {
	return some(s, "=\n", func(i int) bool {
		n := i + 1 - lineStart(s, i)
		return 60 <= n && n <= 76 && s[i-1] != '='
	})
}

// hasEscape reports whether a text has an escape of quoted-printable that begins
// so.
func hasEscape(t sifted, mark string) bool {
	return t.some(mark, func(i int) bool { return escapes(t.s, i, '=') })
}

// escapes reports whether two digits behind the mark at i stand for a byte. Those
// behind an equals sign may be the first of a request ID.
func escapes(s string, i int, mark byte) bool {
	if i+2 >= len(s) || s[i] != mark || !isHex(s[i+1]) || !isHex(s[i+2]) {
		return false
	}
	if mark != '=' {
		return true
	}
	n := i + 1
	for n < len(s) && n-i <= 25 && isHex(s[n]) {
		n++
	}
	return !(n-i == 9 && n < len(s) && s[n] == '-') && n-i != 25
}

// replaceHex decodes %41 or =41. A run without blanks that also has %XX writes
// its blanks as +. For '=' a line end behind the mark is a soft break.
func replaceHex(t text, mark byte) text {
	plus := mark == '%' && !strings.ContainsAny(t.s, "{\"") && strings.Count(t.s, "+") > 2
	return rewrite(t, func(i int) (int, string) {
		switch {
		case escapes(t.s, i, mark):
			v, _ := strconv.ParseUint(t.s[i+1:i+3], 16, 8)
			return 3, string([]byte{byte(v)})
		case mark == '=' && strings.HasPrefix(t.s[i:], "=\n"):
			return 2, ""
		case plus && t.s[i] == '+':
			return 1, " "
		}
		return 0, ""
	})
}

// replaceEntities decodes the entities of HTML and XML.
func replaceEntities(t text) text {
	var w writer
	for i := 0; i < len(t.s); {
		next := strings.IndexByte(t.s[i:], '&')
		if next < 0 {
			w.copy(t, i, len(t.s))
			break
		}
		w.copy(t, i, i+next)
		i += next
		i += entity(&w, t, i)
	}
	return w.text()
}

// entity appends what the entity at an offset of t stands for, and returns
// its length.
func entity(w *writer, t text, at int) int {
	end := strings.IndexByte(t.s[at:min(at+12, len(t.s))], ';')
	if end > 1 {
		if s := entityText(t.s[at+1 : at+end]); s != "" {
			w.add(s, t.src(at))
			return end + 1
		}
	}
	w.copy(t, at, at+1)
	return 1
}

// entityText returns what the entity with a name stands for, "" for none that is
// known.
func entityText(name string) string {
	switch name {
	case "quot":
		return `"`
	case "amp":
		return "&"
	case "lt":
		return "<"
	case "gt":
		return ">"
	case "apos":
		return "'"
	case "nbsp":
		return " "
	}
	if name[0] != '#' || len(name) < 2 {
		return ""
	}
	base, digits := 10, name[1:]
	if digits[0] == 'x' || digits[0] == 'X' {
		base, digits = 16, digits[1:]
	}
	v, err := strconv.ParseUint(digits, base, 21)
	if err != nil || v == 0 {
		return ""
	}
	return string(utf8.AppendRune(nil, rune(v)))
}

// csvQuotes reports whether the quotes of a text are doubled as in a cell of
// CSV: before a word and behind one.
func csvQuotes(s string) bool {
	before, behind := false, false
	each(s, `""`, func(i int) {
		before = before || i+2 < len(s) && isWord(s[i+2])
		behind = behind || i > 0 && (isWord(s[i-1]) || s[i-1] == '.')
	})
	return before && behind
}

// replaceDoubled makes two quotes one, as a cell of CSV has them.
func replaceDoubled(t text) text {
	return rewrite(t, func(i int) (int, string) {
		if strings.HasPrefix(t.s[i:], `""`) {
			return 2, `"`
		}
		return 0, ""
	})
}

// unescapeAll undoes one level of backslashes in a text that has them outside
// of any string.
func unescapeAll(t text) text {
	w := writer{b: make([]byte, 0, len(t.s)), marks: make([]mark, 0, strings.Count(t.s, `\`)+1)}
	start := 0
	for start+1 < len(t.s) {
		n := strings.IndexByte(t.s[start:len(t.s)-1], '\\')
		if n < 0 {
			break
		}
		w.copy(t, start, start+n)
		start += n
		start += unescape(&w, t, start)
	}
	w.copy(t, min(start, len(t.s)), len(t.s))
	return w.text()
}
