package scan

import "strings"

// A search shows lines of files, each behind its place. What it found in logs are
// events, what it found in programs and texts are mentions.

// searchPrefix returns the length of what a search put before a line that it
// found: file and line, or the number alone, "12:" or "12-", below the file's name.
func searchPrefix(s string) int {
	n := leading(s, isDigit)
	if n == 0 {
		return fileAndLine(s)
	}
	if n < 7 && n+1 < len(s) && (s[n] == ':' || s[n] == '-') && !isDigit(s[n+1]) {
		return n + 1
	}
	return 0
}

// isFoundInText reports whether a search found a line in a test or in a manual, by
// the name of the file. A logger that names file and line puts a blank behind them.
func isFoundInText(prefix, line string) bool {
	return prefix != "" && line != "" && line[0] != ' ' &&
		containsAny(prefix, "_test.", ".test.", ".spec.", "/test_", ".md:", ".rst:", ".adoc:", ".html:", ".po:", ".properties:")
}

// fileAndLine returns the length of "src/a.go:12:" at the beginning of a line,
// maybe behind a revision, "v1.2:src/a.go:12:".
func fileAndLine(s string) int {
	at := 0
	for range 2 {
		file, rest, ok := strings.Cut(s[at:min(len(s), at+maxWord)], ":")
		if !ok || !isName(file) {
			return 0
		}
		number, _, ok := strings.Cut(rest, ":")
		if ok && strings.Contains(file, ".") && digits(number) {
			return at + len(file) + 1 + len(number) + 1
		}
		at += len(file) + 1
	}
	return 0
}
