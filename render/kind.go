package render

// Kind says what a record is, and with it which columns and card it has.
type Kind uint8

// The kinds of records.
const (
	KindMatch      Kind = iota // an entry found
	KindOccurrence             // an error at its place in the input
	KindCatalog                // a catalog
	KindReport                 // a distinct error of explain's report
)
