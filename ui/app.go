package ui

import (
	"slices"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
	"luwes/ui/theme"
)

// The smallest window in which every screen can be used.
const (
	minWidth  = 60
	minHeight = 20
)

// An App is the root of the program. It owns the size, the look, the line for
// errors, the menu of keys and the stack of screens, and nothing else: keys go
// to the top screen, every other message to all screens, so that a late answer
// finds the screen that asked.
type App struct {
	opt           Options
	look          Look
	width, height int
	stack         []Screen
	menu          *menu // open menu of keys, or nil
	keyLine       keyLine
	status        func(Look) string
	failed        bool      // the status tells of an error
	quitting      bool      // waiting for the last answer to reach the disk
	first         tea.Cmd   // what the first screen begins with, if it is under way
	checked       bool      // the whole database has been looked through
	own           Look      // the facilitator's, while the laptop goes round
	asked         Screen    // asks whether the program may be left while it does
	held          []tea.Msg // keys that wait for the top screen to be read
}

type (
	quitMsg struct{}
	pollMsg struct {
		changed bool
		err     error
	}
)

func quit() tea.Msg { return quitMsg{} }

// NewApp returns the program with its first screen on the stack.
func NewApp(opt Options) *App {
	opt.keys = newKeyring()
	a := &App{opt: opt, look: Look{theme.New(opt.Theme, opt.ASCII), locale.For(opt.Lang)}}
	a.stack = []Screen{newSessions(opt.Store, opt, false)}
	return a
}

// Init starts the first screen and the watch over the database, and tells what
// is to be known at the start.
func (a *App) Init() tea.Cmd {
	if len(a.opt.Warnings) > 0 {
		a.tell(a.opt.Warnings[0])
	}
	first := a.first
	if first == nil {
		first = a.top().Init()
	}
	return tea.Batch(first, a.poll())
}

// prime begins to load the first screen while the terminal is still being set up,
// so that the first frame is complete.
func (a *App) prime() {
	load := a.top().Init()
	loaded := make(chan tea.Msg, 1)
	go func() { loaded <- load() }()
	a.first = func() tea.Msg { return <-loaded }
}

// check looks through the database in the background, once, when the start is
// over.
func (a *App) check() tea.Cmd {
	if a.opt.Check == nil || a.checked {
		return nil
	}
	a.checked = true
	return func() tea.Msg {
		if err := a.opt.Check(a.opt.context()); err != nil {
			return failMsg{err}
		}
		return nil
	}
}

func (a *App) top() Screen { return a.stack[len(a.stack)-1] }

// poll asks the store, after a while, what has happened to its file.
func (a *App) poll() tea.Cmd {
	if a.opt.PollEvery == 0 {
		return nil
	}
	return tea.Tick(a.opt.PollEvery, func(time.Time) tea.Msg {
		changed, err := a.opt.Store.Poll(a.opt.context())
		return pollMsg{changed, err}
	})
}

// Update handles what concerns the whole program and hands on the rest.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if a.ahead(msg) {
		a.held = append(a.held, msg)
		return a, nil
	}
	cmd := tea.Batch(a.handle(msg), a.catchUp())
	if a.quitting && a.unsaved() == 0 {
		return a, tea.Quit
	}
	return a, cmd
}

func (a *App) handle(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.width, a.height = msg.Width, msg.Height
		return a.toAll(msg)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg, tea.PasteStartMsg, tea.PasteEndMsg:
		return a.toTop(msg)
	case openMsg:
		a.say(nil)
		return a.push(msg.screen)
	case replaceMsg:
		return a.exchange(insteadMsg{a.top(), msg.screen})
	case insteadMsg:
		return a.exchange(msg)
	case returnMsg:
		return a.returnTo(msg.to)
	case spokenMsg:
		return msg.do(a.look.Words)
	case ownLookMsg:
		a.look = a.own
		return nil
	case forgetMsg:
		a.held = nil
		return nil
	case failMsg:
		a.tell(msg.err)
		return nil
	case noticeMsg:
		a.say(msg.text)
		return nil
	case quitMsg:
		return a.quit()
	case pollMsg:
		return a.polled(msg)
	}
	return a.toAll(msg)
}

