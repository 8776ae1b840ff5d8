package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// review shows, before a session is completed, what is still open in it. Nothing
// here is an obstacle: the person may complete it anyway.
type review struct {
	turn
	q    *questionnaire
	at   int
	busy bool // being completed
}

type reviewedMsg struct {
	screen *review
	err    error
}

func newReview(q *questionnaire) *review { return &review{q: q} }

func (r *review) Init() tea.Cmd { return nil }

// gaps are the places of items in three lists.
type gaps struct {
	unanswered, dontKnow, noEvidence []int
}

func (r *review) gaps() gaps {
	var g gaps
	for i, it := range r.q.items {
		e := r.q.who().Entry(it.item.ID, r.q.round)
		switch {
		case e.Answer.Kind == assess.Unanswered:
			g.unanswered = append(g.unanswered, i)
		case e.Answer.Kind == assess.DontKnow:
			g.dontKnow = append(g.dontKnow, i)
		case r.q.hand == nil && e.Answer.Kind == assess.Level && strings.TrimSpace(e.Evidence) == "":
			g.noEvidence = append(g.noEvidence, i)
		}
	}
	return g
}

// The first rows; the items of the gaps follow.
const (
	reviewComplete = iota
	reviewBack
	reviewItems
)

func (g gaps) all() []int {
	all := append([]int(nil), g.unanswered...)
	all = append(all, g.dontKnow...)
	return append(all, g.noEvidence...)
}

// Loading reports that the session is being completed.
func (r *review) Loading() bool { return r.busy }

// Update takes the keys, and what became of the completing.
func (r *review) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if done, ok := msg.(reviewedMsg); ok && done.screen == r {
		return r, r.completed(done.err)
	}
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || r.q.gone || r.busy {
		return r, nil
	}
	all := r.gaps().all()
	switch {
	case key.Matches(k, keyBack):
		return r, r.close()
	case key.Matches(k, keyChoose):
		return r, r.choose(all)
	case key.Matches(k, keyFinish):
		return r, r.complete()
	}
	r.at = step(k.String(), r.at, reviewItems+len(all))
	return r, nil
}

var keyFinish = bind("F8", "key.complete", "f8")

func (r *review) choose(all []int) tea.Cmd {
	switch r.at {
	case reviewComplete:
		return r.complete()
	case reviewBack:
		return r.close()
	}
	return r.close(jumpMsg{r.q, all[r.at-reviewItems]})
}

// complete locks the session once every answer is on disk, and shows its results.
// In a group it gives the laptop back.
func (r *review) complete() tea.Cmd {
	if r.q.hand != nil {
		return r.q.part(finished)
	}
	q := r.q
	cmd, all := q.saver.finish()
	if !all {
		return tea.Batch(cmd, q.stays())
	}
	r.busy = true
	return tea.Batch(cmd, func() tea.Msg { return reviewedMsg{r, q.store.Complete(q.opt.context(), q.id)} })
}

// completed shows the results in the place of the questionnaire.
func (r *review) completed(err error) tea.Cmd {
	r.busy = false
	if err != nil {
		return fail(err)
	}
	q := r.q
	return r.close(insteadMsg{q, newResults(q.store, q.opt, q.id)}, noticeMsg{func(l Look) string { return l.T("review.completed") }})
}

// Header is that of the session.
func (r *review) Header() assess.Header { return r.q.Header() }

// Subject is the session that is being answered.
func (r *review) Subject() (Store, string) { return r.q.Subject() }

// Keys of the review.
func (r *review) Keys() []key.Binding {
	if r.q.hand != nil {
		return []key.Binding{keyChoose, keyFinished, keyBack}
	}
	return []key.Binding{keyChoose, keyFinish, keyBack}
}

// Title names the screen.
func (r *review) Title(l Look) string {
	if r.q.hand != nil {
		return l.T("handback.review")
	}
	return l.T("review.title")
}

// View draws what is open, and the two ways on.
func (r *review) View(l Look, width, height int) string {
	g := r.gaps()
	head := r.summary(l, g, width)
	complete := "review.complete"
	if r.q.hand != nil {
		complete = "handback.finish"
	}
	rows := []string{
		l.row(l.T(complete), r.at == reviewComplete, width),
		l.row(l.T("review.back"), r.at == reviewBack, width),
	}
	add := func(title string, places []int) {
		for i, at := range places {
			lead := ""
			if i == 0 {
				lead = "\n" + l.Title.Render(l.T(title)) + "\n"
			}
			rows = append(rows, lead+l.row(r.q.itemLine(l, at), r.at == len(rows), width))
		}
	}
	add("review.unanswered", g.unanswered)
	add("review.dont-know", g.dontKnow)
	add("review.no-evidence", g.noEvidence)
	return head + "\n\n" + window(rows, r.at, height-len(strings.Split(head, "\n"))-1)
}

func (r *review) summary(l Look, g gaps, width int) string {
	switch {
	case len(g.all()) == 0 && r.q.hand != nil:
		return wrap(l.T("handback.nothing-open"), width)
	case len(g.all()) == 0:
		return wrap(l.T("review.nothing-open"), width)
	}
	var parts []string
	for _, gap := range []struct {
		id string
		n  int
	}{
		{"review.count-unanswered", len(g.unanswered)},
		{"review.count-dont-know", len(g.dontKnow)},
		{"review.count-no-evidence", len(g.noEvidence)},
	} {
		if gap.n > 0 {
			parts = append(parts, l.Words.N(gap.id, gap.n))
		}
	}
	explain := "review.explain"
	switch {
	case r.q.hand != nil:
		explain = "handback.explain"
	case len(g.unanswered)+len(g.dontKnow) == 0:
		explain = "review.explain-evidence"
	}
	return wrap(strings.Join(parts, " "+l.Dot+" ")+". "+l.T(explain), width)
}
