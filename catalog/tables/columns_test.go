package tables

import (
	"strings"
	"testing"
)

func TestFindColumns(t *testing.T) {
	none := -1
	tests := []struct {
		heading, row string // cells divided by pipes
		want         columns
		no           bool // no error table
	}{
		{heading: "Description|Error code|Error message|HTTP status code", row: "d|A|m|400", want: columns{1, 3, 2, 0, none}},
		{heading: "ErrorCode 错误代码|Message 错误信息|HTTP 状态码", row: "A|m|400", want: columns{0, 2, 1, none, none}},
		{heading: "错误码（Error Code）|错误消息（Error Message）|HTTP状态码（Status Code）", row: "A|m|400", want: columns{0, 2, 1, none, none}},
		{heading: "OSS错误码|Table Store错误码|描述", row: "A|B|d", want: columns{0, none, none, 2, none}},
		{heading: "错误代码|描述|HTTP状态码|语义", row: "A|m|400|d", want: columns{0, 2, 1, 3, none}},
		{heading: "Error code|Description|Detailed information", row: "A|d|m", want: columns{0, none, 2, 1, none}},
		{heading: "Error code|HTTP status code|Error code", row: "A|400|m", want: columns{0, 1, 2, none, none}},
		{heading: "error_code|Code|message", row: "A|400|m", want: columns{0, 1, 2, none, none}},
		{heading: "name|codes|description", row: "A|400|d", want: columns{0, 1, none, 2, none}},
		{heading: "name|description|type", row: "A|d|t", no: true},
		{heading: "id|message", row: "A|m", want: columns{0, none, 1, none, none}},
		{heading: "Error|Code|Retriable|Description", row: "A_B|-1|no|d", want: columns{0, none, none, 3, none}},
		{heading: "错误代码|错误|状态码", row: "A|d|400", want: columns{0, 2, none, 1, none}},
		{heading: "Error|Solution", row: "It fails|Restart", no: true},
		{heading: "HttpCode|Code|Message|Advice", row: "400|A|m|s", want: columns{1, 0, 2, none, 3}},
		{heading: "HTTP stauts code|Error code|Client Action", row: "400|A|s", want: columns{1, 0, none, none, 2}},
		{heading: "HTTP Status Code(s)|Symbol|Meaning", row: "400|A|d", want: columns{1, 0, none, 2, none}},
		{heading: "错误码|错误信息|说明|处理措施", row: "A|m|d|s", want: columns{0, none, 1, 2, 3}},
		{heading: "Code|Message|Error message", row: "A|m|n", want: columns{0, none, 1, 2, none}},
		{heading: "HTTP Method|Path|Description", row: "GET|/|d", no: true},
		{heading: "HTTP 返回码|错误码|描述", row: "400|A|d", want: columns{1, 0, none, 2, none}},
		{heading: "Code|Meaning", row: "400|d", no: true},
		{heading: "Code|Meaning", row: "10040|d", want: columns{0, none, none, 1, none}},
		{heading: "Code|Level|Category", row: "A|l|c", no: true},
		{heading: "API名字|模块", row: "A|m", no: true},
	}
	for _, test := range tests {
		g := grid{
			heading: strings.Split(test.heading, "|"),
			rows:    []gridRow{{1, strings.Split(test.row, "|")}},
			plain:   inline,
		}
		got, ok := findColumns(g)
		if ok == test.no {
			t.Errorf("%s: is an error table: %v, want %v (%+v)", test.heading, ok, !test.no, got)
		}
		if ok && got != test.want {
			t.Errorf("%s: %+v, want %+v", test.heading, got, test.want)
		}
	}
}
