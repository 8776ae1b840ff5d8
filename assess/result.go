package assess

import "strings"

// A Result is what the answers of a session say. Every score is 0–100.
type Result struct {
	Instrument  *Instrument
	Respondents int
	Voices      int // respondents with any answer
	Touched     int // items with any answer, over all respondents
	Total       int // items asked, over all respondents
	Scales      []ScaleResult
	Items       []ItemResult
	Composites  []CompositeResult
}

// A ScaleResult is one scale over all respondents.
type ScaleResult struct {
	Scale       *Scale
	Fingerprint string
	N           int    // respondents with a score
	NotScored   int    // respondents who answered too little, or to whom nothing applied
	Prorated    int    // respondents scored on fewer items than apply
	Answered    int    // levels, over all respondents
	Applicable  int    // items that apply, over all respondents
	Score       Figure // mean of the respondents' scores
	SD          Figure // standard deviation over respondents, n − 1
	Median      Figure
	Band        Band // zero if there is no score or the instrument has no bands
	People      []PersonScore
}

// Coverage is answered ÷ applicable, 0–1; unknown when nothing applies.
func (s *ScaleResult) Coverage() Figure { return share(s.Answered, s.Applicable) }

// A PersonScore is one respondent's score on one scale.
type PersonScore struct {
	ID         string
	Answered   int
	Applicable int
	Prorated   bool
	Mean       Figure // weighted mean of keyed levels, 1..L
	Score      Figure // 0–100
}

// An ItemResult is one item over all respondents, keyed (after reversing).
type ItemResult struct {
	Item         *Item
	Scale        *Scale
	N            int   // respondents who gave a level
	Counts       []int // people at level 1..L
	Inapplicable int
	DontKnow     int
	Mean         Figure // 1..L
	Median       Figure // 1..L
}

// A CompositeResult is a weighted mean of session scale scores.
type CompositeResult struct {
	Composite *Composite
	Score     Figure // 0–100
	Band      Band
	Left      []string // scales that left it because nothing in them applies
}

// Coverage is answered ÷ applicable over all scales, 0–1; 0 when nothing applies.
func (r *Result) Coverage() float64 {
	answered, applicable := 0, 0
	for _, s := range r.Scales {
		answered += s.Answered
		applicable += s.Applicable
	}
	return share(answered, applicable).Value
}

// Scale returns the result of the scale with the given id, compared without case,
// or nil.
func (r *Result) Scale(id string) *ScaleResult {
	for i := range r.Scales {
		if strings.EqualFold(r.Scales[i].Scale.ID, id) {
			return &r.Scales[i]
		}
	}
	return nil
}

// Item returns the result of the item with the given id, compared without case,
// or nil.
func (r *Result) Item(id string) *ItemResult {
	for i := range r.Items {
		if strings.EqualFold(r.Items[i].Item.ID, id) {
			return &r.Items[i]
		}
	}
	return nil
}

func share(part, whole int) Figure {
	if whole == 0 {
		return Unknown(NotApplicable)
	}
	return Known(float64(part) / float64(whole))
}
