package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of the plan.
var (
	keyPlanNew    = bind("n", "key.plan-new", "n", "f6")
	keyPlanEdit   = bind("Enter", "key.plan-edit", "enter")
	keyPlanAnswer = bind("Enter", "key.plan-answer", "enter")
	keyPlanStatus = bind("s", "key.plan-status", "s", "f7")
	keyPlanFirst  = bind("cap.space", "key.plan-first", "space", "f")
	keyPlanUp     = bind("-", "key.plan-up", "-", "shift+up")
	keyPlanDown   = bind("+", "key.plan-down", "+", "=", "shift+down")
	keyPlanDelete = bind("Del", "key.plan-delete", "delete", "d")
	keyPlanUndo   = bind("u", "key.plan-undo", "u")
)

// plan is what a group means to do: what became of the plan before is asked first,
// then the actions of this session follow.
type plan struct {
	turn
	*folio
	rows    []planRow
	at      int
	deleted []deletedAction // last one last
}

// A planRow is an action of the list.
type planRow struct {
	assess.Action
	asked bool // of the earlier plan, and nobody has said yet what became of it
}

// earlier reports whether the action stood in an earlier plan first.
func (r planRow) earlier() bool { return r.From != "" }

// A deletedAction is an action that can be brought back to its place.
type deletedAction struct {
	action assess.Action
	place  int
}

// newPlan asks after the last plan that there is: a session between that was left
// without one does not end it.
func newPlan(store Store, opt Options, id string) Screen {
	p := &plan{folio: newFolio(store, opt, id, assess.PlanPart)}
	p.before = store.EarlierPlan
	return p
}

// Init reads the session, and the one before it whose plan is asked after.
func (p *plan) Init() tea.Cmd { return p.load() }

// Update takes what was read, what was saved, and the keys.
func (p *plan) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return p, p.press(k)
	}
	cmd, taken := p.update(msg)
	if taken {
		p.arrange()
	}
	return p, cmd
}

// arrange lists the actions: of the earlier plan those that are not answered yet
// and those that are, then those of this session.
func (p *plan) arrange() {
	p.rows = p.rows[:0]
	if p.session == nil {
		return
	}
	if p.earlier != nil {
		for _, a := range assess.ToAsk(p.earlier.ID, p.earlier.Plan, p.session.Plan) {
			p.rows = append(p.rows, planRow{a, true})
		}
	}
	for _, carried := range []bool{true, false} {
		for _, a := range p.session.Plan {
			if (a.From != "") == carried {
				p.rows = append(p.rows, planRow{Action: a})
			}
		}
	}
	p.at = max(min(p.at, len(p.rows)-1), 0)
}

// goTo selects an action.
func (p *plan) goTo(id string) {
	if i := slices.IndexFunc(p.rows, func(r planRow) bool { return r.ID == id }); i >= 0 {
		p.at = i
	}
}

func (p *plan) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		cmd, all := p.saver.finish()
		if all {
			return tea.Batch(cmd, p.close())
		}
		return cmd
	case !p.ready():
		return nil
	case key.Matches(msg, keyPlanNew):
		return p.open(newPlanForm(p, planRow{Action: assess.Action{ID: newID(), Status: assess.Planned}}))
	case key.Matches(msg, keyPlanUndo):
		return p.undo()
	case len(p.rows) > 0:
		return p.pressRow(msg, p.rows[p.at])
	}
	return nil
}

func (p *plan) pressRow(msg tea.KeyPressMsg, row planRow) tea.Cmd {
	switch {
	case key.Matches(msg, keyPlanEdit):
		return p.open(newPlanForm(p, row))
	case key.Matches(msg, keyPlanStatus):
		return p.nextStatus(row)
	case key.Matches(msg, keyPlanFirst):
		return p.markFirst(row)
	case key.Matches(msg, keyPlanUp):
		return p.move(row, -1)
	case key.Matches(msg, keyPlanDown):
		return p.move(row, 1)
	case key.Matches(msg, keyPlanDelete):
		return p.remove(row)
	}
	p.at = step(msg.String(), p.at, len(p.rows))
	return nil
}

