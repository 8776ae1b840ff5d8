package command

import (
	"strings"
	"time"

	"luwes/assess"
)

// An examplePerson is one person of a group.
type examplePerson struct {
	Code, Unit, Rank string
	Levels           string // of the core scales in their order, a blank between two
}

// An exampleSettlement is what a group's talk left at an item: agreed if it has a
// level, else agreed to disagree.
type exampleSettlement struct {
	Item                       string
	Level                      int
	Reason, Dissent, High, Low string
}

// The pace of the example workshops.
const (
	secondsPerItem  = 20
	minutesPerTopic = 6
)

// workshop fills a session with the answers of a group that passes one laptop
// round and then talks. It leaves out the modules.
func (r *exampleRegion) workshop(s *assess.Session, from exampleSession, at time.Time) {
	s.Method, s.Modules, s.Expected = assess.GroupMethod, nil, len(from.People)
	for i, p := range from.People {
		person := assess.Respondent{ID: p.Code, Unit: p.Unit, Rank: p.Rank, Phase: assess.Done, Consent: true}
		item := 0
		for k, levels := range strings.Fields(p.Levels) {
			for j, it := range s.Instrument.Scales[k].Items {
				e := r.entry(it.ID, sign(levels, j), s.BudgetYear)
				if item++; item%len(from.People) != i {
					e.Note, e.Evidence = "", "" // one person writes, not all the same
				}
				at = at.Add(secondsPerItem * time.Second)
				e.At, person.Place = at, it.ID
				person.Put(e)
			}
		}
		s.Respondents = append(s.Respondents, person)
	}
	s.Revealed = at.Add(time.Minute)
	at = s.Revealed
	for _, talk := range from.Settled {
		at = at.Add(minutesPerTopic * time.Minute)
		s.Settlements = append(s.Settlements, talk.settlement(at))
		for i, again := range []byte(from.Again[talk.Item]) {
			e := r.entry(talk.Item, again, s.BudgetYear)
			e.Round, e.Note, e.Evidence, e.At = 2, "", "", at
			s.Respondents[i].Put(e)
		}
	}
	s.Status, s.Completed = assess.Completed, at.Add(time.Minute)
	s.Changed = s.Completed
}

func (e exampleSettlement) settlement(at time.Time) assess.Settlement {
	outcome := assess.Disagreed
	if e.Level > 0 {
		outcome = assess.Agreed
	}
	return assess.Settlement{Item: e.Item, Outcome: outcome, Level: e.Level,
		Reason: e.Reason, Dissent: e.Dissent, High: e.High, Low: e.Low, At: at}
}
