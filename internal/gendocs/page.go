package main

import (
	"maps"
	"strings"
	"unicode"

	"github.com/errcode/errcode/cmd"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A manual is what all pages have in common.
type manual struct {
	version, date string // of the newest release
	topics        []cmd.Topic
}

// pages returns the manual page of a command and of each below it, by file name.
func (m manual) pages(c *cobra.Command) map[string]string {
	all := map[string]string{pageName(c) + ".1": m.page(c)}
	for _, sub := range commands(c) {
		maps.Copy(all, m.pages(sub))
	}
	return all
}

// commands returns the subcommands that users see.
func commands(c *cobra.Command) []*cobra.Command {
	var all []*cobra.Command
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			all = append(all, sub)
		}
	}
	return all
}

// pageName is the command's path, joined as man(1) wants it.
func pageName(c *cobra.Command) string {
	return strings.ReplaceAll(c.CommandPath(), " ", "-")
}

func (m manual) page(c *cobra.Command) string {
	c.InitDefaultHelpFlag()
	var r roff
	m.begin(&r, pageName(c), "1", strings.TrimSuffix(c.Short, "."))
	r.macro("SH", "SYNOPSIS")
	r.line(synopsis(c))
	r.macro("SH", "DESCRIPTION")
	r.text(c.Long)
	if subs := commands(c); len(subs) > 0 {
		r.macro("SH", "COMMANDS")
		for _, sub := range subs {
			r.item(reference(sub), sub.Short)
		}
	}
	r.macro("SH", "OPTIONS")
	options(&r, c.LocalFlags())
	options(&r, c.InheritedFlags())
	for _, t := range m.topics {
		r.macro("SH", t.Heading)
		for _, i := range t.Items {
			r.item(bold(i.Term), i.Text)
		}
	}
	r.macro("SH", "EXAMPLES")
	r.verbatim(c.Example)
	r.macro("SH", "SEE ALSO")
	seeAlso(&r, c)
	return r.String()
}

// begin writes what every page begins with: its title, and its name with what
// that is.
func (m manual) begin(r *roff, name, section, what string) {
	r.macro("TH", literal(strings.ToUpper(name)), section, m.date, "errcode "+m.version, "errcode manual")
	r.macro("SH", "NAME")
	r.line(literal(name) + ` \- ` + prose(what))
}

// synopsis is the usage line: the command bold, what the user fills in slanted.
func synopsis(c *cobra.Command) string {
	rest := strings.TrimPrefix(c.UseLine(), c.CommandPath())
	var out strings.Builder
	out.WriteString(bold(c.CommandPath()))
	for word := range strings.FieldsSeq(rest) {
		name := strings.IndexFunc(word, unicode.IsUpper)
		if name < 0 {
			out.WriteString(" " + literal(word))
			continue
		}
		end := name
		for end < len(word) && unicode.IsUpper(rune(word[end])) {
			end++
		}
		out.WriteString(" " + literal(word[:name]) + slanted(word[name:end]) + literal(word[end:]))
	}
	return out.String()
}

// options lists flags in the order in which help shows them.
func options(r *roff, flags *pflag.FlagSet) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Deprecated != "" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		term := bold("--" + f.Name)
		if f.Shorthand != "" {
			term = bold("-"+f.Shorthand) + ", " + term
		}
		if value != "" {
			term += " " + slanted(value)
		}
		r.item(term, usage)
	})
}

// seeAlso names the pages above, beside and below, and beside what concerns
// catalogs the page on their format.
func seeAlso(r *roff, c *cobra.Command) {
	var others []*cobra.Command
	for up := c.Parent(); up != nil; up = up.Parent() {
		others = append(others, up)
	}
	if c.HasParent() {
		for _, beside := range commands(c.Parent()) {
			if beside != c {
				others = append(others, beside)
			}
		}
	}
	others = append(others, commands(c)...)
	var pages []string
	for _, other := range others {
		pages = append(pages, reference(other))
	}
	if !c.HasParent() || pageName(c) == formatPage {
		pages = append(pages, bold(formatPage)+"(5)")
	}
	for i, page := range pages {
		if i < len(pages)-1 {
			page += ","
		}
		r.line(page)
	}
}

// reference names another command's page.
func reference(c *cobra.Command) string {
	return bold(pageName(c)) + "(1)"
}
