package render

import (
	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
)

// Kind says what a record is, and with it which columns and card it has.
type Kind uint8

// The kinds of records.
const (
	KindMatch      Kind = iota // an entry found
	KindOccurrence             // an error at its place in the input
	KindCatalog                // a catalog
	KindReport                 // a distinct error of explain's report
	KindEntry                  // the entry inside an occurrence or a report
)

// FieldNames returns the names that [Options.Fields] takes for records of a
// kind, in the order of the JSON: its keys, then those inside the entry of an
// occurrence as entry.NAME.
func FieldNames(k Kind) []string {
	names := keys(k)
	if k == KindOccurrence {
		for _, name := range keys(KindEntry) {
			names = append(names, entryPrefix+name)
		}
	}
	return names
}

// entryPrefix leads the names of an entry's fields in the record around it.
const entryPrefix = "entry."

// keys returns the names of a record's own fields. It asks a record made from
// nothing, so that the names are written once, where records are made.
func keys(k Kind) []string {
	var r Record
	switch k {
	case KindMatch:
		r = FromMatch(catalog.Match{})
	case KindOccurrence:
		r = FromOccurrence(scan.Occurrence{})
	case KindCatalog:
		r = FromCatalog(catalog.Info{}, "", "")
	case KindReport:
		r = FromReport(Report{})
	case KindEntry:
		r = fromEntry(catalog.Entry{})
	}
	names := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		names[i] = f.Name
	}
	return names
}

// columns returns the fields that plain and Markdown show of a record, and
// tables too. Scripts cut plain by column: only ever append.
func columns(k Kind) []string {
	switch k {
	case KindOccurrence:
		return []string{"source", "line", "column", "code", "status", "known", "request_id", "message"}
	case KindCatalog:
		return []string{"name", "entries", "kind", "path"}
	case KindReport:
		return []string{"count", "code", "status", "first", "last", "message"}
	default:
		return []string{"code", "status", "message", "retry", "catalog"}
	}
}