func (a *App) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyQuit) {
		return a.mayQuit()
	}
	if a.menu != nil {
		return a.pressMenu(msg)
	}
	if a.tooSmall() && !a.typing() {
		return nil
	}
	switch {
	case key.Matches(msg, keyHelp) && (msg.String() != "?" || !a.typing()):
		if !a.failed {
			a.say(nil)
		}
		a.menu = newMenu(append(a.top().Keys(), a.common()...))
		return nil
	case key.Matches(msg, keyLanguage):
		a.look.Words = locale.For(a.look.Words.Other())
		a.say(nil)
		return a.remember()
	case key.Matches(msg, keyTheme):
		a.look.Theme = theme.New(a.look.Theme.Next(), a.opt.ASCII)
		said := "notice.theme"
		if a.opt.NoColor { // else it would seem that the key did nothing
			said = "notice.theme-plain"
		}
		a.say(func(l Look) string { return l.T(said, "theme", l.T("theme."+l.Name)) })
		return a.remember()
	case key.Matches(msg, keyResults) && a.offersResults():
		return a.results()
	}
	if !a.failed || key.Matches(msg, keyBack) {
		a.say(nil)
	}
	return a.toTop(msg)
}

// results opens those of the session that the top screen is about, unless it
// still collects answers; behind a PIN if it has one.
func (a *App) results() tea.Cmd {
	store, id := a.top().(subject).Subject()
	open := func() Screen { return newResults(store, a.opt, id) }
	h, ok := a.top().(headed)
	switch {
	case !ok:
		return a.handle(openMsg{open()})
	case h.Header().Collecting():
		a.say(func(l Look) string { return l.T("workshop.no-results-yet") })
		return nil
	}
	return a.handle(openMsg{guarded(store, a.opt, []assess.Header{h.Header()}, open)})
}

// offersResults reports whether the top screen is about one session, and is not
// its results already.
func (a *App) offersResults() bool {
	s, ok := a.top().(subject)
	if !ok || a.warden() != nil {
		return false
	}
	if _, already := a.top().(*results); already {
		return false
	}
	_, id := s.Subject()
	return id != ""
}

// common are the keys that the App handles itself.
func (a *App) common() []key.Binding {
	if a.warden() != nil {
		return []key.Binding{keyLanguage, keyTheme}
	}
	keys := []key.Binding{keyLanguage, keyTheme, keyQuit}
	if h, ok := a.top().(headed); a.offersResults() && !(ok && h.Header().Collecting()) {
		keys = append([]key.Binding{keyResults}, keys...)
	}
	return keys
}

func (a *App) pressMenu(msg tea.KeyPressMsg) tea.Cmd {
	chosen, done := a.menu.press(msg)
	if done {
		a.menu = nil
	}
	if chosen == "" {
		return nil
	}
	return a.press(press(chosen))
}

// quit leaves once every answer is on disk; asked twice, it leaves at once.
func (a *App) quit() tea.Cmd {
	if a.quitting {
		return tea.Quit
	}
	a.quitting = true
	cmd := a.toAll(partingMsg{})
	if n := a.unsaved(); n > 0 {
		a.say(func(l Look) string { return l.Words.N("notice.unsaved-quit", n) })
		a.failed = true
	}
	return cmd
}

func (a *App) unsaved() int {
	n := 0
	for _, s := range a.stack {
		if k, ok := s.(keeper); ok {
			n += k.Unsaved()
		}
	}
	return n
}

func (a *App) typing() bool {
	t, ok := a.top().(typist)
	return ok && t.Typing()
}

func (a *App) polled(msg pollMsg) tea.Cmd {
	if msg.err != nil {
		a.tell(msg.err)
	}
	if msg.changed || msg.err != nil {
		return tea.Batch(a.poll(), a.check(), refresh)
	}
	return tea.Batch(a.poll(), a.check())
}

// remember keeps the language and the theme for the next start, if they are the
// facilitator's.
func (a *App) remember() tea.Cmd {
	if a.opt.Remember == nil || a.warden() != nil {
		return nil
	}
	lang, name := a.look.Words.Lang(), a.look.Theme.Name
	return func() tea.Msg {
		if err := a.opt.Remember(lang, name); err != nil {
			return failMsg{err}
		}
		return nil
	}
}

func (a *App) toTop(msg tea.Msg) tea.Cmd { return a.to(len(a.stack)-1, msg) }

func (a *App) toAll(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range slices.Clone(a.stack) {
		if i := slices.Index(a.stack, s); i >= 0 { // it may have been closed meanwhile
			cmds = append(cmds, a.to(i, msg))
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) to(i int, msg tea.Msg) tea.Cmd {
	s, cmd := a.stack[i].Update(msg)
	a.stack[i] = s
	cmds := []tea.Cmd{cmd}
	for _, next := range s.handOver() {
		if next == (closeMsg{}) {
			cmds = append(cmds, a.close(s))
			continue
		}
		cmds = append(cmds, a.handle(next))
	}
	return tea.Batch(cmds...)
}

func (a *App) tooSmall() bool {
	return a.width > 0 && (a.width < minWidth || a.height < minHeight)
}
