package render_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/render"
)

// TestFields: the keys asked for, in this order, in every format.
func TestFields(t *testing.T) {
	opt := render.Options{Fields: []string{"status", "aliases", "code", "status"}}
	for format, want := range map[string]string{
		"table":    "  status   404\n  aliases  InvalidGlase.NotFound, GlazeNotFound\n  code     InvalidGlaze.NotFound\n",
		"plain":    "404\tInvalidGlase.NotFound; GlazeNotFound\tInvalidGlaze.NotFound\n",
		"jsonl":    `{"status":404,"aliases":["InvalidGlase.NotFound","GlazeNotFound"],"code":"InvalidGlaze.NotFound"}` + "\n",
		"yaml":     "- status: 404\n  aliases:\n    - InvalidGlase.NotFound\n    - GlazeNotFound\n  code: InvalidGlaze.NotFound\n",
		"csv":      "status,aliases,code\n404,InvalidGlase.NotFound; GlazeNotFound,InvalidGlaze.NotFound\n",
		"markdown": "| status | aliases | code |\n| --- | --- | --- |\n| 404 | InvalidGlase.NotFound; GlazeNotFound | InvalidGlaze.NotFound |\n",
	} {
		if got := output(t, format, opt, match(full())); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", format, got, want)
		}
	}
	table := output(t, "table", opt, match(full()), match(entries()[1]))
	if heading, _, _ := strings.Cut(table, "\n"); strings.Join(strings.Fields(heading), " ") != "STATUS ALIASES CODE" {
		t.Errorf("table of several: %s", table)
	}
}

