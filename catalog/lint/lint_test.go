package lint_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog/lint"
	"github.com/errcode/errcode/catalog/patch"
	"github.com/errcode/errcode/catalog/tables"
)

// TestLint checks what errcode ships.
func TestLint(t *testing.T) {
	page := read(t, "../builtin/mongodb.md")
	table, err := tables.Read(page, tables.Markdown)
	if err != nil {
		t.Fatal(err)
	}
	guidance := parse(t, "../builtin/mongodb.guidance.yaml")
	common := parse(t, "../builtin/alibabacloud-common.yaml")
	for _, c := range []lint.Catalog{
		{Rows: lint.TableRows("mongodb.md", table), Patches: []patch.File{guidance}, Complete: true},
		{Rows: lint.FileRows(common), Complete: true},
	} {
		for _, issue := range c.Check() {
			t.Error(issue)
		}
	}
}

// sound is a page and a patch without issues; every case of TestRules breaks
// one thing of it.
const (
	soundPage = `|Code|Message|Status|
|---|---|---|
|Disk.Full|The disk "a" is full.|400|
|Denied|No.|403|
|Denied|Not today.|403|
`
	soundPatch = `patch: disks
entries:
  - code: Disk.Full
    basis: documented
    category: quota
    retry: after-change
    fault: account
    causes: [Too much is stored.]
    next_steps: [Delete something.]
    aliases: [DiskFull.Error]
    templates: ['The disk "{disk}" is full.', 'Disk {disk} overflows.']
    live: [{code: Disk.Full, status: 403}, {code: Disk.Overflow, message: 'Disk b overflows.'}]
    references: [https://example.com/disks]
  - code: Denied
    basis: inferred
    category: authorization
    retry: no
    fault: caller
    causes: [It is forbidden.]
    next_steps: [Ask.]
    aliases: [Refused]
`
)

func TestRules(t *testing.T) {
	long := strings.Repeat("x", 121)
	tests := []struct {
		name     string
		old, new string // replaced once in the patch
		want     []string
	}{
		{name: "sound"},
		{"category", "quota", "storage", []string{
			`p.yaml:5: error: unknown category "storage", known are`,
			`t.md:3: error: "Disk.Full" has no category [guidance]`,
		}},
		{"retry", "retry: no", "retry: never", []string{
			`p.yaml:17: error: unknown retry "never", known are`,
			`t.md:4: error: "Denied" has no retry [guidance]`,
			`t.md:5: error: "Denied" has no retry [guidance]`,
		}},
		{"fault", "fault: account", "fault: user", []string{
			`p.yaml:7: error: unknown fault "user", known are caller, account, service [vocabulary]`,
			`t.md:3: error: "Disk.Full" has no fault [guidance]`,
		}},
		{"status", "status: 403", "status: 40", []string{`p.yaml:12: error: status "40" is no HTTP status from 100 to 599 [status]`}},
		{"unknown key", "    causes: [Too", "    cause: [Too", []string{
			`p.yaml:8: error: unknown key "cause" [form]`,
			`t.md:3: error: "Disk.Full" has no cause [guidance]`,
		}},
		{"row without guidance", "code: Denied", "code: Denied\n    message: No.", []string{
			`t.md:5: error: "Denied" has no category, no retry, no fault, no cause, no next step [guidance]`,
		}},
		{"key that fits no row", "code: Denied", "code: Denied\n    status: 404", []string{
			`p.yaml:14: error: no row has the code "Denied", the status 404 [key]`,
			`t.md:4: error: "Denied" has no category`,
			`t.md:5: error: "Denied" has no category`,
		}},
		{"key twice", "    aliases: [Refused]", "  - code: Denied", []string{
			`p.yaml:21: error: the code "Denied" for the second time, first in line 14 [duplicate]`,
		}},
		{"alias that is a code", "[Refused]", "[Refused, Disk.Full]", []string{
			`p.yaml:21: error: the alias "Disk.Full" is the code "Disk.Full" of this catalog [alias]`,
		}},
		{"alias that folds to a code", "[Refused]", "[disk_full]", []string{
			`p.yaml:21: error: the alias "disk_full" is the code "Disk.Full" of this catalog [alias]`,
		}},
		{"live code that is a code", "code: Disk.Overflow", "code: Denied", []string{
			`p.yaml:12: error: the live code "Denied" is the code "Denied" of this catalog [alias]`,
		}},
		{"alias of two rows", "[Refused]", "[diskfull.error]", []string{
			`p.yaml:21: error: the alias "diskfull.error" leads to "Disk.Full" too (line 3) [alias-twice]`,
		}},
		{"documented without reference", "    references: [https://example.com/disks]\n", "", []string{
			`p.yaml:4: error: "Disk.Full" is documented and has no reference [basis]`,
		}},
		{"no basis", "    basis: inferred\n", "", []string{`p.yaml:14: error: "Denied" does not say what it rests on [basis]`}},
		{"http", "https://example.com/disks", "http://example.com/disks", []string{
			`p.yaml:13: error: "http://example.com/disks" is no https URL [reference]`,
		}},
		{"no host", "https://example.com/disks", "https://", []string{`p.yaml:13: error: "https://" is no https URL [reference]`}},
		{"blank in a URL", "https://example.com/disks", "https://example.com/the disks", []string{
			`p.yaml:13: error: "https://example.com/the disks" is no https URL [reference]`,
		}},
		{"template that fits nothing", "Disk {disk} overflows", "Disk {disk} has no room", []string{
			`p.yaml:11: error: "Disk {disk} has no room." does not fit a message of "Disk.Full" [template]`,
		}},
		{"long cause", "Too much is stored.", long, []string{`p.yaml:8: warning: a sentence of 121 characters, more than 120 [length]`}},
		{"long next step", "[Ask.]", "\n      - Ask.\n      - " + long, []string{
			`p.yaml:22: warning: a sentence of 121 characters, more than 120 [length]`,
		}},
		{"120 characters of three bytes", "Too much is stored.", strings.Repeat("满", 120), nil},
		{"control character", "[Ask.]", `["Ask\e[0m."]`, []string{`p.yaml:20: error: the character U+001B in "Ask\x1b[0m." [control]`}},
		{"bidi in a live message", "Disk b overflows.", "Disk \u202eb overflows.", []string{
			`p.yaml:12: error: the character U+202E in "Disk.Overflow Disk \u202eb overflows." [control]`,
		}},
	}
	table, err := tables.Read(soundPage, tables.Markdown)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			data := strings.Replace(soundPatch, test.old, test.new, 1)
			file, err := patch.Parse("p.yaml", data)
			issues := lint.Errors(err)
			issues = append(issues, lint.Catalog{
				Rows: lint.TableRows("t.md", table), Patches: []patch.File{file}, Complete: true,
			}.Check()...)
			compare(t, issues, test.want)
		})
	}
}

