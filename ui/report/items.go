package report

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/locale"
)

// items lists every item with its level, the anchor of it, notes and evidence.
func (r *report) items() {
	r.heading(2, r.w.T("report.items"))
	r.told("report.items.about", "levels", r.result.Instrument.Levels)
	if r.result.Respondents > 1 {
		r.told("report.items.group")
	}
	for i := range r.result.Scales {
		s := r.result.Scales[i].Scale
		r.heading(3, r.words(s.Title))
		var rows [][]string
		for j := range s.Items {
			rows = append(rows, r.item(r.result.Item(s.Items[j].ID)))
		}
		r.add(lean(Table{Caption: r.words(s.Title), Rows: rows, Columns: []Column{column(r.w.T("report.item")), column(r.w.T("report.question")),
			numbers(r.w.T("report.level")), column(r.w.T("report.anchor")), column(r.w.T("report.note")), column(r.w.T("report.evidence"))}}))
	}
}

func (r *report) item(it *assess.ItemResult) []string {
	level, anchor := r.level(it)
	notes, evidence := r.left(it.Item.ID)
	return []string{it.Item.ID, r.words(it.Item.Text), level, anchor + r.agreedOn(it.Item.ID), notes, evidence}
}

// agreedOn is a line with the level on which the group agreed for an item, beside what
// each one said; empty where it agreed on none.
func (r *report) agreedOn(item string) string {
	if r.analysis == nil {
		return ""
	}
	i := slices.IndexFunc(r.analysis.Items, func(it assess.ItemAnalysis) bool { return it.Item.ID == item })
	if i < 0 || !r.analysis.Items[i].Agreed.OK() {
		return ""
	}
	return "\n" + r.w.T("report.items.agreed", "level", r.outcome(&r.analysis.Items[i]))
}

// level gives what was answered: the level and its anchor where one person or
// the room answered, else mean, people and the anchor of the median.
func (r *report) level(it *assess.ItemResult) (level, anchor string) {
	switch {
	case it.N == 0 && it.Inapplicable > 0:
		return locale.None, r.w.T("report.not-applicable")
	case it.N == 0 && it.DontKnow > 0:
		return locale.None, r.w.T("report.dont-know")
	case it.N == 0:
		return locale.None, r.w.T("report.unanswered")
	case !it.Mean.OK():
		return locale.None, r.w.Reason(it.Mean.Reason)
	case r.result.Respondents == 1:
		k := int(it.Mean.Value)
		return r.w.Integer(k), r.anchor(it.Item, k)
	}
	return r.w.Figure(it.Mean, 1) + " (n " + strconv.Itoa(it.N) + ")", r.median(it)
}

func (r *report) median(it *assess.ItemResult) string {
	k := int(it.Median.Value)
	if float64(k) != it.Median.Value {
		return r.w.T("report.median.between", "low", strconv.Itoa(k), "high", strconv.Itoa(k+1))
	}
	return r.anchor(it.Item, k)
}

// anchor is the text of a keyed level.
func (r *report) anchor(it *assess.Item, keyed int) string {
	if it.Reverse {
		keyed = len(it.Anchors) + 1 - keyed
	}
	return r.words(it.Anchors[keyed-1])
}

// left gathers what respondents wrote at an item in the first round. Nobody is named,
// and the order tells nothing: everybody was promised that only the facilitator sees
// whose words these are. Of an item that an anonymous session hides there are no words
// either, as they can tell who wrote them.
func (r *report) left(item string) (notes, evidence string) {
	if it := r.result.Item(item); it != nil && it.Mean.Reason == assess.AnonymousFew {
		return "", ""
	}
	var ns, es []string
	for i := range r.s.Respondents {
		e := r.s.Respondents[i].Entry(item, 1)
		ns, es = append(ns, strings.TrimSpace(e.Note)), append(es, strings.TrimSpace(e.Evidence))
	}
	return together(ns), together(es)
}

// together joins what several people wrote, each text once.
func together(texts []string) string {
	slices.Sort(texts)
	texts = slices.DeleteFunc(slices.Compact(texts), func(s string) bool { return s == "" })
	return strings.Join(texts, "; ")
}
