package scan

import (
	"errors"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
)

// shuffled is the fixtures in some order, until they have a size, with so many
// ordinary lines between two of them at most.
func shuffled(t testing.TB, size, ordinary int) string {
	inputs := corpus(t)
	inputs = inputs[:len(inputs)-1] // not all as one
	random := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(inputs[random.IntN(len(inputs))])
		b.WriteByte('\n')
		for range random.IntN(ordinary + 1) {
			b.WriteString("2026-11-03T10:00:00Z INFO [worker-7] c.e.dds.Poller - polled 12 instances in 31 ms\n")
		}
	}
	return b.String()
}

// scanParts scans a text as a file of parts of some size, and tells how many
// were taken as their own scanner had them.
func scanParts(t *testing.T, file io.ReaderAt, from, size int, partSize int64) (found []Occurrence, adopted int, err error) {
	f := &fileScan{source: "-", file: file, from: int64(from), size: int64(size), partSize: partSize, lookback: lookback, workers: 3}
	f.scan(New(builtinSet(t), Options{}), func(o []Occurrence, e error) bool {
		found = append(found, o...)
		err = errors.Join(err, e)
		return true
	})
	return found, f.adopted, err
}

func TestPartsDoNotMatter(t *testing.T) {
	set := builtinSet(t)
	for name, test := range map[string]struct {
		input string
		apart bool // most parts begin where no record is open for long
	}{
		"sparse":       {shuffled(t, 2<<20, 500), true},
		"dense":        {shuffled(t, 1<<20, 0), false},
		"byte order":   {"\ufeff" + shuffled(t, 1<<20, 300), true},
		"UTF-16":       {utf16File(shuffled(t, 1<<20, 300)), false},
		"one line":     {strings.ReplaceAll(shuffled(t, 1<<20, 300), "\n", " "), false},
		"no line end":  {shuffled(t, 1<<20, 300) + `{"Code":"InvalidParameter","RequestId":"8906582E-6722-5D4F-B1A4-7B1B1A0E2B1C"`, true},
		"a long line":  {shuffled(t, 1<<20, 300) + strings.Repeat("x", 1<<20) + "\n" + shuffled(t, 1<<20, 300), true},
		"no error":     {strings.Repeat("nothing to see\n", 1<<16), true},
		"short":        {"Code: InvalidParameter\n", true},
		"empty":        {"", false},
		"a long hunk":  {"@@ -1,90000 +1,90000 @@\n" + strings.Repeat(" Error: InvalidParameter\n", 1<<16), false},
		"after a hunk": {"> @@ -1 +1 @@\n> -Code: QuotaNotEnough\n> +b\n/**\n * Code: QuotaNotEnough\n */\n" + strings.Repeat("nothing to see\n", 1<<16), true},
		"one document": {"[" + strings.Repeat(`{"Code":"InvalidParameter","RequestId":"8906582E-6722-5D4F-B1A4-7B1B1A0E2B1C"},`+"\n", 1<<13) + "{}]\n", false},
	} {
		t.Run(name, func(t *testing.T) {
			want := scanWith(set, test.input, readSize)
			const partSize = 300_000
			got, adopted, err := scanParts(t, strings.NewReader(test.input), 0, len(test.input), partSize)
			if err != nil {
				t.Error(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("in parts %s", difference(got, want))
			}
			if parts := (len(test.input) + partSize - 1) / partSize; test.apart && adopted < parts/2 {
				t.Errorf("%d of %d parts were of use", adopted, parts)
			}
			t.Logf("%d occurrences, %d parts of use", len(got), adopted)
		})
	}
}

// FuzzParts looks for a state in which a part's scanner is taken for the right one
// and is not: where it begins only a little before its part, it seldom is.
func FuzzParts(f *testing.F) {
	for i, input := range corpus(f) {
		f.Add(input, i%700, i%90)
	}
	set := builtinSet(f)
	f.Fuzz(func(t *testing.T, input string, partSize, lookback int) {
		input = strings.Repeat(input+"\n", 3)
		scan := &fileScan{
			source: "-", file: strings.NewReader(input), size: int64(len(input)),
			partSize: int64(max(partSize, 16)), lookback: int64(max(lookback, 1)), workers: 2,
		}
		var got []Occurrence
		scan.scan(New(set, Options{}), func(o []Occurrence, err error) bool {
			got = append(got, o...)
			return err == nil
		})
		if want := scanWith(set, input, len(input)); !reflect.DeepEqual(got, want) {
			t.Errorf("in parts of %d bytes, from %d before, %s", partSize, lookback, difference(got, want))
		}
	})
}

// utf16File returns a text as UTF-16, little end first.
func utf16File(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		if r > 0xffff {
			r = '?'
		}
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// A file that somebody has read a part of is read from there on.
func TestPartsFromTheMiddle(t *testing.T) {
	input := shuffled(t, 1<<20, 300)
	from := strings.IndexByte(input[len(input)/3:], '\n') + len(input)/3 + 1
	got, _, err := scanParts(t, strings.NewReader(input), from, len(input), 200_000)
	if err != nil {
		t.Error(err)
	}
	if want := scanWith(builtinSet(t), input[from:], readSize); !reflect.DeepEqual(got, want) {
		t.Error(difference(got, want))
	}
}

// A file may be shorter or longer than it was when its size was asked for.
func TestPartsOfAFileThatChanges(t *testing.T) {
	input := shuffled(t, 1<<20, 300)
	want := scanWith(builtinSet(t), input, readSize)
	for _, size := range []int{len(input) / 2, len(input) * 2} {
		got, _, err := scanParts(t, strings.NewReader(input), 0, size, 200_000)
		if err != nil {
			t.Error(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("said to have %d bytes, has %d: %s", size, len(input), difference(got, want))
		}
	}
}

// failing cannot be read behind some offset.
type failing struct {
	io.ReaderAt
	end int64
}

var errDisk = errors.New("disk")

func (f failing) ReadAt(p []byte, at int64) (int, error) {
	if at+int64(len(p)) <= f.end {
		return f.ReaderAt.ReadAt(p, at)
	}
	n, _ := f.ReaderAt.ReadAt(p[:max(f.end-at, 0)], at)
	return n, errDisk
}

func TestPartsOfAFileThatFails(t *testing.T) {
	input := shuffled(t, 1<<20, 300)
	end := len(input) * 2 / 3
	got, _, err := scanParts(t, failing{strings.NewReader(input), int64(end)}, 0, len(input), 200_000)
	if !errors.Is(err, errDisk) {
		t.Errorf("the error is %v", err)
	}
	if want := scanWith(builtinSet(t), input[:end], readSize); !reflect.DeepEqual(got, want) {
		t.Error(difference(got, want))
	}
}

// farthest knows how far a file was read.
type farthest struct {
	io.ReaderAt
	end atomic.Int64
}

func (f *farthest) ReadAt(p []byte, at int64) (int, error) {
	for end := f.end.Load(); at+int64(len(p)) > end && !f.end.CompareAndSwap(end, at+int64(len(p))); {
		end = f.end.Load()
	}
	return f.ReaderAt.ReadAt(p, at)
}

// What a long line holds is known before it is read to its end, and where nobody
// wants more, no more is read.
func TestPartsReadNoFurtherThanNeeded(t *testing.T) {
	line := strings.ReplaceAll(shuffled(t, 4<<20, 30), "\n", " ")
	for name, input := range map[string]string{
		"one line":     line,
		"a long line":  "Code: InvalidParameter\n" + line + "\nCode: InvalidParameter\n",
		"UTF-16":       utf16File(shuffled(t, 2<<20, 30)),
		"many records": shuffled(t, 4<<20, 30),
	} {
		t.Run(name, func(t *testing.T) {
			file := &farthest{ReaderAt: strings.NewReader(input)}
			f := &fileScan{source: "-", file: file, size: int64(len(input)), partSize: 100_000, lookback: lookback, workers: 2}
			f.scan(New(builtinSet(t), Options{}), func([]Occurrence, error) bool { return false })
			if end := file.end.Load(); end > 2<<20 {
				t.Errorf("%d of %d bytes were read for the first occurrence", end, len(input))
			}
		})
	}
}
