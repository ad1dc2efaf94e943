package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

// newRoot returns the command tree. Its commands have flags where a.named says so.
func newRoot(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "errcode [QUERY...]",
		Short: "Explain error codes of cloud APIs, offline",
		Long: `Errcode explains the error codes of cloud APIs, offline: what an error means and what to do
next. Give it a code, an HTTP status, a pasted error or words, or pipe a log through it.`,
		Example: `errcode InvalidParameter
errcode 403
errcode "the specified parameter is not valid"
errcode '{"Code":"Forbidden.RAM","Message":"User not authorized"}'
terraform apply 2>&1 | errcode`,
		SilenceErrors:     true, // Run reports them
		SilenceUsage:      true,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.codeCandidates,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	cmd.SetHelpFunc(a.help)
	cmd.SetFlagErrorFunc(flagError)
	cmd.SetHelpCommand(newHelp(a))
	cmd.AddCommand(
		newLookup(a), newSearch(a), newExplain(a), newAnnotate(a), newList(a),
		newCatalog(a), newCompletion(a), newVersion(a),
	)
	if !a.whole && isCommand(cmd, a.first()) {
		return cmd
	}
	var b bare
	b.filters.define(a, cmd)
	b.output.define(a, cmd, render.KindMatch)
	b.search.define(a, cmd)
	version := cmd.Flags().Bool("version", false, "show version, commit, date and the embedded catalogs")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if *version {
			return a.version()
		}
		if err := b.output.check(a, cmd); err != nil {
			return err
		}
		return b.run(a, cmd, args)
	}
	return cmd
}

func isCommand(root *cobra.Command, name string) bool {
	return slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == name })
}

// bare is errcode without a command: what the person most likely means.
type bare struct {
	filters filterFlags
	output  outputFlags
	search  searchFlags
}

func (b *bare) run(a *app, cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		if a.env.StdinTTY {
			return a.shortHelp(cmd)
		}
		return a.annotate(nil, &b.filters, &b.output)
	}
	if err := b.output.settle(a, cmd); err != nil {
		return err
	}
	set, filter, err := b.filters.resolve(a)
	if err != nil {
		return err
	}
	if len(set.Lookup(args[0], filter)) == 0 {
		if name := nearCommand(cmd, args[0]); name != "" {
			return usageError{
				fmt.Sprintf("unknown command %s", quoted(args[0])),
				fmt.Sprintf("did you mean: errcode %s; %s", name, searchHint(args)),
			}
		}
	}
	switch {
	case args[0] == "-" && len(args) == 1, b.lookup(set, filter, args):
		return a.lookup(args, &b.filters, &b.output)
	case len(args) == 1 && b.filters.given() && len(a.set.Lookup(args[0], catalog.Filter{})) > 0:
		return a.noMatch(set, args[0], &b.filters)
	case len(args) == 1 && b.recognised(set, args[0]):
		return b.explain(a, args[0])
	default:
		return a.search(strings.Join(args, " "), &b.search, &b.filters, &b.output)
	}
}

// lookup reports whether arguments are queries for lookup: one that it finds,
// or several that look like codes and statuses, or are all found.
func (b *bare) lookup(set *catalog.Set, filter catalog.Filter, args []string) bool {
	found := func(arg string) bool { return len(set.Lookup(arg, filter)) > 0 }
	if len(args) == 1 {
		return found(args[0])
	}
	every := func(is func(string) bool) bool {
		return !slices.ContainsFunc(args, func(arg string) bool { return !is(arg) })
	}
	return every(looksLikeCode) || every(found)
}

// looksLikeCode reports whether an argument is an HTTP status or written as
// codes are: with a dot or underscore inside, or a capital inside a word that
// is not all capitals.
func looksLikeCode(arg string) bool {
	if _, ok := catalog.ParseStatus(arg); ok {
		return true
	}
	if strings.ContainsAny(arg, " \t\n") || len(arg) < 3 {
		return false
	}
	inner := arg[1 : len(arg)-1]
	isUpper := func(r rune) bool { return 'A' <= r && r <= 'Z' }
	isLower := func(r rune) bool { return 'a' <= r && r <= 'z' }
	return strings.ContainsAny(inner, "._") ||
		strings.ContainsFunc(arg[1:], isUpper) && strings.ContainsFunc(arg, isLower)
}

// recognised reports whether an argument is itself an error, such as a pasted body.
func (b *bare) recognised(set *catalog.Set, text string) bool {
	s := scan.New(set, scan.Options{})
	s.Reset("")
	return len(s.Write([]byte(text)))+len(s.Close()) > 0
}

// explain reports on the errors in an argument.
func (b *bare) explain(a *app, text string) error {
	x, err := newExplainer(a, explainOptions{}, &b.filters, &b.output)
	if err != nil {
		return err
	}
	if err := x.read(input{"argument", stdin{strings.NewReader(text)}}); err != nil {
		return x.stopped(err)
	}
	return x.close()
}

// nearCommand returns the command whose name a word misses by one slip, ""
// for none. Short names are too near to ordinary words.
func nearCommand(root *cobra.Command, word string) string {
	const shortest = 5
	for _, c := range root.Commands() {
		if name := c.Name(); len(name) >= shortest && c.IsAvailableCommand() && oneSlip(word, name) {
			return name
		}
	}
	return ""
}

// oneSlip reports whether a letter dropped, added or replaced, or two
// neighbours swapped, turns a into b.
func oneSlip(a, b string) bool {
	if a == b {
		return false
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a) <= 1 && len(b) <= 1:
		return true
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	default:
		return false
	}
}
