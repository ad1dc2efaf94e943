package catalog_test

import (
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"github.com/sahilm/fuzzy"

	"github.com/errcode/errcode/catalog"
)

// BenchmarkSearch asks as the command does: the first five, then how many more
// are no weak guesses.
func BenchmarkSearch(b *testing.B) {
	all := sets{}
	for _, size := range []int{55, 1_000_000} {
		for _, text := range []string{"backup period", "snapshot", "the time of the backup is not accepted", "InvalidBackupPeriod77.Formt"} {
			for _, limit := range []int{5, 0} {
				b.Run(fmt.Sprintf("%s/limit=%d/%d", text, limit, size), func(b *testing.B) {
					set := all.of(b, size)
					for b.Loop() {
						n := 0
						for range set.Answers(text, catalog.Filter{}) {
							if n++; n == limit {
								break
							}
						}
					}
				})
			}
		}
	}
}

// BenchmarkSuggest asks for a mistyped code and for one that is near to none.
func BenchmarkSuggest(b *testing.B) {
	all := sets{}
	for _, size := range []int{55, 1_000_000} {
		for _, query := range []string{"InvalidBackupPeriod4096.Fromat", "NoSuchCode.AtAll"} {
			b.Run(fmt.Sprintf("%s/%d", query, size), func(b *testing.B) {
				set := all.of(b, size)
				b.ReportAllocs()
				for b.Loop() {
					set.Suggest(query, 3)
				}
			})
		}
	}
}

// BenchmarkFuzzy compares the search for a half-remembered code, which looks at
// the codes that have its letters, with fuzzy looking through all codes.
func BenchmarkFuzzy(b *testing.B) {
	const size, query = 1_000_000, "unsupsecuriplist"
	src := synthetic(size)
	codes := make([]string, size)
	for i, e := range src.Entries {
		codes[i] = e.Code
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			fuzzy.Find(query, codes)
		}
	})
	set := catalog.NewSet(open(b, src))
	b.Run("masks", func(b *testing.B) {
		for b.Loop() {
			for range set.Search(query, catalog.Filter{}) {
				break
			}
		}
	})
}

// BenchmarkCompile compares compiling with decoding the same entries as JSON.
func BenchmarkCompile(b *testing.B) {
	src := synthetic(100_000)
	type row struct {
		Code, Message string
		Status        int
	}
	rows := make([]row, len(src.Entries))
	for i, e := range src.Entries {
		rows[i] = row{e.Code, e.Message, e.Status}
	}
	data, err := json.Marshal(rows)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("json", func(b *testing.B) {
		for b.Loop() {
			var rows []row
			if err := json.Unmarshal(data, &rows); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("compile", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := catalog.Compile(io.Discard, src); err != nil {
				b.Fatal(err)
			}
		}
	})
}
