package data

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"luwes/assess"
	"luwes/assess/instruments"
)

// Run with: go test -run '^$' -bench . ./data

var benchSizes = []int{100, 1_000, 10_000, 100_000}

// filled keeps one database per size for all benchmarks of a run.
var filled = struct {
	sync.Mutex
	paths map[int]string
	dir   string
}{paths: map[int]string{}}

// benchStore opens a database with n sessions of 3 respondents and 5 answers each.
func benchStore(b *testing.B, n int) *Store {
	b.Helper()
	filled.Lock()
	defer filled.Unlock()
	if filled.dir == "" {
		dir, err := os.MkdirTemp("", "luwes-bench-*")
		mustDo(b, err)
		filled.dir = dir
	}
	path, ok := filled.paths[n]
	if !ok {
		path = filepath.Join(filled.dir, fmt.Sprint(n, ".db"))
		fill(b, path, n)
		filled.paths[n] = path
	}
	s, err := Open(context.Background(), path, Options{})
	mustDo(b, err)
	b.Cleanup(func() { _ = s.Close() })
	return s
}

func fill(b *testing.B, path string, n int) {
	s, err := Open(context.Background(), path, Options{Create: true})
	mustDo(b, err)
	first := mustCreate(b, s, benchSession(b))
	key, err := one[int64](context.Background(), s.current().read, "SELECT key FROM sessions WHERE id = ?", first)
	mustDo(b, err)
	mustDo(b, s.change(context.Background(), "fill", func(bt *batch) error {
		return fillRows(bt, key, n)
	}))
	mustDo(b, s.Close())
}

// fillRows multiplies one session by statements over a series of numbers.
func fillRows(bt *batch, from int64, n int) error {
	const series = `WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) `
	for _, query := range []string{
		series + `INSERT INTO sessions SELECT i + ?1, printf('s%09d', i), 'Penilaian ' || (i % 977), date('2020-01-01', '+' || (i % 2000) || ' days'),
			2026, region_code, region_name, unit, method, identity, status, language, modules, instrument,
			created + i, changed + i, 0, 0, '', 'penilaian ' || (i % 977), region_folded, 'penilaian ' || (i % 977) || char(10) || words,
			expected, eligible, margin, revealed, pin
			FROM n, sessions WHERE key = ?1`,
		series + `INSERT INTO respondents SELECT i + ?1, key, id, folded, group_name, unit, rank, place, phase, consent FROM n, respondents WHERE session = ?1`,
		series + `INSERT INTO answers SELECT i + ?1, respondent, item, round, answer, note, evidence, at FROM n, answers WHERE session = ?1`,
		series + `INSERT INTO summaries SELECT i + ?1, scoring, summary FROM n, summaries WHERE session = ?1`,
	} {
		if err := bt.exec(query, from, n); err != nil {
			return err
		}
	}
	return nil
}

func benchSession(b testing.TB) *assess.Session {
	ses := group(b, "Penilaian", "2026-11-23")
	ses.Respondents = nil
	for r := range 3 {
		p := assess.Respondent{ID: fmt.Sprint("R", r)}
		for _, item := range []string{"S1", "S2", "S3", "C1", "C2"} {
			p.Entries = append(p.Entries, answer(item, 1+r))
		}
		ses.Respondents = append(ses.Respondents, p)
	}
	return ses
}

func overSizes(b *testing.B, fn func(b *testing.B, s *Store, n int)) {
	for _, n := range benchSizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := benchStore(b, n)
			fn(b, s, n)
		})
	}
}

func BenchmarkFirstPage(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) { benchPage(b, s, assess.Query{Limit: 50}) })
}

func BenchmarkPageInTheMiddle(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		after := &assess.Row{Header: assess.Header{Date: "2022-09-01", ID: "s000000500"}}
		benchPage(b, s, assess.Query{Limit: 50, After: after})
	})
}

func BenchmarkFilter(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) { benchPage(b, s, assess.Query{Limit: 50, Filter: "n 97"}) })
}

func benchPage(b *testing.B, s *Store, q assess.Query) {
	for b.Loop() {
		if _, err := s.Sessions(context.Background(), q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSession(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		id := fmt.Sprintf("s%09d", n/2)
		for b.Loop() {
			mustSession(b, s, id)
		}
	})
}

func BenchmarkSave(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		id := fmt.Sprintf("s%09d", n/2)
		for i := 0; b.Loop(); i++ {
			mustDo(b, s.Save(context.Background(), id, "R1", "", answer("S1", 1+i%5)))
		}
	})
}

