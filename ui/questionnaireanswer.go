package ui

import (
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// What a person does to the answers of a questionnaire.

// answer saves an answer to the item on the screen and moves on.
func (q *questionnaire) answer(a assess.Answer) tea.Cmd {
	if q.locked() {
		return notice("questionnaire.locked")
	}
	e := q.entry()
	if e.Answer == a {
		return q.advance()
	}
	q.undos = append(q.undos, undo{q.at, e})
	e.Answer = a
	q.who().Put(e)
	q.saver.put(e)
	return tea.Batch(q.advance(), q.saver.send())
}

// advance goes to the next item, and from the last one to the review.
func (q *questionnaire) advance() tea.Cmd {
	if q.at == len(q.items)-1 {
		q.point()
		return q.open(newReview(q))
	}
	return q.goTo(q.at + 1)
}

// undo brings back what the last change replaced.
func (q *questionnaire) undo() tea.Cmd {
	if len(q.undos) == 0 {
		return notice("questionnaire.nothing-to-undo")
	}
	last := q.undos[len(q.undos)-1]
	q.undos = q.undos[:len(q.undos)-1]
	q.at = last.at
	e := q.entry()
	e.Answer = last.entry.Answer // words that were typed since stay
	q.who().Put(e)
	q.point()
	q.saver.put(e)
	q.saver.at(q.item().ID)
	return q.saver.send()
}

// clear takes the answer of the item away.
func (q *questionnaire) clear() tea.Cmd {
	e := q.entry()
	if e.Answer.Kind == assess.Unanswered || q.locked() {
		return nil
	}
	q.undos = append(q.undos, undo{q.at, e})
	e.Answer = assess.Answer{}
	q.who().Put(e)
	q.point()
	q.saver.put(e)
	return q.saver.send()
}

// nextUnanswered goes to the next item without any answer, from here around.
func (q *questionnaire) nextUnanswered() tea.Cmd {
	for i := 1; i <= len(q.items); i++ {
		at := (q.at + i) % len(q.items)
		if q.who().Entry(q.items[at].item.ID, q.round).Answer.Kind == assess.Unanswered {
			return q.goTo(at)
		}
	}
	return notice("questionnaire.all-answered")
}

func (q *questionnaire) locked() bool { return q.session.Status == assess.Completed }

// touched is the number of items with any answer.
func (q *questionnaire) touched() int {
	n := 0
	for _, it := range q.items {
		if q.who().Entry(it.item.ID, q.round).Answer.Kind != assess.Unanswered {
			n++
		}
	}
	return n
}
