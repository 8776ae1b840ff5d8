package report

import "github.com/xuri/excelize/v2"

// The formats of numbers. A spreadsheet writes the decimal sign of the reader's own
// settings; only dates carry their language with them.
const (
	countFormat = "#,##0"
	scoreFormat = "#,##0.0"
	shareFormat = "0.0%" // papers round shares down; here 98.8 % must not read as 99 %
)

// dateFormats are dates as 23 November 2026, by language: the codes are Microsoft's
// numbers of Indonesian and of British English.
var dateFormats = map[string]string{"id": "[$-421]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}

// newStyles adds the looks of cells to a file, in the order of [bookStyle].
func newStyles(f *excelize.File, lang string) ([]int, error) {
	left, right, wrapped := aligned("left", false), aligned("right", false), aligned("left", true)
	number := func(format string, at *excelize.Alignment) *excelize.Style {
		return &excelize.Style{CustomNumFmt: &format, Alignment: at, Font: font()}
	}
	bold, title, italic := font(), font(), font()
	bold.Bold, title.Bold, title.Size, italic.Italic = true, true, 14, true
	looks := []*excelize.Style{
		plainStyle: {Font: font(), Alignment: wrapped},
		titleStyle: {Font: title, Alignment: left},
		headStyle: {Font: bold, Alignment: wrapped,
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2EC"}},
			Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "334E68"}}},
		labelStyle:     {Font: bold, Alignment: wrapped},
		noteStyle:      {Font: italic, Alignment: left},
		countStyle:     number(countFormat, right),
		numberStyle:    number("General", right),
		scoreStyle:     number(scoreFormat, right),
		shareStyle:     number(shareFormat, right),
		factStyle:      number("General", left),
		factShareStyle: number(shareFormat, left),
		dateStyle:      number(dateFormats[lang], left),
	}
	ids := make([]int, len(looks))
	for style, look := range looks {
		id, err := f.NewStyle(look)
		if err != nil {
			return nil, err
		}
		ids[style] = id
	}
	return ids, nil
}

func font() *excelize.Font { return &excelize.Font{Family: "Calibri", Size: 11} }

// aligned puts text at the top of its cell, a little away from its neighbour.
func aligned(side string, wrap bool) *excelize.Alignment {
	return &excelize.Alignment{Vertical: "top", Horizontal: side, Indent: 1, WrapText: wrap}
}
