package report

import (
	"slices"
	"strings"
)

// An edit puts a text in the place of another.
type edit struct {
	from, to int64
	text     string
}

// edited is a text with edits, none of which lie on each other.
func edited(text string, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return int(a.from - b.from) })
	var b strings.Builder
	at := int64(0)
	for _, e := range edits {
		b.WriteString(text[at:e.from] + e.text)
		at = e.to
	}
	return b.String() + text[at:]
}

// oneEach are edits in their order, each once: paragraphs of one control share some.
func oneEach(edits []edit) []edit {
	slices.SortStableFunc(edits, func(a, b edit) int { return int(a.from - b.from) })
	return slices.DeleteFunc(slices.Compact(edits), func(e edit) bool { return e == edit{} })
}
