package assess

// A Dossier is what a session holds beside its answers: what the group wants, what
// the records say, where it stands with cooperation, what it means to do, and the
// changes it has tried. Every part is saved whole under its name.
type Dossier struct {
	Wanted      []Wanted
	Facts       []Fact
	Cooperation []Cooperation
	Plan        []Action
	Scenarios   []Scenario
}

// A Part names one part of a dossier, in the store and in files.
type Part string

// The parts.
const (
	WantedPart      Part = "wanted"
	FactsPart       Part = "facts"
	CooperationPart Part = "cooperation"
	PlanPart        Part = "plan"
	ScenariosPart   Part = "scenarios"
)

// Parts are all parts, in the order of files.
var Parts = []Part{WantedPart, FactsPart, CooperationPart, PlanPart, ScenariosPart}

// Of returns a pointer to the list that a part of the dossier is; nil for an
// unknown name. Codecs read and write through it.
func (p Part) Of(d *Dossier) any {
	switch p {
	case WantedPart:
		return &d.Wanted
	case FactsPart:
		return &d.Facts
	case CooperationPart:
		return &d.Cooperation
	case PlanPart:
		return &d.Plan
	case ScenariosPart:
		return &d.Scenarios
	}
	return nil
}

// Unreadable tells each part of the dossier that is stored and could not be read; nil
// if there is none.
func (s *Session) Unreadable() Problems {
	var out Problems
	for _, part := range s.Unread {
		out = append(out, NewProblem("part-unreadable", "session", s.ID, "part", string(part)))
	}
	return out
}
