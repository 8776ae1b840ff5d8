package ui

import (
	"strings"

	"luwes/data/regions"
)

// offersShown is how many regions are offered at once.
const offersShown = 6

// offeredRegions are the regions that fit a text, as many as are offered at once,
// and whether there are more.
func offeredRegions(text string) (offers []regions.Region, more bool) {
	offers = regions.Search(text, offersShown+1)
	if len(offers) > offersShown {
		return offers[:offersShown], true
	}
	return offers, false
}

// offers draws the regions that fit what is typed, and after them the text itself;
// the one at a place is selected.
func (l Look) offers(offers []regions.Region, at int, more bool, typed string, width int) string {
	lead := strings.Repeat(" ", labelCell)
	if width < 76 {
		lead = "" // a name and its province need the line
	}
	room := width - len(lead)
	var lines []string
	for i, r := range offers {
		text := r.Name + "  " + l.Muted.Render(regionLine(l, r))
		lines = append(lines, lead+l.row(text, i == at, room))
	}
	free := l.T("details.region-as-typed", "text", strings.TrimSpace(typed))
	lines = append(lines, lead+l.row(free, at == len(offers), room))
	if more {
		lines = append(lines, lead+"  "+l.Muted.Render(l.cell(l.T("details.region-others"), room-2)))
	}
	return strings.Join(lines, "\n")
}
