package cmd

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A shellCase types a line at a real shell. Where want is set, Return follows
// and errcode has to receive want; else the screen has to show all of shown.
type shellCase struct {
	name, typed string
	want        string // arguments, one a line
	shown       []string
}

// shellCases are the same for every shell; tab is what makes it list several
// candidates.
func shellCases(list string) []shellCase {
	const tab = "\t"
	return []shellCase{
		{name: "codes", typed: "lookup Inv" + list, shown: []string{
			"InvalidBackupMethod.Format", "Specified backup method is not valid.", "InvalidZoneId.NotFound",
		}},
		{name: "codes, ignoring case", typed: "lookup inv" + list, shown: []string{
			"InvalidBackupMethod.Format", "Specified backup method is not valid.", "InvalidZoneId.NotFound",
		}},
		{name: "codes beside commands", typed: "Forb" + list, shown: []string{
			"Forbidden.RiskControl", "Forbbiden.SubUser", "The specified action is not available for you.",
		}},
		{name: "one code", typed: "lookup invalidbackupsetid." + tab, want: "lookup\nInvalidBackupSetID.NotFound\n"},
		{name: "the one after a dot", typed: "lookup InvalidBackupSetID." + tab, want: "lookup\nInvalidBackupSetID.NotFound\n"},
		{name: "a part of a code", typed: "lookup RiskControl" + tab, want: "lookup\nForbidden.RiskControl\n"},
		{name: "several parts of codes", typed: "lookup NotFound" + list, shown: []string{
			"InvalidBackupSetID.NotFound", "InvalidZoneId.NotFound",
		}},
		{name: "a command", typed: "annot" + tab, want: "annotate\n"},
		{name: "statuses", typed: "lookup --status " + list, shown: []string{"403", "4xx"}},
		{name: "a status after =", typed: "lookup --status=503" + tab, want: "lookup\n--status=503\n"},
		{name: "formats", typed: "lookup -o " + list, shown: []string{"table", "jsonl", "markdown"}},
		{name: "a format", typed: "lookup -o y" + tab, want: "lookup\n-o\nyaml\n"},
		{name: "a format after =", typed: "lookup --output=mark" + tab, want: "lookup\n--output=markdown\n"},
		{name: "a flag", typed: "lookup --templ" + tab, want: "lookup\n--template\n"},
		{name: "no files", typed: "lookup not" + tab, want: "lookup\nnot\n"},
		{name: "files", typed: "explain not" + tab, want: "explain\nnotes.log\n"},
	}
}

func TestBash(t *testing.T) {
	shell := need(t, "bash")
	cases := append(
		shellCases("\t\t\t"),
		shellCase{name: "an alias", typed: "lookup Forbidden.NotAdminUser\t", want: "lookup\nForbbiden.NotAdminUser\n"},
		shellCase{name: "separators", typed: "lookup forbidden_risk_\t", want: "lookup\nForbidden.RiskControl\n"},
		shellCase{name: "a quote", typed: "lookup \"invalidzone\t", want: "lookup\nInvalidZoneId.NotFound\n"},
		shellCase{name: "nothing is lost", typed: "lookup NotFound\t", want: "lookup\nNotFound\n"},
	)
	testShell(t, cases, func(dir string) *exec.Cmd {
		writeFile(t, dir, "bashrc", "PS1='$ '\nsource "+completionFile(t, dir, "bash")+"\n")
		return exec.Command(shell, "--noprofile", "--rcfile", filepath.Join(dir, "bashrc"), "-i")
	})
}

func TestZsh(t *testing.T) {
	shell := need(t, "zsh")
	cases := append(
		shellCases("\t\t\t"),
		shellCase{name: "an alias", typed: "lookup Forbidden.NotAdminUser\t", want: "lookup\nForbbiden.NotAdminUser\n"},
		shellCase{name: "separators", typed: "lookup forbidden_risk_\t", want: "lookup\nForbidden.RiskControl\n"},
		shellCase{name: "nothing is lost", typed: "lookup NotFound\t", want: "lookup\nNotFound\n"},
	)
	testShell(t, cases, func(dir string) *exec.Cmd {
		writeFile(t, dir, ".zshrc", "PS1='$ '\nunsetopt beep\nautoload -Uz compinit && compinit -D -u\nsource "+
			completionFile(t, dir, "zsh")+"\n")
		return exec.Command(shell, "-d", "-i") // -d: not the machine's own files
	})
}

