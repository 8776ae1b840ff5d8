package locale

import (
	"slices"
	"strconv"

	"luwes/assess"
)

// CooperationField names one of the fields that are offered; another as it was typed.
func (w *Words) CooperationField(field string) string {
	if id := "cooperation.field." + field; w.Has(id) {
		return w.T(id)
	}
	return OneLine(field)
}

// CooperationQuestion names a question of the form, an arrangement with its number in
// the article.
func (w *Words) CooperationQuestion(id string) string {
	first := -1
	for i, q := range assess.CooperationQuestions {
		if q.Part == assess.ArrangementsTopic && first < 0 {
			first = i
		}
		if q.ID == id && q.Part == assess.ArrangementsTopic {
			return strconv.Itoa(i-first+1) + ". " + w.T("cooperation.q."+id)
		}
	}
	return w.T("cooperation.q." + id)
}

// CooperationChoice names an answer at a question; an empty one is unknown.
func (w *Words) CooperationChoice(question, choice string) string {
	if choice == "" {
		return w.T("cooperation.unknown")
	}
	for _, q := range assess.CooperationQuestions {
		switch {
		case q.ID != question:
		case q.Part == assess.BenefitsTopic:
			return w.T("cooperation.rating." + choice)
		case q.Part == assess.PhaseTopic:
			return w.CooperationPhase(choice)
		}
	}
	return w.T("cooperation.value." + choice)
}

// CooperationPhase is a phase with its number; 0 is before the first.
func (w *Words) CooperationPhase(phase string) string {
	if phase == "0" {
		return w.T("cooperation.phase.0")
	}
	return phase + ". " + w.T("cooperation.phase."+phase)
}

// CooperationWilling is how far a partner is willing; what is no choice is unknown.
func (w *Words) CooperationWilling(willing string) string {
	if !slices.Contains(assess.Willingness, willing) {
		return w.T("cooperation.unknown")
	}
	return w.T("cooperation.value." + willing)
}

// CooperationTask says what is to be done.
func (w *Words) CooperationTask(task assess.Task) string {
	id := "cooperation.task." + string(task.Kind)
	switch task.Kind {
	case assess.PartnerTask:
		return w.T(id, "pillar", w.T("cooperation.pillar."+task.ID))
	case assess.WinTask:
		return w.T(id, "name", OneLine(task.ID), "state", w.CooperationWilling(task.State))
	case assess.PhaseTask:
		return w.T(id, "phase", w.CooperationPhase(task.ID))
	}
	return w.T(id, "what", w.CooperationQuestion(task.ID), "state", w.CooperationChoice(task.ID, task.State))
}
