package cmd

import (
	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newList(a *app) *cobra.Command {
	var filters filterFlags
	var output outputFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Show every entry, in catalog order",
		Long:  `List shows the entries of all catalogs, in the order in which their vendors list them.`,
		Example: `errcode list
errcode list --status 4xx --category quota
errcode list --catalog mongodb -o csv > mongodb.csv
errcode list -o json | jq -r '.[].code'`,
		Args:              noQueries,
		ValidArgsFunction: noCandidates,
		RunE:              func(*cobra.Command, []string) error { return a.list(&filters, &output) },
	}
	if a.named("list") {
		filters.define(a, cmd)
		output.define(a, cmd, render.KindMatch)
	}
	return cmd
}

// list writes every entry that the filters keep.
func (a *app) list(filters *filterFlags, output *outputFlags) error {
	set, filter, err := filters.resolve(a)
	if err != nil {
		return err
	}
	r, err := output.renderer(a, render.KindMatch, false)
	if err != nil {
		return err
	}
	found := false
	for m := range set.List(filter) {
		found = true
		if err := r.Record(render.FromMatch(m)); err != nil {
			return err
		}
	}
	if err := r.Close(); err != nil {
		return err
	}
	if !found {
		return notFoundError{"no entry passes " + short(filters.String()) + "; see them all: errcode list"}
	}
	return nil
}

// noQueries refuses arguments, and tells how to list the entries of statuses.
func noQueries(cmd *cobra.Command, args []string) error {
	err := noArguments("list")(cmd, args)
	hint := "to list by status: errcode list"
	for _, arg := range args {
		if _, ok := catalog.ParseStatus(arg); !ok {
			return err
		}
		hint += " --status " + arg
	}
	if err == nil {
		return nil
	}
	return usageError{"list takes no argument " + quoted(args[0]), short(hint)}
}

// noArguments refuses arguments, and tells where words belong.
func noArguments(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 0 {
			return tooMany(command, args)
		}
		return nil
	}
}
