package ui

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
)

// What the form asks about how a session is held, and how large its group is.

// The choices, in the order in which they are offered.
var (
	methods    = []assess.Method{assess.SelfMethod, assess.GroupMethod, assess.ConsensusMethod}
	identities = []assess.Identity{assess.Coded, assess.Named, assess.Anonymous}
)

// next is the choice that is so many steps from another, around the ends.
func next[T comparable](choices []T, now T, step int) T {
	return choices[(max(slices.Index(choices, now), 0)+len(choices)+step)%len(choices)]
}

// groupRows are the rows that only a group has. Its identity is chosen once, and
// its margin before anybody looks.
func (d *details) groupRows() []int {
	var rows []int
	if d.id == "" {
		rows = append(rows, rowIdentity)
	}
	rows = append(rows, rowExpected, rowEligible)
	if d.marginOpen() {
		rows = append(rows, rowMargin)
	}
	return rows
}

func (d *details) marginOpen() bool { return d.id == "" || d.header.Collecting() }

func (d *details) fillGroup(h assess.Header) {
	for i, n := range []int{h.Expected, h.Eligible, int(h.Margin)} {
		if n > 0 {
			d.people[i].SetValue(itoa(n))
		}
	}
}

// readGroup puts the numbers of the group into the header, or returns the row and
// the id of the message about the first that is wrong.
func (d *details) readGroup(h *assess.Header) (row int, problem string) {
	if h.Method != assess.GroupMethod {
		return 0, ""
	}
	var n [3]int
	for i, most := range []int{mostPeople, mostPeople, mostMargin} {
		text := strings.TrimSpace(d.people[i].Value())
		if text == "" {
			continue
		}
		v, err := strconv.Atoi(text)
		if err != nil || v < 1 || v > most {
			if most == mostMargin {
				return rowMargin, "details.margin-bad"
			}
			return rowExpected + i, "details.people-bad"
		}
		n[i] = v
	}
	h.Expected, h.Eligible = n[0], n[1]
	if d.marginOpen() {
		h.Margin = float64(n[2])
	}
	return 0, ""
}

// The largest numbers that the form takes: people, and points of the margin.
const (
	mostPeople = 9999
	mostMargin = 50
)

// methodLine is how the session is held: a choice at the start, later a fact.
func (d *details) methodLine(l Look, width int) string {
	return d.choice(l, rowMethod, "details.method", l.T("details.held."+string(d.header.Method)), "details.method."+string(d.header.Method), width)
}

// groupLines draws what is asked of a group, and says which rows it is.
func (d *details) groupLines(l Look, width int) (lines []string, rows []int) {
	identity := d.header.Identity
	lines = []string{
		d.choice(l, rowIdentity, "details.identity", l.Words.Identity(identity), "details.identity."+string(identity), width),
		d.number(l, rowExpected, "details.expected", "details.expected-hint", "", width),
		d.number(l, rowEligible, "details.eligible", "details.eligible-hint", "", width),
		d.number(l, rowMargin, "details.margin", "details.margin-hint", itoa(int(assess.Margin)), width),
	}
	return lines, []int{rowIdentity, rowExpected, rowEligible, rowMargin}
}

// choice is a row with one of a few words; the selected one explains itself below.
func (d *details) choice(l Look, row int, label, value, explain string, width int) string {
	if d.id != "" {
		return d.line(l, row, label, value+"  "+l.Muted.Render(l.T("details.fixed")), width)
	}
	return d.line(l, row, label, "‹ "+value+" ›", width) + d.explain(l, row, explain, width)
}

// number is a row with a number, and with what stands for it while it is empty.
func (d *details) number(l Look, row int, label, explain, unset string, width int) string {
	in := &d.people[row-rowExpected]
	value := d.input(l, in, row, numberField)
	if row != d.at && in.Value() == "" {
		value = l.Muted.Render(unset)
	}
	return d.line(l, row, label, value, width) + d.explain(l, row, explain, width)
}

// explain says in full what the selected row is about.
func (d *details) explain(l Look, row int, id string, width int) string {
	if row != d.at {
		return ""
	}
	lead := labelCell + 2 // under the value, where that leaves enough room
	if width < 4*lead {
		lead = width / 8
	}
	return "\n" + indent(l.Muted.Render(wrap(l.T(id), width-lead)), lead)
}
