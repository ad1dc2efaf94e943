package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/errcode/errcode/catalog"
)

// card returns the whole of one record, its fields that hold something.
func (t *table) card(r Record) string {
	s := newSheet(t.look)
	switch {
	case len(t.opt.Fields) > 0 || r.Kind == KindOccurrence:
		s.stack(r, t.names)
	case r.Kind == KindMatch:
		s.match(r)
	default:
		s.stack(r, keys(r.Kind))
	}
	return s.String()
}

// match writes the card of an entry: what it is, what to do, and then what else
// is known, the most useful first.
func (s *sheet) match(r Record) {
	s.heading(r.str("code"), r.str("status"), r.marks("code")...)
	s.rule()
	s.lead(r.str("message"), r.marks("message")...)
	s.matched(r)
	s.guidance(r)
	s.group()
	s.fields(r, "causes")
	s.group()
	s.fields(r, "next_steps")
	s.group()
	s.fields(r, "parameters")
	s.item("operations", s.look.plain, cell{words: andMore(r.list("operations"), mostOperations), kind: words})
	s.live("today", r, "live")
	s.group()
	s.fields(r, "notes")
	s.urls("references", r.list("references"), mostURLs)
	s.group()
	s.fields(r, "description")
	s.item("aliases", s.look.plain, cell{words: commas(otherAliases(r)), kind: codes})
	s.fields(r, "category", "catalog")
}

// Of longer lists a card shows the beginning; the other formats have them whole.
const (
	mostOperations = 6
	mostURLs       = 3 // that cannot be clicked
)

// andMore returns words with commas, at most most of them and how many more
// there are. Leaving out a single one would save nothing.
func andMore(words []string, most int) []string {
	more := len(words) - most
	if more < 2 {
		return commas(words)
	}
	return append(commas(words[:most]), "and "+strconv.Itoa(more)+" more")
}

// otherAliases returns the aliases that the service does not send today: those
// are shown already.
func otherAliases(r Record) []string {
	live, _ := r.get("live").([]Record)
	return slices.DeleteFunc(r.list("aliases"), func(alias string) bool {
		return slices.ContainsFunc(live, func(l Record) bool { return l.str("code") == alias })
	})
}

// matched says what led to the entry where that is not its code: another code,
// or words of the entry where they cannot be underlined.
func (s *sheet) matched(r Record) {
	how := r.str("match")
	switch how {
	case "alias", "family":
	case "live":
		how = "live code"
	case "text":
		s.fields(r, matchedField)
		return
	default:
		return
	}
	via := Clean(r.via)
	if via == "" {
		via = r.str("query")
	}
	s.item("matched", s.look.plain, cell{words: []string{how, via}, kind: codes})
}

// guidance writes the words that decide what to do, with their meaning.
func (s *sheet) guidance(r Record) {
	retry, fault := r.str("retry"), r.str("fault")
	s.word("retry", retry, catalog.Retry(retry).Meaning())
	s.word("fault", fault, catalog.Fault(fault).Meaning())
}

// live says what the service sends today where that is not what its table says:
// a line for each code and status, and below it the messages that differ.
func (s *sheet) live(label string, r Record, name string) {
	var lines []string
	for _, sent := range sentToday(r, name) {
		lines = append(lines, s.sentAs(sent.code, sent.status, sent.statusBeside(r.str("code"), r.str("status")))...)
		for _, message := range sent.messages {
			for _, line := range s.wrap(message, margin) {
				lines = append(lines, strings.Repeat(" ", margin)+s.look.plain.Render(line))
			}
		}
	}
	s.section(label, lines)
}

// A sent is a code and a status that the service sends today, as clean text,
// with the messages that come with them.
type sent struct {
	code, status string
	messages     []string // those that the table does not say as well
	worded       bool     // some message is known, if only the table's
	tableToo     bool     // the code is sent with the table's status too
}

// statusBeside returns the status as it reads beside that of the table. A
// status alone, without a message, was seen elsewhere; one with a message is what
// the service itself answers, and if that is all, the table's no longer holds.
func (s sent) statusBeside(code, table string) string {
	switch {
	case s.status == "":
		return ""
	case s.status == table || table == "":
	case s.code == code && (s.tableToo || !s.worded):
		return "(also " + s.status + ")"
	case s.worded && !s.tableToo:
		return "(" + s.status + ", not " + table + ")"
	}
	return "(" + s.status + ")"
}

// sentToday gathers a record's live objects by code and status, in order of
// first appearance. What the table says as well is left out.
func sentToday(r Record, name string) []sent {
	records, _ := r.get(name).([]Record)
	var all []sent
	for _, l := range records {
		code, status, message := l.str("code"), l.str("status"), l.str("message")
		i := slices.IndexFunc(all, func(s sent) bool { return s.code == code && s.status == status })
		if i < 0 {
			i = len(all)
			all = append(all, sent{code: code, status: status})
		}
		all[i].worded = all[i].worded || message != ""
		known := append(slices.Clone(all[i].messages), r.str("message"))
		if message != "" && !slices.ContainsFunc(known, func(k string) bool { return catalog.SameMessage(k, message) }) {
			all[i].messages = append(all[i].messages, message)
		}
	}
	for i := range all {
		all[i].tableToo = slices.ContainsFunc(all, func(s sent) bool {
			return s.code == all[i].code && s.status == r.str("status")
		})
	}
	return slices.DeleteFunc(all, func(s sent) bool {
		return s.code == r.str("code") && (s.status == "" || s.status == r.str("status")) && len(s.messages) == 0
	})
}

// sentAs returns the line of a code and what there is to say of its status; two
// where there is no room.
func (s *sheet) sentAs(code, status, text string) []string {
	line := s.look.strong.Render(code)
	if text == "" {
		return []string{line}
	}
	shown := s.look.statusStyle(status).Render(text)
	if cells(code)+len(" ")+cells(text) > s.room() {
		return []string{line, shown}
	}
	return []string{line + " " + shown}
}
