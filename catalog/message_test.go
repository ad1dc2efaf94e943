package catalog_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// wording has one text on two rows, one as a table's and one as a live text,
// and templates that overlap.
var wording = catalog.Source{
	Name: "wording",
	Entries: []catalog.Entry{
		{Code: "BadParameter", Status: 400, Message: `The specified parameter "Name" is not valid.`, Guidance: catalog.Guidance{
			Templates: []string{`The specified parameter "{parameter}" is not valid.`},
			Live:      []catalog.Live{{Code: "BadParameter", Message: "Time is out of range."}},
		}},
		{Code: "BadToken", Status: 400, Message: `The specified parameter "Token" is not valid`, Guidance: catalog.Guidance{
			Templates: []string{`The specified parameter "{parameter}" is not valid.`},
		}},
		{Code: "BadTime", Status: 400, Message: "Time is out of range."},
		{Code: "Missing", Status: 400, Message: "A/B at least one is mandatory.", Guidance: catalog.Guidance{
			Templates: []string{"{a}/{b} at least one is mandatory.", "{parameter} is mandatory for this action."},
		}},
		{Code: "BadSignature", Status: 400, Message: "Signature is wrong.", Guidance: catalog.Guidance{
			Templates: []string{"Signature is wrong. String to sign is:{string}"},
		}},
	},
}

func TestMatchMessage(t *testing.T) {
	set := catalog.NewSet(open(t, wording))
	for _, c := range []struct {
		text, code string
		values     map[string]string
	}{
		{"Time is out of range.", "BadTime", nil},
		{"time is  out of range", "BadTime", nil},
		{`The Specified parameter Name is not valid.`, "BadParameter", map[string]string{"parameter": "Name"}},
		{`The specified parameter \"Token\" is not valid.`, "BadToken", map[string]string{"parameter": "Token"}},
		{`The specified parameter "Zone ID" is not valid.`, "BadParameter", map[string]string{"parameter": "Zone ID"}},
		{"The specified parameter ZoneId is not valid", "BadParameter", map[string]string{"parameter": "ZoneId"}},
		{"The specified parameter of the request is not valid.", "", nil},
		{"Period is mandatory for this action.", "Missing", map[string]string{"parameter": "Period"}},
		{"Name/Size at least one is mandatory.", "Missing", map[string]string{"a": "Name", "b": "Size"}},
		{"Signature is wrong. String to sign is:GET&%2F&Action=X and more", "BadSignature", map[string]string{"string": "GET&%2F&Action=X and more"}},
		{"Signature is wrong. String to sign is:", "", nil},
		{"Time is out of range, says the manual.", "", nil},
		{"", "", nil},
		{"...", "", nil},
	} {
		m, values, ok := set.MatchMessage(c.text)
		if ok != (c.code != "") || m.Entry.Code != c.code || !maps.Equal(values, c.values) {
			t.Errorf("MatchMessage(%q) = %q %v, want %q %v", c.text, m.Entry.Code, values, c.code, c.values)
		}
	}
}

// TestResolveByTemplate: of the rows of one code, the one whose template the
// message fits is meant, and an exact message beats a template.
func TestResolveByTemplate(t *testing.T) {
	set := catalog.NewSet(open(t, catalog.Source{Name: "x", Entries: []catalog.Entry{
		{Code: "Missing", Status: 400, Message: "A is mandatory here."},
		{Code: "Missing", Status: 403, Guidance: catalog.Guidance{Templates: []string{"{parameter} is mandatory here."}}},
	}}))
	for message, status := range map[string]int{
		"B is mandatory here.": 403, "A is mandatory here": 400, "Something else.": 400,
	} {
		if got := set.Resolve("Missing", message, 0)[0].Entry.Status; got != status {
			t.Errorf("Resolve(%q): status %d first, want %d", message, got, status)
		}
	}
}

// TestHostileTemplates: a private-use character in a template is no slot, and
// templates that fit in many ways do not cost more than a message may.
func TestHostileTemplates(t *testing.T) {
	hostile := strings.Repeat("{a}a", 60) + " word b"
	src := catalog.Source{Name: "x", Entries: []catalog.Entry{
		{Code: "Slot", Guidance: catalog.Guidance{Templates: []string{"word \ue000 and {a} here"}}},
	}}
	for range 200 {
		src.Entries = append(src.Entries, catalog.Entry{Code: "Many", Guidance: catalog.Guidance{Templates: []string{hostile}}})
	}
	set := catalog.NewSet(open(t, src))
	if _, values, _ := set.MatchMessage("word and b here"); !maps.Equal(values, map[string]string{"a": "b"}) {
		t.Errorf("values %v, want a: b", values)
	}
	if m, _, ok := set.MatchMessage(strings.Repeat("a", 4000) + strings.Repeat(" word", 500)); ok {
		t.Errorf("matched %q", m.Entry.Code)
	}
}

func TestCompileRefusesTemplateWithoutWords(t *testing.T) {
	src := catalog.Source{Name: "x", Entries: []catalog.Entry{
		{Code: "A", Guidance: catalog.Guidance{Templates: []string{"{a}/{b}!"}}},
	}}
	if err := catalog.Compile(discard{}, src); err == nil {
		t.Error("no error")
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// FuzzMatchMessage: no panic, and a value is a piece of the text.
func FuzzMatchMessage(f *testing.F) {
	set := catalog.NewSet(open(f, wording))
	f.Add(`The specified parameter "Zone ID" is not valid.`)
	f.Add("Name/Size at least one is mandatory.\xff")
	f.Add("“”'\"")
	f.Add("The specified parameter \"\xff00")
	f.Fuzz(func(t *testing.T, text string) {
		_, values, _ := set.MatchMessage(text)
		for name, value := range values {
			if value == "" || len(value) > len(text) {
				t.Errorf("value %q of slot %s in %q", value, name, text)
			}
		}
	})
}

func TestSameMessage(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{`The Specified  parameter "Key" is not valid.`, "the specified parameter Key is not valid", true},
		{"It is gone.", " It is\u00a0gone .. ", true},
		{"It is gone.", "It was gone.", false},
		{"", ".", true},
	} {
		if got := catalog.SameMessage(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
