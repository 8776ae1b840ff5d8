package ui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// revote is the second round of one item, person by person: the laptop goes
// round, each enters the own code and answers this item again. Nobody sees what
// anybody has answered, neither others nor the own first answer, and only the
// facilitator leads back to the talk.
type revote struct {
	turn
	t       *talk
	session *assess.Session
	point   *point
	code    textinput.Model
	who     string // code of the person who answers; empty while it is asked for
	cursor  int    // selected choice; -1 for none
	saving  bool
	voted   map[string]bool // codes that have answered again, by their spelling in the session
}

type revotedMsg struct {
	screen *revote
	err    error
}

func newRevote(t *talk) *revote {
	d, p := t.discussion, t.point()
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 60
	in.SetVirtualCursor(false)
	r := &revote{t: t, session: d.session, point: p, code: in, cursor: -1, voted: map[string]bool{}}
	for i := range d.session.Respondents {
		who := &d.session.Respondents[i]
		r.voted[who.ID] = who.Entry(p.item.ID, 2).Answer.Kind != assess.Unanswered
	}
	return r
}

var (
	revoteGo     = bind("Enter", "key.revote-begin", "enter")
	revoteSave   = bind("Enter", "key.revote-save", "enter")
	revoteCancel = bind("Esc", "key.revote-cancel", "esc")
	revoteSelect = bind("↑↓", "key.revote-select", "")
)

// Init begins with the code. The PINs that were given leave the keyring: the
// facilitator no longer has the laptop.
func (r *revote) Init() tea.Cmd {
	r.t.opt.keys.drop()
	return r.code.Focus()
}

// ask lets nobody but the facilitator go on, as between the people of the first
// round; but behind it lie the answers of all.
func (r *revote) ask(then tea.Msg) Screen {
	if then == (quitMsg{}) || r.session.Locked {
		return newHandover(newHub(r.t.store, r.t.opt, r.t.id), r.session).ask(then)
	}
	return newConfirm(confirmation{
		title: "revote.back", question: "revote.back-question", yes: "handover.back-yes", no: "handover.stay",
		act: func() tea.Msg { return then },
	})
}

// Update takes the code, the answer and whether it is saved.
func (r *revote) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case revotedMsg:
		if msg.screen == r {
			return r, r.done(msg.err)
		}
	case tea.KeyPressMsg:
		switch {
		case r.saving:
			return r, nil
		case r.who != "":
			return r, r.press(msg)
		case key.Matches(msg, keyFacilitator):
			return r, r.open(r.ask(returnMsg{r.t}))
		case key.Matches(msg, revoteGo):
			return r, r.begin()
		}
		return r, r.typed(msg)
	case tea.PasteMsg:
		if r.who == "" {
			return r, r.typed(msg)
		}
	}
	return r, nil
}

func (r *revote) typed(msg tea.Msg) (cmd tea.Cmd) {
	r.code, cmd = r.code.Update(msg)
	return cmd
}

// begin lets the person with the code answer, once.
func (r *revote) begin() tea.Cmd {
	typed := r.code.Value()
	if strings.TrimSpace(typed) == "" {
		return notice("revote.code-missing")
	}
	for i := range r.session.Respondents {
		id := r.session.Respondents[i].ID
		switch {
		case !assess.SameCode(id, typed):
		case r.voted[id]:
			return notice("revote.already")
		default:
			r.who, r.cursor = id, -1
			r.code.Reset()
			return nil
		}
	}
	return notice("revote.code-unknown")
}

func (r *revote) levels() int { return len(r.point.item.Anchors) }

// press selects an answer and saves the selected one: a slip of the finger can
// be seen before it counts.
func (r *revote) press(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= r.levels() {
		r.cursor = n - 1
		return nil
	}
	switch k {
	case "esc":
		r.who = ""
		return r.code.Focus()
	case "0":
		r.cursor = r.levels()
	case "-":
		r.cursor = r.levels() + 1
	case "up":
		r.cursor = max(r.cursor-1, 0)
	case "down":
		r.cursor = min(r.cursor+1, r.levels()+1)
	case "enter":
		if r.cursor < 0 {
			return notice("questionnaire.choose-first")
		}
		r.saving = true
		return r.save
	}
	return nil
}

