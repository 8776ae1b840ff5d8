package assess

import (
	"slices"
	"time"
)

// What is conspicuous, and from how many levels on it is looked for.
const (
	ConspicuousFrom = 10              // levels that a person must have given
	StraightShare   = 0.9             // share of them on one level
	FastPace        = 3 * time.Second // median time an answer took
)

// Conspicuous is a respondent whose individual answers the facilitator may want to
// ask about. Nothing is taken out for it: somebody may be of one opinion
// throughout, or know the questions from last year.
type Conspicuous struct {
	ID       string
	Answered int           // levels given
	Level    int           // as ticked, on at least StraightShare of them; 0 unless it is so
	Straight int           // how many are on that level
	Pace     time.Duration // median between one answer and the next; 0 unless it is under FastPace
}

// Conspicuous returns the respondents who ticked one level nearly throughout, or
// answered faster than the questions can be read, in the order of the session.
//
// A pace is judged only where the times come from answering: those of a paper
// form or of a file are equal. An anonymous session has no times, and tells
// nothing by person, so none is returned for it.
func (s *Session) Conspicuous() []Conspicuous {
	if s.Identity == Anonymous {
		return nil
	}
	var found []Conspicuous
	for i := range s.Respondents {
		if c := s.Respondents[i].conspicuous(); c.Level > 0 || c.Pace > 0 {
			found = append(found, c)
		}
	}
	return found
}

func (r *Respondent) conspicuous() Conspicuous {
	c := Conspicuous{ID: r.ID}
	counts := map[int]int{}
	var times []time.Time
	for _, e := range r.Entries {
		if e.Round != 1 || e.Answer.Kind == Unanswered {
			continue
		}
		times = append(times, e.At)
		if e.Answer.Kind == Level {
			c.Answered++
			counts[e.Answer.Level]++
		}
	}
	if c.Answered < ConspicuousFrom {
		return c
	}
	for level, n := range counts {
		if float64(n) >= StraightShare*float64(c.Answered)-scoreNoise {
			c.Level, c.Straight = level, n
		}
	}
	if pace := paceOf(times); pace < FastPace {
		c.Pace = pace
	}
	return c
}

// paceOf is the median time between consecutive answers; 0 where most came at one
// moment, so that nobody can have been answering.
func paceOf(times []time.Time) time.Duration {
	slices.SortFunc(times, time.Time.Compare)
	var gaps []time.Duration
	for i := 1; i < len(times); i++ {
		gaps = append(gaps, times[i].Sub(times[i-1]))
	}
	if len(gaps) == 0 {
		return 0
	}
	slices.Sort(gaps)
	return (gaps[(len(gaps)-1)/2] + gaps[len(gaps)/2]) / 2
}
