package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// hard are texts that formats like to break.
func hard() []string {
	return []string{
		"", " ", "no", "Yes", "on", "null", "~", "true", "12", "1_000", "0x1f", "1:30", "1e3", "-", "- a", "# c", "a: b", "a #b", "'", `"`,
		`\`, "{", "[]", "&a", "*a", "!t", "|", ">", "%d", "@", "`", "?", "<>&", "\t", " lead", "trail ", "a\nb", "a\r\nb\n", "\n", "\x00\x1b[31m",
		"\u0085\u009b\u061c\u200e\u2028\u202e\u2066", "\ufeffbom", "\ufffd", "\xff\xfe", "\xef\xbf", "温度", "👩‍👧", "---", "...", "2026-07-14", "=", "<<", ".inf",
	}
}

// hardRecords carry them in a text, a list and a map.
func hardRecords() []render.Record {
	var records []render.Record
	for _, text := range hard() {
		o := occurrences()[0]
		o.Message, o.Source, o.Values = text, text, map[string]string{text: text, "z": "1"}
		o.Suggestions = []string{text, "x"}
		records = append(records, render.FromOccurrence(o))
	}
	return records
}

// TestJSONIsJSON compares with encoding/json, which must read and write the same.
func TestJSONIsJSON(t *testing.T) {
	opt := render.Options{Kind: render.KindOccurrence}
	out := output(t, "json", opt, hardRecords()...)
	var got []struct {
		Message     *string
		Source      string
		Values      map[string]string
		Suggestions []string
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	for i, text := range hard() {
		quoted, _ := json.Marshal(text)
		var want string
		if err := json.Unmarshal(quoted, &want); err != nil {
			t.Fatal(err)
		}
		if got[i].Source != want || got[i].Values[want] != want || got[i].Suggestions[0] != want {
			t.Errorf("%q is read back as %q", text, got[i].Source)
		}
		if (got[i].Message == nil) != (text == "") {
			t.Errorf("message %q is null: %v", text, got[i].Message == nil)
		}
	}
	for name, records := range subjects() {
		out := output(t, "json", render.Options{Kind: kindOf(name)}, records...)
		var b bytes.Buffer
		if err := json.Indent(&b, []byte(out), "", "  "); err != nil {
			t.Fatal(err)
		}
		if b.String() != out {
			t.Errorf("%s is not indented as encoding/json does it: %s", name, firstDifference(out, b.String()))
		}
	}
}

// TestDocumentsAgree reads YAML and the lines of jsonl back: both hold what the
// JSON holds.
func TestDocumentsAgree(t *testing.T) {
	all := subjects()
	all["hard"] = hardRecords()
	for name, records := range all {
		opt := render.Options{Kind: kindOf(name)}
		var want []any
		text := output(t, "json", opt, records...)
		if err := json.Unmarshal([]byte(text), &want); err != nil {
			t.Fatal(err)
		}
		var fromYAML any
		text = output(t, "yaml", opt, records...)
		if err := yaml.Unmarshal([]byte(text), &fromYAML); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		asJSON, err := json.Marshal(fromYAML)
		if err != nil {
			t.Fatal(err)
		}
		var got []any
		if err := json.Unmarshal(asJSON, &got); err != nil {
			t.Fatal(err)
		}
		sameItems(t, name+" as YAML", got, want)

		got = nil
		for line := range strings.Lines(output(t, "jsonl", opt, records...)) {
			var item any
			if err := json.Unmarshal([]byte(line), &item); err != nil {
				t.Fatal(err)
			}
			got = append(got, item)
		}
		sameItems(t, name+" as jsonl", got, want)
	}
}

// sameItems compares what was read back with what the JSON holds.
func sameItems(t *testing.T, what string, got, want []any) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s holds %d items, JSON %d", what, len(got), len(want))
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("%s holds\n%q, JSON\n%q", what, got[i], want[i])
		}
	}
}

