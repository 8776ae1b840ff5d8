package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/ui/chart"
)

// graph has a row for each score that may break a drawing.
func graph(form chart.Form) *chart.Graph {
	g := &chart.Graph{Form: form, Title: `<b> & "t"`, Told: "told\x1b"}
	for _, f := range append([]assess.Figure{assess.Known(0), assess.Known(50), assess.Known(100)}, odd...) {
		g.Rows = append(g.Rows, chart.GraphRow{Name: "n", Figure: "f", Low: "low", High: "high", Value: f, From: assess.Known(20), Range: &[2]float64{-5, 120}})
	}
	return g
}

// Nothing is drawn outside of the graph, whatever the score.
func TestShapesStayInside(t *testing.T) {
	for _, form := range []chart.Form{chart.Bars, chart.Positions, chart.Changes, chart.Radar} {
		shapes, height := graph(form).Shapes()
		for _, s := range shapes {
			for _, x := range []float64{s.X - s.R, s.X + s.R, s.X + s.W} {
				if !(x >= 0 && x <= chart.Width) {
					t.Errorf("form %d: %+v reaches %g", form, s, x)
				}
			}
			if !(s.Y-s.R >= 0 && s.Y+s.H+s.R <= height) {
				t.Errorf("form %d: %+v is not within a height of %g", form, s, height)
			}
		}
	}
}

// The drawing of a score is as far along as the score.
func TestShapesShowScores(t *testing.T) {
	row := func(v float64) []chart.GraphRow { return []chart.GraphRow{{Value: assess.Known(v)}} }
	last := -1.0
	for v := 0.0; v <= 100; v += 12.5 {
		bar, _ := (&chart.Graph{Form: chart.Bars, Rows: row(v)}).Shapes()
		dot, _ := (&chart.Graph{Form: chart.Positions, Rows: row(v)}).Shapes()
		end, at := bar[len(bar)-1], dot[len(dot)-1]
		if end.Role != chart.ValueRole || at.Kind != chart.Dot || end.X+end.W != at.X || at.X <= last {
			t.Errorf("%g: bar %+v, dot %+v, before %g", v, end, at, last)
		}
		last = at.X
	}
}

// The poles stand above a row only where they are others than before.
func TestPolesOnce(t *testing.T) {
	g := &chart.Graph{Rows: []chart.GraphRow{{Low: "a", High: "b"}, {Low: "a", High: "b"}, {Low: "c", High: "d"}, {}, {}}}
	shapes, _ := g.Shapes()
	n := 0
	for _, s := range shapes {
		if s.Role == chart.MutedRole {
			n++
		}
	}
	if n != 4 {
		t.Errorf("%d poles, want 4", n)
	}
}

func TestSVG(t *testing.T) {
	for _, form := range []chart.Form{chart.Bars, chart.Positions, chart.Changes, chart.Radar} {
		got := graph(form).SVG(`g"1`)
		d := xml.NewDecoder(strings.NewReader(got))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%v in\n%s", err, got)
			}
		}
		for _, want := range []string{`role="img"`, `<title id="g&#34;1-title">&lt;b&gt; &amp; &#34;t&#34;</title>`, `<desc id="g&#34;1-told">told </desc>`} {
			if !strings.Contains(got, want) {
				t.Errorf("%s is not in\n%s", want, got)
			}
		}
		if strings.Contains(got, "NaN") || strings.Contains(got, "Inf") {
			t.Errorf("not a number in\n%s", got)
		}
	}
}
