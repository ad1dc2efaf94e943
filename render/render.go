// Package render turns results into text: tables and cards for people, plain
// lines and documents for programs.
package render

// A Record is one result: its fields in the order in which every format shows them.
type Record struct {
	Kind   Kind
	Fields []Field
}

// A Field is one value of a record: string, int, float64, bool, []string,
// []Record, Record, map[string]string, or nil for what is not known.
type Field struct {
	Name  string
	Value any
}

// A Renderer writes records in one format.
type Renderer interface {
	// Record takes one result; formats that can, write it at once.
	Record(Record) error
	// Close ends the document. The writer stays open.
	Close() error
}
