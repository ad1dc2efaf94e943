package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rules of ARCHITECTURE.md, held by a test so that nobody has to remember
// them. They read the syntax alone, file by file; each has a case in
// [TestRulesBite] that breaks it.

const module = "github.com/errcode/errcode"

// A source is a Go file of the repository, its path slashed and from the root.
type source struct {
	path string
	fset *token.FileSet
	file *ast.File
}

func (s source) dir() string  { return path.Dir(s.path) }
func (s source) base() string { return path.Base(s.path) }

// test reports whether the file is compiled for tests only.
func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// generator reports whether the file belongs to a program that go generate
// runs and the shipped binary does not contain.
func (s source) generator() bool { return strings.HasPrefix(s.dir(), "internal/gen") }

// under reports whether the file lies in dir or below it.
func (s source) under(dir string) bool {
	return s.dir() == dir || strings.HasPrefix(s.dir(), dir+"/")
}

// names returns the import path behind each name that the file imports.
func (s source) names() map[string]string {
	names := map[string]string{}
	for _, spec := range s.file.Imports {
		p := importPath(spec)
		name := path.Base(p)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = p
	}
	return names
}

func importPath(spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		panic(err) // the parser has accepted it
	}
	return p
}

// A report takes what a rule found at a place.
type report func(at ast.Node, format string, args ...any)

// A rule looks at one file.
type rule struct {
	name  string
	check func(s source, found report)
}

func rules() []rule {
	return []rule{
		{"imports", checkImports},
		{"calls", checkCalls},
		{"init", checkInit},
		{"variables", checkVariables},
	}
}

// imports says what each package may import: packages of its own module, and
// other modules' packages. The standard library is open but for
// [deniedStandard].
func imports() map[string][]string {
	own := func(names ...string) []string {
		for i, name := range names {
			names[i] = module + "/" + name
		}
		return names
	}
	return map[string][]string{
		".":               own("cmd"),
		"catalog":         {"github.com/sahilm/fuzzy"},
		"catalog/scan":    own("catalog"),
		"catalog/tables":  own("catalog"),
		"catalog/patch":   append(own("catalog"), "go.yaml.in/yaml/v3"),
		"catalog/lint":    own("catalog", "catalog/tables", "catalog/patch"),
		"catalog/builtin": nil,
		"render": append(own("catalog", "catalog/scan"), "go.yaml.in/yaml/v3",
			"github.com/charmbracelet/lipgloss", "github.com/charmbracelet/x/ansi",
			"github.com/muesli/termenv"),
		"cmd": append(own("catalog", "catalog/builtin", "catalog/scan", "render"),
			"github.com/spf13/cobra", "github.com/spf13/pflag", "golang.org/x/term"),
		"internal/gencatalog": own("catalog", "catalog/patch", "catalog/tables"),
		"internal/gendocs":    append(own("catalog", "cmd"), "github.com/spf13/cobra", "github.com/spf13/pflag"),
	}
}

// deniedStandard explains why a file may not import a package of the standard
// library, and returns "" where it may.
func deniedStandard(s source, p string) string {
	family, _, _ := strings.Cut(p, "/")
	switch {
	case s.generator():
		return ""
	case family == "net":
		return "errcode never uses the network"
	case p == "os/exec", p == "plugin":
		return "errcode never runs other programs"
	case p == "log", p == "log/slog":
		return "messages go to Env.Stderr, one line each"
	case p == "unsafe":
		return "accesses are bounds-checked"
	case family == "os":
		if s.path == "main.go" || s.path == "cmd/env.go" {
			return ""
		}
		return "the system is known to main.go and cmd/env.go alone"
	case p == "embed":
		if slices.Contains([]string{"catalog/builtin", "catalog", "cmd"}, s.dir()) {
			return ""
		}
		return "data is embedded by catalog/builtin, word lists by catalog, completion scripts by cmd"
	}
	return ""
}

