package command

import (
	"context"
	"fmt"
	"strings"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
)

// merge adds the respondents of a file to a saved session. Somebody who is there
// with the same answers is left alone, with others is a conflict; all conflicts
// are told and then nothing is added.
func (p *program) merge(ctx context.Context, ref, path string, read func(*assess.Instrument) ([]assess.Respondent, error)) error {
	return p.writing(ctx, func(store *data.Store) error {
		s, err := session(ctx, store, ref)
		if err != nil {
			return err
		}
		if s.Identity == assess.Anonymous {
			return cannot("merge-anonymous", "session", s.ID)
		}
		people, err := read(s.Asked())
		if err != nil {
			return err
		}
		joining, err := joiners(s, people)
		if err != nil {
			return err
		}
		if s.Method != assess.GroupMethod && len(s.Respondents)+len(joining) > 1 {
			return cannot("merge-method", "session", s.ID, "method", string(s.Method))
		}
		if len(joining) > 0 {
			if err := store.Merge(ctx, s.ID, &assess.Session{Respondents: joining}); err != nil {
				return err
			}
		}
		fmt.Fprintln(p.out, s.ID)
		return nil
	})
}

// joiners are the people who are not in the session yet.
func joiners(s *assess.Session, people []assess.Respondent) ([]assess.Respondent, error) {
	known := map[string]*assess.Respondent{}
	for i := range s.Respondents {
		known[fold(s.Respondents[i].ID)] = &s.Respondents[i]
	}
	var joining []assess.Respondent
	conflicts := assess.Problems{assess.NewProblem("merge-conflict", "session", s.ID)}
	for i := range people {
		saved := known[fold(people[i].ID)]
		if saved == nil {
			joining = append(joining, people[i])
			continue
		}
		conflicts = append(conflicts, transfer.Conflicts(saved, &people[i])...)
	}
	if len(conflicts) > 1 {
		return nil, &fault{problems: conflicts, exit: exitCannot}
	}
	return joining, nil
}

// fold is the form in which codes are compared: trimmed and without case.
func fold(s string) string { return strings.ToLower(strings.ToUpper(strings.TrimSpace(s))) }
