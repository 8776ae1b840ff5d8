package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// agreement tells of a group how sure its scores are and how far people agree, and
// then what the talk left.
func (r *report) agreement() {
	if r.analysis == nil {
		return
	}
	before := len(r.doc.Blocks)
	r.heading(2, r.w.T("report.group"))
	r.agreements()
	if len(r.doc.Blocks) == before+1 { // nothing can be told
		r.doc.Blocks = r.doc.Blocks[:before]
	}
}

func (r *report) agreements() {
	if order := r.w.Order(r.analysis.Strategies, r.s.Unit); order != "" {
		r.say(plain(order))
	}
	if r.opt.Short {
		r.briefResults()
		return
	}
	r.points(r.groups())
	r.settled()
}

// groups tells of each scale how sure its score is and how far people agree; what is
// the same of all of them, as it is from few people, once.
func (r *report) groups() [][]Span {
	var points [][]Span
	var first string
	same := true
	for i := range r.analysis.Scales {
		a := &r.analysis.Scales[i]
		said := r.w.Group(a, r.s.Unit)
		if said == "" {
			continue
		}
		if points == nil {
			first = said
		}
		same = same && said == first
		points = append(points, lead(r.words(a.Scale.Title), said))
	}
	if same && len(points) > 1 {
		return [][]Span{lead(r.w.T("report.group.all"), first)}
	}
	return points
}

// mostResults is how many items of the talk the short report tells.
const mostResults = 3

// briefResults tells the items that people saw most differently, and counts the rest.
func (r *report) briefResults() {
	results := r.results()
	r.points(results[:min(len(results), mostResults)])
	if more := len(results) - mostResults; more > 0 {
		r.say(plain(r.w.N("report.settled.more", more)))
	}
}

// results are the items of which the talk left anything, each in a line: from the
// median to what the group settled, with the dissent.
func (r *report) results() [][]Span {
	var points [][]Span
	for _, it := range r.discussed() {
		if it.Settlement.Outcome == assess.Unsettled {
			continue
		}
		said := r.w.T("report.settled.brief", "first", r.medianOf(it.Median, it.N), "final", r.outcome(it))
		if it.Settlement.Dissent != "" {
			said += " " + r.w.T("report.settled.dissent", "words", it.Settlement.Dissent)
		}
		points = append(points, lead(it.Item.ID, said))
	}
	return points
}

// settled tells of the items that were talked about, the ones with most disagreement
// first, and names those that still wait for it.
func (r *report) settled() {
	talked, waiting := r.parted()
	if len(talked) > 0 {
		title := r.w.T("report.settled")
		r.heading(3, title)
		r.told("report.settled.about")
		var rows [][]string
		for _, it := range talked {
			rows = append(rows, []string{it.Item.ID, r.words(it.Item.Text), r.first(it), r.again(it),
				r.outcome(it), r.reasons(it.Settlement)})
		}
		r.add(lean(Table{Caption: title, Rows: rows, Columns: []Column{column(r.w.T("report.item")), column(r.w.T("report.question")),
			column(r.w.T("report.settled.first")), column(r.w.T("report.settled.again")), column(r.w.T("report.settled.final")),
			column(r.w.T("report.settled.reasons"))}}))
	}
	r.untalked(waiting)
}

// untalked names the items that people see differently and have not talked about.
func (r *report) untalked(items []*assess.ItemAnalysis) {
	var ids []string
	for _, it := range items {
		ids = append(ids, it.Item.ID)
	}
	if len(ids) > 0 {
		r.told("minutes.untalked", "items", strings.Join(ids, ", "))
	}
}

// parted are the items of which the talk left anything, and those that wait for it.
func (r *report) parted() (talked, waiting []*assess.ItemAnalysis) {
	for _, it := range r.discussed() {
		if it.Settlement.Blank() && it.Again.N == 0 {
			waiting = append(waiting, it)
		} else {
			talked = append(talked, it)
		}
	}
	return talked, waiting
}

func (r *report) discussed() []*assess.ItemAnalysis {
	var items []*assess.ItemAnalysis
	for i := range r.analysis.Items {
		if it := &r.analysis.Items[i]; !it.Settlement.Blank() || it.Again.N > 0 || it.Apart && r.tells(it) {
			items = append(items, it)
		}
	}
	slices.SortStableFunc(items, func(a, b *assess.ItemAnalysis) int { return cmp.Compare(b.AD.Value, a.AD.Value) })
	return items
}

// tells reports whether so many people answered an item that their disagreement
// may be spoken of.
func (r *report) tells(it *assess.ItemAnalysis) bool { return it.N >= locale.GroupFrom }

// first is the median of the individual answers, and how far they agree.
func (r *report) first(it *assess.ItemAnalysis) string {
	said := r.medianOf(it.Median, it.N)
	if label := assess.LabelOfItem(it.Counts); label != "" && r.tells(it) {
		said += "; " + r.w.T("group.label."+string(label))
	}
	return said
}

// again is the median of the second round, and how many people moved.
func (r *report) again(it *assess.ItemAnalysis) string {
	if it.Again.N == 0 {
		return ""
	}
	said := r.medianOf(it.Again.Median, it.Again.N)
	if it.Again.Moved > 0 {
		said += "; " + r.w.N("report.settled.moved", it.Again.Moved)
	}
	return said
}

func (r *report) medianOf(median assess.Figure, n int) string {
	if !median.OK() {
		return r.w.Reason(median.Reason)
	}
	return r.w.T("report.settled.median", "median", r.w.Number(median.Value, decimalsOf(median.Value)), "n", n)
}

// outcome is the agreed level with its anchor, or that the group agreed to
// disagree, or that nothing is settled yet.
func (r *report) outcome(it *assess.ItemAnalysis) string {
	switch it.Settlement.Outcome {
	case assess.Agreed:
		level := int(it.Agreed.Value)
		return strconv.Itoa(level) + ": " + r.anchor(it.Item, level)
	case assess.Disagreed:
		return r.w.T("report.settled.disagreed")
	}
	return r.w.T("report.settled.open")
}

// reasons are what was said for the level, against it, and by both sides, each in a
// line of its own.
func (r *report) reasons(s assess.Settlement) string {
	said := ""
	add := func(id, words string) {
		if words == "" {
			return
		}
		if said != "" {
			said += "\n"
		}
		said += r.w.T(id, "words", words)
	}
	add("report.settled.reason", s.Reason)
	add("report.settled.dissent", s.Dissent)
	add("report.settled.high", s.High)
	add("report.settled.low", s.Low)
	return said
}
