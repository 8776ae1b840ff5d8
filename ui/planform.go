package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// planForm is where one action is written. Every key is saved as it is pressed. An
// action that stood in an earlier plan begins with what became of it.
type planForm struct {
	turn
	*lineForm
	plan                     *plan
	action                   assess.Action
	asked                    bool // what became of it was asked when the form was opened
	fresh                    bool // the action is new
	what, who, when, outcome int  // places of the rows
}

func newPlanForm(p *plan, row planRow) *planForm {
	f := &planForm{plan: p, action: row.Action, asked: row.earlier(), fresh: assess.ActionIndex(p.session.Plan, row.ID) < 0 && !row.asked}
	f.action.Status = row.status()
	f.lineForm = &lineForm{}
	if f.asked {
		f.status()
		f.outcome = f.text("plan.outcome", row.Outcome, "plan.hint.outcome")
	}
	f.what = f.text("plan.what", row.What, "plan.hint.what")
	f.who = f.text("plan.who", row.Who, "plan.hint.who")
	f.when = f.text("plan.when", row.When, "plan.hint.when")
	f.scale()
	if !f.asked {
		f.status()
		f.outcome = f.text("plan.outcome", row.Outcome, "plan.hint.outcome")
	}
	f.first()
	return f
}

// text adds a row with a text and returns its place.
func (f *planForm) text(label, value, hint string) int {
	f.rows = append(f.rows, typedRow(label, value, func(l Look) string { return l.T(hint) }))
	return len(f.rows) - 1
}

// pick adds a row with a choice.
func (f *planForm) pick(label string, hint, choice func(Look) string, change func(step int) tea.Cmd) {
	f.rows = append(f.rows, formLine{label: label, hint: hint, choice: choice, change: change})
}

func (f *planForm) status() {
	f.pick("plan.status", func(l Look) string { return l.T("plan.hint.status") },
		func(l Look) string { return l.T("action-status." + string(f.action.Status)) },
		func(step int) tea.Cmd {
			f.action.Status = next(assess.ActionStatuses, f.action.Status, step)
			return f.save()
		})
}

// scale offers the scales of the questionnaire, and none.
func (f *planForm) scale() {
	ids := []string{""}
	for _, scale := range f.plan.session.Asked().Scales {
		ids = append(ids, scale.ID)
	}
	f.pick("plan.scale", func(l Look) string { return l.T("plan.hint.scale") },
		func(l Look) string {
			if title := f.plan.scaleTitle(l, f.action.Scale); title != "" {
				return title
			}
			return l.T("plan.no-scale")
		},
		func(step int) tea.Cmd {
			f.action.Scale = next(ids, f.action.Scale, step)
			return f.save()
		})
}

// first marks the action, as long as not too many are marked.
func (f *planForm) first() {
	f.pick("plan.mark", func(l Look) string { return l.T("plan.hint.first", "most", assess.MostFirst) },
		func(l Look) string {
			if f.action.First {
				return l.T("plan.yes")
			}
			return l.T("plan.no")
		},
		func(int) tea.Cmd {
			if f.action.Status.Closed() && !f.action.First {
				return notice("plan.first-closed")
			}
			marked, ok := assess.MarkFirst(assess.PutAction(f.plan.session.Plan, f.action), f.action.ID)
			if !ok {
				return notice("plan.first-full", "most", assess.MostFirst)
			}
			f.action.First = marked[assess.ActionIndex(marked, f.action.ID)].First
			return f.save()
		})
}

// Init begins in the first row.
func (f *planForm) Init() tea.Cmd { return f.goTo(0) }

// Update takes the keys.
func (f *planForm) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if key.Matches(msg, keyBack) || msg.String() == "enter" && f.last() {
			return f, f.close()
		}
		return f, f.typed(msg)
	case tea.PasteMsg:
		return f, f.typed(msg)
	}
	return f, nil
}

// typed saves a text with every key that changes it.
func (f *planForm) typed(msg tea.Msg) tea.Cmd {
	cmd, changed := f.press(msg)
	if !changed {
		return cmd
	}
	f.action.What, f.action.Who, f.action.When = f.value(f.what), f.value(f.who), f.value(f.when)
	f.action.Outcome = f.value(f.outcome)
	return tea.Batch(cmd, f.save())
}

// save puts the action into the plan. A new one without a word is none.
func (f *planForm) save() tea.Cmd {
	p := f.plan
	if f.fresh && f.action.Blank() {
		i := assess.ActionIndex(p.session.Plan, f.action.ID)
		if i < 0 {
			return nil
		}
		p.session.Plan = append(p.session.Plan[:i:i], p.session.Plan[i+1:]...)
		p.arrange()
		return p.keep()
	}
	return p.put(f.action)
}

// Subject is the session.
func (f *planForm) Subject() (Store, string) { return f.plan.Subject() }

// Header is that of the session.
func (f *planForm) Header() assess.Header { return f.plan.Header() }

// Typing reports whether keys belong to a text.
func (f *planForm) Typing() bool { return f.typing() }

// Keys of the form.
func (f *planForm) Keys() []key.Binding { return f.keys() }

// Title says what the form is for.
func (f *planForm) Title(l Look) string {
	switch {
	case f.asked:
		return l.T("plan.form-asked")
	case f.fresh:
		return l.T("plan.form-new")
	}
	return l.T("plan.form-edit")
}

// View draws the rows, and whether they are saved.
func (f *planForm) View(l Look, width, height int) string {
	head := ""
	if title := f.plan.finding(l, f.action.Finding); title != "" {
		head = l.Muted.Render(wrap(l.T("plan.finding", "title", title), width))
	}
	if f.asked {
		head = strings.TrimSuffix(l.Title.Render(wrap(oneLine(f.action.What), width))+"\n"+head, "\n")
	}
	return pad(f.draw(l, head, width, height-1), height-1) + "\n" + f.plan.saver.state(l)
}

// Cursor stands where the person types.
func (f *planForm) Cursor(l Look, width, height int) *tea.Cursor {
	return f.place(l, f.View(l, width, height), width)
}
