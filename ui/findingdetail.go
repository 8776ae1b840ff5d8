package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var findingPlan = bind("1–9", "key.finding-plan", "")

// findingDetail unfolds a finding to the answers and records behind it, with what can be done
// and what it rests on. A digit puts a remedy into the plan.
type findingDetail struct {
	turn
	store   Store
	opt     Options
	found   *found
	finding assess.Finding
	busy    bool // a remedy is being put into the plan
	paper   paper
}

type plannedMsg struct {
	screen *findingDetail
	told   string // id of what is said of it
	err    error
}

func newFindingDetail(store Store, opt Options, d *found, f assess.Finding) *findingDetail {
	return &findingDetail{store: store, opt: opt, found: d, finding: f}
}

// Init does nothing: the finding came with the screen.
func (d *findingDetail) Init() tea.Cmd { return nil }

// Loading reports that a remedy is being put into the plan: the next one joins it
// there.
func (d *findingDetail) Loading() bool { return d.busy }

// Unsaved is the remedy that is on its way to disk.
func (d *findingDetail) Unsaved() int {
	if d.busy {
		return 1
	}
	return 0
}

// Subject is the session that the finding is of.
func (d *findingDetail) Subject() (Store, string) { return d.store, d.found.session.ID }

// Title names the kind of the finding.
func (d *findingDetail) Title(l Look) string {
	return l.T("findings.title") + ": " + l.T("findings.kind."+string(d.finding.Rule.Kind))
}

// Keys are those of a text, and the digits of the remedies.
func (d *findingDetail) Keys() []key.Binding {
	keys := append(d.paper.keys(), keyBack)
	if n := len(d.finding.Rule.Remedies); n > 0 {
		digits := findingPlan
		label := "1"
		if n > 1 {
			label += "–" + strconv.Itoa(n)
		}
		digits.SetHelp(label, "key.finding-plan")
		keys = append([]key.Binding{digits}, keys...)
	}
	return keys
}

// Update takes the keys.
func (d *findingDetail) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case plannedMsg:
		if msg.screen != d {
			return d, nil
		}
		if d.busy = false; msg.err != nil {
			return d, fail(msg.err)
		}
		return d, notice(msg.told)
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return d, d.close()
		}
		if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(d.finding.Rule.Remedies) {
			return d, d.plan(n - 1)
		}
		d.paper.press(msg)
	}
	return d, nil
}

// plan puts a remedy into the plan of the session, in the session's language.
func (d *findingDetail) plan(remedy int) tea.Cmd {
	r := d.finding.Rule
	action := assess.Action{
		ID: newID(), What: r.Remedies[remedy].In(d.found.session.Language),
		Finding: r.ID, Status: assess.Planned,
	}
	for _, t := range d.finding.Triggers {
		if t.Scale != nil && !t.Bare { // of evidence, the scales that it is wanted for
			action.Scale = t.Scale.ID
			break
		}
	}
	d.busy = true
	return func() tea.Msg {
		s, err := d.store.Session(d.opt.context(), d.found.session.ID) // the plan may have grown since
		if err == nil && slices.ContainsFunc(s.Plan, func(a assess.Action) bool { return a.Finding == action.Finding && a.What == action.What }) {
			return plannedMsg{screen: d, told: "findings.planned-already"}
		}
		if err == nil {
			was := s.Dossier
			s.Plan = append(slices.Clone(s.Plan), action)
			err = d.store.Keep(d.opt.context(), s.ID, assess.PlanPart, was, s.Dossier)
		}
		return plannedMsg{d, "findings.planned", err}
	}
}

// View draws the finding, the answers and records behind it, the remedies and the sources.
func (d *findingDetail) View(l Look, width, height int) string {
	p := &page{l: l, width: width}
	r := d.finding.Rule
	p.out = append(p.out, strings.Split(l.Title.Render(wrap(d.found.text(l, r.Title), width)), "\n")...)
	p.say(0, d.found.text(l, r.Text))
	p.heading(l.Words.Because(d.finding))
	d.triggers(p)
	p.say(2, l.Muted.Render(l.T("findings.strength."+string(r.Strength))+" "+l.Words.Certainty(d.finding)))
	if len(r.Remedies) > 0 {
		p.heading(l.T("findings.remedies"))
	}
	for i, t := range r.Remedies {
		p.out = append(p.out, strings.Split(hanging("  "+l.Key.Render(strconv.Itoa(i+1))+" ", d.found.text(l, t), width), "\n")...)
	}
	p.heading(l.T("findings.sources"))
	if !r.Article.Empty() {
		p.say(2, l.T("findings.article", "section", d.found.text(l, r.Article)))
	}
	for _, id := range r.After {
		if ref := d.found.rules.Reference(id); ref != nil {
			p.say(2, ref.Text)
		}
	}
	return d.paper.draw(l, p.out, width, height)
}

