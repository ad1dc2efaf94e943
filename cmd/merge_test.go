package cmd

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
)

// TestMerge cuts logs between records, explains the parts apart and merges
// them: the report and the records are those of the whole, but for places.
func TestMerge(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 0))
		records := logRecords(r, 200)
		log := strings.Join(records, "")
		for _, format := range []string{"jsonl", "json"} {
			parts := ""
			for rest := records; len(rest) > 0; {
				n := min(1+r.IntN(60), len(rest))
				command := []string{"explain", "annotate"}[r.IntN(2)]
				parts += run(strings.Join(rest[:n], ""), command, "-o", format).stdout
				rest = rest[n:]
			}
			for _, args := range [][]string{
				{"-o", "markdown"},
				{"-o", "markdown", "--known", "--sort", "count", "--status", "4xx", "--catalog", "mongodb"},
				{"-o", "json", "--fields", unplaced},
				{"-q", "--status", "503"},
			} {
				args = append([]string{"explain"}, args...)
				whole, merged := run(log, args...), run(parts, append(args, "--merge")...)
				if whole.status != 0 {
					t.Fatalf("seed %d: %v has %v", seed, args, whole)
				}
				if got, want := withoutLines(merged.String()), withoutLines(whole.String()); got != want {
					t.Fatalf("seed %d: of %s parts, %v has\n%s\nand of the whole\n%s", seed, format, args, got, want)
				}
			}
		}
	}
}

// unplaced are the keys of an occurrence that do not tell where it stands.
const unplaced = "code,known,confidence,time,status,request_id,message,values,entry,suggestions"

// withoutLines returns a report without the lines on which its errors stand.
// JSON has an escape for bytes that are no UTF-8, but its readers have none.
func withoutLines(output string) string {
	output = strings.ReplaceAll(output, `\ufffd`, "\ufffd")
	return regexp.MustCompile(`(?m)^- lines: .*\n`).ReplaceAllString(output, "")
}

// logRecords returns n records of a log, each of one line or more, some of
// which hold an error.
func logRecords(r *rand.Rand, n int) []string {
	codes := []string{
		"InvalidParameter", "MissingParameter", "IncorrectDBInstanceState", "OperationDenied.DBInstanceStatus",
		"Throttling.User", "ServiceUnavailable", "Forbidden.NotAdminUser", "InvalidParamater", "NoSuch.Code",
	}
	messages := []string{
		"Request was denied due to user flow control.", `The Specified parameter \"Token\" is not valid.`,
		`The specified parameter \"EngineVersion\" is not valid.`, "another\\u001b[1m\xff <&> text",
	}
	records := make([]string, n)
	for i := range records {
		code, message := codes[r.IntN(len(codes))], messages[r.IntN(len(messages))]
		status, id := []int{400, 403, 503}[r.IntN(3)], fmt.Sprintf("7A1C-%d", r.IntN(n))
		stamp := fmt.Sprintf("2026-07-14T0%d:12:%02d+08:00", r.IntN(10), r.IntN(60))
		switch r.IntN(5) {
		case 0:
			records[i] = fmt.Sprintf("%s served %d\n", stamp, i)
		case 1:
			records[i] = fmt.Sprintf("%s failed: {\"Code\":%q,\"RequestId\":%q,\"Message\":\"%s\"}\r\n", stamp, code, id, message)
		case 2:
			records[i] = fmt.Sprintf("%s failed:\n{\n  \"Message\": \"%s\",\n  \"Code\": %q,\n  \"HttpCode\": %d\n}\n", stamp, message, code, status)
		case 3:
			records[i] = fmt.Sprintf("%s <Error><Code>%s</Code><RequestId>%s</RequestId></Error>\n", stamp, code, id)
		case 4:
			records[i] = fmt.Sprintf("%s {\"Message\":\"%s\",\"HttpCode\":%d,\"RequestId\":%q}\n", stamp, message, status, id)
		}
	}
	return records
}

// TestMergeParallel has GNU parallel cut a log at line ends, wherever its
// blocks end, and explain them at the same time.
func TestMergeParallel(t *testing.T) {
	need(t, "parallel")
	dir := t.TempDir()
	var log strings.Builder
	for i := range 12_000 {
		fmt.Fprintf(&log, "2026-07-14T01:%02d:44Z served %d\n", i/3600, i)
		if i%5 == 0 {
			code := []string{"Throttling.User", "InvalidParameter", "NoSuch.Code"}[i/5%3]
			fmt.Fprintf(&log, "2026-07-14T01:%02d:44Z failed: {\"Code\":%q,\"HttpCode\":%d,\"RequestId\":\"7A1C-%d\"}\n",
				i/3600, code, 400+i%7, i%9000)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "log"), []byte(log.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	sh := exec.Command("sh", "-c", "parallel --keep-order --pipe --block 64k errcode explain -o jsonl <log 2>parts |"+
		" errcode explain --merge -o markdown")
	sh.Dir = dir
	sh.Env = append(os.Environ(), "HOME="+dir)
	got, err := sh.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, got)
	}
	if want := run(log.String(), "explain", "-o", "markdown").stdout; withoutLines(string(got)) != withoutLines(want) {
		t.Errorf("of the parts, the report is\n%s\nand of the whole\n%s", got, want)
	}
}

