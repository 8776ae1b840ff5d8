package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// subgroups shows the scores of each rank, unit and group that is large enough
// for nobody in it to be worked out.
type subgroups struct {
	turn
	store  Store
	id     string
	scored *scored
	parts  []part
	paper  paper
}

// A part is the people of a session parted by one trait.
type part struct {
	by     assess.Trait
	groups []assess.Subgroup
	reason assess.Reason // why they may not be shown apart
}

type partsMsg struct {
	id    string
	parts []part
}

func newSubgroups(store Store, id string, s *scored) *subgroups {
	return &subgroups{store: store, id: id, scored: s}
}

// Init scores the groups.
func (g *subgroups) Init() tea.Cmd {
	s := g.scored.session
	return func() tea.Msg { return partsMsg{g.id, partsOf(s)} }
}

// partsOf parts the people by each trait that anybody has.
func partsOf(s *assess.Session) []part {
	var parts []part
	for _, t := range []struct {
		by assess.Trait
		of func(assess.Respondent) string
	}{
		{assess.ByRank, func(r assess.Respondent) string { return r.Rank }},
		{assess.ByUnit, func(r assess.Respondent) string { return r.Unit }},
		{assess.ByGroup, func(r assess.Respondent) string { return r.Group }},
	} {
		if slices.ContainsFunc(s.Respondents, func(r assess.Respondent) bool { return t.of(r) != "" }) {
			groups, why := s.Subgroups(t.by)
			parts = append(parts, part{t.by, groups, why})
		}
	}
	return parts
}

// Subject is the session that the screen is about.
func (g *subgroups) Subject() (Store, string) { return g.store, g.id }

// Title names the session.
func (g *subgroups) Title(l Look) string { return g.scored.titled(l, "subgroups.title") }

// Keys are those of a text.
func (g *subgroups) Keys() []key.Binding {
	return append(g.paper.keys(), keyBack)
}

// Update takes what was computed, and the keys.
func (g *subgroups) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return g, loadScored(g.store, g.id)
	case scoredMsg:
		if msg.id == g.id && msg.scored != nil {
			g.scored = msg.scored
			return g, g.Init()
		}
	case partsMsg:
		if msg.id == g.id {
			g.parts = msg.parts
		}
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return g, g.close()
		}
		g.paper.press(msg)
	}
	return g, nil
}

// View draws the groups of each trait.
func (g *subgroups) View(l Look, width, height int) string {
	p := &page{l: l, width: width}
	p.say(0, l.T("subgroups.about", "least", assess.SubgroupFrom))
	if len(g.parts) == 0 {
		p.say(0, "")
		p.say(0, l.T("subgroups.none"))
	}
	for _, part := range g.parts {
		p.heading(l.T("subgroups.by." + string(part.by)))
		if part.reason != "" {
			p.say(2, l.Words.ReasonSentence(part.reason))
		}
		for _, group := range part.groups {
			g.group(p, group)
		}
	}
	return g.paper.draw(l, p.out, width, height)
}

// group writes the scores of one group.
func (g *subgroups) group(p *page, group assess.Subgroup) {
	p.say(2, p.l.Title.Render(oneLine(group.Name))+"  "+p.l.Words.N("results.people", group.Summary.Respondents))
	var scores []string
	for _, sc := range group.Summary.Scales {
		r := g.scored.result.Scale(sc.ID)
		if r == nil {
			continue
		}
		shown := locale.None
		if sc.Score.OK() {
			shown = scoreText(p.l, sc.Score, g.scored.result.Instrument.BandsOf(r.Scale))
		}
		scores = append(scores, g.scored.text(p.l, r.Scale.Title)+" "+shown)
	}
	p.out = append(p.out, strings.Split(indent(facts(p.l, scores, p.width-4), 4), "\n")...)
}
