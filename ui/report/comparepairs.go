package report

import "luwes/assess"

// mostPairs is how many pairs of sessions are told one by one: those of five sessions.
const mostPairs = 10

// pairs tells of three and more sessions what differs between every two; of one place
// the first and the last stand above already. Of very many sessions that would be a book.
func (b *board) pairs() {
	if len(b.change.Pairs) < 2 {
		return
	}
	b.heading(2, b.w.T("report.compared.pairs"))
	if len(b.change.Pairs) > mostPairs {
		b.told("report.compared.pairs-many", "n", len(b.change.Pairs))
		return
	}
	outer := b.outer()
	for i := range b.change.Pairs {
		if pair := &b.change.Pairs[i]; !b.few(pair.From) && !b.few(pair.To) && (b.places || pair != outer) {
			title := b.named(pair.From) + " – " + b.named(pair.To)
			b.heading(3, title)
			b.pairTable(pair, title, b.rowsOf(pair), false)
		}
	}
}

// rowsOf are those of the scales that two sessions can be compared on.
func (b *board) rowsOf(pair *assess.Pair) []boardRow {
	var rows []boardRow
	for _, kind := range kinds {
		for _, i := range b.comparable(kind) {
			if pair.Scales[i].Comparable {
				rows = append(rows, b.scaleRow(i))
			}
		}
	}
	return rows
}
