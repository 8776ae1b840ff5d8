package chart

import (
	"image"
	"image/color"
	"math"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A picture is a graph while it is drawn in pixels.
type picture struct {
	*image.RGBA
	scale  float64 // pixels for a unit of a graph
	raster vector.Rasterizer
	sizes  map[float64]font.Face
}

// fill covers what lies between corners. Only the pixels around them are looked
// at: a graph has many small shapes.
func (p *picture) fill(colour color.NRGBA, corners ...Point) {
	r := p.around(corners)
	if r.Empty() {
		return
	}
	p.raster.Reset(r.Dx(), r.Dy())
	for i, c := range corners {
		x, y := float32(c.X*p.scale)-float32(r.Min.X), float32(c.Y*p.scale)-float32(r.Min.Y)
		if i == 0 {
			p.raster.MoveTo(x, y)
		} else {
			p.raster.LineTo(x, y)
		}
	}
	p.raster.ClosePath()
	p.raster.Draw(p.RGBA, r, image.NewUniform(colour), image.Point{})
}

// around is the smallest room, in pixels, that holds the corners.
func (p *picture) around(corners []Point) image.Rectangle {
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, c := range corners {
		low = Point{min(low.X, c.X), min(low.Y, c.Y)}
		high = Point{max(high.X, c.X), max(high.Y, c.Y)}
	}
	return image.Rect(int(math.Floor(low.X*p.scale)), int(math.Floor(low.Y*p.scale)),
		int(math.Ceil(high.X*p.scale)), int(math.Ceil(high.Y*p.scale))).Intersect(p.Bounds())
}

// line draws from one place to another, so many units wide.
func (p *picture) line(colour color.NRGBA, width float64, from, to Point) {
	dx, dy := to.X-from.X, to.Y-from.Y
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	x, y := -dy/length*width/2, dx/length*width/2
	p.fill(colour, Point{from.X + x, from.Y + y}, Point{to.X + x, to.Y + y}, Point{to.X - x, to.Y - y}, Point{from.X - x, from.Y - y})
}

// dashes draws a line of dashes, five units long and four apart.
func (p *picture) dashes(colour color.NRGBA, width float64, from, to Point) {
	const long, step = 5.0, 9.0
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	along := func(d float64) Point {
		return Point{from.X + (to.X-from.X)*d/length, from.Y + (to.Y-from.Y)*d/length}
	}
	for d := 0.0; d < length; d += step {
		p.line(colour, width, along(d), along(min(d+long, length)))
	}
}

// disc draws a circle by enough corners to look round.
func (p *picture) disc(colour color.NRGBA, centre Point, radius float64) {
	const n = 48
	corners := make([]Point, n)
	for i := range corners {
		y, x := math.Sincos(2 * math.Pi * float64(i) / n)
		corners[i] = Point{centre.X + radius*x, centre.Y + radius*y}
	}
	p.fill(colour, corners...)
}

func (p *picture) label(s Shape) error {
	size, colour := Letters, ink
	if s.Role == MutedRole {
		size, colour = Small, grey
	}
	face, err := p.face(size)
	if err != nil {
		return err
	}
	d := font.Drawer{Dst: p.RGBA, Src: image.NewUniform(colour), Face: face}
	x := fixed.Int26_6(s.X * p.scale * 64)
	switch width := d.MeasureString(s.Text); s.Anchor {
	case End:
		x -= width
	case Middle:
		x -= width / 2
	}
	d.Dot = fixed.Point26_6{X: x, Y: fixed.Int26_6(s.Y * p.scale * 64)}
	d.DrawString(s.Text)
	return nil
}

// typeface is read when the first picture is drawn, so that the start of the
// program does not wait for it.
var typeface = sync.OnceValues(func() (*opentype.Font, error) { return opentype.Parse(goregular.TTF) })

// face is the typeface with letters of a height in units.
func (p *picture) face(size float64) (font.Face, error) {
	if face := p.sizes[size]; face != nil {
		return face, nil
	}
	f, err := typeface()
	if err != nil {
		return nil, err
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size * p.scale, DPI: 72})
	p.sizes[size] = face
	return face, err
}