// TestCardOfFields: lists keep their form on the card of one match.
func TestCardOfFields(t *testing.T) {
	opt := render.Options{Width: 60, UTF8: true, Fields: []string{"next_steps", "notes", "live", "code"}}
	const want = `  next steps  1. List the glazes: ` + "`pot glazes --workshop\n                 <id> --sort temperature`" + `, and take the ID
                 from there.
              2. Fire the pot again.
  notes       Ask Ming first.
  live        Glaze.Unknown (400)
                We do not know this glaze.
  code        InvalidGlaze.NotFound
`
	if got := output(t, "table", opt, match(full())); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestFieldsOfEntry(t *testing.T) {
	opt := render.Options{Kind: render.KindOccurrence, Fields: []string{"code", "entry.retry", "entry.status"}}
	records := subjects()["occurrence"]
	want := `{"code":"InvalidGlaze.NotFound","entry.retry":"no","entry.status":404}` + "\n" +
		`{"code":"InvalidGlazes","entry.retry":null,"entry.status":null}` + "\n"
	if got := output(t, "jsonl", opt, records...); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got, want := output(t, "csv", opt), "code,entry.retry,entry.status\n"; got != want {
		t.Errorf("heading of nothing: %q, want %q", got, want)
	}
}

func TestUnknownField(t *testing.T) {
	for _, c := range []struct {
		kind        render.Kind
		field, want string
	}{
		{render.KindMatch, "cdoe", `no field "cdoe"; known: query, match, score, catalog, code, status, message, description, aliases, ` +
			`category, retry, fault, parameters, causes, next_steps, references, notes, operations, live`},
		{render.KindCatalog, "entry.code", `no field "entry.code"; known: name, kind, source, date, entries, codes, path`},
		{render.KindOccurrence, "x\x1b", `no field "x "; known: code, known, confidence, source, line, column, time, status, request_id, ` +
			`message, values, entry, suggestions and entry.NAME`},
		{render.KindOccurrence, "entry.x", `no field "entry.x"; known: entry.catalog, entry.code, entry.status, entry.message, entry.description, ` +
			`entry.aliases, entry.category, entry.retry, entry.fault, entry.parameters, entry.causes, entry.next_steps, entry.references, ` +
			`entry.notes, entry.operations, entry.live`},
	} {
		_, err := render.New("json", nil, render.Options{Kind: c.kind, Fields: []string{c.field}})
		var unknown *render.UnknownFieldError
		if !errors.As(err, &unknown) || unknown.Name != c.field {
			t.Errorf("%s: error %#v", c.field, err)
		} else if err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

func TestTemplate(t *testing.T) {
	records := subjects()["several"]
	for tmpl, want := range map[string]string{
		`{{len .}}`: "4",
		`{{range .}}{{.code}} {{.status}}
{{end}}`: "InvalidGlaze.NotFound 404\nKilnBusy 503\nInvalidTemperatureCurveSegment.Malformed 400\nDry <no value>\n",
		`{{(index . 0).aliases | join ", " | upper}}`:                             "INVALIDGLASE.NOTFOUND, GLAZENOTFOUND",
		`{{with index . 0}}{{if ge .status 400}}{{lower .code}}{{end}}{{end}}`:    "invalidglaze.notfound",
		`{{with index . 0}}{{range .live}}{{.code}}={{.status}} {{end}}{{end}}`:   "Glaze.Unknown=400 InvalidGlaze.NotFound=<no value> ",
		`{{with index . 0}}{{json .live}}{{end}}`:                                 `[{"code":"Glaze.Unknown","message":"We do not know this glaze.","status":400},{"code":"InvalidGlaze.NotFound","message":"","status":null}]`,
		`{{json (index . 3).status}} {{json (index . 0).score}}`:                  "null 1",
		`{{range .}}{{if .next_steps}}{{index .next_steps 1}}{{end}}{{end}}`:      "Fire the pot again.",
		`{{range $i, $e := .}}{{if $i}},{{end}}{{printf "%q" $e.catalog}}{{end}}`: `"pottery","pottery","pottery","clay"`,
	} {
		if got := output(t, "", render.Options{Template: tmpl}, records...); got != want {
			t.Errorf("%s gives\n%q, want\n%q", tmpl, got, want)
		}
	}
	if got := output(t, "", render.Options{Template: "{{json .}}"}); got != "[]" {
		t.Errorf("nothing found is %q", got)
	}
	if got, want := render.TemplateFunctions(), []string{"join", "json", "lower", "upper"}; !slices.Equal(got, want) {
		t.Errorf("functions %q, want %q", got, want)
	}
}

// TestTemplateSharesEntries: a log may hold an error a million times, and a
// template gets all at once. An entry has more texts than that allows.
func TestTemplateSharesEntries(t *testing.T) {
	r, err := render.New("", io.Discard, render.Options{Kind: render.KindOccurrence, Template: "{{len .}}"})
	if err != nil {
		t.Fatal(err)
	}
	record := render.FromOccurrence(occurrences()[0])
	n := testing.AllocsPerRun(100, func() {
		if err := r.Record(record); err != nil {
			t.Fatal(err)
		}
	})
	if n > 40 {
		t.Errorf("%v allocations for an occurrence whose entry is known", n)
	}
}

// TestTemplateIsSafe: a template prints texts, and texts come from elsewhere.
func TestTemplateIsSafe(t *testing.T) {
	opt := render.Options{Kind: render.KindOccurrence, Template: "{{range .}}{{.message}}{{.values}}{{.suggestions}}\n{{end}}"}
	out := output(t, "", opt, hardRecords()...)
	if bad := unsafeIn(out); bad != "" {
		t.Errorf("%q gets through: %q", bad, out)
	}
	if !strings.Contains(out, "a\nb") {
		t.Error("a text has lost its lines")
	}
}

func TestTemplateErrors(t *testing.T) {
	const known = "known: query, match, score, catalog, code, status, message, description, aliases, category, retry, fault, " +
		"parameters, causes, next_steps, references, notes, operations, live, and in live code, status, message"
	for tmpl, want := range map[string]string{
		`{{range .}}{{.cdoe}}{{end}}`:                      `template:1:13: <.cdoe>: no such key; ` + known,
		`{{(index . 9).code}}`:                             `template:1:3: <index . 9>: error calling index: index out of range: 9`,
		`{{.code}}`:                                        `template:1:2: <.code>: the template gets an array of records; use {{range .}}{{.code}}{{end}}`,
		`{{range .}}{{$.code}}{{end}}`:                     `template:1:14: <$.code>: the template gets an array of records; use {{range .}}{{.code}}{{end}}`,
		`{{range .}}{{.live.code}}{{end}}`:                 `template:1:18: <.live.code>: a list of objects with code, status, message; use {{range .live}}{{.code}}{{end}}`,
		`{{range .}}{{with .live}}{{.code}}{{end}}{{end}}`: `template:1:27: <.code>: it has no keys; where it is a list: {{range .}}...{{end}}`,
		`{{range .}}{{range .live}}{{.x}}{{end}}{{end}}`:   `template:1:28: <.x>: no such key; ` + known,
		`{{range .}}{{.causes.first}}{{end}}`:              `template:1:20: <.causes.first>: it has no keys; where it is a list: {{range .causes}}...{{end}}`,
		`{{range .}}{{.code.first}}{{end}}`:                `template:1:18: <.code.first>: it has no keys; where it is a list: {{range .code}}...{{end}}`,
	} {
		r, err := render.New("", nil, render.Options{Template: tmpl})
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Record(match(full())); err != nil {
			t.Fatal(err)
		}
		var failed *render.TemplateError
		if err := r.Close(); !errors.As(err, &failed) || errors.Unwrap(err) == nil {
			t.Errorf("%s: error %#v", tmpl, err)
		} else if err.Error() != want {
			t.Errorf("%s:\n%v, want\n%s", tmpl, err, want)
		}
	}
	for tmpl, want := range map[string]string{
		`{{range .}}`:  `template:1: unexpected EOF`,
		`{{add1 1}}`:   `template:1: function "add1" not defined`,
		"{{\x1b[31m}}": `template:1: unrecognized character in action: U+001B`,
	} {
		_, err := render.New("", nil, render.Options{Template: tmpl})
		var failed *render.TemplateError
		if !errors.As(err, &failed) || err.Error() != want {
			t.Errorf("%q: %v, want %s", tmpl, err, want)
		}
	}
	opt := render.Options{Kind: render.KindOccurrence, Template: "{{range .}}{{.entry.code}}{{end}}"}
	r, err := render.New("", nil, opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, record := range subjects()["occurrence"] {
		if err := r.Record(record); err != nil {
			t.Fatal(err)
		}
	}
	const want = `template:1:19: <.entry.code>: null has no keys; where it may be null: {{with ...}}...{{end}}`
	if err := r.Close(); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestTemplateErrorInOtherWords: a message that text/template may word
// differently one day is passed on, with its place. TestTemplateErrors fails
// then, as it holds the words of today.
func TestTemplateErrorInOtherWords(t *testing.T) {
	for text, want := range map[string]string{
		`template: template:1:13: executing "template" at <.cdoe>: key "cdoe" is absent`: `template:1:13: <.cdoe>: key "cdoe" is absent`,
		"out of\x1b[31m luck": "out of [31m luck",
	} {
		err := &render.TemplateError{Err: errors.New(text), Known: []string{"code"}}
		if err.Error() != want {
			t.Errorf("%q becomes %q, want %q", text, err, want)
		}
	}
}
