package ui

import (
	"strings"
	"testing"

	"luwes/assess"
)

func ids(il *itemList) string {
	var out []string
	for _, row := range il.shown {
		out = append(out, row.item.Item.ID)
	}
	return strings.Join(out, " ")
}

// The lowest level comes first and what has none last: unanswered, unknown, not
// applicable.
func TestItemsAreSortedByLevel(t *testing.T) {
	d := opened(t, newItemList(years(t), "agency", nil), 80, 40, "id")
	il := d.app.top().(*itemList)
	if got, want := ids(il), "etc1 one1 one2 pos1 two1 one3 two2 pos2"; got != want {
		t.Errorf("items are %q, want %q", got, want)
	}
	d.press("s")
	if got, want := ids(il), "one1 one2 one3 two1 two2 pos1 pos2 etc1"; got != want {
		t.Errorf("items in order are %q, want %q", got, want)
	}
	d.press("right")
	if got, want := ids(il), "one1 one2 one3"; got != want {
		t.Errorf("items of the first scale are %q, want %q", got, want)
	}
	d.press("left", "left")
	if got, want := ids(il), "etc1"; got != want {
		t.Errorf("items of the last scale are %q, want %q", got, want)
	}
}

// A level without evidence is provisional; an item without a level is not.
func TestProvisional(t *testing.T) {
	il := newItemList(years(t), "agency", nil)
	d := opened(t, il, 80, 40, "id").shows("3 sementara (belum ada bukti dukung)", "1 belum dijawab")
	for _, row := range il.all {
		want := row.without == "" && len(row.evidence) == 0
		if row.provisional() != want {
			t.Errorf("%s: provisional is %t", row.item.Item.ID, row.provisional())
		}
	}
	d.press("right", "enter").shows("Bukti dukung Perda Nomor 8 Tahun 2016", "Catatan Struktur mengikuti Perda lama")
}

// The sign stands at the level as it was ticked, also where the item is
// reversed, and the counts too.
func TestDetailOfReversedItem(t *testing.T) {
	store := years(t)
	d := opened(t, newItemList(store, "agency", nil), 80, 40, "id", "s", "down", "enter")
	d.shows("Butir one2 (2 dari 8)", "✓ 2 tidak setuju", "pilihan 1 dihitung sebagai tingkat 5")
	d.press("right").shows("Butir one3 (3 dari 8)", "Belum dijawab").press("left").shows("Butir one2")
	d = opened(t, newItemList(store, "people", nil), 80, 40, "id", "s", "down", "enter")
	d.shows("2 ████████ 1 tidak setuju", "tingkat 4: 1 orang", "belum menjawab: 2 orang")
}

// Nobody's name stands beside a note in an anonymous session.
func TestRemarksOfAnonymousHaveNoName(t *testing.T) {
	s := remarked(regency("x", "2026-11-23", assess.GroupMethod, thisYear, lastYear, thisYear))
	notes, evidence := remarks(score(s), "str1")
	if len(notes) != 1 || notes[0].who != "R-01" || len(evidence) != 1 {
		t.Errorf("remarks are %v, %v", notes, evidence)
	}
	s.Identity = assess.Anonymous
	notes, _ = remarks(score(s), "str1")
	if len(notes) != 1 || notes[0].who != "" {
		t.Errorf("remarks are %v", notes)
	}
}
