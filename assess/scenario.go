package assess

// A Scenario is a change that a group has tried on a copy of its answers.
type Scenario struct {
	Name   string         `json:"name"`
	Levels map[string]int `json:"levels"` // by item id, keyed, 1..L
}
