package assess_test

import (
	"fmt"
	"testing"

	"luwes/assess"
)

// besides sets records beside the three dimensions of structured, with rules.
func besides(t *testing.T, in *assess.Instrument, rules ...string) *assess.Rules {
	t.Helper()
	table := `records: [{fact: levels, unit: count, scale: com, bureaucratic: 7, adaptable: 3},
  {fact: revised, unit: share, item: for5, bureaucratic: 0, adaptable: 100},
  {fact: decision-service, unit: level, item: cen4, bureaucratic: 4, adaptable: 0},
  {fact: decision-staff, unit: level, item: cen3, bureaucratic: 4, adaptable: 2},
  {fact: decide-exception, unit: level, item: cen5, bureaucratic: 2, adaptable: 0}]`
	return rulesOf(t, in, append([]string{table, "spare misfit weak {all: [{item: com1, above: 4}, {item: com1, below: 2}]}"}, rules...)...)
}

// structured is one person who says 3 everywhere, that is 50, with facts.
func structured(facts string) *assess.Session {
	in := questionnaire(5, scaleOf("com", 7), scaleOf("for", 7), scaleOf("cen", 7))
	row := make([]int, 21)
	for i := range row {
		row[i] = 3
	}
	s := filled(in, row)
	s.Facts = factsOf(facts)
	return s
}

// By hand: people say 50 of everything.
func TestRecordGaps(t *testing.T) {
	const service = "decide-permit 0, decide-exception %d, decide-complaint 0, decide-hours 0, decide-method 0"
	for _, c := range []struct {
		facts, record string
		paper, points assess.Figure
		large         bool
	}{
		{"levels 5", "levels", assess.Known(50), assess.Known(0), false},
		{"levels 9", "levels", assess.Known(0), assess.Known(50), true}, // beyond the pole is the pole
		{"levels 3", "levels", assess.Known(100), assess.Known(-50), true},
		{"levels 0", "levels", assess.Unknown(assess.FactFlawed), assess.Unknown(assess.FactFlawed), false},
		{"", "levels", assess.Unknown(assess.FactMissing), assess.Unknown(assess.FactMissing), false},
		{"revised 10", "revised", assess.Known(10), assess.Known(40), false}, // exactly at the mark
		{"revised 9.5", "revised", assess.Known(9.5), assess.Known(40.5), true},
		{"revised 10.5", "revised", assess.Known(10.5), assess.Known(39.5), false},
		{fmt.Sprintf(service, 0), "decision-service", assess.Known(100), assess.Known(-50), true},
		{fmt.Sprintf(service, 5), "decision-service", assess.Known(75), assess.Known(-25), false}, // mean 1 of 4
		{fmt.Sprintf(service, 1), "decide-exception", assess.Known(50), assess.Known(0), false},
		{fmt.Sprintf(service, 3), "decide-exception", assess.Known(0), assess.Known(50), true},
		{"decide-leave 4, decide-tasks 3, decide-move 3", "decision-staff", assess.Known(100. / 3), assess.Known(50 - 100./3), false},
	} {
		found := false
		s := structured(c.facts)
		for _, g := range besides(t, s.Instrument).RecordGaps(s, nil) {
			if g.Record != c.record {
				continue
			}
			found = true
			if !nearFigure(g.Paper, c.paper, 1e-12) || !nearFigure(g.Points, c.points, 1e-12) || g.Large != c.large || g.Felt != assess.Known(50) {
				t.Errorf("%s of %q: %+v, want paper %v, gap %v, large %t", c.record, c.facts, g, c.paper, c.points, c.large)
			}
		}
		if !found {
			t.Errorf("nothing about %s", c.record)
		}
	}
}

// A gap needs its scale; where nobody answered, the record stands alone.
func TestRecordGapsOfWhatIsAsked(t *testing.T) {
	rs := besides(t, structured("").Instrument)
	s := filled(questionnaire(5, scaleS()), []int{3, 3, 3, 3})
	if got := rs.RecordGaps(s, nil); len(got) != 0 {
		t.Errorf("gaps of scales that are not asked: %v", got)
	}
	var none *assess.Rules
	if got := none.RecordGaps(structured("levels 5"), nil); len(got) != 0 {
		t.Errorf("gaps without rules: %v", got)
	}
	s = structured("levels 5")
	s.Respondents = nil
	for _, g := range rs.RecordGaps(s, nil) {
		if g.Points.OK() || g.Large {
			t.Errorf("a gap to what nobody felt: %+v", g)
		}
	}
	s = structured("revised 0")
	s.Settlements = []assess.Settlement{{Item: "for5", Outcome: assess.Agreed, Level: 5}}
	for _, g := range rs.RecordGaps(s, nil) {
		if g.Item == "for5" && (g.Felt != assess.Known(100) || !g.Large) {
			t.Errorf("what was agreed does not count: %+v", g)
		}
	}
}

// No fact changes a score.
func TestFactsLeaveScoresAlone(t *testing.T) {
	with, without := structured("levels 9, revised 0, decide-exception 5"), structured("")
	for i, sc := range with.Score().Scales {
		if sc.Score != without.Score().Scales[i].Score {
			t.Errorf("%s: %v with facts", sc.Scale.ID, sc.Score)
		}
	}
}
