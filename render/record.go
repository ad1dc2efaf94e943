package render

import (
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
)

// FromMatch returns the record of an entry found.
func FromMatch(m catalog.Match) Record {
	fields := make([]Field, 0, 17)
	fields = append(fields,
		Field{"query", m.Query},
		Field{"match", m.Kind.String()},
		Field{"score", m.Score},
	)
	return Record{Kind: KindMatch, Fields: appendEntry(fields, m.Entry), via: m.Via}
}

// FromOccurrence returns the record of an error at its place in the input.
func FromOccurrence(o scan.Occurrence) Record {
	return Record{Kind: KindOccurrence, Fields: []Field{
		{"code", o.Code},
		{"known", o.Known()},
		{"confidence", o.Confidence.String()},
		{"source", o.Source},
		{"line", o.Line},
		{"column", o.Column},
		{"time", timeOrNil(o.Time)},
		{"status", intOrNil(o.Status)},
		{"request_id", textOrNil(o.RequestID)},
		{"message", textOrNil(o.Message)},
		{"values", o.Values},
		{"entry", bestEntry(o)},
		{"suggestions", o.Suggestions},
	}}
}

// FromCatalog returns the record of a catalog. kind is embedded, installed and
// the like; path is where it lies, "" inside the program.
func FromCatalog(info catalog.Info, kind, path string) Record {
	return Record{Kind: KindCatalog, Fields: []Field{
		{"name", info.Name},
		{"kind", kind},
		{"source", info.Origin},
		{"date", info.Date},
		{"entries", info.Entries},
		{"codes", info.Codes},
		{"path", path},
	}}
}

// fromEntry returns the record of an entry by itself.
func fromEntry(e catalog.Entry) Record {
	return Record{Kind: KindEntry, Fields: appendEntry(make([]Field, 0, 14), e)}
}

func appendEntry(fields []Field, e catalog.Entry) []Field {
	return append(fields,
		Field{"catalog", e.Catalog},
		Field{"code", e.Code},
		Field{"status", intOrNil(e.Status)},
		Field{"message", e.Message},
		Field{"description", e.Description},
		Field{"aliases", e.Aliases},
		Field{"category", string(e.Category)},
		Field{"retry", string(e.Retry)},
		Field{"fault", string(e.Fault)},
		Field{"parameters", e.Parameters},
		Field{"causes", e.Causes},
		Field{"next_steps", e.NextSteps},
		Field{"references", e.References},
		Field{"notes", e.Notes},
		Field{"operations", e.Operations},
		Field{"live", liveRecords(e.Live)},
	)
}

func liveRecords(live []catalog.Live) []Record {
	records := make([]Record, len(live))
	for i, l := range live {
		records[i] = Record{Kind: KindEntry, Fields: []Field{
			{"code", l.Code}, {"status", intOrNil(l.Status)}, {"message", l.Message},
		}}
	}
	return records
}

// bestEntry returns the record of the entry that an occurrence is, nil where
// it is unknown.
func bestEntry(o scan.Occurrence) any {
	if !o.Known() {
		return nil
	}
	return fromEntry(o.Entries[0].Entry)
}

func intOrNil(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func textOrNil(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func timeOrNil(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.Format(time.RFC3339Nano)
}

// get returns the value of a field, nil where the record has none of that name.
func (r Record) get(name string) any {
	for _, f := range r.Fields {
		if f.Name == name {
			return f.Value
		}
	}
	return nil
}

// str returns a field as one line of text that is safe to print.
func (r Record) str(name string) string { return Clean(text(r.get(name))) }

// list returns a field that holds a list of texts, each safe to print.
func (r Record) list(name string) []string {
	items, _ := r.get(name).([]string)
	clean := make([]string, len(items))
	for i, item := range items {
		clean[i] = Clean(item)
	}
	return clean
}
