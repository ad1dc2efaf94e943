package scan

import "strings"

// Names with values that are no fields of an error: options, tags, arguments, the
// labels of metrics.

// isTag reports whether a label stands where no error has a field: an option of
// a command, "--code=X", a tag of StatsD, "|#code:X", one of a line protocol,
// "errors,code=X,region=y count=4", or an argument with its name, Quota(code = "X"):
// what prints a value sets no blanks there.
func isTag(s string, l foundLabel) bool {
	if l.at == 0 {
		return false
	}
	begin := l.at
	for begin > 0 && l.at-begin < maxWord && strings.IndexByte(" \n\"", s[begin-1]) < 0 {
		begin--
	}
	before := s[begin:l.at]
	if strings.Contains(before, "|#") || strings.HasSuffix(before, ".") && strings.Contains(before, "@") || isPut(lineOf(s, l.at)) {
		return true
	}
	switch s[l.at-1] {
	case '-', '#':
		return true
	case '(':
		named := strings.HasSuffix(s[:l.value], " =") && strings.HasPrefix(s[l.value:], ` "`) || strings.HasPrefix(s[l.value-1:], `: "`)
		return len(before) > 1 && isWord(s[l.at-2]) && named
	case '{':
		return len(before) > 1 && strings.HasPrefix(s[l.value-1:], `="`) // of Prometheus
	case ',':
		first, rest, _ := strings.Cut(s[begin:min(len(s), l.at+maxWord)], " ")
		name, _, _ := strings.Cut(first, "=")
		return l.assign && strings.Contains(name, ",") && strings.Contains(firstWord(rest), "=")
	}
	return false
}

// isPut reports whether a line sends a value to a store of metrics, "put NAME TIME
// VALUE tag=...".
func isPut(line string) bool {
	words := strings.Fields(line[:min(len(line), maxWord)])
	return len(words) > 3 && words[0] == "put" && digits(words[2])
}

// metric returns the labels of a metric where the brace at i opens them, else
// nil: they name codes, and nothing failed.
func metric(s string, i int) *region {
	if i == 0 || !isWord(s[i-1]) && s[i-1] != '_' {
		return nil
	}
	j := i + 1
	for j < len(s) && (isWord(s[j]) || s[j] == '_') {
		j++
	}
	if j == i+1 || !strings.HasPrefix(s[j:], `="`) {
		return nil
	}
	end := strings.IndexByte(s[i:], '}')
	if end < 0 {
		end = len(s) - i - 1
	}
	return &region{at: i, end: i + end + 1}
}
