package scan

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// checkText fails where a text does not say where its bytes come from.
func checkText(t *testing.T, x text, size int) {
	t.Helper()
	last := -1
	for i := range x.s {
		if at := x.src(i); at < 0 || at >= size {
			t.Fatalf("byte %d of %q comes from %d, of %d", i, x.s, at, size)
		}
	}
	for _, m := range x.marks {
		if m.at <= last {
			t.Fatalf("marks of %q: %v", x.s, x.marks)
		}
		last = m.at
	}
}

// checkNode fails where a value of a document lies outside of it.
func checkNode(t *testing.T, n *node, size int) {
	t.Helper()
	if n.end < 0 || n.end > size {
		t.Fatalf("%q ends at %d of %d", n.key, n.end, size)
	}
	if !n.group {
		checkText(t, n.text, size)
	}
	for i := range n.members {
		checkNode(t, &n.members[i], size)
	}
}

func seed(f *testing.F, from string) {
	for _, input := range corpus(f) {
		if i := strings.Index(input, from); i >= 0 && len(input) < 1<<14 {
			f.Add(input[i:])
		}
	}
}

func FuzzJSON(f *testing.F) {
	seed(f, "{")
	seed(f, "(")
	f.Fuzz(func(t *testing.T, input string) {
		if input == "" {
			return
		}
		n, _ := parseJSON(textOf(input), 0, new(nodeList))
		checkNode(t, &n, len(input))
	})
}

func FuzzXML(f *testing.F) {
	seed(f, "<")
	f.Fuzz(func(t *testing.T, input string) {
		if n, ok := parseXML(textOf(input), 0, new(nodeList)); ok {
			checkNode(t, &n, len(input))
		}
	})
}

func FuzzEscapes(f *testing.F) {
	seed(f, "&")
	seed(f, "%")
	seed(f, "=")
	seed(f, "\\")
	seed(f, "\x1b")
	f.Fuzz(func(t *testing.T, input string) {
		x := textOf(input)
		checkText(t, decode(x), len(input))
		checkText(t, unescapeAll(x), len(input))
		checkText(t, stripColour(x), len(input))
		checkText(t, unescapeAll(decode(stripColour(x))), len(input))
	})
}

func FuzzLabels(f *testing.F) {
	seed(f, "")
	f.Fuzz(func(t *testing.T, input string) {
		last := 0
		labels(input, 0, len(input), func(l foundLabel) {
			if l.at < 0 || l.at >= l.value || l.value > len(input) || l.value < last {
				t.Errorf("label %+v in %q", l, input)
			}
			last = l.value
		})
		heads(plain(input), func(h head) {
			if h.at < 0 || h.at >= h.end || h.end > len(input) {
				t.Errorf("head %+v in %q", h, input)
			}
		})
	})
}

func FuzzPrefix(f *testing.F) {
	seed(f, "")
	f.Fuzz(func(t *testing.T, input string) {
		line, _, _ := strings.Cut(input, "\n")
		l := readLine([]byte(line))
		if l.n < 0 || l.n > len(l.text.s) {
			t.Errorf("prefix of %d bytes in %q", l.n, line)
		}
		checkText(t, l.text, len(line))
	})
}

// TestLinesThatLackAWord: what stands between brackets, colons and quotes may be
// missing, wherever it stands.
func TestLinesThatLackAWord(t *testing.T) {
	s := New(builtinSet(t), Options{})
	seen := map[string]bool{}
	for _, input := range corpus(t) {
		for line := range strings.SplitSeq(input, "\n") {
			if seen[line] || len(line) > 500 {
				continue
			}
			seen[line] = true
			for i := 0; i < len(line); {
				n := i
				for n < len(line) && isWord(line[n]) {
					n++
				}
				if n > i {
					s.Reset("-")
					for _, o := range append(s.Write([]byte(line[:i]+line[n:]+"\n")), s.Close()...) {
						if o.Line != 1 || o.Column > len(line) {
							t.Errorf("found at %d:%d in %q without %q", o.Line, o.Column, line, line[i:n])
						}
					}
				}
				i = n + 1
			}
		}
	}
}

