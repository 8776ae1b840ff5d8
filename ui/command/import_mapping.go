package command

import (
	"fmt"
	"math"
	"strconv"

	"luwes/assess"
	"luwes/ui/locale"
)

// showMapping writes what the columns of a table are taken for to standard error,
// since nothing of it is a result. What a person must look at is marked in words.
func (p *program) showMapping(t *assess.Table, m *assess.Mapping) {
	w := p.words()
	p.say("mapping.title")
	columns := []column{{title: w.T("mapping.column")}, {title: w.T("mapping.header"), give: true}, {title: w.T("mapping.as")},
		{title: w.T("mapping.basis")}, {}}
	var rows [][]string
	for _, c := range m.Columns {
		place := strconv.Itoa(c.Place)
		if t.Name != "" {
			place = locale.ColumnName(c.Place)
		}
		check := ""
		if c.Sure < 1 {
			check = w.T("mapping.unsure")
		}
		rows = append(rows, []string{place, c.Header, w.T("mapping.role."+string(c.Role), "item", c.Item),
			w.T("mapping.by."+string(c.By), "sure", fmt.Sprintf("%.0f%%", math.Floor(100*c.Sure))), check})
	}
	writeTable(p.err, "  ", columns, rows)
}
