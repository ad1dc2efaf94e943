package render

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// markdownReport writes explain's report: a table of the distinct errors, then
// a section for each.
type markdownReport struct {
	w       io.Writer
	records []Record
}

// Record holds a record back, since the overview above the sections needs all.
func (m *markdownReport) Record(r Record) error {
	m.records = append(m.records, r)
	return nil
}

// Close writes the report.
func (m *markdownReport) Close() error {
	overview := &markdown{w: m.w, columns: columns(KindReport)}
	for _, r := range m.records {
		if err := overview.Record(overviewRow(r)); err != nil {
			return err
		}
	}
	if err := overview.Close(); err != nil {
		return err
	}
	var b strings.Builder
	for _, r := range m.records {
		markdownSection(&b, r)
	}
	_, err := io.WriteString(m.w, b.String())
	return err
}

// overviewRow returns a record with what its row in the overview says of codes
// that no catalog holds: their name in the report, the statuses received.
func overviewRow(r Record) Record {
	if r.get("known") == true {
		return r
	}
	row := r
	row.Fields = slices.Clone(r.Fields)
	for i, f := range row.Fields {
		switch f.Name {
		case "code":
			row.Fields[i].Value = reportName(r)
		case "status":
			row.Fields[i].Value = strings.Join(r.list("received"), ", ")
		case "message":
			row.Fields[i].Value = "not in any catalog"
		}
	}
	return row
}

// markdownSection writes what is known of one error, as in the card of the table.
func markdownSection(b *strings.Builder, r Record) {
	entry, known := r.get("entry").(Record)
	fmt.Fprintf(b, "\n## %s", escapeMarkdown(reportName(r)))
	if status := r.str("status"); status != "" {
		fmt.Fprintf(b, " (HTTP %s)", status)
	}
	message := "not in any catalog"
	if known {
		message = entry.str("message")
	}
	fmt.Fprintf(b, "\n\n%s\n\n", escapeMarkdown(message))
	item := func(label, text string) {
		if text != "" {
			fmt.Fprintf(b, "- %s: %s\n", label, escapeMarkdown(text))
		}
	}
	item("listed as", strings.Join(r.list("listed_as"), " "))
	if known {
		markdownSteps(b, entry.list("next_steps"))
		retry, fault := entry.str("retry"), entry.str("fault")
		item("retry", withMeaning(retry, catalog.Retry(retry).Meaning()))
		item("fault", withMeaning(fault, catalog.Fault(fault).Meaning()))
	}
	item("near", strings.Join(r.list("suggestions"), ", "))
	item("seen", seen(r))
	item("lines", places(r))
	item("requests", requestIDs(r))
	if received := r.list("received"); len(received) > 0 {
		item("received", "HTTP "+strings.Join(received, ", "))
	}
	item("received message", r.str("received_message"))
	values, _ := r.get("values").(map[string]string)
	for _, name := range slices.Sorted(maps.Keys(values)) {
		item("value", Clean(name+" = "+values[name]))
	}
}

// markdownSteps writes what to do, in the order to try it.
func markdownSteps(b *strings.Builder, steps []string) {
	if len(steps) == 0 {
		return
	}
	b.WriteString("- next steps:\n")
	for i, step := range steps {
		asIs := func(code string) string { return code }
		fmt.Fprintf(b, "  %d. %s\n", i+1, markdownProse(step, asIs))
	}
}
