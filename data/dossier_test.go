package data

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"testing"

	"luwes/assess"
)

// dossier is one with two entries in every part and a value in every field,
// whatever the fields are.
func dossier() assess.Dossier {
	var d assess.Dossier
	n := 0
	fillIn(reflect.ValueOf(&d).Elem(), &n)
	return d
}

// fillIn gives every field below a value another one; n counts them.
func fillIn(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i), n)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillIn(v.Index(0), n)
		fillIn(v.Index(1), n)
	case reflect.Map:
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fillIn(key, n)
		fillIn(value, n)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, value)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillIn(v.Elem(), n)
	case reflect.String:
		v.SetString("kata <&> \u2028 " + string(rune('A'+*n%26)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(int64(1 + *n%100))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 3)
	default:
		panic("no value for a " + v.Kind().String())
	}
}

func TestKeep(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	all := dossier()
	for i, part := range assess.Parts {
		before := mustSession(t, s, id)
		mustDo(t, s.Keep(ctx, id, part, assess.Dossier{}, all))
		got := mustSession(t, s, id)
		want := before.Dossier
		reflect.ValueOf(part.Of(&want)).Elem().Set(reflect.ValueOf(part.Of(&all)).Elem())
		if !reflect.DeepEqual(got.Dossier, want) {
			t.Errorf("%s: got %+v, want %+v", part, got.Dossier, want)
		}
		if !got.Changed.After(before.Changed) {
			t.Errorf("%s: changed %v, before %v", part, got.Changed, before.Changed)
		}
		if n := documents(t, s); n != i+1 {
			t.Errorf("%s: got %d rows, want %d", part, n, i+1)
		}
	}
	mustDo(t, s.Close())
	s = openStore(t, s.Path(), options())
	if got := mustSession(t, s, id).Dossier; !reflect.DeepEqual(got, all) {
		t.Errorf("opened again: got %+v, want %+v", got, all)
	}
	less := all
	less.Plan = all.Plan[:1]
	mustDo(t, s.Keep(ctx, id, assess.PlanPart, all, less))
	if got := mustSession(t, s, id).Dossier; !reflect.DeepEqual(got, less) {
		t.Errorf("a shorter plan: got %+v", got)
	}
	for i, part := range assess.Parts {
		mustDo(t, s.Keep(ctx, id, part, less, [...]assess.Dossier{{}, {Facts: []assess.Fact{}}}[i%2]))
	}
	if n := documents(t, s); n != 0 {
		t.Errorf("empty parts leave %d rows", n)
	}
	wantCode(t, s.Keep(ctx, id, "recipes", assess.Dossier{}, all), Internal)
	wantCode(t, s.Keep(ctx, "unknown", assess.PlanPart, assess.Dossier{}, all), SessionUnknown)
}

// Two programs have one plan open. Neither loses what the other has saved, and what one
// removes is removed.
func TestTwoProgramsKeepOnePlan(t *testing.T) {
	one := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, one, group(t, "a", "2026-01-01"))
	two := openStore(t, one.Path(), options())
	plan := func(whats ...string) (d assess.Dossier) {
		for _, what := range whats {
			d.Plan = append(d.Plan, assess.Action{ID: what[:1], What: what})
		}
		return d
	}
	here, there := plan("a", "b"), plan("a", "b")
	mustDo(t, one.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, here))
	mustDo(t, two.Keep(ctx, id, assess.PlanPart, there, plan("a new", "b", "c")))
	mustDo(t, one.Keep(ctx, id, assess.PlanPart, here, plan("a", "d"))) // without having read again
	if got, want := mustSession(t, two, id).Plan, plan("a new", "d", "c").Plan; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	mustDo(t, one.Keep(ctx, id, assess.PlanPart, plan("a", "d"), plan("d"))) // what is unknown to it stays
	if got, want := mustSession(t, two, id).Plan, plan("d", "a new", "c").Plan; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func documents(t *testing.T, s *Store) int {
	t.Helper()
	n, err := one[int](t.Context(), s.current().read, "SELECT count(*) FROM documents")
	mustDo(t, err)
	return n
}

func TestCreateKeepsTheDossier(t *testing.T) {
	s := newStore(t)
	ses := group(t, "a", "2026-01-01")
	ses.Dossier = dossier()
	id := mustCreate(t, s, ses)
	if got := mustSession(t, s, id).Dossier; !reflect.DeepEqual(got, ses.Dossier) {
		t.Errorf("got  %+v\nwant %+v", got, ses.Dossier)
	}
	later := group(t, "b", "2027-01-01")
	earlier, err := s.Earlier(t.Context(), mustCreate(t, s, later))
	mustDo(t, err)
	if !reflect.DeepEqual(earlier.Plan, ses.Plan) {
		t.Errorf("next year finds the plan %+v", earlier.Plan)
	}
}