// busy is the dossier of a session that was worked on for a year.
func busy() assess.Dossier {
	var d assess.Dossier
	for i := range 40 {
		id := fmt.Sprint(i)
		d.Facts = append(d.Facts, assess.Fact{ID: id, Value: float64(i), Date: "2026-06-30", Source: "Perda 7/2021"})
		d.Plan = append(d.Plan, assess.Action{ID: id, What: "Susun peta jabatan", Who: "Bagian Organisasi", Status: assess.Begun})
		d.Wanted = append(d.Wanted, assess.Wanted{Item: id, Value: 4, Year: 2029})
	}
	return d
}

// BenchmarkKeep saves a plan of 40 actions.
func BenchmarkKeep(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		id, d := fmt.Sprintf("s%09d", n/2), busy()
		mustDo(b, s.Keep(context.Background(), id, assess.PlanPart, assess.Dossier{}, d))
		for b.Loop() {
			mustDo(b, s.Keep(context.Background(), id, assess.PlanPart, d, d))
		}
		mustDo(b, s.Keep(context.Background(), id, assess.PlanPart, d, assess.Dossier{}))
	})
}

// BenchmarkWriteAndSync is what the disk alone takes for a durable page, to
// compare BenchmarkSave with.
func BenchmarkWriteAndSync(b *testing.B) {
	f, err := os.Create(filepath.Join(b.TempDir(), "bare"))
	mustDo(b, err)
	defer f.Close()
	page := make([]byte, 4096)
	for b.Loop() {
		_, err := f.Write(page)
		mustDo(b, err)
		mustDo(b, f.Sync())
	}
}

// BenchmarkSaveTogether is the time per answer when 200 people save at once.
func BenchmarkSaveTogether(b *testing.B) {
	s := benchStore(b, 100)
	id := "s000000050"
	b.SetParallelism(100)
	var mu sync.Mutex
	people := 0
	b.RunParallel(func(pb *testing.PB) {
		mu.Lock()
		people++
		r := fmt.Sprint("P", people)
		mu.Unlock()
		for i := 0; pb.Next(); i++ {
			mustDo(b, s.Save(context.Background(), id, r, "", answer("S1", 1+i%5)))
		}
	})
}

// BenchmarkOpen is what the start of the program waits for.
func BenchmarkOpen(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		path := s.Path()
		mustDo(b, s.Close())
		for b.Loop() {
			s, err := Open(context.Background(), path, Options{})
			mustDo(b, err)
			if _, err := s.Sessions(context.Background(), assess.Query{Limit: 50}); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			mustDo(b, s.Close())
			b.StartTimer()
		}
	})
}

func BenchmarkCreateDatabase(b *testing.B) {
	for i := 0; b.Loop(); i++ {
		s, err := Open(context.Background(), filepath.Join(b.TempDir(), "luwes.db"), Options{Create: true})
		mustDo(b, err)
		mustDo(b, s.Close())
	}
}

// worked makes two sessions of the built-in instrument, 54 answers each, in a
// store with n others.
func worked(b *testing.B, s *Store) (first, second string) {
	in := instruments.Default()
	for i, id := range []*string{&first, &second} {
		ses := group(b, fmt.Sprint("Penilaian ", i), fmt.Sprintf("202%d-11-23", 5+i))
		ses.Instrument, ses.Modules, ses.Respondents = in, []string{"symptoms"}, []assess.Respondent{{ID: "1"}}
		for k, scale := range in.Scales {
			for _, it := range scale.Items {
				ses.Respondents[0].Put(answer(it.ID, 1+(k+i)%5))
			}
		}
		*id = mustCreate(b, s, ses)
	}
	return first, second
}

// BenchmarkOpenResults reads a session of 54 answers and scores it.
func BenchmarkOpenResults(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, _ int) {
		id, _ := worked(b, s)
		for b.Loop() {
			mustSession(b, s, id).Score()
		}
	})
}

// BenchmarkOpenDossier does the same with a session that has a dossier.
func BenchmarkOpenDossier(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, _ int) {
		id, _ := worked(b, s)
		for _, part := range assess.Parts {
			mustDo(b, s.Keep(context.Background(), id, part, assess.Dossier{}, busy()))
		}
		for b.Loop() {
			mustSession(b, s, id).Score()
		}
	})
}

// BenchmarkOpenComparison reads two such sessions, scores and compares them.
func BenchmarkOpenComparison(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, _ int) {
		first, second := worked(b, s)
		for b.Loop() {
			var sides []assess.Side
			for _, id := range []string{first, second} {
				ses := mustSession(b, s, id)
				sides = append(sides, assess.Side{Header: ses.Header, Result: ses.Score()})
			}
			assess.Compare(sides)
		}
	})
}

// BenchmarkForget writes the whole file anew, so it grows with it.
func BenchmarkForget(b *testing.B) {
	overSizes(b, func(b *testing.B, s *Store, n int) {
		id := fmt.Sprintf("s%09d", n/3)
		for b.Loop() {
			mustDo(b, s.Forget(context.Background(), id, ""))
		}
	})
}
