package ui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// cooperationResult says where the region stands with a field and why, what is
// missing in which order, shows its place on the article's path, and sets the law
// of the article beside that of today.
type cooperationResult struct {
	turn
	book  *cooperationBook
	id    string
	stand assess.Positioning
	paper paper
	jump  int // part to begin the next drawing at, from 1; 0 for none
}

func newCooperationResult(book *cooperationBook, id string) *cooperationResult {
	r := &cooperationResult{book: book, id: id}
	r.weigh()
	return r
}

var standParts = bind("1–5", "key.cooperation-parts", "")

// Init does nothing: the field came with the screen.
func (r *cooperationResult) Init() tea.Cmd { return nil }

// Update takes the keys, and what changed elsewhere.
func (r *cooperationResult) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg, bookReadMsg:
		r.weigh()
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) {
			return r, r.close()
		}
		if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= standPartCount {
			r.jump = n
			return r, nil
		}
		r.jump = 0
		r.paper.press(msg)
	}
	return r, nil
}

func (r *cooperationResult) weigh() {
	if c := r.book.field(r.id); c != nil {
		r.stand = c.Position()
	}
}

// Subject is the session.
func (r *cooperationResult) Subject() (Store, string) { return r.book.store, r.book.id }

// Header is that of the session.
func (r *cooperationResult) Header() assess.Header { return r.book.header() }

// Title names the field.
func (r *cooperationResult) Title(l Look) string {
	c := r.book.field(r.id)
	if c == nil {
		return l.T("cooperation.title")
	}
	return l.T("cooperation.result-title") + ": " + l.Words.CooperationField(c.Field)
}

// Keys are those of a text, and the way to its parts.
func (r *cooperationResult) Keys() []key.Binding {
	return slices.Concat([]key.Binding{standParts}, r.paper.keys(), []key.Binding{keyBack})
}

// View draws the text from where the reader is.
func (r *cooperationResult) View(l Look, width, height int) string {
	c := r.book.field(r.id)
	if c == nil {
		return l.T("cooperation.gone")
	}
	lines, parts := standText(l, c, r.stand, width)
	if r.jump > 0 {
		r.paper.top, r.jump = parts[r.jump-1], 0
	}
	return r.paper.draw(l, lines, width, height)
}
