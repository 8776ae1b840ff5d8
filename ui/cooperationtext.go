package ui

import (
	"strconv"
	"strings"

	"luwes/assess"
	"luwes/ui/chart"
)

// standPartCount is the number of parts of the text: stance and reasons, path,
// what is missing, limits of the law, and the law then and now.
const standPartCount = 5

// standText is the text of a positioning, line by line, and the line at which each
// of its parts begins.
func standText(l Look, c *assess.Cooperation, p assess.Positioning, width int) (lines []string, parts [standPartCount]int) {
	t := &page{l: l, width: width}
	for i, write := range []func(*page, *assess.Cooperation, assess.Positioning){
		writeStance, writePath, writeTasks, writeLimits, writeLaw,
	} {
		if i > 0 {
			parts[i] = len(t.out) + 1 // the line before a heading is empty
		}
		write(t, c, p)
	}
	return t.out, parts
}

func writeStance(t *page, c *assess.Cooperation, p assess.Positioning) {
	t.say(0, stanceSign(t.l, p.Stance)+" "+t.l.Title.Render(t.l.T("cooperation.stance."+string(p.Stance))))
	t.say(0, t.l.T("cooperation.means."+string(p.Stance)))
	t.heading(t.l.T("cooperation.part.reasons"))
	if len(p.Reasons) == 0 {
		t.say(0, t.l.T("cooperation.no-reasons"))
	}
	for _, a := range p.Reasons {
		sign, way := t.l.Good.Render(t.l.Check), "yes"
		if a.Truth == assess.Fails {
			sign, way = t.l.Bad.Render(t.l.Cross), "no"
		}
		t.hang(sign+" ", t.l.T("cooperation.claim."+a.Claim+"."+way))
		t.causes(a)
	}
	if p.Stance == assess.NotEnoughToSay {
		t.say(0, t.l.Words.N("cooperation.open", len(p.Open)))
	}
}

// causes are the answers behind an argument, and its sources.
func (p *page) causes(a assess.Argument) {
	var answers []string
	for _, c := range a.Causes {
		answers = append(answers, p.l.Words.CooperationQuestion(c.Question)+": "+p.l.Words.CooperationChoice(c.Question, c.Answer))
	}
	if len(answers) > 0 {
		p.mute(2, strings.Join(answers, "; "))
	}
	p.mute(2, p.l.T("cooperation.source", "source", sourceNames(p.l, a.Sources)))
}

// mute writes words that may be overlooked.
func (p *page) mute(lead int, text string) {
	p.out = append(p.out, strings.Split(indent(p.l.Muted.Render(wrap(text, max(p.width-lead, 1))), lead), "\n")...)
}

// hang writes words with something before their first line, such as a sign.
func (p *page) hang(lead, text string) {
	p.out = append(p.out, strings.Split(hanging(lead, text, p.width), "\n")...)
}

func sourceNames(l Look, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = l.T("cooperation.source." + id)
	}
	return strings.Join(names, "; ")
}

func writePath(t *page, c *assess.Cooperation, p assess.Positioning) {
	t.heading(t.l.T("cooperation.part.path"))
	steps := make([]chart.PathStep, len(p.Stations))
	for i, s := range p.Stations {
		steps[i] = chart.PathStep{Sign: stationSign(t.l, s.State), Text: t.l.T("cooperation.station." + s.ID)}
		if i == p.Place {
			steps[i].Here = t.l.T("cooperation.here", "stance", t.l.T("cooperation.stance."+string(p.Stance)))
		}
	}
	t.out = append(t.out, chart.Path(t.l.Theme, steps, t.width)...)
	var legend []string
	for _, s := range []assess.StationState{assess.Premise, assess.Passed, assess.Barred, assess.Unsure, assess.Ahead} {
		one := stationSign(t.l, s) + " " + t.l.T("cooperation.state."+string(s))
		legend = append(legend, strings.ReplaceAll(one, " ", "\u00a0")) // a sign stays with its words
	}
	t.out = append(t.out, "")
	t.say(0, t.l.Muted.Render(strings.ReplaceAll(wrap(strings.Join(legend, "   "), t.width), "\u00a0", " ")))
	t.mute(0, t.l.T("cooperation.source", "source", sourceNames(t.l, []string{"article-figure"})))
}

// stationSign tells the states of the path apart without colour.
func stationSign(l Look, s assess.StationState) string {
	switch s {
	case assess.Passed:
		return l.Good.Render(l.Check)
	case assess.Barred:
		return l.Bad.Render(l.Cross)
	case assess.Unsure:
		return l.Warn.Render("?")
	case assess.Premise:
		return l.Flat
	}
	return l.Muted.Render(l.Unmark)
}

func writeTasks(t *page, c *assess.Cooperation, p assess.Positioning) {
	t.heading(t.l.T("cooperation.part.tasks"))
	if len(p.Tasks) == 0 {
		t.say(0, t.l.T("cooperation.no-tasks"))
	}
	wide := len(strconv.Itoa(len(p.Tasks)))
	for i, task := range p.Tasks {
		t.hang(t.l.Key.Render(t.l.right(strconv.Itoa(i+1), wide))+" ", t.l.Words.CooperationTask(task))
	}
}

func writeLimits(t *page, c *assess.Cooperation, p assess.Positioning) {
	t.heading(t.l.T("cooperation.part.limits"))
	if len(p.Limits) == 0 {
		t.say(0, t.l.T("cooperation.no-limits"))
	}
	for _, a := range p.Limits {
		t.hang(t.l.Warn.Render(t.l.Bang)+" ", t.l.T("cooperation.limit."+a.Claim))
		t.causes(a)
	}
}
