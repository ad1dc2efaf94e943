package cmd

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain makes the test binary errcode itself where it is called so: scripts
// and shells under test then run the real Main.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"errcode": func() { os.Exit(Main()) }})
}

// need returns the path of a program, and skips the test where it is missing;
// where ERRCODE_TEST_NOSKIP=1 is set, as in CI, the test fails instead.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err == nil {
		return path
	}
	if os.Getenv("ERRCODE_TEST_NOSKIP") == "1" {
		t.Fatalf("%s is not installed", program)
	}
	t.Skipf("%s is not installed", program)
	return ""
}

// A result is what a run of errcode leaves behind.
type result struct {
	status         int
	stdout, stderr string
}

func (r result) String() string {
	return fmt.Sprintf("status %d\n-- stdout --\n%s-- stderr --\n%s", r.status, r.stdout, r.stderr)
}

// testEnv returns a world without terminals, files and variables but those of
// vars, and what is written to it.
func testEnv(stdin string, vars map[string]string) (Env, *bytes.Buffer, *bytes.Buffer) {
	var stdout, stderr bytes.Buffer
	return Env{
		Stdin: strings.NewReader(stdin), Stdout: &stdout, Stderr: &stderr,
		LookupEnv:   func(name string) (string, bool) { v, ok := vars[name]; return v, ok },
		Width:       func() int { return 0 },
		StderrWidth: func() int { return 0 },
		Open: func(name string) (io.ReadCloser, error) {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		},
		Stat: func(name string) (fs.FileInfo, error) {
			return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
		},
		Version: func() Version { return Version{Number: "1.2.3", Commit: "abc", Date: "2026-01-02T03:04:05Z"} },
	}, &stdout, &stderr
}

// run runs errcode in a world of its own.
func run(stdin string, args ...string) result {
	env, stdout, stderr := testEnv(stdin, nil)
	status := Run(env, args)
	return result{status, stdout.String(), stderr.String()}
}
