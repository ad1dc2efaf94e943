package cmd

import (
	"cmp"
	"strconv"
	"strings"
)

// minWidth is the narrowest page in cells; narrower terminals get it too.
const minWidth = 20

// colour decides whether to colour a stream: the flag, then the environment's
// conventions, then whether the stream is a terminal.
func (e Env) colour(choice string, terminal bool) bool {
	forced := func(name string) bool {
		value := e.get(name)
		return value != "" && value != "0"
	}
	switch {
	case choice == "always":
		return true
	case choice == "never", e.get("NO_COLOR") != "":
		return false
	case forced("FORCE_COLOR"), forced("CLICOLOR_FORCE"):
		return true
	case e.get("CLICOLOR") == "0", e.get("TERM") == "", e.get("TERM") == "dumb":
		return false
	default:
		return terminal
	}
}

// utf8 reports whether the locale's character set is UTF-8.
func (e Env) utf8() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := e.get(name); value != "" {
			charset := value[strings.LastIndexByte(value, '.')+1:] // macOS may say UTF-8 alone
			charset, _, _ = strings.Cut(charset, "@")              // a modifier, as in de_DE.UTF-8@euro
			return strings.EqualFold(charset, "UTF-8") || strings.EqualFold(charset, "UTF8")
		}
	}
	return false
}

// pageWidth returns the width of tables in cells: the flag's where it is not
// 0, then COLUMNS, then the terminal's, then 80.
func (e Env) pageWidth(flag int) int {
	if flag != 0 {
		return flag
	}
	if columns, err := strconv.Atoi(e.get("COLUMNS")); err == nil && columns >= minWidth {
		return columns
	}
	if width := e.Width(); width > 0 {
		return max(width, minWidth)
	}
	return 80
}

// noteWidth returns the width of notes in cells: the flag's where it is not 0,
// else at most maxNote and no more than the terminal has that they go to.
func (e Env) noteWidth(flag int, terminal bool, width func() int) int {
	if flag != 0 || !terminal {
		return cmp.Or(flag, maxNote)
	}
	if columns, err := strconv.Atoi(e.get("COLUMNS")); err == nil && columns >= minWidth {
		return min(columns, maxNote)
	}
	if cells := width(); cells > 0 {
		return min(max(cells, minWidth), maxNote)
	}
	return maxNote
}

// get reads an environment variable; an empty one counts as unset.
func (e Env) get(name string) string {
	value, _ := e.LookupEnv(name)
	return value
}
