package scan

import (
	"maps"
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
