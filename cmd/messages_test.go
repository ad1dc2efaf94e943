package cmd

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestShort(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"InvalidParameter", "InvalidParameter"},
		{"a\x1b[31mb", "a [31mb"},
		{strings.Repeat("a", 80), strings.Repeat("a", 80)},
		{strings.Repeat("a", 81), strings.Repeat("a", 80) + "..."},
		{strings.Repeat("错", 80), strings.Repeat("错", 80)},
		{strings.Repeat("错", 1<<20), strings.Repeat("错", 80) + "..."},
	} {
		if got := short(tt.in); got != tt.want {
			t.Errorf("short(%.20q...) = %q, want %q", tt.in, got, tt.want)
		}
	}
	if got := short(strings.Repeat("\xf0", 1000)); !utf8.ValidString(got) {
		t.Errorf("%q is no UTF-8", got)
	}
}

func TestShellWords(t *testing.T) {
	for _, tt := range []struct {
		in   []string
		want string
	}{
		{[]string{"plain", "a.b_c-d/e:f=g"}, "plain a.b_c-d/e:f=g"},
		{[]string{"two words"}, "'two words'"},
		{[]string{"it's"}, `'it'\''s'`},
		{[]string{""}, "''"},
		{[]string{"$HOME", "a*", "余额不足"}, "'$HOME' 'a*' 余额不足"},
	} {
		if got := shellWords(tt.in); got != tt.want {
			t.Errorf("shellWords(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestAnyOf(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"A", "A"}, {"A B", "A or B"}, {"A B C", "A, B or C"},
	} {
		if got := anyOf(strings.Fields(tt.in)); got != tt.want {
			t.Errorf("anyOf(%s) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
