package catalog_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// shop is a small catalog with everything that lookup has to tell apart:
// a misspelt code with its alias, a code on several rows, a family whose head
// is a code and one whose head is none, a live code.
var shop = catalog.Source{
	Name: "shop", Origin: "https://example.com/errors", Date: "2026-01-31",
	Entries: []catalog.Entry{
		{Code: "Forbiden.NoAdmin", Status: 403, Message: "You are not the administrator."},
		{Code: "MissingField", Status: 400, Message: "A field is missing."},
		{Code: "InvalidSize.Format", Status: 400, Message: "The size is not valid."},
		{Code: "MissingField", Status: 403, Message: "The field Owner is missing.", Description: "No owner."},
		{Code: "InvalidTime", Status: 400, Message: "The time is not valid."},
		{Code: "InvalidTime.Format", Status: 400, Message: "The format of the time is not valid."},
		{Code: "InvalidTime.Range.Start", Status: 404, Message: "The start does not exist."},
		{Code: "OutOfStock", Status: 0, Message: "Sold out, 库存不足."},
		{Code: "InternalError", Status: 500, Message: "Something failed."},
	},
	Patches: []catalog.Patch{
		{Target: catalog.Key{Code: "Forbiden.NoAdmin"}, Guidance: catalog.Guidance{
			Category: "authorization", Retry: "no", Fault: "caller", Aliases: []string{"Forbidden.NoAdmin"},
		}},
		{Target: catalog.Key{Code: "InvalidSize.Format"}, Guidance: catalog.Guidance{
			Category: "invalid-parameter", Retry: "after-change",
			Aliases: []string{"InvalidLength", "BadSize"},
			Live:    []catalog.Live{{Code: "InvalidLength", Status: 422, Message: "Length is not valid."}, {Code: "InvalidSize.Format", Status: 422}},
		}},
		{Target: catalog.Key{Code: "MissingField", Status: 403}, Guidance: catalog.Guidance{
			Parameters: []string{"Owner"}, Causes: []string{"No owner was sent."}, NextSteps: []string{"Send Owner."},
			Live: []catalog.Live{{Code: "MissingField", Message: "Owner has to be sent"}},
		}},
	},
}

var market = catalog.Source{
	Name: "market",
	Entries: []catalog.Entry{
		{Code: "InternalError", Status: 500, Message: "The market failed."},
		{Code: "INVALIDTIME", Status: 400, Message: "Shouting."},
	},
}

