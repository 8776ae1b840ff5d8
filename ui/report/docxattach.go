package report

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// styles are the ids by which paragraphs of the report refer to styles: those of
// the template that have our names, and ours, which are added, for the others.
func (t *letter) styles() (map[string]string, error) {
	name, text, err := t.beside("styles")
	if err != nil {
		return nil, err
	}
	var sheet struct {
		Styles []struct {
			Kind string `xml:"type,attr"`
			ID   string `xml:"styleId,attr"`
			Name struct {
				Value string `xml:"val,attr"`
			} `xml:"name"`
		} `xml:"style"`
	}
	if xml.Unmarshal([]byte(text), &sheet) != nil {
		return nil, damaged(name)
	}
	byName, taken := map[string]string{}, map[string]bool{}
	for _, s := range sheet.Styles {
		byName[s.Kind+" "+strings.ToLower(s.Name.Value)] = s.ID
		taken[s.ID] = true
	}
	ids, missing := map[string]string{}, []docxStyle{}
	for _, s := range docxStyles() {
		id, has := byName[s.kind+" "+strings.ToLower(s.name)]
		if !has {
			missing = append(missing, s)
			for id = s.id; taken[id]; id = "Luwes" + id {
			}
		}
		ids[s.id] = escapeXML(id)
	}
	var added strings.Builder
	for _, s := range missing {
		added.WriteString(s.as(ids))
	}
	t.changed[name] = beforeEnd(text, added.String())
	return ids, nil
}

// beside is a part of a kind that the main part refers to; one that is missing is
// added without content.
func (t *letter) beside(kind string) (name, text string, err error) {
	relations, err := t.relations(t.main)
	if err != nil {
		return "", "", err
	}
	for _, r := range relations {
		if strings.HasSuffix(r.Kind, "/"+kind) {
			name = target(t.main, r.Target)
			text, err = t.docxPackage.text(name)
			return name, text, err
		}
	}
	name = path.Join(path.Dir(t.main), "luwes-"+kind+".xml")
	t.missing = append(t.missing, kind)
	return name, declaration + fmt.Sprintf(`<w:%[1]s xmlns:w="%[2]s"></w:%[1]s>`, kind, mainSpace), nil
}

// attach adds what the report refers to, and what the file says of itself: of the
// report, not of the template.
func (t *letter) attach(w *docx) error {
	folder := path.Dir(t.main)
	relations, types := w.pictureRelations(), ""
	for _, kind := range t.missing {
		name := path.Join(folder, "luwes-"+kind+".xml")
		relations += fmt.Sprintf(`<Relationship xmlns="%s" Id="rIdLuwes-%s" Type="%s%s" Target="luwes-%s.xml"/>`, relationSpace, kind, officeKind, kind, kind)
		types += fmt.Sprintf(`<Override xmlns="%s" PartName="/%s" ContentType="%s%s+xml"/>`, typesSpace, name, wordType, kind)
		t.added = append(t.added, part{name, t.changed[name]})
	}
	t.added = append(t.added, w.pictureParts(folder+"/media/")...)
	if !t.knows("png") {
		types += `<Default xmlns="` + typesSpace + `" Extension="png" ContentType="image/png"/>`
	}
	if err := t.extend(relationsOf(t.main), relations); err != nil {
		return err
	}
	if err := t.extend(typesPart, types); err != nil {
		return err
	}
	t.changed[typesPart] = strings.Replace(t.changed[typesPart], wordType+"template.main+xml", wordType+"document.main+xml", 1)
	return t.describe(w)
}

func (t *letter) knows(extension string) bool {
	for _, d := range t.kinds.Defaults {
		if strings.EqualFold(d.Extension, extension) {
			return true
		}
	}
	return false
}

// extend adds to a list that the package has.
func (t *letter) extend(name, more string) error {
	if name != typesPart && t.named[name] == nil {
		t.added = append(t.added, part{name, declaration + related(more)})
		return nil
	}
	text, err := t.docxPackage.text(name)
	if err == nil {
		t.changed[name] = beforeEnd(text, more)
	}
	return err
}

// describe replaces what the template says of itself.
func (t *letter) describe(w *docx) error {
	relations, err := t.relations("")
	if err != nil {
		return err
	}
	for _, r := range relations {
		if r.Kind == coreKind && t.named[target("", r.Target)] != nil {
			t.changed[target("", r.Target)] = declaration + w.core()
		}
	}
	return nil
}

// beforeEnd puts more into the outermost element of a text, at its end.
func beforeEnd(text, more string) string {
	if at := strings.LastIndex(text, "</"); at >= 0 {
		return text[:at] + more + text[at:]
	}
	at := strings.LastIndex(text, "/>") // it has nothing in it
	from := strings.LastIndex(text, "<")
	if at < 0 || from < 0 {
		return text
	}
	name, _, _ := strings.Cut(strings.Trim(text[from+1:at], "/ "), " ")
	return text[:at] + ">" + more + "</" + name + ">" + text[at+2:]
}
