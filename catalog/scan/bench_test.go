package scan

import (
	"bytes"
	"testing"
)

// BenchmarkScan scans 100 lines of one kind: allocations are for all of them, and
// lines without an error need none.
func BenchmarkScan(b *testing.B) {
	const (
		plain  = `2026-07-14T00:00:01.464Z DEBUG response {"RequestId":"13EE5532-BE6A-57EA-A475-C4F4DA3D8788","Code":"200","Success":true}`
		trap   = `2026-07-14T00:00:01.464Z ERROR java.lang.IllegalArgumentException: InvalidParameterException is not InvalidParameter`
		labels = `2026-07-14T00:00:11.312Z WARN Aliyun API Error: RequestId: 117F52CD-1FA8-569D-AC33-A4D89BCC0BF5 Status Code: 400 Code: InvalidParameter Message: m.`
		body   = `2026-07-14T00:00:11.312Z ERROR {"RequestId":"117F52CD-1FA8-569D-AC33-A4D89BCC0BF5","Code":"InvalidParameter","Message":"m"}`
	)
	for _, bb := range []struct {
		name, line string
		want       int // occurrences in a line
	}{
		{"plain", plain, 0}, {"trap", trap, 0}, {"labels", labels, 1}, {"body", body, 1},
	} {
		b.Run(bb.name, func(b *testing.B) {
			const lines = 100
			block := bytes.Repeat([]byte(bb.line+"\n"), lines)
			s := New(builtinSet(b), Options{})
			b.SetBytes(int64(len(block)))
			b.ReportAllocs()
			for b.Loop() {
				s.Reset("-")
				if found := len(s.Write(block)) + len(s.Close()); found != bb.want*lines {
					b.Fatalf("found %d errors in %d lines", found, lines)
				}
			}
		})
	}
}
