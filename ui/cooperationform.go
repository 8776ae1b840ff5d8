package ui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// cooperationForm is everything that can be said of one field, in any order. Each
// choice is saved as it is made, and the line above says at once where the region
// stands with it.
type cooperationForm struct {
	turn
	book  *cooperationBook
	id    string
	at    int // 0 the partners, then the questions
	stand assess.Positioning
}

func newCooperationForm(book *cooperationBook, id string) *cooperationForm {
	f := &cooperationForm{book: book, id: id}
	f.weigh()
	return f
}

var (
	formChoose   = bind("1–9", "key.cooperation-choose", "")
	formChange   = bind("←→", "key.cooperation-change", "right")
	formUnknown  = bind("-", "key.cooperation-unknown", "-", "delete", "backspace")
	formNext     = bind("Enter", "key.cooperation-next", "enter")
	formPartners = bind("Enter", "key.cooperation-partners", "enter")
	formEvidence = bind("Enter", "key.cooperation-evidence", "enter")
	formTopic    = bind("Tab", "key.cooperation-topic", "tab")
	formStand    = bind("r", "key.cooperation-stand", "r", "f8")
)

// Init does nothing: the field came with the screen.
func (f *cooperationForm) Init() tea.Cmd { return nil }

// Update takes the keys, and what changed elsewhere.
func (f *cooperationForm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return f, f.press(msg)
	case refreshMsg, bookReadMsg:
		f.weigh()
	}
	return f, nil
}

func (f *cooperationForm) field() *assess.Cooperation { return f.book.field(f.id) }

// weigh finds where the region stands.
func (f *cooperationForm) weigh() {
	if c := f.field(); c != nil {
		f.stand = c.Position()
	}
}

// question is that of the selected row; none in the row of the partners.
func (f *cooperationForm) question() (q assess.CooperationQuestion, ok bool) {
	if f.at == 0 {
		return q, false
	}
	return assess.CooperationQuestions[f.at-1], true
}

func (f *cooperationForm) press(msg tea.KeyPressMsg) tea.Cmd {
	if f.field() == nil || key.Matches(msg, keyBack) {
		return f.close()
	}
	q, asked := f.question()
	switch {
	case key.Matches(msg, formStand):
		return f.open(newCooperationResult(f.book, f.id))
	case key.Matches(msg, formTopic), msg.String() == "shift+tab":
		f.toTopic(msg.String() == "tab")
		return nil
	case key.Matches(msg, formNext):
		return f.enter(q)
	case asked && key.Matches(msg, formUnknown):
		return f.set(q, "")
	case asked && (msg.String() == "left" || msg.String() == "right" || msg.String() == "space"):
		return f.change(q, msg.String() != "left")
	}
	if choice, ok := chosenBy(q, msg.String()); asked && ok {
		cmd := f.set(q, choice)
		f.at = min(f.at+1, f.rows()-1)
		return cmd
	}
	f.at = moved(msg, f.at, f.rows(), 8)
	return nil
}

func (f *cooperationForm) rows() int { return len(assess.CooperationQuestions) + 1 }

// chosenBy is the choice that a digit stands for: its own where choices are
// numbers, else its place from 1.
func chosenBy(q assess.CooperationQuestion, digit string) (choice string, ok bool) {
	n, err := strconv.Atoi(digit)
	switch {
	case err != nil:
		return "", false
	case len(q.Choices) > 0 && q.Choices[0] == "0":
		return digit, slices.Contains(q.Choices, digit)
	case n < 1 || n > len(q.Choices):
		return "", false
	}
	return q.Choices[n-1], true
}

// enter opens what lies behind a row: the partners, the evidence of an arrangement.
// Elsewhere it goes on, and from the last row to the first.
func (f *cooperationForm) enter(q assess.CooperationQuestion) tea.Cmd {
	switch {
	case f.at == 0:
		return f.open(newCooperationPartners(f.book, f.id))
	case q.Part == assess.ArrangementsTopic:
		return f.open(newCooperationEvidence(f.book, f.id, q.ID))
	}
	f.at = (f.at + 1) % f.rows()
	return nil
}

// toTopic goes to the first row of the next topic, or of the one before; around
// the ends.
func (f *cooperationForm) toTopic(onward bool) {
	starts := []int{0}
	for i, q := range assess.CooperationQuestions {
		if i == 0 || q.Part != assess.CooperationQuestions[i-1].Part {
			starts = append(starts, i+1)
		}
	}
	here := 0
	for i, start := range starts {
		if start <= f.at {
			here = i
		}
	}
	step := 1
	if !onward {
		step = len(starts) - 1
	}
	f.at = starts[(here+step)%len(starts)]
}

// change takes the next choice, or the one before; unknown lies between the last
// and the first.
func (f *cooperationForm) change(q assess.CooperationQuestion, onward bool) tea.Cmd {
	choices := append([]string{""}, q.Choices...)
	step := 1
	if !onward {
		step = -1
	}
	return f.set(q, next(choices, f.field().Answer(q.ID), step))
}

func (f *cooperationForm) set(q assess.CooperationQuestion, choice string) tea.Cmd {
	f.field().Set(q.ID, choice)
	f.weigh()
	return f.book.keep()
}

// Subject is the session.
func (f *cooperationForm) Subject() (Store, string) { return f.book.store, f.book.id }

// Header is that of the session.
func (f *cooperationForm) Header() assess.Header { return f.book.header() }

// Title names the field.
func (f *cooperationForm) Title(l Look) string { return fieldTitle(l, f.field()) }

func fieldTitle(l Look, c *assess.Cooperation) string {
	if c == nil {
		return l.T("cooperation.title")
	}
	return l.T("cooperation.title") + ": " + l.Words.CooperationField(c.Field)
}
