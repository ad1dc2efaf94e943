package scan

import (
	"strconv"
	"strings"
	"time"
)

// logfmt reports whether a line begins with a time as key=value, and notes it.
func (l *logLine) logfmt(s string) bool {
	for _, key := range []string{`time="`, "time=", `ts="`, "ts=", `t="`, "t="} {
		if rest, ok := strings.CutPrefix(s, key); ok {
			if n := timeLen(rest); n > 0 {
				l.timeAt, l.timeEnd = len(key), len(key)+n
				return true
			}
		}
	}
	return strings.HasPrefix(s, "level=")
}

// uptime returns the length of "[   12.345678] ".
func uptime(s string) int {
	if s[0] != '[' {
		return 0
	}
	end := strings.IndexByte(s, ']')
	if end < 0 || end > 24 {
		return 0
	}
	whole, part, ok := strings.Cut(strings.TrimLeft(s[1:end], " "), ".")
	if !ok || !digits(whole) || !digits(part) {
		return 0
	}
	return end + 1 + blank(s[end+1:])
}

// accessLog reports whether a line begins with an address and two dashes.
func accessLog(s string) bool {
	n := 0
	for n < len(s) && n < 40 && (isHex(s[n]) || s[n] == '.' || s[n] == ':') {
		n++
	}
	return n >= 3 && strings.HasPrefix(s[n:], " - ")
}

// meteorHead returns the length of "I20150715-11:46:17.727(8)? ", as Meteor's
// logger writes it: with the zone, and a question mark for what was just printed.
func meteorHead(s string) int {
	if len(s) < 20 || strings.IndexByte("IWEDF", s[0]) < 0 || !digits(s[1:9]) || s[9] != '-' {
		return 0
	}
	n := timeLen(s[10:])
	zone, _, ok := strings.Cut(s[10+n:], ")")
	if n == 0 || !ok || len(zone) < 2 || zone[0] != '(' || !digits(strings.TrimPrefix(zone[1:], "-")) {
		return 0
	}
	n += 10 + len(zone) + 1
	if strings.HasPrefix(s[n:], "?") {
		n++
	}
	return n + blank(s[n:])
}

// klogHead returns the length of "E0714 03:12:44.050207   1 file.go:26] ".
func klogHead(s string) int {
	if len(s) < 20 || strings.IndexByte("IWEF", s[0]) < 0 || !digits(s[1:5]) || s[5] != ' ' || timeLen(s[6:]) == 0 {
		return 0
	}
	end := strings.Index(s, "] ")
	if end < 0 || end > 120 {
		return 0
	}
	return end + 2
}

// timeLen returns the length of a time at the beginning of s, 0 for none:
// 2026-07-14T03:12:44.5Z and its kin, 14/Jul/2026:03:12:44 +0000, Jul 14 03:12:44,
// 03:12:44, maybe behind a day of the week.
func timeLen(s string) int {
	if n := weekday(s); n > 0 {
		if rest := timeLen(s[n:]); rest > 0 {
			return n + rest
		}
		return 0
	}
	i := 0
	switch {
	case len(s) >= 19 && digits(s[:4]) && (s[4] == '-' || s[4] == '/' || s[4] == '.') && digits(s[5:7]) && s[7] == s[4] && digits(s[8:10]) &&
		(s[10] == 'T' || s[10] == ' ' || s[10] == '_'):
		i = 11
	case len(s) >= 19 && digits(s[:2]) && s[2] == '/' && digits(s[3:5]) && s[5] == '/' && digits(s[6:10]) && (s[10] == ' ' || s[10] == ','):
		i = 10 + indentOf(s[11:]) + 1 // which is the day and which the month, nobody can tell
	case len(s) >= 20 && digits(s[:4]) && s[4] == '-' && digits(s[5:7]) && s[7] == '-' && digits(s[8:10]) && s[10] == ',' && s[11] == ' ':
		i = 12 // of a scheduler
	case len(s) >= 20 && digits(s[:2]) && s[2] == '-' && isMonth(s[3:6]) && s[6] == '-' && digits(s[7:11]) && s[11] == ' ':
		i = 12
	case len(s) >= 20 && digits(s[:2]) && isMonth(s[3:6]) && digits(s[7:11]) && (s[2] == '/' && s[6] == '/' && s[11] == ':' || s[2] == ' ' && s[6] == ' ' && s[11] == ' '):
		i = 12 // of a web server, of HTTP and mail
	case len(s) >= 14 && digits(s[:2]) && s[2] == '-' && digits(s[3:5]) && s[5] == ' ':
		i = 6 // of Android
	case len(s) >= 15 && isMonth(s[:3]) && s[3] == ' ' && (s[4] == ' ' && digits(s[5:6]) || digits(s[4:6])) && s[6] == ' ':
		i = 7
	}
	rest := s[i:]
	if len(rest) < 8 || !digits(rest[:2]) || rest[2] != ':' || !digits(rest[3:5]) || rest[5] != ':' || !digits(rest[6:8]) {
		return 0
	}
	n := 8
	if n+1 < len(rest) && (rest[n] == '.' || rest[n] == ',') && digits(rest[n+1:n+2]) {
		n++
		n += leading(rest[n:], isDigit)
	}
	n += zoneLen(rest[n:])
	if n < len(rest) && (isWord(rest[n]) || rest[n] == '-') {
		return 0
	}
	return i + n
}

