package tables_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/tables"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// vendorPage is the table that the project ships.
const vendorPage = "../builtin/mongodb.md"

func TestReadVendorPage(t *testing.T) {
	result := read(t, readFile(t, vendorPage))
	codes := make(map[string]bool)
	var got strings.Builder
	for _, row := range result.Rows {
		e := row.Entry
		codes[e.Code] = true
		fmt.Fprintf(&got, "%d\t%s\t%d\t%s\n", row.Line, e.Code, e.Status, e.Message)
	}
	if len(result.Rows) != 55 || len(codes) != 53 || len(result.Skipped) != 0 {
		t.Errorf("%d rows, %d codes, skipped %v; want 55, 53, none", len(result.Rows), len(codes), result.Skipped)
	}
	golden := filepath.Join("testdata", "mongodb.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	compareLines(t, got.String(), readFile(t, golden))
}

// TestVendorSpelling holds the codes against the page itself: a code is never
// corrected on its way.
func TestVendorSpelling(t *testing.T) {
	page := readFile(t, vendorPage)
	lines := strings.Split(page, "\n")
	for _, row := range read(t, page).Rows {
		if line := lines[row.Line-1]; !strings.Contains(line, "|"+row.Entry.Code+"|") {
			t.Errorf("line %d does not hold %q: %s", row.Line, row.Entry.Code, line)
		}
	}
}

func TestRead(t *testing.T) {
	tests := []struct {
		name    string
		page    []string
		want    []string // line, code, status, message, description, next step
		skipped []string // line and the beginning of the reason
	}{
		{
			name: "columns in any order, text around the table",
			page: []string{
				"# Errors", "", "Some | text", "",
				"| Status | Description | Error Code | Error message | Solution |",
				"|--------|:-----------:|------------|---------------|----------|",
				"| 404 | No such disk. | Disk.Gone | The disk does not exist. | Look at the list. |",
				"", "More text.",
			},
			want: []string{"7 Disk.Gone 404 «The disk does not exist.» «No such disk.» «Look at the list.»"},
		},
		{
			name: "other tables do not count",
			page: []string{
				"| Name | Type | Description |", "|---|---|---|", "| Id | String | The disk. |", "",
				"| Status | Description |", "|---|---|", "| 404 | Gone |", "",
				"| Code | Meaning |", "|---|---|", "| 404 | Gone |", "",
				"| Code |", "|---|", "| Gone |", "",
				"| 状态 | 说明 |", "|---|---|", "| Running | 运行中 |",
			},
		},
		{
			name: "several tables, each with its own columns",
			page: []string{
				"|Code|Message|", "|---|---|", "|Gone|It is gone.|", "",
				"|HTTP 状态码|错误码（Error Code）|说明|", "|---|---|---|", "|403|Denied|没有权限|",
			},
			want: []string{
				"3 Gone 0 «It is gone.» «» «»",
				"7 Denied 403 «» «没有权限» «»",
			},
		},
		{
			name: "status cells",
			page: []string{
				"|code|status|message|", "|-|-|-|",
				"|A|400 Bad Request|a|", "|B|404/500|b|", "|C|4003|c|", "|D|-503|d|", "|E||e|", "|F|HTTP 409|f|", "|G|-|g|", "|H|`400` 403|h|", "|I|99|i|", "|J|40x|j|",
			},
			want: []string{
				"3 A 400 «a» «» «»", "4 B 404 «b» «» «»", "5 C 0 «c» «» «»", "6 D 0 «d» «» «»", "7 E 0 «e» «» «»",
				"8 F 409 «f» «» «»", "9 G 0 «g» «» «»", "10 H 400 «h» «» «»", "11 I 0 «i» «» «»", "12 J 0 «j» «» «»",
			},
		},
		{
			name: "cells over several lines",
			page: []string{
				"|Code|Status|Message|Solution|", "|----|------|-------|--------|",
				"|Quota|400|Too many.|-   Delete some.", "-   Ask for more. |",
				"|Locked|403|It is locked.| Pay first.", "", " |",
				"|Open|400|No pipe at the end", "|Last|500|It failed.| Wait.", "   Then try again.", "", "## Next", "", "| not | closed",
			},
			want: []string{
				"3 Quota 400 «Too many.» «» «- Delete some. - Ask for more.»",
				"5 Locked 403 «It is locked.» «» «Pay first.»",
				"8 Open 400 «No pipe at the end» «» «»",
				"9 Last 500 «It failed.» «» «Wait.»",
			},
		},
		{
			name: "an unclosed last row does not swallow the next table",
			page: []string{
				"|Code|Message|", "|---|---|", "|A|a", "", "|Code|Message|", "|---|---|", "|B|b|",
			},
			want: []string{"3 A 0 «a» «» «»", "7 B 0 «b» «» «»"},
		},
		{
			name: "rows without the outer pipes",
			page: []string{"|Code|Message|", "|---|---|", " `A` | a", " `B` | b"},
			want: []string{"3 A 0 «a» «» «»", "4 B 0 «b» «» «»"},
		},
		{
			name: "fenced blocks and indented tables",
			page: []string{
				"```", "|Code|Message|", "|---|---|", "|A|a|", "```",
				"1.  In a list:", "    |Code|Message|", "    |---|---|", "    |B|b|",
				"~~~~", "~~~", "|Code|Message|", "|---|---|", "|C|c|",
			},
			want: []string{"9 B 0 «b» «» «»"},
		},
		{
			name: "CRLF and byte order mark",
			page: []string{"\ufeff|Code|Message|\r", "|---|---|\r", "|A|a|\r", "|B|b|\r"},
			want: []string{"3 A 0 «a» «» «»", "4 B 0 «b» «» «»"},
		},
		{
			name: "shifted rows are skipped, short rows are not",
			page: []string{
				"|Code|Message|Status|Description|", "|---|---|---|---|",
				"|A|a|400|first|", "|Another text.|400|second|", "|B|b|", "|C|c|404|",
				"|D|one|two|three|400|d|", "|E|e|500|d||", "|This sentence stands alone.|more.|",
			},
			want: []string{
				"3 A 400 «a» «first» «»", "5 B 0 «b» «» «»", "6 C 404 «c» «» «»", "8 E 500 «e» «d» «»",
			},
			skipped: []string{
				"4 3 cells where the heading has 4", "7 6 cells where the heading has 4", "9 2 cells where the heading has 4",
			},
		},
		{
			name: "section rows and rows without a code",
			page: []string{
				"|Code|Message|", "|---|---|",
				"|Class 08: connections||", "|身份验证||", "|Plain||", "||no code|", "|IMAGE NOT FOUND|No image.|",
			},
			want: []string{"5 Plain 0 «» «» «»", "7 IMAGE NOT FOUND 0 «No image.» «» «»"},
			skipped: []string{
				"3 section heading", "4 section heading", "6 no code",
			},
		},
		{
			name: "pipes inside a cell",
			page: []string{"|Code|Message|", "|---|---|", `|A|1 \| 2, ` + "`3 \\| 4`" + `|`},
			want: []string{"3 A 0 «1 | 2, 3 | 4» «» «»"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			result := read(t, strings.Join(test.page, "\n"))
			var got []string
			for _, row := range result.Rows {
				e := row.Entry
				got = append(got, fmt.Sprintf("%d %s %d «%s» «%s» «%s»",
					row.Line, e.Code, e.Status, e.Message, e.Description, strings.Join(e.NextSteps, "|")))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("rows\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			if len(result.Skipped) != len(test.skipped) {
				t.Fatalf("skipped %v, want %v", result.Skipped, test.skipped)
			}
			for i, skip := range result.Skipped {
				if got := fmt.Sprintf("%d %s", skip.Line, skip.Reason); !strings.HasPrefix(got, test.skipped[i]) {
					t.Errorf("skipped %q, want %q", got, test.skipped[i])
				}
			}
		})
	}
}

func TestRowKeepsRawCells(t *testing.T) {
	row := read(t, "|Code|Message|HTTP|\n|---|---|---|\n|A\\_B|\\\\”x\\\\” is’t| 400 |\n").Rows[0]
	want := tables.Cells{Code: `A\_B`, Message: `\\”x\\” is’t`, Status: " 400 "}
	if row.Raw != want {
		t.Errorf("raw cells %+v, want %+v", row.Raw, want)
	}
	if row.Entry.Code != "A_B" || row.Entry.Message != `"x" is't` {
		t.Errorf("entry %+v", row.Entry)
	}
}

func TestReadUnknownFormat(t *testing.T) {
	_, err := tables.Read("", "punched cards")
	if err == nil || !strings.Contains(err.Error(), "markdown") {
		t.Errorf("error %v, want one that names the known formats", err)
	}
}

func TestEntries(t *testing.T) {
	entries := read(t, "|Code|Status|\n|---|---|\n|A|400|\n|B|500|\n").Entries()
	want := []catalog.Key{{Code: "A", Status: 400}, {Code: "B", Status: 500}}
	for i, e := range entries {
		if e.Key() != want[i] {
			t.Errorf("entry %d is %+v, want %+v", i, e.Key(), want[i])
		}
	}
}

// FuzzParse reads arbitrary text as every format: no panic, and only rows
// that hold together.
func FuzzParse(f *testing.F) {
	f.Add(readFile(f, vendorPage))
	f.Add("|Code|Message|\n|---|---|\n|A|`a` [b](c) **d** <br/> &lt;e&gt; \\|\n\n|\n")
	f.Add("|错误码|描述|HTTP 状态码|语义|\n|-|-|-|-|\n|A|a|404|b|\n|c|400|\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, format := range tables.Formats() {
			result, err := tables.Read(text, format)
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.Count(text, "\n") + 1
			for _, row := range result.Rows {
				e := row.Entry
				if e.Code == "" || row.Line < 1 || row.Line > lines {
					t.Errorf("line %d of %d: %+v", row.Line, lines, e)
				}
				if e.Status != 0 && (e.Status < 100 || e.Status > 599) {
					t.Errorf("status %d", e.Status)
				}
				for _, text := range []string{e.Code, e.Message, e.Description} {
					if strings.TrimSpace(text) != text || strings.ContainsAny(text, "\n\r\t\x00\x1b") {
						t.Errorf("not clean: %q", text)
					}
				}
			}
		}
	})
}

func read(t *testing.T, page string) tables.Result {
	t.Helper()
	result, err := tables.Read(page, tables.Markdown)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func readFile(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
}
