package scan

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// renderings write one error as SDKs do, with {C} for its code, {M} for its
// message, {R} for its request ID and {S} for its status.
func renderings() map[string]string {
	body := `{"RequestId":"{R}","HostId":"mongodb.aliyuncs.com","Code":"{C}","Message":"{M}"}`
	block := "SDK.ServerError\nErrorCode: {C}\nRecommend: https://error-center.aliyun.com/status/search?Keyword={C}&source=PopGw\nRequestId: {R}\nMessage: {M}"
	tea := "SDKError:\n   StatusCode: {S}\n   Code: {C}\n   Message: code: {S}, {M} request id: {R}\n   Data: " + body
	return map[string]string{
		"body":            body,
		"pretty body":     "{\n  \"RequestId\": \"{R}\",\n  \"Code\": \"{C}\",\n  \"Message\": \"{M}\"\n}",
		"command line":    "ERROR: " + block,
		"Go":              "failed to call: " + block,
		"Go on one line":  "rpc error: code = Internal desc = " + strings.ReplaceAll(block, "\n", " "),
		"Tea":             tea,
		"old Go library":  "wait: Aliyun API Error: RequestId: {R} Status Code: {S} Code: {C} Message: {M}",
		"Go dump":         `&common.Error{ErrorResponse:common.ErrorResponse{Response:common.Response{RequestId:"{R}"}, Code:"{C}", Message:"{M}"}, StatusCode:{S}}`,
		"Python":          "aliyunsdkcore.acs_exception.exceptions.ServerException: HTTP Status: {S} Error:{C} {M} RequestID: {R}",
		"Python's dict":   "got {'RequestId': '{R}', 'HostId': 'mongodb.aliyuncs.com', 'Code': '{C}', 'Message': '{M}'}",
		"Tea for Python":  "Tea.exceptions.TeaException: Error: {C} code: {S}, {M} request id: {R} Response: {'RequestId': '{R}', 'Code': '{C}', 'Message': '{M}', 'statusCode': {S}}",
		"Java":            "com.aliyuncs.exceptions.ClientException: {C} : {M}\nRequestId : {R}\n\tat com.aliyuncs.DefaultAcsClient.parseAcsResponse(DefaultAcsClient.java:321)",
		"Java in one":     "com.aliyuncs.exceptions.ServerException: {C} : {M} [ RequestId : {R} ]",
		".NET":            "Aliyun.Acs.Core.Exceptions.ClientException: {C} : {M} + [ RequestId : {R} ]\n   at Dds.Program.Main(String[] args)",
		"Node":            "{C}Error: {M}, URL: https://mongodb.aliyuncs.com/\n    at /srv/rpc.js:212:25 {\n  data: {\n    RequestId: '{R}',\n    Code: '{C}',\n    Message: '{M}'\n  },\n  code: '{C}'\n}",
		"Tea for Node":    "Error: {C}: code: {S}, {M} request id: {R}\n    at Client.call (/srv/client.js:283:31) {\n  code: '{C}',\n  data: { statusCode: {S}, Code: '{C}', RequestId: '{R}' }\n}",
		"PHP":             "PHP Fatal error:  Uncaught AlibabaCloud\\Client\\Exception\\ServerException: {C}: {M} RequestId: {R} in /var/www/Request.php:380\nStack trace:\n#0 {main}",
		"PHP in one line": "ErrorCode: {C} ErrorMessage: {M} StatusCode: {S} RequestId: {R}",
		"XML":             "<?xml version='1.0' encoding='UTF-8'?><Error><RequestId>{R}</RequestId><Code>{C}</Code><Message>{M}</Message></Error>",
		"pretty XML":      "<Error>\n  <RequestId>{R}</RequestId>\n  <Code>{C}</Code>\n  <Message>{M}</Message>\n</Error>",
		"Chinese":         "调用失败，错误码：{C}，错误信息：{M}，请求ID：{R}",
	}
}

