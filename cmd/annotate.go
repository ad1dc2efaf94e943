package cmd

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newAnnotate(a *app) *cobra.Command {
	var filters filterFlags
	var output outputFlags
	cmd := &cobra.Command{
		Use:   "annotate [FILE...]",
		Short: "Pass input through unchanged, with a note beside each error",
		Long: `Annotate copies its input to standard output byte for byte, and writes a note of one line for
each error that it recognises: after the error where standard output is a terminal, else to
standard error. With -o json, jsonl, yaml or csv, or with --template, it writes occurrences
instead of the input, as explain does.`,
		Example: `tail -f app.log | errcode annotate
terraform apply 2>&1 | errcode annotate
errcode annotate app.log 2> notes.txt > /dev/null
kubectl logs deploy/app | errcode annotate -o jsonl`,
		ValidArgsFunction: fileCandidates,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.annotate(args, &filters, &output)
		},
	}
	if a.named("annotate") {
		filters.define(a, cmd)
		output.define(a, cmd, render.KindOccurrence)
	}
	return cmd
}

// annotate reads the files as a filter. Only a format that was asked for on
// the command line makes it print occurrences.
func (a *app) annotate(files []string, filters *filterFlags, output *outputFlags) error {
	if output.template != "" || slices.Contains([]string{"json", "jsonl", "yaml", "csv"}, output.format) {
		return a.occurrences(files, filters, output)
	}
	if len(output.fields) > 0 {
		return usageError{"--fields chooses keys of occurrences, and annotate passes its input through", "add -o jsonl"}
	}
	n, err := newAnnotator(a, filters, output)
	if err != nil {
		return err
	}
	for in := range a.inputs("annotate", files) {
		if err := n.read(in); err != nil {
			return err
		}
	}
	return nil
}

// occurrences is what annotate does with a format: explain, but the exit
// status says only whether it worked.
func (a *app) occurrences(files []string, filters *filterFlags, output *outputFlags) error {
	x, err := newExplainer(a, explainOptions{}, filters, output)
	if err != nil {
		return err
	}
	x.idle = maxIdle
	for in := range a.inputs("annotate", files) {
		if err := x.read(in); err != nil {
			return err
		}
	}
	return x.out.Close()
}

// maxIdle is how long a record that may go on holds its note back.
const maxIdle = 200 * time.Millisecond

// maxNote is the width of a note in cells.
const maxNote = 120

// An annotator copies inputs to standard output and writes notes.
type annotator struct {
	app     *app
	filter  catalog.Filter
	scanner *scan.Scanner
	copy    io.Writer
	noteTo  io.Writer
	notes   render.Notes
	inline  bool              // notes stand in the output, which is a terminal
	line    int               // inline: the number of the line being copied, from 1
	begun   bool              // inline: a part of that line is on the screen
	held    []scan.Occurrence // inline: noted once that line has ended
}

func newAnnotator(a *app, filters *filterFlags, output *outputFlags) (*annotator, error) {
	set, filter, err := filters.resolve(a)
	if err != nil {
		return nil, err
	}
	n := &annotator{
		app: a, filter: filter, scanner: scan.New(set, scan.Options{Prompt: true}),
		copy: outputWriter{a.env.Stdout}, noteTo: outputWriter{a.env.Stderr}, inline: a.env.StdoutTTY,
	}
	terminal, width := a.env.StderrTTY, a.env.StderrWidth
	if n.inline {
		n.noteTo = n.copy
		terminal, width = true, a.env.Width
	}
	if a.quiet {
		n.copy, n.noteTo = io.Discard, io.Discard
	}
	n.notes = render.NewNotes(render.Options{
		Width: a.env.noteWidth(output.width, terminal, width),
		UTF8:  a.env.utf8(), Color: a.env.colour(output.color, terminal),
	})
	return n, nil
}

// read copies one input. An error of the input is reported; one of standard
// output is returned.
func (n *annotator) read(in input) error {
	n.scanner.Reset(in.name)
	n.line = 1
	turn := in.turns(maxIdle)
	if !n.inline {
		in.copyTo = n.copy
	}
	for block, err := range in.blocks(maxIdle) {
		var failed *outputError
		if errors.As(err, &failed) {
			return err
		}
		if err != nil {
			n.app.cannotRead(in, err)
			break
		}
		if err := n.take(block); err != nil {
			return err
		}
		if len(block) > 0 && !n.begun && turn.over() {
			if err := n.flush(n.scanner.Turn()); err != nil {
				return err
			}
		}
	}
	return n.flush(n.scanner.Close())
}

// take scans a block, and copies it where notes stand in the copy; an empty one
// is a pause of the input.
func (n *annotator) take(block []byte) error {
	if len(block) == 0 {
		return n.flush(n.scanner.Idle())
	}
	if n.inline {
		for line := range bytes.Lines(block) {
			if err := n.passLine(line); err != nil {
				return err
			}
		}
		return nil
	}
	return n.note(n.scanner.Write(block))
}

// passLine copies a line, or the part of one that has arrived. Notes on records
// that ended before it precede it, those on records that end with it follow.
func (n *annotator) passLine(line []byte) error {
	n.held = append(n.held, n.scanner.Write(line)...)
	if !n.begun {
		before := 0
		for before < len(n.held) && n.held[before].EndLine < n.line {
			before++
		}
		if err := n.note(n.held[:before]); err != nil {
			return err
		}
		n.held = n.held[before:]
	}
	if _, err := n.copy.Write(line); err != nil {
		return err
	}
	if n.begun = line[len(line)-1] != '\n'; n.begun {
		return nil
	}
	n.line++
	return n.flush(nil)
}

// flush writes the notes that were held, and more.
func (n *annotator) flush(more []scan.Occurrence) error {
	held := n.held
	n.held = nil
	if err := n.note(held); err != nil {
		return err
	}
	return n.note(more)
}

// note writes the notes of occurrences.
func (n *annotator) note(occurrences []scan.Occurrence) error {
	for _, o := range occurrences {
		if !keeps(n.filter, o) {
			continue
		}
		line := n.notes.Line(o) + "\n"
		if n.begun { // the screen's last line has not ended
			line, n.begun = "\n"+line, false
		}
		_, err := io.WriteString(n.noteTo, line)
		switch {
		case err != nil && n.inline:
			return err
		case err != nil: // the input still goes through
			n.app.report(err)
			n.noteTo = io.Discard
		}
	}
	return nil
}
