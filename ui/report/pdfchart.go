package report

import (
	"math"

	"codeberg.org/go-pdf/fpdf"

	"luwes/ui/chart"
)

// chart draws the marks of a chart as lines and areas, with its title below. A very
// high one is drawn smaller, so that it fits on a page.
func (p *print) chart(c Chart) {
	shapes, height := c.Shapes()
	caption := p.wrap([]Span{{c.Title, Italic}}, p.look.small.size, textWidth)
	below := float64(len(caption))*p.look.small.leading + 8*p.look.gaps
	scale := p.fitting(math.Min(p.look.chartWidth/chart.Width, (fullRoom-below-60)/height), height, below)
	p.introduce(height*scale + below)
	d := drawing{p: p, x: sideMargin - 9*scale, y: p.y, scale: scale}
	for _, s := range shapes {
		d.shape(s)
	}
	p.y += height*scale + 2
	p.put(p.look.small, caption, sideMargin, p.y)
	p.y += below
}

// fitting makes a chart somewhat smaller where that keeps it on this page: rather than
// leaving a part of the page empty.
func (p *print) fitting(scale, height, below float64) float64 {
	const smallest = 0.75
	room := p.left() - below - 1
	for _, h := range p.waiting {
		room -= h.height
	}
	if fits := room / height; fits < scale && fits >= smallest*scale {
		return fits
	}
	return scale
}

// A drawing is where a chart stands on the page, and how many points a unit of it is.
type drawing struct {
	p           *print
	x, y, scale float64
}

func (d drawing) at(x, y float64) (float64, float64) { return d.x + x*d.scale, d.y + y*d.scale }

func (d drawing) shape(s chart.Shape) {
	x, y := d.at(s.X, s.Y)
	switch s.Kind {
	case chart.Box:
		d.p.fill(map[bool]colour{true: bar, false: track}[s.Role == chart.ValueRole])
		d.p.pdf.Rect(x, y, s.W*d.scale, s.H*d.scale, "F")
	case chart.Line:
		d.p.stroke(roles[s.Role], d.thickness(s), x, y, s.W*d.scale, s.H*d.scale)
	case chart.Dot:
		d.p.fill(roles[s.Role])
		d.p.pdf.Circle(x, y, s.R*d.scale, "F")
	case chart.Ring:
		d.p.ink(roles[s.Role])
		d.p.pdf.SetLineWidth(2 * d.scale)
		d.p.pdf.SetFillColor(255, 255, 255)
		d.p.pdf.Circle(x, y, s.R*d.scale, "FD")
	case chart.Area:
		d.area(s)
	case chart.Label:
		d.label(s, x, y)
	}
}

// thickness tells a line of a score from a line that scores stand on.
func (d drawing) thickness(s chart.Shape) float64 {
	switch s.Role {
	case chart.ValueRole:
		return 4 * d.scale
	case chart.RangeRole:
		return 2 * d.scale
	}
	return 1.2 * d.scale
}

// area is an outline, that of a value over a thin colour, that of what was before in
// dashes.
func (d drawing) area(s chart.Shape) {
	corners := make([]fpdf.PointType, len(s.Points))
	for i, c := range s.Points {
		corners[i].X, corners[i].Y = d.at(c.X, c.Y)
	}
	pdf := d.p.pdf
	if s.Role == chart.ValueRole {
		d.p.fill(accent)
		pdf.SetAlpha(0.2, "Normal")
		pdf.Polygon(corners, "F")
		pdf.SetAlpha(1, "Normal")
	}
	if s.Role == chart.RangeRole {
		pdf.SetDashPattern([]float64{3, 2.4}, 0)
	}
	d.p.ink(roles[s.Role])
	pdf.SetLineWidth(d.thickness(s) * 0.6)
	pdf.Polygon(corners, "D")
	pdf.SetDashPattern(nil, 0)
}

func (d drawing) label(s chart.Shape, x, y float64) {
	size := chart.Letters * d.scale
	if s.Role == chart.MutedRole {
		size = chart.Small * d.scale
	}
	f := d.p.faces[Plain]
	text := f.shown(s.Text)
	x -= f.width(text, size) * map[chart.Anchor]float64{chart.Start: 0, chart.Middle: 0.5, chart.End: 1}[s.Anchor]
	c := roles[s.Role]
	d.p.pdf.SetTextColor(c.r, c.g, c.b)
	d.p.pdf.SetFont(family, f.style, size)
	d.p.pdf.Text(x, y, text)
}
