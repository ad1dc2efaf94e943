package cmd

import (
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

func TestOneSlip(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"lokup", "lookup", true},
		{"loookup", "lookup", true},
		{"lookip", "lookup", true},
		{"lokoup", "lookup", true},
		{"olokup", "lookup", true},
		{"lookpu", "lookup", true},
		{"ookup", "lookup", true},
		{"lookups", "lookup", true},
		{"lookup", "lookup", false},
		{"lokpu", "lookup", false},
		{"pukool", "lookup", false},
		{"", "a", true},
		{"", "ab", false},
	} {
		if got := oneSlip(tt.a, tt.b); got != tt.want {
			t.Errorf("oneSlip(%q, %q) = %v", tt.a, tt.b, got)
		}
		if got := oneSlip(tt.b, tt.a); got != tt.want {
			t.Errorf("oneSlip(%q, %q) = %v", tt.b, tt.a, got)
		}
	}
}

func TestLooksLikeCode(t *testing.T) {
	for _, tt := range []struct {
		arg  string
		want bool
	}{
		{"InvalidParameter", true},
		{"Forbidden.RAM", true},
		{"forbidden.ram", true},
		{"FORBIDDEN_RISK_CONTROL", true},
		{"403", true},
		{"4xx", true},
		{"600", false},
		{"backup", false},
		{"Backup", false},
		{"RAM", false},
		{"end.", false},
		{".hidden", false},
		{"not Found", false},
		{"余额不足", false},
		{"", false},
	} {
		if got := looksLikeCode(tt.arg); got != tt.want {
			t.Errorf("looksLikeCode(%q) = %v", tt.arg, got)
		}
	}
}

// TestHelp holds what every command's help promises.
func TestHelp(t *testing.T) {
	walk(Tree(), func(c *cobra.Command) {
		args := strings.Fields(c.CommandPath() + " --help")[1:]
		got := run("", args...)
		if got.status != 0 || got.stderr != "" {
			t.Errorf("errcode %v: %v", args, got)
		}
		if !strings.Contains(got.stdout, "\nExamples:\n") {
			t.Errorf("errcode %v has no examples", args)
		}
		testWidth(t, args, got.stdout)
		if strings.Contains(got.stdout, "`") {
			t.Errorf("errcode %v shows a mark: %s", args, got.stdout)
		}
	})
	for _, topic := range Topics() {
		if got := run("", "help", topic.Name); got.status != 0 || !strings.Contains(got.stdout, topic.Items[0].Text) {
			t.Errorf("errcode help %s: %v", topic.Name, got)
		} else {
			testWidth(t, []string{"help", topic.Name}, got.stdout)
		}
	}
}

// testWidth wants no line of a page of help wider than it may be.
func testWidth(t *testing.T, args []string, page string) {
	t.Helper()
	for line := range strings.Lines(page) {
		if len(strings.TrimSuffix(line, "\n")) > helpWidth {
			t.Errorf("errcode %v: a line is too long: %s", args, line)
		}
	}
}

// TestFlagsWhereNamed compares the flags of a command that the arguments name
// with those of the whole tree, which documents are made from.
func TestFlagsWhereNamed(t *testing.T) {
	walk(Tree(), func(whole *cobra.Command) {
		path := strings.Fields(whole.CommandPath())[1:]
		env, _, _ := testEnv("", nil)
		named, _, err := newRoot(newApp(env, path)).Find(path)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := named.Flags().FlagUsages(), whole.Flags().FlagUsages(); got != want {
			t.Errorf("errcode %v has the flags\n%swant\n%s", path, got, want)
		}
	})
}

func walk(c *cobra.Command, visit func(*cobra.Command)) {
	visit(c)
	for _, sub := range c.Commands() {
		walk(sub, visit)
	}
}
