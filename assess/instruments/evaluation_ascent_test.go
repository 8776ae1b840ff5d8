package instruments_test

import (
	"math"
	"strings"
	"testing"

	"luwes/assess/instruments"
)

// TestFormAscent: level 3 everywhere is 75. By the form's formula one level of per is
// 10 ÷ 4 ÷ 4 = 0.625, of tek 10 ÷ 5 ÷ 4 = 0.5: all of both make 80 exactly, which is
// still P-4, so one item of kom, 25 ÷ 14 ÷ 4 = 0.4464, must join them.
func TestFormAscent(t *testing.T) {
	in := form()
	levels := map[string]int{}
	for _, s := range in.Scales {
		for _, it := range s.Items {
			levels[it.ID] = 3
		}
	}
	all := instruments.Rules(in.ID).Ascents(rehearsal(in, levels), nil)
	if len(all) != 1 || all[0].Composite.ID != "total" {
		t.Fatalf("%d ascents, want that of the total, which alone carries a rating", len(all))
	}
	a := all[0]
	var items []string
	for _, r := range a.Raises {
		items = append(items, r.Item.ID)
		if r.From != 3 || r.To != 4 {
			t.Errorf("%s from %g to %d, want 3 to 4", r.Item.ID, r.From, r.To)
		}
	}
	if got, want := strings.Join(items, " "), "per1 per2 per3 per4 tek1 tek2 tek3 tek4 tek5 kom1"; got != want {
		t.Errorf("raises %s, want %s", got, want)
	}
	if math.Abs(a.Missing-5) > 1e-9 || round4(a.After) != 80.4464 || !strings.HasPrefix(a.Next.Title.EN, "P-5 ") {
		t.Errorf("%g points to %s, after %g; want 5 to P-5, after 80.4464", a.Missing, a.Next.Title.EN, a.After)
	}
	if len(a.Losses) != 8 || a.Losses[0].Scale.ID != "kom" || math.Abs(a.Losses[0].Lost()-6.25) > 1e-9 {
		t.Errorf("losses %+v, want eight, first kom with 6.25", a.Losses)
	}
	for id := range levels {
		levels[id] = 4
	}
	if a := instruments.Rules(in.ID).Ascents(rehearsal(in, levels), nil)[0]; !a.Next.Title.Empty() || len(a.Raises)+len(a.Losses) > 0 {
		t.Errorf("at 100 there is something above: %+v", a)
	}
}
