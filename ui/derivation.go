package ui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of a text that is read.
var (
	textDown  = bind("↓", "key.results-down", "down")
	textUp    = bind("↑", "key.results-up", "up")
	textPage  = bind("PgDn", "key.results-page", "pgdown")
	textStart = bind("Home", "key.results-start", "home")
	textEnd   = bind("End", "key.results-end", "end")
)

// derivation tells how one number of the results came about, from the answers to
// the band, so that anybody can do the sum again.
type derivation struct {
	turn
	store  Store
	id     string
	of     string // id of the scale or composite
	scored *scored
	sums   []personSum
	failed bool
	paper  paper
}

// A personSum is one respondent's way to a score of the scale.
type personSum struct {
	name        string
	score       assess.PersonScore
	terms       []term
	sum, weight float64
}

// A term is one answer of it.
type term struct {
	item   *assess.Item
	answer assess.Answer
	keyed  int // after reversing; 0 where the answer is no level
}

// newDerivation opens the way to the score of a scale or a composite. What is
// known of the session already may be nil.
func newDerivation(store Store, id string, s *scored, of string) *derivation {
	d := &derivation{store: store, id: id, of: of}
	d.take(s)
	return d
}

func (d *derivation) take(s *scored) {
	d.scored = s
	if row, ok := d.row(); ok && row.scale != nil && !s.few && row.scale.Score.Reason != assess.AnonymousFew {
		d.sums = sumsOf(s, row.scale)
	} else {
		d.sums = nil
	}
}

// row is what the number belongs to; false if the session has no such scale.
func (d *derivation) row() (resultRow, bool) {
	if d.scored == nil {
		return resultRow{}, false
	}
	for _, row := range d.scored.rows {
		if row.id() == d.of {
			return row, true
		}
	}
	return resultRow{}, false
}

// sumsOf adds up the levels of each respondent, as assess does.
func sumsOf(s *scored, of *assess.ScaleResult) []personSum {
	sums := make([]personSum, len(of.People))
	for i, p := range of.People {
		r := &s.session.Respondents[i]
		sums[i] = personSum{name: r.ID, score: p}
		sheet := r.Sheet(1)
		for j := range of.Scale.Items {
			it := &of.Scale.Items[j]
			t := term{item: it, answer: sheet[it.ID]}
			if x, ok := it.Keyed(t.answer, s.result.Instrument.Levels); ok {
				t.keyed = x
				sums[i].sum += it.Weight * float64(x)
				sums[i].weight += it.Weight
			}
			sums[i].terms = append(sums[i].terms, t)
		}
	}
	return sums
}

// Init loads the session unless it came with the screen.
func (d *derivation) Init() tea.Cmd {
	if d.scored != nil {
		return nil
	}
	return loadScored(d.store, d.id)
}

// Loading reports that the session is not read yet.
func (d *derivation) Loading() bool { return d.scored == nil && !d.failed }

// Title names the scale.
func (d *derivation) Title(l Look) string {
	row, ok := d.row()
	if !ok {
		return l.T("derivation.title")
	}
	return l.T("derivation.title") + ": " + d.scored.text(l, row.title())
}

// Keys are those of a text.
func (d *derivation) Keys() []key.Binding {
	return append(d.paper.keys(), keyBack)
}

// Update takes what was loaded, and the keys.
func (d *derivation) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return d, loadScored(d.store, d.id)
	case scoredMsg:
		if msg.id != d.id {
			return d, nil
		}
		d.failed = msg.err != nil
		if msg.scored != nil {
			d.take(msg.scored)
		}
		return d, failed(msg.err)
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return d, d.close()
		}
		d.paper.press(msg)
	}
	return d, nil
}

// View draws the steps.
func (d *derivation) View(l Look, width, height int) string {
	row, ok := d.row()
	switch {
	case d.scored == nil && d.failed, d.scored != nil && !ok:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case d.scored == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	}
	w := &workings{l: l, s: d.scored, row: row, sums: d.sums, width: width}
	return d.paper.draw(l, w.all(), width, height)
}
