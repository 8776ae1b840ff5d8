package assess

import "slices"

// settle makes one mapping of what each header alone suggests.
func (m *Mapping) settle(in *Instrument) {
	m.orWide()
	m.oneEach()
	m.onePerson()
	m.wordsOnItems()
	m.inOrder(in)
}

// orWide gives up the roles of long tables where the table is not long: it has
// questions as columns, or no column that says which item is answered.
func (m *Mapping) orWide() {
	hasItem := slices.ContainsFunc(m.Columns, func(c Column) bool { return c.Role == ItemColumn })
	if !hasItem && m.first(NameColumn) > 0 && m.first(AnswerColumn) > 0 {
		return
	}
	for i := range m.Columns {
		switch m.Columns[i].Role {
		case NameColumn, AnswerColumn, RoundColumn:
			m.Columns[i] = m.Columns[i].as(IgnoredColumn, ByNothing, 0)
		}
	}
}

// oneEach leaves every item to the column that is surest of it. Of two that are
// equally sure both stay, in doubt.
func (m *Mapping) oneEach() {
	best := map[string]float64{}
	for _, c := range m.Columns {
		if c.Role == ItemColumn {
			best[c.Item] = max(best[c.Item], c.Sure)
		}
	}
	seen := map[string]int{}
	for i, c := range m.Columns {
		if c.Role != ItemColumn {
			continue
		}
		first, twice := seen[c.Item]
		switch {
		case c.Sure < best[c.Item]:
			m.Columns[i] = c.as(IgnoredColumn, ByNothing, 0)
		case twice:
			m.Columns[i] = c.as(IgnoredColumn, c.By, 0)
			m.Columns[first].Sure = min(m.Columns[first].Sure, wordSure)
		default:
			seen[c.Item] = i
		}
	}
}

// onePerson chooses the column that says who answered, and one for each of group,
// unit and rank, where several have a usual word for it; then all of them are in
// doubt.
func (m *Mapping) onePerson() {
	for _, r := range columnWords[:4] {
		best, rank, n := -1, len(r.words), 0
		for i, c := range m.Columns {
			if c.Role != r.role {
				continue
			}
			n++
			if at := slices.Index(r.words, plainText(c.Header)); at < rank {
				best, rank = i, at
			}
		}
		if n < 2 {
			continue
		}
		for i, c := range m.Columns {
			switch {
			case i == best:
				m.Columns[i].Sure = wordSure
			case c.Role == r.role:
				m.Columns[i] = c.as(IgnoredColumn, ByWord, wordSure)
			}
		}
	}
}

// wordsOnItems takes a column of notes or evidence of a wide table for words on
// the item before it.
func (m *Mapping) wordsOnItems() {
	if m.Long() {
		return
	}
	item := ""
	for i, c := range m.Columns {
		switch {
		case c.Role == ItemColumn:
			item = c.Item
		case c.Role != NoteColumn && c.Role != EvidenceColumn || c.Item != "":
		case item == "":
			m.Columns[i] = c.as(IgnoredColumn, ByNothing, 0)
		default:
			m.Columns[i].Item, m.Columns[i].Sure = item, noteSure
		}
	}
}

// inOrder takes the columns that nothing is known of for the items in their
// order, if no item was recognised and there are exactly as many: those of the
// whole instrument, or of its required groups.
func (m *Mapping) inOrder(in *Instrument) {
	var unknown []int
	for i, c := range m.Columns {
		switch {
		case c.Role == ItemColumn, c.Role == AnswerColumn:
			return
		case c.By == ByNothing:
			unknown = append(unknown, i)
		}
	}
	for _, part := range []*Instrument{in, in.With(nil)} {
		if len(unknown) != part.ItemCount() {
			continue
		}
		i := 0
		for _, s := range part.Scales {
			for _, it := range s.Items {
				c := &m.Columns[unknown[i]]
				c.Role, c.Item, c.By, c.Sure = ItemColumn, it.ID, ByOrder, orderSure
				i++
			}
		}
		return
	}
}

// as is the column in another role, without an item.
func (c Column) as(role Role, by Basis, sure float64) Column {
	c.Role, c.By, c.Sure, c.Item = role, by, sure, ""
	return c
}
