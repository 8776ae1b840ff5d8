package assess_test

import (
	"reflect"
	"testing"
	"time"

	"luwes/assess"
)

// answering are entries of one person with the levels given, each so long after
// the one before.
func answering(gap time.Duration, levels ...int) []assess.Entry {
	in := fullInstrument()
	at := noon(1)
	var entries []assess.Entry
	for _, s := range in.Scales {
		for _, it := range s.Items {
			if len(entries) == len(levels) {
				return entries
			}
			entries = append(entries, assess.Entry{Item: it.ID, Round: 1, Answer: answerOf(levels[len(entries)]), At: at})
			at = at.Add(gap)
		}
	}
	return entries
}

func TestConspicuous(t *testing.T) {
	mixed := []int{1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1}
	slow := 20 * time.Second
	revised := answering(time.Second, mixed...)
	revised[3].At = revised[3].At.Add(time.Hour) // looked at again later
	second := answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3)
	for i := range second {
		second[i].Round = 2
	}
	for _, c := range []struct {
		name    string
		entries []assess.Entry
		want    assess.Conspicuous
	}{
		{"mixed and slow", answering(slow, mixed...), assess.Conspicuous{}},
		{"all on one level", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3), assess.Conspicuous{ID: "x", Answered: 10, Level: 3, Straight: 10}},
		{"nine of ten", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1), assess.Conspicuous{ID: "x", Answered: 10, Level: 3, Straight: 9}},
		{"nine of eleven", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1, 1), assess.Conspicuous{}},
		{"nine levels", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3), assess.Conspicuous{}},
		{"don't know is no level", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, -2, -1), assess.Conspicuous{}},
		{"don't know does not hide it", answering(slow, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, -2, -2, -1), assess.Conspicuous{ID: "x", Answered: 10, Level: 3, Straight: 10}},
		{"fast", answering(2999*time.Millisecond, mixed...), assess.Conspicuous{ID: "x", Answered: 11, Pace: 2999 * time.Millisecond}},
		{"just slow enough", answering(assess.FastPace, mixed...), assess.Conspicuous{}},
		{"fast, one revised", revised, assess.Conspicuous{ID: "x", Answered: 11, Pace: time.Second}},
		{"few and fast", answering(time.Second, 1, 2, 3), assess.Conspicuous{}},
		{"from a file", answering(0, mixed...), assess.Conspicuous{}},
		{"both", answering(time.Second, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5), assess.Conspicuous{ID: "x", Answered: 10, Level: 5, Straight: 10, Pace: time.Second}},
		{"the second round", second, assess.Conspicuous{}},
	} {
		s := &assess.Session{Instrument: fullInstrument(), Respondents: []assess.Respondent{{ID: "quiet"}, {ID: "x", Entries: c.entries}}}
		var want []assess.Conspicuous
		if c.want.ID != "" {
			want = append(want, c.want)
		}
		if got := s.Conspicuous(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", c.name, got, want)
		}
		s.Identity = assess.Anonymous
		if got := s.Conspicuous(); got != nil {
			t.Errorf("%s: an anonymous session tells %v", c.name, got)
		}
	}
}
