package cmd

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newExplain(a *app) *cobra.Command {
	var filters filterFlags
	var output outputFlags
	var opt explainOptions
	cmd := &cobra.Command{
		Use:   "explain [FILE...]",
		Short: "Report every error in API output or logs",
		Long: `Explain recognises errors in API output and logs: JSON and XML bodies, what command lines and
SDKs print, log lines, bare codes. It reads the files, or standard input where none is named
or for -, and reports each distinct error with what to do about it. Formats other than table
and markdown give one record for each occurrence. A long file is scanned by all processors,
at most eight.

With --merge it reads the occurrences that it wrote of other inputs with -o jsonl or -o json,
and reports on them as one: the same errors, counts, request IDs and times as for the whole.
Map with any engine that runs a filter on parts of the input, cut at line ends; reduce here.
Where the engine takes exit status 1, for a part without a known error, as a failure, map with
annotate -o jsonl instead.`,
		Example: `aliyun dds CreateDBInstance --RegionId cn-hangzhou 2>&1 | errcode explain
errcode explain app.log
errcode explain --sort count --known /var/log/app/*.log
errcode explain app.log -o jsonl --fields line,code,request_id
parallel -k --pipe --block 64M errcode explain -o jsonl < app.log | errcode explain --merge`,
		ValidArgsFunction: fileCandidates,
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("sort") && !slices.Contains(orders(), opt.sort) {
				return unknownValue("order", opt.sort, orders())
			}
			return a.explain(args, opt, &filters, &output)
		},
	}
	if a.named("explain") {
		filters.define(a, cmd)
		output.define(a, cmd, render.KindOccurrence)
		opt.define(a, cmd)
	}
	return cmd
}

// explainOptions are what explain alone takes.
type explainOptions struct {
	known bool
	merge bool
	sort  string
}

func (o *explainOptions) define(a *app, cmd *cobra.Command) {
	cmd.Flags().BoolVar(&o.known, "known", false, "leave out the codes that no catalog holds")
	cmd.Flags().BoolVar(&o.merge, "merge", false,
		"read occurrences that -o jsonl or -o json wrote elsewhere, and\nreport on them as one")
	cmd.Flags().StringVar(&o.sort, "sort", "",
		"`ORDER` the report by: count, the most frequent first\n(default first appearance)")
	a.completeFlag(cmd, "sort", fixed(orders()))
}

func orders() []string { return []string{"count"} }

// explain reports on the errors in files.
func (a *app) explain(files []string, opt explainOptions, filters *filterFlags, output *outputFlags) error {
	x, err := newExplainer(a, opt, filters, output)
	if err != nil {
		return err
	}
	reader, read := "explain", x.read
	if opt.merge {
		reader, read = "explain --merge", newMerger(x).read
	}
	for in := range a.inputs(reader, files) {
		if err := read(in); err != nil {
			return x.stopped(err)
		}
	}
	return x.close()
}

// recognised reports whether a text is itself an error, such as a pasted body.
func (a *app) recognised(text string) bool {
	set, err := a.catalogs()
	if err != nil {
		return false
	}
	s := scan.New(set, scan.Options{})
	s.Reset("")
	return len(s.Write([]byte(text)))+len(s.Close()) > 0
}

// An explainer recognises the errors of inputs and writes what it found.
type explainer struct {
	app     *app
	opt     explainOptions
	filters *filterFlags
	filter  catalog.Filter
	set     *catalog.Set  // the catalogs to consult
	scanner *scan.Scanner // nil where occurrences are merged
	idle    time.Duration // how long a record may wait for its next part; 0: for ever
	out     render.Renderer
	report  *report // nil where each occurrence is a record
	found   int     // occurrences that passed the filters
	known   int     // those that a catalog holds
}

func newExplainer(a *app, opt explainOptions, filters *filterFlags, output *outputFlags) (*explainer, error) {
	if err := output.settle(a.env); err != nil { // the format decides between records and a report
		return nil, err
	}
	set, filter, err := filters.resolve(a)
	if err != nil {
		return nil, err
	}
	x := &explainer{app: a, opt: opt, filters: filters, filter: filter, set: set}
	if !opt.merge {
		x.scanner = scan.New(set, scan.Options{})
	}
	kind := render.KindOccurrence
	if output.template == "" && len(output.fields) == 0 && (output.format == "table" || output.format == "markdown") {
		kind = render.KindReport
		x.report = newReport()
	}
	x.out, err = output.renderer(a, kind, false)
	return x, err
}

