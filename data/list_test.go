package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

// listed fills a store with sessions that share dates, titles and regions.
func listed(t *testing.T, n int) (*Store, []assess.Row) {
	t.Helper()
	s := newStore(t)
	regions := []string{"Kabupaten Bandung", "kota Ambon", "Kabupaten Agam"}
	for i := range n {
		ses := group(t, fmt.Sprintf("%s %d", []string{"penilaian", "Penilaian", "Awal"}[i%3], i%4), fmt.Sprintf("2026-0%d-01", 1+i%3))
		ses.Region = assess.Region{Name: regions[i%len(regions)]}
		ses.Unit = fmt.Sprintf("Dinas %d", i%2)
		id := mustCreate(t, s, ses)
		if i%7 == 6 {
			mustDo(t, s.Delete(t.Context(), id))
		}
	}
	page, err := s.Sessions(t.Context(), assess.Query{})
	mustDo(t, err)
	return s, page.Rows
}

// before is the order that a list should have.
var before = map[assess.SortOrder]func(a, b assess.Row) int{
	assess.ByDate:  func(a, b assess.Row) int { return strings.Compare(b.Date, a.Date) },
	assess.ByTitle: func(a, b assess.Row) int { return strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)) },
	assess.ByRegion: func(a, b assess.Row) int {
		return cmp.Or(strings.Compare(strings.ToLower(a.Region.Name), strings.ToLower(b.Region.Name)), strings.Compare(b.Date, a.Date))
	},
	assess.ByChanged: func(a, b assess.Row) int { return b.Changed.Compare(a.Changed) },
}

func idsOf(rows []assess.Row) []string {
	out := make([]string, len(rows))
	for i, r := range rows {
		out[i] = r.ID
	}
	return out
}

func TestPagesMakeUpTheList(t *testing.T) {
	t.Parallel()
	s, rows := listed(t, 40)
	if len(rows) != 35 {
		t.Fatalf("got %d rows, want 35", len(rows))
	}
	for _, r := range rows {
		if ses := mustSession(t, s, r.ID); r.Instrument != ses.Instrument.ID {
			t.Fatalf("row %s: questionnaire %q, want %q", r.ID, r.Instrument, ses.Instrument.ID)
		}
	}
	for order, compare := range before {
		for _, filter := range []string{"", "penilaian", "DINAS 1  agam", "2026-02", "nothing"} {
			want := slices.DeleteFunc(slices.Clone(rows), func(r assess.Row) bool { return !matches(r, filter) })
			slices.SortFunc(want, func(a, b assess.Row) int { return cmp.Or(compare(a, b), strings.Compare(a.ID, b.ID)) })
			for _, limit := range []int{0, 4, 100} {
				q := assess.Query{Filter: filter, Sort: order, Limit: limit}
				if got := allPages(t, s, q, len(want)); !slices.Equal(got, idsOf(want)) {
					t.Errorf("%s %q %d:\ngot  %v\nwant %v", order, filter, limit, got, idsOf(want))
				}
			}
		}
	}
}

