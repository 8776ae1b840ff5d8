package report

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// What is filled in by hand: questions with boxes, and signatures.

// box is an empty box to cross, in typefaces that have it.
const box = `<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/></w:rPr><w:t>☐</w:t></w:r><w:r><w:tab/></w:r>`

// question stays on one page, with the lines to fill in.
func (w *docx) question(q Question) {
	w.apart()
	var rows []func(keep string)
	add := func(style, runs string) {
		rows = append(rows, func(keep string) { w.styled(style, keep+"<w:keepLines/>", runs) })
	}
	add("Question", w.run(strings.TrimSpace(q.Number)+" ", Bold)+w.run(q.Text, Plain))
	if q.Aim != "" {
		add("Aim", w.run(q.Aim, Plain))
	}
	for _, o := range q.Options {
		add("Option", box+w.run(strings.TrimSpace(o.Mark+"  "+o.Text), Plain))
	}
	for _, line := range q.Lines {
		rows = append(rows, func(keep string) {
			w.styled("Option", fmt.Sprintf(`%s<w:keepLines/><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, keep, w.width),
				w.run(line+": ", Plain)+"<w:r><w:tab/></w:r>")
		})
	}
	for i, row := range rows {
		if i < len(rows)-1 {
			row("<w:keepNext/>")
		} else {
			row("")
		}
	}
}

// signHeight is the height of the room for a signature, in twentieths of a point:
// 2.3 cm.
const signHeight = 1300

// signature has two who sign side by side, each with room to sign, and the lines of
// the paper above them in the same table, so that no page ends between.
func (w *docx) signature(s Signature) {
	label, gap := w.width*19/100, w.width*6/100
	half := (w.width - gap) / 2
	rest := s.Lines
	for len(rest) > 0 && len(s.Signers) == 0 {
		n := beside(rest)
		widths := signWidths(label*6/5, half, gap)[:n*3-1]
		w.openPlain(widths)
		for ; len(rest) > 0 && beside(rest) == n; rest = rest[n:] {
			w.lines(rest[:n], widths)
		}
		w.close()
	}
	for i := 0; i < len(s.Signers); i += 2 {
		pair, widths := s.Signers[i:min(i+2, len(s.Signers))], signWidths(label, half, gap)
		if len(pair) == 1 && len(rest) == 0 {
			widths = widths[:2]
		}
		if i > 0 { // all sign on one page, below what they sign
			w.after = false
			w.styled("Gap", "<w:keepNext/>", "")
		}
		w.openPlain(widths)
		for len(rest) > 0 {
			n := beside(rest)
			w.lines(rest[:n], widths)
			rest = rest[n:]
		}
		w.signers(pair, label, half-label, gap)
		w.close()
	}
}

// signWidths are the columns of two names with room to write, and of the gap between.
func signWidths(label, half, gap int) []int {
	return []int{label, half - label, gap, label, half - label}
}

// signRoom is the height of the room for a signature: three quarters in a short report.
func (w *docx) signRoom() int {
	if w.doc.Short {
		return signHeight * 3 / 4
	}
	return signHeight
}

// shortName is how many letters of a name leave room for another line beside its own.
const shortName = 20

// beside is how many of the first names stand beside each other: two short ones.
func beside(names []string) int {
	if len(names) > 1 && utf8.RuneCountInString(names[0]) <= shortName && utf8.RuneCountInString(names[1]) <= shortName {
		return 2
	}
	return 1
}

// lines is a row of one or two names with room to write beside them.
func (w *docx) lines(names []string, widths []int) {
	cells := w.line(names[0], widths[0], widths[1])
	empty := w.words("", "TableText", true, Plain)
	switch {
	case len(names) > 1:
		cells = append(append(cells, w.cell(widths[2], "", empty)), w.line(names[1], widths[3], widths[4])...)
	case len(widths) > 2:
		cells = append(cells, w.cell(widths[2]+widths[3]+widths[4], `<w:gridSpan w:val="3"/>`, empty))
	}
	w.row("<w:cantSplit/>", cells)
}

// signers are the rows of a table with one or two who sign.
func (w *docx) signers(pair []Signer, label, value, gap int) {
	row := func(properties string, cells func(Signer) []string) {
		var all []string
		for i, s := range pair {
			if i > 0 {
				all = append(all, w.cell(gap, "", w.words("", "TableText", true, Plain)))
			}
			all = append(all, cells(s)...)
		}
		w.row("<w:cantSplit/>"+properties, all)
	}
	across := func(text string, e Emphasis) []string {
		return []string{w.cell(label+value, `<w:gridSpan w:val="2"/>`, w.words(text, "TableText", true, e))}
	}
	row("", func(s Signer) []string { return across(s.Role, Bold) })
	row(fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, w.signRoom()), func(s Signer) []string { return across(s.Sign, Italic) })
	for n := range mostLines(pair) {
		row("", func(s Signer) []string {
			if n < len(s.Lines) {
				return w.line(s.Lines[n], label, value)
			}
			return across("", Plain)
		})
	}
}

// mostLines is how many lines the one with the most has.
func mostLines(of []Signer) int {
	n := 0
	for _, s := range of {
		n = max(n, len(s.Lines))
	}
	return n
}

// line is a name with room to write beside it, on a dotted line.
func (w *docx) line(name string, label, value int) []string {
	return []string{w.cell(label, "", w.words(name, "TableText", true, Plain)),
		w.cell(value, `<w:tcBorders><w:bottom w:val="dotted" w:sz="6" w:space="0" w:color="505050"/></w:tcBorders>`, w.words("", "TableText", true, Plain))}
}

// openPlain begins a table without lines.
func (w *docx) openPlain(widths []int) { w.open("PlainTable", "", widths, false) }
