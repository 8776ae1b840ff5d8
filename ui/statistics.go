package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// statistics is the appendix of a group's results: the numbers that a lay reader
// is spared, and what the facilitator should look at.
type statistics struct {
	turn
	store  Store
	id     string
	scored *scored
	failed bool
	paper  paper
}

func newStatistics(store Store, id string, s *scored) *statistics {
	return &statistics{store: store, id: id, scored: s}
}

// Init loads the session unless it came with the screen.
func (s *statistics) Init() tea.Cmd {
	if s.scored != nil {
		return nil
	}
	return loadScored(s.store, s.id)
}

// Loading reports that the session is not read yet.
func (s *statistics) Loading() bool { return s.scored == nil && !s.failed }

// Subject is the session that the screen is about.
func (s *statistics) Subject() (Store, string) { return s.store, s.id }

// Title names the session.
func (s *statistics) Title(l Look) string { return s.scored.titled(l, "statistics.title") }

// Keys are those of a text.
func (s *statistics) Keys() []key.Binding {
	return append(s.paper.keys(), keyBack)
}

// Update takes what was loaded, and the keys.
func (s *statistics) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return s, loadScored(s.store, s.id)
	case scoredMsg:
		if msg.id != s.id {
			return s, nil
		}
		s.failed = msg.err != nil
		if msg.scored != nil {
			s.scored = msg.scored
		}
		return s, failed(msg.err)
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return s, s.close()
		}
		s.paper.press(msg)
	}
	return s, nil
}

// View draws the scales, the order of the strategies, and what is conspicuous.
func (s *statistics) View(l Look, width, height int) string {
	switch {
	case s.scored == nil && s.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case s.scored == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	case s.scored.analysis == nil:
		return fit(wrap(l.T("statistics.none"), width), width, height)
	}
	a := &appendix{s: s.scored, page: page{l: l, width: width}}
	return s.paper.draw(l, a.all(), width, height)
}

// An appendix is the text of the statistics, at a width.
type appendix struct {
	s *scored
	page
}

func (a *appendix) all() []string {
	a.say(0, a.l.T("statistics.about"))
	for _, row := range a.s.rows {
		if g := a.s.group(row); g != nil {
			a.scale(g)
		}
	}
	a.order()
	a.next()
	a.conspicuous()
	return a.out
}

// scale tells the numbers of one scale.
func (a *appendix) scale(g *assess.ScaleAnalysis) {
	a.heading(a.s.text(a.l, g.Scale.Title))
	if !g.Score.OK() {
		a.say(2, a.l.T("results.unscored", "reason", reasonText(a.l, g.Score.Reason)))
		return
	}
	a.say(2, a.l.T("statistics.scores", "n", g.N, "mean", a.number(g.Score, 2), "sd", a.number(g.SD, 2), "median", a.number(g.Median, 2)))
	a.interval(g)
	a.agreement(g)
	a.reliability(g)
	a.items(g)
}

func (a *appendix) interval(g *assess.ScaleAnalysis) {
	if !g.Interval.Low.OK() {
		a.say(2, a.l.T("statistics.interval.none", "reason", a.l.Words.Reason(g.Interval.Low.Reason)))
		return
	}
	a.say(2, a.l.T("statistics.interval", "low", a.number(g.Interval.Low, 1), "high", a.number(g.Interval.High, 1)))
}

func (a *appendix) agreement(g *assess.ScaleAnalysis) {
	ag := g.Agreement
	if !ag.AD.OK() {
		a.say(2, a.l.T("statistics.agreement.none", "reason", a.l.Words.Reason(ag.AD.Reason)))
		return
	}
	cut := assess.Cut(a.s.result.Instrument.Levels)
	a.say(2, a.l.T("statistics.agreement", "ad", a.number(ag.AD, 2), "points", a.number(ag.Points, 1), "cut", a.l.Words.Number(cut, 1)))
	a.say(2, a.l.T("statistics.rwg", "uniform", a.number(ag.UniformRWG, 2), "slight", a.number(ag.SlightRWG, 2), "star", a.number(ag.StarRWG, 2)))
}

