package report

import (
	"strconv"

	"luwes/assess"
	"luwes/ui/locale"
)

// openSeats is how many rows an attendance list has for a meeting of nobody knows how
// many.
const openSeats = 20

// Attendance makes the daftar hadir of a session, to be signed. It names people only
// where they answered by name: of a coded session it leaves the names to be written,
// as a signature beside a code would say whose answers these are, and an anonymous
// session has no such list.
func Attendance(s *assess.Session, w *locale.Words) *Document {
	r := paper(s, w, Options{}, "attendance.")
	r.doc.Draft = "" // nothing in it can still change
	if s.Identity == assess.Anonymous {
		r.told("attendance.anonymous")
		return &r.doc
	}
	r.event()
	if s.Identity == assess.Coded {
		r.told("attendance.coded")
	}
	r.seats()
	r.add(Signature{Signers: []Signer{r.signer(w.T("minutes.chair"))}})
	return &r.doc
}

func (r *report) event() {
	r.add(Fields{[]Field{
		{r.w.T("attendance.event"), r.words(r.s.Instrument.Title)},
		{r.w.T("report.region"), r.place()},
		{r.w.T("minutes.day"), r.day()},
	}})
	r.add(Signature{Lines: []string{r.w.T("minutes.place"), r.w.T("minutes.time")}})
}

// seats has a row for each person, and empty ones for those who are expected too.
func (r *report) seats() {
	var rows [][]string
	for i := range r.seatCount() {
		row := []string{strconv.Itoa(i + 1), "", "", "", ""}
		if r.s.Identity == assess.Named && r.s.Method != assess.ConsensusMethod && i < len(r.s.Respondents) {
			p := &r.s.Respondents[i]
			row[1], row[2], row[3] = p.ID, p.Rank, p.Unit
		}
		rows = append(rows, row)
	}
	hand := func(id string) Column { return Column{Title: r.w.T("attendance." + id), Fill: true} }
	r.add(Table{Caption: r.doc.Title, Rows: rows, Columns: []Column{
		column(r.w.T("attendance.number")), hand("name"), hand("rank"), hand("unit"), hand("sign")}})
}

func (r *report) seatCount() int {
	n := max(r.s.Expected, r.result.Voices)
	if r.s.Method != assess.ConsensusMethod {
		n = max(n, len(r.s.Respondents))
	}
	if n < 2 && r.s.Method != assess.SelfMethod {
		return openSeats
	}
	return n
}
