package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of a trial.
var (
	whatIfChange = bind("←→", "key.whatif-change", "right")
	whatIfLevel  = bind("1–5", "key.whatif-level", "")
	whatIfKeep   = bind("s", "key.whatif-keep", "s", "f8")
	whatIfClear  = bind("Del", "key.whatif-clear", "delete", "backspace")
	whatIfKept   = bind("k", "key.whatif-kept", "k", "f6")
)

// whatIf tries changes on a copy: levels of items are moved, and scores and findings
// are shown beside the real ones. Nothing of the answers changes.
type whatIf struct {
	turn
	store  Store
	opt    Options
	found  *found
	items  []assess.ItemAnalysis
	levels map[string]int // keyed, by item id: only what is changed
	kept   []assess.Scenario
	result *assess.WhatIf
	tries  int  // how often something was tried
	busy   bool // the kept scenarios are being saved
	at     int
	unkept bool // the person has changed something since the last scenario
	warned bool // and has been told so on the way out
}

type triedMsg struct {
	screen *whatIf
	tries  int // when it was tried
	result *assess.WhatIf
	err    error
}

type keptMsg struct {
	screen *whatIf
	kept   []assess.Scenario
	done   string // id of what is said of it
	err    error
}

// What is said of the kept scenarios.
const (
	trialKept        = "whatif.kept"
	scenarioGone     = "scenarios.deleted"
	scenarioRestored = "scenarios.restored"
)

func newWhatIf(store Store, opt Options, d *found, changes []assess.Change) *whatIf {
	w := &whatIf{store: store, opt: opt, found: d, items: d.analysis.Items, levels: map[string]int{}, kept: slices.Clone(d.session.Scenarios)}
	for _, c := range changes {
		w.levels[c.Item] = c.Level
		if i := slices.IndexFunc(w.items, func(it assess.ItemAnalysis) bool { return it.Item.ID == c.Item }); len(w.levels) == 1 {
			w.at = max(i, 0)
		}
	}
	return w
}

// Init tries what the screen was opened with.
func (w *whatIf) Init() tea.Cmd { return w.try() }

// try computes what the changes would do.
func (w *whatIf) try() tea.Cmd {
	w.tries++
	tries, changes := w.tries, w.changes()
	return func() tea.Msg {
		result, err := w.found.rules.WhatIf(w.found.session, w.found.analysis, changes)
		return triedMsg{w, tries, result, err}
	}
}

// Loading reports that the kept scenarios are being saved: each change of them begins
// with what the one before has left.
func (w *whatIf) Loading() bool { return w.busy }

// Unsaved is the change of the kept scenarios that is on its way to disk.
func (w *whatIf) Unsaved() int {
	if w.busy {
		return 1
	}
	return 0
}

// changes are the changed items in the order of the questionnaire.
func (w *whatIf) changes() []assess.Change {
	var out []assess.Change
	for _, it := range w.items {
		if level, ok := w.levels[it.Item.ID]; ok {
			out = append(out, assess.Change{Item: it.Item.ID, Level: level})
		}
	}
	return out
}

// Subject is the session on whose copy is tried.
func (w *whatIf) Subject() (Store, string) { return w.store, w.found.session.ID }

// Title says that this is a trial.
func (w *whatIf) Title(l Look) string { return l.T("whatif.title") }

// Keys are those of a list whose rows can be changed.
func (w *whatIf) Keys() []key.Binding {
	digits := whatIfLevel
	digits.SetHelp("1–"+itoa(w.found.session.Instrument.Levels), "key.whatif-level")
	keys := []key.Binding{whatIfChange, digits}
	if len(w.levels) > 0 {
		keys = append(keys, whatIfKeep, whatIfClear)
	}
	if len(w.kept) > 0 {
		keys = append(keys, whatIfKept)
	}
	return append(keys, keyBack, listMove, listStart, listEnds)
}

// Update takes what was computed, and the keys.
func (w *whatIf) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case triedMsg:
		if msg.screen == w && msg.tries == w.tries {
			if msg.err == nil {
				w.result = msg.result
			}
			return w, failed(msg.err)
		}
	case keptMsg:
		if msg.screen == w {
			return w, w.rewritten(msg)
		}
	case tea.KeyPressMsg:
		return w, w.press(msg)
	}
	return w, nil
}

