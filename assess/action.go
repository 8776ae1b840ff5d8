package assess

// An Action is one line of the plan: what is to be done, by whom and until when.
type Action struct {
	ID      string       `json:"id"` // unique over the sessions of a place, so that next year's knows it
	What    string       `json:"what"`
	Who     string       `json:"who,omitempty"`
	When    string       `json:"when,omitempty"`    // as the group says it
	Scale   string       `json:"scale,omitempty"`   // id of the scale that it is to move
	Finding string       `json:"finding,omitempty"` // id of the rule that asked for it
	First   bool         `json:"first,omitempty"`   // among the handful to begin with
	Status  ActionStatus `json:"status"`
	Outcome string       `json:"outcome,omitempty"` // what became of it
}

// An ActionStatus says how far an action is.
type ActionStatus string

// The statuses of actions.
const (
	Planned ActionStatus = "planned"
	Begun   ActionStatus = "begun"
	Carried ActionStatus = "done"
	Dropped ActionStatus = "dropped"
)
