package assess

import (
	"slices"
	"strings"
)

// Chapter is the group of the questionnaire under whose title a scale of no
// particular kind is read, since "other" is no heading; nil where the kind is the
// heading: also where the group has no title or mixes kinds.
func (in *Instrument) Chapter(s *Scale) *Group {
	if s.Kind != Other {
		return nil
	}
	for i := range in.Groups {
		g := &in.Groups[i]
		if !slices.ContainsFunc(g.Scales, func(id string) bool { return strings.EqualFold(id, s.ID) }) {
			continue
		}
		if g.Title.Empty() || slices.ContainsFunc(g.Scales, func(id string) bool { return in.Scale(id).Kind != Other }) {
			return nil
		}
		return g
	}
	return nil
}
