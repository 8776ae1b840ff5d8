package ui

import (
	"slices"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var (
	keyMatchColumn = bind("Enter", "key.match-column", "enter")
	keyMatchUse    = bind("p", "key.match-use", "p", "f5")
	keyMatchNext   = bind("n", "key.match-next", "n", "f7")
	keyMatchSheet  = bind("s", "key.match-sheet", "s", "f6")
	keyMatchAnew   = bind("u", "key.match-anew", "u", "f8")
)

// matching shows what each column of a file is taken for, before anything of it is
// saved. Whatever is not certain is marked, and the person decides.
type matching struct {
	turn
	from        *importing
	in          *Incoming
	instruments []*assess.Instrument
	fits        []fitting // one for each table
	table       int
	at          int
}

// A fitting is what one table is taken for.
type fitting struct {
	table      *assess.Table
	instrument *assess.Instrument
	mapping    assess.Mapping
	kept       bool // a person has looked at it for an earlier file
}

// newMatching finds out, for each table of a file, which questionnaire it answers
// and what its columns hold. It begins at the table of which most is known.
func newMatching(i *importing, in *Incoming) *matching {
	m := &matching{from: i, in: in, instruments: i.instruments()}
	best := -1
	for t := range in.Tables {
		f := m.fit(&in.Tables[t])
		m.fits = append(m.fits, f)
		if known := f.known(); known > best {
			m.table, best = t, known
		}
	}
	m.nextUnsure()
	return m
}

// instruments are those that a file may answer.
func (i *importing) instruments() []*assess.Instrument {
	if i.into != nil {
		return []*assess.Instrument{i.into.Asked()}
	}
	return i.opt.Instruments()
}

func (m *matching) fit(t *assess.Table) fitting {
	for _, kept := range m.in.Kept {
		for _, in := range m.instruments {
			if kept.Instrument != in.ID {
				continue
			}
			if mapping, err := kept.Fit(t); err == nil && mapping.Check(in) == nil {
				return fitting{t, in, mapping, true}
			}
		}
	}
	return m.guess(t)
}

// guess is what a table is taken for by its headers alone.
func (m *matching) guess(t *assess.Table) fitting {
	best := fitting{table: t, instrument: m.instruments[0]}
	for i, in := range m.instruments {
		f := fitting{t, in, in.Guess(t), false}
		if i == 0 || f.known() > best.known() {
			best = f
		}
	}
	return best
}

// known is the number of columns that are taken for an item.
func (f fitting) known() int {
	n := 0
	for _, c := range f.mapping.Columns {
		if c.Role == assess.ItemColumn || c.Role == assess.AnswerColumn {
			n++
		}
	}
	return n
}

// unsure is the number of columns at which a person should look.
func (f fitting) unsure() int {
	n := 0
	for _, c := range f.mapping.Columns {
		if c.Sure < 1 {
			n++
		}
	}
	return n
}

func (m *matching) now() *fitting { return &m.fits[m.table] }

// certain reports whether nothing is left to ask. What was kept from an earlier file
// is shown again: it may have been wrong.
func (m *matching) certain() bool {
	f := m.now()
	return len(m.fits) == 1 && !f.kept && f.mapping.Certain(f.instrument)
}

// next reads the answers by the mapping, and is the form of the assessment, or the
// screen on which the people join their group.
func (m *matching) next() (Screen, error) {
	f := m.now()
	people, err := f.mapping.Apply(f.table, f.instrument)
	if err != nil {
		return nil, err
	}
	if into := m.from.into; into != nil {
		h := into.Header
		h.ID = "" // a table comes from no other luwes
		return newTakeIn(m.from, &assess.Session{Header: h, Instrument: into.Instrument, Respondents: people}), nil
	}
	return newBrought(m.from, m.in.Path, &assess.Session{Instrument: f.instrument, Respondents: people}), nil
}

// use goes on by the mapping, or tells why the answers cannot be read.
func (m *matching) use() tea.Cmd {
	next, err := m.next()
	switch {
	case err != nil && problemCount(err) > 1:
		return m.open(newRefusal(m.in.Path, err))
	case err != nil:
		return fail(err)
	}
	return m.open(next)
}

// Init has nothing to read.
func (m *matching) Init() tea.Cmd { return nil }

// Update takes the keys.
func (m *matching) Update(msg tea.Msg) (Screen, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return m, nil
	}
	f := m.now()
	switch {
	case key.Matches(k, keyBack):
		return m, m.close()
	case key.Matches(k, keyMatchSheet) && len(m.fits) > 1:
		m.table, m.at = (m.table+1)%len(m.fits), 0
		m.nextUnsure()
	case len(f.mapping.Columns) == 0:
	case key.Matches(k, keyMatchUse):
		return m, m.keepAndUse()
	case key.Matches(k, keyMatchAnew) && f.kept:
		*f, m.at = m.guess(f.table), 0
		m.nextUnsure()
	case key.Matches(k, keyMatchNext):
		m.at = (m.at + 1) % len(f.mapping.Columns)
		m.nextUnsure()
	case key.Matches(k, keyMatchColumn):
		return m, m.open(newMatchPick(m))
	default:
		m.at = step(k.String(), m.at, len(f.mapping.Columns))
	}
	return m, nil
}

