package render_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
)

// schemas compiles the schemas of the repository.
func schemas(t *testing.T) (match, occurrence *jsonschema.Schema) {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compile := func(name string) *jsonschema.Schema {
		schema, err := compiler.Compile(schemaID(t, compiler, name))
		if err != nil {
			t.Fatal(err)
		}
		return schema
	}
	return compile("match.schema.json"), compile("occurrence.schema.json")
}

// schemaID adds a schema to the compiler and returns its $id.
func schemaID(t *testing.T, compiler *jsonschema.Compiler, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "schema", name))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	id := doc.(map[string]any)["$id"].(string)
	if err := compiler.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestSchemasAcceptOutput(t *testing.T) {
	matches, occurrences := schemas(t)
	for name, schema := range map[string]*jsonschema.Schema{
		"nothing": matches, "one": matches, "several": matches, "occurrence": occurrences,
	} {
		out := output(t, "json", render.Options{Kind: kindOf(name)}, subjects()[name]...)
		if err := validate(schema, out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemasRefuse has outputs with one thing wrong: a schema that accepts
// anything proves nothing.
func TestSchemasRefuse(t *testing.T) {
	matches, occurrences := schemas(t)
	for _, c := range []struct {
		subject, old, wrong string
		schema              *jsonschema.Schema
	}{
		{"one", `"match": "exact"`, `"match": "guess"`, matches},
		{"one", `"score": 1`, `"score": 2`, matches},
		{"one", `"status": 404`, `"status": 40`, matches},
		{"one", `"retry": "no"`, `"retry": "sometimes"`, matches},
		{"one", `"query": "InvalidGlaze.NotFound",`, ``, matches},
		{"one", `"catalog": "pottery",`, ``, matches},
		{"several", `"live": []`, `"live": null`, matches},
		{"occurrence", `"known": true`, `"known": false`, occurrences},
		{"occurrence", `"line": 12`, `"line": 0`, occurrences},
		{"occurrence", `"time": "2026-07-14T01:12:44Z"`, `"time": "yesterday"`, occurrences},
		{"occurrence", `"fault": "caller"`, `"fault": "nobody"`, occurrences},
	} {
		out := output(t, "json", render.Options{Kind: kindOf(c.subject)}, subjects()[c.subject]...)
		broken := strings.Replace(out, c.old, c.wrong, 1)
		if broken == out {
			t.Errorf("the output has no %s", c.old)
		} else if validate(c.schema, broken) == nil {
			t.Errorf("the schema accepts %s instead of %s", c.wrong, c.old)
		}
	}
}

func validate(schema *jsonschema.Schema, text string) error {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return schema.Validate(doc)
}

// TestSchemasNameEveryKey compares the schemas with the records: they allow
// more keys, as later versions may add some, so a missing one would not show.
func TestSchemasNameEveryKey(t *testing.T) {
	var match, occurrence struct {
		Defs map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	for name, into := range map[string]any{"match": &match, "occurrence": &occurrence} {
		text, err := os.ReadFile(filepath.Join("..", "schema", name+".schema.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, into); err != nil {
			t.Fatal(err)
		}
	}
	got := slices.Collect(maps.Keys(match.Defs["match"].Properties))
	got = append(got, slices.Collect(maps.Keys(match.Defs["entry"].Properties))...)
	sameKeys(t, "match", got, render.FieldNames(render.KindMatch))

	got = slices.Collect(maps.Keys(occurrence.Defs["occurrence"].Properties))
	for name := range match.Defs["entry"].Properties {
		got = append(got, "entry."+name)
	}
	sameKeys(t, "occurrence", got, render.FieldNames(render.KindOccurrence))
}

func sameKeys(t *testing.T, name string, got, want []string) {
	t.Helper()
	if got, want := slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want)); !slices.Equal(got, want) {
		t.Errorf("keys of the %s schema\n got %q\nwant %q", name, got, want)
	}
}

// TestSchemaKnowsTheVocabulary compares the closed lists: a word that only the
// schema knows, or only the catalogs, would go unnoticed for long.
func TestSchemaKnowsTheVocabulary(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "schema", "match.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Defs struct {
			Entry struct {
				Properties map[string]struct{ Enum []string }
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	for key, words := range map[string][]string{
		"category": texts(catalog.Categories()), "retry": texts(catalog.Retries()), "fault": texts(catalog.Faults()),
	} {
		want := slices.Concat(words, []string{""}) // not known
		if got := schema.Defs.Entry.Properties[key].Enum; !slices.Equal(got, want) {
			t.Errorf("the schema's words for %s\n got %q\nwant %q", key, got, want)
		}
	}
}

func texts[T ~string](words []T) []string {
	var all []string
	for _, word := range words {
		all = append(all, string(word))
	}
	return all
}
