package report

import (
	"fmt"
	"strings"
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

// signature has two who sign side by side, each with room to sign.
func (w *docx) signature(s Signature) {
	label, gap := w.width*17/100, w.width*6/100
	if len(s.Lines) > 0 {
		widths := []int{label * 3 / 2, w.width/2 - label*3/2}
		w.openPlain(widths)
		for _, line := range s.Lines {
			w.row(`<w:cantSplit/>`, w.line(line, widths[0], widths[1]))
		}
		w.close()
	}
	half := (w.width - gap) / 2
	for i := 0; i < len(s.Signers); i += 2 {
		pair := s.Signers[i:min(i+2, len(s.Signers))]
		w.openPlain([]int{label, half - label, gap, label, half - label}[:len(pair)*3-1])
		w.signers(pair, label, half-label, gap)
		w.close()
	}
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
	row(fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, signHeight), func(s Signer) []string { return across(s.Sign, Italic) })
	for n := range lines(pair) {
		row("", func(s Signer) []string {
			if n < len(s.Lines) {
				return w.line(s.Lines[n], label, value)
			}
			return across("", Plain)
		})
	}
}

// lines is how many lines the one with the most has.
func lines(of []Signer) int {
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
