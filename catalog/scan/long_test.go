package scan

import (
	"strings"
	"testing"
)

// A body that is longer than a piece names its request at its beginning and
// its code at its end.
func TestRequestOfLongBody(t *testing.T) {
	const id = "0D3E5A10-1111-5AAA-8BBB-0123456789AB"
	items := strings.Repeat(`{"Id":"a","State":"Running"},`, 4000)
	head := `got {"RequestId":"` + id + `","HostId":"mongodb.aliyuncs.com","Items":[`
	tail := `{}],"Code":"QuotaExceed","Message":"Living afterpay instances quota exceeded."`
	set := builtinSet(t)
	for _, input := range []string{head + items + tail, "first\n" + head + items + tail + "\nnext\n"} {
		found := scanWith(set, input, 1<<12)
		if len(found) != 1 || found[0].Code != "QuotaExceed" || found[0].RequestID != id {
			t.Errorf("found %d occurrences in %.20q..., want QuotaExceed of %s", len(found), input, id)
		}
	}
	next := strings.Repeat("x ", maxPiece) + `{"Code":"QuotaExceed","Message":"m"}`
	found := scanWith(set, head+items+tail+"}\n"+next, 1<<12)
	if len(found) != 2 || found[1].RequestID != "" {
		t.Errorf("found %d occurrences, want two and no request ID in the second line", len(found))
	}
}