func checkImports(s source, found report) {
	if s.test() {
		return
	}
	allowed, known := imports()[s.dir()]
	if !known {
		found(s.file, "package %s is in no row of imports()", s.dir())
	}
	for _, spec := range s.file.Imports {
		p := importPath(spec)
		first, _, _ := strings.Cut(p, "/")
		switch {
		case spec.Name != nil && spec.Name.Name == ".":
			found(spec, "dot import of %s hides names from these rules", p)
		case strings.Contains(first, "."):
			if !slices.Contains(allowed, p) {
				found(spec, "%s may not import %s", s.dir(), p)
			}
		default:
			if why := deniedStandard(s, p); why != "" {
				found(spec, "import of %s: %s", p, why)
			}
		}
	}
}

// A ban forbids names of a package outside some files.
type ban struct {
	pkg   string
	names []string
	but   func(s source) bool
	why   string
}

func bans() []ban {
	return []ban{
		{
			"os",
			[]string{"Exit"},
			func(s source) bool { return s.test() || s.base() == "main.go" },
			"only main.go ends the process",
		},
		{
			"os",
			[]string{
				"Args", "Clearenv", "Environ", "Expand", "ExpandEnv", "Getenv", "Getwd", "LookupEnv", "Setenv",
				"Stderr", "Stdin", "Stdout", "Unsetenv", "UserCacheDir", "UserConfigDir", "UserHomeDir",
			},
			func(s source) bool { return s.test() || s.generator() || s.path == "cmd/env.go" },
			"only cmd/env.go knows the process's streams, arguments and environment",
		},
		{
			"time",
			[]string{"After", "AfterFunc", "NewTicker", "NewTimer", "Now", "Since", "Sleep", "Tick", "Until"},
			func(s source) bool { return s.test() || !s.under("catalog") && !s.under("render") },
			"catalog and render know no clock",
		},
		{
			"github.com/charmbracelet/lipgloss",
			[]string{
				"ColorProfile", "DefaultRenderer", "HasDarkBackground", "NewStyle",
				"SetColorProfile", "SetDefaultRenderer", "SetHasDarkBackground",
			},
			func(source) bool { return false },
			"it stands on lipgloss's hidden global renderer, which may ask the terminal",
		},
	}
}

func checkCalls(s source, found report) {
	names := s.names()
	ast.Inspect(s.file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := sel.X.(*ast.Ident)
		if !ok {
			return true
		}
		for _, b := range bans() {
			if names[x.Name] == b.pkg && slices.Contains(b.names, sel.Sel.Name) && !b.but(s) {
				found(sel, "%s.%s: %s", x.Name, sel.Sel.Name, b.why)
			}
		}
		return true
	})
}

func checkInit(s source, found report) {
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
			found(f, "init runs before every command, needed or not")
		}
	}
}

func checkVariables(s source, found report) {
	if s.test() {
		return
	}
	for _, d := range s.file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.VAR {
			continue
		}
		for _, sp := range decl.Specs {
			spec := sp.(*ast.ValueSpec)
			if !allowedVariable(s, decl, spec) {
				found(spec, "package variable %s is no go:embed, Err..., interface check or constant table",
					spec.Names[0].Name)
			}
		}
	}
}

func allowedVariable(s source, decl *ast.GenDecl, spec *ast.ValueSpec) bool {
	for _, doc := range []*ast.CommentGroup{decl.Doc, spec.Doc} {
		if doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
			return strings.HasPrefix(c.Text, "//go:embed ")
		}) {
			return true
		}
	}
	sentinel := regexp.MustCompile(`^Err[A-Z]`)
	for _, name := range spec.Names {
		switch {
		case name.Name == "_", sentinel.MatchString(name.Name):
		case stamped(s, spec, name.Name):
		case len(spec.Values) > 0 && !slices.ContainsFunc(spec.Values, func(v ast.Expr) bool {
			_, composite := v.(*ast.CompositeLit)
			return !composite || !constantTable(v)
		}):
		default:
			return false
		}
	}
	return true
}

// stamped reports whether the linker's -X sets the variable: it can set
// neither constants nor fields.
func stamped(s source, spec *ast.ValueSpec, name string) bool {
	t, ok := spec.Type.(*ast.Ident)
	return s.dir() == "cmd" && ok && t.Name == "string" && len(spec.Values) == 0 &&
		slices.Contains([]string{"version", "commit", "date"}, name)
}

