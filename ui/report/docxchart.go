package report

import (
	"fmt"
	"strings"

	"luwes/ui/chart"
)

const (
	pixels  = 2.0      // of a chart for each of its units: 232 dots per inch at 14 cm
	emu     = 635      // of drawings in a twentieth of a point
	widest  = 14 * 567 // of a chart in twentieths of a point: 14 cm
	closest = 13 * 567 // the same in a short report: 13 cm
	tallest = 12 * 567 // of a chart: 12 cm
)

// chart is a picture with its words, above its title.
func (w *docx) chart(c Chart) {
	w.apart()
	_, height := c.Shapes()
	if height == 0 || w.err != nil {
		return
	}
	picture, err := c.PNG(pixels)
	if err != nil {
		w.err = fmt.Errorf("draw a chart: %w", err)
		return
	}
	w.pictures = append(w.pictures, picture)
	wide := min(widest, w.width)
	if w.doc.Short {
		wide = min(closest, w.width)
	}
	high := int(height / chart.Width * float64(wide))
	if high > tallest {
		wide, high = wide*tallest/high, tallest
	}
	w.styled("Figure", "<w:keepNext/>", w.drawing(c, wide*emu, high*emu))
	w.styled("Caption", "", w.run(c.Title, Plain))
}

// drawing shows the last picture, so wide and high in units of drawings.
func (w *docx) drawing(c Chart, wide, high int) string {
	n := w.first + len(w.pictures) - 1
	told := escapeXML(strings.TrimSpace(c.Title + " " + c.Told))
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">`+
		`<wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="%[3]d" name="%[4]s" descr="%[5]s"/><wp:cNvGraphicFramePr/>`+
		`<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">`+
		`<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="%[3]d" name="%[4]s" descr="%[5]s"/><pic:cNvPicPr/></pic:nvPicPr>`+
		`<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="%[6]s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`+
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		wide, high, n, pictureName(n), told, pictureID(n))
}

// pictureName and pictureID are what a picture is called in the package, and in
// what its main part refers to.
func pictureName(n int) string { return fmt.Sprintf("luwes%d.png", n) }

func pictureID(n int) string { return fmt.Sprintf("rIdLuwes%d", n) }