// testFilter has needles of both kinds: windows of eleven bytes, and samples.
func testFilter() *filter {
	return compile([]string{"InvalidParameter", "QuotaExceed", "Zone.NotSupport", "InvalidBackupSetID.NotFound", "Forbidden", "Limit"}, []string{"abc def ghi", "错误码"})
}

// checkFilter compares the filter with a look at each place.
func checkFilter(t *testing.T, f *filter, data []byte, from, to int) {
	t.Helper()
	needles := []needle{{kind: fieldNeedle}, {kind: errorNeedle}}
	for _, n := range f.windows.list[1:] {
		needles = append(needles, n.needle)
	}
	for _, n := range f.samples.list[1:] {
		if n.s != "" {
			needles = append(needles, n.needle)
		}
	}
	var want []int
	for at := from; at < to; at++ {
		if slices.ContainsFunc(needles, func(n needle) bool { return n.in(data, at) }) {
			want = append(want, at)
		}
	}
	if got := f.find(nil, data, from, to, nil); !slices.Equal(got, want) {
		t.Errorf("from %d to %d of %q found at %v, want %v", from, to, data, got, want)
	}
}

func FuzzFilter(f *testing.F) {
	x := testFilter()
	f.Add(strings.Repeat("a InvalidParameter b: QuotaExceed\nForbidden", 20), 3, 5)
	f.Add(strings.Repeat("code: Limit, \"Code\":\"Some.Code\", code=200 Error:Some 错误码", 9), 1, 0)
	f.Fuzz(func(t *testing.T, input string, from, behind int) {
		from = max(min(from, len(input)), 0)
		checkFilter(t, x, []byte(input), from, max(len(input)-max(behind, 0), from))
	})
}

func TestFilterFindsNeedlesAnywhere(t *testing.T) {
	f := testFilter()
	for size := range 300 {
		for _, needle := range []string{"InvalidParameter", "QuotaExceed", "abc def ghi", "Forbidden", "Limit", "错误码", "code=A", "Error:Ab"} {
			input := []byte(strings.Repeat("x", size) + "\n" + needle + "\n" + strings.Repeat("y", 299-size))
			if got := f.find(nil, input, 0, len(input), nil); !slices.Equal(got, []int{size + 1}) {
				t.Fatalf("%s at %d: found at %v", needle, size+1, got)
			}
			checkFilter(t, f, input, size, len(input))
		}
	}
}

// TestFilterFindsAll looks at the fixtures with the needles of what ships.
func TestFilterFindsAll(t *testing.T) {
	f := New(builtinSet(t), Options{}).filter
	for _, input := range corpus(t) {
		for _, from := range []int{0, len(input) / 3} {
			checkFilter(t, f, []byte(input), from, len(input))
		}
	}
}

func TestManyCodes(t *testing.T) {
	known := func(word string) bool { return word == "Some.Code" || word == "OtherCode" }
	input := []byte("err=Some.Code\na Some.Coded b\nx: OtherCode\nOtherCoder\n")
	got := words(nil, input, 0, known)
	if len(got) != 2 || got[0] != 4 || got[1] != 32 {
		t.Errorf("found at %v", got)
	}
}

// TestPromptReportsFindTheSame: what annotate reports at once are the same
// errors as those that explain reports when a record is whole.
func TestPromptReportsFindTheSame(t *testing.T) {
	set := builtinSet(t)
	for _, input := range corpus(t) {
		count := func(opt Options) map[string]int {
			s := New(set, opt)
			s.Reset("-")
			n := map[string]int{}
			for _, o := range append(s.Write([]byte(input)), s.Close()...) {
				n[o.Code+" "+o.RequestID]++
			}
			return n
		}
		whole, prompt := count(Options{}), count(Options{Prompt: true})
		if !maps.Equal(whole, prompt) {
			t.Errorf("promptly %v, at the end %v, in\n%s", prompt, whole, input[:min(len(input), 1500)])
		}
	}
}
