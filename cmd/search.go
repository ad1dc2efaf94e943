package cmd

import (
	"fmt"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

func newSearch(a *app) *cobra.Command {
	var filters filterFlags
	var output outputFlags
	var search searchFlags
	cmd := &cobra.Command{
		Use:   "search TEXT...",
		Short: "Find entries by message, description or half-remembered code",
		Long: `Search ranks entries by how much of the text they explain, the best first. All words are one
query: part of a message, a code as you remember it, or what happened in your own words.
Weak guesses are not shown.`,
		Example: `errcode search the specified parameter is not valid
errcode search backup period --limit 0
errcode search IncorectDBInstanceSate
errcode search quota --category quota -o jsonl`,
		Args:              atLeastOne("search", "words to look for", "errcode search backup period"),
		ValidArgsFunction: noCandidates,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := search.check(); err != nil {
				return err
			}
			return a.search(strings.Join(args, " "), &search, &filters, &output)
		},
	}
	if a.named("search") {
		filters.define(a, cmd)
		output.define(a, cmd, render.KindMatch)
		search.define(a, cmd)
	}
	return cmd
}

// searchFlags are what search alone takes, and bare errcode from it.
type searchFlags struct {
	limit int
	all   bool
}

func (s *searchFlags) define(a *app, cmd *cobra.Command) {
	cmd.Flags().IntVar(&s.limit, "limit", 5, "show the best `N`, 0 for all")
	cmd.Flags().BoolVar(&s.all, "all", false, "show weak guesses too")
	a.completeFlag(cmd, "limit", fixed(nil))
}

func (s *searchFlags) check() error {
	if s.limit < 0 {
		return usageError{fmt.Sprintf("--limit %d is negative", s.limit), "0 shows all"}
	}
	return nil
}

// search writes what fits a text, and says how much more there is.
func (a *app) search(text string, search *searchFlags, filters *filterFlags, output *outputFlags) error {
	set, filter, err := filters.resolve(a)
	if err != nil {
		return err
	}
	r, err := output.renderer(a, render.KindMatch, false)
	if err != nil {
		return err
	}
	matches := set.Answers(text, filter)
	if search.all {
		matches = set.Search(text, filter)
	}
	var highlight func(catalog.Entry) catalog.Highlight // only tables show it
	if output.format == "table" {
		highlight = set.Highlighter(text)
	}
	found := 0
	for m := range matches {
		found++
		if search.limit > 0 && found > search.limit {
			continue
		}
		record := render.FromMatch(m)
		if highlight != nil {
			record = record.Marked(highlight(m.Entry))
		}
		if err := r.Record(record); err != nil {
			return err
		}
	}
	if err := r.Close(); err != nil {
		return err
	}
	switch {
	case found == 0:
		return a.nothingFits(set, text, filter, filters)
	case search.limit > 0 && found > search.limit:
		a.say(fmt.Sprintf("%d of %d shown; for all: --limit 0", search.limit, found))
	}
	return nil
}

// nothingFits says that a search found nothing, or only weak guesses.
func (a *app) nothingFits(set *catalog.Set, text string, filter catalog.Filter, filters *filterFlags) error {
	message := "nothing fits " + quoted(text)
	if filters.given() && a.found(text) {
		return notFoundError{message + " with " + short(filters.String()) + "; without that filter something does"}
	}
	if near := set.Suggest(text, 3); len(near) > 0 && !strings.Contains(text, " ") {
		message += "; did you mean " + anyOf(near) + "?"
	}
	for range set.Search(text, filter) {
		message += "; for weak guesses: --all"
		break
	}
	if a.namesFile(text) {
		message += "; to read the file of this name: errcode explain " + short(fileWord(text))
	}
	return notFoundError{message}
}

// found reports whether a search without filters shows anything.
func (a *app) found(text string) bool {
	for range a.set.Answers(text, catalog.Filter{}) {
		return true
	}
	return false
}