// wrappers are what happens to a rendering on its way into a log.
func wrappers() map[string]func(string) string {
	quote := func(s string) string {
		b, err := json.Marshal(s)
		if err != nil {
			panic(err)
		}
		return string(b)
	}
	each := func(prefix, suffix string) func(string) string {
		return func(s string) string {
			return prefix + strings.ReplaceAll(s, "\n", suffix+"\n"+prefix) + suffix
		}
	}
	return map[string]func(string) string{
		"nothing":          func(s string) string { return s },
		"a JSON log":       func(s string) string { return `{"level":"error","msg":"call failed","error":` + quote(s) + `}` },
		"a JSON log twice": func(s string) string { return `{"log":` + quote(`{"err":`+quote(s)+`}`) + `,"pod":"x"}` },
		"logfmt":           func(s string) string { return `level=error msg="call failed" error=` + quote(s) + ` instance=dds-1` },
		"klog": func(s string) string {
			return `E0714 03:12:44.050207       1 a.go:1] "Reconciler error" err=` + quote(s) + ` name="x"`
		},
		"a log line":           func(s string) string { return "2026-02-02 10:00:00,123 [main] ERROR c.e.App - " + s },
		"times":                each("2026-02-02T10:00:00Z ", ""),
		"a container's name":   each("api-1  | ", ""),
		"a pod's name":         each("[pod/a/b] ", ""),
		"syslog":               each("Jul 14 03:12:44 host app[12]: ", ""),
		"a CI system":          each("2026-04-10T10:10:12.7654321Z ##[error]", ""),
		"a reply":              each("> ", ""),
		"colours":              each("\x1b[31m", "\x1b[0m"),
		"carriage returns":     each("", "\r"),
		"Terraform's border":   func(s string) string { return "╷\n" + each("│ ", "")(s) + "\n│ \n│   with x.y,\n╵" },
		"columns":              columns,
		"entities":             strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace,
		"a cell of CSV":        func(s string) string { return `2026-02-02,w,"` + strings.ReplaceAll(s, `"`, `""`) + `"` },
		"a workflow command":   func(s string) string { return "::error::" + strings.ReplaceAll(s, "\n", "%0A") },
		"a container's log":    func(s string) string { return dockerLog(s, quote) },
		"indentation of a job": func(s string) string { return "job:\n" + each("    ", "")(s) },
	}
}

// columns breaks lines as a terminal of 80 columns does.
func columns(s string) string {
	var out []string
	for line := range strings.SplitSeq(s, "\n") {
		for runes := []rune(line); ; runes = runes[80:] {
			if len(runes) <= 80 {
				out = append(out, string(runes))
				break
			}
			out = append(out, string(runes[:80]))
		}
	}
	return strings.Join(out, "\n")
}

func dockerLog(s string, quote func(string) string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		fmt.Fprintf(&b, `{"log":%s,"stream":"stderr","time":"2026-02-02T10:00:00Z"}`+"\n", quote(line+"\n"))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TestWrappedRenderings: whatever wraps a rendering, it is one occurrence.
func TestWrappedRenderings(t *testing.T) {
	set := builtinSet(t)
	for _, code := range []string{"QuotaNotEnough", "Zone.NotSupport", "Unheard.Thing"} {
		fill := strings.NewReplacer("{C}", code, "{M}", "Quota not enough in this zone.", "{R}", testID, "{S}", "400")
		for name, rendering := range renderings() {
			for how, wrap := range wrappers() {
				input := "2026-02-02T09:59:59Z INFO  start\n" + wrap(fill.Replace(rendering)) + "\n2026-02-02T10:00:09Z INFO  end\n"
				found := scanWith(set, input, len(input))
				if len(found) != 1 || found[0].Code != code || found[0].RequestID != testID || found[0].Known() == (code == "Unheard.Thing") {
					t.Errorf("%s in %s: found %+v in\n%s", name, how, found, input)
				}
			}
		}
	}
}
