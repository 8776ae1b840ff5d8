package report

import (
	"io"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// A bookSheet is one sheet, whole, before it is written.
type bookSheet struct {
	name   string
	widths []float64 // of the columns, in characters; the last holds for the rest
	frozen int       // rows that stay on top
	fixed  int       // columns that stay on the left
	rows   [][]bookCell
	chart  *excelize.Chart // below the rows
}

func (s *bookSheet) add(cells ...bookCell) { s.rows = append(s.rows, cells) }

// writeSheets writes sheets as one file. Formulas carry their values, so that a
// viewer that calculates nothing shows numbers too.
func writeSheets(to io.Writer, sheets []bookSheet, about *excelize.DocProperties) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetDocProps(about); err != nil {
		return err
	}
	styles, err := newStyles(f, about.Language)
	if err != nil {
		return err
	}
	for i := range sheets {
		if err := openSheet(f, i, sheets[i].name); err != nil {
			return err
		}
		if err := writeSheet(f, &sheets[i], styles); err != nil {
			return err
		}
	}
	return f.Write(to)
}

// openSheet makes the sheet with the given place; a new file has one already.
func openSheet(f *excelize.File, place int, name string) error {
	if place == 0 {
		return f.SetSheetName(f.GetSheetName(0), name)
	}
	_, err := f.NewSheet(name)
	return err
}

func writeSheet(f *excelize.File, s *bookSheet, styles []int) error {
	if err := layOut(f, s); err != nil {
		return err
	}
	sw, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if err := setColumns(sw, s); err != nil {
		return err
	}
	for i, row := range s.rows {
		if len(row) == 0 {
			continue
		}
		cells := make([]any, len(row))
		for j, c := range row {
			cells[j] = excelize.Cell{StyleID: styles[c.style], Formula: c.formula, Value: c.value}
		}
		if err := sw.SetRow(cellAt(0, i), cells, excelize.RowOpts{Height: s.height(row)}); err != nil {
			return err
		}
	}
	if s.chart != nil {
		if err := f.AddChart(s.name, cellAt(0, len(s.rows)+1), s.chart); err != nil {
			return err
		}
	}
	return sw.Flush()
}

// layOut makes a sheet print on as few pages beside each other as can be read, with
// its frozen rows and columns on each.
func layOut(f *excelize.File, s *bookSheet) error {
	fit, wide, tall, landscape, a4 := true, s.pages(), 0, "landscape", 9
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	repeated := inSheet(s.name) + "$1:$" + strconv.Itoa(s.frozen)
	if s.fixed > 0 {
		repeated = inSheet(s.name) + "$A:$" + columnAt(s.fixed-1) + "," + repeated
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: s.name, RefersTo: repeated})
}

func setColumns(sw *excelize.StreamWriter, s *bookSheet) error {
	for i := range s.columns() {
		if err := sw.SetColWidth(i+1, i+1, s.width(i)); err != nil {
			return err
		}
	}
	pane := "bottomLeft"
	if s.fixed > 0 {
		pane = "bottomRight"
	}
	return sw.SetPanes(&excelize.Panes{Freeze: true, XSplit: s.fixed, YSplit: s.frozen, TopLeftCell: cellAt(s.fixed, s.frozen), ActivePane: pane})
}
