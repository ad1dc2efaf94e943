package cmd

import (
	"errors"
	"fmt"
	"io"
	"syscall"
	"testing"
)

func TestExitStatus(t *testing.T) {
	for _, tt := range []struct {
		err  error
		want int
	}{
		{nil, 0},
		{notFoundError{"m"}, 1},
		{fmt.Errorf("in a file: %w", notFoundError{"m"}), 1},
		{usageError{"p", "n"}, 2},
		{errors.New("any other"), 2},
		{&outputError{errors.New("disk full")}, 2},
		{&outputError{syscall.EPIPE}, 0},
		{fmt.Errorf("rendering: %w", &outputError{syscall.EPIPE}), 0},
		{syscall.EPIPE, 2}, // not of standard output
	} {
		if got := exitStatus(tt.err); got != tt.want {
			t.Errorf("exitStatus(%v) = %d, want %d", tt.err, got, tt.want)
		}
	}
}

func TestReport(t *testing.T) {
	env, _, stderr := testEnv("", nil)
	a := newApp(env, nil)
	a.report(nil)
	a.report(errors.Join(notFoundError{}, notFoundError{"one\x1b[2J"}, &outputError{syscall.EPIPE}))
	if a.status != 1 {
		t.Errorf("status %d after a miss", a.status)
	}
	a.report(usageError{"two", "three"})
	a.report(notFoundError{"four"})
	if a.status != 2 {
		t.Errorf("status %d, want the worst", a.status)
	}
	if want := "errcode: one [2J\nerrcode: two; three\nerrcode: four\n"; stderr.String() != want {
		t.Errorf("standard error\n%swant\n%s", stderr, want)
	}
}

// TestClosedPipe reads one answer and goes, whatever the command.
func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{
		{"list"},
		{"list", "-o", "json"},
		{"lookup", "InvalidParameter", "-o", "table"},
		{"search", "backup"},
		{"version"},
		{"help"},
		{"completion", "zsh"},
		{"catalog", "list"},
	} {
		env, _, stderr := testEnv("", nil)
		reader, writer := io.Pipe()
		if err := reader.Close(); err != nil {
			t.Fatal(err)
		}
		env.Stdout = writer
		if status := Run(env, args); status != 0 || stderr.Len() > 0 {
			t.Errorf("errcode %v: status %d, %s", args, status, stderr)
		}
	}
}
