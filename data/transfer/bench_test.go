package transfer

import (
	"io"
	"strconv"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// crowd is a group of 200 who answered all of the built-in questionnaire.
func crowd() *assess.Session {
	in := instruments.Default()
	s := &assess.Session{Instrument: in, Header: assess.Header{ID: "abcdefghi2", Title: "Uji", Date: "2026-11-23",
		Method: assess.GroupMethod, Identity: assess.Coded, Status: assess.Open}}
	for i := range 200 {
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

// A session of 200 people as the files for other programs.
func BenchmarkWrite(b *testing.B) {
	s := crowd()
	for name, write := range map[string]func(io.Writer, *assess.Session) error{"csv": WriteWide, "long": WriteLong, "json": WriteSession} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(io.Discard, s); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
