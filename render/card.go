package render

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
	s.heading(r.str("code"), r.str("status"))
	s.rule()
	s.lead(r.str("message"))
	s.matched(r)
	s.guidance(r)
	s.word("category", r.str("category"), "")
	s.group()
	s.fields(r, "causes", "next_steps")
	s.group()
	s.fields(r, "description", "parameters", "operations", "aliases")
	s.live("today", r, "live")
	s.fields(r, "references", "notes", "catalog")
}

// matched says what led to the entry where that is not its code.
func (s *sheet) matched(r Record) {
	how := r.str("match")
	switch how {
	case "alias", "family":
	case "live":
		how = "live code"
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
	s.word("retry", retry, retryMeaning(retry))
	s.word("fault", fault, faultMeaning(fault))
}

func retryMeaning(word string) string {
	switch word {
	case "no":
		return "sending it again never helps"
	case "after-change":
		return "change what is wrong first, then send it again"
	case "after-wait":
		return "wait until the state ends, then send it again"
	case "backoff":
		return "send it again a few times, with growing pauses"
	}
	return ""
}

func faultMeaning(word string) string {
	switch word {
	case "caller":
		return "whoever wrote or runs the call"
	case "account":
		return "somebody with rights over the account"
	case "service":
		return "the vendor"
	}
	return ""
}

// live says what the service sends today where that is not what its table says.
func (s *sheet) live(label string, r Record, name string) {
	records, _ := r.get(name).([]Record)
	var lines []string
	for _, l := range records {
		code, status := l.str("code"), l.str("status")
		line := s.look.strong.Render(code)
		if status != "" {
			text := "(" + status + ")"
			if table := r.str("status"); table != "" && table != status {
				text = "(" + status + ", not " + table + ")"
			}
			between := " "
			if cells(code)+len(between)+cells(text) > s.room() {
				lines = append(lines, line)
				line, between = "", ""
			}
			line += between + s.look.statusStyle(status).Render(text)
		}
		lines = append(lines, line)
		for _, line := range s.wrap(l.str("message"), margin) {
			lines = append(lines, "  "+s.look.plain.Render(line))
		}
	}
	s.section(label, lines)
}
