package cmd

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// maxCandidates is how many codes a shell is offered at most.
const maxCandidates = 500

// completeTyped is cobra's command __complete for a shell that keeps what is
// typed, as fish does: it is offered the alias, and told where that leads.
const completeTyped = "__completeTyped"

// A completer returns the candidates for a word, with a description after a
// tab, and what the shell may add by itself.
type completer = func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective)

// What the shell may do beyond the candidates.
const (
	nothingElse = cobra.ShellCompDirectiveNoFileComp
	filesToo    = cobra.ShellCompDirectiveDefault
	inOrder     = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
)

// completeFlag registers what completes a flag's value. Nothing is registered
// where no shell asks.
func (a *app) completeFlag(cmd *cobra.Command, flag string, f completer) {
	if !a.completing {
		return
	}
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err) // a flag of that name was not defined, or twice: a slip in the source
	}
}

// plainUsage removes the marks around placeholders, which cobra would offer as
// part of a flag's description.
func plainUsage(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") })
	for _, sub := range cmd.Commands() {
		plainUsage(sub)
	}
}

// noCandidates completes nothing, not even files.
func noCandidates(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, nothingElse
}

// fileCandidates leaves the word to the shell, which knows files best.
func fileCandidates(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, filesToo
}

// fixed completes words out of a fixed list, in its order.
func fixed(list []string) completer {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return beginning(list, typed), inOrder
	}
}

// commaList completes the last of words that are joined by commas, each offered once.
func commaList(known []string) completer {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		chosen := strings.Split(before, ",")
		var offered []string
		for _, word := range beginning(known, typed[len(before):]) {
			if !slices.Contains(chosen, word) {
				offered = append(offered, before+word)
			}
		}
		return offered, inOrder | cobra.ShellCompDirectiveNoSpace
	}
}

// beginning returns the words that begin with what is typed, ignoring case. A
// tab may part a word from its description.
func beginning(list []string, typed string) []string {
	var offered []string
	for _, word := range list {
		if len(word) >= len(typed) && strings.EqualFold(word[:len(typed)], typed) {
			offered = append(offered, word)
		}
	}
	return offered
}

// codeCandidates completes codes: "CODE\tSTATUS  MESSAGE".
func (a *app) codeCandidates(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	set, err := a.catalogs()
	if err != nil {
		return nil, nothingElse
	}
	if chosen, err := cmd.Flags().GetStringArray("catalog"); err == nil && len(chosen) > 0 {
		set, _ = set.Only(chosen...)
	}
	var offered []string
	for c := range set.Complete(typed) {
		if len(offered) == maxCandidates {
			break
		}
		word, description := c.Code, c.Message
		if c.Status != 0 {
			description = fmt.Sprintf("%d  %s", c.Status, c.Message)
		}
		if a.typed {
			if word = continued(typed, c); word != c.Code {
				description = "→ " + c.Code
			}
		}
		offered = append(offered, render.Clean(word)+"\t"+render.Clean(description))
	}
	return offered, inOrder
}

// continued returns a word that means the candidate and goes on where the
// typed one ends: the alias, or the code's other letters after separators of
// the person's own.
func continued(typed string, c catalog.Candidate) string {
	if c.Alias != "" {
		return c.Alias
	}
	begun, whole := letters(typed), letters(c.Code)
	if strings.Contains(strings.ToLower(c.Code), strings.ToLower(typed)) || !strings.HasPrefix(whole, begun) {
		return c.Code
	}
	rest := c.Code
	for len(letters(rest)) > len(whole)-len(begun) {
		rest = rest[1:]
	}
	return typed + rest
}

// letters returns the letters and digits of a code, in lower case.
func letters(code string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, code)
}

// statusCandidates completes HTTP statuses and classes that the catalogs hold.
func (a *app) statusCandidates(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	set, err := a.catalogs()
	if err != nil {
		return nil, nothingElse
	}
	return beginning(statuses(set), typed), inOrder
}

// catalogCandidates completes names of catalogs.
func (a *app) catalogCandidates(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	set, err := a.catalogs()
	if err != nil {
		return nil, nothingElse
	}
	return beginning(catalogNames(set), typed), inOrder
}

// helpCandidates completes commands and topics.
func helpCandidates(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	at := cmd.Root()
	for _, arg := range args {
		sub := slices.IndexFunc(at.Commands(), func(c *cobra.Command) bool { return c.Name() == arg })
		if sub < 0 {
			return nil, nothingElse
		}
		at = at.Commands()[sub]
	}
	return beginning(helpNames(at), typed), inOrder
}