const aPart = `{"code":"%s","confidence":"structured","source":"-","line":1,"column":1,"message":"%s"%s}` + "\n"

// TestMergeLongLine takes a line of a megabyte, and leaves a longer one out.
func TestMergeLongLine(t *testing.T) {
	good := fmt.Sprintf(aPart, "NoSuch.Code", "m", "")
	for _, c := range []struct {
		length int
		codes  string
	}{
		{maxLine, "NoSuch.Code\nLong.Code\nNoSuch.Code\n"},
		{maxLine + 1, "NoSuch.Code\nNoSuch.Code\n"},
		{3*maxLine + 5, "NoSuch.Code\nNoSuch.Code\n"},
	} {
		long := strings.TrimSuffix(fmt.Sprintf(aPart, "Long.Code", "m", `,"later":"%s"`), "\n")
		long = fmt.Sprintf(long, strings.Repeat("x", c.length-len(long)+len("%s")))
		for _, end := range []string{"\n", "\r\n"} {
			got := run(good+long+end+good, "explain", "--merge", "--fields", "code")
			stderr, status := "errcode: no catalog holds any of these codes\n", 1
			if c.length > maxLine {
				stderr, status = "errcode: standard input:2: it is longer than 1 MB; "+
					"--merge reads what errcode explain -o jsonl writes\n"+stderr, 2
			}
			if got.stdout != c.codes || got.stderr != stderr || got.status != status {
				t.Errorf("with a line of %d bytes: %v", c.length, got)
			}
		}
	}
	array := "[\n" + strings.Repeat(strings.TrimSpace(good)+",\n", 30_000) // 2 MB, but no record is long
	if got := run(array+strings.TrimSpace(good)+"]", "explain", "--merge", "--fields", "code"); strings.Count(got.stdout, "\n") != 30_001 {
		t.Errorf("of an array of 30001: %d, %s", strings.Count(got.stdout, "\n"), got.stderr)
	}
	array += `{"code":"` + strings.Repeat("x", 4*maxLine)
	got := run(array, "explain", "--merge", "--fields", "code")
	if want := "errcode: standard input:30002: it is longer than 1 MB; "; !strings.HasPrefix(got.stderr, want) || got.status != 2 {
		t.Errorf("of a long record in an array: %s, want %s", got.stderr, want)
	}
}

// TestMergeArrays tells what is wrong with arrays, and where.
func TestMergeArrays(t *testing.T) {
	one := strings.TrimSpace(fmt.Sprintf(aPart, "InvalidParameter", "m", ""))
	const hint = "; --merge reads what errcode explain -o jsonl writes"
	for _, c := range []struct{ in, stdout, stderr string }{
		{"[]", "", "no occurrence to merge; to write some: errcode explain FILE -o jsonl"},
		{"\ufeff\n [" + one + "]\n[]\n[" + one + ",\n" + one + "]", "1\n1\n1\n", ""},
		{"[\n" + one + ",\n7,\n" + one + "]", "1\n1\n", "standard input:3: it is no object: a JSON number" + hint},
		{"[\n" + one + ",\n", "1\n", "standard input:3: it ends inside an array" + hint},
		{"[\n" + one + ",\n{", "1\n", "standard input:3: it ends inside an array" + hint},
		{"[" + one + "]\n" + one, "1\n", "standard input:2: it is in no array" + hint},
		{"[" + one + "\n" + one + "]", "1\n", "standard input:2: it is not JSON: expected comma after array element" + hint},
		{"[2026] start", "", "standard input:1: it is no object: a JSON number" + hint +
			"\nerrcode: standard input:1: it is not JSON: invalid character 's' looking for beginning of value"},
	} {
		got := run(c.in, "explain", "--merge", "--fields", "line")
		if stderr := strings.TrimSuffix(strings.TrimPrefix(got.stderr, "errcode: "), "\n"); got.stdout != c.stdout || stderr != c.stderr {
			t.Errorf("%s: %v\nwant %s%s", c.in, got, c.stdout, c.stderr)
		}
	}
}

