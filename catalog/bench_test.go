package catalog_test

import (
	"fmt"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// synthetic returns a catalog of n entries whose codes and messages are made
// of the words of real ones, so that prefixes, families and words are shared
// as unevenly as in a vendor's table.
func synthetic(n int) catalog.Source {
	heads := []string{"Invalid", "Incorrect", "Missing", "Forbidden", "OperationDenied", "Quota", "Unsupported", "Internal"}
	things := []string{"DBInstance", "Backup", "Parameter", "Zone", "Account", "Token", "SecurityIPList", "Order", "Snapshot", "Key"}
	details := []string{"Id", "Name", "State", "Class", "Type", "Period", "Time", "Policy"}
	tails := []string{"", ".NotFound", ".Malformed", ".Format", ".Exceeded", ".NotSupport"}
	src := catalog.Source{Name: "synthetic"}
	for i := range n {
		head, thing, detail := heads[i%len(heads)], things[i/7%len(things)], details[i/3%len(details)]
		src.Entries = append(src.Entries, catalog.Entry{
			Code:    fmt.Sprintf("%s%s%s%d%s", head, thing, detail, i, tails[i/11%len(tails)]),
			Status:  400 + i%5,
			Message: fmt.Sprintf("The specified %s %s of item %d is not valid.", thing, detail, i),
		})
	}
	return src
}

// sets are compiled once for all benchmarks that need their size.
type sets map[int]*catalog.Set

func (s sets) of(b *testing.B, size int) *catalog.Set {
	if s[size] == nil {
		s[size] = catalog.NewSet(open(b, synthetic(size)))
	}
	b.ResetTimer()
	return s[size]
}

// BenchmarkLookup asks for a code that is there and one that is not, among few
// and many entries.
func BenchmarkLookup(b *testing.B) {
	all := sets{}
	for _, size := range []int{55, 10_000, 1_000_000} {
		last := synthetic(size).Entries[size-1].Code
		for _, c := range []struct{ name, query string }{{"hit", last}, {"miss", "NoSuchCode.AtAll"}} {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				set := all.of(b, size)
				b.ReportAllocs()
				for b.Loop() {
					set.Lookup(c.query, catalog.Filter{})
				}
			})
		}
	}
}

// BenchmarkComplete offers the first 500 codes for a narrow and a broad prefix.
func BenchmarkComplete(b *testing.B) {
	all := sets{}
	for _, size := range []int{55, 100_000} {
		for _, typed := range []string{"InvalidBackupName", "Inv"} {
			b.Run(fmt.Sprintf("%s/%d", typed, size), func(b *testing.B) {
				set := all.of(b, size)
				b.ReportAllocs()
				for b.Loop() {
					n := 0
					for range set.Complete(typed) {
						if n++; n == 500 {
							break
						}
					}
				}
			})
		}
	}
}
