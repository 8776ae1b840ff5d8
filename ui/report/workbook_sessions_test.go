package report

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// workbookSessions are sessions of every kind that a workbook treats differently.
func workbookSessions(t testing.TB) map[string]*assess.Session {
	small := weighted(t)
	official := instruments.Find("institutional-evaluation")
	out := map[string]*assess.Session{
		"n012":      oracleSession(t),
		"weighted":  answeredSession(small, assess.GroupMethod, 9),
		"share":     answeredSession(official, assess.GroupMethod, 7),
		"self":      answeredSession(official, assess.SelfMethod, 1),
		"room":      answeredSession(small, assess.ConsensusMethod, 1),
		"anonymous": answeredSession(small, assess.GroupMethod, 6),
		"few":       answeredSession(small, assess.GroupMethod, 2),
		"hands":     handsSession(small),
		"empty":     answeredSession(small, assess.GroupMethod, 0),
		"silent":    answeredSession(small, assess.GroupMethod, 2),
	}
	for i := range out["silent"].Respondents {
		out["silent"].Respondents[i].Entries = nil
	}
	out["anonymous"].Identity, out["few"].Identity = assess.Anonymous, assess.Anonymous
	for _, name := range []string{"n012", "weighted", "share", "anonymous", "few", "hands"} {
		settle(out[name])
	}
	return out
}

// weighted has what formulas can get wrong: reversed and weighted items, minimum
// shares other than a half, a scale that applies to nobody, quotes and formulas in
// ids and titles.
func weighted(t testing.TB) *assess.Instrument {
	t.Helper()
	labels := "[{id: satu}, {id: dua}, {id: tiga}, {id: empat}]"
	var y strings.Builder
	y.WriteString("id: kecil\nversion: 1.0.0\ntitle: {id: \"=Kecil\"}\nlevels: 4\nlabels: " + labels + "\nscales:\n")
	scale := func(id, minimum string, items int) {
		fmt.Fprintf(&y, "  - {id: %s, kind: other, title: {id: \"+%s 'satu'\"}, minimum: %s, items: [", id, id, minimum)
		for i := range items {
			fmt.Fprintf(&y, "{id: %s%d, text: {id: \"@Tanya {we}\"}, weight: %v, reverse: %t}, ", id, i+1, 0.5+float64(i%4)*0.7, i%3 == 1)
		}
		y.WriteString("]}\n")
	}
	scale("a", "0.5", 7)
	scale("b", "0.56", 25)
	scale("c", "1", 3)
	scale("d", "0", 4)
	scale("na", "0.5", 3)
	y.WriteString("bands: [{upTo: 50, title: {id: rendah}}, {upTo: 100, title: {id: tinggi}}]\n")
	y.WriteString("composites: [{id: ab, title: {id: Gabungan}, weights: {a: 2, b: 1.5, na: 3}}, {id: none, title: {id: Tanpa}, weights: {c: 1, a: 1}}]\n")
	in, err := assess.ParseInstrument([]byte(y.String()))
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// answeredSession has people who leave out much and write what a spreadsheet would
// run. The same arguments give the same session.
func answeredSession(in *assess.Instrument, method assess.Method, people int) *assess.Session {
	random := rand.New(rand.NewPCG(5, uint64(people)))
	s := &assess.Session{Instrument: in, Header: assess.Header{ID: "abcdefghij", Title: "=Penilaian 2026", Date: "2026-11-23", BudgetYear: 2026,
		Region: assess.Region{Code: "32.04", Name: "Kabupaten Bandung"}, Unit: "-Dinas", Method: method, Identity: assess.Coded, Status: assess.Completed}}
	for i := range people {
		r := assess.Respondent{ID: fmt.Sprintf("=P%03d", i+1), Group: "A", Unit: "+U", Rank: "IV/a"}
		for _, scale := range in.Scales {
			for _, it := range scale.Items {
				r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: randomAnswer(random, in.Levels, scale.ID == "na"),
					Note: "=1+1", Evidence: "@Perbup"})
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	s.Plan = []assess.Action{{ID: "x", What: "=HYPERLINK(1)", Who: "+Bappeda", When: "Triwulan II 2027", Scale: in.Scales[0].ID, First: true, Status: assess.Planned},
		{ID: "y", What: "Menyusun kajian", Status: assess.Carried, Outcome: "-selesai"}}
	return s
}

func randomAnswer(random *rand.Rand, levels int, inapplicable bool) assess.Answer {
	switch k := random.IntN(20); {
	case inapplicable, k < 2:
		return assess.Answer{Kind: assess.Inapplicable}
	case k < 5:
		return assess.Answer{Kind: assess.DontKnow}
	case k < 9:
		return assess.Answer{}
	}
	return assess.At(1 + random.IntN(levels))
}

// settle lets the group agree on some items, and disagree on one.
func settle(s *assess.Session) {
	for i, scale := range s.Instrument.Scales {
		for j, it := range scale.Items {
			switch {
			case i%2 == 0 && j%3 == 0 && scale.ID != "na":
				s.Settlements = append(s.Settlements, assess.Settlement{Item: it.ID, Outcome: assess.Agreed, Level: 1 + (i+j)%s.Instrument.Levels, Reason: "=alasan"})
			case i == 1 && j == 0:
				s.Settlements = append(s.Settlements, assess.Settlement{Item: it.ID, Outcome: assess.Disagreed, Dissent: "+lain"})
			}
		}
	}
}

func handsSession(in *assess.Instrument) *assess.Session {
	s := answeredSession(in, assess.GroupMethod, 0)
	for _, scale := range in.Scales[:3] {
		for j, it := range scale.Items {
			s.Hands = append(s.Hands, assess.Hands{Item: it.ID, Round: 1, Levels: []int{j % 3, 2, 3, 1}, DontKnow: 1})
		}
	}
	return s
}

// oracleSession are the twelve people of whom R has told the scores, with some
// answers turned into "na" and "dk".
func oracleSession(t testing.TB) *assess.Session {
	t.Helper()
	file, err := os.Open("../../assess/testdata/score_n012.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	in := instruments.Default()
	core := *in
	core.Scales = in.Scales[:6]
	s := answeredSession(&core, assess.GroupMethod, 0)
	for i, row := range rows[1:] {
		r := assess.Respondent{ID: row[0], Group: row[1]}
		place := 2
		for _, scale := range core.Scales {
			for _, it := range scale.Items {
				answer, ok := assess.ParseAnswer(row[place], in.Levels)
				if !ok {
					t.Fatalf("%s: %q", row[0], row[place])
				}
				if answer.Kind == assess.Unanswered && i%2 == 0 {
					answer = assess.Answer{Kind: assess.DontKnow}
				}
				if (i+place)%17 == 0 {
					answer = assess.Answer{Kind: assess.Inapplicable}
				}
				r.Put(assess.Entry{Item: it.ID, Round: 1, Answer: answer})
				place++
			}
		}
		s.Respondents = append(s.Respondents, r)
	}
	return s
}

func manyRespondents(t testing.TB, people int) *assess.Session {
	s := answeredSession(instruments.Default(), assess.GroupMethod, people)
	s.Modules = []string{}
	for _, m := range s.Instrument.Modules() {
		s.Modules = append(s.Modules, m.ID)
	}
	return s
}
