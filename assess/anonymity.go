package assess

// Protect makes every figure of the result unknown that rests on fewer than
// [AnonymousFrom] people, so that nobody of an anonymous session can be told
// apart: all of them under so few people, and single scales and items that only
// one or two have answered.
func (r *Result) Protect() {
	few := r.Voices < AnonymousFrom
	for i := range r.Scales {
		if s := &r.Scales[i]; few || s.Score.OK() && s.N < AnonymousFrom {
			s.hide()
		}
	}
	for i := range r.Items {
		if it := &r.Items[i]; few || it.N > 0 && it.N < AnonymousFrom {
			it.hide()
		}
	}
	for i := range r.Composites {
		c := &r.Composites[i]
		for _, w := range c.Composite.Weights {
			if s := r.Scale(w.Scale); s != nil && s.Score.Reason == AnonymousFew {
				c.Score, c.Band = Unknown(AnonymousFew), Band{}
			}
		}
	}
}

func (s *ScaleResult) hide() {
	hidden := Unknown(AnonymousFew)
	s.Score, s.SD, s.Median, s.Band, s.People = hidden, hidden, hidden, Band{}, nil
}

func (it *ItemResult) hide() {
	hidden := Unknown(AnonymousFew)
	it.Mean, it.Median, it.Counts = hidden, hidden, nil
}
