package assess

import "time"

// A Settlement is what the talk of a group left at one item. It stands beside the
// individual answers and never replaces one.
type Settlement struct {
	Item    string
	Outcome Outcome
	Level   int       // 1..L as agreed, before reversing; 0 unless Outcome is Agreed
	Reason  string    // the group's reason for the level
	Dissent string    // what those say who hold another view
	High    string    // reasons of the side that chose high levels
	Low     string    // reasons of the side that chose low levels
	At      time.Time // zero in anonymous sessions
}

// An Outcome is how a talk ended.
type Outcome string

// The outcomes.
const (
	Unsettled Outcome = ""          // talked about, or not even that
	Agreed    Outcome = "agreed"    // on a level
	Disagreed Outcome = "disagreed" // agreed to disagree, with the dissent in words
)

// Blank reports whether the settlement holds nothing.
func (s Settlement) Blank() bool {
	return s.Outcome == Unsettled && s.Reason == "" && s.Dissent == "" && s.High == "" && s.Low == ""
}

// SettlementAt returns what the talk left at an item; blank if nothing.
func (s *Session) SettlementAt(item string) Settlement {
	for _, st := range s.Settlements {
		if st.Item == item {
			return st
		}
	}
	return Settlement{Item: item}
}
