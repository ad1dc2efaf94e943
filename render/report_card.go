package render

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// barsFrom is the number of distinct errors from which a report begins with an
// overview: fewer are seen at a glance.
const barsFrom = 4

// reportCards writes a card for each distinct error of the input.
type reportCards struct {
	w       io.Writer
	opt     Options
	records []Record
}

// Record holds a record back, since the overview above the cards needs all.
func (p *reportCards) Record(r Record) error {
	p.records = append(p.records, r)
	return nil
}

// Close writes the report.
func (p *reportCards) Close() error {
	if len(p.records) == 0 {
		return nil
	}
	s := newSheet(newLook(p.w, p.opt))
	if len(p.records) >= barsFrom {
		s.bars(p.records)
		s.WriteByte('\n')
	}
	for i, r := range p.records {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.report(r)
	}
	_, err := io.WriteString(p.w, s.String())
	return err
}

// Measures of the overview's bars, in cells.
const (
	leastBar = 8 // a shorter one shows nothing
	mostBar  = 40
)

// bars writes a line for each error: its number, its code and a bar. Where the
// page is too narrow the code stands above the other two.
func (s *sheet) bars(records []Record) {
	most, digits, names := 1, 0, 0
	for _, r := range records {
		count, _ := r.get("count").(int)
		most = max(most, count)
		digits = max(digits, cells(r.str("count")))
		names = max(names, cells(reportName(r)))
	}
	room := min(s.width-digits-gap-names-gap, mostBar)
	stacked := room < leastBar
	if stacked {
		room = min(s.width-digits-gap, mostBar)
	}
	for _, r := range records {
		n, _ := r.get("count").(int)
		count := strings.Repeat(" ", digits-cells(r.str("count"))) + r.str("count") + "  "
		name := s.look.code.Render(reportName(r))
		bar := s.look.status.Render(strings.Repeat(s.look.bar, max(n*room/most, 1)))
		if stacked {
			s.WriteString(name + "\n" + count + bar + "\n")
			continue
		}
		blanks := strings.Repeat(" ", names-cells(reportName(r))+gap)
		s.WriteString(count + name + blanks + bar + "\n")
	}
}

// reportName returns what an error is called in a report.
func reportName(r Record) string {
	if code := r.str("code"); code != "" {
		return code
	}
	return "other unknown codes"
}

// report writes the card of a distinct error: what it is, what to do about it,
// and then how often, when and where it occurred.
func (s *sheet) report(r Record) {
	entry, known := r.get("entry").(Record)
	s.heading(reportName(r), r.str("status"))
	s.rule()
	switch {
	case known:
		s.lead(entry.str("message"))
	case r.str("code") != "":
		s.lead("not in any catalog")
	}
	s.item("listed as", s.look.plain, cell{words: r.list("listed_as"), kind: codes})
	if known {
		steps := entry.list("next_steps")
		s.list("next step", steps[:min(1, len(steps))], false)
		s.guidance(entry)
	}
	s.item("near", s.look.plain, newCell(r, "suggestions"))
	s.group()
	s.item("seen", s.look.plain, proseCell(seen(r)))
	s.item("lines", s.look.plain, proseCell(places(r)))
	s.item("requests", s.look.plain, proseCell(requestIDs(r)))
	s.received(r)
	s.values(r)
}

// seen says how often and when an error occurred.
func seen(r Record) string {
	text := r.str("count") + " times"
	if r.get("count") == 1 {
		text = "once"
	}
	first, last := r.str("first"), r.str("last")
	switch first {
	case "":
		return text
	case last:
		return text + ", at " + first
	}
	return text + ", from " + first + " to " + last
}

// places returns the first lines of an error and how many more there are.
func places(r Record) string { return listMore(r.list("places"), r.get("more_places"), "and ") }

// requestIDs returns the first ones and how many more there are.
func requestIDs(r Record) string {
	lead := "and "
	if r.get("more_at_least") == true {
		lead = "and at least "
	}
	return listMore(r.list("request_ids"), r.get("more_request_ids"), lead)
}

func listMore(first []string, more any, lead string) string {
	text := strings.Join(first, ", ")
	if n, _ := more.(int); n > 0 {
		text += " " + lead + strconv.Itoa(n) + " more"
	}
	return text
}

// received says in what the answers differed from the catalog.
func (s *sheet) received(r Record) {
	var lines []string
	if statuses := r.list("received"); len(statuses) > 0 {
		lines = styled(s.look.strong, s.wrap("HTTP "+strings.Join(statuses, ", "), 0))
	}
	lines = append(lines, styled(s.look.plain, s.wrap(r.str("received_message"), 0))...)
	s.section("received", lines)
}

// values writes what the message names.
func (s *sheet) values(r Record) {
	values, _ := r.get("values").(map[string]string)
	var lines []string
	for _, name := range slices.Sorted(maps.Keys(values)) {
		lines = append(lines, styled(s.look.plain, s.wrap(Clean(name+" = "+values[name]), 0))...)
	}
	s.section("values", lines)
}
