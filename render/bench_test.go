package render_test

import (
	"io"
	"testing"

	"github.com/errcode/errcode/render"
)

// BenchmarkFormats writes one match, as a lookup does.
func BenchmarkFormats(b *testing.B) {
	record := match(full())
	for _, format := range render.Formats() {
		b.Run(format, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r, err := render.New(format, io.Discard, render.Options{Width: 80, UTF8: true, Color: true})
				if err != nil {
					b.Fatal(err)
				}
				if err := r.Record(record); err != nil {
					b.Fatal(err)
				}
				if err := r.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNote writes one note, as annotate does for each error of its input.
func BenchmarkNote(b *testing.B) {
	notes := render.NewNotes(render.Options{Width: 120, UTF8: true, Color: true})
	known := occurrences()[0]
	b.ReportAllocs()
	for b.Loop() {
		if notes.Line(known) == "" {
			b.Fatal("no note")
		}
	}
}
