package catalog_test

import (
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
)

// TestMeaning fails where a word joins a vocabulary and nobody says what it
// means.
func TestMeaning(t *testing.T) {
	meanings := map[string]string{}
	for _, w := range catalog.Categories() {
		meanings["category "+string(w)] = w.Meaning()
	}
	for _, w := range catalog.Retries() {
		meanings["retry "+string(w)] = w.Meaning()
	}
	for _, w := range catalog.Faults() {
		meanings["fault "+string(w)] = w.Meaning()
	}
	for word, meaning := range meanings {
		if meaning == "" || strings.HasSuffix(meaning, ".") || strings.Contains(meaning, "\n") {
			t.Errorf("%s means %q, want a line without a full stop", word, meaning)
		}
	}
	none := catalog.Category("x").Meaning() + catalog.Retry("x").Meaning() + catalog.Fault("x").Meaning()
	if none != "" {
		t.Errorf("words that are none mean %q", none)
	}
}
