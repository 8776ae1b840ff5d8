package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

// A compactForm lays out the results with one line a scale, so that all of them
// stand on one small screen; what a line has no room for is told of the selected
// one at the foot.
type compactForm struct {
	rowForm
	basis int  // cells of what a score rests on
	short bool // the scales have short names, and the long ones do not fit
}

// compact draws the whole result in the given size; false if even that is too
// tight, as with an instrument of many scales.
func (r *results) compact(l Look, width, height int) (string, bool) {
	if width < leastCompact {
		return "", false
	}
	f := r.compactColumns(l, width)
	lines := []string{f.facts(r)}
	balanceAt := -1
	gaps := []int{0} // lines after which an empty one may stand
	rows := r.scored.rows
	end := 0
	for i, row := range rows {
		if i == end {
			end = r.end(i)
			lines = append(lines, f.section(i, end).compactHeading())
		}
		lines = append(lines, f.line(i, i == r.at))
		if i+1 == end {
			if row.kind == assess.Strategy {
				balanceAt = len(lines)
				lines = append(lines, "  "+l.Title.Render(l.cell(f.balance(), width-2)))
			}
			gaps = append(gaps, len(lines)-1)
		}
	}
	foot := strings.Split(f.foot(r), "\n")
	room := height - len(lines) - 1
	if room < 0 {
		return "", false
	}
	foot = strings.Split(l.shorten(strings.Join(foot, "\n"), width, room+1), "\n")
	room -= len(foot) - 1
	if whole := indent(l.Title.Render(wrap(balanceSentence(l, r.scored), width-2)), 2); balanceAt >= 0 && lipgloss.Height(whole)-1 <= room {
		lines[balanceAt] = whole
		room -= lipgloss.Height(whole) - 1
	}
	if room >= len(gaps) {
		for i := len(gaps) - 1; i >= 0; i-- {
			lines[gaps[i]] += "\n"
		}
	}
	return pad(strings.Join(lines, "\n"), height-len(foot)) + "\n" + strings.Join(foot, "\n"), true
}

// leastCompact is the width below which one line does not hold a scale.
const leastCompact = 44

// leastCompactGraph is the narrowest picture beside short names that stand whole.
const leastCompactGraph = 8

// compactColumns shares the width: the numbers take what they need, the names
// and the pictures what is left.
func (r *results) compactColumns(l Look, width int) compactForm {
	f := compactForm{rowForm: r.columns(l, width)}
	for i := range r.scored.rows {
		f.basis = max(f.basis, lipgloss.Width(f.basisOf(i)))
	}
	room := width - 2 - 4 - f.score - f.basis
	f.band = min(f.band, room*4/9)
	if most := (room - f.band) * 3 / 5; f.name > most {
		f.short = builtIn(idsOf(f.s.result.Scales, func(s assess.ScaleResult) string { return s.Scale.ID }))
		f.name = min(f.shortest(), max(most, room-f.band-leastCompactGraph))
	}
	f.graph = max(room-f.band-f.name, 3)
	return f
}

// shortest is the width of the names in their shortest form.
func (f compactForm) shortest() int {
	if !f.short {
		return f.width
	}
	wide := 0
	for i := range f.s.result.Scales {
		wide = max(wide, lipgloss.Width(f.shortName(f.s.result.Scales[i].Scale)))
	}
	return wide
}

func (f compactForm) shortName(s *assess.Scale) string { return f.l.T("scale." + s.ID) }

// balance says on one line whether the strategies move together; where that is
// too long, with the short names and then without the verdict before the points.
func (f compactForm) balance() string {
	text := balanceSentence(f.l, f.s)
	if !f.short || lipgloss.Width(text) <= f.width-2 {
		return text
	}
	for i := range f.s.result.Scales {
		sc := f.s.result.Scales[i].Scale
		text = strings.ReplaceAll(text, f.s.text(f.l, sc.Title), f.shortName(sc))
	}
	if _, points, found := strings.Cut(text, ". "); found && lipgloss.Width(text) > f.width-2 {
		return points
	}
	return text
}

// basisOf is what a score rests on, in its shortest form: 6/7. Of a group, how
// sure it is and how far people agree say more.
func (f compactForm) basisOf(i int) string {
	sc := f.s.rows[i].scale
	if sc == nil {
		return ""
	}
	if a := f.s.group(f.s.rows[i]); f.l.Words.Range(a) != "" {
		return f.groupBasis(a)
	}
	return strconv.Itoa(sc.Answered) + "/" + strconv.Itoa(sc.Applicable)
}

