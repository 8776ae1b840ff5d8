package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/chart"
)

var itemsNext = bind("←→", "key.results-next", "right")

// itemDetail shows everything about one item, and leads to the ones beside it in
// the list.
type itemDetail struct {
	turn
	store  Store
	id     string
	scored *scored
	items  []string // ids in the order of the list
	at     int
	row    itemRow
	gone   bool
	paper  paper
}

func newItemDetail(store Store, id string, s *scored, rows []itemRow, at int) *itemDetail {
	d := &itemDetail{store: store, id: id, at: at}
	for _, row := range rows {
		d.items = append(d.items, row.item.Item.ID)
	}
	d.take(s)
	return d
}

// take finds the item in a session.
func (d *itemDetail) take(s *scored) {
	d.scored, d.gone = s, true
	if s.few {
		return
	}
	for _, row := range itemRows(s) {
		if row.item.Item.ID == d.items[d.at] {
			d.row, d.gone = row, false
		}
	}
}

// Init does nothing: the session came with the screen.
func (d *itemDetail) Init() tea.Cmd { return nil }

// Title counts through the list.
func (d *itemDetail) Title(l Look) string {
	return l.T("items.detail-title", "id", d.items[d.at], "number", d.at+1, "count", len(d.items))
}

// Keys are those of a text, and the way to the next item.
func (d *itemDetail) Keys() []key.Binding {
	return slices.Concat([]key.Binding{itemsNext}, d.paper.keys(), []key.Binding{keyBack})
}

// Update takes what was loaded, and the keys.
func (d *itemDetail) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case refreshMsg:
		return d, loadScored(d.store, d.id)
	case scoredMsg:
		if msg.id != d.id {
			return d, nil
		}
		if msg.scored != nil {
			d.take(msg.scored)
		}
		return d, failed(msg.err)
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyBack):
			return d, d.close()
		case key.Matches(msg, itemsNext):
			d.step(1)
		case msg.String() == "left":
			d.step(-1)
		default:
			d.paper.press(msg)
		}
	}
	return d, nil
}

func (d *itemDetail) step(by int) {
	d.at = min(max(d.at+by, 0), len(d.items)-1)
	d.paper = paper{}
	d.take(d.scored)
}

// View draws question, anchors and what was written.
func (d *itemDetail) View(l Look, width, height int) string {
	if d.gone {
		return fit(wrap(l.T("results.failed"), width), width, height)
	}
	it := d.row.item
	text := l.Muted.Render(ansiWrapped(d.scored.text(l, it.Scale.Title), width)) + "\n" +
		l.Title.Render(wrap(d.scored.text(l, it.Item.Text), width)) + "\n"
	if !it.Item.Aim.Empty() {
		text += l.Muted.Render(wrap(d.scored.text(l, it.Item.Aim), width)) + "\n"
	}
	text += "\n" + d.anchors(l, width) + "\n"
	if tally := d.tally(l, width); tally != "" {
		text += tally + "\n"
	}
	text += d.talked(l, width) + d.written(l, width)
	return d.paper.draw(l, strings.Split(strings.TrimRight(text, "\n"), "\n"), width, height)
}

// anchors lists the levels as they were ticked: one person's marked, several
// people's with how many chose each.
func (d *itemDetail) anchors(l Look, width int) string {
	it := d.row.item
	var out []string
	words := answerWords(l, d.scored.session.Instrument, it.Item, d.scored.session.Unit)
	for i := range it.Item.Anchors {
		level := i + 1
		n := d.ticked(level)
		sign := "  "
		if n > 0 && d.scored.solo() {
			sign = l.Chosen.Render(l.Check) + " "
		}
		lead := sign + l.Title.Render(strconv.Itoa(level)) + "  "
		if words != nil {
			lead += words[i] + "  "
		}
		if !d.scored.solo() && it.Counts != nil {
			share := assess.Known(float64(n) / float64(max(it.N, 1)) * 100)
			lead += chart.Bar(l.Theme, share, 8) + " " + l.right(strconv.Itoa(n), 3) + "  "
		}
		out = append(out, hanging(lead, anchorText(l, d.scored, it.Item, level), width))
	}
	return strings.Join(out, "\n") + "\n"
}

// ticked is how many people ticked a level. The counts are after reversing.
func (d *itemDetail) ticked(level int) int {
	counts := d.row.item.Counts
	if d.row.item.Item.Reverse {
		level = len(counts) + 1 - level
	}
	if level < 1 || level > len(counts) {
		return 0
	}
	return counts[level-1]
}

// tally says what the marks and counts come to.
func (d *itemDetail) tally(l Look, width int) string {
	it := d.row.item
	var parts []string
	switch {
	case d.row.without == "few" || it.N == 0 && d.scored.solo():
		parts = append(parts, l.T("items.without."+d.row.without, "least", assess.AnonymousFrom))
	case !d.scored.solo():
		parts = append(parts, facts(l, counts(l, it, d.scored.result.Respondents), width))
		if it.N > 0 {
			parts = append(parts, l.T("items.middle", "median", levelText(l, it), "mean", l.Words.Figure(it.Mean, 1)))
		}
	}
	if it.Item.Reverse {
		parts = append(parts, l.T("items.reversed", "levels", len(it.Item.Anchors)))
	}
	if it.Item.Weight != 1 {
		weight, _ := digits(l, it.Item.Weight)
		parts = append(parts, l.T("derivation.weight", "weight", weight))
	}
	if len(parts) == 0 {
		return ""
	}
	for i := range parts {
		parts[i] = ansiWrapped(parts[i], width)
	}
	return strings.Join(parts, "\n") + "\n"
}

// written is the evidence, the notes, and what evidence is usual.
func (d *itemDetail) written(l Look, width int) string {
	out := l.Title.Render(l.T("items.evidence-head")) + "\n"
	switch {
	case len(d.row.evidence) > 0:
		out += list(d.row.evidence, width)
	case d.row.provisional():
		out += hanging("  "+l.Warn.Render(l.Bang)+" ", l.T("items.provisional-why"), width) + "\n"
	default:
		out += "  " + l.T("items.nothing") + "\n"
	}
	if usual := d.row.item.Item.Evidence; !usual.Empty() {
		out += under(l, l.T("items.usual", "evidence", d.scored.text(l, usual)), 2, width) + "\n"
	}
	if len(d.row.notes) > 0 {
		out += "\n" + l.Title.Render(l.T("items.notes-head")) + "\n" + list(d.row.notes, width)
	}
	return out
}

// list writes remarks one below the other, with the name of who made them.
func list(remarks []remark, width int) string {
	out := ""
	for _, r := range remarks {
		text := r.text
		if r.who != "" {
			text = r.who + ": " + text
		}
		out += hanging("  ", text, width) + "\n"
	}
	return out
}
