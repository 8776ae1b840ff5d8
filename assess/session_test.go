package assess_test

import (
	"reflect"
	"testing"
	"time"

	"luwes/assess"
)

func noon(day int) time.Time { return time.Date(2026, 11, day, 12, 0, 0, 0, time.UTC) }

// workshop is a session with two respondents, two rounds and one module left out.
func workshop() *assess.Session {
	in := modular()
	in.Groups[2].Required = true // core: b a, more: c; extra: d stays a module
	return &assess.Session{
		Header: assess.Header{
			ID: "0123456789", Title: "Before", Date: "2026-11-23", BudgetYear: 2027,
			Region: assess.Region{Code: "32.04", Name: "Bandung"}, Unit: "Bappeda",
			Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Completed, Language: "id",
			Created: noon(1), Changed: noon(2), Completed: noon(3), Binned: noon(4),
		},
		Instrument: in,
		Respondents: []assess.Respondent{
			{ID: "Kode-1", Place: "c1", Entries: []assess.Entry{
				{Item: "a1", Round: 1, Answer: assess.At(2), Note: "n"},
				{Item: "a1", Round: 2, Answer: assess.At(5)},
				{Item: "a2", Round: 1, Answer: assess.At(4)},
				{Item: "b1", Round: 2, Answer: assess.At(5)},
				{Item: "c1", Round: 1, Note: "only words"},
				{Item: "d1", Round: 1, Answer: assess.At(5)},
			}},
			{ID: "Kode-2", Entries: []assess.Entry{
				{Item: "a1", Round: 1, Answer: assess.At(3)},
				{Item: "c1", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}},
			}},
		},
		Reopenings: []assess.Reopening{{At: noon(3), Reason: "a slip"}},
	}
}

func TestSessionScoresTheFirstRoundOfWhatIsAsked(t *testing.T) {
	r := workshop().Score()
	var got []string
	for _, s := range r.Scales {
		got = append(got, s.Scale.ID)
	}
	if want := []string{"b", "a", "c"}; !reflect.DeepEqual(got, want) {
		t.Fatalf("scales %q, want %q: d is in a module that the session leaves out", got, want)
	}
	// a: mean 3 of the first, and 3 of the second who answered one of two
	if s := r.Scale("a"); s.Score != assess.Known(50) || s.N != 2 || s.Prorated != 1 {
		t.Errorf("a: score %v of %d, %d prorated; want 50 of 2, 1", s.Score, s.N, s.Prorated)
	}
	if s := r.Scale("b"); s.Score != assess.Unknown(assess.NotScored) {
		t.Errorf("b: score %v, want none: it was answered in round 2 only", s.Score)
	}
	if r.Touched != 4 || r.Total != 12 || r.Respondents != 2 {
		t.Errorf("touched %d of %d by %d, want 4 of 12 by 2", r.Touched, r.Total, r.Respondents)
	}
	if got := []string{r.Scale("a").People[0].ID, r.Scale("a").People[1].ID}; got[0] != "Kode-1" || got[1] != "Kode-2" {
		t.Errorf("people %q, want the ids as typed", got)
	}

	with := workshop()
	with.Modules = []string{"extra"}
	if s := with.Score().Scale("d"); s == nil || s.Answered != 1 {
		t.Errorf("d with its module: %v, want one answer", s)
	}
}

func TestSessionScoreChangesNothing(t *testing.T) {
	s := workshop()
	s.Score()
	s.Asked()
	s.Wave("After", "2027-11-23")
	if !reflect.DeepEqual(s, workshop()) {
		t.Errorf("the session is another after scoring:\n%+v", s)
	}
}

func TestSheetOfARound(t *testing.T) {
	r := workshop().Respondents[0]
	want := map[int]assess.Sheet{
		1: {"a1": assess.At(2), "a2": assess.At(4), "d1": assess.At(5)}, // words alone are no answer
		2: {"a1": assess.At(5), "b1": assess.At(5)},
		3: {},
	}
	for round, sheet := range want {
		if got := r.Sheet(round); !reflect.DeepEqual(got, sheet) {
			t.Errorf("round %d: %v, want %v", round, got, sheet)
		}
	}
}

func TestPutAndEntry(t *testing.T) {
	r := &assess.Respondent{ID: "x"}
	if got, want := r.Entry("a1", 2), (assess.Entry{Item: "a1", Round: 2}); got != want {
		t.Errorf("entry of nothing: %+v, want %+v", got, want)
	}
	r.Put(assess.Entry{Item: "a1", Round: 1, Answer: assess.At(3), Note: "old"})
	r.Put(assess.Entry{Item: "a2", Round: 1, Answer: assess.At(1)})
	r.Put(assess.Entry{Item: "a1", Round: 2, Answer: assess.At(5)})
	r.Put(assess.Entry{Item: "a1", Round: 1, Answer: assess.At(4)})
	want := []assess.Entry{
		{Item: "a1", Round: 1, Answer: assess.At(4)},
		{Item: "a2", Round: 1, Answer: assess.At(1)},
		{Item: "a1", Round: 2, Answer: assess.At(5)},
	}
	if !reflect.DeepEqual(r.Entries, want) {
		t.Errorf("entries %+v, want %+v", r.Entries, want)
	}
	if got := r.Entry("a1", 2); got != want[2] {
		t.Errorf("second round %+v, want %+v", got, want[2])
	}
}

