package scan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

func TestScan(t *testing.T) {
	const id = "0B7A2C11-5D3E-4F60-8A9B-1C2D3E4F5A6B"
	for _, tt := range []struct {
		name, input string
		want        []string // line:column code confidence request message
	}{
		{
			"body on one line",
			`{"RequestId":"` + id + `","HostId":"mongodb.aliyuncs.com","Code":"Sample.NotFound","Message":"The \"Key\" is wrong."}`,
			[]string{`1:93 Sample.NotFound structured ` + id + ` The "Key" is wrong.`},
		},
		{
			"pretty body after other lines",
			"starting\n{\n  \"Code\": \"Sample.NotFound\",\n  \"Message\": \"m\",\n  \"RequestId\": \"" + id + "\"\n}\ndone\n",
			[]string{"3:12 Sample.NotFound structured " + id + " m"},
		},
		{
			"lost commas and quotes",
			"{\n \"Code\": \"Sample.NotFound\"\n \"Message\": \"The \"Key\" is wrong.\"\n}",
			[]string{`2:11 Sample.NotFound structured  The "Key" is wrong.`},
		},
		{"cut body", `{"Message":"m","Code":"Sample.NotFound`, []string{"1:24 Sample.NotFound structured  m"}},
		{
			"block of the command line",
			"ERROR: SDK.ServerError\r\nErrorCode: Sample.NotFound\r\nRecommend: \r\nRequestId: " + id + "\r\nMessage: m.\r\nnext\r\n",
			[]string{"2:12 Sample.NotFound structured " + id + " m."},
		},
		{"success", `{"RequestId":"` + id + `","Code":"200","Message":"OK","Success":true}`, nil},
		{"an unknown word alone", "SampleWord", nil},
		{"prose", "it answers Sample.NotFound at times", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := scanAll(tt.input, len(tt.input)); !equal(got, tt.want) {
				t.Errorf("found\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// scanAll describes what is found without any catalog.
func scanAll(input string, size int) []string {
	var out []string
	for _, o := range scanWith(catalog.NewSet(), input, size) {
		out = append(out, fmt.Sprintf("%d:%d %s %v %s %s", o.Line, o.Column, o.Code, o.Confidence, o.RequestID, o.Message))
	}
	return out
}

func equal(a, b []string) bool {
	return strings.Join(a, "\n") == strings.Join(b, "\n") && len(a) == len(b)
}
