package render

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// yamlList writes the JSON's structure as a YAML sequence. Each record is
// encoded as a sequence of its own: put together they are the whole one.
type yamlList struct {
	w      io.Writer
	single bool
	empty  bool
}

func newYAML(w io.Writer, opt Options) Renderer {
	return &yamlList{w: w, single: opt.Single, empty: true}
}

// Record writes an item of the list.
func (y *yamlList) Record(r Record) error {
	y.empty = false
	node := yamlNode(r)
	if !y.single {
		node = &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{node}}
	}
	var out bytes.Buffer
	encoder := yaml.NewEncoder(&out)
	encoder.SetIndent(2)
	if err := encoder.Encode(node); err != nil {
		return err
	}
	_, err := y.w.Write(escapeYAML(out.Bytes()))
	return err
}

// Close writes the empty list where no record came.
func (y *yamlList) Close() error {
	if !y.empty || y.single {
		return nil
	}
	_, err := io.WriteString(y.w, "[]\n")
	return err
}

// yamlNode builds the tree of a value: nodes keep the order of the fields.
func yamlNode(value any) *yaml.Node {
	switch v := value.(type) {
	case string:
		return yamlString(v)
	case []string:
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range v {
			list.Content = append(list.Content, yamlString(item))
		}
		return list
	case []Record:
		list := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range v {
			list.Content = append(list.Content, yamlNode(item))
		}
		return list
	case Record:
		object := &yaml.Node{Kind: yaml.MappingNode}
		for _, f := range v.Fields {
			object.Content = append(object.Content, yamlString(f.Name), yamlNode(f.Value))
		}
		return object
	case map[string]string:
		object := &yaml.Node{Kind: yaml.MappingNode}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			object.Content = append(object.Content, yamlString(name), yamlString(v[name]))
		}
		return object
	}
	// A number, a truth value or null looks as in JSON.
	return &yaml.Node{Kind: yaml.ScalarNode, Value: string(appendJSON(nil, value, compact))}
}

// yamlString returns a string's node, quoted where a reader could take it for
// something else or where [escapeYAML] has to escape a part of it.
func yamlString(s string) *yaml.Node {
	node := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: validText(s)}
	if yaml11(s) || strings.ContainsFunc(s, isUnsafe) {
		node.Style = yaml.DoubleQuotedStyle
	}
	return node
}

// yaml11 reports whether readers of YAML 1.1, which are still many, take a
// string for something that YAML 1.2 does not: the truth values beside true and
// false, and numbers to the base 60 as in 1:30.
func yaml11(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off":
		return true
	}
	return strings.Contains(s, ":") && strings.Trim(s, "0123456789:._+-") == ""
}

// escapeYAML escapes what a terminal could obey and the encoder lets through
// (it knows the controls of ASCII only). All of it stands inside double quotes.
func escapeYAML(out []byte) []byte {
	if !bytes.ContainsFunc(out, func(r rune) bool { return r != '\n' && isUnsafe(r) }) {
		return out
	}
	var escaped []byte
	for _, r := range string(out) {
		if r == '\n' || !isUnsafe(r) {
			escaped = append(escaped, string(r)...)
			continue
		}
		digits := strconv.FormatInt(int64(r), 16)
		escaped = append(append(append(escaped, `\u`...), "0000"[len(digits):]...), digits...)
	}
	return escaped
}
