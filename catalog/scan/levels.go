package scan

import "strings"

// level returns the length of a log level at the beginning of s, with the
// blanks behind it.
func level(s string) int {
	open := 0
	if s[0] == '[' || s[0] == '(' {
		open = 1
	}
	n := open + leading(s[open:], isLetter)
	if !isLevel(s[open:n]) {
		return 0
	}
	if open == 1 {
		if n >= len(s) || s[n] != ']' && s[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(s) && s[n] == ':' {
		n++
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	for n < len(s) && (s[n] == ' ' || s[n] == '\t') {
		n++
	}
	return n
}

// pythonHead returns the length of "ERROR:name.of.logger:", which Python's
// logging writes if nothing else is set.
func pythonHead(s string) int {
	if s == "" || !upperLevel(s) || s[0] == '[' {
		return 0
	}
	level, rest, ok := strings.Cut(s[:min(len(s), maxWord)], ":")
	if !ok || !isLevel(level) || level != strings.ToUpper(level) {
		return 0
	}
	name, _, ok := strings.Cut(rest, ":")
	if !ok || !isName(name) || classify(name) != labelNone || looksLikeCode(name) && strings.ToLower(name) != name {
		return 0
	}
	return len(level) + 1 + len(name) + 1
}

// upperLevel reports whether a level stands in brackets or in capitals: where no
// time is before it, "error" is any word.
func upperLevel(s string) bool {
	return s[0] == '[' || 'A' <= s[0] && s[0] <= 'Z' && len(s) > 1 && 'A' <= s[1] && s[1] <= 'Z'
}

// opensSentence reports whether the level that a text begins with is the first
// word of what a program says: "Error while creating", "error in handler".
func opensSentence(s string) bool {
	word := firstWord(s)
	if word == strings.ToUpper(word) || len(word) == len(s) || s[len(word)] != ' ' {
		return false
	}
	switch firstWord(s[len(word)+1:]) {
	case "while", "when", "for", "in", "on", "at", "of", "to", "from", "with", "during", "by", "after", "before", "as":
		return true
	}
	return false
}

// isLevel reports whether a word is the level of a logger.
func isLevel(word string) bool {
	var upper [len("CRITICAL")]byte
	if len(word) > len(upper) {
		return false
	}
	for i := range len(word) {
		upper[i] = word[i]
		if 'a' <= word[i] && word[i] <= 'z' {
			upper[i] &^= 0x20
		}
	}
	switch string(upper[:len(word)]) {
	case "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "ERR", "FATAL", "CRITICAL", "CRIT", "SEVERE", "PANIC", "ALERT", "EMERG":
		return true
	}
	return false
}
