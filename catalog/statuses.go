package catalog

import "strings"

// statusSigns are the words in front of a number that make it a status.
const statusSigns = `a an answered answers code err error failed fails get gets getting got http httpcode https response
return returned returning returns says status statuscode with`

// cutStatuses takes the HTTP statuses and classes out of a text: where a number
// from 100 to 599 opens or ends it, or a word says that it is one. A number in
// the middle is a quantity more often. The signs right in front go with it.
func cutStatuses(text string) (rest string, statuses []StatusRange) {
	fields := strings.Fields(text)
	var kept []string
	for i, field := range fields {
		status, ok := ParseStatus(strings.Trim(field, ".,;:()[]\"'"))
		before := ""
		if i > 0 {
			before = strings.ToLower(strings.TrimRight(fields[i-1], ":="))
		}
		if !ok || i > 0 && i+1 < len(fields) && !lists(statusSigns, before) {
			kept = append(kept, field)
			continue
		}
		statuses = append(statuses, status)
		for len(kept) > 0 && lists(`code http status`, strings.ToLower(strings.TrimRight(kept[len(kept)-1], ":="))) {
			kept = kept[:len(kept)-1]
		}
	}
	if len(statuses) == 0 {
		return text, nil
	}
	return strings.Join(kept, " "), statuses
}
