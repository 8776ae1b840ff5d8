package ui

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"luwes/assess"
)

// The first screen names its keys with messages of the areas that a start reads
// anyway: one of any other area costs every start the reading of all before it.
func TestFirstScreenNeedsTheFirstAreas(t *testing.T) {
	known := map[string]any{}
	for _, area := range []string{"screens", "words"} {
		text, err := os.ReadFile("locale/" + area + ".en.json")
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &known); err != nil {
			t.Fatal(err)
		}
	}
	empty := driveExchange(t, &fakeExchange{})
	filled := driveExchange(t, &fakeExchange{}, stuck(), regency("g", "2026-11-20", assess.GroupMethod))
	for _, d := range []*driver{empty, filled} {
		for _, key := range slices.Concat(d.app.top().Keys(), d.app.common()) {
			if id := key.Help().Desc; known[id] == nil {
				t.Errorf("%s stands in another area", id)
			}
		}
	}
}
