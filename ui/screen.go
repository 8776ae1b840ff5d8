package ui

import (
	"context"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
	"luwes/ui/theme"
)

// A Look is how things are shown at the moment: the words and the theme. Both
// can change between two views.
type Look struct {
	*theme.Theme
	Words *locale.Words
}

// T is the message with an id in the language of the moment.
func (l Look) T(id string, pairs ...any) string { return l.Words.T(id, pairs...) }

// A Screen is one screen of the program. It knows nothing of the others: it
// returns the messages of this file to open another, to close itself or to tell
// of an error.
//
// View only reads; what touches the store or takes time is a command. Its text
// has at most height lines of at most width cells.
type Screen interface {
	Init() tea.Cmd
	Update(tea.Msg) (Screen, tea.Cmd)
	View(look Look, width, height int) string
	// Title names the screen in the header.
	Title(Look) string
	// Keys are the keys that do something now, the most useful first. The help
	// text of each is the id of a message.
	Keys() []key.Binding
	// handOver gives what the screen has left in its turn.
	handOver() []tea.Msg
}

// A typist is a screen with a text field: while it reports true, the keys of a
// text belong to the field.
type typist interface{ Typing() bool }

// A keeper is a screen that may hold answers which are not yet on disk.
type keeper interface{ Unsaved() int }

// A lastKeeper is a keeper that can save without anybody hearing of it any more.
type lastKeeper interface{ lastSave(context.Context) }

// A subject is a screen that is about one session.
type subject interface {
	Subject() (store Store, session string)
}

// A headed screen knows the header of the session that it is about, so that the
// App can tell at the press of a key whether its results may be shown.
type headed interface{ Header() assess.Header }

// A warden stands between the people of a group. While one is on the stack, it
// and what lies above it are in the hands of somebody who is not the facilitator,
// and nothing leads away from there. Whoever wants to leave the program is asked
// by the screen that ask returns; after it the message follows.
type warden interface{ ask(then tea.Msg) Screen }

// A pointed screen shows the terminal's cursor, counted from the upper left cell
// of its own view of the given size; nil hides it.
type pointed interface {
	Cursor(look Look, width, height int) *tea.Cursor
}

type (
	openMsg    struct{ screen Screen }                  // open a screen on top
	replaceMsg struct{ screen Screen }                  // close the top screen and open another
	closeMsg   struct{}                                 // close the screen that leaves it, wherever it lies
	failMsg    struct{ err error }                      // tell of an error on the error line
	noticeMsg  struct{ text func(Look) string }         // say something on the same line
	refreshMsg struct{ from string }                    // what the store holds has changed; from is the session that the person comes from
	insteadMsg struct{ of, by Screen }                  // close a screen, wherever it lies, and open another in its place
	returnMsg  struct{ to Screen }                      // close every screen above one, and say nothing more of them
	spokenMsg  struct{ do func(*locale.Words) tea.Cmd } // go on with a command that needs the language of the moment
	ownLookMsg struct{}                                 // bring back the language and the colours of the facilitator
	forgetMsg  struct{}                                 // drop the keys that wait: what they were typed for does not come
	partingMsg struct{}                                 // the program is about to be left: save what is only on the screen
)

func refresh() tea.Msg { return refreshMsg{} }

// A turn is where a screen leaves what must happen before the next key is read:
// opening another screen, or closing itself. A command comes too late for that.
// Commands run beside the keys, and a key typed fast would still go to the screen
// that the person has left in mind. Every screen embeds a turn.
type turn struct{ left []tea.Msg }

// open opens a screen on top; close closes this one and goes on with the messages
// that follow. Both return no command, so that they can stand where one is returned.
func (t *turn) open(s Screen) tea.Cmd { return t.leave(openMsg{s}) }
func (t *turn) close(then ...tea.Msg) tea.Cmd {
	return t.leave(append([]tea.Msg{closeMsg{}}, then...)...)
}

// spoken goes on with a command that needs the language of the moment.
func (t *turn) spoken(do func(*locale.Words) tea.Cmd) tea.Cmd { return t.leave(spokenMsg{do}) }

func (t *turn) leave(msgs ...tea.Msg) tea.Cmd {
	t.left = append(t.left, msgs...)
	return nil
}

// handOver gives what was left, once.
func (t *turn) handOver() []tea.Msg {
	left := t.left
	t.left = nil
	return left
}

// notice says the message with an id on the line at the foot.
func notice(id string, pairs ...any) tea.Cmd {
	return func() tea.Msg { return noticeMsg{func(l Look) string { return l.T(id, pairs...) }} }
}

func fail(err error) tea.Cmd { return func() tea.Msg { return failMsg{err} } }
