package assess_test

import (
	"fmt"
	"reflect"
	"testing"

	"luwes/assess"
)

func pairOf(from, to assess.Side) assess.Pair {
	return assess.Compare([]assess.Side{from, to}).Pairs[0]
}

// Who came is told by codes, over all scales; nobody is counted who said nothing.
func TestAttendance(t *testing.T) {
	in := questionnaire(5, scaleOf("a", 1), scaleOf("b", 1))
	from := group(t, in, "ana 1 -", "budi - 2", "cici 3 3", "dodi - -")
	to := group(t, in, "BUDI 2 -", "_cici - 2", "dodi 3 3")
	room, anonymous := group(t, in, "room 3 3"), group(t, in, "x 3 3", "y 3 3", "z 3 3")
	room.Method, anonymous.Identity = assess.ConsensusMethod, assess.Anonymous
	hands := raisedSide(in)
	for _, c := range []struct {
		name     string
		from, to assess.Side
		want     assess.Attendance
	}{
		{"some again", from, to, assess.Attendance{Both: 2, First: 1, Second: 1}},
		{"all again", to, to, assess.Attendance{Both: 3}},
		{"the room", from, room, assess.Attendance{Reason: assess.Consensus}},
		{"the room first", room, anonymous, assess.Attendance{Reason: assess.Consensus}},
		{"anonymous", from, anonymous, assess.Attendance{Reason: assess.Unmatched}},
		{"show of hands", hands, to, assess.Attendance{Reason: assess.CountsOnly}},
		{"nobody", group(t, in, "ana - -"), to, assess.Attendance{Reason: assess.NoAnswers}},
	} {
		if got := pairOf(c.from, c.to).Attendance; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// ranked is a session of people who answered, with these ranks.
func ranked(id assess.Identity, ranks ...string) *assess.Session {
	s := workshop()
	s.Identity, s.Respondents = id, nil
	item := s.Instrument.Scales[0].Items[0].ID
	for i, rank := range ranks {
		s.Respondents = append(s.Respondents, assess.Respondent{
			ID: fmt.Sprint("p", i), Rank: rank,
			Entries: []assess.Entry{{Item: item, Round: 1, Answer: assess.At(2)}},
		})
	}
	return s
}

func TestRanks(t *testing.T) {
	s := ranked(assess.Coded, "II", " iii", "III", "", "II", "iii ")
	s.Respondents = append(s.Respondents, assess.Respondent{ID: "silent", Rank: "IV"})
	if got, want := s.Ranks(), []assess.RankCount{{Rank: "II", People: 2}, {Rank: "iii", People: 3}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := assess.SideOf(s); !reflect.DeepEqual(got.Ranks, s.Ranks()) || got.ID != s.ID || got.Result.Respondents != 7 {
		t.Errorf("side %+v", got)
	}
	five := []string{"II", "II", "II", "II", "II"}
	if got := ranked(assess.Anonymous, five...).Ranks(); len(got) != 1 || got[0].People != 5 {
		t.Errorf("five anonymous people of a rank: %v", got)
	}
	if got := ranked(assess.Anonymous, append(five, "III")...).Ranks(); got != nil {
		t.Errorf("one anonymous person of a rank: %v, want none shown", got)
	}
}

func TestRankMix(t *testing.T) {
	from, to := assess.SideOf(ranked(assess.Coded, "II", "III", "III", "IV")), assess.SideOf(ranked(assess.Coded, "ii", "II", "staf", "III"))
	want := assess.RankMix{
		Rows:  []assess.RankRow{{Rank: "II", From: 1, To: 2}, {Rank: "III", From: 2, To: 1}, {Rank: "IV", From: 1, To: 0}, {Rank: "staf", From: 0, To: 1}},
		Shift: assess.Known(.5),
	}
	if got := pairOf(from, to).Ranks; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	twice := assess.SideOf(ranked(assess.Coded, "II", "III", "III", "IV", "II", "III", "III", "IV"))
	if got := pairOf(from, twice).Ranks.Shift; got != assess.Known(0) {
		t.Errorf("twice as many of each: %v, want 0", got)
	}
	if got := pairOf(from, assess.SideOf(ranked(assess.Coded, "x", "y"))).Ranks.Shift; got != assess.Known(1) {
		t.Errorf("no rank in common: %v, want 1", got)
	}
	if got := pairOf(from, assess.SideOf(ranked(assess.Coded, "", ""))).Ranks; got.Rows != nil || got.Shift != assess.Unknown(assess.NoRanks) {
		t.Errorf("without ranks: %+v", got)
	}
}
