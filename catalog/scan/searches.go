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
	if prefix == "" || line == "" {
		return false
	}
	if indentOf(line) > 1 || line[0] == '\t' {
		return isProgram(prefix)
	}
	return line[0] != ' ' && containsAny(prefix, "_test.", ".test.", ".spec.", "/test_", ".md:", ".rst:", ".adoc:", ".html:", ".po:", ".properties:")
}

// isProgram reports whether the file that a search names is one of source code. Its
// lines have blanks before them, those of a logger that names file and line have one.
func isProgram(prefix string) bool {
	file := prefix[:max(strings.LastIndexByte(strings.TrimRight(prefix, "0123456789:-"), '.'), 0)]
	switch strings.TrimRight(prefix[len(file):], "0123456789:-") {
	case ".go", ".py", ".ts", ".tsx", ".js", ".jsx", ".mjs", ".java", ".kt", ".scala", ".rs", ".rb", ".php", ".cs", ".swift", ".c", ".cc", ".cpp", ".h", ".ex", ".exs", ".lua", ".sh", ".sql", ".tf", ".proto", ".graphql", ".vue":
		return true
	}
	return false
}

// fileAndLine returns the length of "src/a.go:12:" at the beginning of a line,
// maybe behind a revision, "v1.2:src/a.go:12:".
func fileAndLine(s string) int {
	at := len(s) - len(strings.TrimPrefix(s, "./"))
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
