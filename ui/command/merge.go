package command

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
)

// merge adds what a file says to a saved session: respondents, shows of hands,
// settlements and parts of the dossier. What is there already and the same is left
// alone, so that a file may come twice; what is there otherwise is a conflict. All
// conflicts are told and then nothing is added. It returns the session's id.
func (p *program) merge(ctx context.Context, ref string, read func(saved *assess.Session) (*assess.Session, error)) (id string, err error) {
	err = p.writing(ctx, func(store *data.Store) error {
		s, err := session(ctx, store, ref)
		if err != nil {
			return err
		}
		file, err := read(s)
		if err != nil {
			return err
		}
		add, err := joining(s, file)
		if err != nil {
			return err
		}
		if brings(add) {
			if err := store.Merge(begun(ctx), s.ID, add); err != nil {
				return err
			}
		}
		id = s.ID
		return nil
	})
	return id, err
}

// joining is what a file says that the session does not have yet, if the session
// can take it.
func joining(s, file *assess.Session) (*assess.Session, error) {
	add, err := additions(s, file)
	if err != nil {
		return nil, err
	}
	if s.Method != assess.GroupMethod && len(s.Respondents)+len(add.Respondents) > 1 ||
		s.Method == assess.SelfMethod && len(add.Hands)+len(add.Settlements) > 0 {
		return nil, cannot("merge-method", "session", s.ID, "method", string(s.Method))
	}
	return add, nil
}

// brings reports whether additions add anything.
func brings(add *assess.Session) bool {
	return len(add.Respondents)+len(add.Hands)+len(add.Settlements) > 0 || !reflect.ValueOf(add.Dossier).IsZero()
}

// suits reports whether the people of a session file can join a saved session:
// the instrument is the same, and both are anonymous or neither. Anonymous people
// are recognised by the random keys that they got on their laptop, so that the
// same file may come twice; people of an anonymous session who have none, such
// as those of a version that did not make them, are not.
func suits(saved, file *assess.Session, path string) error {
	named := func(r assess.Respondent) bool { return !randomKey(r.ID) }
	switch {
	case saved.Instrument.Source != file.Instrument.Source:
		return cannot("merge-instrument", "path", path)
	case saved.Identity != assess.Anonymous && file.Identity == assess.Anonymous:
		return cannot("merge-from-anonymous", "session", saved.ID, "path", path)
	case saved.Identity != assess.Anonymous:
		return nil
	case file.Identity != assess.Anonymous, slices.ContainsFunc(file.Respondents, named):
		return cannot("merge-anonymous", "session", saved.ID)
	}
	return nil
}

// randomKey reports whether a code was made at random: that of an anonymous
// person, or what stands in place of one forgotten.
func randomKey(id string) bool {
	return transfer.ValidID(id) || strings.HasPrefix(id, "x-") && len(id) == 10
}

// additions are what a file says that the session does not have yet.
func additions(s, file *assess.Session) (*assess.Session, error) {
	known := map[string]*assess.Respondent{}
	for i := range s.Respondents {
		known[fold(s.Respondents[i].ID)] = &s.Respondents[i]
	}
	add := &assess.Session{}
	conflicts := assess.Problems{assess.NewProblem("merge-conflict", "session", s.ID)}
	for i := range file.Respondents {
		saved := known[fold(file.Respondents[i].ID)]
		if saved == nil {
			add.Respondents = append(add.Respondents, file.Respondents[i])
			continue
		}
		conflicts = append(conflicts, transfer.Conflicts(saved, &file.Respondents[i])...)
	}
	conflicts = append(conflicts, transfer.TalkConflicts(s, file)...)
	conflicts = append(conflicts, transfer.DossierConflicts(s, file)...)
	if len(conflicts) > 1 {
		return nil, &fault{problems: conflicts, exit: exitCannot}
	}
	add.Dossier = transfer.DossierAdditions(s, file)
	for _, h := range file.Hands {
		if s.HandsAt(h.Item, h.Round).Blank() {
			add.Hands = append(add.Hands, h)
		}
	}
	for _, st := range file.Settlements {
		if s.SettlementAt(st.Item).Blank() {
			add.Settlements = append(add.Settlements, st)
		}
	}
	return add, nil
}

// fold is the form in which codes are compared: trimmed and without case.
func fold(s string) string { return strings.ToLower(strings.ToUpper(strings.TrimSpace(s))) }
