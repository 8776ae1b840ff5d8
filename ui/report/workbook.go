package report

import (
	"bytes"
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// Workbook writes a session as a spreadsheet in the language of the words and
// returns the whole file. Its sheets are the results, the items as in the official
// work sheet, the answers by person, the calculation of each person's scores, and
// the plan.
//
// The scores are formulas over the answers, with luwes' own value in the column
// beside them. Where no person may or can be told apart there are no answers to
// calculate from: scores of anonymous sessions and of shows of hands are values,
// and marked as such. An anonymous session under [assess.AnonymousFrom] people, and
// a group that still answers, say what they are about and nothing else.
//
// It fails only if the spreadsheet cannot be put together.
func Workbook(s *assess.Session, w *locale.Words) ([]byte, error) {
	b := newBook(s, w)
	var out bytes.Buffer
	if err := writeSheets(&out, b.sheets(), b.about()); err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	return out.Bytes(), nil
}

// A book is a workbook while it is made: what it is made of, and where on its
// sheets the formulas find it.
type book struct {
	s        *assess.Session
	w        *locale.Words
	analysis *assess.Analysis
	result   *assess.Result
	// persons is whether the answers stand by person on a sheet of their own.
	persons bool
}

func newBook(s *assess.Session, w *locale.Words) *book {
	a := s.Analyze()
	return &book{s: s, w: w, analysis: a, result: a.Result,
		persons: s.Identity != assess.Anonymous && !s.ByHands() && len(s.Respondents) > 0}
}

func (b *book) sheets() []bookSheet {
	if why := b.withheld(); why != "" {
		return []bookSheet{b.resultsWithheld(why)}
	}
	out := []bookSheet{b.resultSheet(), b.itemSheet()}
	if b.persons {
		out = append(out, b.respondentSheet(), b.calculationSheet())
	}
	return append(out, b.planSheet())
}

// about is what file managers show of a file. Its date is that of the assessment:
// no clock is read here.
func (b *book) about() *excelize.DocProperties {
	p := &excelize.DocProperties{Title: safeText(b.s.Title), Creator: "luwes", Language: b.w.Lang()}
	if day, err := time.Parse(time.DateOnly, b.s.Date); err == nil {
		p.Created = day.Format(time.RFC3339)
		p.Modified = p.Created
	}
	return p
}

// withheld says why there is nothing but what the session is about; empty where there
// is more.
func (b *book) withheld() string {
	return (&report{s: b.s, w: b.w, result: b.result}).withheld()
}

// few reports whether too few people of an anonymous session answered for anything
// to be shown.
func (b *book) few() bool {
	return b.s.Identity == assess.Anonymous && b.result.Voices < assess.AnonymousFrom
}

// t is the message with the rest of an id in the area of the workbook.
func (b *book) t(id string, pairs ...any) string { return b.w.T("workbook."+id, pairs...) }

// words gives a text of the instrument for the unit of the session.
func (b *book) words(t assess.Text) string { return b.w.Text(t, b.s.Unit) }

// sheetName is the name of a sheet in the language of the workbook.
func (b *book) sheetName(id string) string { return b.t("sheet." + id) }

// A span is where a scale's items stand among all items, from 0.
type span struct{ first, count int }

// spans are the places of the items of each scale, as in the result.
func (b *book) spans() []span {
	out := make([]span, len(b.result.Scales))
	next := 0
	for i := range b.result.Scales {
		n := len(b.result.Scales[i].Scale.Items)
		out[i] = span{next, n}
		next += n
	}
	return out
}
