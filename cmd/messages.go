package cmd

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/render"
)

// maxQuoted is the number of characters after which an argument is cut where a
// message repeats it.
const maxQuoted = 80

// quoted repeats an argument in a message, safe to print and short.
func quoted(argument string) string { return `"` + short(argument) + `"` }

func short(text string) string {
	// Cleaning a megabyte to show its beginning is too much; a character has
	// at most four bytes.
	head := render.Clean(text[:min(len(text), 4*maxQuoted)])
	if utf8.RuneCountInString(head) <= maxQuoted && len(text) <= 4*maxQuoted {
		return head
	}
	runes := []rune(head)
	return string(runes[:min(len(runes), maxQuoted)]) + "..."
}

// shellWords joins arguments so that a shell would read them as they were.
func shellWords(arguments []string) string {
	words := make([]string, len(arguments))
	for i, argument := range arguments {
		words[i] = shellWord(argument)
	}
	return short(strings.Join(words, " "))
}

func shellWord(argument string) string {
	plain := argument != "" && strings.IndexFunc(argument, func(r rune) bool {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r >= utf8.RuneSelf:
			return false
		}
		return !strings.ContainsRune("-_./:=@%+,", r)
	}) < 0
	if plain {
		return argument
	}
	return "'" + strings.ReplaceAll(argument, "'", `'\''`) + "'"
}

// tooMany is the wrong usage of a command that takes no arguments, or not these.
func tooMany(command string, arguments []string) error {
	return usageError{
		fmt.Sprintf("%s takes no argument %s", command, quoted(arguments[0])),
		searchHint(append(strings.Fields(command), arguments...)),
	}
}

func searchHint(words []string) string {
	return "to search for these words: errcode search " + shellWords(words)
}

// noMatch says that nothing matches a query: that only the filters hide it,
// what is near or begins so, or that it is the name of a file.
func (a *app) noMatch(set *catalog.Set, query string, filters *filterFlags) error {
	message := "no code matches " + quoted(query)
	if filters.given() && len(a.set.Lookup(query, catalog.Filter{})) > 0 {
		return notFoundError{message + " with " + short(filters.String()) +
			"; without that filter it is found: errcode lookup " + short(shellWord(query))}
	}
	if near := set.Suggest(query, 3); len(near) > 0 {
		message += "; did you mean " + anyOf(near) + "?"
	} else if beginsCode(set, query) {
		message += "; for the codes that begin so: errcode lookup " + short(shellWord(query+"*"))
	}
	if a.namesFile(query) {
		message += "; to read the file of this name: errcode explain " + short(fileWord(query))
	}
	return notFoundError{message}
}

// beginsCode reports whether query* is a pattern that matches codes.
func beginsCode(set *catalog.Set, query string) bool {
	if query == "" || strings.ContainsAny(query, "*?[") {
		return false
	}
	for c := range set.Complete(query) { // the first begins so, if any does
		return len(c.Code) > len(query) && strings.EqualFold(c.Code[:len(query)], query)
	}
	return false
}

// namesFile reports whether an argument names a file.
func (a *app) namesFile(argument string) bool {
	const longest = 4096 // Linux's PATH_MAX; no system takes names much longer
	if argument == "" || len(argument) > longest {
		return false
	}
	info, err := a.env.Stat(argument)
	return err == nil && !info.IsDir()
}

// tellFiles tells how to read the files that are among words.
func (a *app) tellFiles(words []string) {
	var files []string
	for _, word := range words {
		if a.namesFile(word) {
			files = append(files, fileWord(word))
		}
	}
	if len(files) > 0 {
		names := short(strings.Join(files, " "))
		a.say("to read " + names + " as a file: errcode explain " + names)
	}
}

// fileWord returns a file's name as a command line takes it.
func fileWord(name string) string {
	if strings.HasPrefix(name, "-") { // no flag, and no standard input
		name = "./" + name
	}
	return shellWord(name)
}

// folderWord is fileWord for a folder, ready for what follows the slash.
func folderWord(name string) string { return fileWord(strings.TrimRight(name, "/") + "/") }

// textWord returns a text as a command line takes it, TEXT where it is long.
func textWord(text string) string {
	if len(text) > maxQuoted {
		return "TEXT"
	}
	return short(shellWord(text))
}

// anyOf joins alternatives: "A", "A or B", "A, B or C".
func anyOf(words []string) string {
	last := len(words) - 1
	if last == 0 {
		return words[0]
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// several lists codes, the first ten of many.
func several(codes []string) string {
	const shown = 10
	if len(codes) <= shown {
		return strings.Join(codes, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(codes[:shown], ", "), len(codes)-shown)
}

// severalEntries says how to tell apart the entries of one code, which a table
// shows without their next steps; "" where the matches are not such.
func severalEntries(matches []catalog.Match) string {
	code := matches[0].Entry.Code
	if len(matches) < 2 || slices.ContainsFunc(matches, func(m catalog.Match) bool { return m.Entry.Code != code }) {
		return ""
	}
	return fmt.Sprintf("%d entries have the code %s; for the next step of one, add its message: errcode %s",
		len(matches), short(code), textWord(code+": MESSAGE"))
}

// foundBy says how a match was found, "" where it is the plain answer to the query.
func foundBy(m catalog.Match) string {
	switch m.Kind {
	case catalog.KindAlias:
		return fmt.Sprintf("%s is an alias; the %s catalog spells it %s", m.Via, m.Entry.Catalog, m.Entry.Code)
	case catalog.KindLive:
		return fmt.Sprintf("%s is what the service sends today; the %s catalog has it as %s", m.Via, m.Entry.Catalog, m.Entry.Code)
	case catalog.KindFamily:
		return fmt.Sprintf("no code is %s alone; these belong to its family", quoted(m.Query))
	default:
		return ""
	}
}
