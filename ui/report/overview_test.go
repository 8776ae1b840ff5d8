package report

import (
	"strings"
	"testing"

	"luwes/assess"
)

// The short report has one table of all scores: what they were, what they shall be, what
// may be said of the change, and how many people are behind them.
func TestOverview(t *testing.T) {
	s := raised(t)
	s.Wanted = []assess.Wanted{{Scale: "str", Value: 80, Year: 2028}}
	got := markdownOf(t, s, "en", Options{Short: true, Earlier: workshop(t)})
	for _, want := range []string{
		"| Scale | Now | Then | Difference | Wanted 2028 | What it says | n |",
		"| Behavioural strategy | 75.0 | 25.0 | +50.0 | – | high;",
		"Compared with Penilaian \\*2026\\* \\| \\<draf\\>, 23 November 2026 (n 12).",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	earlier := session(t)
	earlier.Identity = assess.Anonymous
	if got := markdownOf(t, s, "en", Options{Short: true, Earlier: earlier}); strings.Contains(got, "| Then |") || !strings.Contains(got, "Compared with") {
		t.Errorf("few anonymous people before:\n%s", got)
	}
	if got := markdownOf(t, session(t), "en", Options{Short: true, Earlier: session(t)}); strings.Count(got, "whether it is chance cannot be said") != 1 {
		t.Errorf("one person:\n%s", got)
	}
}

// The short plan names what is still to be done, and counts the rest.
func TestBriefPlan(t *testing.T) {
	s := session(t)
	for _, status := range []assess.ActionStatus{assess.Carried, assess.Planned, assess.Dropped} {
		s.Plan = append(s.Plan, assess.Action{ID: string(status), What: "action " + string(status), Status: status})
	}
	got := markdownOf(t, s, "en", Options{Short: true})
	if !strings.Contains(got, "action planned") || strings.Contains(got, "action done") || !strings.Contains(got, "2 more actions") {
		t.Errorf("got\n%s", got)
	}
}

// An item over which people are apart but have not talked is no item that was discussed.
func TestUntalked(t *testing.T) {
	s := workshop(t)
	s.Settlements = nil
	for i := range s.Respondents {
		p := &s.Respondents[i]
		kept := p.Entries[:0]
		for _, e := range p.Entries {
			if e.Round == 1 {
				kept = append(kept, e)
			}
		}
		p.Entries = kept
	}
	got := markdownOf(t, s, "en", Options{})
	if strings.Contains(got, "### Items that were talked") || !strings.Contains(got, "str1") || strings.Contains(got, "| Initial |") {
		t.Errorf("got\n%s", got)
	}
	if !strings.Contains(got, "have not been talked about, on: ") {
		t.Errorf("the item that waits is not named in\n%s", got)
	}
}
