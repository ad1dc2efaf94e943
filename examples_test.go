//go:build unix

package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/creack/pty"
	"github.com/errcode/errcode/cmd"
	"github.com/rogpeppe/go-internal/testscript"
	"github.com/spf13/cobra"
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
			shown, status = atTerminal(t, "sh", "(exit "+strconv.Itoa(status)+"); "+command, os.Getenv("PATH"))
			got.WriteString("$ " + command + "\n" + shown)
			if command != "echo $?" {
				commands++
			}
		}
		if got.String() != block && !*update {
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

// atTerminal runs a command of a shell at a pseudo-terminal and returns what it
// shows and its exit status.
func atTerminal(t *testing.T, shell, command, path string) (shown string, status int) {
	t.Helper()
	sh := exec.Command(shell, "-c", command)
	sh.Env = []string{
		"PATH=" + path, "HOME=/no-home", "LANG=C.UTF-8", "TERM=xterm", "NO_COLOR=1",
		"GORACE=" + os.Getenv("GORACE"), // options of the race detector
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

// TestHelpExamples runs the examples of every command's help and manual page,
// every part of a pipe included: each finds what it asks for. The files that
// they read are made here, and other programs in them print the same log.
func TestHelpExamples(t *testing.T) {
	bash := need(t, "bash") // not every sh has pipefail
	dir := t.TempDir()
	const log = `2026-07-14T01:12:44Z call failed: {"Code":"InvalidParameter","RequestId":"7A1C","Message":"x"}` + "\n"
	write := func(name, text string, mode os.FileMode) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	write("app.log", log, 0o644)
	write("occurrences.tsv", "-\t1\t1\tInvalidParameter\n", 0o644)
	for _, program := range []string{"aliyun", "kubectl", "tail", "terraform"} {
		write(program, "#!/bin/sh\ncat <<'end'\n"+log+"end\n", 0o755)
	}
	write("parallel", "#!/bin/sh\nshift 4\nexec \"$@\"\n", 0o755) // behind -k --pipe --block SIZE
	write("jq", "#!/bin/sh\ncat >/dev/null\n", 0o755)

	ran := 0
	walk(cmd.Tree(), func(c *cobra.Command) {
		if c.Name() == "completion" { // its examples are for four shells, and cmd's tests press TAB in them
			return
		}
		for example := range strings.Lines(c.Example) {
			command := strings.ReplaceAll(strings.TrimSuffix(example, "\n"), "/var/log/app/", "")
			shown, status := atTerminal(t, bash, "set -o pipefail; cd "+dir+"\n"+command, dir+":"+os.Getenv("PATH"))
			if status != 0 {
				t.Errorf("%s: exit status %d\n%s", command, status, shown)
			}
			ran++
		}
	})
	if ran < 20 {
		t.Errorf("only %d examples were found", ran)
	}
}

// need returns the path of a program, and skips the test where it is missing;
// where ERRCODE_TEST_NOSKIP=1 is set, as in CI, the test fails instead.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	switch {
	case err == nil:
		return path
	case os.Getenv("ERRCODE_TEST_NOSKIP") == "1":
		t.Fatalf("%s is not installed", program)
	default:
		t.Skipf("%s is not installed", program)
	}
	return ""
}

// walk visits a command and all below it.
func walk(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, sub := range c.Commands() {
		walk(sub, visit)
	}
}
