package assess

import (
	"cmp"
	"slices"
)

// An Ascent is how far a rated composite is from the next class of its bands, what
// holds it down, and the fewest items that would carry it there, each raised by one
// level. It counts from where findings see the items: from what the group agreed,
// else from the first answers.
type Ascent struct {
	Composite *Composite
	Score     float64 // 0–100
	Said      Figure  // 0–100, by the first answers alone
	Band      Band    // of Score
	Next      Band    // the class above; its title is empty in the highest
	Missing   float64 // points from Score to the limit, which must be passed; 0 in the highest class and at a limit
	Losses    []Loss  // scales that lose points, the most first
	Raises    []Raise // none in the highest class, and where all items together would fall short
	After     float64 // 0–100, with all raises; Score without any
}

// A Loss is what a scale gives to a composite, and what it could give.
type Loss struct {
	Scale *Scale
	Got   float64 // points of the composite, 0–Most
	Most  float64 // points at a score of 100: the scale's part of the weights, in percent
}

// Lost is what the scale keeps from the composite, in points of it.
func (l Loss) Lost() float64 { return l.Most - l.Got }

// A Raise is an item that goes up, and what that is worth.
type Raise struct {
	Step
	Points float64 // of the composite, above 0
}

// Changes are the raises as [Rules.WhatIf] takes them.
func (a *Ascent) Changes() []Change {
	var out []Change
	for _, r := range a.Raises {
		out = append(out, Change{Item: r.Item.ID, Level: r.To})
	}
	return out
}

// Ascents tells of every composite that has bands of its own, because only such a one
// carries a rating, and has a score. The analysis may be nil and is then made here.
//
// A level more of an item is worth the same whatever the others do: the scale's part
// of the weights × the item's part of the scale × one level. So the items that give
// most make the fewest; of equal ones the lowest level comes first, then the order of
// the items. Left out, as with [Rules.Levers], are symptoms and items over which
// people are apart or of which too little is known.
func (rs *Rules) Ascents(s *Session, a *Analysis) []Ascent {
	if a == nil {
		a = s.Analyze()
	}
	if s.Identity == Anonymous && a.Result.Voices < AnonymousFrom {
		return nil
	}
	r := rs.read(s, a)
	var out []Ascent
	for place := range r.joints {
		if now := r.joint(place); now.valued() && len(now.joint.Bands) > 0 {
			out = append(out, r.ascent(place, now, a.Result))
		}
	}
	return out
}

func (r *reading) ascent(place int, now *subject, result *Result) Ascent {
	c := now.joint
	out := Ascent{Composite: c, Score: now.value, After: now.value, Said: Unknown(ScaleMissing), Losses: r.losses(place)}
	if i := r.in.composite(c.ID); i < len(result.Composites) {
		out.Said = result.Composites[i].Score
	}
	at := slices.IndexFunc(c.Bands, func(b Band) bool { return now.value <= b.UpTo+scoreNoise })
	if at < 0 {
		return out
	}
	out.Band = c.Bands[at]
	if at+1 == len(c.Bands) {
		return out
	}
	out.Next, out.Missing = c.Bands[at+1], max(out.Band.UpTo-now.value, 0)
	for _, raise := range r.raises(place) {
		out.Raises = append(out.Raises, raise)
		if out.After += raise.Points; out.After > out.Band.UpTo+scoreNoise {
			return out
		}
	}
	out.Raises, out.After = nil, out.Score
	return out
}

// losses are the scales of a composite that are below 100.
func (r *reading) losses(place int) []Loss {
	var out []Loss
	whole := r.joint(place).weight
	for _, m := range r.joints[place].members {
		if !m.applies(r) {
			continue
		}
		most := 100 * m.weight / whole
		l := Loss{Scale: r.scales[m.scale].scale, Most: most, Got: most * r.scales[m.scale].value / 100}
		if l.Lost() > scoreNoise {
			out = append(out, l)
		}
	}
	slices.SortStableFunc(out, func(a, b Loss) int { return compareNoisy(b.Lost(), a.Lost()) })
	return out
}

// raises are all items that could go up by a level, what is worth most first.
func (r *reading) raises(place int) []Raise {
	share := make([]float64, len(r.scales)) // of the composite's weights, by place of the scale
	for _, m := range r.joints[place].members {
		if m.applies(r) {
			share[m.scale] = m.weight / r.joint(place).weight
		}
	}
	var out []Raise
	for i := range r.items {
		it := &r.items[i]
		to := int(it.value) + 1
		if it.lack != "" || share[it.home] == 0 || it.scale.Kind == Symptom || to > r.in.Levels {
			continue
		}
		points := share[it.home] * r.pointsPerLevel(i) * (float64(to) - it.value)
		out = append(out, Raise{Step{it.scale, it.item, it.value, to}, points})
	}
	slices.SortStableFunc(out, func(a, b Raise) int {
		return cmp.Or(compareNoisy(b.Points, a.Points), cmp.Compare(a.From, b.From))
	})
	return out
}

// compareNoisy is [cmp.Compare] for figures in which rounding makes no difference.
func compareNoisy(a, b float64) int {
	if a-b <= scoreNoise && b-a <= scoreNoise {
		return 0
	}
	return cmp.Compare(a, b)
}
