package cmd

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the outputs in scripts")

// TestScripts runs the promises of the command line as a user would type them.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GORACE", os.Getenv("GORACE")) // options of the race detector
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":   runStatus,
			"terminal": runTerminal,
		},
	})
}

// runStatus is the script command "status N PROGRAM ARG...": exec with an exact
// exit status.
func runStatus(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N program [args...]")
	}
	checkStatus(ts, args[0], ts.Exec(args[1], args[2:]...))
}

// runTerminal is the script command "terminal N COLUMNS PROGRAM ARG...": all
// streams are a terminal of that width, and what it shows is the file screen.
// There is nobody at the keyboard: input ends at once.
func runTerminal(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: terminal N columns program [args...]")
	}
	columns, err := strconv.ParseUint(args[1], 10, 16)
	ts.Check(err)
	path, err := exec.LookPath(args[2])
	ts.Check(err)
	cmd := exec.Command(path, args[3:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = []string{"TERM=" + ts.Getenv("TERM")}
	for _, name := range []string{
		"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "COLUMNS", "ERRCODE_OUTPUT",
		"NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GORACE",
	} {
		if value := ts.Getenv(name); value != "" {
			cmd.Env = append(cmd.Env, name+"="+value)
		}
	}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: uint16(columns)})
	ts.Check(err)
	defer func() { _ = tty.Close() }()
	defer time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() }).Stop()
	_, err = tty.Write([]byte{4, 4}) // Ctrl-D, for an input that is read twice
	ts.Check(err)
	var screen bytes.Buffer
	_, _ = io.Copy(&screen, tty) // ends with an error when the last writer has gone
	err = cmd.Wait()
	text := strings.ReplaceAll(screen.String(), "\r\n", "\n")
	text = strings.ReplaceAll(text, "^D\b\b", "") // how the terminal echoes the key
	ts.Check(os.WriteFile(ts.MkAbs("screen"), []byte(text), 0o666))
	checkStatus(ts, args[0], err)
}

func checkStatus(ts *testscript.TestScript, want string, err error) {
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(got) != want {
		ts.Fatalf("exit status %d, want %s", got, want)
	}
}
