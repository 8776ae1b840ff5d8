package report

import (
	"encoding/xml"
	"strings"
)

// bullets adds a list of points, and gives its number.
func (t *letter) bullets() (int, error) {
	name, text, err := t.beside("numbering")
	if err != nil {
		return 0, err
	}
	var have struct {
		Forms []struct {
			ID int `xml:"abstractNumId,attr"`
		} `xml:"abstractNum"`
		Lists []struct {
			ID int `xml:"numId,attr"`
		} `xml:"num"`
	}
	if xml.Unmarshal([]byte(text), &have) != nil {
		return 0, damaged(name)
	}
	form, list := 0, 1
	for _, f := range have.Forms {
		form = max(form, f.ID+1)
	}
	for _, l := range have.Lists {
		list = max(list, l.ID+1)
	}
	forms, lists := listPlaces(text)
	if lists < 0 {
		t.changed[name] = beforeEnd(text, bullets(form)+bulletList(list, form))
		return list, nil
	}
	t.changed[name] = edited(text, []edit{{forms, forms, bullets(form)}, {lists, lists, bulletList(list, form)}})
	return list, nil
}

// listPlaces are where another form and another list may stand in a part of lists: the
// format wants all forms first, then all lists, then what else there is. They are
// negative in a part that has forms alone, or nothing, where both stand at the end.
func listPlaces(text string) (forms, lists int64) {
	forms, lists = -1, -1
	d := xml.NewDecoder(strings.NewReader(text))
	for depth := 0; ; {
		from := d.InputOffset()
		token, err := d.RawToken()
		if err != nil {
			return forms, lists
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth == 1 && t.Name.Local == "num" && forms < 0 {
				forms = from
			}
			if depth == 1 && t.Name.Local == "numIdMacAtCleanup" {
				lists = from
				if forms < 0 {
					forms = from
				}
			}
			depth++
		case xml.EndElement:
			if depth--; depth == 0 && forms >= 0 && lists < 0 {
				lists = from
			}
		}
	}
}
