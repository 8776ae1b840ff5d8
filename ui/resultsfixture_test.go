package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/assess/instruments"
)

// smallInstrument has every kind of scale, a reversed and a weighted item, a
// composite, and one answer scale for all.
const smallInstrument = `
id: small
version: 1.0.0
title: {id: "Kecil", en: "Small"}
levels: 5
convention: %s
labels:
  - {id: "sangat tidak setuju", en: "strongly disagree"}
  - {id: "tidak setuju", en: "disagree"}
  - {id: "netral", en: "neutral"}
  - {id: "setuju", en: "agree"}
  - {id: "sangat setuju", en: "strongly agree"}
groups:
  - {id: core, title: {id: "Inti", en: "Core"}, scales: [one, two, pos, etc], required: true}
scales:
  - id: one
    kind: strategy
    title: {id: "Strategi pertama", en: "First strategy"}
    items:
      - {id: one1, text: {id: "Rencana {we} jelas.", en: "The plan of {we} is clear."}}
      - {id: one2, text: {id: "Rencana sering diabaikan.", en: "The plan is often ignored."}, reverse: true}
      - {id: one3, text: {id: "Rencana dibiayai.", en: "The plan is funded."}, weight: 2}
  - id: two
    kind: strategy
    title: {id: "Strategi kedua", en: "Second strategy"}
    items:
      - {id: two1, text: {id: "Pelatihan teratur.", en: "Training is regular."}}
      - {id: two2, text: {id: "Pelatihan dinilai.", en: "Training is evaluated."}}
  - id: pos
    kind: dimension
    title: {id: "Formalisasi", en: "Formalization"}
    low: {id: "kaku", en: "rigid"}
    high: {id: "lentur", en: "supple"}
    items:
      - {id: pos1, text: {id: "Prosedur dapat disesuaikan.", en: "Procedures can be adapted."}}
      - {id: pos2, text: {id: "Penyimpangan dicatat.", en: "Deviations are recorded."}}
  - id: etc
    kind: other
    title: {id: "Kepuasan", en: "Satisfaction"}
    items:
      - {id: etc1, text: {id: "Pegawai puas.", en: "Staff are satisfied."}}
bands:
  - {upTo: 50, title: {id: "Rendah", en: "Low"}}
  - {upTo: 100, title: {id: "Tinggi", en: "High"}}
composites:
  - {id: all, title: {id: "Indeks", en: "Index"}, weights: {one: 2, two: 1}}
`

func small(t testing.TB, convention string) *assess.Instrument {
	t.Helper()
	in, err := assess.ParseInstrument([]byte(fmt.Sprintf(smallInstrument, convention)))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// regency is a session of a whole regional government with the built-in
// instrument; answers are one string a respondent, one character an item: a
// level, "n" not applicable, "d" don't know, "." unanswered.
func regency(id, date string, method assess.Method, answers ...string) *assess.Session {
	return session(instruments.Default(), assess.Header{
		ID: id, Title: "Penilaian " + date[:4], Date: date, Method: method, Identity: assess.Coded, Status: assess.Completed,
		Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"}, Language: "id", Modules: []string{"symptoms"},
	}, answers...)
}

func session(in *assess.Instrument, h assess.Header, answers ...string) *assess.Session {
	s := &assess.Session{Header: h, Instrument: in}
	items := s.Asked()
	for i, line := range answers {
		r := assess.Respondent{ID: fmt.Sprintf("R-%02d", i+1)}
		k := 0
		for _, scale := range items.Scales {
			for _, it := range scale.Items {
				if k < len(line) {
					if a := answer(line[k]); a.Kind != assess.Unanswered {
						r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: a, At: at})
					}
				}
				k++
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func answer(c byte) assess.Answer {
	switch c {
	case 'n':
		return assess.Answer{Kind: assess.Inapplicable}
	case 'd':
		return assess.Answer{Kind: assess.DontKnow}
	case '.', ' ':
		return assess.Answer{}
	}
	return assess.At(int(c - '0'))
}

// The answers of one person: structural, behavioural, technical, the three
// dimensions, then the symptoms.
var (
	thisYear = strings.Join([]string{"3423n43", "2132d22", "4.45434", "3344334", "2223232", "4453444", "343", "233", "222", "45."}, "")
	lastYear = strings.Join([]string{"2322323", "212222.", "1221212", "3333334", "2223222", "3443344", "333", "222", "223", "444"}, "")
)

// group are the answers of twelve people that differ a little.
func group(line string, people int) []string {
	out := make([]string, people)
	for p := range out {
		b := []byte(line)
		for k := range b {
			if b[k] >= '1' && b[k] <= '5' {
				b[k] = byte('1' + min(max(int(b[k]-'1')+(p*7+k*3)%5/2-1, 0), 4))
			}
		}
		out[p] = string(b)
	}
	return out
}

// remarked adds a note and evidence to the first items.
func remarked(s *assess.Session) *assess.Session {
	r := &s.Respondents[0]
	for i, words := range [][2]string{
		{"Struktur mengikuti Perda lama; perubahan menunggu RPJMD baru yang masih dibahas bersama DPRD.", "Perda Nomor 8 Tahun 2016, Bagian Organisasi"},
		{"", "Anjab dan ABK tahun 2025, BKPSDM"},
		{"Belum ada kajian.", ""},
	} {
		e := r.Entries[i]
		e.Note, e.Evidence = words[0], words[1]
		r.Put(e)
	}
	return s
}

// shown opens a screen on a store, loads it and presses keys.
func opened(t testing.TB, screen Screen, width, height int, lang string, keys ...string) *driver {
	tt, _ := t.(*testing.T)
	d := &driver{t: tt, app: NewApp(options(&fakeStore{}, lang))}
	d.app.stack = append(d.app.stack, screen)
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.run(screen.Init())
	return d.press(keys...)
}