// TestCatalog checks a YAML catalog, whose rows hold their own guidance, and
// one that need not be complete.
func TestCatalog(t *testing.T) {
	file, err := patch.Parse("c.yaml", `catalog: disks
entries:
  - {code: Full, status: 400, message: It is full.}
  - {code: Full, status: 400, message: It is full.}
  - {code: Slow, causes: [a], next_steps: [b], category: quota, retry: backoff, fault: caller, aliases: [Full]}
`)
	if err != nil {
		t.Fatal(err)
	}
	c := lint.Catalog{Rows: lint.FileRows(file)}
	always := []string{
		`c.yaml:4: error: the code "Full", the status 400, the message "It is full." for the second time, first in line 3 [duplicate]`,
		`c.yaml:5: error: the alias "Full" is the code "Full" of this catalog [alias]`,
	}
	compare(t, c.Check(), always)
	c.Complete = true
	compare(t, c.Check(), []string{
		`c.yaml:3: error: "Full" has no category, no retry, no fault, no cause, no next step [guidance]`,
		always[0],
		`c.yaml:4: error: "Full" has no category, no retry, no fault, no cause, no next step [guidance]`,
		always[1],
		`c.yaml:5: error: "Slow" does not say what it rests on [basis]`,
	})
}

// TestPatchesOnPatches lays a second patch over the first: an alias may be
// said again, and what one lacks the other gives.
func TestPatchesOnPatches(t *testing.T) {
	table, err := tables.Read(soundPage, tables.Markdown)
	if err != nil {
		t.Fatal(err)
	}
	first, err := patch.Parse("p.yaml", strings.Replace(soundPatch, "    causes: [It is forbidden.]\n", "", 1))
	if err != nil {
		t.Fatal(err)
	}
	second, err := patch.Parse("q.yaml", "patch: disks\nentries:\n  - {code: Denied, basis: inferred, causes: [No.], aliases: [Refused]}\n")
	if err != nil {
		t.Fatal(err)
	}
	c := lint.Catalog{Rows: lint.TableRows("t.md", table), Patches: []patch.File{first, second}, Complete: true}
	compare(t, c.Check(), nil)
}

func TestErrorsOfOtherKinds(t *testing.T) {
	if issues := lint.Errors(errors.New("no such file")); len(issues) > 0 {
		t.Errorf("issues %v of an error without a place", issues)
	}
}

// compare holds issues against lines; a wanted line may be the beginning.
func compare(t *testing.T, issues []lint.Issue, want []string) {
	t.Helper()
	var got []string
	for _, issue := range issues {
		got = append(got, issue.String())
	}
	if !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Errorf("issues\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func parse(t *testing.T, name string) patch.File {
	t.Helper()
	file, err := patch.Parse(name, read(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
