package render

import (
	"encoding/csv"
	"io"
)

// csvLines writes a heading and a line for each record, with all keys of the
// JSON. Values stay as they are: a spreadsheet wants them back whole.
type csvLines struct {
	w       *csv.Writer
	columns []string
	started bool
}

func newCSV(w io.Writer, opt Options) Renderer {
	columns := opt.Fields
	if len(columns) == 0 {
		columns = keys(opt.Kind)
	}
	return &csvLines{w: csv.NewWriter(w), columns: columns}
}

// Record writes a line.
func (c *csvLines) Record(r Record) error {
	if err := c.start(); err != nil {
		return err
	}
	line := make([]string, len(c.columns))
	for i, name := range c.columns {
		line[i] = validText(text(r.get(name)))
	}
	return c.write(line)
}

// Close writes the heading where no record came.
func (c *csvLines) Close() error { return c.start() }

// start writes the heading once.
func (c *csvLines) start() error {
	if c.started {
		return nil
	}
	c.started = true
	return c.write(c.columns)
}

// write passes a line on at once, so that it can be read while others follow.
func (c *csvLines) write(line []string) error {
	if err := c.w.Write(line); err != nil {
		return err
	}
	c.w.Flush()
	return c.w.Error()
}
