package assess

import "slices"

// A Wanted is where a group wants to be in a year of its own choice: on a scale, or
// at one item. It is never preset.
type Wanted struct {
	Scale string  `json:"scale,omitempty"` // id; empty for an item
	Item  string  `json:"item,omitempty"`  // id; empty for a scale
	Value float64 `json:"value"`           // 0–100 on a scale, 1..L (keyed) at an item
	Year  int     `json:"year"`
}

// A WantedGap is a scale or an item as it is, beside where the group wants it.
type WantedGap struct {
	Scale   *Scale
	Item    *Item  // nil for the scale as a whole
	Present Figure // of a scale the session score, 0–100; of an item the agreed level, else the median, 1..L keyed
	Wanted  Figure // in the same measure; unknown for the reason NotWanted
	Gap     Figure // wanted minus present, in points or in levels; below 0 the group wants less than there is

	N        int    // people with a score of the scale, or with a level at the item
	Coverage Figure // answered ÷ applicable, 0–1, over all that they were asked
}

// NotWanted is why a wanted level is unknown: the group has not said one.
const NotWanted Reason = "not-wanted"

// WantedGaps sets every scale of the session beside where the group wants it, in the
// order of the instrument. The analysis may be nil and is then made here.
func (s *Session) WantedGaps(a *Analysis) []WantedGap {
	if a == nil {
		a = s.Analyze()
	}
	var out []WantedGap
	for i := range a.Scales {
		sc := &a.Scales[i]
		out = append(out, s.wantedGap(WantedGap{Scale: sc.Scale, Present: sc.Score, N: sc.N, Coverage: sc.Coverage()}))
	}
	return out
}

// WantedItems does the same for the items of a scale, in steps of the answer scale.
func (s *Session) WantedItems(a *Analysis, scale string) []WantedGap {
	if a == nil {
		a = s.Analyze()
	}
	var out []WantedGap
	for i := range a.Items {
		it := &a.Items[i]
		if _, of := a.Result.Instrument.Item(it.Item.ID); of.ID == scale {
			out = append(out, s.wantedGap(WantedGap{Scale: of, Item: it.Item, Present: preferred(it.Agreed, it.Median),
				N: it.N, Coverage: share(it.N, a.Result.Voices-it.Inapplicable)}))
		}
	}
	return out
}

func (s *Session) wantedGap(g WantedGap) WantedGap {
	if g.Present.Reason == AnonymousFew {
		g.N, g.Coverage = 0, Unknown(AnonymousFew)
	}
	w, ok := WantedAt(s.Wanted, g.key())
	switch {
	case !ok:
		g.Wanted, g.Gap = Unknown(NotWanted), Unknown(NotWanted)
	case !g.Present.OK():
		g.Wanted, g.Gap = Known(w.Value), Unknown(g.Present.Reason)
	default:
		g.Wanted, g.Gap = Known(w.Value), Known(w.Value-g.Present.Value)
	}
	return g
}

// key is what a wanted level of the same scale or item has.
func (g WantedGap) key() Wanted {
	if g.Item != nil {
		return Wanted{Item: g.Item.ID}
	}
	return Wanted{Scale: g.Scale.ID}
}

// LargestFirst orders gaps by what is lacking, the largest first. Where nothing is
// wanted or known, they keep their order at the end.
func LargestFirst(gaps []WantedGap) {
	slices.SortStableFunc(gaps, func(a, b WantedGap) int {
		switch {
		case a.Gap.OK() != b.Gap.OK():
			if a.Gap.OK() {
				return -1
			}
			return 1
		case a.Gap.Value > b.Gap.Value+scoreNoise:
			return -1
		case b.Gap.Value > a.Gap.Value+scoreNoise:
			return 1
		}
		return 0
	})
}

// WantedAt is what is wanted of the scale or item that a key names.
func WantedAt(list []Wanted, key Wanted) (Wanted, bool) {
	i := slices.IndexFunc(list, key.same)
	if i < 0 {
		return Wanted{}, false
	}
	return list[i], true
}

// PutWanted returns the list with a wanted level in the place of what its scale or
// item had.
func PutWanted(list []Wanted, w Wanted) []Wanted {
	return append(WithoutWanted(list, w), w)
}

// WithoutWanted returns the list without the scale or item that a key names.
func WithoutWanted(list []Wanted, key Wanted) []Wanted {
	return slices.DeleteFunc(slices.Clone(list), key.same)
}

// same reports whether two wanted levels are of the same scale or item.
func (w Wanted) same(o Wanted) bool { return w.Scale == o.Scale && w.Item == o.Item }

// WantedYear is the year on which the group agreed; 0 if it has not.
func WantedYear(list []Wanted) int {
	for _, w := range list {
		if w.Year > 0 {
			return w.Year
		}
	}
	return 0
}

// InYear returns the list with another year for all.
func InYear(list []Wanted, year int) []Wanted {
	out := slices.Clone(list)
	for i := range out {
		out[i].Year = year
	}
	return out
}
