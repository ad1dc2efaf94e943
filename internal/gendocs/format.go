package main

import (
	_ "embed"
	"fmt"
	"regexp"
	"strings"
	"text/template"

	"github.com/errcode/errcode/catalog"
)

// formatPage is the name of the page on the catalog's file format.
const formatPage = "errcode-catalog"

// formatText is that page, a template in the Markdown that [manual.written]
// reads. What the words of the vocabulary mean is filled in.
//
//go:embed errcode-catalog.5.md
var formatText string

// format returns the manual page on the catalog's file format.
func (m manual) format() (string, error) {
	t, err := template.New(formatPage + ".5.md").Parse(formatText)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	if err := t.Execute(&text, map[string]any{
		"Categories": catalog.Categories(),
		"Retries":    catalog.Retries(),
		"Faults":     catalog.Faults(),
	}); err != nil {
		return "", err
	}
	return m.written(text.String())
}

// written turns a text into a manual page. It knows as much Markdown as such a
// page needs, blocks apart by empty lines:
//
//	# name(5) - what it is    the first line
//	## SECTION
//	### Part of a section
//	`term`                    a definition
//	: what it means
//	```                       an example, as it is
//
// Any other block is a paragraph.
func (m manual) written(text string) (string, error) {
	title := regexp.MustCompile(`^# (\S+)\((\d)\) - (.+)\n`).FindStringSubmatch(text)
	if title == nil {
		return "", fmt.Errorf(`%.40q does not begin with "# name(5) - what it is"`, text)
	}
	var r roff
	m.begin(&r, title[1], title[2], title[3])
	heading := true // was the last block
	for i, part := range strings.Split(text[len(title[0]):], "```") {
		if i%2 == 1 {
			_, example, _ := strings.Cut(part, "\n") // behind the language
			r.macro("PP")
			r.verbatim(example)
			continue
		}
		for block := range strings.SplitSeq(strings.TrimSpace(part), "\n\n") {
			if block != "" {
				heading = r.block(block, heading)
			}
		}
	}
	return r.String(), nil
}

// block writes a block of [manual.written] and reports whether it is a heading.
func (r *roff) block(block string, afterHeading bool) (heading bool) {
	if name, ok := strings.CutPrefix(block, "### "); ok {
		r.macro("SS", name)
		return true
	}
	if name, ok := strings.CutPrefix(block, "## "); ok {
		r.macro("SH", name)
		return true
	}
	joined := strings.ReplaceAll(block, "\n", " ")
	if term, _, ok := strings.Cut(block, "\n: "); ok {
		r.item(prose(term), joined[len(term)+len("\n: "):])
		return false
	}
	if !afterHeading {
		r.macro("PP")
	}
	r.line(prose(joined))
	return false
}
