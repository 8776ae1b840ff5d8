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
