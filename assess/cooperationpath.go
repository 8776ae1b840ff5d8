package assess

// A Station is one step of the article's Figure 2, the chain of thought that leads
// from an uncertain environment to a cooperation body.
type Station struct {
	ID    string
	State StationState
	Exit  Stance // where the path ends if the step is barred; empty for none
}

// A StationState says whether the field has got past a step.
type StationState string

// The states of stations.
const (
	Premise StationState = "premise" // the article's starting point, not measured
	Passed  StationState = "passed"
	Barred  StationState = "barred" // the path turns off here
	Unsure  StationState = "open"   // the answers do not decide it
	Ahead   StationState = "ahead"  // not reached
)

// pathClaims are the claims that stand behind the steps after the premise, and the
// stance if one of them fails.
var pathClaims = []struct {
	id     string
	claims []string
	exit   Stance
}{
	{"cooperation", []string{"need"}, NotNeededYet},
	{"law", []string{"mandatory", "secretariat"}, ThroughExisting},
	{"organisation", []string{"unable"}, ThroughExisting},
}

// stations are the steps of Figure 2 with their states, and the place of the field
// among them. The answers may pass a step that lies behind a barred one; the place
// is never behind it.
func (c *Cooperation) stations(o Stance, decided map[string]Argument) (path []Station, place int) {
	path = []Station{{ID: "environment", State: Premise}}
	place = -1
	for i, step := range pathClaims {
		s := Station{step.id, Passed, step.exit}
		for _, id := range step.claims {
			switch decided[id].Truth {
			case Fails:
				s.State = Barred
			case Undecided:
				if s.State == Passed {
					s.State = Unsure
				}
			}
		}
		path = append(path, s)
		if place < 0 && s.State != Passed {
			place = i + 1
		}
	}
	position, body := Station{ID: "positioning", State: Ahead}, Station{ID: "body", State: Ahead}
	if o == FormBody {
		position.State = Passed
	}
	path = append(path, position, body)
	switch o {
	case PrepareBody:
		place = 4
	case FormBody:
		place = 5
	case ThroughExisting: // a step that bars the way decides, wherever another is unsure
		for place = 1; path[place].State != Barred; place++ {
		}
	}
	return path, place
}
