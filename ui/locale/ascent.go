package locale

import (
	"slices"
	"strconv"
	"strings"

	"luwes/assess"
)

// mostLosses is how many scales are named as holding a rating down.
const mostLosses = 3

// Ascent says how far a rating is from the next class, which scales hold it down,
// and how many items raised by one level would carry it there, with the sum.
func (w *Words) Ascent(a *assess.Ascent, unit string) []string {
	name := w.Text(a.Composite.Title, unit)
	out := []string{w.T("ascent.stand", "name", name, "score", w.Number(a.Score, 2), "class", w.Text(a.Band.Title, unit))}
	if a.Next.Title.Empty() {
		out[0] += " " + w.T("ascent.top")
	} else {
		out[0] += " " + w.T("ascent.missing", "points", w.Number(a.Missing, 2), "next", w.Text(a.Next.Title, unit), "limit", w.Number(a.Band.UpTo, 0))
	}
	if a.Said.OK() && w.Number(a.Said.Value, 2) != w.Number(a.Score, 2) {
		out[0] += " " + w.T("ascent.agreed", "said", w.Number(a.Said.Value, 2))
	}
	if len(a.Losses) > 0 {
		out = append(out, w.T("ascent.losses", "scales", w.losses(a.Losses, unit)))
	}
	if way := w.ascentWay(a); way != "" {
		out = append(out, way)
	}
	return out
}

func (w *Words) ascentWay(a *assess.Ascent) string {
	switch {
	case a.Next.Title.Empty():
		return ""
	case len(a.Raises) == 0:
		return w.T("ascent.no-way")
	}
	return w.N("ascent.way", len(a.Raises), "score", w.trimmed(a.Score), "points", w.trimmed(a.After-a.Score), "after", w.trimmed(a.After))
}

func (w *Words) losses(all []assess.Loss, unit string) string {
	var parts []string
	for _, l := range all[:min(len(all), mostLosses)] {
		parts = append(parts, w.T("ascent.loss", "scale", w.Text(l.Scale.Title, unit), "lost", w.Number(l.Lost(), 2), "most", w.trimmed(l.Most)))
	}
	return strings.Join(parts, "; ")
}

func (w *Words) trimmed(x float64) string {
	text, _ := w.Exact(x)
	return text
}

// Raises writes the items that go up, those of one scale that give the same together:
// "Perbaikan proses: per1 3 → 4, per2 3 → 4; 2 × 0,625 = 1,25 poin".
func (w *Words) Raises(a *assess.Ascent, unit string) []string {
	var groups [][]assess.Raise
	for _, r := range a.Raises {
		i := slices.IndexFunc(groups, func(g []assess.Raise) bool { return alike(g[0], r) })
		if i < 0 {
			i, groups = len(groups), append(groups, nil)
		}
		groups[i] = append(groups[i], r)
	}
	var out []string
	for _, g := range groups {
		var items []string
		for _, r := range g {
			items = append(items, r.Item.ID+"\u00a0"+w.trimmed(r.From)+"\u00a0→\u00a0"+strconv.Itoa(r.To)) // on one line
		}
		out = append(out, w.T("ascent.raise", "scale", w.Text(g[0].Scale.Title, unit), "items", strings.Join(items, ", "),
			"n", len(g), "each", w.trimmed(g[0].Points), "points", w.trimmed(g[0].Points*float64(len(g)))))
	}
	return out
}

// alike reports whether two raises are of one scale and give the same.
func alike(a, b assess.Raise) bool {
	return a.Scale == b.Scale && max(a.Points-b.Points, b.Points-a.Points) < 1e-9
}
