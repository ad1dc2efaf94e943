package cmd

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newLookup(a *app) *cobra.Command {
	var filters filterFlags
	var output outputFlags
	cmd := &cobra.Command{
		Use:   "lookup QUERY...",
		Short: "Find entries by code or HTTP status",
		Long: `Lookup finds the entries of a code, however it is spelled: case, quotes, separators and a
prefix such as "ErrorCode:" do not matter, and an alias or the code that the service sends
today leads to the catalog's. A query may also be an HTTP status (403), a class of them (4xx),
a pattern (Invalid*.NotFound) or the head of a dotted family. The query - reads queries from
standard input, one a line.`,
		Example: `errcode lookup InvalidParameter
errcode lookup 403
errcode lookup 'Invalid*.NotFound'
errcode lookup Forbidden.RAM QuotaExceed -o json
cut -f4 occurrences.tsv | errcode lookup - --fields code,next_steps`,
		Args:              atLeastOne("lookup", "a code or an HTTP status", "errcode lookup InvalidParameter"),
		ValidArgsFunction: a.codeCandidates,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.lookup(args, &filters, &output)
		},
	}
	if a.named("lookup") {
		filters.define(a, cmd)
		output.define(a, cmd, render.KindMatch)
	}
	return cmd
}

// lookup answers queries in the order asked.
func (a *app) lookup(queries []string, filters *filterFlags, output *outputFlags) error {
	set, filter, err := filters.resolve(a)
	if err != nil {
		return err
	}
	r, err := output.renderer(a, render.KindMatch, false)
	if err != nil {
		return err
	}
	told := remarks{app: a, set: set}
	for query, err := range a.queries(queries) {
		if err != nil {
			return err
		}
		matches := set.Lookup(query, filter)
		if len(matches) == 0 {
			a.report(a.noMatch(set, query, filters))
			continue
		}
		for _, m := range matches {
			if err := r.Record(render.FromMatch(m)); err != nil {
				return err
			}
		}
		told.about(matches, output)
	}
	if err := r.Close(); err != nil {
		return err
	}
	told.family()
	return nil
}

// remarks say on standard error what answers do not show.
type remarks struct {
	app   *app
	set   *catalog.Set
	shown int      // matches so far
	held  []string // how the only match was found: its card says that, if no other follows
	head  string   // what belongs to the only match's family: said below its card
}

// about says how the matches of one query were found, and what belongs to the
// family that they head.
func (r *remarks) about(matches []catalog.Match, output *outputFlags) {
	if !output.needsRemarks() {
		return
	}
	r.shown += len(matches)
	for _, m := range matches {
		if text := foundBy(m); text != "" && !slices.Contains(r.held, text) {
			r.held = append(r.held, text)
		}
	}
	if text := severalEntries(matches); text != "" && output.format == "table" && len(output.fields) == 0 {
		r.held = append(r.held, text)
	}
	card := r.shown == 1 && output.format == "table" && len(output.fields) == 0
	if !card {
		for _, text := range r.held {
			r.app.say(text)
		}
		r.held = nil
		r.family()
	}
	first := matches[0]
	if first.Kind != catalog.KindExact {
		return
	}
	if members := r.set.Family(first.Entry.Code); len(members) > 0 {
		r.head = fmt.Sprintf("%s heads a family: %s", first.Entry.Code, several(members))
	}
	if !card {
		r.family()
	}
}

// family says what belongs to the family of the last match, if that is due.
func (r *remarks) family() {
	if r.head != "" {
		r.app.say(r.head)
		r.head = ""
	}
}

// queries yields the arguments, and for - the lines of standard input. What
// was answered is shown before the input is waited for; an error that it yields
// is one of standard output.
func (a *app) queries(args []string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		for _, arg := range args {
			if arg != "-" {
				if !yield(arg, nil) {
					return
				}
				continue
			}
			a.announceStdin()
			in := bufio.NewReaderSize(a.env.Stdin, maxQuery)
			for {
				if in.Buffered() == 0 {
					if err := a.out.Flush(); err != nil {
						yield("", err)
						return
					}
				}
				line, err := in.ReadSlice('\n')
				if query := strings.TrimSpace(string(line)); query != "" && !yield(query, nil) {
					return
				}
				for errors.Is(err, bufio.ErrBufferFull) { // the rest of what no code can be
					_, err = in.ReadSlice('\n')
				}
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					a.cannotRead(input{name: "-", reader: "lookup -"}, err)
					break
				}
			}
		}
	}
}

// maxQuery is the number of bytes that a query from standard input is read to.
const maxQuery = 64 << 10

// atLeastOne demands an argument, and shows what one looks like.
func atLeastOne(command, what, example string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{command + " needs " + what, "for example: " + example}
		}
		return nil
	}
}
