package command

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"luwes/assess"
	"luwes/data/regions"
	"luwes/data/transfer"
)

// collectedReader reads a file that was collected elsewhere: a spreadsheet or a
// text file whose columns must first be matched to items, or luwes' own workbook
// that people filled in. What such a workbook says of the session fills in the
// flags that were left out.
func (p *program) collectedReader(text io.Reader, path string, i *importing, h *assess.Header) (reader, error) {
	tables, err := transfer.ReadTables(text, p.nameOf(path))
	if err != nil {
		return nil, readFault(err, path)
	}
	c := &collected{p: p, i: i, tables: tables, name: p.nameOf(path)}
	if i.mapping != "" {
		if c.kept, err = p.readMapping(i.mapping); err != nil {
			return nil, err
		}
		i.instrument = first(i.instrument, c.kept.Instrument)
	}
	if i.mapping == "" && i.sheet == "" {
		c.own = transfer.OwnWorkbook(tables)
	}
	if c.own != nil {
		i.instrument = first(i.instrument, c.own.Instrument())
		fillHeader(h, c.own.Header(), i)
	}
	return func(in *assess.Instrument) (*assess.Session, error) {
		s, err := c.read(in)
		var problems assess.Problems
		if errors.As(err, &problems) {
			if exitOf(err) == exitInput {
				return nil, problems.In(c.name)
			}
		}
		return s, err
	}, nil
}

// fillHeader takes from a workbook what no flag says.
func fillHeader(h *assess.Header, from assess.Header, i *importing) {
	if i.title == "" && from.Title != "" {
		h.Title = clean(from.Title)
	}
	if i.date == "" && from.Date != "" {
		h.Date = from.Date
	}
	if i.unit == "" {
		h.Unit = clean(from.Unit)
	}
	if i.region == "" {
		h.Region = assess.Region{Name: clean(from.Region.Name)}
		if r, ok := regions.ByCode(from.Region.Code); ok {
			h.Region.Code, h.Region.Name = r.Code, r.Name
		}
	}
	h.BudgetYear = from.BudgetYear
}

// collected is a file collected elsewhere while it is read.
type collected struct {
	p      *program
	i      *importing
	tables []assess.Table
	name   string
	own    *transfer.WorkSheet
	kept   *assess.Mapping // of --mapping
}

func (c *collected) read(in *assess.Instrument) (*assess.Session, error) {
	s := &assess.Session{}
	if c.own == nil || c.own.Respondents != nil {
		table, err := c.table(in)
		if err != nil {
			return nil, err
		}
		m, err := c.mapping(table, in)
		if err != nil {
			return nil, err
		}
		if s.Respondents, err = m.Apply(table, in); err != nil {
			return nil, err
		}
	}
	if c.own != nil {
		var err error
		if s.Respondents, s.Settlements, err = c.own.Fill(s.Respondents, in); err != nil {
			return nil, err
		}
	}
	for i := range s.Respondents {
		if s.Respondents[i].ID == "" { // a number would match strangers of two years
			s.Respondents[i].ID = strings.ToLower(rand.Text()[:10])
		}
	}
	return s, nil
}

// table is the sheet that was asked for, or that of the mapping, or the only one
// that is shown, or the only one of these that leaves nothing to ask.
func (c *collected) table(in *assess.Instrument) (*assess.Table, error) {
	if c.own != nil {
		return c.own.Respondents, nil
	}
	var shown, certain []*assess.Table
	var names []string
	for i := range c.tables {
		t := &c.tables[i]
		names = append(names, t.Name)
		if c.i.sheet != "" && strings.EqualFold(t.Name, strings.TrimSpace(c.i.sheet)) {
			return t, nil
		}
		if c.i.sheet == "" && c.kept != nil && c.kept.Sheet != "" && t.Name == c.kept.Sheet {
			return t, nil
		}
		if t.Hidden {
			continue
		}
		shown = append(shown, t)
		if m := in.Guess(t); m.Certain(in) {
			certain = append(certain, t)
		}
	}
	all := strings.Join(names, ", ")
	switch {
	case c.i.sheet != "":
		return nil, misuse("sheet-unknown", "value", clean(c.i.sheet), "allowed", all)
	case len(shown) == 1:
		return shown[0], nil
	case len(certain) == 1:
		return certain[0], nil
	}
	return nil, assess.Problems{assess.NewProblem("sheet-choose", "allowed", all)}
}

// mapping is the kept mapping fitted to the table, or else a guess that leaves
// nothing to ask. Any other guess is shown and not used.
func (c *collected) mapping(t *assess.Table, in *assess.Instrument) (*assess.Mapping, error) {
	if c.kept != nil {
		if c.kept.Instrument != "" && c.kept.Instrument != in.ID {
			return nil, assess.Problems{assess.NewProblem("mapping-instrument", "value", c.kept.Instrument, "want", in.ID)}
		}
		m, err := c.kept.Fit(t)
		if err == nil {
			err = c.write(&m)
		}
		return &m, err
	}
	m := in.Guess(t)
	if err := c.write(&m); err != nil {
		return nil, err
	}
	switch {
	case m.Certain(in):
		return &m, nil
	case !slices.ContainsFunc(m.Columns, func(c assess.Column) bool { return c.Item != "" || c.Role == assess.AnswerColumn }):
		return nil, m.Check(in)
	}
	c.p.showMapping(t, &m)
	problem := assess.NewProblem("mapping-unsure")
	if c.i.mappingOut != "" {
		problem = assess.NewProblem("mapping-unsure-written", "path", c.i.mappingOut)
	}
	problem.Place.Sheet = t.Name
	return nil, assess.Problems{problem}
}

// write keeps a mapping in the file that was asked for.
func (c *collected) write(m *assess.Mapping) error {
	if c.i.mappingOut == "" {
		return nil
	}
	var b strings.Builder
	if err := transfer.WriteMapping(&b, m); err != nil {
		return err
	}
	return writeFile(c.i.mappingOut, false, []byte(b.String()))
}

func (p *program) readMapping(path string) (*assess.Mapping, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	defer f.Close()
	m, err := transfer.ReadMapping(f, path)
	return m, readFault(err, path)
}
