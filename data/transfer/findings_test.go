package transfer

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"luwes/assess"
)

// A finding over records names the record in its unit, with the facts behind it, and
// a rule that lacks one names it.
func TestResultFileNamesRecords(t *testing.T) {
	s := fixed(t)
	rule := &assess.Rule{ID: "old-papers", Kind: assess.RecordRule, Strength: assess.Weak}
	record := &assess.Record{ID: "written", Unit: assess.ShareFact, Value: assess.Known(50), Facts: []assess.Fact{
		{ID: "described", Value: 40, Date: "2025-12-31", Source: "Perbup 1/2025"}, {ID: "procedures", Value: 60},
	}}
	d := &assess.Diagnosis{
		Findings: []assess.Finding{{Rule: rule, Size: .5, Certainty: 1, Triggers: []assess.Trigger{
			{Item: &assess.Item{ID: "for5"}, Level: 4, Known: 1}, {Record: record, Known: 1},
		}}},
		Silent: []assess.Silence{{Rule: rule, Lacks: []assess.Missing{{ID: "levels", Record: record, Why: assess.Lack(assess.FactMissing)}}}},
	}
	var b bytes.Buffer
	if err := WriteResult(&b, s.Analyze(), &s.Header, d); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Findings []struct{ Because []map[string]any }
		Silent   []struct{ Lacks []map[string]any } `json:"not_enough"`
	}
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"item": "for5", "level": 4.},
		{"record": "written", "unit": "share", "value": 50., "facts": []any{
			map[string]any{"id": "described", "value": 40., "date": "2025-12-31", "source": "Perbup 1/2025"},
			map[string]any{"id": "procedures", "value": 60.},
		}},
	}
	if got := file.Findings[0].Because; !reflect.DeepEqual(got, want) {
		t.Errorf("because %v, want %v", got, want)
	}
	if got, want := file.Silent[0].Lacks[0], (map[string]any{"id": "levels", "why": "fact-missing"}); !reflect.DeepEqual(got, want) {
		t.Errorf("lacks %v, want %v", got, want)
	}
}

// What a finding rests on beside scales, items and records: a composite with its score,
// an item without evidence, and the level as ticked of nearly all answers.
func TestResultFileNamesOtherGrounds(t *testing.T) {
	s := fixed(t)
	d := &assess.Diagnosis{Findings: []assess.Finding{{Rule: &assess.Rule{ID: "r"}, Size: .5, Certainty: 1, Triggers: []assess.Trigger{
		{Composite: &assess.Composite{ID: "total"}, Score: 72.5, Known: 1},
		{Item: &assess.Item{ID: "kom1"}, Level: 3, Bare: true, Known: 1},
		{Straight: &assess.Straight{Level: 4, N: 60, Of: 62}, Known: 1},
	}}}}
	var b bytes.Buffer
	if err := WriteResult(&b, s.Analyze(), &s.Header, d); err != nil {
		t.Fatal(err)
	}
	var file struct {
		Findings []struct{ Because []map[string]any }
	}
	if err := json.Unmarshal(b.Bytes(), &file); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{{"composite": "total", "score": 72.5}, {"item": "kom1", "evidence": false}, {"ticked": 4., "answers": 60., "of": 62.}}
	if got := file.Findings[0].Because; !reflect.DeepEqual(got, want) {
		t.Errorf("because %v, want %v", got, want)
	}
}