func TestFish(t *testing.T) {
	shell := need(t, "fish")
	cases := append(
		shellCases("\t"),
		shellCase{name: "an alias", typed: "lookup Forbidden.NotAdminUs\t", want: "lookup\nForbidden.NotAdminUser\n"},
		shellCase{name: "separators", typed: "lookup forbidden_risk_\t", want: "lookup\nforbidden_risk_Control\n"},
		shellCase{name: "a double quote", typed: "lookup \"Inv\t", shown: []string{"InvalidBackupMethod.Format", "(400 Specified backup method is not valid.)"}},
		shellCase{name: "a single quote", typed: "lookup 'InvalidZone\t", want: "lookup\nInvalidZoneId.NotFound\n"},
	)
	testShell(t, cases, func(dir string) *exec.Cmd {
		return exec.Command(shell, "--no-config", "--init-command",
			"function fish_prompt; echo -n '$ '; end; source "+completionFile(t, dir, "fish"))
	})
}

// testShell types each case at a fresh shell, as the first test in a terminal
// must not help the next.
func testShell(t *testing.T, cases []shellCase, start func(dir string) *exec.Cmd) {
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			s := startShell(t, dir, start(dir))
			if s.waitFor(t, "$ "); tt.want == "" {
				s.send(t, "errcode "+tt.typed)
				s.waitFor(t, tt.shown...)
				return
			}
			s.send(t, "errcode "+tt.typed+"\r")
			if got := received(t, dir, s); got != tt.want {
				t.Errorf("errcode received\n%swant\n%s\nscreen:\n%s", got, tt.want, s.text())
			}
		})
	}
}

// startShell starts a shell in a folder that holds one file, with an errcode
// in its PATH that writes down its arguments, and completes like the real one.
func startShell(t *testing.T, dir string, cmd *exec.Cmd) *shell {
	writeFile(t, dir, "notes.log", "")
	bin := filepath.Join(dir, "bin")
	if err := os.Mkdir(bin, 0o755); err != nil {
		t.Fatal(err)
	}
	writeFile(t, bin, "errcode", `#!/bin/sh
case $1 in
__complete*) exec '`+need(t, "errcode")+`' "$@" ;;
esac
printf '%s\n' "$@" >'`+dir+`/received.tmp'
mv '`+dir+`/received.tmp' '`+dir+`/received'
`)
	if err := os.Chmod(filepath.Join(bin, "errcode"), 0o755); err != nil {
		t.Fatal(err)
	}
	cmd.Dir = dir
	cmd.Env = []string{
		"HOME=" + dir, "ZDOTDIR=" + dir, "TERM=xterm", "LC_ALL=C.UTF-8", "ERRCODE_OUTPUT=wrong",
		"PATH=" + bin + string(filepath.ListSeparator) + os.Getenv("PATH"),
		"GORACE=" + os.Getenv("GORACE"), // options of the race detector
	}
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 100, Cols: 160})
	if err != nil {
		t.Fatal(err)
	}
	s := &shell{tty: tty}
	read := make(chan struct{})
	go func() {
		defer close(read)
		buffer := make([]byte, 4096)
		for {
			n, err := tty.Read(buffer)
			s.mu.Lock()
			s.screen = append(s.screen, buffer[:n]...)
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		_ = tty.Close()
		<-read
	})
	return s
}

// A shell is one at a pseudo-terminal.
type shell struct {
	tty    *os.File
	mu     sync.Mutex
	screen []byte // all that it wrote
}

func (s *shell) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return string(s.screen)
}

func (s *shell) send(t *testing.T, keys string) {
	t.Helper()
	if _, err := s.tty.WriteString(keys); err != nil {
		t.Fatal(err)
	}
}

// waitFor waits until the shell has written all of the texts.
func (s *shell) waitFor(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !eventually(func() bool { return strings.Contains(s.text(), text) }) {
			t.Fatalf("the screen never showed %q:\n%s", text, s.text())
		}
	}
}

// received returns the arguments that the shell gave to errcode.
func received(t *testing.T, dir string, s *shell) string {
	t.Helper()
	var got []byte
	if !eventually(func() (ok bool) {
		var err error
		got, err = os.ReadFile(filepath.Join(dir, "received"))
		return err == nil
	}) {
		t.Fatalf("errcode was never run:\n%s", s.text())
	}
	return string(got)
}

// eventually waits for a condition, long enough for a loaded machine.
func eventually(holds func() bool) bool {
	for range 200 {
		if holds() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

func completionFile(t *testing.T, dir, shell string) string {
	t.Helper()
	for _, s := range CompletionScripts() {
		if s.Shell == shell {
			writeFile(t, dir, s.File, s.Text)
			return filepath.Join(dir, s.File)
		}
	}
	t.Fatalf("no script for %s", shell)
	return ""
}

func writeFile(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
