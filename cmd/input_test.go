package cmd

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// A gate is standard output that a test can watch while errcode writes.
type gate struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (g *gate) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.text.Write(p)
}

func (g *gate) String() string {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.text.String()
}

// TestAnnotateDoesNotWait sends input piece by piece, and the next only when
// the one before has come out.
func TestAnnotateDoesNotWait(t *testing.T) {
	var stdout, stderr gate
	env, _, _ := testEnv("", nil)
	reader, writer := io.Pipe()
	env.Stdin, env.Stdout, env.Stderr = reader, &stdout, &stderr
	done := make(chan int)
	go func() { done <- Run(env, []string{"annotate"}) }()
	sent := ""
	for _, piece := range []string{"no line", " end\n", "\r\n", "ERROR: SDK.ServerError\nErrorCode: BackupJobExists\n", "Message: m\n"} {
		if _, err := io.WriteString(writer, piece); err != nil {
			t.Fatal(err)
		}
		sent += piece
		if !eventually(func() bool { return stdout.String() == sent }) {
			t.Fatalf("of %q only %q came out", sent, stdout.String())
		}
	}
	// The record may go on; only the pause ends it.
	if !eventually(func() bool { return strings.HasPrefix(stderr.String(), "errcode: BackupJobExists") }) {
		t.Errorf("no note while the input pauses: %q", stderr.String())
	}
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if status := <-done; status != 0 {
		t.Errorf("status %d", status)
	}
	if n := strings.Count(stderr.String(), "\n"); n != 1 {
		t.Errorf("%d notes on one error: %q", n, stderr.String())
	}
}

// TestAnnotateDoesNotWaitForOthers: a container that failed and fell silent gets
// its note although another goes on without a pause. The other says less than
// what would close the record.
func TestAnnotateDoesNotWaitForOthers(t *testing.T) {
	for _, args := range []string{"annotate", "annotate -o jsonl"} {
		var output gate
		env, _, _ := testEnv("", nil)
		reader, writer := io.Pipe()
		env.Stdin, env.Stdout, env.Stderr = reader, io.Discard, &output
		if args != "annotate" {
			env.Stdout, env.Stderr = &output, io.Discard
		}
		done := make(chan int)
		go func() { done <- Run(env, strings.Fields(args)) }()
		line := "api-1  | ErrorCode: BackupJobExists\n"
		for n := 0; n < 150 && output.String() == ""; n++ {
			if _, err := io.WriteString(writer, line); err != nil {
				t.Fatal(err)
			}
			line = "web-1  | GET /healthz 200\n"
			time.Sleep(maxIdle / 10)
		}
		if output.String() == "" {
			t.Errorf("%s: nothing while another source goes on", args)
		}
		if err := writer.Close(); err != nil {
			t.Fatal(err)
		}
		if status := <-done; status != 0 {
			t.Errorf("%s: status %d", args, status)
		}
	}
}

// A valve is standard output whose reader stops behind the first write, until it
// is opened.
type valve struct {
	opened chan struct{}
	writes int
}

func (v *valve) Write(p []byte) (int, error) {
	if v.writes++; v.writes > 1 {
		<-v.opened
	}
	return len(p), nil
}

// TestSlowReaderIsNoPause: while whoever reads the copy takes none, the input
// does not pause, and a record that it goes on with is not noted by halves.
func TestSlowReaderIsNoPause(t *testing.T) {
	var stderr gate
	env, _, _ := testEnv("", nil)
	reader, writer := io.Pipe()
	stdout := &valve{opened: make(chan struct{})}
	env.Stdin, env.Stdout, env.Stderr = reader, stdout, &stderr
	done := make(chan int)
	go func() { done <- Run(env, []string{"annotate"}) }()
	for _, piece := range []string{
		"ERROR: SDK.ServerError\nErrorCode: MissingParameter\n",
		"Message: InstanceName/NewPassword at least one is mandatory for this action.\n",
	} {
		if _, err := io.WriteString(writer, piece); err != nil {
			t.Fatal(err)
		}
	}
	time.Sleep(2 * maxIdle)
	close(stdout.opened)
	if err := writer.Close(); err != nil {
		t.Fatal(err)
	}
	if status := <-done; status != 0 {
		t.Errorf("status %d", status)
	}
	if note := stderr.String(); !strings.Contains(note, "Rename") {
		t.Errorf("the note is not on the entry that the message says: %q", note)
	}
}

// TestRecordsAsKnown wants each line of jsonl while the input is still open.
func TestRecordsAsKnown(t *testing.T) {
	for _, tt := range []struct{ name, args, input, want string }{
		{"lookup", "lookup - -o jsonl --fields code", "InvalidParameter\n", "InvalidParameter"},
		{"annotate", "annotate -o jsonl --fields code", `{"Code":"BackupJobExists","RequestId":"7A1C"}` + "\n", "BackupJobExists"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var stdout gate
			env, _, _ := testEnv("", nil)
			reader, writer := io.Pipe()
			env.Stdin, env.Stdout = reader, &stdout
			done := make(chan int)
			go func() { done <- Run(env, strings.Fields(tt.args)) }()
			if _, err := io.WriteString(writer, tt.input); err != nil {
				t.Fatal(err)
			}
			if want := `{"code":"` + tt.want + "\"}\n"; !eventually(func() bool { return stdout.String() == want }) {
				t.Errorf("standard output is %q, want %q", stdout.String(), want)
			}
			if err := writer.Close(); err != nil {
				t.Fatal(err)
			}
			if status := <-done; status != 0 {
				t.Errorf("status %d", status)
			}
		})
	}
}

