package cmd

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/spf13/cobra"
)

// filterFlags choose among entries; each may be repeated, and what is
// repeated is an alternative.
type filterFlags struct {
	statuses, categories, retries, catalogs []string
}

func (f *filterFlags) define(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.statuses, "status", nil, "only this HTTP `STATUS`, or class of them: 403, 4xx")
	flags.StringArrayVar(&f.categories, "category", nil, "only entries of the category `NAME`: quota, ...")
	flags.StringArrayVar(&f.retries, "retry", nil, "only entries whose retry is `NAME`: backoff, ...")
	flags.StringArrayVar(&f.catalogs, "catalog", nil, "consult only the catalog `NAME`")
	a.completeFlag(cmd, "status", a.statusCandidates)
	a.completeFlag(cmd, "category", fixed(described(catalog.Categories())))
	a.completeFlag(cmd, "retry", fixed(described(catalog.Retries())))
	a.completeFlag(cmd, "catalog", a.catalogCandidates)
}

// given reports whether any filter was given.
func (f *filterFlags) given() bool {
	return len(f.statuses)+len(f.categories)+len(f.retries)+len(f.catalogs) > 0
}

// String returns the filters as they could have been typed.
func (f *filterFlags) String() string {
	var parts []string
	add := func(flag string, values []string) {
		for _, value := range values {
			parts = append(parts, "--"+flag+" "+value)
		}
	}
	add("status", f.statuses)
	add("category", f.categories)
	add("retry", f.retries)
	add("catalog", f.catalogs)
	return strings.Join(parts, " ")
}

// resolve returns the catalogs to consult and the filter for what they answer.
func (f *filterFlags) resolve(a *app) (*catalog.Set, catalog.Filter, error) {
	var filter catalog.Filter
	set, err := a.catalogs()
	if err != nil {
		return nil, filter, err
	}
	for _, text := range f.statuses {
		status, ok := catalog.ParseStatus(text)
		if !ok {
			return nil, filter, unknownValue("HTTP status", text, statuses(set))
		}
		filter.Statuses = append(filter.Statuses, status)
	}
	if filter.Categories, err = known("category", f.categories, catalog.Categories()); err != nil {
		return nil, filter, err
	}
	if filter.Retries, err = known("retry", f.retries, catalog.Retries()); err != nil {
		return nil, filter, err
	}
	if len(f.catalogs) == 0 {
		return set, filter, nil
	}
	only, unknown := set.Only(f.catalogs...)
	if unknown != "" || slices.Contains(f.catalogs, "") {
		return nil, filter, unknownValue("catalog", unknown, catalogNames(set))
	}
	return only, filter, nil
}

// known returns the texts as words of a closed list.
func known[W ~string](what string, texts []string, list []W) ([]W, error) {
	var chosen []W
	for _, text := range texts {
		if !slices.Contains(list, W(text)) {
			return nil, unknownValue(what, text, names(list))
		}
		chosen = append(chosen, W(text))
	}
	return chosen, nil
}

// unknownValue is the wrong usage of a value out of a closed list.
func unknownValue(what, value string, known []string) error {
	return usageError{fmt.Sprintf("unknown %s %s", what, quoted(value)), "known: " + strings.Join(known, ", ")}
}

// statuses returns the HTTP statuses and classes that the catalogs hold.
func statuses(set *catalog.Set) []string {
	var texts, classes []string
	for _, status := range set.Statuses() {
		texts = append(texts, strconv.Itoa(status))
		classes = append(classes, fmt.Sprintf("%dxx", status/100))
	}
	return append(texts, slices.Compact(classes)...)
}

func catalogNames(set *catalog.Set) []string {
	var held []string
	for _, info := range set.Catalogs() {
		held = append(held, info.Name)
	}
	return held
}

// described returns words of the vocabulary as candidates: what each means
// stands behind it.
func described[W interface {
	~string
	Meaning() string
}](words []W) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w) + "\t" + w.Meaning()
	}
	return texts
}

func names[W ~string](words []W) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = string(w)
	}
	return texts
}
