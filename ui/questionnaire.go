package ui

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// questionnaire asks one item a screen. A digit answers, saves and moves on.
type questionnaire struct {
	turn
	store Store
	opt   Options
	id    string

	person string    // code of the respondent; empty for the one voice of a session
	hand   *handover // to which the laptop goes back; nil where nobody else answers

	session *assess.Session
	me      int // place of the respondent in the session
	asked   *assess.Instrument
	items   []question
	earlier *assess.Session    // the same place before, or nil
	past    *assess.Respondent // the same voice then, or nil

	at     int // the item on the screen
	cursor int // the selected choice; -1 before anything is selected
	undos  []undo
	saver  *saver
	round  int
	gone   bool // the person is giving the laptop back
}

// A question is one item with its section.
type question struct {
	item   *assess.Item
	scale  *assess.Scale
	number int // within its scale, from 1
}

// An undo is what an item held before it was changed.
type undo struct {
	at    int
	entry assess.Entry
}

type questionnaireMsg struct {
	screen  *questionnaire
	puts    int // how often something had been answered when the reading began
	session *assess.Session
	earlier *assess.Session
	waits   int // actions of the last plan that nobody has answered, as long as nobody has begun here
}

// jumpMsg sends a questionnaire to an item.
type jumpMsg struct {
	screen *questionnaire
	at     int
}

func newQuestionnaire(store Store, opt Options, id string) *questionnaire {
	return &questionnaire{store: store, opt: opt, id: id, round: 1, cursor: -1}
}

// Init reads the session and the one before it.
func (q *questionnaire) Init() tea.Cmd { return q.load() }

// Loading reports that the session is not read yet.
func (q *questionnaire) Loading() bool { return q.session == nil }

func (q *questionnaire) load() tea.Cmd {
	puts := q.puts()
	return func() tea.Msg {
		s, err := q.store.Session(q.opt.context(), q.id)
		if err != nil {
			return failMsg{err}
		}
		earlier, err := q.store.Earlier(q.opt.context(), q.id)
		if err != nil {
			return failMsg{err}
		}
		waits := 0
		if q.person == "" && !begun(s) {
			waits, err = waiting(q.opt.context(), q.store, s)
		}
		if err != nil {
			return failMsg{err}
		}
		return questionnaireMsg{q, puts, s, earlier, waits}
	}
}

// begun reports whether the one voice of a session has been at an item.
func begun(s *assess.Session) bool { return len(s.Respondents) > 0 && s.Respondents[0].Place != "" }

// puts is how often something was answered here.
func (q *questionnaire) puts() int {
	if q.saver == nil {
		return 0
	}
	return q.saver.puts
}

// Update handles what the store answers and what the person presses.
func (q *questionnaire) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case questionnaireMsg:
		if msg.screen == q {
			return q, q.take(msg)
		}
	case jumpMsg:
		if msg.screen == q {
			return q, q.goTo(msg.at)
		}
	case refreshMsg:
		if q.Unsaved() == 0 {
			return q, q.load()
		}
	case partedMsg:
		if msg.screen == q {
			return q, q.parted(msg)
		}
	case tea.KeyPressMsg:
		if q.session != nil {
			return q, q.press(msg)
		}
		if key.Matches(msg, keyBack) {
			return q, q.unread()
		}
	default:
		if q.saver != nil {
			return q, q.saver.update(msg)
		}
	}
	return q, nil
}

// unread leads away from a session that cannot be read: in a group the laptop goes
// back, and the person can go on later.
func (q *questionnaire) unread() tea.Cmd {
	if q.hand == nil {
		return q.close()
	}
	return q.turn.leave(q.hand.part(unfinished))
}

// take shows a session that was read. At the first time it goes to the item
// where the person was, and says so; later it keeps the place.
func (q *questionnaire) take(msg questionnaireMsg) tea.Cmd {
	switch { // what was typed meanwhile is newer
	case q.Unsaved() > 0:
		return nil
	case msg.puts != q.puts():
		return q.load()
	}
	me := slices.IndexFunc(msg.session.Respondents, func(r assess.Respondent) bool { return r.ID == q.person })
	if q.person == "" {
		me = 0
		if len(msg.session.Respondents) == 0 {
			msg.session.Respondents = []assess.Respondent{{ID: soleRespondent}}
		}
	}
	if me < 0 { // erased meanwhile by another program: what is on the screen stays
		return nil
	}
	first := q.session == nil
	q.session, q.me, q.earlier = msg.session, me, msg.earlier
	q.past = q.before()
	q.asked = q.session.Asked()
	q.items = questions(q.asked)
	if !first {
		return nil
	}
	q.saver = &saver{store: q.store, opt: q.opt, session: q.id, respondent: q.who().ID}
	if msg.waits > 0 { // what became of the last plan is asked first, of one that nobody has begun
		q.point()
		return tea.Batch(q.start(), q.open(newPlan(q.store, q.opt, q.id)), notice("plan.asked-at-start"))
	}
	return q.resume()
}

