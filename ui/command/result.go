package command

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"luwes/assess"
)

// kinds in the order in which results are shown.
var kinds = []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other}

// showResult writes a result as tables for a person. The header is nil for
// answers that belong to no session.
func (p *program) showResult(r *assess.Result, h *assess.Header) {
	unit := ""
	if h != nil {
		unit = h.Unit
		p.showHeader(h)
	} else {
		fmt.Fprintln(p.out, p.text(r.Instrument.Title, ""))
	}
	if h != nil && h.Identity == assess.Anonymous && r.Voices < assess.AnonymousFrom {
		fmt.Fprintln(p.out, p.words().N("results.people", r.Respondents)+"\n\n"+p.words().ReasonSentence(assess.AnonymousFew))
		return
	}
	who := p.words().N("results.people", r.Respondents)
	if h != nil {
		who = p.words().Voices(h.Method, r.Respondents)
	}
	fmt.Fprintln(p.out, p.words().T("show.people", "who", who, "coverage", p.words().Percent(r.Coverage())))
	for _, kind := range kinds {
		for of := ofKind(r, kind); len(of) > 0; {
			n := together(r.Instrument, of)
			p.showKind(r.Instrument, of[:n], unit)
			of = of[n:]
		}
		if kind == assess.Strategy {
			p.showBalance(r, unit)
		}
	}
	p.showComposites(r, unit)
	p.showItems(r, unit)
}

func (p *program) showHeader(h *assess.Header) {
	w := p.words()
	fmt.Fprintf(p.out, "%s (%s)\n", clean(h.Title), h.ID)
	parts := []string{}
	for _, part := range []string{h.Region.Name, h.Unit, w.Date(h.Date), w.Method(h.Method), w.Status(h.Status)} {
		if part != "" {
			parts = append(parts, clean(part))
		}
	}
	fmt.Fprintln(p.out, strings.TrimSpace(wrap(strings.Join(parts, " · "), "")))
	if h.Status != assess.Completed {
		fmt.Fprintln(p.out, w.T("show.draft"))
	}
	if !h.Binned.IsZero() {
		fmt.Fprintln(p.out, w.T("show.binned"))
	}
}

// ofKind are the results of the scales of a kind.
func ofKind(r *assess.Result, kind assess.Kind) []*assess.ScaleResult {
	var of []*assess.ScaleResult
	for i := range r.Scales {
		if s := &r.Scales[i]; s.Scale.Kind == kind {
			of = append(of, s)
		}
	}
	return of
}

// together is how many of the first results stand under one heading.
func together(in *assess.Instrument, of []*assess.ScaleResult) int {
	n := 1
	for n < len(of) && in.Chapter(of[n].Scale) == in.Chapter(of[0].Scale) {
		n++
	}
	return n
}

// showKind writes scales of one kind that stand under one heading.
func (p *program) showKind(in *assess.Instrument, of []*assess.ScaleResult, unit string) {
	var rows [][]string
	var prorated, notScored []string
	kind := of[0].Scale.Kind
	unscored := reasons{}
	for _, s := range of {
		prorated = counted(prorated, p.text(s.Scale.Title, unit), s.Prorated)
		if s.Score.OK() {
			notScored = counted(notScored, p.text(s.Scale.Title, unit), s.NotScored)
		} else {
			unscored.add(p.words().Reason(s.Score.Reason), p.text(s.Scale.Title, unit))
		}
		row := []string{p.text(s.Scale.Title, unit), p.words().Figure(s.Score, 1), p.words().Integer(s.N),
			p.coverage(s), p.text(s.Band.Title, unit)}
		if kind == assess.Dimension {
			row = append([]string{row[0], position(s.Score)}, row[1:]...)
		}
		rows = append(rows, row)
	}
	fmt.Fprintln(p.out, "\n"+p.kindTitle(in, of[0].Scale, unit))
	columns := []column{{give: true}, {title: "0–100", right: true}, {title: "n", right: true},
		{title: p.words().T("show.coverage"), right: true}, {give: true}}
	if kind == assess.Dimension {
		columns = append([]column{{}, {}}, columns[1:]...)
	}
	writeTable(p.out, "  ", columns, rows)
	p.showCounted("show.prorated", prorated)
	p.showCounted("show.not-scored", notScored)
	p.showReasons(unscored)
}

// counted adds a scale with a number of people, unless there is none.
func counted(list []string, title string, people int) []string {
	if people == 0 {
		return list
	}
	return append(list, title+" ("+strconv.Itoa(people)+")")
}

