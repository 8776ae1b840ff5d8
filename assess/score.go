package assess

import "math"

// A Person is one respondent's answers as scoring sees them.
type Person struct {
	ID    string
	Sheet Sheet
}

// Score scores sheets of answers with an instrument. It is the one scoring
// function of luwes: what screens, files and the store show comes from it.
//
// A respondent's scale score is the weighted mean of the keyed levels, if at
// least the scale's minimum share of applicable items is answered; a session's
// score is the mean over respondents with a score. It changes none of its
// arguments, and the order of people and items does not change a number beyond
// rounding.
func Score(in *Instrument, people []Person) *Result { return scoreGrid(in, gridOf(in, people)) }

func scoreGrid(in *Instrument, g *grid) *Result {
	r := &Result{Instrument: in, Respondents: len(g.rows), Voices: g.voices}
	place := 0
	for i := range in.Scales {
		s := &in.Scales[i]
		r.Scales = append(r.Scales, scoreScale(in, s, g, place))
		for j := range s.Items {
			r.Items = append(r.Items, countItem(&s.Items[j], s, in.Levels, g, place))
			place++
		}
	}
	r.sumUp()
	return r
}

// sumUp fills in what follows from the scales and items.
func (r *Result) sumUp() {
	r.Total = len(r.Items) * r.Respondents
	for _, it := range r.Items {
		r.Touched += it.N + it.Inapplicable + it.DontKnow
	}
	for i := range r.Instrument.Composites {
		r.Composites = append(r.Composites, compose(&r.Instrument.Composites[i], r, r.Instrument))
	}
}

// scoreScale scores the scale whose first item has the given place.
func scoreScale(in *Instrument, s *Scale, g *grid, place int) ScaleResult {
	res := ScaleResult{Scale: s, Fingerprint: in.Fingerprint(s), People: make([]PersonScore, 0, len(g.rows))}
	scores := make([]float64, 0, len(g.rows))
	for i, row := range g.rows {
		ps := scorePerson(in, s, row[place:place+len(s.Items)])
		ps.ID = g.ids[i]
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
	res.Score, res.SD, res.Median = describe(scores, res.why(len(g.rows)))
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

// scorePerson scores one respondent's answers to the items of a scale.
func scorePerson(in *Instrument, s *Scale, answers []Answer) PersonScore {
	ps := PersonScore{Applicable: len(s.Items)}
	sum, weights := 0.0, 0.0
	low, high := math.Inf(1), math.Inf(-1)
	for i := range s.Items {
		it, a := &s.Items[i], answers[i]
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

// countItem counts the answers to the item with the given place.
func countItem(it *Item, s *Scale, levels int, g *grid, place int) ItemResult {
	res := ItemResult{Item: it, Scale: s, Counts: make([]int, levels)}
	for _, row := range g.rows {
		switch a := row[place]; a.Kind {
		case Inapplicable:
			res.Inapplicable++
		case DontKnow:
			res.DontKnow++
		case Level:
			x, _ := it.Keyed(a, levels)
			res.Counts[x-1]++
		}
	}
	res.measure()
	return res
}

// measure fills in what follows from the counts.
func (it *ItemResult) measure() {
	xs := steps(it.Counts)
	it.N = len(xs)
	it.Mean, _, it.Median = describe(xs, NoAnswers)
}

// steps lists the levels of people counted by level, in order: all that a
// statistic of one item needs, whoever gave which.
func steps(counts []int) []float64 {
	n := 0
	for _, c := range counts {
		n += c
	}
	xs := make([]float64, 0, n)
	for i, c := range counts {
		for range c {
			xs = append(xs, float64(i+1))
		}
	}
	return xs
}