// TestMergeUnreadable keeps what came before a read that failed.
func TestMergeUnreadable(t *testing.T) {
	one := fmt.Sprintf(aPart, "InvalidParameter", "m", "")
	for _, text := range []string{one, "[" + one + ","} {
		env, stdout, stderr := testEnv("", nil)
		env.Stdin = io.MultiReader(strings.NewReader(text), iotest.ErrReader(io.ErrNoProgress))
		status := Run(env, []string{"explain", "--merge", "--fields", "code"})
		want := "errcode: cannot read standard input: " + io.ErrNoProgress.Error() + "\n"
		if status != 2 || stdout.String() != "InvalidParameter\n" || stderr.String() != want {
			t.Errorf("%s: %v", text, result{status, stdout.String(), stderr.String()})
		}
	}
}

// TestMergeBounded neither names every bad line nor keeps every entry.
func TestMergeBounded(t *testing.T) {
	got := run(strings.Repeat("no\n", 25), "explain", "--merge")
	lines := strings.Split(strings.TrimSpace(got.stderr), "\n")
	if len(lines) != maxNamed+1 || lines[maxNamed] != "errcode: standard input: 15 more lines hold no occurrence" {
		t.Errorf("of 25 bad lines: %s", got.stderr)
	}
	var parts strings.Builder
	for range 2 {
		for i := range maxElsewhere + maxUnknown + 5 {
			code := "Vault." + strconv.Itoa(i)
			fmt.Fprintf(&parts, aPart, code, "m", `,"entry":{"catalog":"vaults","code":"`+code+`"}`)
		}
	}
	report := run(parts.String(), "explain", "--merge", "-o", "markdown").stdout
	if cards := strings.Count(report, "\n## "); cards != maxElsewhere+maxUnknown+1 {
		t.Errorf("the report has %d cards, want %d", cards, maxElsewhere+maxUnknown+1)
	}
	if !strings.Contains(report, "\n| 10 | other unknown codes |") {
		t.Error("the codes behind those are not counted together")
	}
}

// TestMergeOtherVersion asks the catalogs here what a code means, whatever a
// part says, and takes the row that it names where there are several.
func TestMergeOtherVersion(t *testing.T) {
	const keys = "entry.catalog,entry.code,entry.status,entry.message"
	rows := run("", "lookup", "MissingParameter", "-o", "jsonl", "--fields", "catalog,code,status,message").stdout
	for row := range strings.Lines(rows) {
		part := fmt.Sprintf(aPart, "MissingParameter", "", `,"entry":`+strings.TrimSpace(row))
		got := run(part, "explain", "--merge", "-o", "jsonl", "--fields", keys)
		if strings.ReplaceAll(got.stdout, `"entry.`, `"`) != row {
			t.Errorf("the entry is %swant %s", got.stdout, row)
		}
	}
	if strings.Count(rows, "\n") < 3 {
		t.Errorf("the code has too few rows for this test: %s", rows)
	}
	for entry, want := range map[string]string{
		`null`: "InvalidParameter\ttrue\tmongodb\n",
		`{"catalog":"mongodb","code":"InvalidParameter","status":418,"message":"old"}`: "InvalidParameter\ttrue\tmongodb\n",
	} {
		got := run(fmt.Sprintf(aPart, "InvalidParameter", "m", `,"entry":`+entry), "explain", "--merge",
			"--fields", "code,known,entry.catalog")
		if got.stdout != want {
			t.Errorf("of entry %s: %v", entry, got)
		}
	}
	gone := fmt.Sprintf(aPart, "InvalidParamete", "m", `,"values":{"a":"b"},"entry":{"catalog":"mongodb","code":"InvalidParamete"}`)
	want := `{"known":false,"values":{},"suggestions":["InvalidParameter"` // a row that this version has not
	if got := run(gone, "explain", "--merge", "-o", "jsonl", "--fields", "known,values,suggestions"); !strings.HasPrefix(got.stdout, want) {
		t.Errorf("of a row that is gone: %s, want %s", got.stdout, want)
	}
}

// FuzzMerge merges anything: what comes out merges again to the same.
func FuzzMerge(f *testing.F) {
	log := strings.Join(logRecords(rand.New(rand.NewPCG(1, 1)), 6), "")
	for _, format := range []string{"jsonl", "json"} {
		f.Add([]byte(run(log, "explain", "-o", format).stdout))
	}
	f.Add([]byte(fmt.Sprintf(aPart, "Vault.Sealed", "m", `,"entry":{"catalog":"vaults","code":"Vault.Sealed"}`)))
	f.Add([]byte("\ufeff[{},[],7]\n[{\"time\":\"2026-07-14T01:12:44.5+24:00\"}\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		first := run(string(text), "explain", "--merge", "-o", "jsonl")
		second := run(first.stdout, "explain", "--merge", "-o", "jsonl")
		if second.stdout != first.stdout || second.status == 2 {
			t.Errorf("of %q\n%v\nand merged again\n%v", text, first, second)
		}
		if lines := bytes.Count(text, []byte("confidence")); strings.Count(first.stdout, "\n") > lines {
			t.Errorf("of %q come more occurrences than it can hold:\n%v", text, first)
		}
	})
}
