package scan

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

const testID = "0D3E5A10-1111-5AAA-8BBB-0123456789AB"

// summaries describes what is found in an input.
func summaries(t *testing.T, input string, size int) []string {
	var out []string
	for _, o := range scanWith(builtinSet(t), input, size) {
		out = append(out, describe(o))
	}
	return out
}

func TestLongRecords(t *testing.T) {
	frames := strings.Repeat("\tat com.example.backup.Chain.invoke(Backup.java:580)\n", 900)
	items := strings.Repeat(`    {"Id": "dds-1", "Code": "200"},`+"\n", 999)
	filler := strings.Repeat("x", 100_000)
	body := `{"Code":"QuotaExceed","RequestId":"` + testID + `","Message":"m"}`
	for _, tt := range []struct {
		name, input string
		want        []string
	}{
		{
			"the cause stands 900 frames below",
			"com.aliyuncs.exceptions.ClientException: QuotaExceed : m\nRequestId : " + testID + "\n" + frames +
				"Caused by: com.aliyuncs.exceptions.ClientException: QuotaExceed : m\nRequestId : " + testID + "\n" + frames,
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"items of one response",
			"{\n  \"RequestId\": \"" + testID + "\",\n  \"Items\": [\n    {\"Code\": \"QuotaExceed\", \"Message\": \"m\"},\n" + items +
				"    {\"Code\": \"InternalError\", \"Message\": \"m\"}\n  ]\n}\n",
			[]string{
				"4 QuotaExceed known structured " + testID + " -",
				"1004 InternalError known structured " + testID + " -",
			},
		},
		{
			"the code stands 900 members below the request ID",
			"{\n  \"RequestId\": \"" + testID + "\",\n  \"Checked\": [\n" + strings.Repeat("    \"a rule\",\n", 900) +
				"    \"end\"\n  ],\n  \"Code\": \"QuotaExceed\"\n}\n",
			[]string{"906 QuotaExceed known structured " + testID + " -"},
		},
		{
			"the code stands 900 elements below the root",
			"<Error>\n  <RequestId>" + testID + "</RequestId>\n" + strings.Repeat("  <Item><Id>dds-1</Id></Item>\n", 900) +
				"  <Code>QuotaExceed</Code>\n</Error>\n",
			[]string{"903 QuotaExceed known structured " + testID + " -"},
		},
		{
			"the cause stands 9000 frames below",
			"com.aliyuncs.exceptions.ClientException: QuotaExceed : m\nRequestId : " + testID + "\n" + strings.Repeat(frames, 10) +
				"Caused by: com.aliyuncs.exceptions.ClientException: QuotaExceed : m\nRequestId : " + testID + "\n" + frames,
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"far more items than are held",
			"{\n  \"RequestId\": \"" + testID + "\",\n  \"Items\": [\n    {\"Code\": \"QuotaExceed\", \"Message\": \"m\"},\n" + strings.Repeat(items, 10) +
				"    {\"Code\": \"InternalError\", \"Message\": \"m\"}\n  ]\n}\n",
			[]string{
				"4 QuotaExceed known structured " + testID + " -",
				"9995 InternalError known structured ? -",
			},
		},
		{
			"records one after the other are not one for being many",
			strings.Repeat("ERROR: SDK.ServerError\nErrorCode: QuotaExceed\n", 3),
			[]string{
				"2 QuotaExceed known structured - -",
				"4 QuotaExceed known structured - -",
				"6 QuotaExceed known structured - -",
			},
		},
		{
			"nested deeper than objects are told apart",
			strings.Repeat(`{"a":`, 2*maxDepth) + body + strings.Repeat("}", 2*maxDepth) + "\n",
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"in the middle of a long line",
			filler + " " + body + " " + filler + "\n",
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"over the end of a piece of a long line",
			strings.Repeat("x", maxPiece-40) + " " + body + " " + filler + "\n",
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"over the beginning of the overlap",
			strings.Repeat("x", maxPiece-overlap-40) + " " + body + " " + filler + "\n",
			[]string{"1 QuotaExceed known structured " + testID + " -"},
		},
		{
			"twice in one long line",
			body + filler + " " + strings.Replace(body, "0D3E", "1D3E", 1),
			[]string{
				"1 QuotaExceed known structured " + testID + " -",
				"1 QuotaExceed known structured " + strings.Replace(testID, "0D3E", "1D3E", 1) + " -",
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, size := range []int{len(tt.input), 4096, 777} {
				if got := summaries(t, tt.input, size); !allFit(tt.want, got) {
					t.Errorf("in pieces of %d bytes found\n%s\nwant\n%s", size, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
				}
			}
		})
	}
}

func TestMemoryIsBounded(t *testing.T) {
	s := New(builtinSet(t), Options{})
	s.Reset("-")
	block := []byte(strings.Repeat(`{"Code":"QuotaExceed","x":[`, 1000))
	for range 400 {
		s.Write(block)
	}
	held := cap(s.buf)
	for _, r := range s.open {
		held += cap(r.w.b) + len(r.w.part.s) + 64*cap(r.lines)
	}
	if held > 4<<20 {
		t.Errorf("%d bytes are held of an endless line", held)
	}
}

// Occurrences and answers that are kept do not keep the text that they stood in.
func TestOccurrencesHoldNoRecord(t *testing.T) {
	s := New(builtinSet(t), Options{})
	s.Reset("-")
	var found []Occurrence
	for i := range 600 { // one line, of pieces of 64 kB
		found = append(found, s.Write(fmt.Appendf(nil, `{"Code":"SampleCode%d","Message":"message %d","HostId":"mongodb.aliyuncs.com","RequestId":"%08X-0DD1-191A-8F54-48DFFDCBD037"} %s`,
			i, i, i, strings.Repeat("words and words ", 4<<10)))...)
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	if m.HeapAlloc > 8<<20 {
		t.Errorf("%d MB are held for %d occurrences", m.HeapAlloc>>20, len(found))
	}
	runtime.KeepAlive(s)
	runtime.KeepAlive(found)
}

func TestIdle(t *testing.T) {
	s := New(builtinSet(t), Options{Prompt: true})
	s.Reset("-")
	step := func(input string, idle bool, want ...string) {
		t.Helper()
		var got []string
		found := s.Write([]byte(input))
		if idle {
			found = append(found, s.Idle()...)
		}
		for _, o := range found {
			got = append(got, describe(o))
		}
		if !equal(got, want) {
			t.Errorf("after %q found %q, want %q", input, got, want)
		}
	}
	known := fmt.Sprintf("QuotaExceed known structured %s -", testID)
	step("ERROR: SDK.ServerError\nErrorCode: QuotaExceed\nRequestId: "+testID+"\n", false)
	step("Message: m", true, "2 "+known)
	step("ore.\nRespHeaders: map[]\n", true) // of the noted record
	step(`{"Code":"QuotaExceed","RequestId":"`+testID+`","Message":"m"}`+"\n", false, "6 "+known)
	step("ERROR: SDK.ServerError\nErrorCode: QuotaExceed\n", false)
	step("another line\n", false, "8 QuotaExceed known structured - -")
	step("- QuotaExc", true) // cut in the middle of a code
	step("eed\nanother line\n", true, "10 QuotaExceed known token - -")
	step(`{"Code":"QuotaExceed","RequestId":"`+testID+`","Message":"m"}`, true, "12 "+known)
	step("\n", true)
}
