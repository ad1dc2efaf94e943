package catalog_test

import (
	"errors"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// everything is a catalog in which no section is empty.
func everything() catalog.Source {
	src := shop
	src.Entries = append(append([]catalog.Entry{}, shop.Entries...), wording.Entries...)
	return src
}

// TestDamageIsTold spoils an index byte by byte: nothing panics, and no code
// answers a query for another one without Err telling why.
func TestDamageIsTold(t *testing.T) {
	good := compiled(t, everything())
	told := 0
	for i := range len(good) {
		x, err := catalog.Open(good[:i] + "\xff" + good[i+1:])
		if err != nil {
			continue
		}
		set := catalog.NewSet(x)
		askEverything(set)
		if err := set.Err(); err != nil {
			told++
			if !errors.Is(err, catalog.ErrFormat) {
				t.Fatalf("byte %d: error %v does not wrap ErrFormat", i, err)
			}
		}
	}
	if told < len(good)/20 {
		t.Errorf("damage told for %d of %d bytes; are the sections read at all?", told, len(good))
	}
}

func TestNoEntryAnswersForADamagedNumber(t *testing.T) {
	src := catalog.Source{Name: "x", Entries: []catalog.Entry{{Code: "aaa"}, {Code: "bbb"}}}
	good := compiled(t, src)
	for at := range len(good) - 4 {
		if good[at:at+4] != "\x01\x00\x00\x00" { // it may be the number of bbb
			continue
		}
		x, err := catalog.Open(good[:at] + "\x77\x00\x00\x00" + good[at+4:])
		if err != nil {
			continue
		}
		set := catalog.NewSet(x)
		for _, m := range set.Lookup("bbb", catalog.Filter{}) {
			if m.Entry.Code == "aaa" {
				t.Errorf("byte %d: aaa answers for bbb", at)
			}
		}
	}
}

// askEverything asks a set all that it can be asked.
func askEverything(set *catalog.Set) {
	for _, query := range []string{"MissingField", "InvalidTime", "forbidden.noadmin", "*", "4xx", "500"} {
		set.Lookup(query, catalog.Filter{})
		set.Suggest(query+"x", 3)
		set.Resolve(query, "m", 400)
		set.Family(query)
		for range set.Search(query, catalog.Filter{}) {
		}
		for range set.Complete(query) {
		}
	}
	for m := range set.List(catalog.Filter{Statuses: []catalog.StatusRange{{Low: 400, High: 499}}}) {
		set.MatchMessage(m.Entry.Message)
	}
	set.MatchMessage(`The specified parameter "Zone ID" is not valid.`)
	set.MatchMessage("Owner has to be sent")
	set.Statuses()
	set.Only("shop")
	set.Catalogs()
}

// FuzzDecode opens damaged indexes and asks them everything: no panic, and
// errors that name the format.
func FuzzDecode(f *testing.F) {
	good := compiled(f, everything())
	f.Add([]byte(good))
	f.Add([]byte(compiled(f, wording)))
	f.Add([]byte(good[:len(good)/2]))
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := catalog.Open(string(data))
		if err != nil {
			if !errors.Is(err, catalog.ErrFormat) {
				t.Fatalf("error %v does not wrap ErrFormat", err)
			}
			return
		}
		set := catalog.NewSet(x)
		askEverything(set)
		if err := set.Err(); err != nil && !errors.Is(err, catalog.ErrFormat) {
			t.Fatalf("Err %v does not wrap ErrFormat", err)
		}
	})
}
