package builtin_test

import (
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/builtin"
)

func set(t *testing.T) *catalog.Set {
	t.Helper()
	var indexes []*catalog.Index
	for _, data := range builtin.Indexes() {
		index, err := catalog.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		indexes = append(indexes, index)
	}
	return catalog.NewSet(indexes...)
}

func TestCatalogs(t *testing.T) {
	want := []catalog.Info{
		{
			Name:    "mongodb",
			Origin:  "https://github.com/AlibabaCloudDocs/mongodb/blob/master/intl.en-US/API%20Reference/Appendix/Error%20codes.md",
			Entries: 55,
			Codes:   53,
		},
		{
			Name:    "alibabacloud-common",
			Origin:  "https://github.com/AlibabaCloudDocs/ecs/blob/322eaab82e866a494eeaddb0de02bab1978692d1/intl.en-US/API%20Reference/Getting%20started/Response%20results.md",
			Entries: 36,
			Codes:   36,
		},
	}
	got := set(t).Catalogs()
	if len(got) != len(want) {
		t.Fatalf("catalogs %+v, want %+v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("catalog %d is %+v, want %+v", i, got[i], want[i])
		}
	}
}

// TestAliases looks up the right English of what the vendor misspells.
func TestAliases(t *testing.T) {
	s := set(t)
	for alias, code := range map[string]string{
		"Forbidden.NotAdminUser":  "Forbbiden.NotAdminUser",
		"Forbidden.SubUser":       "Forbbiden.SubUser",
		"Forbidden.NotSupportRAM": "Forbedden.NotSupportRAM",
		"QuotaExceeded":           "QuotaExceed",
		"Zone.NotSupported":       "Zone.NotSupport",
	} {
		m := s.Lookup(alias, catalog.Filter{})
		if len(m) != 1 || m[0].Entry.Code != code || m[0].Kind != catalog.KindAlias {
			t.Errorf("%s finds %+v, want %s by its alias", alias, m, code)
		}
	}
}

// TestLive looks up what the service sends today instead of a row's code.
func TestLive(t *testing.T) {
	m := set(t).Lookup("OperationDenied.LockMode", catalog.Filter{})
	if len(m) != 1 || m[0].Entry.Code != "IncorrectDBInstanceLockMode" || m[0].Kind != catalog.KindLive {
		t.Errorf("OperationDenied.LockMode finds %+v, want IncorrectDBInstanceLockMode by a live code", m)
	}
}

// TestOpenIsCheap holds that nothing but what a question needs is read:
// opening what is embedded allocates a few small values, whatever it holds.
func TestOpenIsCheap(t *testing.T) {
	for i, data := range builtin.Indexes() {
		n := testing.AllocsPerRun(100, func() {
			if _, err := catalog.Open(data); err != nil {
				t.Fatal(err)
			}
		})
		if n > 10 {
			t.Errorf("opening catalog %d takes %.0f allocations", i, n)
		}
	}
}

// TestSeeAlso holds that a note sends nobody to a code that finds nothing, and
// calls none missing that is here.
func TestSeeAlso(t *testing.T) {
	s := set(t)
	here := func(code string) bool { return len(s.Resolve(code, "", 0)) > 0 }
	for m := range s.List(catalog.Filter{}) {
		for _, note := range m.Entry.Notes {
			if codes, ok := strings.CutPrefix(note, "See also "); ok {
				for code := range strings.SplitSeq(strings.TrimSuffix(codes, "."), ", ") {
					if !here(code) {
						t.Errorf("%s: see also %s, which no catalog holds", m.Entry.Code, code)
					}
				}
			}
			if codes, ok := strings.CutPrefix(note, "Related, not in this catalog: "); ok {
				for word := range strings.FieldsSeq(codes) {
					if code := strings.TrimRight(word, ",.;"); here(code) {
						t.Errorf("%s: %s is in a catalog", m.Entry.Code, code)
					}
				}
			}
		}
	}
}
