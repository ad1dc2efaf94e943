package render

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// cells returns the width of clean text at a terminal: two cells for what is
// wide in East Asia and for emoji, none for combining marks.
func cells(text string) int {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return ansi.StringWidth(text)
		}
	}
	return len(text)
}

// cluster returns the first character as a reader sees it, marks and joined
// emoji included, as its length in bytes and its width in cells.
func cluster(text string) (size, width int) {
	if text[0] < 0x80 && (len(text) == 1 || text[1] < 0x80) {
		return 1, 1
	}
	seq, _, width, _ := ansi.FirstGraphemeCluster(text, -1)
	return len(seq), width
}

// pad returns text with blanks up to a width.
func pad(text string, width int) string {
	if n := width - cells(text); n > 0 {
		return text + strings.Repeat(" ", n)
	}
	return text
}

// wrap breaks clean text into lines of at most width cells: between words, or
// beside a wide character since Chinese and Japanese have no blanks. A longer
// word stands alone on its line where it has at most longest cells, as a time or
// a path is hard to read in pieces; else it breaks where the line ends. Empty
// text has no lines.
func wrap(text string, width, longest int) []string {
	text = strings.Trim(text, " ")
	var lines []string
	start, used := 0, 0 // of the line: its first byte, its cells so far
	end, next := -1, -1 // the last place to break: end of this line, start of the next
	whole := -1         // the end of a word that stands alone
	torn := false       // the line begins inside a word that is too long
	before := " "       // the character before the one looked at
	for i := 0; i < len(text); {
		size, w := cluster(text[i:])
		char := text[i : i+size]
		switch {
		case char == " ":
			if before != " " {
				end = i
			}
			next = i + 1
		case before != " " && breaks(before, char):
			end, next = i, i
		}
		for used+w > width && i > start && char != " " {
			if end <= start && i >= whole && !torn {
				whole = start + wholeWord(text[start:], longest)
			}
			if i < whole {
				break
			}
			if torn = end <= start; torn {
				end, next = i, i
			}
			lines = append(lines, text[start:end])
			start, used = next, cells(text[next:i])
			end, next = -1, -1
		}
		used += w
		before = char
		i += size
	}
	if start < len(text) {
		lines = append(lines, text[start:])
	}
	return lines
}

// wholeWord returns the length in bytes of the word that text begins with, 0
// where it has more than longest cells.
func wholeWord(text string, longest int) int {
	used, before := 0, ""
	for i := 0; i < len(text); {
		size, w := cluster(text[i:])
		char := text[i : i+size]
		if char == " " || i > 0 && breaks(before, char) {
			return i
		}
		if used += w; used > longest {
			return 0
		}
		before = char
		i += size
	}
	return len(text)
}

// breaks reports whether a line may end between two characters without a blank
// there: one of them is wide, and the punctuation stays with its word.
func breaks(before, after string) bool {
	return (cells(before) == 2 || cells(after) == 2) &&
		!strings.Contains("（［【《「『“‘([{", before) &&
		!strings.Contains("）］】》」』”’，。、；：！？…,.;:!?)]}", after)
}

// wrapWords sets words into lines without breaking one. A word wider than a
// line stands on a line of its own and goes beyond it.
func wrapWords(words []string, width int) []string {
	var lines []string
	line, used := "", 0
	for _, word := range words {
		w := cells(word)
		switch {
		case line == "":
			line, used = word, w
		case used+1+w <= width:
			line, used = line+" "+word, used+1+w
		default:
			lines = append(lines, line)
			line, used = word, w
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
