package scan

import (
	"testing"
	"time"
)

func TestTimes(t *testing.T) {
	set := builtinSet(t)
	body := `{"Code":"QuotaExceed","RequestId":"` + testID + `","Message":"m"}`
	for _, tt := range []struct{ input, want string }{
		{"2026-07-14T01:12:44Z ERROR " + body, "2026-07-14T01:12:44Z"},
		{"2026-07-14 01:12:44,250 ERROR " + body, "2026-07-14T01:12:44.25Z"},
		{"2026/07/14 01:12:44 " + body, "2026-07-14T01:12:44Z"},
		{"[2026-07-14T01:12:44+08:00] " + body, "2026-07-14T01:12:44+08:00"},
		{"2026-07-14T01:12:44+0800 host prog[7]: " + body, "2026-07-14T01:12:44+08:00"},
		{`time="2026-07-14T01:12:44Z" level=error err=QuotaExceed`, "2026-07-14T01:12:44Z"},
		{`{"ts":"2026-07-14T01:12:44.5Z","error":"QuotaExceed"}`, "2026-07-14T01:12:44.5Z"},
		{`{"ts":1783991564.25,"error":"QuotaExceed"}`, "2026-07-14T01:12:44.25Z"},
		{`{"timestamp":1783991564250,"error":"QuotaExceed"}`, "2026-07-14T01:12:44.25Z"},
		{`10.0.0.7 - - [14/Jul/2026:01:12:44 +0000] "POST / HTTP/1.1" 400 ` + body, ""}, // behind the address
		{"[14/Jul/2026:01:12:44 +0800] " + body, "2026-07-14T01:12:44+08:00"},
		{"Tue, 14 Jul 2026 01:12:44 GMT " + body, "2026-07-14T01:12:44Z"},
		{"Tue 2026-07-14 01:12:44 UTC " + body, "2026-07-14T01:12:44Z"},
		{"Jul 14 01:12:44 host prog[7]: " + body, ""}, // no year
		{"E0714 01:12:44.000001       1 a.go:1] " + body, ""},
		{body, ""},
	} {
		found := scanWith(set, tt.input, len(tt.input))
		if len(found) != 1 {
			t.Errorf("%s: %d occurrences", tt.input, len(found))
			continue
		}
		got := ""
		if o := found[0]; !o.Time.IsZero() {
			got = o.Time.Format(time.RFC3339Nano)
		}
		if got != tt.want {
			t.Errorf("%s: time %q, want %q", tt.input, got, tt.want)
		}
	}
}