// nextUnsure goes to the next column at which a person should look, from the one
// that is selected on; it stays where there is none.
func (m *matching) nextUnsure() {
	columns := m.now().mapping.Columns
	for i := range columns {
		if at := (m.at + i) % len(columns); columns[at].Sure < 1 {
			m.at = at
			return
		}
	}
}

// keepAndUse goes on with what the person has looked at, and remembers it for the
// next file like this one.
func (m *matching) keepAndUse() tea.Cmd {
	f := m.now()
	if f.known() == 0 {
		return notice("match.no-answers")
	}
	if err := f.mapping.Check(f.instrument); err != nil {
		return fail(err)
	}
	mapping := f.mapping
	mapping.Columns = slices.Clone(mapping.Columns)
	return tea.Batch(m.use(), func() tea.Msg {
		if err := m.from.opt.Exchange.Keep(mapping); err != nil {
			return failMsg{err}
		}
		return nil
	})
}

// set takes a column for something else.
func (m *matching) set(role assess.Role, item string) {
	c := &m.now().mapping.Columns[m.at]
	c.Role, c.Item, c.By, c.Sure = role, item, assess.ByHand, 1
	if m.at < len(m.now().mapping.Columns)-1 {
		m.at++
	}
}

// wordsOn is the item on which the selected column of a wide table may hold notes or
// evidence: the one that it is taken for, or else that of the answers before it, as
// forms ask for a reason after the question. It is empty where there is none.
func (m *matching) wordsOn() string {
	columns := m.now().mapping.Columns
	for i := m.at; i >= 0; i-- {
		if c := columns[i]; c.Item != "" && (i == m.at || c.Role == assess.ItemColumn) {
			return c.Item
		}
	}
	return ""
}

// samples are the first answers of a column that differ.
func (f *fitting) samples(place, most int) []string {
	var out []string
	for _, row := range f.table.Rows {
		text := oneLine(row.Cell(place))
		if row.Line <= f.mapping.Line || text == "" || slices.Contains(out, text) {
			continue
		}
		if out = append(out, text); len(out) == most {
			break
		}
	}
	return out
}

// Keys depend on how many tables the file has.
func (m *matching) Keys() []key.Binding {
	keys := []key.Binding{keyMatchUse, keyMatchColumn, keyMatchNext}
	if m.now().kept {
		keys = append(keys, keyMatchAnew)
	}
	if len(m.fits) > 1 {
		keys = append(keys, keyMatchSheet)
	}
	return append(keys, keyBack, listMove, listStart, listEnds)
}

// Title says what is looked at.
func (m *matching) Title(l Look) string {
	title := l.T("match.title")
	if len(m.fits) > 1 {
		title += ": " + oneLine(m.now().table.Name) + " (" + strconv.Itoa(m.table+1) + "/" + strconv.Itoa(len(m.fits)) + ")"
	}
	return title
}
