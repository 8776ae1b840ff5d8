package ui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// leaving lets the comparison be taken along as a paper.
func (c *comparison) leaving(opt Options) *comparison {
	c.opt = opt
	return c
}

// leaves reports whether there is a comparison to be taken along, and a place for it.
func (c *comparison) leaves() bool { return c.opt.Exchange != nil && c.rows() > 0 }

// take asks in which format the comparison leaves. What has been closed or put behind a
// PIN since it was opened is guarded here again.
func (c *comparison) take() tea.Cmd {
	var of []*assess.Session
	var headers []assess.Header
	for _, side := range c.data.sides {
		if side.session.Collecting() {
			return notice("workshop.no-comparison-yet", "title", oneLine(side.session.Title))
		}
		of, headers = append(of, side.session), append(headers, side.session.Header)
	}
	return c.open(guarded(c.store, c.opt, headers, func() Screen { return &comparedFormats{store: c.store, opt: c.opt, of: of} }))
}

// comparedFormats asks in which format a comparison leaves.
type comparedFormats struct {
	turn
	store Store
	opt   Options
	of    []*assess.Session
	at    int
}

// Init has nothing to read: the sessions came with the screen.
func (c *comparedFormats) Init() tea.Cmd { return nil }

// Update takes the keys.
func (c *comparedFormats) Update(msg tea.Msg) (Screen, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return c, nil
	}
	if n, err := strconv.Atoi(k.String()); err == nil && n >= 1 && n <= len(texts) {
		c.at = n - 1
		return c, c.save()
	}
	switch {
	case key.Matches(k, keyBack):
		return c, c.close()
	case key.Matches(k, keyChoose):
		return c, c.save()
	}
	c.at = step(k.String(), c.at, len(texts))
	return c, nil
}

// save asks where the paper goes.
func (c *comparedFormats) save() tea.Cmd {
	of := slices.Clone(c.of)
	return c.open(newSaveAs(c.store, c.opt, Outgoing{Paper: Paper{ComparisonPaper, texts[c.at]}, Session: of[len(of)-1], Compared: of}))
}

// Title names the paper.
func (c *comparedFormats) Title(l Look) string { return l.T("papers.comparison") }

// Keys are those of a menu.
func (c *comparedFormats) Keys() []key.Binding {
	digits := keyActs
	digits.SetHelp("1–"+strconv.Itoa(len(texts)), "key.acts")
	return []key.Binding{keyChoose, digits, keyBack}
}

// View draws the formats, and below them what the paper holds.
func (c *comparedFormats) View(l Look, width, height int) string {
	rows := make([]string, len(texts))
	for i, format := range texts {
		rows[i] = l.row(l.Key.Render(strconv.Itoa(i+1))+"  "+l.T("format."+format), i == c.at, width)
	}
	about := l.Muted.Render(wrap(l.T("papers.about."+string(ComparisonPaper)), width))
	return scroll(l, rows, c.at, width, max(min(height-lines(about)-1, len(rows)), 1)) + "\n\n" + about
}
