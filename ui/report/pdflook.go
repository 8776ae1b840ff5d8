package report

// A look is how large the parts of a page are, in points.
type look struct {
	title, kicker, body, table, small textFont
	section, part                     headingLook // headings of level 2 and 3
	cellTop                           float64     // above and below the words of a cell
	gaps                              float64     // how much there is of the smaller gaps, 0–1
	chartWidth                        float64
	lineRoom                          float64 // of a line to write on
	signRoom                          float64 // above a signature
}

// A headingLook is a heading with the room above and below it.
type headingLook struct {
	font         textFont
	above, below float64
}

// A textFont is how a block of text looks; which of the faces is used depends on its
// emphasis.
type textFont struct {
	size    float64
	leading float64 // from line to line
	colour  colour
}

// The looks: that of most papers, and a closer one for those that should be short, in
// which no words are smaller than 9 points.
var (
	roomy = look{
		title: textFont{19, 23, ink}, kicker: textFont{9, 12, faint}, body: textFont{9.5, 13, ink},
		table: textFont{8.5, 11, ink}, small: textFont{8, 10.5, faint},
		section: headingLook{textFont{13.5, 17, ink}, 16, 6}, part: headingLook{textFont{10.5, 14, accent}, 9, 3},
		cellTop: 3, gaps: 1, chartWidth: 430, signRoom: 56, lineRoom: 17,
	}
	tight = look{
		title: textFont{16, 19, ink}, kicker: textFont{9, 11, faint}, body: textFont{9, 11.5, ink},
		table: textFont{9, 11, ink}, small: textFont{9, 11, faint},
		section: headingLook{textFont{11, 13, ink}, 5, 2}, part: headingLook{textFont{10, 12, accent}, 5, 2},
		cellTop: 1.5, gaps: 0.5, chartWidth: 384, signRoom: 32, lineRoom: 14,
	}
)

// marginFont is that of what stands above and below the text.
var marginFont = textFont{7.5, 10, faint}
