package assess

import "strconv"

// wideRow reads one respondent.
func (a *applying) wideRow(row TableRow) {
	id, ok := a.id(row)
	if ok && id != "" {
		if first, twice := a.known[foldedCode(id)]; twice {
			a.add("respondent-twice", row.Line, a.m.first(RespondentColumn), "value", brief(id), "first", a.people[first].ID)
		}
		a.known[foldedCode(id)] = len(a.people)
	}
	p := Respondent{ID: id}
	entries := map[string]*Entry{}
	var order []string
	for _, c := range a.m.Columns {
		switch c.Role {
		case GroupColumn, UnitColumn, RankColumn:
			*a.field(&p, c.Role) = a.name(row, c.Place)
		case ItemColumn, NoteColumn, EvidenceColumn:
			it, _ := a.in.Item(c.Item)
			e := entries[it.ID]
			if e == nil {
				e = &Entry{Item: it.ID, Round: 1}
				entries[it.ID], order = e, append(order, it.ID)
			}
			a.put(e, c.Role, it, row, c.Place)
		}
	}
	for _, item := range order {
		if e := entries[item]; !e.Blank() {
			p.Entries = append(p.Entries, *e)
			a.given++
		}
	}
	a.people = append(a.people, p)
}

// longRow reads one answer. A row without an item only says that its respondent
// exists.
func (a *applying) longRow(row TableRow) {
	id, ok := a.id(row)
	if !ok {
		return
	}
	i, known := a.known[foldedCode(id)]
	if !known {
		i = len(a.people)
		a.known[foldedCode(id)] = i
		a.people = append(a.people, Respondent{ID: id})
	}
	p := &a.people[i]
	e := Entry{Round: 1}
	var it *Item
	for _, c := range a.m.Columns {
		switch c.Role {
		case GroupColumn, UnitColumn, RankColumn:
			a.same(a.field(p, c.Role), row, c.Place, p.ID)
		case RoundColumn:
			e.Round = a.round(row, c.Place)
		case NameColumn:
			it = a.item(row, c.Place)
		}
	}
	if it == nil {
		return
	}
	e.Item = it.ID
	for _, c := range a.m.Columns {
		if c.Role == AnswerColumn || c.Role == NoteColumn || c.Role == EvidenceColumn {
			a.put(&e, c.Role, it, row, c.Place)
		}
	}
	key := foldedCode(id) + "\x00" + it.ID + "\x00" + strconv.Itoa(e.Round)
	if _, twice := a.known[key]; twice {
		a.add("item-twice", row.Line, a.m.first(NameColumn), "item", it.ID)
		return
	}
	a.known[key] = 0
	if !e.Blank() {
		p.Entries = append(p.Entries, e)
		a.given++
	}
}
