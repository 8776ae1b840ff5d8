package assess_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"luwes/assess"
)

// figuresOf lists every number of an analysis: known figures, and counts that are
// not 0.
func figuresOf(v reflect.Value, at string, out map[string]float64) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			figuresOf(v.Elem(), at, out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			figuresOf(v.Index(i), fmt.Sprintf("%s/%d", at, i), out)
		}
	case reflect.Struct:
		if f, ok := v.Interface().(assess.Figure); ok {
			if f.OK() {
				out[at] = f.Value
			}
			return
		}
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if !slices.Contains([]string{"Result", "ScaleResult", "ItemResult", "First", "Level"}, name) {
				figuresOf(v.Field(i), at+"/"+name, out)
			}
		}
	case reflect.Int:
		if v.Int() != 0 {
			out[at] = float64(v.Int())
		}
	case reflect.Bool:
		if v.Bool() {
			out[at] = 1
		}
	}
}

func figures(a *assess.Analysis) map[string]float64 {
	out := map[string]float64{}
	figuresOf(reflect.ValueOf(a), "", out)
	return out
}

// Under three people nothing of an anonymous session is in its analysis, whatever
// it holds.
func TestAnonymousFewShowNothing(t *testing.T) {
	s := sixPeople()
	s.Respondents = s.Respondents[:2]
	anew(s, "s1", 3, 4)
	s.Hands = []assess.Hands{{Item: "s3", Round: 2, Levels: []int{0, 0, 9, 0, 0}}}
	s.Settlements = []assess.Settlement{{Item: "s1", Outcome: assess.Agreed, Level: 4, Reason: "r", High: "h"}}
	if open := figures(s.Analyze()); len(open) < 30 {
		t.Fatalf("only %d figures of a coded session: %v", len(open), open)
	}
	s.Identity = assess.Anonymous
	a := s.Analyze()
	if got := figures(a); len(got) > 0 {
		t.Errorf("an anonymous session of two shows %v", got)
	}
	for _, sc := range a.Result.Scales {
		if sc.People != nil || sc.Score.OK() || sc.SD.OK() || sc.Median.OK() {
			t.Errorf("%+v", sc)
		}
	}
	for _, it := range a.Items {
		if it.Counts != nil || it.Mean.OK() || it.Settlement != (assess.Settlement{Item: it.Item.ID}) || it.AD.Reason != assess.AnonymousFew || it.Agreed.Reason != assess.AnonymousFew {
			t.Errorf("%+v", it)
		}
	}
	if a.Strategies.W.Reason != assess.AnonymousFew {
		t.Errorf("order %+v", a.Strategies)
	}
}

// In a larger one nothing rests on one or two people.
func TestAnonymousPartsOfFewShowNothing(t *testing.T) {
	few := assess.Unknown(assess.AnonymousFew)
	one, two := scaleOf("a", 2), scaleOf("b", 2)
	one.Kind, two.Kind = assess.Strategy, assess.Strategy
	s := filled(questionnaire(5, one, two), []int{1, 2, 3, 4}, []int{2, 3, 1, 5}, []int{3, 0, 0, 0}, []int{3, 0, 0, 0}, []int{3, 3, 0, 0})
	s.Identity = assess.Anonymous
	anew(s, "a1", 1, 1, 0, 0, 0)
	anew(s, "a2", 0, 1, 2, 2, 0) // three answer again, one of whom had answered
	s.Settlements = []assess.Settlement{{Item: "b1", Outcome: assess.Agreed, Level: 2}}
	a := s.Analyze()
	if sc := a.Scales[1]; sc.Score != few || sc.Interval.Low != few || sc.Agreement.AD != few || sc.Agreement.LabelReason != assess.AnonymousFew ||
		sc.Reliability.Alpha != few || sc.Reliability.N != 0 || sc.Below+sc.Above != 0 {
		t.Errorf("a scale of two people: %+v", sc)
	}
	if sc := a.Scales[0]; !sc.Interval.Low.OK() || !sc.Agreement.AD.OK() || !sc.Reliability.Alpha.OK() {
		t.Errorf("a scale of five people: %+v", sc)
	}
	if got := a.Items[0].Again; got.Counts != nil || got.N != 0 || got.Mean != few || got.Moved != 0 {
		t.Errorf("two answered a1 again: %+v", got)
	}
	if got := a.Items[1].Again; got.N != 3 || got.Moved != 0 {
		t.Errorf("one of three had answered a2 before: %+v", got)
	}
	if a.Strategies.W != few || a.Strategies.N != 0 {
		t.Errorf("order of two people: %+v", a.Strategies)
	}
	// what the room agreed is nobody's answer, but no median of two people enters it
	if a.Items[2].Agreed != assess.Known(2) || a.Items[3].Median != few || a.Scales[1].Agreed != assess.Known(25) {
		t.Errorf("agreed %v, scale %v", a.Items[2].Agreed, a.Scales[1].Agreed)
	}
}

// An item that an anonymous session covers cannot be worked out of the agreement
// on its scale.
func TestAnonymousAgreementLeavesCoveredItemsOut(t *testing.T) {
	s := filled(questionnaire(5, scaleOf("a", 2)), []int{1, 5}, []int{2, 1}, []int{3, 0}, []int{4, 0})
	s.Identity = assess.Anonymous
	a := s.Analyze()
	if ag := a.Scales[0].Agreement; ag.AD != a.Items[0].AD || !ag.AD.OK() {
		t.Errorf("AD %v, of the one item that is shown %v", ag.AD, a.Items[0].AD)
	}
	s = filled(questionnaire(5, scaleOf("a", 2)), []int{1, 0}, []int{0, 1}, []int{3, 0}, []int{0, 2})
	s.Identity = assess.Anonymous
	if sc := s.Analyze().Scales[0]; !sc.Score.OK() || sc.Agreement.AD != assess.Unknown(assess.AnonymousFew) {
		t.Errorf("score %v, AD %v where every item is covered", sc.Score, sc.Agreement.AD)
	}
}
