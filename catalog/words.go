package catalog

import (
	"strings"
	"unicode"
)

// words splits a text into lower-case words: at everything that is no letter
// or digit, and inside codes where a capital begins a word ("DBInstanceState"
// is db, instance, state). Each word comes once; a plural counts as its
// singular.
func words(text string) []string {
	var list []string
	seen := map[string]bool{}
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		for _, w := range splitCase(piece) {
			if w = singular(strings.ToLower(w)); !seen[w] {
				seen[w] = true
				list = append(list, w)
			}
		}
	}
	return list
}

// splitCase cuts before a capital that follows a small letter, and before the
// last of several capitals that a small letter follows.
func splitCase(word string) []string {
	var parts []string
	runes := []rune(word)
	start := 0
	for i := 1; i < len(runes); i++ {
		afterSmall := unicode.IsUpper(runes[i]) && !unicode.IsUpper(runes[i-1])
		beforeSmall := unicode.IsUpper(runes[i]) && i+1 < len(runes) && unicode.IsLower(runes[i+1])
		if afterSmall || beforeSmall {
			parts = append(parts, string(runes[start:i]))
			start = i
		}
	}
	return append(parts, string(runes[start:]))
}

// singular drops the ending of a regular plural.
func singular(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us"):
		return word[:len(word)-1]
	}
	return word
}
