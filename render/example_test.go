package render_test

import (
	"fmt"
	"os"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

func ExampleNew() {
	r, err := render.New("plain", os.Stdout, render.Options{Fields: []string{"code", "retry"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	entry := catalog.Entry{Code: "KilnBusy", Status: 503, Guidance: catalog.Guidance{Retry: "after-wait"}}
	if err := r.Record(render.FromMatch(catalog.Match{Entry: entry})); err != nil {
		fmt.Println(err)
	}
	if err := r.Close(); err != nil {
		fmt.Println(err)
	}
	// Output: KilnBusy	after-wait
}

func ExampleNew_card() {
	r, _ := render.New("table", os.Stdout, render.Options{Width: 60, UTF8: true})
	entry := catalog.Entry{
		Catalog: "pottery", Code: "KilnBusy", Status: 503, Message: "The kiln is firing.",
		Guidance: catalog.Guidance{Retry: "after-wait", NextSteps: []string{"Wait until the pots have cooled down."}},
	}
	_ = r.Record(render.FromMatch(catalog.Match{Entry: entry}))
	_ = r.Close()
	// Output:
	// KilnBusy  HTTP 503
	// ────────────────────────────────────────────────────────────
	// The kiln is firing.
	//
	//   retry        after-wait: wait until the state ends, then
	//                send it again
	//
	//   next steps   Wait until the pots have cooled down.
	//
	//   catalog      pottery
}

func ExampleNotes() {
	notes := render.NewNotes(render.Options{Width: 120})
	entry := catalog.Entry{Code: "KilnBusy", Status: 503, Guidance: catalog.Guidance{
		NextSteps: []string{"Wait until the pots have cooled down."},
	}}
	known := scan.Occurrence{Code: "KilnBusy", Entries: []catalog.Match{{Entry: entry}}}
	fmt.Println(notes.Line(known))
	unknown := scan.Occurrence{Code: "KilnBussy", Suggestions: []string{"KilnBusy"}}
	fmt.Println(notes.Line(unknown))
	// Output:
	// errcode: KilnBusy (503): Wait until the pots have cooled down.
	// errcode: KilnBussy: not in any catalog; near KilnBusy
}

func ExampleClean() {
	fmt.Println(render.Clean("a\tline\x1b[31m in \u202Ethe log\r\n") + "|")
	// Output: a line [31m in  the log |
}