func TestMergeOfADossier(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	all := dossier()
	mustDo(t, s.Keep(ctx, id, assess.FactsPart, assess.Dossier{}, all))
	mustDo(t, s.Merge(ctx, id, &assess.Session{Dossier: assess.Dossier{Plan: all.Plan},
		Respondents: []assess.Respondent{{ID: "R009"}}}))
	mustDo(t, s.Complete(ctx, id))
	mustDo(t, s.Merge(ctx, id, &assess.Session{Dossier: assess.Dossier{Wanted: all.Wanted}}))
	got := mustSession(t, s, id)
	want := assess.Dossier{Facts: all.Facts, Plan: all.Plan, Wanted: all.Wanted}
	if !reflect.DeepEqual(got.Dossier, want) || len(got.Respondents) != 3 {
		t.Errorf("got %+v", got)
	}
	wantCode(t, s.Merge(ctx, id, &assess.Session{Dossier: all, Respondents: []assess.Respondent{{ID: "R010"}}}), SessionLocked)
	if got := mustSession(t, s, id).Dossier; !reflect.DeepEqual(got, want) {
		t.Errorf("a refused merge left %+v", got)
	}
	mustDo(t, s.Delete(ctx, id))
	wantCode(t, s.Merge(ctx, id, &assess.Session{Dossier: all}), SessionBinned)
}

// What somebody saves between the comparison with a file and the merge is not written
// over: the merge brings nothing then.
func TestMergeOverWhatWasSavedMeanwhile(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	all := dossier()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, all))
	mustDo(t, s.Raise(ctx, id, assess.Hands{Item: "s1", Round: 2, Levels: []int{0, 3}}))
	mustDo(t, s.Settle(ctx, id, assess.Settlement{Item: "s1", Outcome: assess.Agreed, Level: 4}))
	before := mustSession(t, s, id)
	people := []assess.Respondent{{ID: "R009"}}
	for name, from := range map[string]*assess.Session{
		"plan":       {Respondents: people, Dossier: assess.Dossier{Plan: []assess.Action{{ID: "other", What: "something else", Status: assess.Planned}}}},
		"hands":      {Respondents: people, Hands: []assess.Hands{{Item: "S1", Round: 2, Levels: []int{9}}}},
		"settlement": {Respondents: people, Settlements: []assess.Settlement{{Item: "S1", Outcome: assess.Disagreed}}},
	} {
		wantCode(t, s.Merge(ctx, id, from), SessionChanged)
		if after := mustSession(t, s, id); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: the merge left %+v, want %+v", name, after, before)
		}
	}
	mustDo(t, s.Merge(ctx, id, &assess.Session{Respondents: people, Dossier: assess.Dossier{Facts: all.Facts}}))
}

// TestThePlanLivesOn: after completion the dossier is still worked on, the seal
// holds, and a session in the bin is left alone.
func TestThePlanLivesOn(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, s, workshop(t))
	mustDo(t, s.Complete(ctx, id))
	all := dossier()
	for _, part := range assess.Parts {
		mustDo(t, s.Keep(ctx, id, part, assess.Dossier{}, all))
	}
	if fits, err := s.fits(ctx, s.current().read, id); err != nil || !fits {
		t.Errorf("does not fit its checksum: %v", err)
	}
	mustDo(t, s.Forget(ctx, id, "R001"))
	mustDo(t, s.Reopen(ctx, id, "alasan"))
	mustDo(t, s.Delete(ctx, id))
	wantCode(t, s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, assess.Dossier{}), SessionBinned)
	if got := mustSession(t, s, id).Dossier; !reflect.DeepEqual(got, all) {
		t.Errorf("got %+v, want %+v", got, all)
	}
}

func TestEmptyBinErasesTheDossier(t *testing.T) {
	s := newStore(t)
	ctx := t.Context()
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, assess.Dossier{Plan: []assess.Action{{ID: "1", What: "Rahasiawati"}}}))
	mustDo(t, s.Delete(ctx, id))
	assertSomewhere(t, s.Path(), "Rahasiawati")
	_, err := s.EmptyBin(ctx)
	mustDo(t, err)
	if n := documents(t, s); n != 0 {
		t.Errorf("%d rows are left", n)
	}
	assertNowhere(t, s.Path(), "Rahasiawati")
}

func TestBackupHoldsTheDossier(t *testing.T) {
	s := newStore(t)
	ses := group(t, "a", "2026-01-01")
	ses.Dossier = dossier()
	id := mustCreate(t, s, ses)
	target := s.Path() + ".backup"
	mustDo(t, s.Backup(t.Context(), target))
	if got := mustSession(t, openStore(t, target, options()), id).Dossier; !reflect.DeepEqual(got, ses.Dossier) {
		t.Errorf("got %+v", got)
	}
}

// spoilt are texts that a part can have and this program cannot read whole: what it
// does not know it would lose with the next save.
var spoilt = []string{
	`[{"id":"1","what":"x","status":"planned","colour":"blue"}]`,
	`[{"id":"1","what":"x"},{"id":2}]`,
	`{}`,
}

