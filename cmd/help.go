package cmd

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// helpWidth is the number of columns that no line of help exceeds.
const helpWidth = 100

func newHelp(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "Show the help of a command or topic",
		Long:  `Help shows the help of a command, or of a topic that concerns every command.`,
		Example: `errcode help lookup
errcode help exit-status`,
		ValidArgsFunction: helpCandidates,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.helpOn(cmd.Root(), args)
		},
	}
}

// helpOn shows the help of the command that words lead to from cmd, or of a
// topic.
func (a *app) helpOn(cmd *cobra.Command, words []string) error {
	if len(words) == 0 {
		cmd.InitDefaultHelpFlag()
		return cmd.Help()
	}
	word, rest := words[0], words[1:]
	for _, sub := range cmd.Commands() {
		if sub.Name() == word {
			return a.helpOn(sub, rest)
		}
	}
	known := helpNames(cmd)
	if len(known) == 0 {
		return tooMuchHelp(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()+" "), word)
	}
	for _, t := range Topics() {
		switch {
		case t.Name != word || !slices.Contains(known, word):
		case len(rest) > 0:
			return tooMuchHelp(word, rest[0])
		default:
			writeTopic(a.out, t)
			return nil
		}
	}
	return usageError{"no help on " + quoted(word), "known: " + strings.Join(known, ", ")}
}

// tooMuchHelp is the wrong usage of a word more than leads to the help on name.
func tooMuchHelp(name, word string) error {
	return usageError{fmt.Sprintf("help on %s takes no argument %s", name, quoted(word)), "all there is: errcode help " + name}
}

// helpNames returns what errcode help takes: below the root, its subcommands only.
func helpNames(cmd *cobra.Command) []string {
	var known []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			known = append(known, c.Name())
		}
	}
	if !cmd.HasParent() {
		for _, t := range Topics() {
			known = append(known, t.Name)
		}
	}
	return known
}

// help writes the help of a command.
func (a *app) help(cmd *cobra.Command, _ []string) {
	w := a.out
	fmt.Fprintf(w, "%s\n\nUsage:\n", cmd.Long)
	for _, line := range usageLines(cmd) {
		fmt.Fprintf(w, "  %s\n", line)
	}
	writeCommands(w, cmd)
	writeExamples(w, cmd)
	if cmd.HasAvailableLocalFlags() {
		fmt.Fprintf(w, "\nFlags:\n%s", cmd.LocalFlags().FlagUsagesWrapped(helpWidth))
	}
	if cmd.HasParent() {
		return
	}
	fmt.Fprint(w, "\nTopics:\n")
	for _, t := range Topics() {
		fmt.Fprintf(w, "  %-12s %s\n", t.Name, t.Short)
	}
	fmt.Fprint(w, "\nExit status:\n")
	writeItems(w, exitStatusTopic().Items)
	fmt.Fprint(w, "\nHelp on a command or topic: errcode help NAME\n")
}

func usageLines(cmd *cobra.Command) []string {
	line := cmd.UseLine()
	if !cmd.HasParent() {
		return []string{line, "errcode COMMAND ..."}
	}
	return []string{line}
}

// shortHelp is what errcode says to a person who gave it nothing.
func (a *app) shortHelp(cmd *cobra.Command) error {
	fmt.Fprintf(a.out, "%s\n", cmd.Long)
	writeExamples(a.out, cmd)
	fmt.Fprint(a.out, "\nCommands and flags: errcode --help\n")
	return nil
}

func writeCommands(w io.Writer, cmd *cobra.Command) {
	if !cmd.HasAvailableSubCommands() {
		return
	}
	fmt.Fprint(w, "\nCommands:\n")
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			fmt.Fprintf(w, "  %-12s %s\n", c.Name(), c.Short)
		}
	}
}

func writeExamples(w io.Writer, cmd *cobra.Command) {
	fmt.Fprint(w, "\nExamples:\n")
	for line := range strings.Lines(cmd.Example) {
		fmt.Fprintf(w, "  %s", line)
	}
	fmt.Fprintln(w)
}

func writeTopic(w io.Writer, t Topic) {
	fmt.Fprintf(w, "%s\n\n", t.Short)
	writeItems(w, t.Items)
}

func writeItems(w io.Writer, items []TopicItem) {
	width := 0
	for _, item := range items {
		width = max(width, len(item.Term))
	}
	for _, item := range items {
		fmt.Fprintf(w, "  %-*s  %s\n", width, item.Term, item.Text)
	}
}
