//go:build unix

package main

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

	"github.com/creack/pty"
	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the outputs in README.md")

// TestMain gives the tests a program errcode: this test binary under that name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"errcode": main})
}

// TestReadme runs the README's console blocks as a reader would, at a terminal
// of 80 cells: each line that begins with "$ " is a command, the lines up to
// the next one are what the terminal shows.
func TestReadme(t *testing.T) {
	readme := read(t, "README.md")
	want := consoleBlocks(readme)
	commands := 0
	updated := readme
	for _, block := range want {
		status := 0
		var got strings.Builder
		for _, command := range commandsOf(block) {
			var shown string
			shown, status = atTerminal(t, command, status)
			got.WriteString("$ " + command + "\n" + shown)
			if command != "echo $?" {
				commands++
			}
		}
		if got.String() != block {
			t.Errorf("README.md shows\n%s\nbut the terminal shows\n%s", block, got.String())
		}
		updated = strings.Replace(updated, block, got.String(), 1)
	}
	if commands < 10 {
		t.Errorf("README.md has %d commands in console blocks, want ten", commands)
	}
	if *update {
		if err := os.WriteFile("README.md", []byte(updated), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// consoleBlocks returns the texts between "```console" and "```".
func consoleBlocks(markdown string) []string {
	var blocks []string
	for {
		_, after, ok := strings.Cut(markdown, "\n```console\n")
		if !ok {
			return blocks
		}
		var block string
		block, markdown, _ = strings.Cut(after, "```\n")
		blocks = append(blocks, block)
	}
}

func commandsOf(block string) []string {
	var all []string
	for line := range strings.Lines(block) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			all = append(all, strings.TrimSuffix(command, "\n"))
		}
	}
	return all
}

// atTerminal runs a shell command at a pseudo-terminal and returns what it
// shows and its exit status; before is the status that $? has at first.
func atTerminal(t *testing.T, command string, before int) (shown string, status int) {
	t.Helper()
	sh := exec.Command("sh", "-c", "(exit $0)\n"+command, strconv.Itoa(before))
	sh.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=/no-home", "LANG=C.UTF-8", "TERM=xterm", "NO_COLOR=1",
	}
	terminal, err := pty.StartWithSize(sh, &pty.Winsize{Rows: 50, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = terminal.Close() }()
	var out bytes.Buffer
	_, _ = io.Copy(&out, terminal) // on Linux the end of a terminal is an error
	if err := sh.Wait(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			t.Fatal(err)
		}
		status = exit.ExitCode()
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n"), status
}
