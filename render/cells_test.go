package render

import (
	"slices"
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string // lines between bars
	}{
		{"", 10, ""},
		{"   ", 10, ""},
		{"one", 10, "one"},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"one  two", 8, "one  two"},
		{"one   two", 7, "one|two"},
		{" lead and trail ", 8, "lead and|trail"},
		{"abcdefgh", 3, "abc|def|gh"},
		{"a bcdefgh i", 3, "a|bcd|efg|h i"},
		{"abc ", 3, "abc"},
		{"abc d", 3, "abc|d"},
		{"温度曲线", 4, "温度|曲线"},
		{"温度曲线", 5, "温度|曲线"},
		{"温度，曲线", 4, "温|度，|曲线"},
		{"（温度）", 4, "（温|度）"},
		{"用kiln烧", 5, "用|kiln|烧"},
		{"用kiln烧", 6, "用kiln|烧"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
		{"👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧|👩‍👩‍👧"},
		{"温", 1, "温"},
	} {
		if got := strings.Join(wrap(c.text, c.width, c.width), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// TestWrapWhole has words longer than a line, which may stand alone beyond it.
func TestWrapWhole(t *testing.T) {
	for _, c := range []struct {
		text           string
		width, longest int
		want           string // lines between bars
	}{
		{"from 01:12:44Z to 02:42:44Z", 6, 9, "from|01:12:44Z|to|02:42:44Z"},
		{"from 01:12:44Z to 02:42:44Z", 6, 8, "from|01:12:|44Z to|02:42:|44Z"},
		{"/var/lib/pots", 4, 13, "/var/lib/pots"},
		{"/var/lib/pots", 4, 12, "/var|/lib|/pot|s"},
		{"  /var/lib/pots  and", 4, 13, "/var/lib/pots|and"},
		{"abcdef ghijkl", 3, 6, "abcdef|ghijkl"},
		{"温kiln烧", 2, 4, "温|kiln|烧"},
		{"kiln，烧", 2, 6, "kiln，|烧"},
	} {
		if got := strings.Join(wrap(c.text, c.width, c.longest), "|"); got != c.want {
			t.Errorf("wrap(%q, %d, %d) = %q, want %q", c.text, c.width, c.longest, got, c.want)
		}
	}
}

func TestWrapWords(t *testing.T) {
	words := commas([]string{"Dry", "KilnBusy", "InvalidGlaze.NotFound", "X"})
	want := []string{"Dry, KilnBusy,", "InvalidGlaze.NotFound,", "X"}
	if got := wrapWords(words, 14); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestCells(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "abc": 3, "温度": 4, "e\u0301": 1, "naïve": 5, "👩‍👩‍👧": 2, "🇩🇪": 2, "→": 1, "ﾊﾝ": 2, "Ｗ": 2, "\u200b": 0,
	} {
		if got := cells(text); got != want {
			t.Errorf("cells(%q) = %d, want %d", text, got, want)
		}
	}
}

// FuzzWrap: no line is too wide but a word that may be, no character is lost or
// split, and only blanks go where a line ends.
func FuzzWrap(f *testing.F) {
	f.Add("one two  three", uint8(4), uint8(0))
	f.Add("用 kiln 烧（温度）e\u0301👩‍👩‍👧🇩🇪", uint8(3), uint8(2))
	f.Add(" \u0301 x\u0301", uint8(2), uint8(1))
	f.Fuzz(func(t *testing.T, text string, size, more uint8) {
		text, width := Clean(text), max(int(size), 2)
		longest := width + int(more)
		lines := wrap(text, width, longest)
		for _, line := range lines {
			if cells(line) > width && wholeWord(line, longest) != len(line) {
				t.Errorf("%d cells in a line of %d: %q", cells(line), width, line)
			}
		}
		bare := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := bare(strings.Join(lines, "")), bare(text); got != want {
			t.Errorf("%q has become %q", want, got)
		}
	})
}

func TestPlan(t *testing.T) {
	prose := func(least, want int) column { return column{least: least, want: want, prose: true} }
	word := func(width int) column { return column{least: width, want: width} }
	for _, c := range []struct {
		name    string
		columns []column
		page    int
		want    []int // nil: no table
	}{
		{"all fits", []column{word(10), prose(24, 30)}, 80, []int{10, 30}},
		{"prose takes the rest", []column{word(10), prose(24, 100)}, 80, []int{10, 68}},
		{"prose shares", []column{prose(24, 100), prose(24, 100)}, 80, []int{39, 39}},
		{"the modest leave more", []column{prose(20, 30), prose(24, 100)}, 80, []int{30, 48}},
		{"an odd cell", []column{prose(24, 100), prose(24, 100)}, 81, []int{40, 39}},
		{"exactly", []column{word(34), prose(24, 24)}, 60, []int{34, 24}},
		{"one too many", []column{word(35), prose(24, 24)}, 60, nil},
		{"narrow page", []column{word(1)}, 59, nil},
	} {
		ok := plan(c.columns, c.page)
		var got []int
		for _, column := range c.columns {
			got = append(got, column.width)
		}
		if ok != (c.want != nil) || ok && !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, %v, want %v", c.name, got, ok, c.want)
		}
	}
}
