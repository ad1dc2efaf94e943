package cmd

// A Topic is a part of the manual that concerns every command.
type Topic struct {
	Name string // as errcode help takes it
	// Heading of the part in a manual page.
	Heading string
	Short   string
	// Items are terms with their meaning, in the order to show them.
	Items []TopicItem
}

// A TopicItem is a term of a topic and what it means, one sentence or more.
type TopicItem struct{ Term, Text string }

// Topics returns the topics that help and the manual share.
func Topics() []Topic {
	return []Topic{exitStatusTopic(), environmentTopic(), filesTopic()}
}

func exitStatusTopic() Topic {
	return Topic{
		Name: "exit-status", Heading: "EXIT STATUS", Short: "What the exit status says",
		Items: []TopicItem{
			{"0", "Every query was found; annotate has passed its input through."},
			{"1", "Something was not found, or explain recognised no error that a catalog holds."},
			{"2", "Wrong usage, or reading or writing failed; standard error says what to do."},
			{"130", "Interrupted by Ctrl-C."},
		},
	}
}

func environmentTopic() Topic {
	return Topic{
		Name: "environment", Heading: "ENVIRONMENT", Short: "Environment variables; an empty one counts as unset",
		Items: []TopicItem{
			{"ERRCODE_OUTPUT", "The format where -o does not give one. It does not concern annotate."},
			{"NO_COLOR", "No colour, unless --color always."},
			{"FORCE_COLOR, CLICOLOR_FORCE", "Colour even where the output is no terminal, unless 0."},
			{"CLICOLOR", "0 means no colour."},
			{"TERM", "dumb or unset means no colour."},
			{"COLUMNS", "The width of tables in cells, 20 or more; --width goes before it."},
			{"LC_ALL, LC_CTYPE, LANG", "The first that is set decides: tables in UTF-8 or ASCII."},
		},
	}
}

func filesTopic() Topic {
	return Topic{
		Name: "files", Heading: "FILES", Short: "Files that errcode uses",
		Items: []TopicItem{
			{"(none)", "The catalogs are inside the program. It reads the files that are named, and writes none."},
		},
	}
}
