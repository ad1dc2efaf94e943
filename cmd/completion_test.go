package cmd

import (
	"os"
	"path/filepath"
	"testing"
)

// TestCompletionFiles compares completions/ with what errcode completion prints.
func TestCompletionFiles(t *testing.T) {
	for _, s := range CompletionScripts() {
		got := run("", "completion", s.Shell)
		if got.status != 0 || got.stderr != "" {
			t.Fatalf("errcode completion %s: %v", s.Shell, got)
		}
		name := filepath.Join("..", "completions", s.File)
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got.stdout != string(want) {
			t.Errorf("%s is not what errcode completion %s prints; run go generate ./...", name, s.Shell)
		}
	}
}
