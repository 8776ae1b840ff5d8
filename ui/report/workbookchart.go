package report

import "github.com/xuri/excelize/v2"

// chart is a native bar chart of the scores in the rows from first to last, with
// the agreed scores beside them where the group agreed on anything. Bars stand in
// the order of the table, from 0 to 100.
func (b *book) chart(s *bookSheet, first, last int) *excelize.Chart {
	if last < first {
		return nil
	}
	lowest, highest, gap, dark := 0.0, 100.0, uint(60), excelize.Font{Color: "262626", Size: 10}
	series := []excelize.ChartSeries{b.series(s.name, resultScore, first, last)}
	legend := "none"
	if b.settled() {
		series = append(series, b.series(s.name, resultAgreed, first, last))
		legend = "bottom"
	}
	return &excelize.Chart{
		Type: excelize.Bar, Series: series, GapWidth: &gap,
		Format:    excelize.GraphicOptions{AltText: b.t("chart.alt")},
		Dimension: excelize.ChartDimension{Width: 900, Height: uint(140 + 36*(last-first+1))},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.t("chart")}}},
		Legend:    excelize.ChartLegend{Position: legend},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: dark},
		YAxis:     excelize.ChartAxis{Minimum: &lowest, Maximum: &highest, MajorGridLines: true, MajorUnit: 20, Font: dark},
	}
}

func (b *book) series(sheet string, column, first, last int) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name:       inSheet(sheet) + fixedAt(column, first-1),
		Categories: rangeOf(sheet, resultTitle, first, resultTitle, last),
		Values:     rangeOf(sheet, column, first, column, last),
	}
}

// settled reports whether any scale has an agreed score.
func (b *book) settled() bool {
	for i := range b.analysis.Scales {
		if b.analysis.Scales[i].Agreed.OK() {
			return true
		}
	}
	return false
}
