package assess

// A Fact is a number of the records, with where it stands. It is shown beside what
// people feel and never mixed into a score.
type Fact struct {
	ID     string  `json:"id"` // of the fact sheet
	Value  float64 `json:"value"`
	Date   string  `json:"date,omitempty"`   // ISO
	Source string  `json:"source,omitempty"` // the document
	Note   string  `json:"note,omitempty"`
}
