package assess

import (
	"slices"
	"strings"
)

// An Instrument is a questionnaire as read by [ParseInstrument]. It is never
// changed after parsing, so it may be shared.
type Instrument struct {
	ID, Version string
	Title       Text
	Levels      int        // L: answers are 1..L, 2 ≤ L ≤ 9
	Convention  Convention // how a level becomes 0–100
	Labels      []Text     // one answer scale for all items without own anchors
	Groups      []Group    // order of presentation
	Scales      []Scale
	Bands       []Band
	Composites  []Composite
	Source      string // the text that was parsed, byte for byte
}

// A Convention says how a mean level m of 1..L becomes a score.
type Convention string

// The two conventions. Range is the usual one, 0–100; official forms use share,
// whose lowest score is 100/L.
const (
	Range Convention = "range" // (m-1)/(L-1) × 100
	Share Convention = "share" // m/L × 100
)

// A Group is a section of the questionnaire. One that is not required is a
// module: a session may leave it out.
type Group struct {
	ID       string
	Title    Text
	Scales   []string
	Required bool
}

// A Kind says what a scale measures.
type Kind string

// The kinds of scales. A dimension is a position between two poles, not an
// amount; a symptom runs from chronic (0) to free of it (100).
const (
	Strategy  Kind = "strategy"
	Dimension Kind = "dimension"
	Symptom   Kind = "symptom"
	Other     Kind = "other"
)

// A Scale is a set of items that give one score.
type Scale struct {
	ID        string
	Kind      Kind
	Formative bool // its items make up the scale rather than reflect it: never judged by alpha
	Title     Text
	Low, High Text    // the poles at 0 and at 100
	Minimum   float64 // share of applicable items, 0–1, that must be answered for a score
	Bands     []Band  // own bands, else the instrument's
	Items     []Item
}

// An Item is one question.
type Item struct {
	ID       string
	Facet    string
	Text     Text
	Aim      Text // what the question wants to learn
	Evidence Text // documents that usually show it
	Source   string
	Reverse  bool
	Weight   float64 // > 0
	Anchors  []Text  // L texts, level 1 first
}

// A Band names a range of scores: above the band before, up to and including
// UpTo.
type Band struct {
	UpTo  float64 // 0–100
	Title Text
}

// A Composite is a weighted mean of session scale scores.
type Composite struct {
	ID      string
	Title   Text
	Weights []Weight
	Bands   []Band
}

// A Weight is the part of one scale in a composite; only proportions matter.
type Weight struct {
	Scale string
	Value float64 // > 0
}

// Scale returns the scale with the given id, compared without case, or nil.
func (in *Instrument) Scale(id string) *Scale {
	for i := range in.Scales {
		if strings.EqualFold(in.Scales[i].ID, id) {
			return &in.Scales[i]
		}
	}
	return nil
}

// Item returns the item with the given id, compared without case, and its
// scale, or nil.
func (in *Instrument) Item(id string) (*Item, *Scale) {
	for i := range in.Scales {
		s := &in.Scales[i]
		for j := range s.Items {
			if strings.EqualFold(s.Items[j].ID, id) {
				return &s.Items[j], s
			}
		}
	}
	return nil, nil
}

// ItemCount is the number of items of all scales.
func (in *Instrument) ItemCount() int {
	n := 0
	for i := range in.Scales {
		n += len(in.Scales[i].Items)
	}
	return n
}

// Modules returns the groups that a session may leave out.
func (in *Instrument) Modules() []Group {
	var out []Group
	for _, g := range in.Groups {
		if !g.Required {
			out = append(out, g)
		}
	}
	return out
}

// With returns the instrument with its required groups and the named modules
// only, its scales in the order of presentation. Ids that name no module are
// ignored. Composites stay: one that needs a scale of a module left out has no
// score.
func (in *Instrument) With(modules []string) *Instrument {
	part := *in
	part.Groups, part.Scales = nil, nil
	for _, g := range in.Groups {
		if !g.Required && !slices.Contains(modules, g.ID) {
			continue
		}
		part.Groups = append(part.Groups, g)
		for _, id := range g.Scales {
			part.Scales = append(part.Scales, *in.Scale(id))
		}
	}
	return &part
}

// BandsOf returns the bands that name the scores of a scale.
func (in *Instrument) BandsOf(s *Scale) []Band {
	if len(s.Bands) > 0 {
		return s.Bands
	}
	return in.Bands
}

// scoreNoise absorbs the rounding of sums of binary fractions, so that a score
// that is exactly 40 in arithmetic stays in the band that ends at 40.
const scoreNoise = 1e-9

// BandAt returns the band that a score of 0–100 falls into; false without bands.
// Bands are half-open: a score at the limit belongs to the lower one.
func BandAt(bands []Band, score float64) (Band, bool) {
	for _, b := range bands {
		if score <= b.UpTo+scoreNoise {
			return b, true
		}
	}
	return Band{}, false
}
