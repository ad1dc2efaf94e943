package patch

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A parser walks the nodes of a YAML document. It goes on after an error, so
// that one run names all of them.
type parser struct {
	file File
	errs Errors
}

func (p *parser) fail(n *yaml.Node, format string, args ...any) {
	p.failAt(n.Line, RuleForm, fmt.Sprintf(format, args...))
}

func (p *parser) failAt(line int, rule Rule, text string) {
	p.errs = append(p.errs, &Error{Path: p.file.Path, Line: line, Rule: rule, Text: text})
}

// failYAML reports an error of the YAML library, which names the line in its
// text: "yaml: line 3: did not find expected key".
func (p *parser) failYAML(err error) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if rest, ok := strings.CutPrefix(text, "line "); ok {
		if number, after, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(number); err == nil {
				line, text = n, after
			}
		}
	}
	p.failAt(line, RuleYAML, text)
}

// mapping calls take for each key of a mapping; take reports whether it knows
// the key. The result is false where the node is no mapping.
func (p *parser) mapping(n *yaml.Node, take func(key string, value *yaml.Node) bool) bool {
	if n.Kind != yaml.MappingNode {
		p.fail(n, "%s where keys are needed", kindOf(n))
		return false
	}
	seen := make(map[string]bool, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch name := p.text(key); {
		case seen[name]:
			p.fail(key, "key %q for the second time", name)
		case !take(name, value):
			p.fail(key, "unknown key %q", name)
		default:
			seen[name] = true
		}
	}
	return true
}

// list returns the elements of a list; null is the empty one.
func (p *parser) list(n *yaml.Node) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		if !isNull(n) {
			p.fail(n, "%s where a list is needed", kindOf(n))
		}
		return nil
	}
	return n.Content
}

// texts reads a list of texts.
func (p *parser) texts(n *yaml.Node) []string {
	var all []string
	for _, element := range p.list(n) {
		switch text, ok := p.scalar(element); {
		case text != "":
			all = append(all, text)
		case ok:
			p.fail(element, "an empty text in a list")
		}
	}
	return all
}

// text returns a scalar as it is written, whatever YAML would make of it: "no"
// is no boolean, "00010" no number. Null is "".
func (p *parser) text(n *yaml.Node) string {
	text, _ := p.scalar(n)
	return text
}

// scalar is text, and says whether the node holds one.
func (p *parser) scalar(n *yaml.Node) (text string, ok bool) {
	switch {
	case n.Kind != yaml.ScalarNode:
		p.fail(n, "%s where a text is needed", kindOf(n))
		return "", false
	case isNull(n):
		return "", true
	}
	return n.Value, true
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// kindOf names what a node is. Aliases are not followed: a few of them can
// stand for more text than fits in memory.
func kindOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys"
	case yaml.SequenceNode:
		return "a list"
	case yaml.AliasNode:
		return "an alias (*" + n.Value + ")"
	}
	return "a text"
}

// linesOf returns the lines of the values of a key.
func linesOf(n *yaml.Node) []int {
	if n.Kind != yaml.SequenceNode {
		return []int{n.Line}
	}
	lines := make([]int, len(n.Content))
	for i, element := range n.Content {
		lines[i] = element.Line
	}
	return lines
}
