package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"golang.org/x/image/font"
)

// PNG draws the graph as a picture on white for paper, with so many pixels for each
// of its units: 2 give about 200 dots per inch at a width of 16 cm. Words stand in
// the Go typeface, which has the letters of Latin, Greek and Cyrillic. An error is
// one of the typeface or of the format.
func (g *Graph) PNG(pixels float64) ([]byte, error) {
	shapes, height := g.Shapes()
	size := image.Rect(0, 0, int(math.Ceil(Width*pixels)), max(int(math.Ceil(height*pixels)), 1))
	p := &picture{RGBA: image.NewRGBA(size), scale: pixels, sizes: map[float64]font.Face{}}
	draw.Draw(p.RGBA, size, image.White, image.Point{}, draw.Src)
	for _, s := range shapes {
		if err := p.shape(s); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, p.RGBA)
	return b.Bytes(), err
}

// The colours of paper, which can be told apart in a copy without colours too.
var (
	ink   = color.NRGBA{0x1b, 0x1d, 0x21, 0xff}
	grey  = color.NRGBA{0x50, 0x53, 0x5a, 0xff}
	faint = color.NRGBA{0x9c, 0xa0, 0xa8, 0xff}
	pale  = color.NRGBA{0xd9, 0xdc, 0xe1, 0xff}
	white = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	deep  = color.NRGBA{0x0b, 0x5c, 0xad, 0xff}
	light = color.NRGBA{0x3f, 0x86, 0xcc, 0xff}
	thin  = color.NRGBA{0x0b, 0x5c, 0xad, 0x33}
)

// shape draws one mark, with the same colours and widths as a page has.
func (p *picture) shape(s Shape) error {
	switch s.Kind {
	case Box:
		colour := pale
		if s.Role == ValueRole {
			colour = light
		}
		p.fill(colour, Point{s.X, s.Y}, Point{s.X + s.W, s.Y}, Point{s.X + s.W, s.Y + s.H}, Point{s.X, s.Y + s.H})
	case Line:
		colour, width := stroke(s.Role)
		if s.Role == ValueRole {
			width = 4
		}
		p.line(colour, width, Point{s.X, s.Y}, Point{s.X + s.W, s.Y + s.H})
	case Dot:
		p.disc(deep, Point{s.X, s.Y}, s.R)
	case Ring:
		p.disc(ink, Point{s.X, s.Y}, s.R+1.25)
		p.disc(white, Point{s.X, s.Y}, s.R-1.25)
	case Area:
		p.area(s)
	case Label:
		return p.label(s)
	}
	return nil
}

// stroke is the colour and the width of a line.
func stroke(role Role) (color.NRGBA, float64) {
	switch role {
	case ValueRole:
		return deep, 2.5
	case RangeRole:
		return ink, 1.8
	}
	return grey, 1.2
}

// area is an outline, over a thin colour where it is the score; dashed where it is
// what was before.
func (p *picture) area(s Shape) {
	if len(s.Points) == 0 {
		return
	}
	if s.Role == ValueRole {
		p.fill(thin, s.Points...)
	}
	colour, width := stroke(s.Role)
	if s.Role == TrackRole {
		colour = faint
	}
	last := s.Points[len(s.Points)-1]
	for _, at := range s.Points {
		if s.Role == RangeRole {
			p.dashes(colour, width, last, at)
		} else {
			p.line(colour, width, last, at)
		}
		last = at
	}
}
