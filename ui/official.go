package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// official shows the three dimensions in the terms of the national form, for those
// who know its numbers, and says why this is no official rating.
type official struct {
	turn
	store  Store
	id     string
	scored *scored
	paper  paper
}

func newOfficial(store Store, id string, s *scored) *official {
	return &official{store: store, id: id, scored: s}
}

// Init reads the session, where it did not come with the screen.
func (o *official) Init() tea.Cmd {
	if o.scored != nil {
		return nil
	}
	return loadScored(o.store, o.id)
}

// Loading reports that the session is not read yet.
func (o *official) Loading() bool { return o.scored == nil }

// Subject is the session that the screen is about.
func (o *official) Subject() (Store, string) { return o.store, o.id }

// Title says that this is no official rating.
func (o *official) Title(l Look) string { return l.T("official.title") }

// Keys are those of a text.
func (o *official) Keys() []key.Binding {
	return append(o.paper.keys(), keyBack)
}

// Update takes the keys, and what was scored anew.
func (o *official) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return o, loadScored(o.store, o.id)
	case scoredMsg:
		if msg.id == o.id && msg.scored != nil {
			o.scored = msg.scored
		}
		return o, failed(msg.err)
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return o, o.close()
		}
		o.paper.press(msg)
	}
	return o, nil
}

// officialCells are those of the weight and of both scores.
const officialCells = 8 + 9 + 11

// weighted writes the mean of the positions out: (50 × 20,8333 + 25 × 40 + …) ÷ 100,
// with as many decimals as let a reader arrive at what stands behind it.
func weighted(l Look, v *assess.OfficialView) string {
	var parts []string
	for _, part := range v.Parts {
		parts = append(parts, l.Words.Number(part.Weight, 0)+" × "+inSum(l, part.Own))
	}
	return "(" + strings.Join(parts, " + ") + ") ÷ 100"
}

// View draws both conventions side by side, the arithmetic, and the caveats.
func (o *official) View(l Look, width, height int) string {
	if o.scored == nil {
		return ""
	}
	v := o.scored.result.Official()
	p := &page{l: l, width: width}
	if v == nil {
		p.say(0, l.T("official.none"))
		return o.paper.draw(l, p.out, width, height)
	}
	p.say(0, l.Warn.Render(l.Bang+" "+l.T("official.caveat."+string(assess.NotOfficial))))
	p.out = append(p.out, "")
	name := min(max(width-2-officialCells, 12), mostName)
	row := func(title, weight, own, form string) {
		p.out = append(p.out, "  "+l.cell(title, name)+l.right(weight, 8)+l.right(own, 9)+l.right(form, 11))
	}
	row("", l.T("official.weight"), "luwes", l.T("official.form"))
	for _, part := range v.Parts {
		row(o.scored.text(l, part.Scale.Title), l.Words.Number(part.Weight, 0)+"%", l.Words.Number(part.Own, 1), l.Words.Number(part.Form, 2))
	}
	row(l.T("official.structure"), "100%", l.Words.Number(v.Own, 1), l.Words.Number(v.Form, 2))
	row("", "", "0–100", "20–100")
	p.out = append(p.out, "")
	p.say(0, l.Title.Render(l.T("official.rating", "form", l.Words.Number(v.Form, 2), "rating", v.Rating.String(), "words", l.T("official.rating."+v.Rating.String()))))
	p.say(0, l.T("official.weighted", "sum", weighted(l, v), "own", inSum(l, v.Own)))
	p.say(0, l.T("official.convention", "own", inSum(l, v.Own), "form", l.Words.Number(v.Form, 2)))
	p.heading(l.T("official.why-not"))
	for _, c := range v.Caveats[1:] {
		p.say(2, l.T("official.caveat."+string(c)))
	}
	p.say(2, l.T("official.rehearse"))
	return o.paper.draw(l, p.out, width, height)
}