// constantTable reports whether the linker can lay out the value, so that it
// costs nothing at start: literals of arrays, slices and structs, without
// calls, maps and functions.
func constantTable(e ast.Expr) bool {
	constant := true
	ast.Inspect(e, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.CallExpr, *ast.MapType, *ast.FuncLit:
			constant = false
		}
		return constant
	})
	return constant
}

// parse reads a file's text; it panics where that is no Go.
func parse(name, text string) source {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
	if err != nil {
		panic(err)
	}
	return source{name, fset, file}
}

// findings returns what a rule says of a file, a line for each.
func findings(r rule, s source) []string {
	var all []string
	r.check(s, func(at ast.Node, format string, args ...any) {
		line := s.fset.Position(at.Pos()).Line
		all = append(all, fmt.Sprintf("%s:%d: %s [%s]", s.path, line, fmt.Sprintf(format, args...), r.name))
	})
	return all
}

// files returns the paths of the repository's files, slashed, in order.
func files(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (name == ".git" || name == "dist") {
			return fs.SkipDir
		}
		if d.Type().IsRegular() {
			all = append(all, filepath.ToSlash(name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestRules(t *testing.T) {
	used := map[string][]string{} // what each package imports of imports()
	for _, name := range files(t) {
		if !strings.HasSuffix(name, ".go") || strings.Contains(name, "testdata/") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		s := parse(name, string(text))
		for _, r := range rules() {
			for _, f := range findings(r, s) {
				t.Error(f)
			}
		}
		if !s.test() {
			used[s.dir()] = append(used[s.dir()], slices.Collect(maps.Values(s.names()))...)
		}
	}
	for _, f := range unused(imports(), used) {
		t.Error(f)
	}
}

// unused returns what imports() allows and nobody needs, a line for each: it
// would let in by accident what was taken out on purpose.
func unused(allowed, used map[string][]string) []string {
	var all []string
	for _, dir := range slices.Sorted(maps.Keys(allowed)) {
		if _, ok := used[dir]; !ok {
			all = append(all, fmt.Sprintf("imports() has a row for %s, which is no package", dir))
			continue
		}
		for _, p := range allowed[dir] {
			if !slices.Contains(used[dir], p) {
				all = append(all, fmt.Sprintf("imports() lets %s import %s, which none of its files does", dir, p))
			}
		}
	}
	return all
}

func TestUnused(t *testing.T) {
	allowed := map[string][]string{"cmd": {"a/x", "a/y"}, "render": {"a/x"}, "old": nil}
	used := map[string][]string{"cmd": {"fmt", "a/y"}, "render": {"a/x"}}
	want := []string{
		"imports() lets cmd import a/x, which none of its files does",
		"imports() has a row for old, which is no package",
	}
	if got := unused(allowed, used); !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// TestRulesBite breaks each rule in memory; the empty finding is a neighbour
// that must pass.
func TestRulesBite(t *testing.T) {
	tests := []struct {
		rule, path, text, want string
	}{
		{"imports", "catalog/x.go", `import "os"`, "import of os: the system is known"},
		{"imports", "catalog/x.go", `import "os/signal"`, "import of os/signal: the system is known"},
		{"imports", "catalog/scan/x.go", `import "net/http"`, "import of net/http: errcode never uses the network"},
		{"imports", "cmd/env.go", `import "net"`, "import of net: errcode never uses the network"},
		{"imports", "cmd/env.go", `import "os/exec"`, "import of os/exec: errcode never runs other programs"},
		{"imports", "cmd/x.go", `import "log/slog"`, "import of log/slog: messages go to Env.Stderr"},
		{"imports", "catalog/x.go", `import "unsafe"`, "import of unsafe: accesses are bounds-checked"},
		{"imports", "render/x.go", `import "embed"`, "import of embed: data is embedded by"},
		{"imports", "cmd/lookup.go", `import "os"`, "import of os: the system is known"},
		{"imports", "cmd/lookup.go", `import "github.com/charmbracelet/lipgloss"`, "cmd may not import github.com/charm"},
		{"imports", "catalog/x.go", `import "github.com/errcode/errcode/render"`, "catalog may not import github.com/err"},
		{"imports", "catalog/x.go", `import "github.com/spf13/cobra"`, "catalog may not import github.com/spf13/cobra"},
		{"imports", "catalog/scan/x.go", `import "github.com/sahilm/fuzzy"`, "catalog/scan may not import github.com/sa"},
		{"imports", "cmd/x.go", `import . "strings"`, "dot import of strings hides names"},
		{"imports", "utils/x.go", ``, "package utils is in no row of imports()"},
		{"imports", "cmd/env.go", `import "os"`, ""},
		{"imports", "internal/gendocs/x.go", `import "os/exec"`, ""},
		{"imports", "catalog/builtin/x.go", `import _ "embed"`, ""},
		{"imports", "catalog/x.go", `import "github.com/sahilm/fuzzy"`, ""},
		{"imports", "catalog/x_test.go", `import "os"`, ""},

		{"calls", "cmd/x.go", `import "os"; func f() { os.Exit(1) }`, "os.Exit: only main.go ends the process"},
		{"calls", "cmd/x.go", `import sys "os"; func f() { sys.Exit(1) }`, "sys.Exit: only main.go ends the process"},
		{"calls", "cmd/x.go", `import "os"; func f() any { return os.Stdout }`, "os.Stdout: only cmd/env.go knows"},
		{"calls", "main.go", `import "os"; func f() any { return os.Args }`, "os.Args: only cmd/env.go knows"},
		{"calls", "cmd/x.go", `import "os"; var x = os.Getenv("X")`, "os.Getenv: only cmd/env.go knows"},
		{"calls", "catalog/x.go", `import "time"; func f() any { return time.Now() }`, "time.Now: catalog and render know no"},
		{
			"calls", "render/x_test.go", `import "github.com/charmbracelet/lipgloss"; func f() { lipgloss.NewStyle() }`,
			"lipgloss.NewStyle: it stands on lipgloss's hidden global renderer",
		},
		{"calls", "main.go", `import "os"; func main() { os.Exit(1) }`, ""},
		{"calls", "cmd/env.go", `import "os"; func f() any { return os.Stdout }`, ""},
		{"calls", "cmd/x.go", `type t struct{}; func (t) Exit(int) {}; func f(os t) { os.Exit(1) }`, ""},
		{"calls", "cmd/x.go", `import "time"; func f() any { return time.Now() }`, ""},

		{"init", "cmd/x.go", `func init() {}`, "init runs before every command"},
		{"init", "cmd/x_test.go", `func init() {}`, "init runs before every command"},
		{"init", "cmd/x.go", `type t struct{}; func (t) init() {}`, ""},

		{"variables", "cmd/x.go", `var x int`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `var x = "text"`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `var a, b = 1, 2`, "package variable a is no go:embed"},
		{"variables", "cmd/x.go", `var x = map[string]int{"a": 1}`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `var x = []any{map[string]int{}}`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `var x = []any{f()}; func f() int { return 1 }`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `import "regexp"; var x = regexp.MustCompile("x")`, "package variable x is no go:embed"},
		{"variables", "cmd/x.go", `var version = "1.0"`, "package variable version is no go:embed"},
		{"variables", "render/x.go", `var version string`, "package variable version is no go:embed"},
		{"variables", "cmd/x.go", `var errors string`, "package variable errors is no go:embed"},
		{"variables", "cmd/x.go", "//go:embed x\nvar x string", ""},
		{"variables", "cmd/x.go", `var version, commit, date string`, ""},
		{"variables", "cmd/x.go", `import "errors"; var ErrX = errors.New("x")`, ""},
		{"variables", "cmd/x.go", `var _ interface{} = t{}; type t struct{}`, ""},
		{"variables", "cmd/x.go", `var x = [...]string{1: "a"}`, ""},
		{"variables", "cmd/x.go", `func f() { var x int; _ = x }`, ""},
		{"variables", "cmd/x_test.go", `var x int`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.rule+"/"+tt.path, func(t *testing.T) {
			i := slices.IndexFunc(rules(), func(r rule) bool { return r.name == tt.rule })
			got := findings(rules()[i], parse(tt.path, "package p\n"+tt.text))
			if tt.want == "" {
				if len(got) > 0 {
					t.Errorf("%s\ngot %q, want nothing", tt.text, got)
				}
				return
			}
			if len(got) != 1 || !strings.Contains(got[0], tt.want) {
				t.Errorf("%s\ngot %q, want one with %q", tt.text, got, tt.want)
			}
		})
	}
}
