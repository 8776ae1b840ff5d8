package report

import (
	"math"
	"strings"
)

// The measures of what is filled in by hand.
const (
	boxSize   = 8.5
	beforeAll = 24.0 // where the words of a question begin
)

// The fonts of a form: questionFont is larger than the rest of a form, answerFont as small as can be read
// at a table, and ids are for who types.
var (
	questionFont = textFont{9.5, 12.5, ink}
	answerFont   = textFont{8.5, 12, ink}
	idFont       = textFont{6.5, 8, faint}
)

// question writes one item of a form, all of it on one page.
func (p *print) question(q Question) {
	b := &questionBlock{p: p, x: sideMargin + beforeAll, width: textWidth - beforeAll}
	b.text = p.wrap([]Span{{q.Text, Bold}}, questionFont.size, b.width)
	if q.Aim != "" {
		b.aim = p.wrap([]Span{{q.Aim, Italic}}, p.look.small.size, b.width)
	}
	b.answers = b.arrange(q.Options)
	height := float64(len(b.text))*questionFont.leading + float64(len(b.aim))*p.look.small.leading + 3 +
		b.answersHeight() + p.handHeight(q.Lines, b.width)
	p.introduce(height)
	p.gap(2)
	p.numberOf(q)
	p.put(questionFont, b.text, b.x, p.y)
	p.y += float64(len(b.text)) * questionFont.leading
	p.put(p.look.small, b.aim, b.x, p.y)
	p.y += float64(len(b.aim))*p.look.small.leading + 3
	b.drawAnswers()
	p.hand(q.Lines, b.x, b.width)
	p.y += 10
}

// numberOf writes the number of a question beside it, and its id in small below.
func (p *print) numberOf(q Question) {
	number, id, _ := strings.Cut(q.Number, " ")
	p.line(questionFont, []Span{{number, Bold}}, sideMargin, p.y)
	p.put(idFont, p.wrap(plain(id), idFont.size, beforeAll-3), sideMargin, p.y+questionFont.leading)
}

// A questionBlock is one item while it is written.
type questionBlock struct {
	p         *print
	x, width  float64
	text, aim []textLine
	answers   []answerLine
}

// An answerLine is what stands beside each other: one answer, or several short ones.
type answerLine struct {
	answers []answer
	lines   int
}

// An answer is an option with its text broken into lines.
type answer struct {
	Option
	x    float64 // of its box
	text []textLine
}

// arrange puts the answers below each other; all the steps of a scale in one line if
// they fit there, and those beside the scale in another.
func (b *questionBlock) arrange(options []Option) []answerLine {
	steps, others := options, []Option(nil)
	for i, o := range options {
		if o.beside() {
			steps, others = options[:i], options[i:]
			break
		}
	}
	var out []answerLine
	for _, group := range [][]Option{steps, others} {
		if line, fits := b.inOne(group); fits {
			out = append(out, line)
			continue
		}
		for _, o := range group {
			text := b.p.wrap(plain(o.Text), answerFont.size, b.width-b.lead())
			out = append(out, answerLine{[]answer{{o, b.x, text}}, max(len(text), 1)})
		}
	}
	return out
}

// inOne puts options beside each other, each with the same room; it is no good where
// one of them is too long for that.
func (b *questionBlock) inOne(options []Option) (line answerLine, fits bool) {
	room := b.width / float64(len(options))
	line.lines = 1
	for i, o := range options {
		text := b.p.wrap(plain(o.Text), answerFont.size, room-b.lead()-6)
		if len(text) > 1 {
			return line, false
		}
		line.answers = append(line.answers, answer{o, b.x + float64(i)*room, text})
	}
	return line, len(options) > 0
}

// lead is the room for the box of an answer and for its mark.
func (b *questionBlock) lead() float64 { return boxSize + 16 }

func (b *questionBlock) answersHeight() float64 {
	n := 0
	for _, l := range b.answers {
		n += l.lines
	}
	return float64(n) * answerFont.leading
}

