package render

import (
	"cmp"
	"io"
	"maps"
	"slices"
	"strings"
	"text/template"
)

// templated keeps all records, since a template gets the whole JSON array.
type templated struct {
	w       io.Writer
	tmpl    *template.Template
	known   []string
	records []map[string]any
	entries map[string]map[string]any // by their JSON: many occurrences share one
	key     []byte                    // of the last
}

func newTemplate(w io.Writer, opt Options) (Renderer, error) {
	known := keys(opt.Kind)
	tmpl, err := template.New("template").Option("missingkey=error").Funcs(templateFunctions()).Parse(opt.Template)
	if err != nil {
		return nil, &TemplateError{Err: err}
	}
	return &templated{w: w, tmpl: tmpl, known: known, records: []map[string]any{}, entries: map[string]map[string]any{}}, nil
}

// templateFunctions are what a template can call besides Go's own.
func templateFunctions() template.FuncMap {
	return template.FuncMap{
		"join":  func(separator string, list []string) string { return strings.Join(list, separator) },
		"json":  func(v any) string { return string(appendJSON(nil, fromTemplate(v), compact)) },
		"lower": strings.ToLower,
		"upper": strings.ToUpper,
	}
}

// TemplateFunctions returns the names of the functions that a template can call
// besides Go's own, sorted: join SEPARATOR LIST, json VALUE, lower TEXT, upper
// TEXT.
func TemplateFunctions() []string { return slices.Sorted(maps.Keys(templateFunctions())) }

// templateArray is the whole, of a type of its own so that errors can tell it
// from the lists inside.
type templateArray []map[string]any

// Record holds a record back.
func (t *templated) Record(r Record) error {
	t.records = append(t.records, t.object(r))
	return nil
}

// shared returns the one object for a record inside of others, however many
// hold it: thousands of occurrences have the same entry.
func (t *templated) shared(r Record) map[string]any {
	t.key = appendJSON(t.key[:0], r, compact)
	if object, ok := t.entries[string(t.key)]; ok {
		return object
	}
	key := string(t.key)
	t.entries[key] = t.object(r)
	return t.entries[key]
}

// Close runs the template. Nothing is written where it fails on the way.
func (t *templated) Close() error {
	var b strings.Builder
	if err := t.tmpl.Execute(&b, templateArray(t.records)); err != nil {
		return &TemplateError{Err: err, Known: t.known}
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

// object returns a record as a template sees it: a map, numbers and texts as
// they are, and no text with anything that a terminal could obey.
func (t *templated) object(r Record) map[string]any {
	object := make(map[string]any, len(r.Fields))
	for _, f := range r.Fields {
		object[f.Name] = t.value(f.Value)
	}
	return object
}

// value returns the value of a field as a template sees it.
func (t *templated) value(value any) any {
	switch v := value.(type) {
	case string:
		return printable(v)
	case []string:
		list := make([]string, len(v))
		for i, item := range v {
			list[i] = printable(item)
		}
		return list
	case Record:
		return t.shared(v)
	case []Record:
		list := make([]map[string]any, len(v))
		for i, item := range v {
			list[i] = t.object(item)
		}
		return list
	case map[string]string:
		object := make(map[string]string, len(v))
		for name, item := range v {
			object[printable(name)] = printable(item)
		}
		return object
	}
	return value
}

// printable returns text without what a terminal could obey, its lines kept.
func printable(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = Clean(line)
	}
	return strings.Join(lines, "\n")
}

// fromTemplate turns what a template sees back into a field's value, for json.
func fromTemplate(value any) any {
	switch v := value.(type) {
	case map[string]any:
		var r Record
		for _, name := range slices.Sorted(maps.Keys(v)) {
			r.Fields = append(r.Fields, Field{name, fromTemplate(v[name])})
		}
		return r
	case templateArray:
		return fromTemplate([]map[string]any(v))
	case []map[string]any:
		records := make([]Record, len(v))
		for i, item := range v {
			records[i] = fromTemplate(item).(Record)
		}
		return records
	}
	return value
}

// TemplateError says why a template cannot be used: it does not parse, or it
// asks for what is not there.
type TemplateError struct {
	Err   error    // of text/template
	Known []string // the keys of the objects, where the template ran
}

// Error says where the template fails and, where it asks for what is not
// there, what is: the known keys, or how to reach them. text/template has no
// error types for these, so its messages are recognised by their words; one in
// other words passes as it is.
func (e *TemplateError) Error() string {
	text := strings.TrimPrefix(Clean(e.Err.Error()), "template: ")
	text = strings.Replace(text, `executing "template" at `, "", 1)
	place, problem, ok := strings.Cut(text, ">: ")
	if !ok {
		return text
	}
	asked := place[strings.LastIndexByte(place, '<')+1:] // .entry.code
	of := asked[:max(strings.LastIndexByte(asked, '.'), 0)]
	switch {
	case strings.HasPrefix(problem, "map has no entry for key "):
		problem = "no such key; known: " + strings.Join(e.keysOf(of), ", ")
	case strings.HasPrefix(problem, "can't evaluate field "):
		problem = noObject(of, problem)
	case strings.HasPrefix(problem, "nil pointer evaluating "):
		problem = "null has no keys; where it may be null: {{with ...}}...{{end}}"
	}
	return place + ">: " + problem
}

// keysOf returns the keys of the object that a template calls so. What it
// calls in other ways is taken for a record.
func (e *TemplateError) keysOf(name string) []string {
	switch {
	case strings.HasSuffix(name, ".entry"):
		return keys(KindEntry)
	case slices.Contains(e.Known, "live"): // it may be one of these
		return append(slices.Clone(e.Known), "and in live "+liveKeys)
	}
	return e.Known
}

// liveKeys are the keys of the objects in a record's live.
const liveKeys = "code, status, message"

// noObject says how to reach the keys that are not where a template looks.
func noObject(name, problem string) string {
	switch {
	case strings.HasSuffix(problem, ".templateArray"): // the type's name
		return "the template gets an array of records; use {{range .}}{{.code}}{{end}}"
	case strings.HasSuffix(name, ".live"):
		return "a list of objects with " + liveKeys + "; use {{range " + name + "}}{{.code}}{{end}}"
	}
	return "it has no keys; where it is a list: {{range " + cmp.Or(name, ".") + "}}...{{end}}"
}

// Unwrap returns the error of text/template.
func (e *TemplateError) Unwrap() error { return e.Err }
