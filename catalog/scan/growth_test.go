package scan

import (
	"fmt"
	"strings"
	"testing"
)

// growing are inputs made to be hard: a unit is repeated as often as the size
// needs, each with another request ID.
func growing() map[string]func(size int) string {
	const (
		body   = `{"RequestId":"117F52CD-1FA8-569D-AC33-{NUMBER}","Code":"InvalidParameter","Message":"The specified parameter \"a\" is not valid."}`
		labels = `ErrorCode: InvalidParameter RequestId: 117F52CD-1FA8-569D-AC33-{NUMBER} Message: m. `
	)
	repeat := func(before, unit, after string) func(int) string {
		return func(size int) string {
			var b strings.Builder
			b.WriteString(before)
			for i := 0; b.Len() < size; i++ {
				b.WriteString(strings.ReplaceAll(unit, "{NUMBER}", fmt.Sprintf("%012d", i)))
			}
			b.WriteString(after)
			return b.String()
		}
	}
	escape := func(s string) string {
		return strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s)
	}
	return map[string]func(int) string{
		"bodies in a list":          repeat("[", body+",", "{}]\n"),
		"bodies apart":              repeat("", body+" ", "\n"),
		"bodies nobody closes":      repeat("", strings.TrimSuffix(body, "}")+",", "\n"),
		"bodies in a string":        repeat(`{"log":"`, escape(body+" "), `"}`+"\n"),
		"bodies escaped twice":      repeat(`{"log":"`, escape(escape(body+" ")), `"}`+"\n"),
		"escapes outside a string":  repeat("", escape(body), "\n"),
		"strings with a body":       repeat("", ` x="`+escape(body)+`"`, "\n"),
		"items of a response":       repeat(`{"RequestId":"117F52CD-1FA8-569D-AC33-A4D89BCC0BF5","Items":[`, `{"Code":"InvalidParameter","Message":"m"},`, "{}]}\n"),
		"small objects":             repeat("", `{"a":1}`, labels+"\n"),
		"small objects with a code": repeat("", `{"a":1,"code":"InvalidParameter"}`, "\n"),
		"nested objects":            repeat("", `{"a":`, body+"\n"),
		"nested lists":              repeat("", `[`, body+"\n"),
		"nested strings":            repeat("", `{"a":"`, body+"\n"),
		"open parentheses":          repeat("", `('a':`, body+"\n"),
		"open calls":                repeat(`{"a":`, `Some(`, body+"\n"),
		"quotes":                    repeat("", `"`, body+"\n"),
		"quotes in a string":        repeat(`{"a":"`, `"x `, body+"\n"),
		"commas in a string":        repeat(`{"a":"`, `", `, body+"\n"),
		"members without commas":    repeat("{", `"Code":"InvalidParameter" `, "\n"),
		"blanks in an object":       repeat(`{"Code":x`, " ", body+"\n"),
		"labels":                    repeat("", labels, "\n"),
		"codes":                     repeat("", "InvalidParameter: ", "\n"),
		"codes behind Error":        repeat("", "Error: InvalidParameter: m, ", "\n"),
		"unknown codes":             repeat("", "Code: No.SuchCode, ", "\n"),
		"heads":                     repeat("", "SDKError: ", "\n"),
		"classes":                   repeat("", "a.ServerException.", "\n"),
		"classes apart":             repeat("", "com.aliyuncs.exceptions.ClientException: InvalidParameter : m ", "\n"),
		"links":                     repeat("", "https://error-center.aliyun.com/status/search?Keyword=InvalidParameter ", "\n"),
		"one link":                  repeat("", "https://error-center.aliyun.com/status/search?q=InvalidParameter&", "\n"),
		"chinese":                   repeat("", "错误码", "：InvalidParameter\n"),
		"elements":                  repeat("", "<Code>InvalidParameter</Code>", "\n"),
		"errors in XML":             repeat("", "<Error><Code>InvalidParameter</Code><Message>m</Message></Error>", "\n"),
		"open elements":             repeat("", "<Code>", "InvalidParameter\n"),
		"brackets of elements":      repeat("", "<a ", "<Code>InvalidParameter</Code>\n"),
		"comments":                  repeat("", "<!--", "<Code>InvalidParameter</Code>\n"),
		"URL encoding":              repeat("", "%7B%22Code%22%3A%22InvalidParameter%22%7D", "\n"),
		"entities":                  repeat("", "{&quot;Code&quot;:&quot;InvalidParameter&quot;}", "\n"),
		"doubled quotes":            repeat("", `"{""Code"":""InvalidParameter""}",`, "\n"),
		"colours":                   repeat("", "\x1b[31mCode\x1b[0m: InvalidParameter ", "\n"),
		"a page":                    repeat("<html>", "<pre>Code: InvalidParameter", "\n"),
		"scalars":                   repeat("", `k: '`+body+`' `, "\n"),
		"titles":                    repeat("", "rror:  - ", body+"\n"),
		"mentions of a status":      repeat("", "(InvalidParameter) status code: 400, ", body+"\n"),
		"sentences":                 repeat("", "x: The specified parameter is not valid. ", "\n"),
		"bodies one a line":         repeat("", body+"\n", ""),
		"lines of a list":           repeat("[\n", "  "+body+",\n", "]\n"),
		"lines of one object":       repeat("{\n", `  "Code": "InvalidParameter",`+"\n", "}\n"),
		"lines of a block":          repeat("ErrorCode: InvalidParameter\n", "Message: m\n", ""),
		"indented lines":            repeat("Code: InvalidParameter\n", "  Code: InvalidParameter\n", ""),
		"frames":                    repeat("Code: InvalidParameter\n", "\tat a.b(c.java:1)\n", ""),
		"causes":                    repeat("", "Caused by: com.aliyuncs.exceptions.ClientException: InvalidParameter : m\n", ""),
		"bullets":                   repeat("Errors:\n", "- Code: InvalidParameter\n", ""),
		"pieces of lines":           repeat("", "\rCode: InvalidParameter", "\n"),
		"one row a code":            repeat("", "InvalidParameter\n", ""),
		"wrapped lines":             repeat("", `Code: InvalidParameter `+strings.Repeat("x", 57)+"\n", ""),
	}
}

// BenchmarkGrowth scans hard inputs of two sizes, as explain and as annotate do:
// what is read in a second must not fall where the size grows.
func BenchmarkGrowth(b *testing.B) {
	set := builtinSet(b)
	for name, input := range growing() {
		for _, size := range []int{12 << 10, 48 << 10} {
			data := []byte(input(size))
			for _, prompt := range []bool{false, true} {
				b.Run(fmt.Sprintf("%s/%dk/prompt=%v", name, size>>10, prompt), func(b *testing.B) {
					s := New(set, Options{Prompt: prompt})
					b.SetBytes(int64(len(data)))
					for b.Loop() {
						s.Reset("-")
						s.Write(data)
						s.Close()
					}
				})
			}
		}
	}
}

// TestHardInputs reads the same inputs in pieces: an error at the end of each is
// found, however hard what stands before it is to read.
func TestHardInputs(t *testing.T) {
	set := builtinSet(t)
	const id = "117F52CD-1FA8-569D-AC33-FFFFFFFFFFFF"
	last := "\n2026-07-14T00:00:01Z INFO ready\n" + `{"RequestId":"` + id + `","Code":"QuotaExceed","Message":"m"}` + "\n"
	for name, input := range growing() {
		found := scanWith(set, input(100<<10)+last, 1<<12)
		if n := len(found); n == 0 || found[n-1].RequestID != id {
			t.Errorf("%s: the last error is not found", name)
		}
	}
}
