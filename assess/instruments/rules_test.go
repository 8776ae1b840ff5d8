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

// ruleSets are the rules of every built-in instrument.
func ruleSets() []*assess.Rules {
	var out []*assess.Rules
	for _, in := range instruments.All() {
		out = append(out, instruments.Rules(in.ID))
	}
	return out
}

// eachRule calls f with every rule there is.
func eachRule(f func(rs *assess.Rules, rule *assess.Rule)) {
	for _, rs := range ruleSets() {
		for i := range rs.List {
			f(rs, &rs.List[i])
		}
	}
}

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
	eachRule(func(_ *assess.Rules, rule *assess.Rule) {
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
	})
}

// Problems need two remedies to choose from; a strength needs one step further.
func TestRemedies(t *testing.T) {
	eachRule(func(_ *assess.Rules, rule *assess.Rule) {
		want := 2
		if rule.Kind == assess.StrengthRule {
			want = 1
		}
		if len(rule.Remedies) < want {
			t.Errorf("%s has %d remedies, want %d", rule.ID, len(rule.Remedies), want)
		}
	})
}

func TestReferences(t *testing.T) {
	for _, rs := range ruleSets() {
		cited := map[string]bool{}
		for _, rule := range rs.List {
			for _, id := range rule.After {
				cited[id] = true
			}
		}
		for _, ref := range rs.References {
			if !cited[ref.ID] {
				t.Errorf("%s is cited nowhere", ref.ID)
			}
			if year := ref.ID[strings.LastIndex(ref.ID, "-")+1:]; !strings.Contains(ref.Text, "("+year+")") {
				t.Errorf("%s is not of %s: %s", ref.ID, year, ref.Text)
			}
		}
	}
}

// A work that both files cite is the same in both.
func TestReferencesAgree(t *testing.T) {
	texts := map[string]string{}
	for _, rs := range ruleSets() {
		for _, ref := range rs.References {
			if other := texts[ref.ID]; other != "" && other != ref.Text {
				t.Errorf("%s: %q and %q", ref.ID, ref.Text, other)
			}
			texts[ref.ID] = ref.Text
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
				above, below = []float64{assess.ApartBeyond}, []float64{assess.BalancedWithin}
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

func TestLimitsOfEvaluation(t *testing.T) {
	rs := instruments.Rules(instruments.EvaluationID)
	if n := len(rs.List); n < 18 || n > 25 {
		t.Errorf("%d rules, want 18 to 25", n)
	}
	for _, rule := range rs.List {
		rule.When.Each(func(c *assess.Condition) {
			var above, below []float64
			switch {
			case c.Item != "":
				above, below = []float64{2.5}, []float64{2.5}
			case c.Gap[0] == "structure", c.Gap[0] == "process":
				above, below = []float64{12.5}, []float64{12.5}
			case c.Gap[0] != "":
				above = []float64{20}
			case c.Composite != "":
				above = []float64{75}
			case c.Evidence != "":
				below = []float64{50, 90}
			case c.Scale != "":
				above, below = []float64{80}, []float64{60}
			}
			if c.Above.OK() && !slices.Contains(above, c.Above.Value) || c.Below.OK() && !slices.Contains(below, c.Below.Value) {
				t.Errorf("%s: limits %v, %v", rule.ID, c.Above, c.Below)
			}
		})
	}
}