func (w *whatIf) press(msg tea.KeyPressMsg) tea.Cmd {
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= w.found.session.Instrument.Levels {
		return w.put(n)
	}
	switch {
	case key.Matches(msg, keyBack):
		return w.leaveTrial()
	case key.Matches(msg, whatIfChange):
		return w.change(1)
	case msg.String() == "left":
		return w.change(-1)
	case key.Matches(msg, whatIfClear) && len(w.levels) > 0:
		clear(w.levels)
		w.unkept = false
		return w.try()
	case key.Matches(msg, whatIfKept) && len(w.kept) > 0:
		return w.open(newScenarios(w))
	case key.Matches(msg, whatIfKeep) && len(w.levels) > 0:
		return w.keep()
	}
	w.at = moved(msg, w.at, len(w.items), 8)
	return nil
}

// leaveTrial goes back; what was changed and not kept is pointed out once.
func (w *whatIf) leaveTrial() tea.Cmd {
	if w.unkept && len(w.levels) > 0 && !w.warned {
		w.warned = true
		return notice("whatif.unkept")
	}
	return w.close()
}

// change moves the level of the selected item up or down.
func (w *whatIf) change(by int) tea.Cmd {
	it := w.items[w.at]
	own := finalLevel(it)
	now, changed := w.levels[it.Item.ID]
	if !changed {
		now = int(own + 0.5)
		if by > 0 && float64(now) > own { // from between two levels to the next one
			now--
		}
	}
	return w.put(min(max(now+by, 1), w.found.session.Instrument.Levels))
}

// put tries a level of the selected item. Its own level is no change any more.
func (w *whatIf) put(level int) tea.Cmd {
	it := w.items[w.at]
	if float64(level) == finalLevel(it) {
		delete(w.levels, it.Item.ID)
	} else {
		w.levels[it.Item.ID] = level
	}
	w.unkept, w.warned = true, false
	return w.try()
}

// finalLevel is what the group agreed at an item, else the median; 0 if neither.
func finalLevel(it assess.ItemAnalysis) float64 {
	switch {
	case it.Agreed.OK():
		return it.Agreed.Value
	case it.Median.OK():
		return it.Median.Value
	}
	return 0
}

// keep saves the trial as a scenario of the session, named by its changes. One of
// the same name is replaced.
func (w *whatIf) keep() tea.Cmd {
	var names []string
	levels := map[string]int{}
	for _, c := range w.changes() {
		names = append(names, c.Item+" → "+itoa(c.Level))
		levels[c.Item] = c.Level
	}
	scenario := assess.Scenario{Name: strings.Join(names, ", "), Levels: levels}
	return w.rewrite(trialKept, func(all []assess.Scenario) []assess.Scenario {
		all = slices.DeleteFunc(all, func(o assess.Scenario) bool { return o.Name == scenario.Name })
		return append(all, scenario)
	})
}

// rewrite changes the scenarios of the session as they are now in the store.
func (w *whatIf) rewrite(done string, change func([]assess.Scenario) []assess.Scenario) tea.Cmd {
	w.busy = true
	return func() tea.Msg {
		s, err := w.store.Session(w.opt.context(), w.found.session.ID)
		if err == nil {
			was := s.Dossier
			s.Scenarios = change(slices.Clone(s.Scenarios))
			err = w.store.Keep(w.opt.context(), s.ID, assess.ScenariosPart, was, s.Dossier)
		}
		if err != nil {
			return keptMsg{screen: w, err: err}
		}
		return keptMsg{screen: w, kept: s.Scenarios, done: done}
	}
}

// rewritten shows the scenarios as they are kept now. A trial that could not be kept
// is pointed out on the way back.
func (w *whatIf) rewritten(msg keptMsg) tea.Cmd {
	w.busy = false
	if msg.err != nil {
		return fail(msg.err)
	}
	w.kept = msg.kept
	w.unkept = w.unkept && msg.done != trialKept
	return notice(msg.done)
}

// bringBack tries a kept scenario, as far as its items are still asked.
func (w *whatIf) bringBack(scenario assess.Scenario) tea.Cmd {
	clear(w.levels)
	w.unkept = false
	for i, it := range w.items {
		if level, ok := scenario.Levels[it.Item.ID]; ok && level >= 1 && level <= w.found.session.Instrument.Levels {
			if len(w.levels) == 0 {
				w.at = i
			}
			w.levels[it.Item.ID] = level
		}
	}
	return w.try()
}
