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
	tail := `{}],"Code":"QuotaExceed","Message":"Living afterpay`
	set := builtinSet(t)
	for _, input := range []string{head + items + tail, "first\n" + head + items + tail + "\nnext\n"} {
		found := scanWith(set, input, 1<<12)
		if len(found) != 1 || found[0].Code != "QuotaExceed" || found[0].RequestID != id {
			t.Errorf("found %+v, want QuotaExceed of %s", found, id)
		}
	}
	other := scanWith(set, head+items+tail+"\n"+strings.Repeat("x ", maxPiece)+`{"Code":"QuotaExceed","Message":"m"}`, 1<<12)
	if len(other) != 2 || other[1].RequestID != "" {
		t.Errorf("found %+v, want no request ID in the second line", other)
	}
}
