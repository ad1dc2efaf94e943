package render

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"
)

// jsonArray writes one JSON array, or with [Options].Single one object,
// indented by two spaces.
type jsonArray struct {
	w      io.Writer
	single bool
	count  int
	buf    []byte
}

func newJSON(w io.Writer, opt Options) Renderer { return &jsonArray{w: w, single: opt.Single} }

// Record writes an object of the array.
func (j *jsonArray) Record(r Record) error {
	j.buf = j.buf[:0]
	depth := 1
	switch {
	case j.single:
		depth = 0
	case j.count == 0:
		j.buf = append(j.buf, "[\n  "...)
	default:
		j.buf = append(j.buf, ",\n  "...)
	}
	j.count++
	j.buf = appendJSON(j.buf, r, depth)
	_, err := j.w.Write(j.buf)
	return err
}

// Close ends the array.
func (j *jsonArray) Close() error {
	end := "\n]\n"
	switch {
	case j.single:
		end = "\n"
	case j.count == 0:
		end = "[]\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}

// jsonLines writes an object a line.
type jsonLines struct {
	w   io.Writer
	buf []byte
}

func newJSONLines(w io.Writer, _ Options) Renderer { return &jsonLines{w: w} }

// Record writes a line.
func (j *jsonLines) Record(r Record) error {
	j.buf = append(appendJSON(j.buf[:0], r, compact), '\n')
	_, err := j.w.Write(j.buf)
	return err
}

// Close has nothing to end.
func (j *jsonLines) Close() error { return nil }

// compact is the depth of a value that stays on its line.
const compact = -1

// appendJSON appends a value of a field, or a record with its fields in their
// order, which is what encoding/json has no type for. depth counts the
// brackets around the value.
func appendJSON(b []byte, value any, depth int) []byte {
	switch v := value.(type) {
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case string:
		return appendJSONString(b, v)
	case []string:
		return appendBrackets(b, "[]", len(v), depth, func(b []byte, i, _ int) []byte {
			return appendJSONString(b, v[i])
		})
	case []Record:
		return appendBrackets(b, "[]", len(v), depth, func(b []byte, i, depth int) []byte {
			return appendJSON(b, v[i], depth)
		})
	case Record:
		return appendBrackets(b, "{}", len(v.Fields), depth, func(b []byte, i, depth int) []byte {
			return appendJSON(appendJSONKey(b, v.Fields[i].Name, depth), v.Fields[i].Value, depth)
		})
	case map[string]string:
		names := slices.Sorted(maps.Keys(v))
		return appendBrackets(b, "{}", len(names), depth, func(b []byte, i, depth int) []byte {
			return appendJSONString(appendJSONKey(b, names[i], depth), v[names[i]])
		})
	}
	return append(b, "null"...)
}

// appendBrackets appends n items inside a pair of brackets, each on its own
// line unless depth is compact.
func appendBrackets(b []byte, pair string, n, depth int, item func(b []byte, i, depth int) []byte) []byte {
	if n == 0 {
		return append(b, pair...)
	}
	inner := depth
	if depth != compact {
		inner++
	}
	b = append(b, pair[0])
	for i := range n {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(appendLineStart(b, inner), i, inner)
	}
	return append(appendLineStart(b, depth), pair[1])
}

// appendLineStart begins a line at a depth; compact values have no lines.
func appendLineStart(b []byte, depth int) []byte {
	if depth == compact {
		return b
	}
	b = append(b, '\n')
	for range depth {
		b = append(b, "  "...)
	}
	return b
}

func appendJSONKey(b []byte, name string, depth int) []byte {
	b = append(appendJSONString(b, name), ':')
	if depth != compact {
		b = append(b, ' ')
	}
	return b
}

// appendJSONString appends a quoted string. Beyond what JSON demands it escapes
// whatever a terminal could obey, and it leaves <, > and & as they are.
func appendJSONString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	start := 0
	for i, r := range s {
		if r >= ' ' && r != '"' && r != '\\' && r < utf8.RuneSelf-1 {
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		invalid := r == utf8.RuneError && size == 1
		if r >= utf8.RuneSelf && !isUnsafe(r) && !invalid {
			continue
		}
		b = append(b, s[start:i]...)
		start = i + size
		switch r {
		case '"', '\\':
			b = append(b, '\\', byte(r))
		case '\n':
			b = append(b, `\n`...)
		case '\r':
			b = append(b, `\r`...)
		case '\t':
			b = append(b, `\t`...)
		default:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
	}
	return append(append(b, s[start:]...), '"')
}
