package cmd

import (
	"io"
	"io/fs"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/term"
)

// Env is all that a command may know of the world. The process's own is made
// by [Main]; tests make theirs.
type Env struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	// Whether the streams are terminals.
	StdinTTY, StdoutTTY, StderrTTY bool

	// LookupEnv reads an environment variable.
	LookupEnv func(name string) (value string, set bool)
	// Width and StderrWidth return the width of the stream's terminal in cells,
	// 0 where it is none or its width is not known.
	Width, StderrWidth func() int
	// Open opens a file for reading.
	Open func(name string) (io.ReadCloser, error)
	// Stat describes what a name leads to.
	Stat func(name string) (fs.FileInfo, error)
	// Version says which build is running.
	Version func() Version
}

// Version is a build of errcode; what is not known is "".
type Version struct {
	Number string // "0.1.0"
	Commit string // the whole hash, "-dirty" where files had changed
	Date   string // of the commit, RFC 3339
}

// The linker's -X sets these in a release; other builds ask the Go toolchain.
var version, commit, date string

// Main runs the process's command line and returns its exit status.
func Main() int {
	// A write to a closed pipe is to come back as an error, not as a signal.
	signal.Ignore(syscall.SIGPIPE)

	args := os.Args[1:]
	if !mayWait(args) {
		return Run(processEnv(), args)
	}
	interrupted := make(chan os.Signal, 1)
	if !signal.Ignored(os.Interrupt) { // as for a job that a script left in the background
		signal.Notify(interrupted, os.Interrupt)
	}
	done := make(chan int, 1)
	go func() { done <- Run(processEnv(), args) }()
	select {
	case status := <-done:
		return status
	case <-interrupted:
		return statusInterrupted
	}
}

// mayWait reports whether a command line may read input, and so be there still
// when somebody presses Ctrl-C. To watch for it costs a lookup a tenth of its
// time, and without it the signal's own end says 130 to a shell just as well.
func mayWait(args []string) bool {
	return len(args) == 0 || strings.HasPrefix(args[0], "-") || slices.ContainsFunc(args, func(arg string) bool {
		return arg == "explain" || arg == "annotate" || arg == "-"
	})
}

func processEnv() Env {
	return Env{
		Stdin:       os.Stdin,
		Stdout:      os.Stdout,
		Stderr:      os.Stderr,
		StdinTTY:    isTerminal(os.Stdin),
		StdoutTTY:   isTerminal(os.Stdout),
		StderrTTY:   isTerminal(os.Stderr),
		LookupEnv:   os.LookupEnv,
		Width:       func() int { return width(os.Stdout) },
		StderrWidth: func() int { return width(os.Stderr) },
		Open:        func(name string) (io.ReadCloser, error) { return os.Open(name) },
		Stat:        os.Stat,
		Version:     buildVersion,
	}
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

func width(f *os.File) int {
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// buildVersion prefers what a release was stamped with.
func buildVersion() Version {
	v := Version{version, commit, date}
	if v.Number != "" {
		return v
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	if info.Main.Version != "(devel)" {
		v.Number = info.Main.Version
	}
	modified := false
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.time":
			v.Date = s.Value
		case "vcs.modified":
			modified = s.Value == "true"
		}
	}
	if modified {
		v.Commit += "-dirty"
	}
	return v
}
