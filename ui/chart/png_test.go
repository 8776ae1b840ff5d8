package chart_test

import (
	"bytes"
	"image/png"
	"testing"

	"luwes/assess"
	"luwes/ui/chart"
)

// radar is a graph of six axes, as a report has.
func radar(from ...float64) *chart.Graph {
	g := &chart.Graph{Form: chart.Radar, Names: [2]string{"Sekarang", "Sebelumnya"}}
	for i, name := range []string{"Strategi struktural", "Strategi perilaku", "Strategi teknis", "Kompleksitas diferensiasi", "Formalisasi penataan", "Sentralisasi kewenangan"} {
		r := chart.GraphRow{Name: name, Figure: "62,5", Value: assess.Known(62.5 - float64(i)*5), From: assess.Unknown(assess.NotScored)}
		if i < len(from) {
			r.From = assess.Known(from[i])
		}
		g.Rows = append(g.Rows, r)
	}
	return g
}

// A picture has the size asked for, and the same bytes each time; scores that no
// drawing has a place for do not break it.
func TestPNG(t *testing.T) {
	graphs := []*chart.Graph{radar(), radar(10, 20, 30, 40, 50, 60)}
	for _, form := range []chart.Form{chart.Bars, chart.Positions, chart.Changes, chart.Radar} {
		graphs = append(graphs, graph(form), &chart.Graph{Form: form})
	}
	for _, g := range graphs {
		picture, err := g.PNG(2)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := g.PNG(2)
		if !bytes.Equal(picture, again) {
			t.Errorf("form %d: other bytes the second time", g.Form)
		}
		size, err := png.DecodeConfig(bytes.NewReader(picture))
		_, height := g.Shapes()
		if err != nil || size.Width != 2*chart.Width || size.Height != max(int(2*height+.999), 1) {
			t.Errorf("form %d: %d × %d, want %g × %g; %v", g.Form, size.Width, size.Height, 2*chart.Width, 2*height, err)
		}
	}
}

// What is drawn is to be seen: each role leaves pixels of its own colour.
func TestPNGColours(t *testing.T) {
	picture, err := radar(10, 20, 30, 40, 50, 60).PNG(2)
	if err != nil {
		t.Fatal(err)
	}
	im, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[3]uint32]int{}
	for y := range im.Bounds().Dy() {
		for x := range im.Bounds().Dx() {
			r, g, b, _ := im.At(x, y).RGBA()
			seen[[3]uint32{r >> 8, g >> 8, b >> 8}]++
		}
	}
	for what, colour := range map[string][3]uint32{"outline": {0x0b, 0x5c, 0xad}, "words": {0x1b, 0x1d, 0x21}, "web": {0x9c, 0xa0, 0xa8}, "inside": {206, 222, 238}} {
		n := 0
		for c, pixels := range seen {
			if near(c, colour) {
				n += pixels
			}
		}
		if n < 100 {
			t.Errorf("%s: %d pixels of %v", what, n, colour)
		}
	}
}

// near reports whether two colours differ by rounding only.
func near(a, b [3]uint32) bool {
	for i := range a {
		if a[i] > b[i]+3 || b[i] > a[i]+3 {
			return false
		}
	}
	return true
}

// The area of what was before stands only where every axis has it, with a legend;
// two axes have none at all.
func TestRadarAreas(t *testing.T) {
	count := func(g *chart.Graph) (areas, rings int) {
		shapes, _ := g.Shapes()
		for _, s := range shapes {
			if s.Kind == chart.Area && s.Role != chart.TrackRole {
				areas++
			}
			if s.Kind == chart.Area && s.Role == chart.TrackRole {
				rings++
			}
		}
		return areas, rings
	}
	two := radar()
	two.Rows = two.Rows[:2]
	for _, tt := range []struct {
		name         string
		g            *chart.Graph
		areas, rings int
	}{{"now", radar(), 1, 4}, {"in part", radar(1, 2, 3), 1, 4}, {"both, with legend", radar(1, 2, 3, 4, 5, 6), 4, 4}, {"two axes", two, 0, 0}} {
		if areas, rings := count(tt.g); areas != tt.areas || rings != tt.rings {
			t.Errorf("%s: %d areas and %d rings, want %d and %d", tt.name, areas, rings, tt.areas, tt.rings)
		}
	}
}

// An arrow points from the ring to the dot, and has a head only where there is room.
func TestArrowHeads(t *testing.T) {
	for _, tt := range []struct {
		from, to float64
		lines    int
	}{{20, 60, 3}, {60, 20, 3}, {20, 21, 1}} {
		g := &chart.Graph{Form: chart.Changes, Rows: []chart.GraphRow{{From: assess.Known(tt.from), Value: assess.Known(tt.to)}}}
		shapes, _ := g.Shapes()
		n := 0
		for _, s := range shapes {
			if s.Kind != chart.Line || s.Role != chart.ValueRole {
				continue
			}
			n++
			if s.H != 0 && (s.W < 0) != (tt.to > tt.from) {
				t.Errorf("%g to %g: the head %+v points back", tt.from, tt.to, s)
			}
		}
		if n != tt.lines {
			t.Errorf("%g to %g: %d lines, want %d", tt.from, tt.to, n, tt.lines)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	g := radar(10, 20, 30, 40, 50, 60)
	for b.Loop() {
		if _, err := g.PNG(2); err != nil {
			b.Fatal(err)
		}
	}
}
