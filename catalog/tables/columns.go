package tables

import (
	"slices"
	"strings"
	"unicode"
)

// A meaning is what a heading says about its column.
type meaning uint8

const (
	unknown     meaning = iota
	code                // a heading that can only be the code
	symbol              // "Error", "错误": the code where there is no better, else a description
	label               // "name", "id": the code only beside a status or message
	status              // HTTP status
	message             // text that the service sends
	description         // the vendor's explanation
	nextStep            // what to do
)

// columns holds the number of the column for each meaning, -1 for none.
type columns struct{ code, status, message, description, nextStep int }

// cell returns the raw cell of a column, "" where the row or table has none.
func (c columns) cell(row gridRow, column int) string {
	if column < 0 || column >= len(row.cells) {
		return ""
	}
	return row.cells[column]
}

// findColumns maps the headings of a grid to meanings. It reports false where
// the grid is no error table: a code alone, or no code, makes none.
//
// Vendors repeat headings and swap them, so the values decide where the words
// do not: a code column of nothing but HTTP statuses is the status ("Code"
// beside "error_code"), and a code column of numbers yields to a symbol.
func findColumns(g grid) (columns, bool) {
	means := make([]meaning, len(g.heading))
	for i, heading := range g.heading {
		means[i] = meaningOf(heading)
	}
	if !slices.Contains(means, status) {
		for i, m := range means {
			if (m == code || m == symbol || m == label) && g.all(i, isStatus) {
				means[i] = status
				break
			}
		}
	}

	c := columns{status: slices.Index(means, status), message: slices.Index(means, message), nextStep: slices.Index(means, nextStep)}
	c.code = findCode(g, means, c)
	if c.code < 0 {
		return c, false
	}
	c.description = -1
	for i, m := range means {
		switch {
		case i == c.code:
		case m == code && c.message < 0 && g.heading[i] == g.heading[c.code]:
			c.message = i // the code's heading once more, by mistake
		case (m == description || m == symbol) && c.description < 0:
			c.description = i
		case (m == description || m == symbol) && c.message < 0:
			c.description, c.message = i, c.description // two explanations: the first is sent
		case m == message && i != c.message && c.description < 0 && !slices.Contains(means, description):
			c.description = i
		}
	}
	return c, c.status >= 0 || c.message >= 0 || c.description >= 0
}

// findCode returns the column of the code, -1 where there is none.
func findCode(g grid, means []meaning, c columns) int {
	strong, sym := slices.Index(means, code), slices.Index(means, symbol)
	if strong >= 0 && (sym < 0 || !g.all(strong, isNumber)) {
		return strong
	}
	if strong >= 0 || sym >= 0 && (c.status >= 0 || c.message >= 0) {
		return sym
	}
	if c.status >= 0 || c.message >= 0 {
		return slices.Index(means, label)
	}
	return -1
}

// all reports whether every filled cell of a column holds, and any is filled.
func (g grid) all(column int, holds func(text string) bool) bool {
	filled := false
	for _, row := range g.rows {
		if column >= len(row.cells) {
			continue
		}
		if text := g.text(row.cells[column]); text != "" {
			if filled = true; !holds(text) {
				return false
			}
		}
	}
	return filled
}

func isStatus(text string) bool { return parseStatus(text) != 0 }

func isNumber(text string) bool {
	return strings.Trim(text, "0123456789") == "" || text[0] == '-' && isNumber(text[1:])
}

// meaningOf knows a heading by its words. Case, spaces, hyphens, underscores
// and brackets do not matter. A heading in two languages ("错误码（Error Code）")
// is read in both; a name before a Chinese one ("OSS错误码") says nothing.
func meaningOf(heading string) meaning {
	var latin, han strings.Builder
	for _, r := range heading {
		switch {
		case r < unicode.MaxASCII && unicode.IsLetter(r):
			latin.WriteRune(unicode.ToLower(r))
		case unicode.Is(unicode.Han, r):
			han.WriteRune(r)
		}
	}
	en, zh := english(latin.String()), chinese(han.String())
	if zh == unknown || en != unknown && latin.String() != "http" {
		return en
	}
	if en == status && zh == code {
		return status // HTTP 返回码
	}
	return zh
}

// english knows the letters of an English heading.
func english(h string) meaning {
	switch h {
	case "":
		return unknown
	case "code", "errcode", "errorname", "symbol", "resultcode", "returncode", "exceptioncode":
		return code
	case "error", "errortype", "exception":
		return symbol
	case "name", "id":
		return label
	case "http", "codes", "status", "responsecode":
		return status
	case "detailedinformation", "errorinformation", "errorinfo", "template":
		return message
	case "desc", "semantics", "details", "detail", "remarks":
		return description
	case "advice", "processinglogic", "troubleshootingmethod", "troubleshooting", "workaround",
		"clientaction", "recommendedaction", "suggestedaction", "useraction":
		return nextStep
	}
	switch {
	case strings.HasPrefix(h, "http") && (strings.Contains(h, "code") || strings.Contains(h, "stat")),
		hasAnySuffix(h, "statuscode", "statuscodes", "httpstatus", "statecode"):
		return status
	case hasAnySuffix(h, "errorcode", "errorcodes"):
		return code
	case hasAnySuffix(h, "message", "messages", "msg"):
		return message
	case hasAnySuffix(h, "description", "meaning", "reason", "reasons", "explanation", "cause", "causes"):
		return description
	case hasAnySuffix(h, "solution", "solutions", "resolution", "recommendation"):
		return nextStep
	}
	return unknown
}

// chinese knows the characters of a Chinese heading. Endings decide: what
// stands before them names the product or the thing.
func chinese(h string) meaning {
	switch {
	case h == "错误":
		return symbol
	case hasAnySuffix(h, "状态码", "响应码"):
		return status
	case hasAnySuffix(h, "错误码", "错误代码", "错误码值", "返回码", "异常码"):
		return code
	case strings.Contains(h, "处理") || strings.HasPrefix(h, "解决") || strings.HasSuffix(h, "建议"):
		return nextStep
	case hasAnySuffix(h, "错误信息", "错误消息", "详细信息", "返回信息", "提示信息", "报错信息"):
		return message
	case hasAnySuffix(h, "描述", "说明", "语义", "含义", "原因"):
		return description
	}
	return unknown
}

func hasAnySuffix(text string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(text, suffix) })
}
