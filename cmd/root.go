package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
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
	if len(a.words) > 0 && isCommand(cmd, a.words[0]) {
		return cmd
	}
	var b bare
	b.filters.define(a, cmd)
	b.output.define(a, cmd, render.KindMatch)
	b.search.define(a, cmd)
	cmd.InitDefaultHelpFlag() // as cobra looks for the command in: errcode -h lookup
	version := cmd.Flags().Bool("version", false, "show version, commit, date and the embedded catalogs")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch {
		case *version:
			return a.versionFlag(cmd, args)
		case len(args) == 0:
			return b.withoutWords(a, cmd)
		default:
			return b.run(a, cmd, args)
		}
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

// withoutWords is a filter, or at a terminal a word of help.
func (b *bare) withoutWords(a *app, cmd *cobra.Command) error {
	changed := cmd.Flags().Changed
	switch {
	case !a.env.StdinTTY:
		return a.annotate(nil, &b.filters, &b.output)
	case changed("limit"), changed("all"):
		return usageError{"nothing to search for", "for example: errcode search backup period " + shellWords(a.words)}
	case b.filters.given(), changed("output"), changed("fields"), changed("template"):
		return usageError{"nothing to look up", "to list entries: errcode list " + shellWords(a.words)}
	case a.quiet:
		return nil
	default:
		return a.shortHelp(cmd)
	}
}

// run chooses the command that words are meant for. Filters have no say in it:
// what they hide is known, and the command says that they hide it.
func (b *bare) run(a *app, cmd *cobra.Command, words []string) error {
	if err := b.search.check(); err != nil {
		return err
	}
	set, err := a.catalogs()
	if err != nil {
		return err
	}
	found := func(word string) bool { return len(set.Lookup(word, catalog.Filter{})) > 0 }
	every := func(is func(string) bool) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !is(word) })
	}
	if name := nearCommand(cmd, words[0]); name != "" && !found(words[0]) {
		return usageError{
			fmt.Sprintf("unknown command %s", quoted(words[0])),
			fmt.Sprintf("did you mean: errcode %s; %s", name, searchHint(words)),
		}
	}
	one := len(words) == 1
	switch {
	case every(found), !one && every(looksLikeCode), one && words[0] == "-":
		return a.lookup(words, &b.filters, &b.output)
	case one && a.recognised(words[0]):
		return b.explain(a, words[0])
	}
	err = a.search(strings.Join(words, " "), &b.search, &b.filters, &b.output)
	if !one {
		a.tellFiles(words)
	}
	return err
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

// explain reports on the errors in an argument.
func (b *bare) explain(a *app, text string) error {
	x, err := newExplainer(a, explainOptions{}, &b.filters, &b.output)
	if err != nil {
		return err
	}
	if err := x.read(input{name: "argument", reader: "explain", ReadCloser: stdin{strings.NewReader(text)}}); err != nil {
		return x.stopped(err)
	}
	return x.close()
}

// nearCommand returns the command whose name a word misses by its case or by
// one slip, "" for none. Short names are too near to ordinary words for a slip.
func nearCommand(root *cobra.Command, word string) string {
	const shortest = 5
	folded := strings.ToLower(word)
	for _, c := range root.Commands() {
		name := c.Name()
		if name != word && name == folded || len(name) >= shortest && c.IsAvailableCommand() && oneSlip(folded, name) {
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
