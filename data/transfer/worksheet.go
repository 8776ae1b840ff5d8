package transfer

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
)

// The sheets and headers of luwes' own workbook that come back, in both
// languages and small letters. ui/locale writes them; a test there and back keeps
// the two together.
var (
	resultSheets     = []string{"hasil", "results"}
	itemSheets       = []string{"butir", "items"}
	respondentSheets = []string{"responden", "respondents"}

	itemWords     = []string{"butir", "item"}
	initialWords  = []string{"hasil awal", "initial value"}
	finalWords    = []string{"hasil akhir", "final value"}
	evidenceWords = []string{"bukti dukung", "evidence"}
	noteWords     = []string{"catatan", "note"}
	basisWords    = []string{"dasar hasil akhir", "basis of the final value"}
	countWords    = []string{"jumlah orang", "people"}
	reasonsWords  = []string{"alasan kelompok", "reasons of the group"}

	agreedWords    = []string{"disepakati", "agreed"}
	disagreedWords = []string{"sepakat untuk berbeda pendapat", "agreed to disagree"}

	versionWords = []string{"versi instrumen", "instrument version"}
	regionWords  = []string{"daerah", "region"}
	codeWords    = []string{"kode wilayah", "region code"}
	unitWords    = []string{"perangkat daerah", "agency"}
	dateWords    = []string{"tanggal", "date"}
	yearWords    = []string{"tahun anggaran", "budget year"}
)

// A WorkSheet is a workbook that luwes wrote and that people filled in or
// changed in a spreadsheet.
type WorkSheet struct {
	results, items *assess.Table
	// Respondents is the sheet of the answers by person; nil where the workbook has
	// none. It is read with a mapping, as any other table.
	Respondents *assess.Table
}

// OwnWorkbook recognises luwes' own workbook by its sheet of items; nil if the
// tables are none.
func OwnWorkbook(tables []assess.Table) *WorkSheet {
	w := &WorkSheet{results: named(tables, resultSheets), items: named(tables, itemSheets), Respondents: named(tables, respondentSheets)}
	if w.items == nil {
		return nil
	}
	c := itemColumnsOf(w.items)
	if c.item == 0 || c.initial == 0 || c.final == 0 {
		return nil
	}
	return w
}

func named(tables []assess.Table, names []string) *assess.Table {
	for i := range tables {
		if slices.Contains(names, fold(strings.TrimSpace(tables[i].Name))) {
			return &tables[i]
		}
	}
	return nil
}

// Instrument is the id of the instrument that the workbook names; empty if it
// names none.
func (w *WorkSheet) Instrument() string {
	id, _, _ := strings.Cut(w.fact(versionWords), " ")
	return id
}

// Header is what the workbook says of the session: title, date, region, agency and
// budget year.
func (w *WorkSheet) Header() assess.Header {
	h := assess.Header{Date: dateOf(w.fact(dateWords)), Region: assess.Region{Code: w.fact(codeWords), Name: w.fact(regionWords)}, Unit: w.fact(unitWords)}
	h.BudgetYear, _ = strconv.Atoi(w.fact(yearWords))
	if w.results != nil && w.results.Rows[0].Line == 1 {
		h.Title = w.results.Rows[0].Cell(1)
	}
	return h
}

// fact is what stands beside a label on the sheet of results.
func (w *WorkSheet) fact(labels []string) string {
	if w.results == nil {
		return ""
	}
	for _, r := range w.results.Rows {
		if slices.Contains(labels, fold(r.Cell(1))) {
			return r.Cell(2)
		}
	}
	return ""
}

// itemColumns says where on the sheet of items something stands, from 1; 0 is
// nowhere.
type itemColumns struct {
	line                                                        int // of the headers
	item, initial, final, evidence, note, basis, count, reasons int
}

func itemColumnsOf(t *assess.Table) itemColumns {
	head := t.Rows[0]
	find := func(words []string) int {
		return 1 + slices.IndexFunc(head.Cells, func(s string) bool { return slices.Contains(words, fold(strings.TrimSpace(s))) })
	}
	return itemColumns{line: head.Line, item: find(itemWords), initial: find(initialWords), final: find(finalWords),
		evidence: find(evidenceWords), note: find(noteWords), basis: find(basisWords), count: find(countWords), reasons: find(reasonsWords)}
}