// nextStatus sets the next status; of an action that is asked it first takes over
// the one that it had.
func (p *plan) nextStatus(row planRow) tea.Cmd {
	a := row.Action
	if !row.asked {
		a.Status = next(assess.ActionStatuses, a.Status, 1)
	}
	return p.put(a)
}

// put saves an action and keeps it selected.
func (p *plan) put(a assess.Action) tea.Cmd {
	p.session.Plan = assess.PutAction(p.session.Plan, a)
	p.arrange()
	p.goTo(a.ID)
	return p.keep()
}

func (p *plan) markFirst(row planRow) tea.Cmd {
	if row.asked {
		return notice("plan.asked-first")
	}
	if row.Status.Closed() && !row.First {
		return notice("plan.first-closed")
	}
	marked, ok := assess.MarkFirst(p.session.Plan, row.ID)
	if !ok {
		return notice("plan.first-full", "most", assess.MostFirst)
	}
	p.session.Plan = marked
	p.arrange()
	return p.keep()
}

// neighbour is the row to which an action can move: the next one of the same part
// of the list; −1 if there is none.
func (p *plan) neighbour(by int) int {
	to := p.at + by
	if to < 0 || to >= len(p.rows) || p.rows[p.at].asked || p.rows[to].asked || p.rows[to].earlier() != p.rows[p.at].earlier() {
		return -1
	}
	return to
}

// move exchanges an action with the one above or below it.
func (p *plan) move(row planRow, by int) tea.Cmd {
	to := p.neighbour(by)
	if to < 0 {
		return nil
	}
	list := slices.Clone(p.session.Plan)
	a, b := assess.ActionIndex(list, row.ID), assess.ActionIndex(list, p.rows[to].ID)
	list[a], list[b] = list[b], list[a]
	p.session.Plan = list
	p.arrange()
	p.goTo(row.ID)
	return p.keep()
}

// remove takes an action out; what became of an earlier one is then asked again.
func (p *plan) remove(row planRow) tea.Cmd {
	if row.asked {
		return notice("plan.unasked-delete")
	}
	i := assess.ActionIndex(p.session.Plan, row.ID)
	p.deleted = append(p.deleted, deletedAction{row.Action, i})
	p.session.Plan = slices.Delete(slices.Clone(p.session.Plan), i, i+1)
	p.arrange()
	return tea.Batch(p.keep(), notice("plan.deleted"))
}

// undo brings back what was deleted last, unmarked where others have taken the
// marks meanwhile.
func (p *plan) undo() tea.Cmd {
	if len(p.deleted) == 0 {
		return nil
	}
	last := p.deleted[len(p.deleted)-1]
	p.deleted = p.deleted[:len(p.deleted)-1]
	if assess.ActionIndex(p.session.Plan, last.action.ID) >= 0 {
		return nil // its question was answered anew meanwhile
	}
	first := last.action.First
	last.action.First = false
	list := slices.Insert(slices.Clone(p.session.Plan), min(last.place, len(p.session.Plan)), last.action)
	if first {
		list, _ = assess.MarkFirst(list, last.action.ID)
	}
	p.session.Plan = list
	p.arrange()
	p.goTo(last.action.ID)
	return tea.Batch(p.keep(), notice("plan.restored"))
}

// Unsaved is 1 if something is not on disk.
func (p *plan) Unsaved() int { return p.saver.unsaved() }

// Title names the session.
func (p *plan) Title(l Look) string { return p.titled(l, "plan.title") }

// Keys of the list.
func (p *plan) Keys() []key.Binding {
	if !p.ready() {
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{keyPlanNew}
	if len(p.rows) > 0 {
		keys = []key.Binding{keyPlanEdit, keyPlanStatus, keyPlanNew, keyPlanFirst, keyPlanDelete}
		if p.rows[p.at].asked {
			keys = []key.Binding{keyPlanAnswer, keyPlanStatus, keyPlanNew}
		}
	}
	if len(p.deleted) > 0 {
		keys = append(keys, keyPlanUndo)
	}
	if len(p.rows) > 0 && p.neighbour(-1) >= 0 {
		keys = append(keys, keyPlanUp)
	}
	if len(p.rows) > 0 && p.neighbour(1) >= 0 {
		keys = append(keys, keyPlanDown)
	}
	return append(keys, keyBack)
}
