package ui

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of the findings.
var (
	findingsUnfold = bind("Enter", "key.findings-unfold", "enter")
	findingsLevers = bind("u", "key.findings-levers", "u", "f6")
	findingsTry    = bind("c", "key.findings-try", "c", "f7")
)

// findings lists what the answers of a session mean: what to talk out first, what
// works against each other, what to build on, and of what too little is known.
type findings struct {
	turn
	store  Store
	opt    Options
	id     string
	found  *found
	failed bool
	at     int
}

// A found session is a session with its findings. A command makes it, and it is
// never changed.
type found struct {
	session  *assess.Session
	rules    *assess.Rules // nil where the questionnaire has none
	analysis *assess.Analysis
	ways     []assess.Ascent // to the next class, of each composite with a rating
	*assess.Diagnosis
}

type foundMsg struct {
	id    string
	found *found
	err   error
}

func newFindings(store Store, opt Options, id string) *findings {
	return &findings{store: store, opt: opt, id: id}
}

// Init reads the session and diagnoses it.
func (f *findings) Init() tea.Cmd { return loadFound(f.store, f.opt, f.id) }

// Loading reports that the session is not read yet.
func (f *findings) Loading() bool { return f.found == nil && !f.failed }

func loadFound(store Store, opt Options, id string) tea.Cmd {
	return func() tea.Msg {
		s, err := store.Session(opt.context(), id)
		if err != nil {
			return foundMsg{id: id, err: err}
		}
		return foundMsg{id: id, found: diagnosed(opt, s)}
	}
}

func diagnosed(opt Options, s *assess.Session) *found {
	d := &found{session: s, Diagnosis: &assess.Diagnosis{}}
	if opt.Rules != nil {
		d.rules = opt.Rules(s.Instrument)
	}
	if d.rules == nil {
		return d
	}
	d.analysis = s.Analyze()
	d.Diagnosis = d.rules.Diagnose(s, d.analysis)
	d.Findings = byKind(d.Findings)
	d.ways = d.rules.Ascents(s, d.analysis)
	return d
}

// byKind puts findings of one kind together; the kinds stay in the order of their
// weightiest finding.
func byKind(all []assess.Finding) []assess.Finding {
	var kinds []assess.RuleKind
	for _, f := range all {
		if !slices.Contains(kinds, f.Rule.Kind) {
			kinds = append(kinds, f.Rule.Kind)
		}
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b assess.Finding) int {
		return slices.Index(kinds, a.Rule.Kind) - slices.Index(kinds, b.Rule.Kind)
	})
	return sorted
}

// text gives a text in the words of the session.
func (d *found) text(l Look, t assess.Text) string { return l.Words.Text(t, d.session.Unit) }

// Subject is the session that the findings are of.
func (f *findings) Subject() (Store, string) { return f.store, f.id }

// Title names the session.
func (f *findings) Title(l Look) string {
	if f.found == nil {
		return l.T("findings.title")
	}
	return l.T("findings.title") + ": " + oneLine(f.found.session.Title)
}

// rows is how many findings and silences can be selected, in this order.
func (f *findings) rows() int {
	if f.found == nil {
		return 0
	}
	return len(f.found.Findings) + len(f.found.Silent)
}

// judged reports whether rules looked at answers, whatever they found.
func (f *findings) judged() bool {
	return f.found != nil && f.found.rules != nil && f.found.Reason == ""
}

// Keys are those of a list of findings.
func (f *findings) Keys() []key.Binding {
	switch {
	case !f.judged():
		return []key.Binding{keyBack}
	case f.rows() == 0: // nothing found, and still a way up
		return []key.Binding{findingsLevers, findingsTry, keyBack}
	}
	return []key.Binding{findingsUnfold, findingsLevers, findingsTry, keyBack, listMove, listStart, listEnds}
}

// Update takes what was read, and the keys.
func (f *findings) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return f, f.Init()
	case foundMsg:
		if msg.id != f.id {
			return f, nil
		}
		f.failed = msg.err != nil
		if msg.found != nil {
			f.found = msg.found
			f.at = min(f.at, max(f.rows()-1, 0))
		}
		return f, failed(msg.err)
	case tea.KeyPressMsg:
		return f, f.press(msg)
	}
	return f, nil
}

func (f *findings) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return f.close()
	case !f.judged():
		return nil
	case key.Matches(msg, findingsLevers):
		return f.open(newLevers(f.store, f.opt, f.found))
	case key.Matches(msg, findingsTry):
		return f.open(newWhatIf(f.store, f.opt, f.found, nil))
	case f.rows() == 0:
		return nil
	case key.Matches(msg, findingsUnfold) && f.at < len(f.found.Findings):
		return f.open(newFindingDetail(f.store, f.opt, f.found, f.found.Findings[f.at]))
	case key.Matches(msg, findingsUnfold):
		return notice("findings.silent-only")
	}
	f.at = moved(msg, f.at, f.rows(), 5)
	return nil
}
