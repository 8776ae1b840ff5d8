package assess

import (
	"slices"
	"strings"
)

// SubgroupFrom is the number of people from which a part of a session may be
// scored apart.
const SubgroupFrom = 5

// A Trait is something by which the respondents of a session can be grouped.
type Trait string

// The traits.
const (
	ByRank  Trait = "rank"
	ByUnit  Trait = "unit"
	ByGroup Trait = "group"
)

// A Subgroup is the people of one rank, unit or group, scored apart.
type Subgroup struct {
	Name    string // as the first of them typed it
	Summary Summary
}

// Subgroups scores the first round of each rank, unit or group that has at least
// [SubgroupFrom] people with any answer, in the order in which they first appear.
//
// Nobody can be worked out by subtraction: the others, in smaller groups or none,
// are nobody or as many as a group. Nor can anybody by combining groupings: where
// they are laid over each other, every cell has nobody or as many, and cells are
// all that sums of groups can be taken apart into. Rank goes before unit and unit
// before group, so that it does not matter which is asked for first. The same holds
// on each scale for those with a score; where it does not, the scale is unknown.
//
// The reason is [TooFew] if no group is large enough, [Traceable] if somebody could
// be worked out, [CountsOnly] by show of hands and [Consensus] where the room
// answered together.
func (s *Session) Subgroups(by Trait) ([]Subgroup, Reason) {
	switch {
	case s.Method == ConsensusMethod:
		return nil, Consensus
	case s.ByHands():
		return nil, CountsOnly
	}
	people := s.voices()
	cells, laid := layOver(people)
	names := largeGroups(people, by)
	switch {
	case !slices.ContainsFunc(names, func(name string) bool { return name != "" }):
		return nil, TooFew
	case !slices.Contains(laid, by):
		return nil, Traceable
	}
	traceable := s.traceable(people, cells)
	var out []Subgroup
	for i, name := range names {
		if name == "" || slices.Index(names, name) < i {
			continue
		}
		group := Subgroup{Name: by.of(&people[i]), Summary: s.summaryOf(members(people, names, name))}
		for j := range group.Summary.Scales {
			if scale := &group.Summary.Scales[j]; traceable[j] && scale.Score.OK() {
				scale.Score = Unknown(Traceable)
			}
		}
		out = append(out, group)
	}
	return out, ""
}

// of is what a respondent has for a trait.
func (t Trait) of(r *Respondent) string {
	switch t {
	case ByRank:
		return r.Rank
	case ByUnit:
		return r.Unit
	}
	return r.Group
}

// layOver lays the groupings over each other, each if every cell stays large
// enough, and returns the cell of each person and the traits that take part.
func layOver(people []Respondent) (cells []string, laid []Trait) {
	cells = make([]string, len(people))
	everyone := func(int) bool { return true }
	for _, t := range []Trait{ByRank, ByUnit, ByGroup} {
		finer := slices.Clone(cells)
		for i, name := range largeGroups(people, t) {
			finer[i] += "\x00" + name
		}
		if untraceable(finer, everyone) {
			cells, laid = finer, append(laid, t)
		}
	}
	return cells, laid
}

// largeGroups is the group of each person, without case; empty for those in none or
// in one that is too small to be shown.
func largeGroups(people []Respondent, t Trait) []string {
	names := make([]string, len(people))
	count := map[string]int{}
	for i := range people {
		names[i] = strings.ToLower(strings.TrimSpace(t.of(&people[i])))
		count[names[i]]++
	}
	for i, name := range names {
		if count[name] < SubgroupFrom {
			names[i] = ""
		}
	}
	return names
}

// untraceable reports whether every cell has nobody or enough of those who count.
func untraceable(cells []string, counts func(person int) bool) bool {
	n := map[string]int{}
	for i, cell := range cells {
		if counts(i) {
			n[cell]++
		}
	}
	for _, people := range n {
		if people < SubgroupFrom {
			return false
		}
	}
	return true
}

// traceable says of each scale whether too few people of a cell have a score on it.
func (s *Session) traceable(people []Respondent, cells []string) []bool {
	in := s.Asked()
	part := Session{Respondents: people}
	var out []bool
	for _, scale := range scoreGrid(in, part.grid(in, 1)).Scales {
		scored := func(person int) bool { return scale.People[person].Score.OK() }
		out = append(out, !untraceable(cells, scored))
	}
	return out
}

// summaryOf scores some of the session's people.
func (s *Session) summaryOf(people []Respondent) Summary {
	part := Session{Header: s.Header, Instrument: s.Instrument, Respondents: people}
	return Summarize(part.Score())
}

// voices are the respondents with any answer in the first round.
func (s *Session) voices() []Respondent {
	var out []Respondent
	for _, r := range s.Respondents {
		if len(r.Sheet(1)) > 0 {
			out = append(out, r)
		}
	}
	return out
}

func members(people []Respondent, names []string, name string) []Respondent {
	var out []Respondent
	for i, n := range names {
		if n == name {
			out = append(out, people[i])
		}
	}
	return out
}
