package ui

import (
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// comparedStatistics is the appendix of a comparison: the numbers behind the
// verdicts, pair by pair.
type comparedStatistics struct {
	comparedPaper
}

// Title names the appendix.
func (c *comparedStatistics) Title(l Look) string { return l.T("statistics.title") }

// Update takes what was loaded, and the keys.
func (c *comparedStatistics) Update(msg tea.Msg) (Screen, tea.Cmd) { return c, c.read(msg) }

// View draws every pair.
func (c *comparedStatistics) View(l Look, width, height int) string {
	p := &pairNumbers{compared: c.data, page: page{l: l, width: width}}
	return c.paper.draw(l, p.all(), width, height)
}

// pairNumbers is the text of the appendix, at a width.
type pairNumbers struct {
	*compared
	page
}

func (p *pairNumbers) all() []string {
	p.say(0, p.l.T("statistics.about"))
	p.say(0, p.l.T("statistics.family", "margin", p.l.Words.Points(p.Margin)))
	p.spreads()
	for i := range p.Pairs {
		p.pair(&p.Pairs[i])
	}
	return p.out
}

// spreads tells, of three and more sessions, whether they differ at all.
func (p *pairNumbers) spreads() {
	if len(p.sides) < 3 {
		return
	}
	p.heading(p.l.T("statistics.anova"))
	for i := range p.Scales {
		s := &p.Scales[i]
		title := p.sides[0].text(p.l, s.Scale.Title)
		if s.Spread == nil || !s.Spread.P.OK() {
			continue
		}
		p.say(2, p.l.T("statistics.anova.line", "scale", title, "f", p.number(s.Spread.F, 2), "first", p.number(s.Spread.DF1, 0),
			"second", p.number(s.Spread.DF2, 1), "p", p.chance(s.Spread.P)))
	}
}

func (p *pairNumbers) pair(pair *assess.Pair) {
	p.heading(number(pair.From) + " → " + number(pair.To))
	for i := range pair.Scales {
		p.scale(&pair.Scales[i])
	}
}

func (p *pairNumbers) scale(ch *assess.ScaleChange) {
	title := p.sides[0].text(p.l, ch.Scale.Title)
	if !ch.Comparable {
		p.say(2, title+": "+reasonText(p.l, ch.Reason))
		return
	}
	p.say(2, p.l.Title.Render(title)+"  "+changeText(p.l, ch.Difference.Value, pointDecimals(ch.Difference.Value)))
	if ch.Design == "" || !ch.P.OK() {
		why := ch.DesignReason
		if why == "" {
			why = ch.P.Reason
		}
		p.say(4, p.l.T("statistics.untested", "reason", p.l.Words.Reason(why)))
		return
	}
	p.say(4, p.l.T("statistics.design."+string(ch.Design), "from", ch.NFrom, "to", ch.NTo, "matched", p.number(ch.Matched, 0)))
	p.say(4, p.l.T("statistics.test", "se", p.number(ch.SE, 2), "t", p.number(ch.T, 2), "df", p.number(ch.DF, 1),
		"p", p.chance(ch.P), "holm", p.chance(ch.PHolm)))
	p.say(4, p.l.T("statistics.limits", "low", p.number(ch.Low, 1), "high", p.number(ch.High, 1),
		"laylow", p.number(ch.LayLow, 1), "layhigh", p.number(ch.LayHigh, 1), "level", p.share(ch.LayLevel)))
	p.say(4, p.l.T("statistics.equivalence", "p", p.chance(ch.PEquivalence)))
	p.say(4, p.l.T("statistics.effect", "g", p.number(ch.HedgesG, 2), "delta", p.number(ch.CliffDelta, 2), "wilcoxon", p.chance(ch.WilcoxonP)))
}

// chance writes a p value, which never reads as exactly nothing.
func (p *pairNumbers) chance(f assess.Figure) string {
	if f.OK() && f.Value < 0.001 {
		return "< " + p.l.Words.Number(0.001, 3)
	}
	return "= " + p.number(f, 3)
}

// share writes a level as a percentage.
func (p *pairNumbers) share(f assess.Figure) string {
	return p.l.Words.Number(100*f.Value, 1) + "%"
}
