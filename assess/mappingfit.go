package assess

// headerRows is how many rows from the top may hold the headers.
const headerRows = 20

// Fit lays a mapping that was kept over another file of the same kind: columns
// are found by their headers, wherever they stand now; of equal headers the
// first by the first and so on. It returns a mapping of this table, or as
// [Problems] each column that the mapping does not know and each that it needs
// and the table does not have. Columns that the table does not show any header
// for are ignored if they are empty.
func (m *Mapping) Fit(t *Table) (Mapping, error) {
	out := Mapping{Instrument: m.Instrument, Sheet: t.Name}
	head := m.headerRow(t)
	if head < 0 {
		return out, Problems{t.problem("table-empty", 0, 0)}
	}
	row := t.Rows[head]
	out.Line = row.Line
	var ps Problems
	taken := make([]bool, len(m.Columns))
	for place := 1; place <= t.width(); place++ {
		header := row.Cell(place)
		if header == "" && !t.filled(place, head) {
			continue
		}
		i := m.untaken(header, taken)
		if i < 0 {
			ps = append(ps, t.problem("mapping-column-new", row.Line, place, "header", brief(header)))
			continue
		}
		taken[i] = true
		c := m.Columns[i]
		c.Place, c.Header = place, header
		out.Columns = append(out.Columns, c)
	}
	for i, c := range m.Columns {
		if !taken[i] && c.Role != IgnoredColumn {
			ps = append(ps, t.problem("mapping-column-gone", row.Line, 0, "header", brief(c.Header)))
		}
	}
	if len(ps) > 0 {
		return out, ps
	}
	return out, nil
}

// untaken is the first column with a header that no column of the file has taken
// yet; -1 if there is none.
func (m *Mapping) untaken(header string, taken []bool) int {
	for i, c := range m.Columns {
		if !taken[i] && plainText(c.Header) == plainText(header) {
			return i
		}
	}
	return -1
}

// headerRow is the row that holds most of the headers of a mapping; -1 if the
// table is empty.
func (m *Mapping) headerRow(t *Table) int {
	known := map[string]bool{}
	for _, c := range m.Columns {
		known[plainText(c.Header)] = c.Header != ""
	}
	return bestRow(t, func(cell string) bool { return known[plainText(cell)] })
}

// bestRow is the row near the top of which most cells fit; the first row where
// none does, -1 if there is no row.
func bestRow(t *Table, fits func(cell string) bool) int {
	best, most := -1, -1
	for i := range min(len(t.Rows), headerRows) {
		n := 0
		for place := range t.Rows[i].Cells {
			if cell := t.Rows[i].Cell(place + 1); cell != "" && fits(cell) {
				n++
			}
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}
