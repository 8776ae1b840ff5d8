package ui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// hub is from where the facilitator leads a group session. While people answer it
// shows who is done, and nothing of what anybody said.
type hub struct {
	turn
	store   Store
	opt     Options
	id      string
	session *assess.Session
	waits   int               // actions of the last plan that nobody has answered
	finds   *assess.Detection // what a comparison with the session before will be able to find; nil once somebody answers
	at      int
	freely  bool // the laptop goes round without a PIN
}

type hubMsg struct {
	screen  *hub
	session *assess.Session
	waits   int
	finds   *assess.Detection
}

func newHub(store Store, opt Options, id string) *hub { return &hub{store: store, opt: opt, id: id} }

// Init reads the session.
func (h *hub) Init() tea.Cmd { return h.load }

// Loading reports that the session is not read yet.
func (h *hub) Loading() bool { return h.session == nil }

func (h *hub) load() tea.Msg {
	s, err := h.store.Session(h.opt.context(), h.id)
	if err != nil {
		return failMsg{err}
	}
	waits, err := waiting(h.opt.context(), h.store, s)
	if err != nil {
		return failMsg{err}
	}
	msg := hubMsg{screen: h, session: s, waits: waits}
	if s.Collecting() && len(s.Respondents) == 0 && raised(s) == 0 {
		before, err := h.store.Earlier(h.opt.context(), h.id)
		if err != nil {
			return failMsg{err}
		}
		msg.finds = detection(s, before)
	}
	return msg
}

// detection says what a group of the expected size will be able to find against
// the session before, or at its next session where there was none; nil where the
// size is not known.
func detection(s, before *assess.Session) *assess.Detection {
	n, sd := s.Expected, assess.Unknown(assess.TooFew)
	if before != nil && before.Method == assess.GroupMethod {
		r := before.Score()
		sd = r.TypicalSD()
		if n == 0 {
			n = r.Voices
		}
	}
	if n == 0 {
		return nil
	}
	d := assess.Detect(n, sd, assess.Unknown(assess.TooFew))
	return &d
}

// Update takes the session that was read, and the keys.
func (h *hub) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case hubMsg:
		if msg.screen == h {
			h.session, h.waits, h.finds = msg.session, msg.waits, msg.finds
			h.at = min(h.at, len(h.acts())-1)
		}
	case refreshMsg:
		return h, h.load
	case tea.KeyPressMsg:
		return h, h.press(msg)
	}
	return h, nil
}

func (h *hub) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyBack) {
		return h.close()
	}
	if h.session == nil {
		return nil
	}
	acts := h.acts()
	if key.Matches(msg, keyChoose) {
		return acts[h.at].do()
	}
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(acts) {
		h.at = n - 1
		return acts[h.at].do()
	}
	for i, a := range acts {
		if key.Matches(msg, a.key) {
			h.at = i
			return a.do()
		}
	}
	h.at = step(msg.String(), h.at, len(acts))
	return nil
}

// An act is one thing that the facilitator can do now.
type act struct {
	key  key.Binding
	text string // id of the message
	do   func() tea.Cmd
}

var (
	keyLastPlan     = bind("r", "key.last-plan", "r")
	keyPass         = bind("F5", "key.pass", "f5")
	keyPaper        = bind("F6", "key.paper", "f6")
	keyHands        = bind("F7", "key.hands", "f7")
	keyReveal       = bind("F8", "key.open-answers", "f8")
	keyTalkOver     = bind("F8", "key.talk-over", "f8")
	keyPractice     = bind("l", "key.practice", "l")
	keyParticipants = bind("F9", "key.participants", "f9")
	keyPIN          = bind("F10", "key.pin", "f10")
	keyEnd          = bind("s", "key.end-session", "s")
	keySeeResults   = bind("F4", "key.results", "f4")
	keyImportHere   = bind("F11", "key.import-here", "f11")
	keyPapersHere   = bind("F12", "key.papers", "f12")
	keyActs         = bind("1–7", "key.acts", "")
)

// acts are what can be done in the state of the session. What became of the last plan
// is asked first, until it is answered.
func (h *hub) acts() []act {
	if h.waits == 0 {
		return h.work()
	}
	return append([]act{{keyLastPlan, "workshop.last-plan", h.lastPlan}}, h.work()...)
}

// work are the acts of the session itself.
func (h *hub) work() []act {
	care := []act{{keyParticipants, "workshop.participants", h.participants}, {keyPIN, "workshop.pin", h.pin}}
	if h.session.Collecting() {
		return slices.Concat([]act{
			{keyPass, "workshop.pass", h.pass},
			{keyPaper, "workshop.paper", h.paper},
			{keyHands, "workshop.hands", h.hands},
		}, care, []act{{keyReveal, "workshop.reveal", h.reveal}, {keyEnd, "workshop.end", h.end},
			{keyPractice, "workshop.practice", h.practice}}, h.files())
	}
	seen := append([]act{{keyTalkOver, "workshop.talk", h.talk}, {keySeeResults, "workshop.results", h.results}}, h.files()...)
	if h.session.Status == assess.Open {
		care = append(care, act{keyEnd, "workshop.end", h.end})
	}
	return append(seen, care...)
}

// files are what can be done with files: answers of other laptops come in while the
// group still answers, and papers leave.
func (h *hub) files() []act {
	if h.opt.Exchange == nil {
		return nil
	}
	out := []act{{keyPapersHere, "workshop.papers", h.papers}}
	if h.session.Collecting() {
		out = append([]act{{keyImportHere, "workshop.import", h.importing}}, out...)
	}
	return out
}

// Header is that of the session.
func (h *hub) Header() assess.Header {
	if h.session == nil {
		return assess.Header{ID: h.id, Method: assess.GroupMethod, Status: assess.Open}
	}
	return h.session.Header
}

// Subject is the session that is led.
func (h *hub) Subject() (Store, string) { return h.store, h.id }

// Keys are those of what can be done.
func (h *hub) Keys() []key.Binding {
	if h.session == nil {
		return []key.Binding{keyBack}
	}
	acts := h.acts()
	digits := keyActs
	digits.SetHelp("1–"+strconv.Itoa(min(len(acts), 9)), "key.acts")
	keys := []key.Binding{keyChoose, digits}
	for _, a := range acts {
		keys = append(keys, a.key)
	}
	return append(keys, keyBack)
}

// Title names the session.
func (h *hub) Title(l Look) string {
	if h.session == nil {
		return l.T("workshop.title")
	}
	return l.T("workshop.title") + ": " + oneLine(h.session.Title)
}
