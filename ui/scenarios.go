package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of the kept scenarios.
var (
	scenarioTry    = bind("Enter", "key.scenario-try", "enter")
	scenarioDelete = bind("Del", "key.scenario-delete", "delete", "d")
	scenarioUndo   = bind("u", "key.scenario-undo", "u")
)

// scenarios lists the trials that a group has kept, each with what it would do.
// Enter brings one back into the trial below.
type scenarios struct {
	turn
	trial   *whatIf
	results map[string]*assess.WhatIf // by name; nil where its items are not asked any more
	deleted []assess.Scenario         // last one last
	gone    assess.Scenario           // that is being deleted
	at      int
}

type scenariosMsg struct {
	screen  *scenarios
	results map[string]*assess.WhatIf
}

func newScenarios(w *whatIf) *scenarios { return &scenarios{trial: w} }

// Init computes what each of them would do.
func (s *scenarios) Init() tea.Cmd {
	kept := slices.Clone(s.trial.kept)
	return func() tea.Msg {
		d, results := s.trial.found, map[string]*assess.WhatIf{}
		for _, one := range kept {
			var changes []assess.Change
			for _, it := range d.analysis.Items {
				if level, ok := one.Levels[it.Item.ID]; ok {
					changes = append(changes, assess.Change{Item: it.Item.ID, Level: level})
				}
			}
			if r, err := d.rules.WhatIf(d.session, d.analysis, changes); err == nil {
				results[one.Name] = r
			}
		}
		return scenariosMsg{s, results}
	}
}

// Subject is the session that the scenarios are of.
func (s *scenarios) Subject() (Store, string) { return s.trial.Subject() }

// Loading reports that the scenarios are being saved.
func (s *scenarios) Loading() bool { return s.trial.Loading() }

// remember keeps what was deleted, as long as it can be brought back.
func (s *scenarios) remember(done string) {
	switch done {
	case scenarioGone:
		s.deleted = append(s.deleted, s.gone)
	case scenarioRestored:
		s.deleted = s.deleted[:len(s.deleted)-1]
	}
}

// Title says what these are.
func (s *scenarios) Title(l Look) string { return l.T("scenarios.title") }

// Keys are those of a list.
func (s *scenarios) Keys() []key.Binding {
	var keys []key.Binding
	if len(s.trial.kept) > 0 {
		keys = append(keys, scenarioTry, scenarioDelete)
	}
	if len(s.deleted) > 0 {
		keys = append(keys, scenarioUndo)
	}
	return append(keys, keyBack, listMove)
}

// Update takes what was computed, and the keys.
func (s *scenarios) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case scenariosMsg:
		if msg.screen == s {
			s.results = msg.results
		}
	case keptMsg: // the trial below hears of it first or last
		if msg.screen == s.trial && msg.err == nil {
			s.trial.kept = msg.kept
			s.remember(msg.done)
			s.at = max(min(s.at, len(msg.kept)-1), 0)
			return s, s.Init()
		}
	case tea.KeyPressMsg:
		return s, s.press(msg)
	}
	return s, nil
}

func (s *scenarios) press(msg tea.KeyPressMsg) tea.Cmd {
	kept := s.trial.kept
	switch {
	case key.Matches(msg, keyBack):
		return s.close()
	case key.Matches(msg, scenarioUndo) && len(s.deleted) > 0:
		last := s.deleted[len(s.deleted)-1]
		return s.trial.rewrite(scenarioRestored, func(all []assess.Scenario) []assess.Scenario { return append(all, last) })
	case len(kept) == 0:
		return nil
	case key.Matches(msg, scenarioTry):
		return tea.Batch(s.trial.bringBack(kept[s.at]), s.close())
	case key.Matches(msg, scenarioDelete):
		s.gone = kept[s.at]
		gone := s.gone.Name
		return s.trial.rewrite(scenarioGone, func(all []assess.Scenario) []assess.Scenario {
			return slices.DeleteFunc(all, func(o assess.Scenario) bool { return o.Name == gone })
		})
	}
	s.at = moved(msg, s.at, len(kept), 4)
	return nil
}

// View draws each scenario with the findings and scores that it would move.
func (s *scenarios) View(l Look, width, height int) string {
	if len(s.trial.kept) == 0 {
		return fit(wrap(l.T("scenarios.none"), width), width, height)
	}
	blocks := make([]string, len(s.trial.kept))
	for i, one := range s.trial.kept {
		name := l.cell(oneLine(one.Name), width-2)
		if i == s.at {
			name = l.Title.Render(wrap(oneLine(one.Name), width-2))
		}
		blocks[i] = hanging(pointer(l, i == s.at), name, width) + "\n" + under(l, s.worth(l, one), 4, width) + "\n"
	}
	return scroll(l, blocks, s.at, width, height)
}

// worth says how many findings there would be, and which scales and composites
// would move.
func (s *scenarios) worth(l Look, one assess.Scenario) string {
	if s.results == nil {
		return l.T("results.loading")
	}
	r := s.results[one.Name]
	if r == nil {
		return l.T("scenarios.stale")
	}
	parts := []string{l.T("whatif.findings", "before", len(r.Real.Findings), "after", len(r.Changed.Findings))}
	for _, m := range r.Moves {
		if m.After != m.Before {
			parts = append(parts, s.trial.found.text(l, m.Scale.Title)+" "+l.Words.Number(m.Before, 1)+" → "+l.Words.Number(m.After, 1))
		}
	}
	for _, m := range r.Joints {
		parts = append(parts, s.trial.joint(l, m))
	}
	return strings.Join(parts, " "+l.Dot+" ")
}