func TestBlank(t *testing.T) {
	for _, c := range []struct {
		entry assess.Entry
		want  bool
	}{
		{assess.Entry{}, true},
		{assess.Entry{Item: "a1", Round: 1, At: noon(1)}, true},
		{assess.Entry{Note: "n"}, false},
		{assess.Entry{Evidence: "e"}, false},
		{assess.Entry{Answer: assess.At(1)}, false},
		{assess.Entry{Answer: assess.Answer{Kind: assess.DontKnow}}, false},
		{assess.Entry{Answer: assess.Answer{Kind: assess.Inapplicable}}, false},
	} {
		if got := c.entry.Blank(); got != c.want {
			t.Errorf("%+v: blank %t, want %t", c.entry, got, c.want)
		}
	}
}

func TestWave(t *testing.T) {
	before := workshop()
	before.Modules = []string{"extra"}
	next := before.Wave("After", "2027-11-22")
	want := assess.Header{
		Title: "After", Date: "2027-11-22",
		Region: before.Region, Unit: "Bappeda", Method: assess.GroupMethod, Identity: assess.Coded,
		Status: assess.Open, Language: "id", Modules: []string{"extra"},
	}
	if !reflect.DeepEqual(next.Header, want) {
		t.Errorf("header %+v, want %+v", next.Header, want)
	}
	if next.Instrument != before.Instrument {
		t.Error("another instrument than before")
	}
	if len(next.Respondents) != 0 || len(next.Reopenings) != 0 {
		t.Errorf("a new wave of a group begins with %d respondents and %d reopenings, want none", len(next.Respondents), len(next.Reopenings))
	}
	if !assess.SamePlace(before.Header, next.Header) {
		t.Error("a wave is at another place")
	}
}

// Where one person or the room answers, there is one respondent to go on with.
func TestWaveKeepsTheOneRespondent(t *testing.T) {
	for _, method := range []assess.Method{assess.SelfMethod, assess.ConsensusMethod} {
		before := workshop()
		before.Method = method
		before.Respondents = before.Respondents[:1]
		before.Respondents[0].Unit = "Sekretariat"
		next := before.Wave("After", "2027-11-22")
		want := []assess.Respondent{{ID: "Kode-1", Unit: "Sekretariat"}}
		if !reflect.DeepEqual(next.Respondents, want) {
			t.Errorf("%s: respondents %+v, want %+v", method, next.Respondents, want)
		}
		if len(before.Respondents[0].Entries) != 6 {
			t.Errorf("%s: the session before has lost answers", method)
		}
	}
}

func TestSamePlace(t *testing.T) {
	place := func(code, name, unit string) assess.Header {
		return assess.Header{Region: assess.Region{Code: code, Name: name}, Unit: unit}
	}
	for _, c := range []struct {
		a, b assess.Header
		want bool
	}{
		{place("32.04", "Bandung", ""), place("32.04", "Kabupaten Bandung", ""), true},
		{place("32.04", "Bandung", ""), place("32.73", "Bandung", ""), false},
		{place("32.04", "Bandung", "Bappeda"), place("32.04", "Bandung", " bappeda "), true},
		{place("32.04", "Bandung", "Bappeda"), place("32.04", "Bandung", ""), false},
		{place("32.04", "Bandung", "Bappeda"), place("32.04", "Bandung", "Dinas"), false},
		{place("", "Sukamaju", ""), place("", " SUKAMAJU", ""), true},
		{place("", "Sukamaju", ""), place("", "Sukamakmur", ""), false},
		{place("", "Bandung", ""), place("32.04", "Bandung", ""), false},
		{place("", "", ""), place("", "", ""), false}, // two unknown places
	} {
		if got := assess.SamePlace(c.a, c.b); got != c.want {
			t.Errorf("%v %q and %v %q: same place %t, want %t", c.a.Region, c.a.Unit, c.b.Region, c.b.Unit, got, c.want)
		}
		if got := assess.SamePlace(c.b, c.a); got != c.want {
			t.Errorf("%v %q and %v %q the other way round: %t, want %t", c.a.Region, c.a.Unit, c.b.Region, c.b.Unit, got, c.want)
		}
	}
}