func open(t testing.TB, src catalog.Source) *catalog.Index {
	t.Helper()
	x, err := catalog.Open(compiled(t, src))
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func compiled(t testing.TB, src catalog.Source) string {
	t.Helper()
	var b bytes.Buffer
	if err := catalog.Compile(&b, src); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func shops(t testing.TB) *catalog.Set {
	t.Helper()
	return catalog.NewSet(open(t, shop), open(t, market))
}

// brief writes matches as "kind code/status[ via]".
func brief(matches []catalog.Match) string {
	var parts []string
	for _, m := range matches {
		text := m.Kind.String() + " " + m.Entry.Code
		if m.Via != "" {
			text += " via " + m.Via
		}
		if m.Entry.Catalog != "shop" {
			text += " of " + m.Entry.Catalog
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, ", ")
}

func TestLookup(t *testing.T) {
	set := shops(t)
	for _, c := range []struct{ query, want string }{
		{"InvalidSize.Format", "exact InvalidSize.Format"},
		{"InternalError", "exact InternalError, exact InternalError of market"},
		{"MissingField", "exact MissingField, exact MissingField"},
		{"InvalidTime", "exact InvalidTime"},
		{"INVALIDTIME", "exact INVALIDTIME of market"},
		{"invalidtime", "folded InvalidTime, folded INVALIDTIME of market"},
		{"invalid_size-format", "folded InvalidSize.Format"},
		{"Invalid Size Format", "folded InvalidSize.Format"},
		{`"InvalidSize.Format",`, "folded InvalidSize.Format"},
		{"[InvalidSize.Format]", "folded InvalidSize.Format"},
		{"Code: OutOfStock", "folded OutOfStock"},
		{`"Code":"OutOfStock"`, "folded OutOfStock"},
		{"error_code=OutOfStock.", "folded OutOfStock"},
		{"错误码：OutOfStock。", "folded OutOfStock"},
		{"ＯutOfStock", "folded OutOfStock"},
		{"Code: Code", ""},
		{"Forbidden.NoAdmin", "alias Forbiden.NoAdmin via Forbidden.NoAdmin"},
		{"forbidden_no_admin", "alias Forbiden.NoAdmin via Forbidden.NoAdmin"},
		{"InvalidLength", "live InvalidSize.Format via InvalidLength"},
		{"BADSIZE", "alias InvalidSize.Format via BadSize"},
		{"InvalidTime.*", "glob InvalidTime.Format, glob InvalidTime.Range.Start"},
		{"*.format", "glob InvalidSize.Format, glob InvalidTime.Format"},
		{"inv[b-m]lid?ize*", ""},
		{"inv[^b-z]lid?ize*", "glob InvalidSize.Format"},
		{"Forb?dden.NoAdmin", ""},
		{"InvalidSize", "family InvalidSize.Format via InvalidSize"},
		{"invalidsize.", "family InvalidSize.Format via InvalidSize"},
		{"InvalidTime.Range", "family InvalidTime.Range.Start via InvalidTime.Range"},
		{"403", "status Forbiden.NoAdmin, status MissingField"},
		{"4XX", "status Forbiden.NoAdmin, status MissingField, status InvalidSize.Format, status MissingField, status InvalidTime, status InvalidTime.Format, status InvalidTime.Range.Start, status INVALIDTIME of market"},
		{"HTTP 403", "status Forbiden.NoAdmin, status MissingField"},
		{"(404).", "status InvalidTime.Range.Start"},
		{"HTTP状态码：5xx", "status InternalError, status InternalError of market"},
		{"Status Code: 404", "status InvalidTime.Range.Start"},
		{"Invalid\xffTime", ""},
		{"Invalid\u200bTime", "folded InvalidTime, folded INVALIDTIME of market"},
		{"Invalid\x1bTime", ""},
		{"599", ""},
		{"600", ""},
		{"", ""},
		{" . ", ""},
		{"\xff\xfe", ""},
		{"Code:", ""},
	} {
		if got := brief(set.Lookup(c.query, catalog.Filter{})); got != c.want {
			t.Errorf("Lookup(%q) = %s\nwant %s", c.query, got, c.want)
		}
	}
}

func TestLookupKeepsCatalogOrder(t *testing.T) {
	var messages []string
	for _, m := range shops(t).Lookup("MissingField", catalog.Filter{}) {
		messages = append(messages, m.Entry.Message)
	}
	want := []string{"A field is missing.", "The field Owner is missing."}
	if !slices.Equal(messages, want) {
		t.Errorf("messages %q, want %q", messages, want)
	}
}

func TestFilter(t *testing.T) {
	set := shops(t)
	status := func(text string) catalog.StatusRange {
		r, ok := catalog.ParseStatus(text)
		if !ok {
			t.Fatalf("ParseStatus(%q) says no", text)
		}
		return r
	}
	for _, c := range []struct {
		name   string
		filter catalog.Filter
		want   string
	}{
		{"status", catalog.Filter{Statuses: []catalog.StatusRange{status("403")}}, "listed Forbiden.NoAdmin, listed MissingField"},
		{"class or status", catalog.Filter{Statuses: []catalog.StatusRange{status("404"), status("5xx")}}, "listed InvalidTime.Range.Start, listed InternalError, listed InternalError of market"},
		{"category", catalog.Filter{Categories: []catalog.Category{"authorization", "billing"}}, "listed Forbiden.NoAdmin"},
		{"category and retry", catalog.Filter{Categories: []catalog.Category{"authorization"}, Retries: []catalog.Retry{"backoff"}}, ""},
	} {
		if got := brief(slices.Collect(set.List(c.filter))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	only := catalog.Filter{Statuses: []catalog.StatusRange{status("404")}}
	if got := brief(set.Lookup("InvalidTime", only)); got != "family InvalidTime.Range.Start via InvalidTime" {
		t.Errorf("a step whose finds are filtered out does not answer: got %q", got)
	}
}

func TestStatuses(t *testing.T) {
	if got, want := shops(t).Statuses(), []int{400, 403, 404, 500}; !slices.Equal(got, want) {
		t.Errorf("Statuses() = %v, want %v", got, want)
	}
}

func TestOnly(t *testing.T) {
	set := shops(t)
	only, unknown := set.Only("market")
	if got := brief(only.Lookup("InternalError", catalog.Filter{})); unknown != "" || got != "exact InternalError of market" {
		t.Errorf("Only(market): %q, unknown %q", got, unknown)
	}
	if _, unknown = set.Only("shop", "bazaar"); unknown != "bazaar" {
		t.Errorf("unknown name %q, want bazaar", unknown)
	}
}

func TestEntryComesBackWhole(t *testing.T) {
	matches := shops(t).Lookup("Forbiden.NoAdmin", catalog.Filter{})
	e := matches[0].Entry
	if e.Catalog != "shop" || e.Category != "authorization" || e.Retry != "no" || e.Fault != "caller" || e.Status != 403 ||
		!slices.Equal(e.Aliases, []string{"Forbidden.NoAdmin"}) {
		t.Errorf("entry %+v", e)
	}
	e = shops(t).Lookup("InvalidSize.Format", catalog.Filter{})[0].Entry
	if want := shop.Patches[1].Live; !slices.Equal(e.Live, want) {
		t.Errorf("live %+v, want %+v", e.Live, want)
	}
}

func TestFamily(t *testing.T) {
	set := shops(t)
	want := []string{"InvalidTime.Format", "InvalidTime.Range.Start"}
	if got := set.Family("InvalidTime"); !slices.Equal(got, want) {
		t.Errorf("Family(InvalidTime) = %q, want %q", got, want)
	}
	if got := set.Family("invalidtime"); got != nil {
		t.Errorf("Family(invalidtime) = %q, want none: spelling counts", got)
	}
}

func TestSuggest(t *testing.T) {
	set := catalog.NewSet(open(t, shop), open(t, market), open(t, catalog.Source{
		Name: "gate", Entries: []catalog.Entry{{Code: "Throttling"}, {Code: "Zone.Closed"}},
	}))
	for _, c := range []struct {
		query, want string
	}{
		{"InvalidTmie", "InvalidTime, INVALIDTIME"},
		{"invalidsizeformt", "InvalidSize.Format"}, // and not InvalidTime, which is another word
		{"Forbidden.NoAdmn", "Forbiden.NoAdmin"},
		{"OutOfStok", "OutOfStock"},
		{"Kubernetes", ""},
		{"abc", ""},
		{"Stock", "OutOfStock"}, // the only code with that word
		{"SizeInvalid", "InvalidSize.Format"},
		{"EternalError", ""}, // a word of its own
		{"nternalError", "InternalError"},
		{"OutOfStockException", "OutOfStock"},
		{"ThrottlingException", "Throttling"},
		{"OutOfStockValue", "OutOfStock"},
		{"ZoneException", ""}, // many families may begin so
		{"OutException", ""},  // a word of a code is not the code
		{"outo", ""},          // and not OutOfStock, cut short to "out" and "o"
		{strings.Repeat("InvalidTime", 100), ""},
	} {
		if got := strings.Join(set.Suggest(c.query, 3), ", "); got != c.want {
			t.Errorf("Suggest(%q) = %s, want %s", c.query, got, c.want)
		}
	}
}

func TestComplete(t *testing.T) {
	set := shops(t)
	for _, c := range []struct{ typed, want string }{
		{"OutO", "OutOfStock"},
		{"invalids", "InvalidSize.Format"},
		{"InvalidTime.", "InvalidTime, InvalidTime.Format, InvalidTime.Range.Start, INVALIDTIME"},
		{"miss", "MissingField"},
		{"form", "InvalidSize.Format, InvalidTime.Format"},
		{"Range.S", "InvalidTime.Range.Start"},
		{"Forbidden.", "Forbiden.NoAdmin via Forbidden.NoAdmin"},
		{"InvalidL", "InvalidSize.Format via InvalidLength"},
		{"zzz", ""},
		{"--", ""},
	} {
		var got []string
		for candidate := range set.Complete(c.typed) {
			text := candidate.Code
			if candidate.Alias != "" {
				text += " via " + candidate.Alias
			}
			got = append(got, text)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("Complete(%q) = %s, want %s", c.typed, got, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	set := shops(t)
	for _, c := range []struct {
		code, message string
		status        int
		first, want   string
	}{
		{"MissingField", "", 0, "A field is missing.", "exact MissingField, exact MissingField"},
		{"MissingField", "the field 'Owner' is missing", 0, "The field Owner is missing.", "exact MissingField, exact MissingField"},
		{"MissingField", "Owner has to be sent.", 0, "The field Owner is missing.", "exact MissingField, exact MissingField"},
		{"MissingField", "", 403, "The field Owner is missing.", "exact MissingField, exact MissingField"},
		{"InternalError", "The market failed.", 0, "The market failed.", "exact InternalError of market, exact InternalError"},
		{"InvalidLength", "", 0, "The size is not valid.", "live InvalidSize.Format via InvalidLength"},
		{"invalidlength", "", 0, "", ""},
		{"missingfield", "", 0, "", ""},
		{"InvalidSize", "", 0, "", ""},
	} {
		got := set.Resolve(c.code, c.message, c.status)
		if brief(got) != c.want {
			t.Errorf("Resolve(%q, %q, %d) = %s, want %s", c.code, c.message, c.status, brief(got), c.want)
		} else if len(got) > 0 && got[0].Entry.Message != c.first {
			t.Errorf("Resolve(%q, %q, %d): first %q, want %q", c.code, c.message, c.status, got[0].Entry.Message, c.first)
		}
	}
}

// TestResolveSpelling: of two spellings that fold alike, each leads to its row.
func TestResolveSpelling(t *testing.T) {
	set := catalog.NewSet(open(t, catalog.Source{Name: "x", Entries: []catalog.Entry{
		{Code: "A", Guidance: catalog.Guidance{Aliases: []string{"Foo.Bar"}, Live: []catalog.Live{{Code: "FooBar"}}}},
	}}))
	for code, want := range map[string]string{"Foo.Bar": "alias A via Foo.Bar of x", "FooBar": "live A via FooBar of x", "fooBar": ""} {
		if got := brief(set.Resolve(code, "", 0)); got != want {
			t.Errorf("Resolve(%q) = %q, want %q", code, got, want)
		}
	}
}

func TestCompileIsReproducible(t *testing.T) {
	if first, second := compiled(t, shop), compiled(t, shop); first != second {
		t.Error("two runs differ")
	}
}

func TestCompileRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		src  catalog.Source
		want string
	}{
		{"no code", catalog.Source{Name: "x", Entries: []catalog.Entry{{Status: 400}}}, "entry 1"},
		{"status", catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "A", Status: 4003}}}, "status 4003"},
		{"category", catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "A", Guidance: catalog.Guidance{Category: "weather"}}}}, `category "weather"`},
		{"retry", catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "A", Guidance: catalog.Guidance{Retry: "often"}}}}, `retry "often"`},
		{"fault", catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "A", Guidance: catalog.Guidance{Fault: "nobody"}}}}, `fault "nobody"`},
		{"list", catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "A", Guidance: catalog.Guidance{Notes: make([]string, 1001)}}}}, "1000 items"},
		{"patch of another", catalog.Source{Name: "x", Patches: []catalog.Patch{{Target: catalog.Key{Catalog: "y", Code: "A"}}}}, `catalog "y"`},
		{"patch", catalog.Source{Name: "x", Patches: []catalog.Patch{{Target: catalog.Key{Code: "B"}}}}, `code "B"`},
	} {
		err := catalog.Compile(&bytes.Buffer{}, c.src)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that names %s", c.name, err, c.want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good := compiled(t, shop)
	for _, c := range []struct{ name, data string }{
		{"empty", ""},
		{"text", strings.Repeat("|code|message|\n", 50)},
		{"another version", good[:8] + "\x07" + good[9:]},
		{"cut", good[:len(good)-len(good)/2]},
	} {
		if _, err := catalog.Open(c.data); !errors.Is(err, catalog.ErrFormat) {
			t.Errorf("%s: error %v, want ErrFormat", c.name, err)
		}
	}
}
