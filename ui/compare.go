package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// The keys of the comparison.
var (
	compareDetail  = bind("Enter", "key.results-compare-detail", "enter")
	compareColumns = bind("←→", "key.results-columns", "right")
	compareNumbers = bind("s", "key.compare-statistics", "s", "f7")
)

// comparison sets sessions side by side.
type comparison struct {
	turn
	store  Store
	opt    Options // nothing where the comparison cannot be taken along
	ids    []string
	data   *compared
	failed bool
	at     int // selected row, or what stands after the last one
	tail   int // how many things stand there, as of the last drawing
	first  int // first session shown as a column
	most   int // the most it can be, as of the last drawing: then the last session is shown
}

// newCompare opens the comparison of the sessions with these ids, in any order.
func newCompare(store Store, ids []string) *comparison {
	return &comparison{store: store, ids: ids}
}

// Init loads the sessions.
func (c *comparison) Init() tea.Cmd { return loadCompared(c.store, c.ids) }

// Loading reports that the sessions are not read yet.
func (c *comparison) Loading() bool { return c.data == nil && !c.failed }

// Title says where, or that the places differ.
func (c *comparison) Title(l Look) string {
	switch {
	case c.data == nil:
		return l.T("compare.title")
	case c.data.places():
		return l.T("compare.title-places")
	}
	return l.T("compare.title") + ": " + place(c.data.sides[0].session.Header)
}

// Keys are those of a table.
func (c *comparison) Keys() []key.Binding {
	if c.rows() == 0 {
		return []key.Binding{keyBack}
	}
	keys := []key.Binding{compareDetail, keyBack}
	if c.at >= c.rows() {
		keys = keys[1:]
	}
	if c.data.tested() {
		keys = append(keys, compareNumbers)
	}
	if len(c.data.sides) > 2 {
		keys = append(keys, compareColumns)
	}
	if c.leaves() {
		keys = append(keys, keyPapers)
	}
	return append(keys, listMove, listStart, listEnds)
}

func (c *comparison) rows() int {
	if c.data == nil {
		return 0
	}
	return len(c.data.rows)
}

// Update takes what was loaded, and the keys.
func (c *comparison) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return c, loadCompared(c.store, c.ids)
	case comparedMsg:
		if msg.ids != strings.Join(c.ids, " ") {
			return c, nil
		}
		c.failed = msg.err != nil
		if msg.data != nil {
			c.data = msg.data
			c.at = min(c.at, c.rows()+c.tail)
		}
		return c, failed(msg.err)
	case tea.KeyPressMsg:
		return c, c.press(msg)
	}
	return c, nil
}

func (c *comparison) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return c.close()
	case c.rows() == 0:
		return nil
	case key.Matches(msg, compareDetail) && c.at < c.rows():
		row := c.data.rows[c.at]
		return c.open(&comparedDetail{comparedPaper: comparedPaper{ids: c.ids, data: c.data}, section: row.section, of: row.id(), composite: row.composite != nil})
	case key.Matches(msg, compareNumbers) && c.data.tested():
		return c.open(&comparedStatistics{comparedPaper{ids: c.ids, data: c.data}})
	case key.Matches(msg, keyPapers) && c.leaves():
		return c.take()
	case c.most == 0 && (key.Matches(msg, compareColumns) || msg.String() == "left"):
		return notice("compare.all-shown")
	case key.Matches(msg, compareColumns):
		c.first = min(c.first+1, c.most)
	case msg.String() == "left":
		c.first = max(c.first-1, 0)
	default:
		c.at = moved(msg, c.at, c.rows()+max(c.tail, 1), 4)
	}
	return nil
}
