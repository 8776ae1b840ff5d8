package assess

import (
	"math"
	"slices"
	"strings"
)

// A Person is one respondent's answers as scoring sees them.
type Person struct {
	ID    string
	Sheet Sheet
}

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

// Score scores sheets of answers with an instrument. It is the one scoring
// function of luwes: what screens, files and the store show comes from it.
//
// A respondent's scale score is the weighted mean of the keyed levels, if at
// least the scale's minimum share of applicable items is answered; a session's
// score is the mean over respondents with a score. It changes none of its
// arguments, and the order of people and items does not change a number beyond
// rounding.
func Score(in *Instrument, people []Person) *Result {
	r := &Result{Instrument: in, Respondents: len(people), Total: in.ItemCount() * len(people)}
	for _, p := range people {
		if len(p.Sheet) > 0 {
			r.Voices++
		}
	}
	for i := range in.Scales {
		s := &in.Scales[i]
		r.Scales = append(r.Scales, scoreScale(in, s, people))
		for j := range s.Items {
			item := countItem(&s.Items[j], s, in.Levels, people)
			r.Touched += item.N + item.Inapplicable + item.DontKnow
			r.Items = append(r.Items, item)
		}
	}
	for i := range in.Composites {
		r.Composites = append(r.Composites, compose(&in.Composites[i], r, in))
	}
	return r
}

func scoreScale(in *Instrument, s *Scale, people []Person) ScaleResult {
	res := ScaleResult{Scale: s, Fingerprint: in.Fingerprint(s), People: make([]PersonScore, 0, len(people))}
	var scores []float64
	for _, p := range people {
		ps := scorePerson(in, s, p)
		res.People = append(res.People, ps)
		res.Answered += ps.Answered
		res.Applicable += ps.Applicable
		if !ps.Score.OK() {
			res.NotScored++
			continue
		}
		res.N++
		if ps.Prorated {
			res.Prorated++
		}
		scores = append(scores, ps.Score.Value)
	}
	res.Score, res.SD, res.Median = describe(scores, res.why(len(people)))
	if res.Score.OK() {
		res.Band, _ = BandAt(in.BandsOf(s), res.Score.Value)
	}
	return res
}

// why names the reason for which a scale without any score has none.
func (s *ScaleResult) why(people int) Reason {
	if people > 0 && s.Applicable == 0 {
		return NotApplicable
	}
	return NotScored
}

func scorePerson(in *Instrument, s *Scale, p Person) PersonScore {
	ps := PersonScore{ID: p.ID, Applicable: len(s.Items)}
	sum, weights := 0.0, 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for i := range s.Items {
		it := &s.Items[i]
		a := p.Sheet[it.ID]
		if a.Kind == Inapplicable {
			ps.Applicable--
		}
		if x, ok := it.Keyed(a, in.Levels); ok {
			ps.Answered++
			sum += it.Weight * float64(x)
			weights += it.Weight
			low, high = min(low, float64(x)), max(high, float64(x))
		}
	}
	ps.Mean, ps.Score = Unknown(NotScored), Unknown(NotScored)
	if ps.Applicable == 0 {
		ps.Mean, ps.Score = Unknown(NotApplicable), Unknown(NotApplicable)
		return ps
	}
	if !s.enough(ps.Answered, ps.Applicable) {
		return ps
	}
	ps.Prorated = ps.Answered < ps.Applicable
	ps.Mean = Known(within(sum/weights, low, high))
	ps.Score = Known(in.ScoreOf(ps.Mean.Value))
	return ps
}

// enough is the half rule: whether so many answered items of those that apply
// make a score, for the scale's minimum share.
func (s *Scale) enough(answered, applicable int) bool {
	return answered > 0 && float64(answered) >= s.Minimum*float64(applicable)-scoreNoise
}

// ScoreOf turns a mean level of 1..L into a score of 0–100 by the instrument's
// convention.
func (in *Instrument) ScoreOf(mean float64) float64 {
	l := float64(in.Levels)
	if in.Convention == Share {
		return mean / l * 100
	}
	return (mean - 1) / (l - 1) * 100
}

func countItem(it *Item, s *Scale, levels int, people []Person) ItemResult {
	res := ItemResult{Item: it, Scale: s, Counts: make([]int, levels)}
	var xs []float64
	for _, p := range people {
		a := p.Sheet[it.ID]
		switch a.Kind {
		case Inapplicable:
			res.Inapplicable++
		case DontKnow:
			res.DontKnow++
		}
		if x, ok := it.Keyed(a, levels); ok {
			res.Counts[x-1]++
			xs = append(xs, float64(x))
		}
	}
	res.N = len(xs)
	res.Mean, _, res.Median = describe(xs, NoAnswers)
	return res
}

func compose(c *Composite, r *Result, in *Instrument) CompositeResult {
	res := CompositeResult{Composite: c, Score: Unknown(ScaleMissing)}
	sum, weights := 0.0, 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for _, w := range c.Weights {
		s := r.Scale(w.Scale)
		if s == nil {
			return res
		}
		if s.Score.Reason == NotApplicable {
			res.Left = append(res.Left, w.Scale)
			continue
		}
		if !s.Score.OK() {
			return res
		}
		sum += w.Value * s.Score.Value
		weights += w.Value
		low, high = min(low, s.Score.Value), max(high, s.Score.Value)
	}
	if weights == 0 {
		res.Score = Unknown(NotApplicable)
		return res
	}
	res.Score = Known(within(sum/weights, low, high))
	bands := c.Bands
	if len(bands) == 0 {
		bands = in.Bands
	}
	res.Band, _ = BandAt(bands, res.Score.Value)
	return res
}

// describe returns mean, standard deviation (n − 1) and median (R type 7). With
// no value all three are unknown for the reason given; with one the deviation is
// unknown.
func describe(xs []float64, none Reason) (mean, sd, median Figure) {
	n := len(xs)
	if n == 0 {
		return Unknown(none), Unknown(none), Unknown(none)
	}
	xs = slices.Sorted(slices.Values(xs)) // sorted sums do not depend on the order of people
	sum := 0.0
	for _, x := range xs {
		sum += x
	}
	m := within(sum/float64(n), xs[0], xs[n-1])
	median = Known((xs[(n-1)/2] + xs[n/2]) / 2)
	if n == 1 {
		return Known(m), Unknown(OnePerson), median
	}
	if xs[n-1]-xs[0] <= scoreNoise {
		return Known(m), Known(0), median // rounding is no spread
	}
	ss := 0.0
	for _, x := range xs {
		ss += (x - m) * (x - m)
	}
	return Known(m), Known(math.Sqrt(ss / float64(n-1))), median
}

// within keeps a mean between the lowest and the highest of its values, where the
// rounding of its sums may have carried it out: nobody scores above 100.
func within(mean, low, high float64) float64 { return min(max(mean, low), high) }

func share(part, whole int) Figure {
	if whole == 0 {
		return Unknown(NotApplicable)
	}
	return Known(float64(part) / float64(whole))
}
