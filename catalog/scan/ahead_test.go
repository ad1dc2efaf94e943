package scan

import (
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

func TestAheadFindsTheSame(t *testing.T) {
	set := builtinSet(t)
	readers := map[string]func(io.Reader) io.Reader{
		"whole": func(r io.Reader) io.Reader { return r }, "half": iotest.HalfReader,
		"one byte": iotest.OneByteReader, "end with the data": iotest.DataErrReader,
	}
	for _, input := range append(corpus(t), "\n", "\ufeffCode: InvalidParameter\n", utf16Of("Code: InvalidParameter\n")) {
		want := scanWith(set, input, len(input))
		for name, reader := range readers {
			s := New(set, Options{})
			s.Reset("-")
			var got []Occurrence
			for b, err := range s.Ahead(reader(strings.NewReader(input))) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, s.WriteBlock(b)...)
			}
			if got = append(got, s.Close()...); !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %s", name, difference(got, want))
			}
		}
	}
}

// utf16Of returns ASCII as UTF-16 with its mark.
func utf16Of(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for i := range len(s) {
		b.WriteString(s[i:i+1] + "\x00")
	}
	return b.String()
}

func TestAheadPassesOnWhatWasReadBeforeAnError(t *testing.T) {
	broken := errors.New("broken")
	s := New(builtinSet(t), Options{})
	var data string
	var got error
	for b, err := range s.Ahead(io.MultiReader(strings.NewReader("a\nb"), iotest.ErrReader(broken))) {
		data += string(b.Data)
		got = errors.Join(got, err)
	}
	if data != "a\nb" || !errors.Is(got, broken) {
		t.Errorf("read %q and %v, want all and the error", data, got)
	}
}