func matches(r assess.Row, filter string) bool {
	text := strings.ToLower(r.Title + "\n" + r.Region.Name + "\n" + r.Unit + "\n" + r.Date)
	for _, w := range strings.Fields(strings.ToLower(filter)) {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func allPages(t *testing.T, s *Store, q assess.Query, total int) (ids []string) {
	t.Helper()
	for {
		page, err := s.Sessions(t.Context(), q)
		mustDo(t, err)
		if page.Total != total {
			t.Fatalf("got total %d, want %d", page.Total, total)
		}
		ids = append(ids, idsOf(page.Rows)...)
		if !page.More {
			return ids
		}
		q.After = &page.Rows[len(page.Rows)-1]
	}
}

func TestBin(t *testing.T) {
	s, rows := listed(t, 14)
	page, err := s.Sessions(t.Context(), assess.Query{Bin: true, Sort: assess.ByTitle})
	mustDo(t, err)
	if page.Total != 2 || len(page.Rows) != 2 || page.Rows[0].Binned.IsZero() {
		t.Fatalf("got %+v", page)
	}
	binned := page.Rows[0].ID
	wantCode(t, s.Save(t.Context(), binned, "R001", "", answer("S1", 1)), SessionBinned)
	wantCode(t, s.Save(t.Context(), binned, "R001", "S1"), SessionBinned)
	wantCode(t, s.Complete(t.Context(), binned), SessionBinned)
	wantCode(t, s.Amend(t.Context(), binned, page.Rows[0].Header), SessionBinned)
	wantCode(t, s.Delete(t.Context(), rows[0].ID, "unknown"), SessionUnknown)
	if ses := mustSession(t, s, rows[0].ID); !ses.Binned.IsZero() {
		t.Error("a refused delete moved a session")
	}
	mustDo(t, s.Undelete(t.Context(), binned))
	mustDo(t, s.Save(t.Context(), binned, "R001", "", answer("S1", 1)))
	n, err := s.EmptyBin(t.Context())
	mustDo(t, err)
	if n != 1 {
		t.Errorf("removed %d, want 1", n)
	}
	if _, err := s.Session(t.Context(), page.Rows[1].ID); codeOf(err) != SessionUnknown {
		t.Errorf("got %v", err)
	}
}

func TestResolve(t *testing.T) {
	s := newStore(t)
	for _, id := range []string{"abcdefghij", "abcdxxxxxx", "qwertyuiop", "abcd"} {
		ses := group(t, id, "2026-01-01")
		ses.ID = id
		mustCreate(t, s, ses)
	}
	mustDo(t, s.Save(t.Context(), "abcdxxxxxx", "R1", "", answer("S1", 1)))
	mustDo(t, s.Save(t.Context(), "qwertyuiop", "R1", "", answer("S1", 1)))
	mustDo(t, s.Delete(t.Context(), "qwertyuiop"))
	for _, tc := range []struct{ ref, id, code string }{
		{"abcdefghij", "abcdefghij", ""},
		{" ABCDE ", "abcdefghij", ""},
		{"abcd", "abcd", ""},
		{"qwer", "qwertyuiop", ""},
		{"qwe", "", SessionUnknown},
		{"", "", SessionUnknown},
		{"zzzz", "", SessionUnknown},
		{"last", "abcdxxxxxx", ""},
	} {
		id, err := s.Resolve(t.Context(), tc.ref)
		if wantCode(t, err, tc.code); id != tc.id {
			t.Errorf("%q: got %q, want %q", tc.ref, id, tc.id)
		}
	}
	ses := group(t, "x", "2026-01-01")
	ses.ID = "abcdexxxxx"
	mustCreate(t, s, ses)
	_, err := s.Resolve(t.Context(), "abcde")
	wantCode(t, err, SessionAmbiguous)
	_, err = newStore(t).Resolve(t.Context(), Last)
	wantCode(t, err, SessionUnknown)
}

func TestEarlier(t *testing.T) {
	s := newStore(t)
	add := func(date, code, name, unit string) string {
		ses := group(t, date, date)
		ses.Region, ses.Unit = assess.Region{Code: code, Name: name}, unit
		return mustCreate(t, s, ses)
	}
	first := add("2024-05-01", "32.04", "Kabupaten Bandung", "Bappeda")
	second := add("2025-05-01", "32.04", "Kab. Bandung", "bappeda ")
	add("2025-06-01", "32.04", "Kabupaten Bandung", "Dinas")
	binned := add("2025-07-01", "32.04", "Kabupaten Bandung", "Bappeda")
	third := add("2025-05-01", "32.04", "Kabupaten Bandung", "Bappeda")
	last := add("2026-05-01", "32.04", "Kabupaten Bandung", "Bappeda")
	free := add("2025-01-01", "", "Desa Sukamaju", "")
	freeAgain := add("2026-01-01", "", " desa sukamaju", "")
	mustDo(t, s.Delete(t.Context(), binned))
	for id, want := range map[string]string{first: "", second: first, third: second, last: third, free: "", freeAgain: free} {
		got, err := s.Earlier(t.Context(), id)
		mustDo(t, err)
		if (got == nil) != (want == "") || got != nil && got.ID != want {
			t.Errorf("%s: got %v, want %q", id, got, want)
		}
	}
	_, err := s.Earlier(t.Context(), "unknown")
	wantCode(t, err, SessionUnknown)
}

// What became of a plan is asked at the next session of the place, with whatever
// questionnaire, and past sessions that have no plan or none any more.
func TestEarlierPlan(t *testing.T) {
	s := newStore(t)
	plan := assess.Dossier{Plan: []assess.Action{{ID: "a", What: "b"}}}
	add := func(date, unit, instrument string, d assess.Dossier) string {
		ses := group(t, date, date)
		in := *ses.Instrument
		in.ID = instrument
		ses.Unit, ses.Instrument, ses.Dossier = unit, &in, d
		return mustCreate(t, s, ses)
	}
	first := add("2023-05-01", "Bappeda", "small", plan)
	other := add("2024-05-01", "Bappeda", "rehearsal", plan)
	add("2025-05-01", "Bappeda", "small", assess.Dossier{Facts: []assess.Fact{{ID: "agencies", Value: 3}}})
	add("2025-06-01", "Dinas", "small", plan)
	emptied := add("2025-07-01", "Bappeda", "small", plan)
	last := add("2026-05-01", "Bappeda", "small", assess.Dossier{})
	mustDo(t, s.Keep(t.Context(), emptied, assess.PlanPart, plan, assess.Dossier{}))
	for id, want := range map[string]string{first: "", other: first, last: other} {
		got, err := s.EarlierPlan(t.Context(), id)
		mustDo(t, err)
		if (got == nil) != (want == "") || got != nil && (got.ID != want || len(got.Plan) != 1) {
			t.Errorf("%s: got %v, want %q", id, got, want)
		}
	}
}
