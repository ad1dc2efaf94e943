package patch

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/errcode/errcode/catalog"
)

// item reads one element of the entries.
func (p *parser) item(n *yaml.Node) Item {
	item := Item{Line: n.Line, lines: map[string][]int{}}
	e := &item.Entry
	e.Catalog = p.file.Catalog
	ok := p.mapping(n, func(key string, value *yaml.Node) bool {
		item.lines[key] = linesOf(value)
		switch key {
		case "code":
			e.Code = p.text(value)
		case "status":
			e.Status = p.status(value)
		case "message":
			e.Message = p.text(value)
		case "description":
			e.Description = p.text(value)
			if p.file.Kind == Patch {
				p.fail(value, "a patch has no description: it is the vendor's sentence")
			}
		case "basis":
			item.Basis = word(p, value, "basis", Bases())
		case "category":
			e.Category = word(p, value, "category", catalog.Categories())
		case "retry":
			e.Retry = word(p, value, "retry", catalog.Retries())
		case "fault":
			e.Fault = word(p, value, "fault", catalog.Faults())
		case "live":
			e.Live = p.live(value)
		default:
			list := listField(&e.Guidance, key)
			if list == nil {
				return false
			}
			*list = p.texts(value)
		}
		return true
	})
	if ok && e.Code == "" {
		p.fail(n, "an entry without a code")
	}
	return item
}

// listField returns the list of texts that a key stands for, nil for none.
func listField(g *catalog.Guidance, key string) *[]string {
	switch key {
	case "aliases":
		return &g.Aliases
	case "keywords":
		return &g.Keywords
	case "templates":
		return &g.Templates
	case "parameters":
		return &g.Parameters
	case "operations":
		return &g.Operations
	case "causes":
		return &g.Causes
	case "next_steps":
		return &g.NextSteps
	case "references":
		return &g.References
	case "notes":
		return &g.Notes
	}
	return nil
}

// live reads what the service sends today.
func (p *parser) live(n *yaml.Node) []catalog.Live {
	var all []catalog.Live
	for _, element := range p.list(n) {
		var l catalog.Live
		ok := p.mapping(element, func(key string, value *yaml.Node) bool {
			switch key {
			case "code":
				l.Code = p.text(value)
			case "status":
				l.Status = p.status(value)
			case "message":
				l.Message = p.text(value)
			default:
				return false
			}
			return true
		})
		if ok && l.Code == "" {
			p.fail(element, "live without a code; where the code is the entry's own, say it again")
		}
		all = append(all, l)
	}
	return all
}

// status reads an HTTP status.
func (p *parser) status(n *yaml.Node) int {
	text := p.text(n)
	if text == "" {
		return 0
	}
	status, err := strconv.Atoi(text)
	if err != nil || len(text) != 3 || status < 100 || status > 599 {
		p.failAt(n.Line, RuleStatus, fmt.Sprintf("status %q is no HTTP status from 100 to 599", text))
		return 0
	}
	return status
}

// date reads a day.
func (p *parser) date(n *yaml.Node) string {
	text := p.text(n)
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		p.fail(n, "date %q is not of the form YYYY-MM-DD", text)
		return ""
	}
	return text
}

// word reads a word of a closed list.
func word[T ~string](p *parser, n *yaml.Node, key string, known []T) T {
	text, ok := p.scalar(n)
	if !ok {
		return ""
	}
	for _, w := range known {
		if string(w) == text {
			return w
		}
	}
	p.failAt(n.Line, RuleVocabulary, fmt.Sprintf("unknown %s %q, known are %s", key, text, join(known)))
	return ""
}

func join[T ~string](words []T) string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return strings.Join(texts, ", ")
}