// TestSpoiltDossier: a session opens with the rest, says what it could not read, and
// nothing is saved over that, by whatever way.
func TestSpoiltDossier(t *testing.T) {
	for _, text := range spoilt {
		s := newStore(t)
		ctx := t.Context()
		id := mustCreate(t, s, group(t, "a", "2026-01-01"))
		all := dossier()
		mustDo(t, s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, all))
		mustDo(t, s.Keep(ctx, id, assess.FactsPart, assess.Dossier{}, all))
		spoil(t, s, "UPDATE documents SET text = ? WHERE name = 'plan'", text)
		for _, act := range []func() error{
			func() error { return s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, all) },
			func() error { return s.Keep(ctx, id, assess.PlanPart, assess.Dossier{}, assess.Dossier{}) },
			func() error { return s.Merge(ctx, id, &assess.Session{Dossier: assess.Dossier{Plan: all.Plan}}) },
		} {
			err := act()
			wantCode(t, err, PartUnread)
			if f := new(Fault); errors.As(err, &f) && (f.Values["part"] != "plan" || f.Exit() != 1) {
				t.Errorf("got %v, exit %d", f, f.Exit())
			}
		}
		mustDo(t, s.Save(ctx, id, "R001", "", answer("S1", 3)))
		mustDo(t, s.Keep(ctx, id, assess.WantedPart, assess.Dossier{}, all))
		mustDo(t, s.Complete(ctx, id))
		got := mustSession(t, s, id)
		want := assess.Dossier{Facts: all.Facts, Wanted: all.Wanted}
		if !reflect.DeepEqual(got.Dossier, want) || fmt.Sprint(got.Unread) != "[plan]" {
			t.Errorf("%s: got %+v, unread %v", text, got.Dossier, got.Unread)
		}
		if left, err := one[string](ctx, s.current().read, "SELECT text FROM documents WHERE name = 'plan'"); err != nil || left != text {
			t.Errorf("%s became %s (%v)", text, left, err)
		}
		if report, err := Examine(ctx, s.Path()); err != nil || !report.Healthy() || fmt.Sprint(report.Unread) != "["+id+" plan]" {
			t.Errorf("%s: the doctor finds %v, %v, %v", text, report.Unread, report.Mismatched, err)
		}
	}
}

// TestUnknownPart: a part that this program does not know is told and left alone.
func TestUnknownPart(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, dossier()))
	spoil(t, s, "UPDATE documents SET name = ?", "recipes")
	mustDo(t, s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, dossier()))
	if got := mustSession(t, s, id); fmt.Sprint(got.Unread) != "[recipes]" || len(got.Plan) != 2 {
		t.Errorf("got %+v, unread %v", got.Plan, got.Unread)
	}
}

// TestNoJSONIsKept: a text that is no JSON cannot even be put in.
func TestNoJSONIsKept(t *testing.T) {
	s := newStore(t)
	id := mustCreate(t, s, group(t, "a", "2026-01-01"))
	mustDo(t, s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, dossier()))
	if err := s.change(t.Context(), "spoil", func(b *batch) error { return b.exec("UPDATE documents SET text = '[{'") }); err == nil {
		t.Error("a text that is no JSON is kept")
	}
}

func spoil(t *testing.T, s *Store, query string, args ...any) {
	t.Helper()
	mustDo(t, s.change(t.Context(), "spoil", func(b *batch) error { return b.exec(query, args...) }))
}

// TestDiskFullWhileKeeping: what was kept before stays whole, and the same call
// succeeds when there is room again.
func TestDiskFullWhileKeeping(t *testing.T) {
	t.Parallel()
	path, id := built(t)
	opt := options()
	opt.pages = 60
	s := openStore(t, path, opt)
	var d assess.Dossier
	var err error
	for err == nil {
		d.Plan = append(d.Plan, assess.Action{ID: fmt.Sprint(len(d.Plan)), What: big(5000), Status: assess.Planned})
		err = s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, d)
	}
	wantFault(t, err, DiskFull, 1, nil)
	kept := mustSession(t, s, id).Plan
	if want := d.Plan[:len(d.Plan)-1]; len(kept) == 0 || !reflect.DeepEqual(kept, want) {
		t.Errorf("got %d actions, want %d", len(kept), len(want))
	}
	mustDo(t, s.current().pragma("PRAGMA max_page_count = 10000"))
	mustDo(t, s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, d))
	if kept := mustSession(t, s, id).Plan; !reflect.DeepEqual(kept, d.Plan) {
		t.Errorf("got %d actions, want %d", len(kept), len(d.Plan))
	}
}

// TestDeletedWhileKeeping: the part that was acknowledged stands in the new file.
func TestDeletedWhileKeeping(t *testing.T) {
	s, id := taken(t)
	path := s.Path()
	mustDo(t, os.Remove(path))
	mustDo(t, s.Keep(t.Context(), id, assess.PlanPart, assess.Dossier{}, dossier()))
	wantRescued(t, s, id, path, 2)
	again := openStore(t, s.Path(), options())
	if got := mustSession(t, again, id).Plan; !reflect.DeepEqual(got, dossier().Plan) {
		t.Errorf("got %+v", got)
	}
}
