package ui

import (
	"errors"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// refusal lists everything for which a file was not taken in, with its place, so
// that the file can be mended in one go.
type refusal struct {
	turn
	path string
	err  error
	head string // id of the message above the list
	at   int
	n    int // problems
}

func newRefusal(path string, err error) *refusal {
	r := &refusal{path: path, err: err, head: "refusal.nothing-saved"}
	var all assess.Problems
	if errors.As(err, &all) {
		// a file that says otherwise what is saved is not wrong for that
		if head := map[string]string{"import-differs": "refusal.differs", "merge-conflict": "refusal.conflict"}[all[0].Code]; head != "" {
			r.head, r.err = head, all[1:]
		}
	}
	r.n = problemCount(r.err)
	return r
}

// Init has nothing to read.
func (r *refusal) Init() tea.Cmd { return nil }

// Update scrolls.
func (r *refusal) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		if key.Matches(k, keyBack) || key.Matches(k, keyChoose) {
			return r, r.close()
		}
		r.at = step(k.String(), r.at, r.n)
	}
	return r, nil
}

// Keys of a list.
func (r *refusal) Keys() []key.Binding { return []key.Binding{keyBack, listMove, listStart, listEnds} }

// Title says what the list is of.
func (r *refusal) Title(l Look) string {
	return l.T("refusal.title", "file", oneLine(filepath.Base(r.path)))
}

// View draws a problem on a line or more, each with its hint the first time that it
// is given.
func (r *refusal) View(l Look, width, height int) string {
	head := wrap(l.Words.N(r.head, r.n), width) + "\n"
	said := map[string]bool{}
	var blocks []string
	for i, m := range l.Words.Error(r.err) {
		lead := "  "
		if i == r.at {
			lead = l.Key.Render(l.Pointer) + " "
		}
		text := strings.TrimLeft(indent(wrap(sentence(m.Sentence), width-2), 2), " ")
		if m.Hint != "" && !said[m.Hint] {
			said[m.Hint] = true
			text += "\n" + under(l, m.Hint, 4, width)
		}
		blocks = append(blocks, lead+text)
	}
	return head + "\n" + scroll(l, blocks, r.at, width, height-3)
}

// problemCount is how many problems an error carries.
func problemCount(err error) int {
	var all assess.Problems
	if errors.As(err, &all) {
		return len(all)
	}
	return 1
}
