package assess

import (
	"slices"
	"strings"
)

// A ComparedComposite is one composite over all sides. Its change is never tested:
// it is made of the scores of sessions, and belongs to no person.
type ComparedComposite struct {
	Composite *Composite
	Bands     []Band   // its own, else the instrument's
	Scores    []Figure // one a side, 0–100; unknown where the side lacks it
	Same      bool     // joins the same scales with the same weights, all of them scored alike
}

// Composites sets the composites of all sides beside each other, in the order in
// which they first appear. They are matched by id without case.
func (c *Comparison) Composites() []ComparedComposite {
	var out []ComparedComposite
	seen := map[string]bool{}
	for _, side := range c.Sides {
		for i := range side.Result.Composites {
			of := side.Result.Composites[i].Composite
			if id := strings.ToLower(of.ID); !seen[id] {
				seen[id] = true
				out = append(out, c.compositeOver(of, side.Result.Instrument))
			}
		}
	}
	return out
}

func (c *Comparison) compositeOver(of *Composite, in *Instrument) ComparedComposite {
	over := ComparedComposite{Composite: of, Bands: of.Bands, Same: true}
	if len(over.Bands) == 0 {
		over.Bands = in.Bands
	}
	var first *CompositeResult
	for _, side := range c.Sides {
		own := side.Result.Composite(of.ID)
		switch {
		case own == nil:
			over.Scores = append(over.Scores, Unknown(NotInBoth))
			continue
		case side.Few():
			over.Scores = append(over.Scores, Unknown(AnonymousFew))
		default:
			over.Scores = append(over.Scores, own.Score)
		}
		if first == nil {
			first = own
		}
		over.Same = over.Same && slices.Equal(own.Composite.Weights, first.Composite.Weights) && slices.Equal(own.Left, first.Left)
	}
	for _, w := range of.Weights {
		over.Same = over.Same && c.scoredAlike(w.Scale)
	}
	return over
}

// scoredAlike reports whether a scale is scored in the same way in all sides that ask it.
func (c *Comparison) scoredAlike(scale string) bool {
	for i := range c.Scales {
		if strings.EqualFold(c.Scales[i].Scale.ID, scale) {
			return c.Scales[i].Same
		}
	}
	return true
}

// Composite returns the composite with an id, compared without case; nil if there is
// none.
func (r *Result) Composite(id string) *CompositeResult {
	for i := range r.Composites {
		if strings.EqualFold(r.Composites[i].Composite.ID, id) {
			return &r.Composites[i]
		}
	}
	return nil
}