// TestStdinFails names standard input where reading it fails.
func TestStdinFails(t *testing.T) {
	for _, args := range [][]string{{"explain"}, {"annotate"}, {"lookup", "-"}, {}} {
		env, _, stderr := testEnv("", nil)
		env.Stdin = io.MultiReader(strings.NewReader("InvalidParameter\n"), brokenReader{})
		if status := Run(env, args); status != 2 || !strings.Contains(stderr.String(), "errcode: cannot read standard input: broken\n") {
			t.Errorf("errcode %v: status %d, %s", args, status, stderr)
		}
	}
}

// TestPacked: a compressed log holds no error, and is named with the way to read it.
func TestPacked(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, "ErrorCode: BackupJobExists\n"); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]string{
		"explain":           "errcode: standard input is compressed; to read what is in it: gzip -dc | errcode explain\n",
		"explain -- -a.log": "errcode: -a.log is compressed; to read what is in it: gzip -dc ./-a.log | errcode explain\n",
		"explain app.log":   "errcode: app.log is compressed; to read what is in it: gzip -dc app.log | errcode explain\n",
	} {
		env, stdout, stderr := testEnv(packed.String(), nil)
		env.Open = func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(packed.Bytes())), nil }
		if status := Run(env, strings.Fields(args)); status != 1 || stdout.Len() > 0 || !strings.HasPrefix(stderr.String(), want) {
			t.Errorf("errcode %s: status %d, %s%s\nwant %s", args, status, stdout, stderr, want)
		}
	}
	if r := run("BZh is no archive\n", "explain"); strings.Contains(r.stderr, "compressed") {
		t.Errorf("a text is called compressed: %s", r)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("broken") }

// TestInterrupt presses Ctrl-C while errcode waits for input.
func TestInterrupt(t *testing.T) {
	for _, tt := range []struct{ args, input string }{
		{"annotate", "a line"},
		{"lookup -", "InvalidParameter"},
		{"explain -o jsonl", `{"Code":"BackupJobExists","RequestId":"7A1C"}` + "\nnext"},
	} {
		args := strings.Fields(tt.args)
		cmd := exec.Command(need(t, "errcode"), args...)
		stdin, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var stdout gate
		cmd.Stdout = &stdout
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		// What comes out shows that errcode has started.
		if _, err := io.WriteString(stdin, tt.input+"\n"); err != nil {
			t.Fatal(err)
		}
		if !eventually(func() bool { return stdout.String() != "" }) {
			t.Fatalf("errcode %s never answered", tt.args)
		}
		interrupted := func() bool {
			_ = cmd.Process.Signal(os.Interrupt)
			return cmd.Process.Signal(os.Interrupt) != nil
		}
		go eventually(interrupted)
		err = cmd.Wait()
		if cmd.ProcessState.ExitCode() != 130 {
			t.Errorf("errcode %s: %v, want exit status 130", tt.args, err)
		}
	}
}

// TestExplainReadsPartsSideBySide compares a file that is long enough for several
// processors with the same text through a pipe, and with a file that somebody
// has read a line of.
func TestExplainReadsPartsSideBySide(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	const first = "Code: InvalidParameter, message: this line was read before\n"
	line := "2026-11-03T10:00:00Z INFO polled 12 instances in 31 ms\n"
	failure := `2026-11-03T10:00:01Z ERROR {"RequestId":"117F52CD-1FA8-569D-AC33-A4D89BCC0BF5","Code":"InvalidParameter","Message":"m"}` + "\n"
	text := strings.Repeat(strings.Repeat(line, 1000)+failure, 150)
	name := filepath.Join(t.TempDir(), "app.log")
	if err := os.WriteFile(name, []byte(first+text), 0o600); err != nil {
		t.Fatal(err)
	}
	explain := func(stdin io.Reader, args ...string) result {
		env, stdout, stderr := testEnv("", nil)
		env.Stdin, env.Open = stdin, func(name string) (io.ReadCloser, error) { return os.Open(name) }
		status := Run(env, append([]string{"explain", "-o", "csv"}, args...))
		return result{status, strings.ReplaceAll(stdout.String(), name, "-"), stderr.String()}
	}
	if got, want := explain(nil, name), explain(strings.NewReader(first+text)); got != want {
		t.Errorf("the file\n%s\nthe pipe\n%s", got, want)
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	if _, err := file.Seek(int64(len(first)), io.SeekStart); err != nil {
		t.Fatal(err)
	}
	if got, want := explain(file), explain(strings.NewReader(text)); got != want {
		t.Errorf("the rest of the file\n%s\nthe pipe\n%s", got, want)
	}
	if rest, err := io.ReadAll(file); len(rest) > 0 || err != nil {
		t.Errorf("%d bytes are left for whoever reads next, error %v", len(rest), err)
	}
}
