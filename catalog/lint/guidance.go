package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/patch"
)

// checkGuidance finds rows of which nobody says what they mean or what to do.
func checkGuidance(s *subject) {
	if !s.Complete {
		return
	}
	for i, row := range s.Rows {
		var missing []string
		need := func(name string, has func(g catalog.Guidance) bool) {
			if !slices.ContainsFunc(s.about[i], func(n int) bool { return has(s.parts[n].Entry.Guidance) }) {
				missing = append(missing, name)
			}
		}
		need("category", func(g catalog.Guidance) bool { return g.Category != "" })
		need("retry", func(g catalog.Guidance) bool { return g.Retry != "" })
		need("fault", func(g catalog.Guidance) bool { return g.Fault != "" })
		need("cause", func(g catalog.Guidance) bool { return len(g.Causes) > 0 })
		need("next step", func(g catalog.Guidance) bool { return len(g.NextSteps) > 0 })
		if len(missing) > 0 {
			s.report(s.parts[i], "code", 0, "%s has no %s", strconv.Quote(row.Entry.Code), strings.Join(missing, ", no "))
		}
	}
}

// checkBasis finds facts that claim a source and name none, and facts of a
// complete catalog that do not say what they rest on.
func checkBasis(s *subject) {
	for _, p := range s.parts {
		g := p.Entry.Guidance
		switch {
		case p.Basis == patch.Documented && len(g.References) == 0:
			s.report(p, "basis", 0, "%s is documented and has no reference", strconv.Quote(p.Entry.Code))
		case s.Complete && p.Basis == "" && (g.Category != "" || len(g.Causes)+len(g.NextSteps) > 0):
			s.report(p, "basis", 0, "%s does not say what it rests on", strconv.Quote(p.Entry.Code))
		}
	}
}

// checkReferences finds references that are no https URLs.
func checkReferences(s *subject) {
	for _, p := range s.parts {
		for n, reference := range p.Entry.References {
			host, ok := strings.CutPrefix(reference, "https://")
			host, _, _ = strings.Cut(host, "/")
			if !ok || !strings.Contains(host, ".") || strings.ContainsAny(reference, " \t\n<>\"") {
				s.report(p, "references", n, "%s is no https URL", strconv.Quote(reference))
			}
		}
	}
}

// checkTemplates finds templates that fit no message of the rows that they are
// about, neither the table's nor one that the service sends today.
func checkTemplates(s *subject) {
	for _, p := range s.parts {
		if len(p.rows) == 0 {
			continue // named by checkKeys
		}
		for n, template := range p.Entry.Templates {
			e := catalog.Entry{Guidance: catalog.Guidance{Templates: []string{template}}}
			fits := func(message string) bool { return e.Values(message) != nil }
			if !slices.ContainsFunc(s.messages(p), fits) {
				s.report(p, "templates", n, "%s does not fit a message of %s", strconv.Quote(template), strconv.Quote(p.Entry.Code))
			}
		}
	}
}

// messages returns the messages of the rows that a part is about.
func (s *subject) messages(p part) []string {
	var all []string
	for _, row := range p.rows {
		all = append(all, s.Rows[row].Entry.Message)
		for _, n := range s.about[row] {
			for _, live := range s.parts[n].Entry.Live {
				all = append(all, live.Message)
			}
		}
	}
	return all
}