// before is the voice of the earlier session that may be shown here: the one of a
// session without others, or in a group the person with the same personal code.
// A name is no secret, so that whoever typed it would see what another had said;
// and nobody is the same person in an anonymous session.
func (q *questionnaire) before() *assess.Respondent {
	if q.earlier == nil {
		return nil
	}
	people := q.earlier.Respondents
	group := q.earlier.Method == assess.GroupMethod
	switch {
	case q.hand == nil && !group && len(people) == 1:
		return &people[0]
	case q.hand == nil || !group || q.session.Identity != assess.Coded || q.earlier.Identity != assess.Coded:
		return nil
	}
	for i := range people {
		if assess.SameCode(people[i].ID, q.person) {
			return &people[i]
		}
	}
	return nil
}

func questions(in *assess.Instrument) []question {
	var out []question
	for i := range in.Scales {
		s := &in.Scales[i]
		for j := range s.Items {
			out = append(out, question{&s.Items[j], s, j + 1})
		}
	}
	return out
}

// resume goes to the item where the person was, and says so.
func (q *questionnaire) resume() tea.Cmd {
	place := q.who().Place
	for i, it := range q.items {
		if it.item.ID == place {
			q.at = i
		}
	}
	q.point()
	if place == "" {
		return tea.Batch(q.start(), q.begin())
	}
	return notice("questionnaire.resumed", "number", q.at+1, "count", len(q.items))
}

// start remembers that somebody has been at the first item.
func (q *questionnaire) start() tea.Cmd {
	q.saver.at(q.item().ID)
	return q.saver.send()
}

// begin says, where there is an earlier session, what of it is here.
func (q *questionnaire) begin() tea.Cmd {
	if q.past == nil || q.touched() > 0 {
		return nil
	}
	date, year := q.session.Date, yearOf(q.earlier.Date)
	return func() tea.Msg {
		return noticeMsg{func(l Look) string { return l.T("questionnaire.begin", "date", l.Words.Date(date), "year", year) }}
	}
}

func (q *questionnaire) who() *assess.Respondent { return &q.session.Respondents[q.me] }
func (q *questionnaire) item() *assess.Item      { return q.items[q.at].item }
func (q *questionnaire) entry() assess.Entry     { return q.who().Entry(q.item().ID, q.round) }

// choices is the number of things that can be selected: the levels, "don't know"
// and "not applicable".
func (q *questionnaire) choices() int { return q.asked.Levels + 2 }

// answerAt is the answer that a choice stands for.
func (q *questionnaire) answerAt(choice int) assess.Answer {
	switch choice {
	case q.asked.Levels:
		return assess.Answer{Kind: assess.DontKnow}
	case q.asked.Levels + 1:
		return assess.Answer{Kind: assess.Inapplicable}
	}
	return assess.At(choice + 1)
}

// choiceOf is the choice of an answer; -1 for none.
func (q *questionnaire) choiceOf(a assess.Answer) int {
	for c := range q.choices() {
		if q.answerAt(c) == a {
			return c
		}
	}
	return -1
}

// point puts the cursor on the answer that is there. Nothing is selected before
// the first answer, so that Enter alone never answers.
func (q *questionnaire) point() { q.cursor = q.choiceOf(q.entry().Answer) }

func (q *questionnaire) goTo(at int) tea.Cmd {
	q.at = max(min(at, len(q.items)-1), 0)
	q.point()
	q.saver.at(q.item().ID)
	return q.saver.send()
}

// Unsaved is the number of answers that are not on disk.
func (q *questionnaire) Unsaved() int {
	if q.saver == nil {
		return 0
	}
	return q.saver.unsaved()
}

// lastSave saves the answers that are not on disk when the program ends.
func (q *questionnaire) lastSave(ctx context.Context) {
	if q.saver != nil {
		q.saver.lastSave(ctx)
	}
}

// Header is that of the session.
func (q *questionnaire) Header() assess.Header {
	if q.session == nil {
		return assess.Header{ID: q.id}
	}
	return q.session.Header
}

// Subject is the session that is being answered.
func (q *questionnaire) Subject() (Store, string) { return q.store, q.id }
