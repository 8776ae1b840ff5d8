package ui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// practice is one harmless item to learn the keys with. Nothing of it is stored
// or counted.
type practice struct {
	turn
	opt     Options
	point   *point
	answer  assess.Answer
	cursor  int // selected choice; -1 for none
	note    textarea.Model
	writing bool // the person is in the note
}

// newPractice opens the practice item.
func newPractice(opt Options) Screen {
	return &practice{opt: opt, point: practicePoint(), cursor: -1, note: newField("")}
}

// practicePoint is the item that does not count, in both languages.
func practicePoint() *point {
	in := func(id string) assess.Text {
		return assess.Text{ID: locale.For(locale.Indonesian).T(id), EN: locale.For(locale.English).T(id)}
	}
	item := &assess.Item{ID: "practice", Text: in("practice.question")}
	for level := range 5 {
		item.Anchors = append(item.Anchors, in("practice.anchor."+strconv.Itoa(level+1)))
	}
	return &point{item: item, scale: &assess.Scale{Title: in("practice.title")}}
}

// Init does nothing: the item is at hand.
func (p *practice) Init() tea.Cmd { return nil }

// Update takes the keys.
func (p *practice) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		p.note.SetWidth(max(min(msg.Width-8, 100), 20))
		p.note.SetHeight(2)
	case tea.KeyPressMsg:
		if p.writing {
			return p, p.write(msg)
		}
		return p, p.press(msg)
	case tea.PasteMsg:
		if p.writing {
			return p, p.write(msg)
		}
	}
	return p, nil
}

func (p *practice) write(msg tea.Msg) (cmd tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, keyNoteDone) {
		p.writing = false
		p.note.Blur()
		return nil
	}
	p.note, cmd = p.note.Update(msg)
	return cmd
}

func (p *practice) press(msg tea.KeyPressMsg) tea.Cmd {
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(p.point.item.Anchors) {
		return p.choose(n - 1)
	}
	levels := len(p.point.item.Anchors)
	switch {
	case key.Matches(msg, keyBack):
		return p.close()
	case key.Matches(msg, keyDontKnow):
		return p.choose(levels)
	case key.Matches(msg, keyNone):
		return p.choose(levels + 1)
	case key.Matches(msg, keyNote):
		p.writing = true
		return p.note.Focus()
	case key.Matches(msg, keyUndo), key.Matches(msg, keyClear):
		p.answer, p.cursor = assess.Answer{}, -1
	case key.Matches(msg, keyRoom):
		return p.open(newPracticeRoom(p.opt))
	case msg.String() == "up":
		p.cursor = max(p.cursor-1, 0)
	case msg.String() == "down":
		p.cursor = min(p.cursor+1, levels+1)
	case msg.String() == "enter":
		if p.cursor < 0 {
			return notice("questionnaire.choose-first")
		}
		return p.choose(p.cursor)
	}
	return nil
}

func (p *practice) choose(choice int) tea.Cmd {
	p.cursor = choice
	switch choice - len(p.point.item.Anchors) {
	case 0:
		p.answer = assess.Answer{Kind: assess.DontKnow}
	case 1:
		p.answer = assess.Answer{Kind: assess.Inapplicable}
	default:
		p.answer = assess.At(choice + 1)
	}
	return nil
}

// Typing reports whether keys belong to the note.
func (p *practice) Typing() bool { return p.writing }

// Keys are those of the real items.
func (p *practice) Keys() []key.Binding {
	if p.writing {
		return []key.Binding{keyNoteDone}
	}
	return []key.Binding{keyLevels, keyDontKnow, keyNone, keyNote, keyUndo, keyRoom, keyChoice, keyBack}
}

// Title says that it does not count.
func (p *practice) Title(l Look) string { return l.T("practice.title") }

// View draws the item, and says what the last key has done.
func (p *practice) View(l Look, width, height int) string {
	text := p.head(l, width)
	if p.writing || p.note.Value() != "" {
		text += p.note.View()
	}
	return fit(text, width, height)
}

// head is everything above the note; without the note there is more to say.
func (p *practice) head(l Look, width int) string {
	text := l.Muted.Render(wrap(l.T("practice.intro"), width)) + "\n\n" +
		l.Title.Render(wrap(l.Words.Text(p.point.item.Text, ""), width)) + "\n"
	for i, anchor := range p.point.item.Anchors {
		text += "\n" + p.choice(l, i, strconv.Itoa(i+1), assess.At(i+1), l.Words.Text(anchor, ""), width)
	}
	levels := len(p.point.item.Anchors)
	text += "\n" + p.choice(l, levels, "0", assess.Answer{Kind: assess.DontKnow}, l.T("answer.dont-know"), width)
	text += "\n" + p.choice(l, levels+1, "-", assess.Answer{Kind: assess.Inapplicable}, l.T("answer.inapplicable"), width)
	return text + "\n\n" + l.Good.Render(wrap(p.said(l), width)) + "\n"
}

func (p *practice) choice(l Look, i int, label string, a assess.Answer, text string, width int) string {
	mark := "  "
	if p.answer == a {
		mark, text = l.Chosen.Render(l.Mark)+" ", l.Chosen.Render(text)
	}
	return hanging(pointer(l, i == p.cursor)+l.Key.Render(label)+" "+mark, text, width)
}

// said is what the last key has done, and would do at an item that counts.
func (p *practice) said(l Look) string {
	switch {
	case p.writing:
		return l.T("practice.writing")
	case p.answer.Kind == assess.Level:
		return l.T("practice.level", "level", p.answer.Level)
	case p.answer.Kind == assess.DontKnow:
		return l.T("practice.dont-know")
	case p.answer.Kind == assess.Inapplicable:
		return l.T("practice.inapplicable")
	case strings.TrimSpace(p.note.Value()) != "":
		return l.T("practice.noted")
	}
	return l.T("practice.try")
}

// Cursor stands in the note while it is written.
func (p *practice) Cursor(l Look, width, _ int) *tea.Cursor {
	c := p.note.Cursor()
	if !p.writing || c == nil {
		return nil
	}
	c.Y += lines(p.head(l, width)) - 1
	return c
}
