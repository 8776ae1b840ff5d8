package assess_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"luwes/assess"
)

// Looks at records, beside one person who says 3 everywhere, that is 50.
func TestDiagnoseRecords(t *testing.T) {
	const grid = "decide-permit 4, decide-exception 4, decide-complaint 4" // three of the five on services
	for name, c := range map[string]struct{ when, facts, want string }{
		"a count":                         {"{fact: levels, unit: count, above: 5}", "levels 6", "r 1.00 |"},
		"a count at the limit":            {"{fact: levels, unit: count, above: 5}", "levels 5", "|"},
		"a share":                         {"{fact: revised, unit: share, below: 30}", "revised 29.9", "r 1.00 |"},
		"a share between":                 {"{fact: revised, unit: share, above: 10, below: 30}", "revised 30", "|"},
		"a derived figure":                {"{fact: units-per-agency, unit: number, above: 12}", "agencies 2, units-1 20, units-2 6, units-3 0", "r 1.00 |"},
		"a derived figure that lacks one": {"{fact: units-per-agency, unit: number, above: 12}", "agencies 2, units-1 20, units-2 6", "| r units-per-agency fact-missing"},
		"a level of part of the grid":     {"{fact: decision-service, unit: level, above: 3}", grid, "r 0.60 |"},
		"a level of too little of it":     {"{fact: decision-mean, unit: level, above: 3}", grid, "| r decision-mean few-decisions"},
		"a fact that cannot be":           {"{fact: revised, unit: share, above: 60}", "revised 101", "| r revised fact-flawed"},
		"a figure of what cannot be":      {"{fact: staff-per-agency, unit: number, above: 60}", "staff 100, agencies 0.5", "| r staff-per-agency fact-flawed"},
		"a figure divided by nothing":     {"{fact: staff-per-agency, unit: number, above: 60}", "staff 100, agencies 0", "| r staff-per-agency zero-base"},
		"a fact that is missing":          {"{fact: levels, unit: count, above: 5}", "travel 3", "| r levels fact-missing"},
		"no fact at all":                  {"{fact: levels, unit: count, above: 5}", "", "|"},
		"denied by the answers":           {"{all: [{fact: levels, unit: count, above: 5}, {item: com1, above: 3}]}", "travel 3", "|"},
		"with the answers":                {"{all: [{fact: levels, unit: count, above: 5}, {scale: com, below: 60}]}", "levels 6", "r 1.00 |"},
		"an opinion above the record":     {"{beside: levels, above: 40}", "levels 7", "r 1.00 |"},
		"an opinion below it":             {"{beside: levels, below: -40}", "levels 3", "r 1.00 |"},
		"an opinion forty above it":       {"{beside: revised, above: 40}", "revised 10", "|"},
		"the other way":                   {"{beside: levels, above: 40}", "levels 3", "|"},
		"of an unknown record":            {"{beside: revised, above: 40}", "travel 3", "| r revised fact-missing"},
		"denied whatever the record is":   {"{beside: revised, above: 50}", "travel 3", "|"},
		"nor by any below":                {"{beside: revised, below: -50}", "travel 3", "|"},
		"of a record without a sheet":     {"{beside: revised, above: 40}", "", "|"},
	} {
		s := structured(c.facts)
		if got := told(besides(t, s.Instrument, "r record strong "+c.when).Diagnose(s, nil)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

// Without the opinion a record may still deny the rule; otherwise there is not enough
// to say. What people are apart over is no opinion yet.
func TestDiagnoseRecordsWithoutOpinion(t *testing.T) {
	s := structured("revised 70, levels 7")
	rs := besides(t, s.Instrument, "up record strong {beside: revised, above: 40}", "down record strong {beside: revised, below: -40}")
	for i := range s.Respondents[0].Entries {
		if e := &s.Respondents[0].Entries[i]; e.Item == "for5" {
			e.Answer = assess.Answer{Kind: assess.DontKnow}
		}
	}
	if got, want := told(rs.Diagnose(s, nil)), "| down for5 few-answers"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The size is how far the number lies beyond its limit: of what there is up to the
// end of a share or a level, of the limit itself where a count has no end.
func TestSizeOfRecords(t *testing.T) {
	for when, want := range map[string]float64{
		"{fact: levels, unit: count, above: 4}":    .5, // 6, and 8 is far
		"{fact: levels, unit: count, above: 1}":    1,
		"{fact: levels, unit: count, below: 8}":    .25,
		"{fact: revised, unit: share, above: 20}":  .75,
		"{fact: levels, unit: count, above: 0}":    1,
		"{beside: revised, below: -20}":            .125, // 50 − 80 = −30
		"{fact: written, unit: share, below: 100}": .5,
	} {
		s := structured("levels 6, revised 80, described 40, procedures 60")
		d := besides(t, s.Instrument, "r record strong "+when).Diagnose(s, nil)
		if len(d.Findings) != 1 || math.Abs(d.Findings[0].Size-want) > 1e-12 {
			t.Errorf("%s: %+v, want size %g", when, d.Findings, want)
		}
	}
}

// A finding carries the answers and the records with what these rest on.
func TestRecordTriggers(t *testing.T) {
	s := structured("described 40, procedures 60, levels 7")
	s.Facts[0].Source, s.Facts[0].Date = "Perbup 1/2025", "2025-12-31"
	rs := besides(t, s.Instrument, "r record strong {all: [{fact: written, unit: share, below: 60}, {beside: levels, above: 40}]}")
	var got []string
	for _, tr := range rs.Diagnose(s, nil).Findings[0].Triggers {
		if tr.Record == nil {
			got = append(got, tr.Scale.ID)
			continue
		}
		for _, f := range tr.Record.Facts {
			got = append(got, fmt.Sprint(tr.Record.ID, tr.Record.Value.Value, " ", f.ID, f.Value, f.Source, f.Date))
		}
	}
	want := "written50 described40Perbup 1/20252025-12-31; written50 procedures60; com; levels7 levels7"
	if text := strings.Join(got, "; "); text != want {
		t.Errorf("got %s, want %s", text, want)
	}
}

// What keeps a finding from being sure is told apart: answers that are missing, and
// facts that a record could rest on.
func TestWanting(t *testing.T) {
	s := structured("decide-permit 4, decide-exception 4, decide-complaint 4") // three of five
	rule := "r record strong {all: [{fact: decision-service, unit: level, above: 3}, {item: for5, below: 4}]}"
	wants := func(answers, records bool) {
		t.Helper()
		d := besides(t, s.Instrument, rule).Diagnose(s, nil)
		if len(d.Findings) != 1 {
			t.Fatalf("%d findings, want 1", len(d.Findings))
		}
		f := d.Findings[0]
		if a, r := f.Wanting(); a != answers || r != records || !f.OnRecord() || f.Sureness() == assess.Sure {
			t.Errorf("wanting answers %v, records %v, %s", a, r, f.Sureness())
		}
	}
	wants(false, true)
	second := assess.Respondent{ID: "2", Entries: []assess.Entry{{Item: "for5", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}}}}
	s.Respondents = append(s.Respondents, second)
	wants(true, true)
}
