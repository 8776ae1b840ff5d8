package ui

import (
	"context"
	"crypto/rand"
	"strings"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A folio is what a screen about one part of a session's dossier works on: the
// session, the one before it of the same place, what the answers say as far as
// they may be shown, and the saver of that part. It may be changed after the
// session is completed, because the plan is carried out in the year after.
type folio struct {
	store  Store
	opt    Options
	id     string
	saver  partSaver
	before func(ctx context.Context, id string) (*assess.Session, error) // finds the session before this one

	session  *assess.Session
	earlier  *assess.Session  // nil if there is none
	analysis *assess.Analysis // nil while a group still answers
	rules    *assess.Rules    // nil where the questionnaire has none
}

type folioMsg struct {
	of       *folio
	puts     int // of the saver when the reading began
	session  *assess.Session
	earlier  *assess.Session
	analysis *assess.Analysis
	rules    *assess.Rules
}

func newFolio(store Store, opt Options, id string, part assess.Part) *folio {
	d := &folio{store: store, opt: opt, id: id, before: store.Earlier}
	d.saver = partSaver{store: store, opt: opt, session: id, part: part, load: d.load}
	return d
}

// newID is an id for an entry of a dossier that no other entry of any session has.
func newID() string { return strings.ToLower(rand.Text()[:10]) }

// load reads the session, and the one before.
func (d *folio) load() tea.Cmd {
	puts := d.saver.puts
	return func() tea.Msg {
		msg := folioMsg{of: d, puts: puts}
		var err error
		if msg.session, err = d.store.Session(d.opt.context(), d.id); err != nil {
			return failMsg{err}
		}
		if msg.earlier, err = d.before(d.opt.context(), d.id); err != nil {
			return failMsg{err}
		}
		if !msg.session.Collecting() {
			msg.analysis = msg.session.Analyze()
		}
		if d.opt.Rules != nil {
			msg.rules = d.opt.Rules(msg.session.Instrument)
		}
		return msg
	}
}

// update takes what was read and what was saved; taken reports whether there is a
// session to show anew.
func (d *folio) update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch msg := msg.(type) {
	case folioMsg:
		if msg.of != d {
			return nil, false
		}
		if cmd, taken = d.saver.read(msg.session, msg.puts); taken {
			d.session, d.earlier, d.analysis, d.rules = msg.session, msg.earlier, msg.analysis, msg.rules
		}
		return cmd, taken
	case refreshMsg:
		return d.saver.refresh(), false
	}
	return d.saver.update(msg), false
}

// keep saves the part as the session holds it now.
func (d *folio) keep() tea.Cmd { return d.saver.put(d.session.Dossier) }

// lastSave saves what is not on disk when the program ends.
func (d *folio) lastSave(ctx context.Context) { d.saver.lastSave(ctx) }

// ready reports whether the session has been read.
func (d *folio) ready() bool { return d.session != nil }

// Loading reports that the session is not read yet.
func (d *folio) Loading() bool { return !d.ready() }

// Header is that of the session; of one that still collects as long as it is not
// read.
func (d *folio) Header() assess.Header {
	if d.session == nil {
		return assess.Header{ID: d.id, Method: assess.GroupMethod, Status: assess.Open}
	}
	return d.session.Header
}

// Subject is the session.
func (d *folio) Subject() (Store, string) { return d.store, d.id }

// text gives a text of the instrument in the words of the session.
func (d *folio) text(l Look, t assess.Text) string { return l.Words.Text(t, d.session.Unit) }

// titled is the name of a screen before the title of the session, once it is known.
func (d *folio) titled(l Look, id string) string {
	if d.session == nil || oneLine(d.session.Title) == "" {
		return l.T(id)
	}
	return l.T(id) + ": " + oneLine(d.session.Title)
}
