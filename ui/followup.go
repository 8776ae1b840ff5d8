package ui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var keyDossier = bind("l", "key.dossier", "l", "f11")

// followUp leads from the results of a session to all that follows from them: what
// they mean, what the group wants, what the records say, with whom it could work,
// and what it means to do.
type followUp struct {
	turn
	store   Store
	opt     Options
	id      string
	session *assess.Session
	waits   int  // actions of the last plan that nobody has answered
	form    bool // the session has a view in the terms of the official form
	at      int
}

type followUpMsg struct {
	screen  *followUp
	session *assess.Session
	waits   int
	form    bool
}

func newFollowUp(store Store, opt Options, id string) *followUp {
	return &followUp{store: store, opt: opt, id: id}
}

// Init reads the session.
func (d *followUp) Init() tea.Cmd { return d.load }

// Loading reports that the session is not read yet.
func (d *followUp) Loading() bool { return d.session == nil }

func (d *followUp) load() tea.Msg {
	s, err := d.store.Session(d.opt.context(), d.id)
	if err != nil {
		return failMsg{err}
	}
	waits, err := waiting(d.opt.context(), d.store, s)
	if err != nil {
		return failMsg{err}
	}
	return followUpMsg{d, s, waits, !s.Collecting() && s.Score().Official() != nil}
}

// A lead is one row of the dossier: where it leads, and how much is there.
type lead struct {
	text string      // id of the message
	part assess.Part // empty where nothing is entered
	n    int         // entries that are there
	to   func() Screen
}

func (d *followUp) leads() []lead {
	leads := []lead{
		{"dossier.findings", "", 0, func() Screen { return newFindings(d.store, d.opt, d.id) }},
		{"dossier.wanted", assess.WantedPart, len(d.session.Wanted), func() Screen { return newWanted(d.store, d.opt, d.id) }},
		{"dossier.facts", assess.FactsPart, len(d.session.Facts), func() Screen { return newFacts(d.store, d.opt, d.id) }},
		{"dossier.cooperation", assess.CooperationPart, len(d.session.Cooperation), func() Screen { return newCooperation(d.store, d.opt, d.id) }},
		{"dossier.plan", assess.PlanPart, len(d.session.Plan), func() Screen { return newPlan(d.store, d.opt, d.id) }},
	}
	if d.form {
		leads = append(leads, lead{"official.title", "", 0, func() Screen { return newOfficial(d.store, d.id, nil) }})
	}
	return leads
}

// Update takes the session that was read, and the keys.
func (d *followUp) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case followUpMsg:
		if msg.screen == d {
			d.session, d.waits, d.form = msg.session, msg.waits, msg.form
			d.at = min(d.at, len(d.leads())-1)
		}
	case refreshMsg:
		return d, d.load
	case tea.KeyPressMsg:
		return d, d.press(msg)
	}
	return d, nil
}

func (d *followUp) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyBack) {
		return d.close()
	}
	if d.session == nil {
		return nil
	}
	leads := d.leads()
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(leads) {
		d.at = n - 1
		return d.follow(leads[d.at])
	}
	if key.Matches(msg, keyChoose) {
		return d.follow(leads[d.at])
	}
	d.at = step(msg.String(), d.at, len(leads))
	return nil
}

// follow opens a lead. What is stored and cannot be read has no screen, which would
// show it as empty.
func (d *followUp) follow(one lead) tea.Cmd {
	if why := d.unread(one); why != nil {
		return fail(why)
	}
	return d.open(one.to())
}

// unread is the problem of a lead whose part cannot be read; nil if it can.
func (d *followUp) unread(one lead) error {
	for i, part := range d.session.Unread {
		if part == one.part {
			return d.session.Unreadable()[i]
		}
	}
	return nil
}

// Subject is the session that the dossier is of.
func (d *followUp) Subject() (Store, string) { return d.store, d.id }

// Title names the session.
func (d *followUp) Title(l Look) string {
	if d.session == nil {
		return l.T("dossier.title")
	}
	return l.T("dossier.title") + ": " + oneLine(d.session.Title)
}

// Keys are those of a menu.
func (d *followUp) Keys() []key.Binding {
	if d.session == nil {
		return []key.Binding{keyBack}
	}
	digits := keyActs
	digits.SetHelp("1–"+strconv.Itoa(len(d.leads())), "key.acts")
	return []key.Binding{keyChoose, digits, keyBack}
}

// View draws where one can go on, each with a sentence.
func (d *followUp) View(l Look, width, height int) string {
	if d.session == nil {
		return ""
	}
	blocks := []string{}
	for i, one := range d.leads() {
		text := l.Key.Render(strconv.Itoa(i+1)) + "  " + l.T(one.text)
		if one.n > 0 {
			text += "  " + l.Muted.Render(l.Words.N("dossier.entries", one.n))
		}
		about := under(l, l.T(one.text+"-about"), 5, width)
		if one.part == assess.PlanPart && d.waits > 0 {
			about = indent(l.Warn.Render(wrap("? "+l.Words.N("plan.waiting", d.waits), max(width-5, 1))), 5)
		}
		if why := d.unread(one); why != nil {
			about = indent(l.Bad.Render(wrap(l.Bang+" "+sentence(l.Words.Error(why)[0].Sentence), max(width-5, 1))), 5)
		}
		block := l.row(text, i == d.at, width) + "\n" + about
		blocks = append(blocks, strings.TrimRight(block, "\n")+"\n")
	}
	return scroll(l, blocks, d.at, width, height)
}