func (b *questionBlock) drawAnswers() {
	p := b.p
	for _, line := range b.answers {
		for _, a := range line.answers {
			p.box(a.x, p.y+(answerFont.leading-boxSize)/2)
			p.line(answerFont, []Span{{a.Mark, Bold}}, a.x+boxSize+4, p.y)
			p.put(answerFont, a.text, a.x+b.lead(), p.y)
		}
		p.y += float64(line.lines) * answerFont.leading
	}
}

// box is a square to be crossed.
func (p *print) box(x, y float64) {
	p.ink(ink)
	p.pdf.SetLineWidth(0.8)
	p.pdf.Rect(x, y, boxSize, boxSize, "D")
}

// besideEachOther is the room between two lines to write on.
const besideEachOther = 14.0

// handRows are the names of lines to write on, two beside each other where both leave
// more room than they take.
func (p *print) handRows(names []string, width float64) [][]string {
	half := (width - besideEachOther) / 2
	short := func(name string) bool {
		f := p.faces[Plain]
		return f.width(f.shown(name), answerFont.size) < half*0.55
	}
	var rows [][]string
	for len(names) > 0 {
		n := 1
		if len(names) > 1 && short(names[0]) && short(names[1]) {
			n = 2
		}
		rows, names = append(rows, names[:n]), names[n:]
	}
	return rows
}

// handHeight is the room that such lines take.
func (p *print) handHeight(names []string, width float64) float64 {
	return float64(len(p.handRows(names, width))) * p.look.lineRoom
}

// hand writes names with room to write behind them.
func (p *print) hand(names []string, x, width float64) {
	for _, row := range p.handRows(names, width) {
		if len(row) == 1 {
			p.fillIn(row[0], x, width)
		} else {
			half := (width - besideEachOther) / 2
			p.fillIn(row[0], x, half)
			p.fillIn(row[1], x+half+besideEachOther, half)
		}
		p.y += p.look.lineRoom
	}
}

// fillIn is a name and a line to write on.
func (p *print) fillIn(name string, x, width float64) {
	text := p.cut(name+":", answerFont, width*0.8)
	p.line(answerFont, text, x, p.y+p.look.lineRoom-answerFont.leading-1)
	f := p.faces[Plain]
	used := f.width(f.shown(text[0].Text), answerFont.size) + 4
	p.stroke(faint, 0.5, x+used, p.y+p.look.lineRoom-3, math.Max(width-used, 0), 0)
}

// signature writes the part that is filled in by hand, two who sign beside each other
// and all of it on one page.
func (p *print) signature(s Signature) {
	const between = 30
	half := (textWidth - between) / 2
	height := p.handHeight(s.Lines, textWidth) + 10
	for i := 0; i < len(s.Signers); i += 2 {
		height += p.signerHeight(s.Signers[i])
	}
	p.introduce(height)
	p.hand(s.Lines, sideMargin, textWidth)
	p.gap(10)
	for i := 0; i < len(s.Signers); i += 2 {
		top := p.y
		p.signer(s.Signers[i], sideMargin, half)
		if i+1 < len(s.Signers) {
			p.y = top
			p.signer(s.Signers[i+1], sideMargin+half+between, half)
		}
	}
}

func (p *print) signerHeight(s Signer) float64 {
	return p.look.body.leading + p.look.signRoom + float64(len(s.Lines))*p.look.lineRoom + 10
}

// signer writes one who signs, with room for the signature.
func (p *print) signer(s Signer, x, width float64) {
	top := p.y
	p.line(p.look.body, []Span{{s.Role, Bold}}, x, p.y)
	p.y += p.look.body.leading
	p.line(p.look.small, plain(s.Sign), x, p.y+1)
	p.y += p.look.signRoom
	p.stroke(ink, 0.8, x, p.y, width, 0)
	for _, name := range s.Lines {
		p.fillIn(name, x, width)
		p.y += p.look.lineRoom
	}
	p.y = top + p.signerHeight(s)
}
