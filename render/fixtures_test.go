package render_test

import (
	"time"

	"github.com/errcode/errcode/catalog"
	"github.com/errcode/errcode/catalog/scan"
	"github.com/errcode/errcode/render"
)

// full is an entry in which every field holds something, with what is awkward
// to print: markup, quotes, a long address, a command, wide text.
func full() catalog.Entry {
	return catalog.Entry{
		Catalog: "pottery", Code: "InvalidGlaze.NotFound", Status: 404,
		Message:     `The glaze "celadon" <1260 °C> is not found | & never was.`,
		Description: "The error message returned when the glaze does not exist.",
		Guidance: catalog.Guidance{
			Category: "not-found", Retry: "no", Fault: "caller",
			Aliases:    []string{"InvalidGlase.NotFound", "GlazeNotFound"},
			Parameters: []string{"GlazeId", "KilnId"},
			Operations: []string{"FirePot", "DescribeGlazes"},
			Causes: []string{
				"The glaze was mixed in another workshop, and glazes never leave the workshop that mixed them.",
				"该釉料不存在，或者已经用完了，请先查询釉料列表，然后再试。",
			},
			NextSteps: []string{
				"List the glazes: `pot glazes --workshop <id> --sort temperature`, and take the ID from there.",
				"Fire the pot again.",
			},
			References: []string{"https://pottery.example/reference/glazes/celadon/firing-temperatures?lang=en#not-found"},
			Notes:      []string{"Ask Ming first."},
			Live: []catalog.Live{
				{Code: "Glaze.Unknown", Status: 400, Message: "We do not know this glaze."},
				{Code: "InvalidGlaze.NotFound"},
			},
		},
	}
}

// entries are rows of two catalogs, the last with hardly a value.
func entries() []catalog.Entry {
	return []catalog.Entry{
		full(),
		{
			Catalog: "pottery", Code: "KilnBusy", Status: 503,
			Message:  "The kiln is firing; the pots inside must cool down before the door opens, which takes a day.",
			Guidance: catalog.Guidance{Retry: "after-wait"},
		},
		{Catalog: "pottery", Code: "InvalidTemperatureCurveSegment.Malformed", Status: 400, Message: "温度曲线无效，请输入七个以内的分段。"},
		{Catalog: "clay", Code: "Dry"},
	}
}

func match(e catalog.Entry) render.Record {
	return render.FromMatch(catalog.Match{Query: e.Code, Kind: catalog.KindExact, Score: 1, Entry: e})
}

// occurrences are a known error, of which the input holds everything, and an
// unknown one, of which it holds next to nothing.
func occurrences() []scan.Occurrence {
	e := full()
	return []scan.Occurrence{
		{
			Code: e.Code, Source: "app.log", Line: 12, Column: 9, Status: 400, RequestID: "4C467B38-3910-447D-87BC-AC049166F216",
			Message: "The glaze \"ash\"\tis not\nfound.", Time: time.Date(2026, 7, 14, 1, 12, 44, 0, time.UTC),
			Values:  map[string]string{"glaze": "ash", "cone": "10"},
			Entries: []catalog.Match{{Kind: catalog.KindExact, Score: 1, Entry: e}},
		},
		{
			Code: "InvalidGlazes", Source: "-", Line: 1, Column: 1, Confidence: scan.Token,
			Suggestions: []string{"InvalidGlaze.NotFound", "Dry"},
		},
	}
}

// reports are what explain would make of some inputs.
func reports() []render.Report {
	known, unknown := occurrences()[0], occurrences()[1]
	first := known.Time
	return []render.Report{
		{
			Occurrence: known, Count: 1204,
			Places:     []render.Place{{Source: "app.log", Line: 12}, {Source: "app.log", Line: 90}, {Source: "old.log", Line: 3}},
			MorePlaces: 1201, RequestIDs: []string{known.RequestID}, MoreRequestIDs: 9, MoreAtLeast: true,
			Statuses: []int{404, 400}, First: first, Last: first.Add(90 * time.Minute),
		},
		{Occurrence: unknown, Count: 1, Places: []render.Place{{Source: "-", Line: 1}}, First: first, Last: first},
		{
			Occurrence: scan.Occurrence{
				Code:    "InvalidTemperatureCurveSegment.Malformed",
				Entries: []catalog.Match{{Entry: entries()[2]}},
			}, Count: 300, Places: []render.Place{{Line: 7}}, MorePlaces: 299,
		},
		{
			Occurrence: scan.Occurrence{Code: "GlazeNotFound", Entries: []catalog.Match{{Kind: catalog.KindAlias, Entry: full()}}},
			Count:      2, Places: []render.Place{{Line: 8}, {Source: "old.log", Line: 9}},
		},
		{Count: 77},
	}
}