// weekday returns the length of "Tue, " or "Tue " at the beginning of s, 0 for none.
func weekday(s string) int {
	switch {
	case len(s) < 5 || s[0] < 'F' || s[0] > 'W' || s[3] != ' ' && s[3] != ',' || !strings.Contains("Mon Tue Wed Thu Fri Sat Sun", s[:3]):
		return 0
	case s[3] == ' ':
		return len("Tue ")
	}
	return len("Tue,") + blank(s[4:])
}

// zoneLen returns the length of a time zone at the beginning of s, 0 for none.
func zoneLen(s string) int {
	switch {
	case strings.HasPrefix(s, "Z"):
		return 1
	case strings.HasPrefix(s, " UTC"), strings.HasPrefix(s, " GMT"):
		return 4
	}
	i := 0
	if strings.HasPrefix(s, " ") {
		i = 1
	}
	if len(s) < i+5 || s[i] != '+' && s[i] != '-' || !digits(s[i+1:i+3]) {
		return 0
	}
	if s[i+3] == ':' && len(s) >= i+6 && digits(s[i+4:i+6]) {
		return i + 6
	}
	if digits(s[i+3 : i+5]) {
		return i + 5
	}
	return 0
}

// isMonth reports whether three letters are a month.
func isMonth(s string) bool {
	switch s {
	case "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec":
		return true
	}
	return false
}

// timeOf reads the value of a time's field: a date and a time of day, or
// seconds since 1970, with a fraction or in thousandths.
func timeOf(s string) time.Time {
	if n := timeLen(s); n == len(s) {
		return parseTime(s)
	}
	whole, fraction, _ := strings.Cut(s, ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case err != nil || fraction != "" && !digits(fraction):
		return time.Time{}
	case len(whole) == 13:
		return time.UnixMilli(n).UTC()
	case len(whole) != 10:
		return time.Time{}
	}
	nanos, _ := strconv.ParseInt((fraction + "000000000")[:9], 10, 64)
	return time.Unix(n, nanos).UTC()
}

// parseTime reads what timeLen measured. Times without a date are none, times
// without a zone are taken as UTC.
func parseTime(s string) time.Time {
	s = s[weekday(s):]
	if len(s) < 19 {
		return time.Time{}
	}
	if isMonth(s[3:6]) {
		layout := "02/Jan/2006:15:04:05 -0700"
		if s[2] == ' ' {
			layout = "02 Jan 2006 15:04:05 -0700"
		}
		return parsed(layout, strings.Replace(s, "GMT", "+0000", 1))
	}
	if s[4] != '-' || s[7] != '-' || s[10] != 'T' {
		b := []byte(s)
		b[4], b[7], b[10] = '-', '-', 'T'
		s = string(b)
	}
	s = strings.Replace(strings.Replace(s, ",", ".", 1), " UTC", "Z", 1)
	s = strings.Replace(strings.Replace(s, " GMT", "Z", 1), " ", "", 1)
	layout := "2006-01-02T15:04:05"
	switch zone := s[min(len(layout), len(s)):]; {
	case strings.HasSuffix(zone, "Z") || strings.Contains(zone, ":"):
		layout = time.RFC3339
	case strings.ContainsAny(zone, "+-"):
		layout = "2006-01-02T15:04:05Z0700"
	}
	return parsed(layout, s)
}

// parsed reads a time of a layout, none where it is no time.
func parsed(layout, s string) time.Time {
	t, err := time.Parse(layout, s)
	if err != nil {
		return time.Time{}
	}
	return t
}
