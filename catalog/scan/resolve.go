package scan

import "github.com/errcode/errcode/catalog"

// resolve turns what the shapes find in a record into occurrences: the surest
// answer for each place, and the entries that the code means.
func resolve(set *catalog.Set, source string, rec *record) []Occurrence {
	var all []candidate
	for _, s := range shapes() {
		s.find(rec, func(c candidate) { all = append(all, c) })
		if len(all) > 0 {
			break
		}
	}
	var out []Occurrence
	for _, c := range all {
		o := Occurrence{
			Code: c.code, Source: source, RequestID: c.requestID, Message: c.message,
			Status: c.status, Confidence: c.confidence,
			Entries: set.Resolve(c.code, c.message, c.status),
		}
		if !o.Known() {
			if c.confidence == Token {
				continue // a bare word that no catalog holds is any word
			}
			o.Suggestions = set.Suggest(c.code, 3)
		}
		o.Line, o.Column = rec.place(c.at)
		o.EndLine = rec.lines[len(rec.lines)-1].number
		if c.message != "" {
			_, o.Values, _ = set.MatchMessage(c.message)
		}
		out = append(out, o)
	}
	return out
}
