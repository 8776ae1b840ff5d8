package ui

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"luwes/assess"
)

func (f *fakeStore) Join(_ context.Context, session string, r assess.Respondent) (string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return "", f.fail
	}
	s := f.find(session)
	if r.ID == "" {
		r.ID = fmt.Sprintf("P%02d", len(s.Respondents)+1)
	}
	r.Phase = assess.Answering
	for i, old := range s.Respondents {
		if assess.SameCode(old.ID, r.ID) {
			if old.Phase != assess.Waiting {
				return "", assess.NewProblem("respondent-exists", "session", session, "respondent", r.ID)
			}
			s.Respondents[i].Phase, s.Respondents[i].Consent = r.Phase, r.Consent
			return old.ID, nil
		}
	}
	s.Respondents = append(s.Respondents, r)
	return r.ID, nil
}

func (f *fakeStore) Mark(_ context.Context, session, respondent string, p assess.Phase) error {
	if f.fail != nil {
		return f.fail
	}
	s := f.find(session)
	for i := range s.Respondents {
		if s.Respondents[i].ID == respondent {
			s.Respondents[i].Phase = p
		}
	}
	return nil
}

func (f *fakeStore) Forget(_ context.Context, session, respondent string) error {
	if f.fail != nil {
		return f.fail
	}
	s := f.find(session)
	for i := range s.Respondents {
		if respondent == "" || s.Respondents[i].ID == respondent {
			r := &s.Respondents[i]
			r.ID, r.Unit, r.Rank, r.Group = fmt.Sprintf("x%02d", i+1), "", "", ""
		}
	}
	return nil
}

func (f *fakeStore) Raise(_ context.Context, session string, h assess.Hands) error {
	if f.fail != nil {
		return f.fail
	}
	s := f.find(session)
	s.Hands = slices.DeleteFunc(s.Hands, func(o assess.Hands) bool { return o.Item == h.Item && o.Round == h.Round })
	if !h.Blank() {
		s.Hands = append(s.Hands, h)
	}
	return nil
}

func (f *fakeStore) Settle(_ context.Context, session string, st assess.Settlement) error {
	if f.fail != nil {
		return f.fail
	}
	s := f.find(session)
	s.Settlements = slices.DeleteFunc(s.Settlements, func(o assess.Settlement) bool { return o.Item == st.Item })
	if !st.Blank() {
		s.Settlements = append(s.Settlements, st)
	}
	return nil
}

func (f *fakeStore) Reveal(_ context.Context, session string) error {
	if f.fail != nil {
		return f.fail
	}
	f.find(session).Revealed = at
	return nil
}

func (f *fakeStore) SetPIN(_ context.Context, session, pin string) error {
	if f.fail != nil {
		return f.fail
	}
	if f.pins == nil {
		f.pins = map[string]string{}
	}
	f.pins[session] = pin
	f.find(session).Locked = pin != ""
	return nil
}

func (f *fakeStore) CheckPIN(_ context.Context, session, pin string) (bool, error) {
	if f.fail != nil {
		return false, f.fail
	}
	return f.pins[session] == pin, nil
}

func (f *fakeStore) Keep(_ context.Context, session string, part assess.Part, was, now assess.Dossier) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil {
		return f.fail
	}
	kept := &f.find(session).Dossier
	laid := part.Over(was, now, *kept)
	reflect.ValueOf(part.Of(kept)).Elem().Set(reflect.ValueOf(part.Of(&laid)).Elem())
	return nil
}
