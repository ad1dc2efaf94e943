package cmd

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/errcode/errcode/render"
	"github.com/spf13/cobra"
)

// outputFlags say how records are written.
type outputFlags struct {
	format, template, color string
	fields                  []string
	width                   int
	quiet                   bool
}

// define defines the flags, and has cobra check them before cmd runs.
func (o *outputFlags) define(a *app, cmd *cobra.Command, kind render.Kind) {
	cmd.PreRunE = func(cmd *cobra.Command, _ []string) error { return o.check(a, cmd) }
	flags := cmd.Flags()
	flags.StringVarP(&o.format, "output", "o", "",
		"write in `FORMAT`: "+strings.Join(render.Formats(), ", ")+"\n(default table at a terminal, plain elsewhere)")
	flags.StringSliceVar(&o.fields, "fields", nil, "write only these `KEYS` of the JSON, in this order: code,status")
	flags.StringVar(&o.template, "template", "",
		"apply the Go template `TEXT` to the whole JSON array, instead of -o\n(with the functions "+
			strings.Join(render.TemplateFunctions(), ", ")+")")
	flags.StringVar(&o.color, "color", "auto", "colour tables and notes `WHEN`: auto, always, never")
	flags.IntVar(&o.width, "width", 0, "make tables at most `N` cells wide, 20 or more (default the terminal's width)")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "print nothing, only set the exit status")
	a.completeFlag(cmd, "output", fixed(render.Formats()))
	a.completeFlag(cmd, "fields", commaList(render.FieldNames(kind)))
	a.completeFlag(cmd, "template", fixed(nil))
	a.completeFlag(cmd, "color", fixed(colours()))
	a.completeFlag(cmd, "width", fixed(nil))
}

func colours() []string { return []string{"auto", "always", "never"} }

// check reports what is wrong with the flags by themselves, and silences a
// where only the exit status is wanted.
func (o *outputFlags) check(a *app, cmd *cobra.Command) error {
	changed := cmd.Flags().Changed
	switch {
	case !slices.Contains(colours(), o.color):
		return unknownValue("colour", o.color, colours())
	case changed("width") && o.width < minWidth:
		return usageError{fmt.Sprintf("--width %d is too narrow", o.width), fmt.Sprintf("%d or more", minWidth)}
	case changed("output") && !slices.Contains(render.Formats(), o.format):
		return unknownValue("output format", o.format, render.Formats())
	case changed("template") && o.template == "":
		return usageError{"--template is empty", "for example: --template '{{range .}}{{.code}}{{end}}'"}
	case changed("template") && changed("output"):
		return usageError{"--template replaces -o", "leave one of them out"}
	case changed("template") && changed("fields"):
		return usageError{"--template cannot go with --fields", "choose the keys in the template: {{range .}}{{.code}}{{end}}"}
	}
	if changed("fields") && len(o.fields) == 0 {
		o.fields = []string{""} // the flag's parser drops it; the renderer names the keys
	}
	a.quiet = o.quiet
	return nil
}

// settle chooses the format of records: the flag, then ERRCODE_OUTPUT, then a
// table at a terminal and plain elsewhere.
func (o *outputFlags) settle(env Env) error {
	if o.format != "" || o.template != "" {
		return nil
	}
	o.format = env.get("ERRCODE_OUTPUT")
	switch {
	case slices.Contains(render.Formats(), o.format):
	case o.format != "":
		return usageError{
			fmt.Sprintf("unknown output format %s in ERRCODE_OUTPUT", quoted(o.format)),
			"known: " + strings.Join(render.Formats(), ", "),
		}
	case env.StdoutTTY:
		o.format = "table"
	default:
		o.format = "plain"
	}
	return nil
}

// renderer returns the renderer that the flags ask for. Nothing is written
// where only the exit status is wanted.
func (o *outputFlags) renderer(a *app, kind render.Kind, single bool) (render.Renderer, error) {
	if err := o.settle(a.env); err != nil {
		return nil, err
	}
	color := a.env.colour(o.color, a.env.StdoutTTY)
	r, err := render.New(o.format, a.out, render.Options{
		Kind: kind, Single: single,
		Fields: o.fields, Template: o.template,
		Width: a.env.pageWidth(o.width), UTF8: a.env.utf8(), Color: color, Links: color,
	})
	switch {
	case err != nil:
		return nil, wrongOutput(err)
	case o.quiet:
		return silent{}, nil
	}
	return r, nil
}

// wrongOutput turns what a renderer says of --fields and --template into wrong
// usage; other errors stay as they are.
func wrongOutput(err error) error {
	var field *render.UnknownFieldError
	var template *render.TemplateError
	switch {
	case errors.As(err, &field):
		return usageError{problem: (&render.UnknownFieldError{Name: short(field.Name), Known: field.Known}).Error()}
	case errors.As(err, &template):
		return usageError{problem: err.Error()}
	default:
		return err
	}
}

// needsRemarks reports whether standard error has to say how matches were
// found: the other formats carry it in the key match.
func (o *outputFlags) needsRemarks() bool {
	return o.template == "" && slices.Contains([]string{"table", "plain", "csv", "markdown"}, o.format)
}

// silent is the renderer of -q.
type silent struct{}

func (silent) Record(render.Record) error { return nil }
func (silent) Close() error               { return nil }
