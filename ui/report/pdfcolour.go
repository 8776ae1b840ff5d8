package report

import "luwes/ui/chart"

// A colour has parts of 0–255.
type colour struct{ r, g, b int }

// The colours of a page; those of charts follow the page in a browser.
var (
	ink      = colour{20, 22, 26}
	faint    = colour{85, 88, 95}
	hairline = colour{180, 184, 190}
	band     = colour{240, 242, 245}
	accent   = colour{11, 92, 173}
	track    = colour{217, 220, 225}
	bar      = colour{63, 134, 204}
	warning  = colour{122, 74, 0}
)

// roles are the colours of the marks of a chart.
var roles = map[chart.Role]colour{
	chart.TrackRole: faint,
	chart.ValueRole: accent,
	chart.RangeRole: ink,
	chart.TextRole:  ink,
	chart.MutedRole: faint,
}

// ink is the colour of the lines that follow, fill that of areas.
func (p *print) ink(c colour) { p.pdf.SetDrawColor(c.r, c.g, c.b) }

func (p *print) fill(c colour) { p.pdf.SetFillColor(c.r, c.g, c.b) }

// stroke draws a line of a thickness from a place, so far to the right and down.
func (p *print) stroke(c colour, thick, x, y, right, down float64) {
	p.ink(c)
	p.pdf.SetLineWidth(thick)
	p.pdf.Line(x, y, x+right, y+down)
}

// rule draws a line over the width of the text.
func (p *print) rule(c colour, thick float64) { p.stroke(c, thick, sideMargin, p.y, textWidth, 0) }
