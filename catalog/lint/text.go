package lint

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/errcode/errcode/catalog"
)

// maxSentence is the longest sentence in characters: what one line of a
// terminal of usual width holds, so that a tired person reads it to its end.
const maxSentence = 120

// checkLengths finds causes and next steps that are too long.
func checkLengths(s *subject) {
	for _, p := range s.parts {
		for _, field := range textsOf(p.Entry) {
			if field.key != "causes" && field.key != "next_steps" {
				continue
			}
			for n, text := range field.texts {
				if length := utf8.RuneCountInString(text); length > maxSentence {
					s.report(p, field.key, n, "a sentence of %d characters, more than %d", length, maxSentence)
				}
			}
		}
	}
}

// checkControls finds characters that cannot be seen, and those that turn the
// order of a line around.
func checkControls(s *subject) {
	for _, p := range s.parts {
		for _, field := range textsOf(p.Entry) {
			for n, text := range field.texts {
				for _, r := range text {
					if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
						s.report(p, field.key, n, "the character %U in %s", r, strconv.Quote(text))
						break
					}
				}
			}
		}
	}
}

// A field is the texts of an entry under one key.
type field struct {
	key   string
	texts []string
}

// textsOf returns all texts of an entry.
func textsOf(e catalog.Entry) []field {
	var live []string
	for _, l := range e.Live {
		live = append(live, l.Code+" "+l.Message)
	}
	return []field{
		{"code", []string{e.Code}},
		{"message", []string{e.Message}},
		{"description", []string{e.Description}},
		{"aliases", e.Aliases},
		{"keywords", e.Keywords},
		{"templates", e.Templates},
		{"parameters", e.Parameters},
		{"operations", e.Operations},
		{"causes", e.Causes},
		{"next_steps", e.NextSteps},
		{"references", e.References},
		{"notes", e.Notes},
		{"live", live},
	}
}