// TestYAMLOfOldReaders: readers of YAML 1.1 must not take a word for a truth
// value, a time or a number.
func TestYAMLOfOldReaders(t *testing.T) {
	for _, word := range []string{"no", "On", "y", "1:30", "-1:30.5"} {
		e := catalog.Entry{Code: word, Guidance: catalog.Guidance{Retry: catalog.Retry(word)}}
		out := output(t, "yaml", render.Options{}, match(e))
		if !strings.Contains(out, "retry: \""+word+"\"\n") {
			t.Errorf("%q is not quoted in\n%s", word, out)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	out := output(t, "csv", render.Options{Kind: render.KindOccurrence}, hardRecords()...)
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	column := slices.Index(rows[0], "source")
	for i, text := range hard() {
		want := strings.ReplaceAll(string([]rune(text)), "\r\n", "\n") // as encoding/csv reads
		if got := rows[i+1][column]; got != want {
			t.Errorf("%q is read back as %q", text, got)
		}
	}
}

func TestPlainIsOneLine(t *testing.T) {
	for _, record := range hardRecords() {
		out := output(t, "plain", render.Options{Kind: render.KindOccurrence}, record)
		if strings.Count(out, "\n") != 1 || strings.Count(out, "\t") != 7 {
			t.Errorf("not eight fields on a line: %q", out)
		}
	}
}

// TestStreams: formats that can, pass a record on before the next is known, in
// one write.
func TestStreams(t *testing.T) {
	for _, format := range []string{"plain", "json", "jsonl", "csv", "markdown", "yaml"} {
		var w countingWriter
		r, err := render.New(format, &w, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range entries() {
			before := w.writes
			if err := r.Record(match(e)); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(w.text, e.Code) {
				t.Errorf("%s holds record %d back", format, i)
			}
			if heading := format == "csv" && i == 0; w.writes != before+1 && !heading {
				t.Errorf("%s: %d writes for record %d", format, w.writes-before, i)
			}
		}
	}
}

type countingWriter struct {
	text   string
	writes int
}

func (w *countingWriter) Write(p []byte) (int, error) {
	w.writes++
	w.text += string(p)
	return len(p), nil
}

var errFull = errors.New("disk full")

type fullWriter struct{ room int }

func (w *fullWriter) Write(p []byte) (int, error) {
	if w.room -= len(p); w.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// TestWriteErrors: a renderer returns the writer's error, whenever it comes.
func TestWriteErrors(t *testing.T) {
	for name, records := range subjects() {
		for _, format := range render.Formats() {
			opt := render.Options{Kind: kindOf(name)}
			size := len(output(t, format, opt, records...))
			for room := range size {
				err := run(format, &fullWriter{room}, opt, records)
				if !errors.Is(err, errFull) {
					t.Fatalf("%s of %s with room for %d of %d bytes: %v", format, name, room, size, err)
				}
				if room > 300 && room < size-300 {
					break // the middle is like the rest
				}
			}
		}
	}
	opt := render.Options{Template: "{{len .}}"}
	if err := run("", &fullWriter{}, opt, nil); !errors.Is(err, errFull) {
		t.Errorf("template: %v", err)
	}
}

func run(format string, w *fullWriter, opt render.Options, records []render.Record) error {
	r, err := render.New(format, w, opt)
	if err != nil {
		return err
	}
	for _, record := range records {
		if err := r.Record(record); err != nil {
			return err
		}
	}
	return r.Close()
}

// TestSingle: what is one by its nature is no list of one.
func TestSingle(t *testing.T) {
	opt := render.Options{Kind: render.KindCatalog, Single: true, Fields: []string{"name", "codes"}}
	record := render.FromCatalog(catalog.Info{Name: "pottery", Codes: 3}, "embedded", "")
	for format, want := range map[string]string{
		"json":  "{\n  \"name\": \"pottery\",\n  \"codes\": 3\n}\n",
		"jsonl": "{\"name\":\"pottery\",\"codes\":3}\n",
		"yaml":  "name: pottery\ncodes: 3\n",
	} {
		if got := output(t, format, opt, record); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := render.New("xml\x1b", nil, render.Options{})
	var unknown *render.UnknownFormatError
	if !errors.As(err, &unknown) || unknown.Name != "xml\x1b" || !slices.Equal(unknown.Known, render.Formats()) {
		t.Fatalf("error %#v", err)
	}
	const want = `no output format "xml "; known: table, plain, json, jsonl, yaml, csv, markdown`
	if err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// TestRecordTypes: zero values are what is not known, and nothing panics.
func TestRecordTypes(t *testing.T) {
	for format, want := range map[string]string{
		"plain": "\t\t\t\t\n",
		"jsonl": `{"query":"","match":"exact","score":0,"catalog":"","code":"","status":null,"message":"","description":"","aliases":[],` +
			`"category":"","retry":"","fault":"","parameters":[],"causes":[],"next_steps":[],"references":[],"notes":[],"operations":[],"live":[]}` + "\n",
	} {
		if got := output(t, format, render.Options{}, render.FromMatch(catalog.Match{})); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
	got := output(t, "jsonl", render.Options{Kind: render.KindOccurrence}, render.FromOccurrence(scan.Occurrence{}))
	const want = `{"code":"","known":false,"confidence":"structured","source":"","line":0,"column":0,"time":null,"status":null,` +
		`"request_id":null,"message":null,"values":{},"entry":null,"suggestions":[]}` + "\n"
	if got != want {
		t.Errorf("occurrence: %q, want %q", got, want)
	}
}

// TestMarkdownCode: what our own texts have in backquotes is code, in a cell and
// in a report.
func TestMarkdownCode(t *testing.T) {
	for text, want := range map[string][2]string{ // in a cell, in a report
		"Run `pot list --id <id>`.": {"Run `pot list --id <id>`.", "Run `pot list --id <id>`."},
		"`a` and `b*`":              {"`a` and `b*`", "`a` and `b*`"},
		"Try `a | b` | c":           {"Try `a \\| b` \\| c", "Try `a | b` \\| c"},
		"Try `a":                    {"Try \\`a", "Try \\`a"},
		"Try ``, `a`":               {"Try \\`\\`, \\`a\\`", "Try \\`\\`, \\`a\\`"},
		"No code *here*":            {"No code \\*here\\*", "No code \\*here\\*"},
	} {
		e := catalog.Entry{Code: "KilnBusy", Guidance: catalog.Guidance{NextSteps: []string{text}}}
		cell := output(t, "markdown", render.Options{Fields: []string{"next_steps"}}, match(e))
		if want := "| next_steps |\n| --- |\n| " + want[0] + " |\n"; cell != want {
			t.Errorf("%q becomes\n%s, want\n%s", text, cell, want)
		}
		o := scan.Occurrence{Code: e.Code, Entries: []catalog.Match{{Entry: e}}}
		report := output(t, "markdown", render.Options{Kind: render.KindReport}, render.FromReport(render.Report{Occurrence: o, Count: 1}))
		if want := "  1. " + want[1] + "\n"; !strings.Contains(report, want) {
			t.Errorf("%q in a report\n%s, want\n%s", text, report, want)
		}
	}
}

// TestMarkdownIsText: nothing in a cell is markup, and codes stay readable.
func TestMarkdownIsText(t *testing.T) {
	for text, want := range map[string]string{
		"FORBIDDEN_RISK_CONTROL": "FORBIDDEN_RISK_CONTROL",
		"_x_ a_ _":               `\_x\_ a\_ \_`,
		"a|b":                    `a\|b`,
		"dds:* <b> [x](y) `c` ~": "dds:\\* \\<b> \\[x\\](y) \\`c\\` \\~",
		`C:\`:                    `C:\\`,
		"one\ntwo":               "one two",
		"釉_料":                    "釉_料",
	} {
		out := output(t, "markdown", render.Options{Fields: []string{"message"}}, match(catalog.Entry{Message: text}))
		if want := "| message |\n| --- |\n| " + want + " |\n"; out != want {
			t.Errorf("%q becomes\n%s, want\n%s", text, out, want)
		}
	}
}
