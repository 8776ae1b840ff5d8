package report

import (
	"io"
	"strconv"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/ui/locale"
)

// crowd is a group of so many people who answered the built-in questionnaire, each
// item with a note.
func crowd(n int) *assess.Session {
	in := instruments.Default()
	s := &assess.Session{Instrument: in, Header: assess.Header{Title: "Uji", Date: "2026-11-23", Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Completed}}
	for i := range n {
		r := assess.Respondent{ID: "R" + strconv.Itoa(i)}
		for j, scale := range in.Scales {
			for k, it := range scale.Items {
				r.Entries = append(r.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: assess.At(1 + (i*7+j*3+k)%5), Note: "catatan tentang hal ini"})
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

// 200 people, compared with 200: content and page.
func BenchmarkHTML(b *testing.B) {
	s, earlier := crowd(200), crowd(200)
	opt := Options{Rules: instruments.Rules(s.Instrument.ID), Earlier: earlier}
	w := locale.For("id")
	for b.Loop() {
		if err := WriteHTML(io.Discard, Of(s, w, opt)); err != nil {
			b.Fatal(err)
		}
	}
}

// 200 people, compared with 200: content, pictures and package.
func BenchmarkDOCX(b *testing.B) {
	s, earlier := crowd(200), crowd(200)
	opt := Options{Rules: instruments.Rules(s.Instrument.ID), Earlier: earlier}
	w := locale.For("id")
	for b.Loop() {
		if err := WriteDOCX(io.Discard, Of(s, w, opt)); err != nil {
			b.Fatal(err)
		}
	}
}