// reliability shows alpha only from so many people that its interval says
// something; of a formative scale it says nothing at all.
func (a *appendix) reliability(g *assess.ScaleAnalysis) {
	r := g.Reliability
	switch {
	case g.Scale.Formative:
		a.say(2, a.l.T("statistics.formative"))
	case r.Alpha.Reason == assess.CountsOnly:
		a.say(2, a.l.T("statistics.alpha.none", "reason", a.l.Words.Reason(r.Alpha.Reason)))
	case r.N < locale.AlphaFrom:
		a.say(2, a.l.T("statistics.alpha.few", "least", locale.AlphaFrom, "n", r.N))
	case !r.Alpha.OK():
		a.say(2, a.l.T("statistics.alpha.none", "reason", a.l.Words.Reason(r.Alpha.Reason)))
	default:
		a.say(2, a.l.T("statistics.alpha", "alpha", a.number(r.Alpha, 2), "low", a.number(r.Low, 2), "high", a.number(r.High, 2), "n", r.N))
	}
	if !g.Scale.Formative && r.N >= locale.OmegaFrom && r.Omega.OK() {
		a.say(2, a.l.T("statistics.omega", "omega", a.number(r.Omega, 2)))
	}
}

// items names those that run against the rest of their scale.
func (a *appendix) items(g *assess.ScaleAnalysis) {
	if g.Scale.Formative || g.Reliability.N < locale.AlphaFrom {
		return
	}
	for i := range a.s.analysis.Items {
		it := &a.s.analysis.Items[i]
		if it.Scale == g.Scale && it.Rest.OK() && it.Rest.Value < 0 {
			a.say(2, a.l.T("statistics.against", "item", it.Item.ID, "r", a.number(it.Rest, 2)))
		}
	}
}

// order tells how alike people rank the strategies.
func (a *appendix) order() {
	o := a.s.analysis.Strategies
	if !o.W.OK() {
		return
	}
	a.heading(a.l.T("statistics.order"))
	a.say(2, a.l.T("statistics.w", "w", a.number(o.W, 2), "n", o.N))
	if text := orderText(a.l, a.s); text != "" {
		a.say(2, text)
	}
}

// next tells what a group of this size will be able to find next time.
func (a *appendix) next() {
	d := assess.Detect(a.s.result.Voices, a.s.result.TypicalSD(), assess.Unknown(assess.TooFew))
	a.heading(a.l.T("statistics.next"))
	a.say(2, detectText(a.l, d, a.s.session.Identity))
}

// detectText says beforehand what a comparison with this group can find. Anonymous
// people can never be matched.
func detectText(l Look, d assess.Detection, who assess.Identity) string {
	same, strangers := "group.detect.same-few", "group.detect.strangers-few"
	if d.Same.OK() {
		same = "group.detect.same"
	}
	if d.Strangers.OK() {
		strangers = "group.detect.strangers"
	}
	text := l.T(strangers, "n", d.People, "points", l.Words.Figure(d.Strangers, 0))
	if who == assess.Anonymous {
		return text
	}
	return l.T(same, "n", d.People, "points", l.Words.Figure(d.Same, 0)) + " " + text
}

// conspicuous tells the facilitator whose answers to ask about; nothing is taken
// out for it.
func (a *appendix) conspicuous() {
	found := a.s.session.Conspicuous()
	if len(found) == 0 {
		return
	}
	a.heading(a.l.T("statistics.conspicuous"))
	a.say(2, a.l.T("statistics.conspicuous.about"))
	for _, c := range found {
		if c.Level > 0 {
			a.say(2, a.l.T("statistics.straight", "id", oneLine(c.ID), "level", c.Level, "straight", c.Straight, "answered", c.Answered))
		}
		if c.Pace > 0 {
			a.say(2, a.l.T("statistics.fast", "id", oneLine(c.ID), "seconds", a.l.Words.Number(c.Pace.Seconds(), 1)))
		}
	}
}