// mostBare is how many items without evidence are each written out: of more, their
// ids by scale leave the remedies in reach.
const mostBare = 6

// triggers writes all that makes the rule hold.
func (d *findingDetail) triggers(p *page) {
	bare := slices.DeleteFunc(slices.Clone(d.finding.Triggers), func(t assess.Trigger) bool { return !t.Bare })
	for _, t := range d.finding.Triggers {
		if !t.Bare || len(bare) <= mostBare {
			d.trigger(p, t)
		}
	}
	if len(bare) <= mostBare {
		return
	}
	for len(bare) > 0 {
		scale, ids := bare[0].Scale, []string{}
		for len(bare) > 0 && bare[0].Scale == scale {
			ids, bare = append(ids, bare[0].Item.ID), bare[1:]
		}
		p.say(2, p.l.T("findings.bare-of", "scale", d.found.text(p.l, scale.Title), "n", len(ids), "all", len(scale.Items)))
		p.say(4, p.l.Muted.Render(strings.Join(ids, ", ")))
	}
}

// trigger writes a scale, a composite, an item, a record or the level of nearly all
// answers that makes the rule hold, as it stands.
func (d *findingDetail) trigger(p *page, t assess.Trigger) {
	switch {
	case t.Record != nil:
		writeRecord(p, *t.Record)
	case t.Straight != nil:
		p.say(2, p.l.Words.Straight(t.Straight, d.found.session.Instrument, d.found.session.Unit))
	case t.Composite != nil:
		p.say(2, d.found.text(p.l, t.Composite.Title)+": "+p.l.Words.Number(t.Score, 1)+" "+p.l.Muted.Render(p.l.T("findings.of-100")))
	case t.Item == nil:
		p.say(2, d.found.text(p.l, t.Scale.Title)+": "+p.l.Words.Number(t.Score, 1)+" "+p.l.Muted.Render(d.basis(p.l, t.Scale.ID)))
	default:
		d.item(p, t)
	}
}

// item writes an item with its level, or that it has no evidence.
func (d *findingDetail) item(p *page, t assess.Trigger) {
	p.say(2, t.Item.ID+"  "+d.found.text(p.l, t.Item.Text))
	if t.Bare {
		p.say(4, p.l.Muted.Render(p.l.T("findings.no-evidence", "documents", d.found.text(p.l, t.Item.Evidence))))
		return
	}
	if t.Level == 0 {
		p.say(4, p.l.Muted.Render(p.l.T("findings.lack."+string(assess.Contested))))
		return
	}
	level := p.l.T("items.level", "level", levelNumber(p.l, t.Level))
	if !t.Anchor.Empty() {
		level += ": " + d.found.text(p.l, t.Anchor)
	}
	p.say(4, p.l.Muted.Render(level))
	if t.Item.Reverse {
		p.say(4, p.l.Muted.Render(reversedText(p.l, d.found)))
	}
}

// reversedText says how levels of items that state a fault are counted.
func reversedText(l Look, d *found) string {
	return l.T("items.reversed", "levels", d.session.Instrument.Levels)
}

// basis says of how many people and of how many of their answers a score is.
func (d *findingDetail) basis(l Look, scale string) string {
	for _, r := range d.found.analysis.Result.Scales {
		if r.Scale.ID == scale && r.Coverage().OK() {
			return l.Words.N("findings.basis", r.N, "share", l.Words.Percent(r.Coverage().Value))
		}
	}
	return ""
}

// writeRecord writes a number on paper with source and date, and of one that is worked
// out the way and the facts behind it.
func writeRecord(p *page, r assess.Record) {
	w := p.l.Words
	line := w.RecordName(r.ID) + ": "
	if !r.Derived() {
		line += w.RecordValue(r.Value.Value, r.Unit)
	} else {
		line += w.Measure(r.Value.Value, r.Unit) + " = " + w.Arithmetic(r.Way) + " " + p.l.Dot + " " + p.l.T("facts.rests-on", "n", len(r.Facts), "all", r.Of)
	}
	p.say(2, line)
	origins := w.Origins(r.Facts)
	for _, f := range r.Facts {
		if r.Derived() {
			p.say(4, p.l.Muted.Render(factBehind(p.l, f, origins)))
		}
	}
	if !r.Derived() || w.Origin(r.Facts[0]) == origins {
		p.say(4, p.l.Muted.Render(origins))
	}
}

// factBehind writes a fact, with its origin where not all of them share one.
func factBehind(l Look, f assess.Fact, origins string) string {
	line, _ := assess.LineOf(f.ID)
	value := l.Words.Measure(f.Value, line.Unit)
	if line.Unit == assess.LevelFact {
		value = levelName(l, f.Value)
	}
	out := l.Words.RecordName(f.ID) + ": " + value
	if from := l.Words.Origin(f); from != origins {
		out += " " + l.Dot + " " + from
	}
	return out
}
