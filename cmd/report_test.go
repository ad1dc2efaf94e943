package cmd

import (
	"slices"
	"strconv"
	"testing"

	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// TestReportPlaces counts a line once, however many errors stand on it.
func TestReportPlaces(t *testing.T) {
	r := newReport()
	for line := 1; line <= 12; line++ {
		r.add(scan.Occurrence{Code: "A", Source: "log", Line: line})
		r.add(scan.Occurrence{Code: "B", Source: "log", Line: line})
		r.add(scan.Occurrence{Code: "A", Source: "log", Line: line})
	}
	r.add(scan.Occurrence{Code: "A", Source: "other", Line: 12})
	got := r.order[0]
	if got.Count != 25 || len(got.Places) != 10 || got.MorePlaces != 3 {
		t.Errorf("%d times, on %v and %d more; want 25, on 10 and 3 more", got.Count, got.Places, got.MorePlaces)
	}
	if want := (render.Place{Source: "log", Line: 2}); got.Places[1] != want {
		t.Errorf("the second place is %v, want %v", got.Places[1], want)
	}
}

// TestReportRequestIDs counts each request ID once, and no more than it can
// tell apart.
func TestReportRequestIDs(t *testing.T) {
	r := newReport()
	for range 3 {
		for i := range 25 {
			r.add(scan.Occurrence{Code: "A", RequestID: strconv.Itoa(i)})
			r.add(scan.Occurrence{Code: "A"})
		}
	}
	got := r.order[0]
	if want := []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}; !slices.Equal(got.RequestIDs, want) {
		t.Errorf("listed are %v, want %v", got.RequestIDs, want)
	}
	if got.MoreRequestIDs != 15 || got.MoreAtLeast {
		t.Errorf("%d more (at least: %v), want 15", got.MoreRequestIDs, got.MoreAtLeast)
	}
	for i := range 2 * maxHashed {
		r.add(scan.Occurrence{Code: "B", RequestID: strconv.Itoa(i)})
	}
	other := r.order[1]
	if other.MoreRequestIDs != maxHashed-15 || !other.MoreAtLeast {
		t.Errorf("%d more (at least: %v), want at least %d", other.MoreRequestIDs, other.MoreAtLeast, maxHashed-15)
	}
	if r.add(scan.Occurrence{Code: "A", RequestID: "11"}); got.MoreAtLeast {
		t.Error("a request ID that is counted makes the number unsure")
	}
}

// TestReportUnknown counts the unknown codes after the thousandth together.
func TestReportUnknown(t *testing.T) {
	r := newReport()
	for range 2 {
		for i := range maxUnknown + 7 {
			r.add(scan.Occurrence{Code: "Unknown." + strconv.Itoa(i), Line: i + 1})
		}
	}
	if len(r.order) != maxUnknown+1 || r.order[0].Count != 2 {
		t.Fatalf("%d errors, the first %d times; want %d, 2 times", len(r.order), r.order[0].Count, maxUnknown+1)
	}
	if others := r.order[maxUnknown]; others.Count != 14 || others.Occurrence.Code != "" {
		t.Errorf("the others are %d times %q, want 14 times no code", others.Count, others.Occurrence.Code)
	}
}
