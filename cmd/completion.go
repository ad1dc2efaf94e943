package cmd

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// Our own scripts around cobra's __complete command: those of cobra filter the
// candidates once more, and lose the codes that folding and aliases lead to.
var (
	//go:embed completion/errcode.bash
	bashCompletion string
	//go:embed completion/_errcode
	zshCompletion string
	//go:embed completion/errcode.fish
	fishCompletion string
	//go:embed completion/errcode.ps1
	powershellCompletion string
)

// A CompletionScript teaches a shell to complete errcode's command line.
type CompletionScript struct {
	Shell string
	File  string // the name that the shell looks for
	Text  string
}

// CompletionScripts returns the scripts of all shells.
func CompletionScripts() []CompletionScript {
	return []CompletionScript{
		{"bash", "errcode.bash", bashCompletion},
		{"zsh", "_errcode", zshCompletion},
		{"fish", "errcode.fish", fishCompletion},
		{"powershell", "errcode.ps1", powershellCompletion},
	}
}

func newCompletion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print the completion script of a shell",
		Long: `Completion prints the script that makes a shell complete codes, commands, flags and their
values: for bash, zsh, fish or powershell.`,
		Example: `source <(errcode completion bash)
errcode completion bash > ~/.local/share/bash-completion/completions/errcode
errcode completion zsh > "${fpath[1]}/_errcode"
errcode completion fish > ~/.config/fish/completions/errcode.fish
errcode completion powershell | Out-String | Invoke-Expression`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, nothingElse
			}
			return beginning(shells(), typed), inOrder
		},
		RunE: func(_ *cobra.Command, args []string) error {
			known := "known: " + strings.Join(shells(), ", ")
			switch {
			case len(args) == 0:
				return usageError{"completion needs the name of a shell", known}
			case len(args) > 1:
				return tooMany("completion "+args[0], args[1:])
			}
			scripts := CompletionScripts()
			i := slices.Index(shells(), args[0])
			if i < 0 {
				return usageError{"no completion for the shell " + quoted(args[0]), known}
			}
			_, err := a.out.WriteString(scripts[i].Text)
			return err
		},
	}
}

func shells() []string {
	var names []string
	for _, s := range CompletionScripts() {
		names = append(names, s.Shell)
	}
	return names
}
