package report

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// pictureRoom is how many numbers are kept for the pictures of a report, far more than
// it has.
const pictureRoom = 1000

// freePicture is the first of numbers that no picture of the template has: not in the
// name of its file, nor in that of its relation, nor as a drawing, of which Word wants
// each to have its own. A report that is used as a template has some of ours.
func (t *letter) freePicture() (int, error) {
	taken := map[int]bool{}
	take := func(form, text string) {
		var n int
		if _, err := fmt.Sscanf(text, form, &n); err == nil {
			taken[n/pictureRoom] = true
		}
	}
	for name := range t.named {
		take("luwes%d.png", path.Base(name))
	}
	relations, err := t.relations(t.main)
	if err != nil {
		return 0, err
	}
	drawn := []string{t.main}
	for _, r := range relations {
		take("rIdLuwes%d", r.ID)
		if r.Mode != "External" && slices.ContainsFunc(append(filled, "/comments"), func(end string) bool { return strings.HasSuffix(r.Kind, end) }) {
			drawn = append(drawn, target(t.main, r.Target))
		}
	}
	for _, name := range drawn {
		text, err := t.docxPackage.text(name)
		if err != nil {
			return 0, err
		}
		for _, m := range drawingID.FindAllStringSubmatch(text, -1) {
			take("%d", m[1])
		}
	}
	block := 1
	for taken[block] {
		block++
	}
	return block*pictureRoom + 1, nil
}

var drawingID = regexp.MustCompile(`<(?:\w+:)?docPr\s[^>]*?\bid\s*=\s*["'](\d+)`)
