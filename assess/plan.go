package assess

import "slices"

// MostFirst is how many actions of a plan can be marked as first: a handful, so
// that the mark says something.
const MostFirst = 5

// MarkFirst returns the plan with the mark of an action turned over; false, and the
// plan as it is, if as many as may are marked already.
func MarkFirst(plan []Action, id string) ([]Action, bool) {
	out, marked := slices.Clone(plan), 0
	for _, a := range out {
		if a.First {
			marked++
		}
	}
	i := ActionIndex(out, id)
	switch {
	case i < 0, !out[i].First && marked >= MostFirst:
		return plan, false
	}
	out[i].First = !out[i].First
	return out, true
}

// ActionIndex is the place of an action in a plan, −1 if it is not there.
func ActionIndex(plan []Action, id string) int {
	return slices.IndexFunc(plan, func(a Action) bool { return a.ID == id })
}

// PutAction returns the plan with an action in the place of what had its id, else
// at the end.
func PutAction(plan []Action, a Action) []Action {
	out := slices.Clone(plan)
	if i := ActionIndex(out, a.ID); i >= 0 {
		out[i] = a
		return out
	}
	return append(out, a)
}

// CarryOver is what is asked of an earlier session's plan before a new one is made:
// every action of it that was not done or dropped by then, under its own id, with
// the status that it had and without an outcome or a mark. It goes on saying in
// whose plan it stood first.
func CarryOver(session string, earlier []Action) []Action {
	var out []Action
	for _, a := range earlier {
		if a.Status.Closed() {
			continue
		}
		a.First, a.Outcome = false, ""
		if a.From == "" {
			a.From = session
		}
		out = append(out, a)
	}
	return out
}

// ToAsk are the actions of an earlier plan of which the plan of now says nothing yet.
func ToAsk(session string, earlier, now []Action) []Action {
	return slices.DeleteFunc(CarryOver(session, earlier), func(a Action) bool { return ActionIndex(now, a.ID) >= 0 })
}

// A FollowUp is an action of an earlier session, with what the later one says
// became of it.
type FollowUp struct {
	Then Action
	Now  *Action // nil if nobody has said
}

// FollowUps set the actions of an earlier plan beside what a later one says of
// them, in the earlier order. A comparison shows them beside the change of their
// scale.
func FollowUps(earlier, later []Action) []FollowUp {
	out := make([]FollowUp, len(earlier))
	for i, a := range earlier {
		out[i].Then = a
		if at := ActionIndex(later, a.ID); at >= 0 {
			out[i].Now = &later[at]
		}
	}
	return out
}
