package assess

// A RecordGap sets a number of the records beside what people feel about the same
// thing. The two correlate weakly in the literature (structure as designed against
// structure as it emerges), so a gap is something to talk about, not an error of
// either. Which record speaks to what stands in the table of rules, and so do the
// findings that a large gap makes; what is left here is the comparison itself, which
// the fact sheet shows also where nothing is found.
type RecordGap struct {
	Record string // id of the fact or of the derived figure
	Unit   FactUnit
	Scale  string // id of the scale that it speaks to
	Item   string // id of the item; empty if it speaks to the scale as a whole
	Value  Figure // of the record, in its unit
	// The values of the record that stand for the two poles, in its unit.
	Bureaucratic, Adaptable float64
	Paper                   Figure // where the record alone would place the region, 0 bureaucratic – 100 adaptable
	Felt                    Figure // where people place it, 0–100
	Points                  Figure // felt minus paper, −100 to 100: above 0 people feel it more adaptable than the records
	Large                   bool   // the points are above LargeRecordGap, either way
}

// LargeRecordGap is the number of points beyond which a gap between the records and
// what people feel should be talked about: two bands of twenty points. Less lies
// within what a scale of five levels and rough marks on a record can tell apart. The
// rules use the same limit.
const LargeRecordGap = 40.0

// RecordGaps sets the records of a session beside its answers, as far as it has the
// scales and items that they speak to; none without rules. The analysis may be nil
// and is then made here. An item stands where the group agreed, else at its median;
// a scale at what the group agreed, else at its score.
func (rs *Rules) RecordGaps(s *Session, a *Analysis) []RecordGap {
	if rs == nil {
		return nil
	}
	if a == nil {
		a = s.Analyze()
	}
	all := Records(s.Facts)
	var out []RecordGap
	for _, b := range rs.bearings {
		g, ok := b.beside(a)
		if !ok {
			continue
		}
		g.Record, g.Unit, g.Value = b.record, all[b.place].Unit, all[b.place].Value
		out = append(out, g.measured(b))
	}
	return out
}

// measured fills in the position of the record and the gap.
func (g RecordGap) measured(b bearing) RecordGap {
	if !g.Value.OK() {
		g.Paper, g.Points = Unknown(g.Value.Reason), Unknown(g.Value.Reason)
		return g
	}
	g.Bureaucratic, g.Adaptable = b.bureaucratic, b.adaptable
	g.Paper = Known(b.position(g.Value.Value))
	if !g.Felt.OK() {
		g.Points = Unknown(g.Felt.Reason)
		return g
	}
	g.Points = Known(g.Felt.Value - g.Paper.Value)
	g.Large = max(g.Points.Value, -g.Points.Value) > LargeRecordGap+scoreNoise
	return g
}

// beside is the scale or item with where people place the region on it, 0–100; false
// if the session does not ask it.
func (b bearing) beside(a *Analysis) (RecordGap, bool) {
	for i := range a.Scales {
		if sc := &a.Scales[i]; sc.Scale.ID == b.scale {
			return RecordGap{Scale: b.scale, Felt: preferred(sc.Agreed, sc.Score)}, true
		}
	}
	for i := range a.Items {
		it := &a.Items[i]
		if it.Item.ID != b.item {
			continue
		}
		level := preferred(it.Agreed, it.Median)
		if level.OK() {
			level.Value = placed(level.Value, a.Result.Instrument)
		}
		return RecordGap{Scale: it.Scale.ID, Item: b.item, Felt: level}, true
	}
	return RecordGap{}, false
}

// preferred is the first figure if it is known, else the second.
func preferred(first, second Figure) Figure {
	if first.OK() {
		return first
	}
	return second
}