func (p *program) showCounted(id string, scales []string) {
	if len(scales) > 0 {
		fmt.Fprintln(p.out, wrap(p.words().T(id, "scales", strings.Join(scales, ", ")), "  "))
	}
}

// kindTitle names the section of a scale: its kind, or the group that is a heading of
// its own. Dimensions are always called a position between two poles, so that nobody
// takes 70 for "much centralization".
func (p *program) kindTitle(in *assess.Instrument, s *assess.Scale, unit string) string {
	if chapter := in.Chapter(s); chapter != nil {
		return p.text(chapter.Title, unit)
	}
	low, high := p.text(s.Low, unit), p.text(s.High, unit)
	switch s.Kind {
	case assess.Dimension:
		return p.words().T("show.kind.dimension", "low", first(low, p.words().T("pole.low")), "high", first(high, p.words().T("pole.high")))
	case assess.Symptom:
		return p.words().T("show.kind.symptom")
	}
	return p.words().Kind(s.Kind)
}

// position draws where a score stands between the poles.
func position(f assess.Figure) string {
	const cells = 17
	line := []byte(strings.Repeat("-", cells))
	if f.OK() {
		line[int(math.Round(f.Value/100*(cells-1)))] = 'o'
	}
	return "|" + string(line) + "|"
}

func (p *program) coverage(s *assess.ScaleResult) string {
	c := s.Coverage()
	if !c.OK() {
		return "–"
	}
	return p.words().Percent(c.Value)
}

func (p *program) showBalance(r *assess.Result, unit string) {
	b := r.Balance()
	if b.Verdict == assess.NoVerdict {
		return
	}
	if b.Equal() {
		fmt.Fprintln(p.out, "  "+p.words().T("results.balance.equal"))
		return
	}
	text := p.words().T("show.balance."+string(b.Verdict), "points", p.words().Number(b.Spread.Value, 1),
		"lead", p.text(b.Lead.Title, unit), "lag", p.text(b.Lag.Title, unit))
	fmt.Fprintln(p.out, wrap(text, "  "))
}

func (p *program) showComposites(r *assess.Result, unit string) {
	if len(r.Composites) == 0 {
		return
	}
	fmt.Fprintln(p.out, "\n"+p.words().T("show.composites"))
	var rows [][]string
	for _, c := range r.Composites {
		remark := p.text(c.Band.Title, unit)
		if !c.Score.OK() {
			remark = p.words().Reason(c.Score.Reason)
		}
		if len(c.Left) > 0 {
			remark = strings.TrimLeft(remark+"; "+p.words().T("show.left-out", "scales", strings.Join(c.Left, ", ")), "; ")
		}
		rows = append(rows, []string{p.text(c.Composite.Title, unit), p.words().Figure(c.Score, 1), remark})
	}
	writeTable(p.out, "  ", []column{{give: true}, {title: "0–100", right: true}, {give: true}}, rows)
}

func (p *program) showItems(r *assess.Result, unit string) {
	var rows [][]string
	for i := range r.Items {
		it := &r.Items[i]
		value, text := "–", p.text(it.Item.Text, unit)
		switch {
		case !it.Mean.OK() && it.N > 0:
			text = p.words().Reason(it.Mean.Reason) + " · " + text
		case it.N == 1 && r.Respondents == 1:
			level := int(it.Mean.Value)
			value, text = strconv.Itoa(level), p.text(it.Item.Anchors[tickedLevel(it.Item, level, r.Instrument.Levels)-1], unit)
		case it.N > 0:
			value = p.words().Figure(it.Mean, 1)
		case it.Inapplicable > 0:
			text = p.words().T("show.not-applicable") + " · " + text
		case it.DontKnow > 0:
			text = p.words().T("show.dont-know") + " · " + text
		}
		rows = append(rows, []string{it.Item.ID, value, p.words().Integer(it.N), text})
	}
	fmt.Fprintln(p.out, "\n"+p.words().T("show.items", "levels", r.Instrument.Levels))
	columns := []column{{}, {title: "1–" + strconv.Itoa(r.Instrument.Levels), right: true}, {title: "n", right: true}, {give: true}}
	writeTable(p.out, "  ", columns, rows)
}

// tickedLevel is the level on the paper that gives a keyed level.
func tickedLevel(it *assess.Item, keyed, levels int) int {
	if it.Reverse {
		return levels + 1 - keyed
	}
	return keyed
}
