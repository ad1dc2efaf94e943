package cmd

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"
)

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Show version, commit, date and the embedded catalogs",
		Long: `Version shows which build this is, and the catalogs inside it with their number of entries.
It is the same as errcode --version.`,
		Example: `errcode version
errcode --version | head -1`,
		Args:              noArguments("version"),
		ValidArgsFunction: noCandidates,
		RunE:              func(*cobra.Command, []string) error { return a.version() },
	}
}

// versionFlag is errcode --version, which goes alone as the command does.
func (a *app) versionFlag(cmd *cobra.Command, args []string) error {
	if cmd.Flags().NFlag() > 1 {
		return usageError{"--version takes no other flag", "alone it is enough: errcode --version"}
	}
	if err := noArguments("version")(cmd, args); err != nil {
		return err
	}
	return a.version()
}

func (a *app) version() error {
	set, err := a.catalogs()
	if err != nil {
		return err
	}
	v := a.env.Version()
	fmt.Fprintf(a.out, "errcode %s\ncommit  %s\ndate    %s\n",
		cmp.Or(v.Number, "development"), cmp.Or(v.Commit, "unknown"), cmp.Or(v.Date, "unknown"))
	for _, c := range set.Catalogs() {
		fmt.Fprintf(a.out, "catalog %s, %d entries\n", c.Name, c.Entries)
	}
	return nil
}
