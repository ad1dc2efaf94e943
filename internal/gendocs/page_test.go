package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/errcode/errcode/cmd"
	"github.com/spf13/cobra"
)

var update = flag.Bool("update", false, "rewrite testdata")

// TestPage writes the page of a small command that has one of each thing.
func TestPage(t *testing.T) {
	root := &cobra.Command{Use: "tool", Short: "does things"}
	root.PersistentFlags().BoolP("quiet", "q", false, "print nothing")
	run := func(*cobra.Command, []string) {}
	c := &cobra.Command{
		Use:   "mend [FILE...]",
		Short: "mends what is broken",
		Long: `Mends each FILE, or standard input. It's not a "toy": a well-made \ stays.

Without arguments it does ` + "`tool --help`" + `,
.hidden (-q) or not.`,
		Example: "tool mend ~/a.txt\ntool mend 'b c' | less",
		Run:     run,
	}
	c.Flags().StringP("depth", "d", "2", "how deep to look, `N` levels (→ all)")
	c.Flags().String("secret", "", "for tests")
	if err := c.Flags().MarkHidden("secret"); err != nil {
		t.Fatal(err)
	}
	root.AddCommand(c, &cobra.Command{Use: "break", Short: "breaks it", Run: run})
	c.AddCommand(&cobra.Command{Use: "twice", Short: "mends again", Run: run})

	m := manual{version: "1.2.3", date: "2026-01-02", topics: []cmd.Topic{{
		Heading: "EXIT STATUS",
		Items:   []cmd.TopicItem{{Term: "0", Text: "mended"}, {Term: "1", Text: "beyond repair"}},
	}}}
	pages := m.pages(root)
	if len(pages) != 4 {
		t.Fatalf("got %d pages, want 4", len(pages))
	}
	golden := filepath.Join("testdata", "tool-mend.1")
	got := pages["tool-mend.1"]
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
