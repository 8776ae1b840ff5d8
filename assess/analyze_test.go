package assess_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"luwes/assess"
)

// fullSession has answers like [fullSheets], as a session holds them: without
// anything in common, which is the worst case for a factor.
func fullSession(n int) *assess.Session {
	in := fullInstrument()
	s := &assess.Session{Instrument: in, Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded}}
	for _, p := range fullSheets(rand.New(rand.NewPCG(3, 1)), in, n) {
		r := assess.Respondent{ID: p.ID}
		for _, sc := range in.Scales {
			for _, it := range sc.Items {
				if a := p.Sheet[it.ID]; a.Kind != assess.Unanswered {
					r.Entries = append(r.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: a, At: time.UnixMilli(int64(len(r.Entries)) * 9000)})
				}
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func BenchmarkAnalyze(b *testing.B) {
	for _, n := range []int{200, 1000, 10_000} {
		s := fullSession(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.Analyze()
			}
		})
	}
}
