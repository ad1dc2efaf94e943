package cmd

import (
	"fmt"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newCatalog(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "catalog COMMAND",
		Short: "Show which catalogs there are",
		Long:  `Catalog shows the catalogs that answer: named collections of entries from a vendor's table.`,
		Example: `errcode catalog list
errcode catalog show mongodb`,
		ValidArgsFunction: noCandidates,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return cmd.Help()
			case args[0] == "help":
				return a.helpOn(cmd, args[1:])
			}
			return usageError{
				"catalog has no subcommand " + quoted(args[0]),
				"known: " + strings.Join(helpNames(cmd), ", ") + "; " + searchHint(append([]string{"catalog"}, args...)),
			}
		},
	}
	if a.named("catalog") {
		cmd.AddCommand(newCatalogList(a), newCatalogShow(a))
	}
	return cmd
}

func newCatalogList(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Show the catalogs in use, in the order in which they answer",
		Long:  `List shows the catalogs in use, in the order in which their entries answer.`,
		Example: `errcode catalog list
errcode catalog list -o json | jq -r '.[].name'`,
		Args:              noArguments("catalog list"),
		ValidArgsFunction: noCandidates,
	}
	var output outputFlags
	output.define(a, cmd, render.KindCatalog)
	cmd.RunE = func(*cobra.Command, []string) error {
		set, r, err := a.catalogRenderer(&output, false)
		if err != nil {
			return err
		}
		for _, info := range set.Catalogs() {
			if err := r.Record(catalogRecord(info)); err != nil {
				return err
			}
		}
		return r.Close()
	}
	return cmd
}

func newCatalogShow(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "show NAME",
		Short: "Show where a catalog comes from and what it holds",
		Long: `Show describes one catalog: where its table comes from, the date of that source, and how many
entries and codes it has.`,
		Example: `errcode catalog show mongodb
errcode catalog show mongodb -o json`,
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, nothingElse
			}
			return a.catalogCandidates(cmd, args, typed)
		},
	}
	var output outputFlags
	output.define(a, cmd, render.KindCatalog)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		set, r, err := a.catalogRenderer(&output, true)
		switch {
		case err != nil:
			return err
		case len(args) == 0:
			return usageError{"catalog show needs a name", "known: " + strings.Join(catalogNames(set), ", ")}
		case len(args) > 1:
			return usageError{"catalog show takes one name", fmt.Sprintf("for example: errcode catalog show %s", short(shellWord(args[0])))}
		}
		for _, info := range set.Catalogs() {
			if info.Name != args[0] {
				continue
			}
			if err := r.Record(catalogRecord(info)); err != nil {
				return err
			}
			return r.Close()
		}
		return notFoundError{"no catalog " + quoted(args[0]) + "; known: " + strings.Join(catalogNames(set), ", ")}
	}
	return cmd
}

// catalogRenderer prepares a command whose records are catalogs.
func (a *app) catalogRenderer(output *outputFlags, single bool) (*catalog.Set, render.Renderer, error) {
	set, err := a.catalogs()
	if err != nil {
		return nil, nil, err
	}
	r, err := output.renderer(a, render.KindCatalog, single)
	return set, r, err
}

// catalogRecord describes an embedded catalog; it lies in no file.
func catalogRecord(info catalog.Info) render.Record {
	return render.FromCatalog(info, "embedded", "")
}
