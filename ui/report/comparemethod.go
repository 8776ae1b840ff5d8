package report

// how says how the scores arise, what a difference is, and when it counts as one.
func (b *board) how() {
	b.heading(2, b.w.T("report.compared.how"))
	if b.alike() {
		b.formula()
	} else {
		b.told("report.compared.otherwise")
	}
	b.told("report.how.session")
	b.told("report.compared.less")
	margin := b.w.Points(b.change.Margin)
	if b.places {
		b.told("report.compared.tested-places", "margin", margin)
		return
	}
	b.told("report.how.change", "margin", margin)
	b.told("report.compared.matched")
}

// limits say what cannot be concluded from these differences.
func (b *board) limits() {
	b.heading(2, b.w.T("report.limits"))
	var points [][]Span
	least, outer := b.fewest(), b.outer()
	id := "compare.caution"
	if b.places {
		id = "compare.caution-places"
	}
	points = append(points, plain(b.w.T(id, "margin", b.w.Points(b.change.Margin))))
	if shift := outer.Ranks.Shift; shift.OK() && shift.Value >= ranksDiffer {
		points = append(points, plain(b.w.T("group.ranks", "share", b.w.Percent(shift.Value), "from", ordinal(outer.From), "to", ordinal(outer.To))))
	}
	if n := b.change.Sides[least].Result.Respondents; n > 1 && n < 12 {
		points = append(points, b.marked("report.compared.few", "session", ordinal(least), "n", n))
	}
	points = append(points, b.marked("report.limits.opinions"), b.marked("report.limits.position"))
	b.points(points)
}

// fewest is the session in which the fewest people judged, of those that are shown.
func (b *board) fewest() int {
	visible := b.visible()
	least := visible[0]
	for _, i := range visible {
		if b.change.Sides[i].Result.Respondents < b.change.Sides[least].Result.Respondents {
			least = i
		}
	}
	return least
}
