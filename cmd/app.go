// Package cmd is the command line of errcode: it reads flags and arguments,
// asks the catalogs, and hands what they answer to a renderer.
package cmd

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

// An app is one run of errcode.
//
// Every command goes through its command line in the same order and stops at
// the first thing that is wrong. Cobra parses the flags and has
// [outputFlags.check] look at them by themselves; [filterFlags.resolve] opens
// the catalogs and makes the filter on what they answer; [outputFlags.renderer]
// settles the format. Only then is anything asked, read or written.
type app struct {
	env        Env
	args       []string      // the command line as cobra takes it
	words      []string      // the command line that is run, or that a shell completes
	completing bool          // a shell asks for candidates
	typed      bool          // that shell can only add to the typed word, not replace it
	whole      bool          // every command has its flags, whatever the words name
	out        *bufio.Writer // standard output
	status     int           // of what was reported so far
	quiet      bool          // -q: only the exit status matters
	announced  bool          // that standard input is being read
	unread     bool          // an input could not be read to its end
	set        *catalog.Set  // nil until asked for
}

func newApp(env Env, args []string) *app {
	a := &app{
		env: env, args: append([]string{}, args...), // for nil cobra would take the process's
		words: args,
		out:   bufio.NewWriterSize(outputWriter{env.Stdout}, 32<<10),
	}
	if len(args) == 0 {
		return a
	}
	switch args[0] {
	case completeTyped:
		a.typed = true
		a.args[0] = cobra.ShellCompRequestCmd
		fallthrough
	case cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd:
		a.completing = true
		a.words = args[1:]
	}
	return a
}

// Run runs one command line, without the program's name, and returns its exit
// status.
func Run(env Env, args []string) int {
	a := newApp(env, args)
	root := newRoot(a)
	if a.completing {
		plainUsage(root)
	}
	root.SetArgs(a.args)
	root.SetIn(env.Stdin)
	root.SetOut(a.out)
	root.SetErr(io.Discard) // cobra's own remarks; ours go through report and say
	err := root.Execute()
	if a.set != nil {
		a.report(a.set.Err())
	}
	a.report(err)
	if failed := a.out.Flush(); failed != nil && !errors.Is(err, failed) {
		a.report(failed)
	}
	return a.status
}

// named reports whether a command needs its flags. Making those of all
// commands takes longer than a lookup, so each command's constructor makes
// them only where the words may name it: anywhere, since other flags may stand
// first (errcode -q lookup X), and a word too many costs little. Bare errcode
// has its flags where the first word is no command's name.
func (a *app) named(command string) bool {
	return a.whole || slices.Contains(a.words, command)
}

// report says what is wrong, a line for each of joined errors, and remembers
// the worst status.
func (a *app) report(err error) {
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range several.Unwrap() {
			a.report(e)
		}
		return
	}
	a.status = max(a.status, exitStatus(err))
	if err == nil || closedPipe(err) || err.Error() == "" {
		return
	}
	// Who asks for silence still has to learn that it was a wrong question.
	if wrong := (usageError{}); !a.quiet || errors.As(err, &wrong) {
		a.print(err.Error())
	}
}

// say writes one line to standard error, unless only the exit status is wanted.
func (a *app) say(line string) {
	if !a.quiet {
		a.print(line)
	}
}

// print writes one line to standard error, after all that went to standard
// output before.
func (a *app) print(line string) {
	if closedPipe(a.out.Flush()) { // any other error stays in out, and Run meets it again
		return
	}
	_, _ = io.WriteString(a.env.Stderr, "errcode: "+render.Clean(line)+"\n")
}

// reason returns the part of a file error that a person needs beside the name.
func reason(err error) string {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	return err.Error()
}

// Tree returns all commands with all their flags, for documents.
func Tree() *cobra.Command {
	a := newApp(Env{}, nil)
	a.whole = true
	return newRoot(a)
}