// maxWorkers bounds how many parts of a file are scanned at once: each takes
// memory, and beyond it reading is what takes the time.
const maxWorkers = 8

// read explains one input. An error of the input is reported; one of standard
// output is returned.
func (x *explainer) read(in input) error {
	workers := min(runtime.GOMAXPROCS(0), maxWorkers)
	if file, from, size, ok := in.file(); ok && workers > 1 && scan.Splits(size-from) {
		head := make([]byte, 512)
		n, _ := file.ReadAt(head, from)
		x.app.tellPacked(in, head[:n])
		return x.readFile(in, file, x.scanner.ReadFile(in.name, file, from, size, workers))
	}
	return x.readStream(in)
}

// readFile explains a file that several processors scan.
func (x *explainer) readFile(in input, file file, occurrences iter.Seq2[[]scan.Occurrence, error]) error {
	for found, err := range occurrences {
		if err != nil {
			x.app.cannotRead(in, err)
			continue
		}
		if err := x.take(found); err != nil {
			return err
		}
	}
	_, _ = file.Seek(0, io.SeekEnd) // for whoever reads the same standard input next
	return nil
}

// readStream explains an input that is read from its beginning to its end.
func (x *explainer) readStream(in input) error {
	x.scanner.Reset(in.name)
	regular, turn, first := in.regular(), in.turns(x.idle), true
	for block, err := range in.blocks(x.idle) {
		var found []scan.Occurrence
		switch {
		case err != nil:
			x.app.cannotRead(in, err)
			continue
		case len(block) == 0:
			found = x.scanner.Idle()
		default:
			if first {
				x.app.tellPacked(in, block)
				first = false
			}
			found = x.scanner.Write(block)
			if turn.over() {
				found = append(found, x.scanner.Turn()...)
			}
		}
		if err := x.take(found); err != nil {
			return err
		}
		if !regular { // the next block may be long in coming
			if err := x.app.out.Flush(); err != nil {
				return err
			}
		}
	}
	return x.take(x.scanner.Close())
}

// take writes the occurrences that are wanted, or keeps them for the report.
func (x *explainer) take(occurrences []scan.Occurrence) error {
	for _, o := range occurrences {
		if !x.wants(o) {
			continue
		}
		x.found++
		if o.Known() {
			x.known++
		}
		if x.report != nil {
			x.report.add(o)
			continue
		}
		if err := x.out.Record(render.FromOccurrence(o)); err != nil {
			return err
		}
	}
	return nil
}

func (x *explainer) wants(o scan.Occurrence) bool {
	return (o.Known() || !x.opt.known) && keeps(x.filter, o)
}

// keeps reports whether an occurrence passes a filter: by the status received,
// else by its entry's.
func keeps(f catalog.Filter, o scan.Occurrence) bool {
	var entry catalog.Entry
	if o.Known() {
		entry = o.Entries[0].Entry
	}
	status := o.Status
	if status == 0 {
		status = entry.Status
	}
	return f.Keeps(status, entry.Category, entry.Retry)
}

// close ends the document and says what was not found.
func (x *explainer) close() error {
	if x.report != nil {
		for _, r := range x.report.records(x.opt.sort == "count") {
			if err := x.out.Record(r); err != nil {
				return x.stopped(err)
			}
		}
	}
	if err := x.out.Close(); err != nil {
		return x.stopped(err)
	}
	switch {
	case x.known > 0:
		return nil
	case x.found > 0:
		return notFoundError{"no catalog holds any of these codes"}
	case x.app.unread:
		return notFoundError{} // what could not be read may have held some
	default:
		return notFoundError{x.nothing()}
	}
}

func (x *explainer) nothing() string {
	var limits []string
	if x.filters.given() {
		limits = append(limits, short(x.filters.String()))
	}
	if x.opt.known {
		limits = append(limits, "--known")
	}
	if len(limits) > 0 {
		return fmt.Sprintf("no error recognised with %s", strings.Join(limits, " "))
	}
	if x.opt.merge {
		return "no occurrence to merge; to write some: errcode explain FILE -o jsonl"
	}
	return "no error recognised; to look for words: errcode search WORDS"
}

// stopped adds the status that the answers have so far to a write that failed.
func (x *explainer) stopped(err error) error {
	if x.known == 0 {
		return errors.Join(err, notFoundError{})
	}
	return err
}
