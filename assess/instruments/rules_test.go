package instruments_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"luwes/assess"
	"luwes/assess/instruments"
)

func rules() *assess.Rules { return instruments.Rules(instruments.DefaultID) }

func TestFindRules(t *testing.T) {
	if got := instruments.Rules("Regional-Government"); got == nil || got != rules() {
		t.Error("no rules without case")
	}
	if got := instruments.Rules("none"); got != nil {
		t.Error("rules for an unknown instrument")
	}
}

func TestKindsOfRules(t *testing.T) {
	kinds := map[assess.RuleKind]int{}
	for _, rule := range rules().List {
		kinds[rule.Kind]++
	}
	if n := len(rules().List); n < 40 {
		t.Errorf("%d rules, want 40 or more", n)
	}
	for _, k := range []assess.RuleKind{assess.ImbalanceRule, assess.SymptomRule, assess.MisfitRule, assess.RecordRule, assess.DisagreementRule, assess.StrengthRule} {
		if kinds[k] < 5 {
			t.Errorf("%d rules of kind %s, want 5 or more", kinds[k], k)
		}
	}
}

// The rules' own texts have both languages, fit a screen, and leave no brace.
func TestTextsOfRules(t *testing.T) {
	for _, rule := range rules().List {
		texts := append([]assess.Text{rule.Title, rule.Text}, rule.Remedies...)
		for _, text := range texts {
			complete(t, rule.ID, text)
			for _, s := range []string{text.ID, text.EN} {
				if strings.ContainsAny(s, "{}") {
					t.Errorf("%s: brace in %q", rule.ID, s)
				}
			}
		}
		for _, s := range []string{rule.Title.ID, rule.Title.EN} {
			if n := utf8.RuneCountInString(s); n > maxAnchor {
				t.Errorf("%s: title has %d runes, at most %d: %s", rule.ID, n, maxAnchor, s)
			}
			if strings.HasSuffix(s, ".") {
				t.Errorf("%s: full stop after the title: %s", rule.ID, s)
			}
		}
		for _, text := range texts[1:] {
			if strings.Count(text.ID, ". ") > 2 || strings.Count(text.EN, ". ") > 2 {
				t.Errorf("%s: more than three sentences: %s", rule.ID, text.ID)
			}
			if end := "?."; !strings.ContainsAny(text.ID[len(text.ID)-1:], end) || !strings.ContainsAny(text.EN[len(text.EN)-1:], end) {
				t.Errorf("%s: no full stop at the end: %s", rule.ID, text.ID)
			}
		}
	}
}

// Problems need two remedies to choose from; a strength needs one step further.
func TestRemedies(t *testing.T) {
	for _, rule := range rules().List {
		want := 2
		if rule.Kind == assess.StrengthRule {
			want = 1
		}
		if len(rule.Remedies) < want {
			t.Errorf("%s has %d remedies, want %d", rule.ID, len(rule.Remedies), want)
		}
	}
}

func TestReferences(t *testing.T) {
	cited := map[string]bool{}
	for _, rule := range rules().List {
		for _, id := range rule.After {
			cited[id] = true
		}
	}
	for _, ref := range rules().References {
		if !cited[ref.ID] {
			t.Errorf("%s is cited nowhere", ref.ID)
		}
		if year := ref.ID[strings.LastIndex(ref.ID, "-")+1:]; !strings.Contains(ref.Text, "("+year+")") {
			t.Errorf("%s is not of %s: %s", ref.ID, year, ref.Text)
		}
	}
}

// The limits are those that the file's head explains, and no others.
func TestLimits(t *testing.T) {
	in := instruments.Default()
	for _, rule := range rules().List {
		rule.When.Each(func(c *assess.Condition) {
			above, below := []float64{60}, []float64{40}
			switch {
			case c.Apart, c.Fact != "": // whose limits are each its own
				return
			case c.Beside != "":
				above, below = []float64{assess.LargeRecordGap}, []float64{-assess.LargeRecordGap}
			case c.Item != "":
				above, below = []float64{3}, []float64{3}
			case c.Gap[0] != "":
				above, below = []float64{20}, []float64{20}
			case in.Scale(c.Scale).Kind == assess.Symptom:
				below = []float64{50}
			case rule.Kind == assess.StrengthRule:
				above = []float64{40, 60}
			}
			if c.Above.OK() && !slices.Contains(above, c.Above.Value) || c.Below.OK() && !slices.Contains(below, c.Below.Value) {
				t.Errorf("%s: limits %v, %v of %s%s%v%s", rule.ID, c.Above, c.Below, c.Item, c.Scale, c.Gap, c.Beside)
			}
		})
	}
}
