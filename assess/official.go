package assess

import (
	"slices"
	"strconv"
)

// An OfficialView reads the three dimensions of a regional government in the
// terms of the national form for evaluating institutions (PermenPANRB 20/2018),
// for those who know its numbers. It is no official rating; Caveats say why.
type OfficialView struct {
	Parts   []OfficialPart // in the order of the form
	Own     float64        // 0–100, weighted mean of the positions between bureaucratic and adaptable
	Form    float64        // 20–100, the same in the form's convention
	Rating  Rating         // of Form
	Caveats []Caveat
}

// An OfficialPart is one dimension of an [OfficialView].
type OfficialPart struct {
	Scale  *Scale
	Weight float64 // percent of the form's structure part
	Own    float64 // 0–100, as in the result
	Form   float64 // 20–100, in the form's convention
}

// A Caveat is a reason not to take an [OfficialView] for the result of the form.
type Caveat string

// The caveats, the gravest first; ui/locale has the words.
const (
	NotOfficial   Caveat = "not-official"   // only the form, filled in and checked as it prescribes, gives a rating
	OtherMeaning  Caveat = "other-meaning"  // the form asks whether the structure fits, our items where it stands between bureaucratic and adaptable
	StructureOnly Caveat = "structure-only" // the form's rating rests on structure and process, half and half
	OtherLevels   Caveat = "other-levels"   // our five levels begin at 20 in the form's convention, its own four at 25
)

// officialWeights are the form's for the parts of structure, in percent.
var officialWeights = []struct {
	scale  string
	weight float64
}{{"com", 50}, {"for", 25}, {"cen", 25}}

// Official returns the view of a result of the instrument regional-government; nil
// for any other, and where a dimension has no score.
func (r *Result) Official() *OfficialView {
	in := r.Instrument
	if in.ID != "regional-government" || in.Convention != Range {
		return nil
	}
	v := &OfficialView{Caveats: slices.Clone(officialCaveats)}
	for _, w := range officialWeights {
		s := r.Scale(w.scale)
		if s == nil || s.Scale.Kind != Dimension || !s.Score.OK() {
			return nil
		}
		own := s.Score.Value
		v.Parts = append(v.Parts, OfficialPart{Scale: s.Scale, Weight: w.weight, Own: own, Form: in.shareOf(own)})
		v.Own += w.weight / 100 * own
	}
	v.Form = in.shareOf(v.Own)
	v.Rating = RatingOf(v.Form)
	return v
}

var officialCaveats = []Caveat{NotOfficial, OtherMeaning, StructureOnly, OtherLevels}

// shareOf turns a score of the range convention, 0–100, into one of the share
// convention, 100/L–100: for five levels 100 × (1 + 4y/100) / 5.
func (in *Instrument) shareOf(y float64) float64 {
	l := float64(in.Levels)
	return (1 + (l-1)*y/100) / l * 100
}

// A Rating is a class of the form, 1 (not effective) to 5 (very effective).
type Rating int

// ratingLimits are the upper limits of the classes: half-open, so that 80.03, which
// lies between the form's printed classes, is above 80.
var ratingLimits = []float64{20, 40, 60, 80}

// RatingOf returns the class of a score of 0–100 in the form's convention.
func RatingOf(score float64) Rating {
	for i, limit := range ratingLimits {
		if score <= limit+scoreNoise {
			return Rating(i + 1)
		}
	}
	return Rating(len(ratingLimits) + 1)
}

// String writes a rating as the form does: P-4.
func (r Rating) String() string { return "P-" + strconv.Itoa(int(r)) }
