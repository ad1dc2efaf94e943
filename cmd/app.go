// Package cmd is the command line of errcode: it reads flags and arguments,
// asks the catalogs, and hands what they answer to a renderer.
package cmd

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"runtime"
	"slices"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

// An app is one run of errcode.
type app struct {
	env       Env
	args      []string
	out       *bufio.Writer // standard output
	status    int           // of what was reported so far
	quiet     bool          // -q: only the exit status matters
	announced bool          // that standard input is being read
	unread    bool          // an input could not be read to its end
	typed     bool          // the shell can only add to the typed word, not replace it
	whole     bool          // every command has its flags, whatever args name
	set       *catalog.Set  // nil until asked for
}

func newApp(env Env, args []string) *app {
	if args == nil {
		args = []string{} // for nil cobra would take the process's
	}
	return &app{env: env, args: args, out: bufio.NewWriterSize(outputWriter{env.Stdout}, 32<<10)}
}

// Run runs one command line, without the program's name, and returns its exit
// status.
func Run(env Env, args []string) (status int) {
	a := newApp(env, completionArgs(args))
	a.typed = len(args) > 0 && args[0] == completeTyped
	defer func() {
		if fault := recover(); fault != nil {
			a.report(memoryFault(fault))
			status = a.status
		}
	}()
	root := newRoot(a)
	if a.completing() {
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

// first returns the first argument of the command line that is run, or that a
// shell completes.
func (a *app) first() string {
	args := a.args
	if a.completing() && len(args) > 0 {
		args = args[1:]
	}
	if len(args) == 0 {
		return ""
	}
	return args[0]
}

// named reports whether the arguments may name a command. Flags are made for
// these alone: defining those of all commands takes longer than a lookup.
func (a *app) named(command string) bool {
	return a.whole || slices.Contains(a.args, command)
}

// completing reports whether a shell asks for candidates.
func (a *app) completing() bool {
	return a.whole || len(a.args) > 0 && (a.args[0] == cobra.ShellCompRequestCmd || a.args[0] == cobra.ShellCompNoDescRequestCmd)
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

// memoryFault turns a panic into an error where a file that backs a catalog
// shrank while it was read, and panics again for any other.
func memoryFault(fault any) error {
	if e, ok := fault.(interface {
		runtime.Error
		Addr() uintptr
	}); ok {
		return errors.New("a catalog's file changed while it was read (" + e.Error() + "); run errcode again")
	}
	panic(fault)
}

// Tree returns all commands with all their flags, for documents.
func Tree() *cobra.Command {
	a := newApp(Env{}, nil)
	a.whole = true
	return newRoot(a)
}
