package report

import "github.com/xuri/excelize/v2"

// The formats of numbers. A spreadsheet writes the decimal sign of the reader's own
// settings; only dates carry their language with them.
const (
	countFormat = "#,##0"
	scoreFormat = "#,##0.0"
	shareFormat = "0%"
)

// dateFormats are dates as 23 November 2026, by language: the codes are Microsoft's
// numbers of Indonesian and of British English.
var dateFormats = map[string]string{"id": "[$-421]d mmmm yyyy", "en": "[$-809]d mmmm yyyy"}

// newStyles adds the looks of cells to a file.
func newStyles(f *excelize.File, lang string) ([]int, error) {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	number := func(format string) *excelize.Style {
		return &excelize.Style{CustomNumFmt: &format, Alignment: &excelize.Alignment{Vertical: "top"}}
	}
	looks := []*excelize.Style{
		plainStyle: {Alignment: top},
		titleStyle: {Font: &excelize.Font{Bold: true, Size: 14}, Alignment: &excelize.Alignment{Vertical: "top"}},
		headStyle: {Font: &excelize.Font{Bold: true}, Alignment: top,
			Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9E2EC"}},
			Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "334E68"}}},
		labelStyle:  {Font: &excelize.Font{Bold: true}, Alignment: top},
		noteStyle:   {Font: &excelize.Font{Italic: true}, Alignment: &excelize.Alignment{Vertical: "top"}},
		countStyle:  number(countFormat),
		scoreStyle:  number(scoreFormat),
		shareStyle:  number(shareFormat),
		numberStyle: number("General"),
		dateStyle:   {CustomNumFmt: new(dateFormats[lang]), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top"}},
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
