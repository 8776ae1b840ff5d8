package assess_test

import (
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
)

// Scores by hand: a 0, b 50, c 100; d has no answer.
func TestWantedGaps(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1), scaleOf("c", 1), scaleOf("d", 1))
	s := filled(in, []int{1, 3, 5})
	s.Wanted = []assess.Wanted{{Scale: "a", Value: 40, Year: 2029}, {Scale: "b", Value: 95, Year: 2029}, {Scale: "d", Value: 60, Year: 2029}}
	told := func(gaps []assess.WantedGap) string {
		var out []string
		for _, g := range gaps {
			out = append(out, fmt.Sprint(g.Scale.ID, g.Present, g.Wanted, g.Gap))
			if want := fmt.Sprint(g.Present.OK()); fmt.Sprint(g.N == 1, g.Coverage.Value == 1) != want+" "+want {
				t.Errorf("%s rests on %d people and %v of the answers", g.Scale.ID, g.N, g.Coverage)
			}
		}
		return strings.Join(out, " ")
	}
	gaps := s.WantedGaps(nil)
	want := "a{0 } {40 } {40 } b{50 } {95 } {45 } c{100 } {0 not-wanted} {0 not-wanted} d{0 not-scored} {60 } {0 not-scored}"
	if got := told(gaps); got != want {
		t.Errorf("gaps\n%s, want\n%s", got, want)
	}
	assess.LargestFirst(gaps)
	if got := strings.Join([]string{gaps[0].Scale.ID, gaps[1].Scale.ID, gaps[2].Scale.ID, gaps[3].Scale.ID}, ""); got != "bacd" {
		t.Errorf("largest first: %s, want bacd", got)
	}
}

// At an item the agreed level counts, else the median, in steps of its levels and
// after reversing (s2 is reversed: 2 ticked is 4).
func TestWantedItems(t *testing.T) {
	s := filled(questionnaire(5, scaleS()), []int{2, 2, 3, 5}, []int{3, 2, 3, 5})
	s.Settlements = []assess.Settlement{{Item: "s3", Outcome: assess.Agreed, Level: 1}}
	s.Wanted = []assess.Wanted{{Item: "s1", Value: 5, Year: 2030}, {Item: "s2", Value: 5, Year: 2030}, {Item: "s3", Value: 5, Year: 2030}, {Scale: "s", Value: 1}}
	want := []assess.Figure{assess.Known(2.5), assess.Known(1), assess.Known(4), assess.Unknown(assess.NotWanted)}
	got := s.WantedItems(nil, "s")
	for i := range want {
		if got[i].Gap != want[i] {
			t.Errorf("%s: gap %v, want %v", got[i].Item.ID, got[i].Gap, want[i])
		}
	}
	if n := len(s.WantedItems(nil, "t")); n != 0 {
		t.Errorf("%d items of a scale that is not there", n)
	}
}

// The score of a scale stays what people said alone, whatever was agreed later.
func TestWantedGapIsOfTheFirstAnswers(t *testing.T) {
	s := filled(questionnaire(5, scaleS()), []int{3, 3, 3, 3}, []int{3, 3, 3, 3})
	s.Settlements = []assess.Settlement{{Item: "s1", Outcome: assess.Agreed, Level: 5}}
	if got := s.WantedGaps(nil)[0].Present; got != assess.Known(50) {
		t.Errorf("present %v, want 50", got)
	}
}

func TestPutWanted(t *testing.T) {
	list := assess.PutWanted(nil, assess.Wanted{Scale: "a", Value: 40, Year: 2029})
	list = assess.PutWanted(list, assess.Wanted{Item: "a", Value: 4, Year: 2029})
	list = assess.PutWanted(list, assess.Wanted{Scale: "a", Value: 50, Year: 2029})
	if got := fmt.Sprint(list); got != "[{ a 4 2029} {a  50 2029}]" {
		t.Errorf("the list is %s", got)
	}
	if got := assess.InYear(list, 2030); assess.WantedYear(got) != 2030 || assess.WantedYear(list) != 2029 {
		t.Errorf("another year: %v, and before %v", got, list)
	}
	if list = assess.WithoutWanted(list, assess.Wanted{Scale: "a"}); len(list) != 1 || assess.WantedYear(nil) != 0 {
		t.Errorf("without the scale %v", list)
	}
}
