package assess_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"luwes/assess"
)

// randomGroup has what group work leaves, at random.
func randomGroup(r *rand.Rand) *assess.Session {
	in := randomInstrument(r)
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded, Eligible: r.IntN(40)}}
	for i := range in.Scales {
		s.Modules = append(s.Modules, in.Scales[i].ID)
	}
	for _, p := range randomPeople(r, in) {
		person := assess.Respondent{ID: p.ID, Rank: fmt.Sprint(r.IntN(2))}
		for _, sc := range in.Scales {
			for _, it := range sc.Items {
				person.Entries = append(person.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: p.Sheet[it.ID], At: noon(1).Add(time.Duration(r.IntN(1e12)))})
				if r.IntN(3) == 0 {
					person.Entries = append(person.Entries, assess.Entry{Item: it.ID, Round: 2, Answer: assess.At(1 + r.IntN(in.Levels))})
				}
				if r.IntN(20) == 0 {
					s.Settlements = append(s.Settlements, assess.Settlement{Item: it.ID, Outcome: assess.Agreed, Level: 1 + r.IntN(in.Levels)})
				}
			}
		}
		s.Respondents = append(s.Respondents, person)
	}
	return s
}

// The order of people changes no figure beyond rounding, and looking changes
// nothing of the session.
func TestAnalyzeForgetsTheOrderOfPeople(t *testing.T) {
	for seed := range uint64(300) {
		s := randomGroup(rand.New(rand.NewPCG(seed, 5)))
		before, _ := json.Marshal(s)
		want := figures(s.Analyze())
		s.Conspicuous()
		s.Subgroups(assess.ByRank)
		if after, _ := json.Marshal(s); string(after) != string(before) {
			t.Fatalf("seed %d: the session has changed", seed)
		}
		slices.Reverse(s.Respondents)
		got := figures(s.Analyze())
		if len(got) != len(want) {
			t.Errorf("seed %d: %d figures, want %d", seed, len(got), len(want))
		}
		for at, w := range want {
			if g, ok := got[at]; !ok || !near(g, w, 1e-7*max(1, w, -w)) {
				t.Errorf("seed %d: %s is %v, was %v", seed, at, g, w)
			}
		}
	}
}

// Every figure is a number or has a reason, and stays in its range.
func TestFiguresAreInRange(t *testing.T) {
	for seed := range uint64(300) {
		a := randomGroup(rand.New(rand.NewPCG(seed, 6))).Analyze()
		for _, sc := range a.Scales {
			checkRange(t, seed, "low", sc.Interval.Low, 0, 100)
			checkRange(t, seed, "high", sc.Interval.High, 0, 100)
			checkRange(t, seed, "rwgj", sc.Agreement.UniformRWG, 0, 1)
			checkRange(t, seed, "rwg star", sc.Agreement.StarRWG, -9, 1)
			checkRange(t, seed, "points", sc.Agreement.Points, 0, 50)
			checkRange(t, seed, "omega", sc.Reliability.Omega, 0, 1)
			checkRange(t, seed, "agreed", sc.Agreed, 0, 100)
			if sc.Interval.Low.OK() && !(sc.Interval.Low.Value <= sc.Score.Value+1e-9 && sc.Score.Value <= sc.Interval.High.Value+1e-9) {
				t.Errorf("seed %d: %v is not in %v to %v", seed, sc.Score, sc.Interval.Low, sc.Interval.High)
			}
		}
		for _, it := range a.Items {
			checkRange(t, seed, "rest", it.Rest, -1, 1)
			checkRange(t, seed, "ad", it.AD, 0, float64(a.Result.Instrument.Levels-1)/2)
		}
		checkRange(t, seed, "w", a.Strategies.W, 0, 1)
	}
}

func checkRange(t *testing.T, seed uint64, name string, f assess.Figure, low, high float64) {
	t.Helper()
	if f.OK() && !(low-1e-9 <= f.Value && f.Value <= high+1e-9) {
		t.Errorf("seed %d: %s is %v, want %v to %v", seed, name, f.Value, low, high)
	}
}

// fullSession has people each of whom sees things in a better or worse light, as a
// session holds them; or, unrelated, answers that have nothing in common, on which
// omega finds no rest.
func fullSession(n int, unrelated bool) *assess.Session {
	in := fullInstrument()
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded}}
	r := rand.New(rand.NewPCG(3, 1))
	for _, p := range fullSheets(r, in, n) {
		person := assess.Respondent{ID: p.ID}
		light := r.IntN(4)
		for _, sc := range in.Scales {
			for _, it := range sc.Items {
				a := p.Sheet[it.ID]
				if a.Kind == assess.Level && !unrelated {
					if a = assess.At(1 + light + r.IntN(2)); it.Reverse {
						a.Level = in.Levels + 1 - a.Level
					}
				}
				person.Entries = append(person.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: a, At: noon(1).Add(time.Duration(len(person.Entries)) * time.Minute)})
			}
		}
		s.Respondents = append(s.Respondents, person)
	}
	return s
}

func BenchmarkAnalyze(b *testing.B) {
	for _, c := range []struct {
		people    int
		unrelated bool
	}{{200, false}, {1000, false}, {10_000, false}, {200, true}} {
		s := fullSession(c.people, c.unrelated)
		name := fmt.Sprint(c.people)
		if c.unrelated {
			name += "/unrelated"
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Analyze()
			}
		})
	}
}

// BenchmarkSessionScore is what a save of a session costs.
func BenchmarkSessionScore(b *testing.B) {
	for _, n := range []int{1, 200, 10_000} {
		s := fullSession(n, false)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Score()
			}
		})
	}
}
