package render_test

import (
	"testing"

	"github.com/errcode/errcode/render"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                            "",
		"InvalidGlaze.NotFound":       "InvalidGlaze.NotFound",
		"two  blanks stay ":           "two  blanks stay ",
		"tab\tline\r\nend":            "tab line end",
		"a \n b":                      "a   b",
		"\x00\x07\x7f":                " ",
		"\x1b]0;title\a\x1b[2Jred":    " ]0;title [2Jred",
		"C1 \u009b31m \u0085":         "C1  31m  ",
		"C1 as a byte \x9b31m":        "C1 as a byte \uFFFD31m",
		"bidi \u202Eabc\u202C \u200F": "bidi  abc   ",
		"\u061C\u2066\u2069":          " ",
		"lines\u2028and\u2029ends":    "lines and ends",
		"bad \xff\xc3( utf":           "bad \uFFFD\uFFFD( utf",
		"温度 naïve 👩‍👧 \u200b":         "温度 naïve 👩‍👧 \u200b",
	} {
		if got := render.Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestCleanOfCleanText must cost nothing: it is what nearly every text is.
func TestCleanOfCleanText(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { render.Clean("The glaze is not found.") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
