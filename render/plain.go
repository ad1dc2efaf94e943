package render

import (
	"io"
	"strconv"
	"strings"
)

// plain writes a record a line, its columns between tabs: for cut, awk and
// read. Nothing is wrapped or left out.
type plain struct {
	w       io.Writer
	columns []string
	line    []byte
}

func newPlain(w io.Writer, opt Options) Renderer {
	return &plain{w: w, columns: opt.columns()}
}

// Record writes a line.
func (p *plain) Record(r Record) error {
	p.line = p.line[:0]
	for i, name := range p.columns {
		if i > 0 {
			p.line = append(p.line, '\t')
		}
		p.line = append(p.line, r.str(name)...)
	}
	p.line = append(p.line, '\n')
	_, err := p.w.Write(p.line)
	return err
}

// Close has nothing to end.
func (p *plain) Close() error { return nil }

// columns returns the fields to write where a format does not write all.
func (o Options) columns() []string {
	if len(o.Fields) > 0 {
		return o.Fields
	}
	return columns(o.Kind)
}

// text returns a value as flat text: what is not known is empty, lists are
// joined by "; ", objects are compact JSON.
func text(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case string:
		return v
	case int:
		return strconv.Itoa(v)
	case []string:
		return strings.Join(v, listSeparator)
	case []Record:
		items := make([]string, len(v))
		for i, r := range v {
			items[i] = text(r)
		}
		return strings.Join(items, listSeparator)
	default:
		return string(appendJSON(nil, v, compact))
	}
}

// listSeparator stands between the items of a list in flat text.
const listSeparator = "; "
