package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// The keys of the results.
var (
	resultsDerive  = bind("Enter", "key.results-derive", "enter")
	resultsItems   = bind("i", "key.results-items", "i", "f5")
	resultsCompare = bind("c", "key.results-compare", "c", "f6")
	resultsFound   = bind("t", "key.findings", "t", "f9")
	resultsNumbers = bind("s", "key.results-statistics", "s", "f7")
	resultsForm    = bind("o", "key.official", "o", "f10")
	resultsParts   = bind("g", "key.results-subgroups", "g", "f8")
	listMove       = bind("↑↓", "key.results-move", "down")
	listEnds       = bind("End", "key.results-end", "end")
	listStart      = bind("Home", "key.results-start", "home")
)

// results shows what the answers of one session say.
type results struct {
	turn
	store  Store
	opt    Options
	id     string
	scored *scored
	failed bool
	at     int // selected row
}

// newResults opens the results of the session with an id.
func newResults(store Store, opt Options, id string) *results {
	return &results{store: store, opt: opt, id: id}
}

// Init loads the session.
func (r *results) Init() tea.Cmd { return loadScored(r.store, r.id) }

// Loading reports that the session is not read yet.
func (r *results) Loading() bool { return r.scored == nil && !r.failed }

// Subject is the session that the screen is about.
func (r *results) Subject() (Store, string) { return r.store, r.id }

// Title names the session.
func (r *results) Title(l Look) string { return r.scored.titled(l, "results.title") }

// Keys are those of a list of scales, and only the way back where no scale is
// shown.
func (r *results) Keys() []key.Binding {
	if r.rows() == 0 {
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{resultsDerive, resultsFound, keyDossier}
	if r.opt.Exchange != nil {
		keys = append(keys, keyPapers)
	}
	keys = append(keys, resultsItems, resultsCompare)
	if r.scored.analysis != nil {
		keys = append(keys, resultsNumbers, resultsParts)
	}
	if r.scored.result.Official() != nil {
		keys = append(keys, resultsForm)
	}
	return append(keys, keyBack, listMove, listStart, listEnds)
}

func (r *results) rows() int {
	if r.scored == nil {
		return 0
	}
	return len(r.scored.rows)
}

// Update takes what was loaded, and the keys.
func (r *results) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return r, loadScored(r.store, r.id)
	case scoredMsg:
		if msg.id != r.id {
			return r, nil
		}
		r.failed = msg.err != nil
		unread := unreadFirst(r.scored, msg.scored)
		if msg.scored != nil {
			r.scored = msg.scored
			r.at = min(r.at, max(r.rows()-1, 0))
		}
		return r, tea.Batch(failed(msg.err), unread)
	case tea.KeyPressMsg:
		return r, r.press(msg)
	}
	return r, nil
}

func (r *results) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return r.close()
	case r.rows() == 0:
		return nil
	case key.Matches(msg, resultsDerive):
		return r.open(newDerivation(r.store, r.id, r.scored, r.scored.rows[r.at].id()))
	case key.Matches(msg, resultsItems):
		return r.open(newItemList(r.store, r.id, r.scored))
	case key.Matches(msg, keyDossier):
		return r.open(newFollowUp(r.store, r.opt, r.id))
	case key.Matches(msg, resultsFound):
		return r.open(newFindings(r.store, r.opt, r.id))
	case key.Matches(msg, keyPapers) && r.opt.Exchange != nil:
		return r.open(newPapers(r.store, r.opt, r.id))
	case key.Matches(msg, resultsForm) && r.scored.result.Official() != nil:
		return r.open(newOfficial(r.store, r.id, r.scored))
	case key.Matches(msg, resultsNumbers) && r.scored.analysis != nil:
		return r.open(newStatistics(r.store, r.id, r.scored))
	case key.Matches(msg, resultsParts) && r.scored.analysis != nil:
		return r.open(newSubgroups(r.store, r.id, r.scored))
	case key.Matches(msg, resultsCompare):
		return r.compare()
	}
	r.at = moved(msg, r.at, r.rows(), 3)
	return nil
}

// compare sets the session beside the one before of the same place. What guards
// that one guards it here too.
func (r *results) compare() tea.Cmd {
	before := r.scored.earlier
	switch {
	case before == nil:
		return notice("results.no-earlier")
	case before.Collecting():
		return notice("workshop.no-comparison-yet", "title", oneLine(before.Title))
	}
	ids := []string{before.ID, r.id}
	return r.open(guarded(r.store, r.opt, []assess.Header{*before}, func() Screen { return newCompare(r.store, ids).leaving(r.opt) }))
}

// View draws the facts, the sections and what cannot be concluded.
func (r *results) View(l Look, width, height int) string {
	switch {
	case r.scored == nil && r.failed:
		return fit(wrap(l.T("results.failed"), width), width, height)
	case r.scored == nil:
		return fit(l.Muted.Render(l.T("results.loading")), width, height)
	}
	if r.scored.few {
		return fit(r.head(l, width)+"\n\n"+wrap(l.T("results.few", "n", r.scored.result.Voices, "least", assess.AnonymousFrom), width), width, height)
	}
	blocks, at := r.blocks(l, width)
	if lipgloss.Height(strings.Join(blocks, "\n")) > height {
		if all, fits := r.compact(l, width, height); fits {
			return all
		}
	}
	return scroll(l, blocks, at, width, height)
}

// titled is the name of a screen before the title of the session, once it is
// known.
func (s *scored) titled(l Look, id string) string {
	if s == nil {
		return l.T(id)
	}
	name := oneLine(s.session.Title)
	if name == "" {
		name = oneLine(s.session.Region.Name)
	}
	return l.T(id) + ": " + name
}

// A resultRow is what can be selected in the results: a scale or a composite.
type resultRow struct {
	kind      assess.Kind
	scale     *assess.ScaleResult
	composite *assess.CompositeResult
}

func (row resultRow) id() string {
	if row.composite != nil {
		return row.composite.Composite.ID
	}
	return row.scale.Scale.ID
}

func (row resultRow) title() assess.Text {
	if row.composite != nil {
		return row.composite.Composite.Title
	}
	return row.scale.Scale.Title
}

func (row resultRow) score() assess.Figure {
	if row.composite != nil {
		return row.composite.Score
	}
	return row.scale.Score
}

func (row resultRow) band() assess.Text {
	if row.composite != nil {
		return row.composite.Band.Title
	}
	return row.scale.Band.Title
}

// bands are those that name the scores of the row.
func (row resultRow) bands(in *assess.Instrument) []assess.Band {
	switch {
	case row.composite == nil:
		return in.BandsOf(row.scale.Scale)
	case len(row.composite.Composite.Bands) > 0:
		return row.composite.Composite.Bands
	}
	return in.Bands
}