// answer is the answer that is selected.
func (r *revote) answer() assess.Answer {
	switch r.cursor {
	case r.levels():
		return assess.Answer{Kind: assess.DontKnow}
	case r.levels() + 1:
		return assess.Answer{Kind: assess.Inapplicable}
	}
	return assess.At(r.cursor + 1)
}

// save brings the answer to disk, beside the one of the first round.
func (r *revote) save() tea.Msg {
	e := assess.Entry{Item: r.point.item.ID, Round: 2, Answer: r.answer()}
	return revotedMsg{r, r.t.store.Save(r.t.opt.context(), r.session.ID, r.who, "", e)}
}

// done goes on to the next person, or leaves the answer selected if it could not
// be saved.
func (r *revote) done(err error) tea.Cmd {
	r.saving = false
	if err != nil {
		return fail(err)
	}
	r.voted[r.who] = true
	r.who, r.cursor = "", -1
	r.leave(ownLookMsg{}) // the next person begins in the facilitator's language
	return tea.Batch(r.code.Focus(), notice("revote.saved"))
}

// Unsaved is the answer that is on its way to disk.
func (r *revote) Unsaved() int {
	if r.saving {
		return 1
	}
	return 0
}

// Typing reports whether keys belong to the code.
func (r *revote) Typing() bool { return r.who == "" }

// Keys of the code, or of the answer.
func (r *revote) Keys() []key.Binding {
	if r.who == "" {
		return []key.Binding{revoteGo, keyLanguage, keyFacilitator}
	}
	levels := keyLevels
	levels.SetHelp("1–"+strconv.Itoa(r.levels()), "key.revote-select")
	return []key.Binding{levels, revoteSave, keyDontKnow, keyNone, revoteSelect, revoteCancel}
}

// Title names the round.
func (r *revote) Title(l Look) string { return l.T("revote.title", "item", r.point.number) }

// count is how many people have answered again.
func (r *revote) count() int {
	n := 0
	for _, yes := range r.voted {
		if yes {
			n++
		}
	}
	return n
}

// View asks for the code, or shows the item to the one whose code it is.
func (r *revote) View(l Look, width, height int) string {
	if r.who == "" {
		field := r.code
		field.SetWidth(width - 3)
		return fit(r.prompt(l, width)+"\n\n"+l.Key.Render(l.Pointer)+" "+field.View(), width, height)
	}
	text := l.Title.Render(wrap(l.Words.Text(r.point.item.Text, r.session.Unit), width)) + "\n" +
		l.Muted.Render(wrap(l.T("revote.private"), width)) + "\n"
	for i, anchor := range r.point.item.Anchors {
		text += "\n" + r.choice(l, i, strconv.Itoa(i+1), l.Words.Text(anchor, r.session.Unit), width)
	}
	text += "\n" + r.choice(l, r.levels(), "0", l.T("answer.dont-know"), width) +
		"\n" + r.choice(l, r.levels()+1, "-", l.T("answer.inapplicable"), width)
	return fit(text, width, height)
}

// prompt says what to type, without anybody's name.
func (r *revote) prompt(l Look, width int) string {
	id := "revote.ask-code"
	if r.session.Identity == assess.Named {
		id = "revote.ask-name"
	}
	return l.Title.Render(l.T("revote.done", "done", r.count(), "people", len(r.voted))) + "\n" + wrap(l.T(id), width)
}

func (r *revote) choice(l Look, i int, label, text string, width int) string {
	if i == r.cursor {
		text = l.Title.Render(text)
	}
	return hanging(pointer(l, i == r.cursor)+l.Key.Render(label)+" ", text, width)
}

// Cursor stands in the code.
func (r *revote) Cursor(l Look, width, _ int) *tea.Cursor {
	c := r.code.Cursor()
	if r.who != "" || c == nil {
		return nil
	}
	c.X += 2
	c.Y += lines(r.prompt(l, width)) + 1
	return c
}
