package scan

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// corpus is every input of the fixtures, and all of them as one.
func corpus(t testing.TB) []string {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, file := range files {
		for _, f := range fixtures(t, file) {
			out = append(out, f.input)
		}
	}
	return append(out, strings.Join(out, "\n"))
}

func TestCutsDoNotMatter(t *testing.T) {
	set := builtinSet(t)
	for _, input := range corpus(t) {
		whole := scanWith(set, input, len(input))
		for _, size := range []int{1, 2, 7, 64, 1000, 5000} {
			if got := scanWith(set, input, size); !reflect.DeepEqual(got, whole) {
				t.Errorf("in pieces of %d bytes %s", size, difference(got, whole))
				break
			}
		}
	}
}

// TestCutsOfLongLines: carriage returns part the text of a line that is read in
// pieces, and a piece may hold nothing.
func TestCutsOfLongLines(t *testing.T) {
	set := builtinSet(t)
	random := rand.New(rand.NewPCG(3, 4))
	inputs := corpus(t)
	inputs = inputs[:len(inputs)-1]
	for range 40 {
		var b strings.Builder
		for b.Len() < 200_000 {
			if random.IntN(3) > 0 {
				b.WriteString(strings.Repeat("progress ", random.IntN(4000)))
			} else {
				b.WriteString(strings.ReplaceAll(inputs[random.IntN(len(inputs))], "\n", " "))
			}
			b.WriteString([]string{" ", " ", "\r", "\r", "\n"}[random.IntN(5)])
		}
		input := b.String()
		whole := scanWith(set, input, len(input))
		for _, size := range []int{1000, 40_000, 66_000, 80_000, 131_072} {
			if got := scanWith(set, input, size); !reflect.DeepEqual(got, whole) {
				t.Errorf("in pieces of %d bytes %s", size, difference(got, whole))
				break
			}
		}
	}
}

// difference describes the first occurrence that differs.
func difference(got, want []Occurrence) string {
	i := 0
	for i < len(got) && i < len(want) && reflect.DeepEqual(got[i], want[i]) {
		i++
	}
	return fmt.Sprintf("number %d is\n%+v\nwhole\n%+v", i, got[i:min(i+1, len(got))], want[i:min(i+1, len(want))])
}

// FuzzScan looks for input that breaks the scanner, or that it reads otherwise
// when it is cut otherwise.
func FuzzScan(f *testing.F) {
	for i, input := range corpus(f) {
		f.Add(input, i)
	}
	set := builtinSet(f)
	f.Fuzz(func(t *testing.T, input string, size int) {
		whole, cut := scanWith(set, input, len(input)), scanWith(set, input, size)
		if !reflect.DeepEqual(cut, whole) {
			t.Errorf("in pieces of %d bytes %s", size, difference(cut, whole))
		}
	})
}