// facts is the first line: where, when, who, how much. Where that is too long, the
// day gives way first: no score stands without how many people and answers it has.
func (f compactForm) facts(r *results) string {
	l, h := f.l, r.scored.session.Header
	status := l.Words.Status(h.Status)
	if h.Status != assess.Completed {
		status = l.Warn.Render(l.T("results.draft"))
	}
	parts := []string{oneLine(h.Region.Name), l.Words.ShortDate(h.Date)}
	if !r.scored.solo() {
		parts = append(parts, l.Words.N("results.people", r.scored.result.Respondents))
	}
	parts = append(parts, l.T("results.coverage", "share", l.Words.Percent(r.scored.result.Coverage())), status)
	line := func(parts []string) string { return strings.Join(parts, " "+l.Dot+" ") }
	if lipgloss.Width(line(parts)) > f.width {
		parts[0] = briefly(parts[0])
	}
	if lipgloss.Width(line(parts)) > f.width {
		parts = slices.Delete(parts, 1, 2)
	}
	if over := lipgloss.Width(line(parts)) - f.width; over > 0 {
		parts[0] = cutTo(l, parts[0], lipgloss.Width(parts[0])-over)
	}
	return l.cell(line(parts), f.width)
}

// compactHeading names a section, and its poles where there is room.
func (f rowForm) compactHeading() string {
	head := f.l.Title.Render(f.sectionTitle())
	ends := f.low + " " + f.l.Left + f.l.Rail + f.l.Right + " " + f.high
	if !f.shared || f.low == "" {
		return f.l.cell(head, f.width)
	}
	if lipgloss.Width(head)+3+lipgloss.Width(ends) > f.width { // the poles say more than the words about them
		kind, _, _ := strings.Cut(f.sectionTitle(), ":")
		head = f.l.Title.Render(kind)
		if lipgloss.Width(head)+3+lipgloss.Width(ends) > f.width {
			return f.l.cell(head, f.width)
		}
	}
	return head + "   " + f.l.Muted.Render(ends)
}

// leastWords is the width from which agreement is told by a word, not by a sign.
const leastWords = 70

// groupBasis is how sure a score is, of how many people where not all have one,
// and how far they agree.
func (f compactForm) groupBasis(a *assess.ScaleAnalysis) string {
	text := f.l.Words.Range(a)
	if a.N < f.s.result.Voices {
		text += " " + f.l.T("group.n", "n", a.N)
	}
	if f.width < leastWords {
		return text + " " + agreementSign(f.l, locale.LabelOf(a))
	}
	if label := locale.LabelOf(a); label != "" {
		text += " " + f.l.T("group.label.short."+string(label))
	}
	return text
}

func (f compactForm) line(i int, selected bool) string {
	l, row := f.l, f.s.rows[i]
	name := f.named(l, row, f.name, selected)
	if f.short && row.scale != nil {
		name = l.cell(f.shortName(row.scale.Scale), f.name)
		if selected {
			name = l.Title.Render(name)
		}
	}
	if !row.score().OK() {
		why := locale.None + " " + reasonText(l, row.score().Reason)
		return pointer(l, selected) + name + " " + l.cell(why, f.graph+f.score+f.band+2) + " " + l.Muted.Render(l.right(f.basisOf(i), f.basis))
	}
	return pointer(l, selected) + name + " " +
		drawn(l, f.s.result.Instrument, row.kind, row.score(), f.graph) + " " +
		l.Title.Render(l.right(f.numbers[i], f.score)) + " " +
		l.cell(f.s.text(l, row.band()), f.band) + " " + l.Muted.Render(l.right(f.basisOf(i), f.basis))
}

// foot tells of the selected row what its line has no room for, and then what
// cannot be concluded.
func (f compactForm) foot(r *results) string {
	row := f.s.rows[r.at]
	if a := f.s.group(row); a != nil && a.Score.OK() {
		text := f.s.text(f.l, row.title()) + ": " + votesText(f.l, row.scale) + ". " + f.l.Words.Group(a, f.s.session.Unit)
		if order := orderText(f.l, f.s); order != "" && row.kind == assess.Strategy {
			text += " " + order
		}
		return f.l.Muted.Render(wrap(text, f.width)) + "\n" + r.foot(f.l, f.width)
	}
	parts := []string{f.s.text(f.l, row.title()), basisText(f.l, f.s, row)}
	if low, high := f.poles(row); low+high != "" {
		parts = append(parts, f.l.T("results.note.poles", "least", f.least(f.l), "low", low, "high", high))
	}
	return f.l.Muted.Render(wrap(strings.Join(parts, " "+f.l.Dot+" "), f.width)) + "\n" + r.foot(f.l, f.width)
}
