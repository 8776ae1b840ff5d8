package transfer

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"luwes/assess"
)

// TalkConflicts lists the shows of hands and settlements that two sessions both
// have, and differently.
func TalkConflicts(saved, file *assess.Session) assess.Problems {
	d := &differences{}
	d.talk(saved, file, false)
	return d.list
}

// talk compares shows of hands and settlements, with whole also those that only
// one side has.
func (d *differences) talk(saved, file *assess.Session, whole bool) {
	for _, h := range saved.Hands {
		other := file.HandsAt(h.Item, h.Round)
		d.hands(h, other, whole)
	}
	for _, h := range file.Hands {
		if mine := saved.HandsAt(h.Item, h.Round); whole && mine.Blank() {
			d.hands(mine, h, whole)
		}
	}
	for _, st := range saved.Settlements {
		d.settlement(st, file.SettlementAt(st.Item), whole)
	}
	for _, st := range file.Settlements {
		if mine := saved.SettlementAt(st.Item); whole && mine.Blank() {
			d.settlement(mine, st, whole)
		}
	}
}

func (d *differences) hands(a, b assess.Hands, whole bool) {
	same := slices.Equal(a.Levels, b.Levels) && a.Inapplicable == b.Inapplicable && a.DontKnow == b.DontKnow
	if same || !whole && b.Blank() {
		return
	}
	d.add("differs-hands", "item", a.Item, "round", strconv.Itoa(a.Round), "here", shownHands(a), "there", shownHands(b))
}

func (d *differences) settlement(a, b assess.Settlement, whole bool) {
	times := whole && !b.At.IsZero() && moment(a.At) != moment(b.At)
	a.At, b.At = time.Time{}, time.Time{}
	if a == b && !times || !whole && b.Blank() {
		return
	}
	d.add("differs-settlement", "item", a.Item, "here", shownSettlement(a), "there", shownSettlement(b))
}

// shownHands puts a show of hands on one line, as it is entered: 2-5-3-1-1.
func shownHands(h assess.Hands) string {
	if h.Blank() {
		return "–"
	}
	parts := make([]string, len(h.Levels))
	for i, n := range h.Levels {
		parts[i] = itoa(n)
	}
	text := strings.Join(parts, "-")
	for _, more := range []struct {
		name string
		n    int
	}{{"na", h.Inapplicable}, {"dk", h.DontKnow}} {
		if more.n > 0 {
			text += " · " + more.name + " " + itoa(more.n)
		}
	}
	return text
}

// shownSettlement puts a settlement on one line.
func shownSettlement(st assess.Settlement) string {
	var parts []string
	switch {
	case st.Level > 0:
		parts = append(parts, string(st.Outcome)+" "+itoa(st.Level))
	case st.Outcome != assess.Unsettled:
		parts = append(parts, string(st.Outcome))
	}
	for _, s := range []string{st.Reason, st.Dissent, st.High, st.Low} {
		if s != "" {
			parts = append(parts, short(s))
		}
	}
	if len(parts) == 0 {
		return "–"
	}
	return strings.Join(parts, " · ")
}
