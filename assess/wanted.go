package assess

// A Wanted is where a group wants to be in a year of its own choice: on a scale, or
// at one item. It is never preset.
type Wanted struct {
	Scale string  `json:"scale,omitempty"` // id; empty for an item
	Item  string  `json:"item,omitempty"`  // id; empty for a scale
	Value float64 `json:"value"`           // 0–100 on a scale, 1..L (keyed) at an item
	Year  int     `json:"year"`
}
