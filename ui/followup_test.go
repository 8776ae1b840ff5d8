package ui

import (
	"testing"

	"luwes/assess"
	"luwes/ui/locale"
)

// A part that cannot be read is told with the first results and stands among the
// leads with the reason; it has no screen, and the others do.
func TestFollowUpWithAPartThatCannotBeRead(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes {
			store := recorded()
			store.sessions[1].Unread = []assess.Part{assess.PlanPart}
			w := locale.For(lang)
			why := sentence(w.T("problem.part-unreadable", "part", w.T("dossier.plan")))[:24]
			d := opened(t, newResults(store, options(store, lang), "now"), size.width, size.height, lang).shows(why)
			d.press("l", "end").shows(why).press("5").shows(w.T("dossier.plan"), why)
			if _, still := d.app.top().(*followUp); !still {
				t.Errorf("%T shows what could not be read", d.app.top())
			}
			d.press("2").shows(w.T("wanted.title"))
		}
	}
}
