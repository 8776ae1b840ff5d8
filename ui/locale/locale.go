// Package locale holds every word that a person reads outside the instruments,
// in Indonesian and in English, and the way both languages write numbers and
// dates.
//
// The words stand in the JSON files of this folder, one pair of files an area
// (screens.id.json and screens.en.json, …). [For] gives the words of one
// language; its methods T and N look one message up, Number and Date write
// figures, Error puts a problem into a sentence and a hint.
package locale

import (
	"embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

//go:embed *.json
var files embed.FS

// The languages.
const (
	Indonesian = "id"
	English    = "en"
)

// Languages are the languages in the order in which they are offered.
var Languages = []string{Indonesian, English}

// Words are the words and the number formats of one language.
type Words struct {
	lang    string
	areas   []func() *i18n.Localizer
	numbers *message.Printer
	homes   sync.Map // id of a message that was looked up: place of its area
	plain   sync.Map // id of a message without places to fill: its text
}

// areas are the files of a language, in the order in which a message is looked
// for. Each is read when it is first needed: the first screen needs the first
// two, and a start pays for no other.
var areas = []string{"screens", "words", "results", "workshop", "exchange", "talk", "group", "findings", "cooperation", "facts", "plan", "problems", "command", "report", "workbook"}

// loaded makes the words of a language at their first use.
var loaded = map[string]func() *Words{
	Indonesian: sync.OnceValue(func() *Words { return load(Indonesian) }),
	English:    sync.OnceValue(func() *Words { return load(English) }),
}

// For returns the words of a language, those of English for any other than "id".
func For(lang string) *Words {
	if lang != Indonesian {
		lang = English
	}
	return loaded[lang]()
}

func load(lang string) *Words {
	w := &Words{lang: lang, numbers: message.NewPrinter(language.MustParse(lang))}
	for _, area := range areas {
		w.areas = append(w.areas, sync.OnceValue(func() *i18n.Localizer { return loadArea(area, lang) }))
	}
	return w
}

// loadArea panics on a broken file: a test reads every one of them.
func loadArea(area, lang string) *i18n.Localizer {
	bundle := i18n.NewBundle(language.MustParse(lang))
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	name := area + "." + lang + ".json"
	if _, err := bundle.LoadMessageFileFS(files, name); err != nil {
		panic(fmt.Errorf("locale: read %s: %w", name, err))
	}
	return i18n.NewLocalizer(bundle, lang)
}

// localize looks a message up in one area after another, and remembers where it is:
// each area that does not have it costs as much as the one that does.
func (w *Words) localize(c *i18n.LocalizeConfig) (text string, found bool) {
	if home, ok := w.homes.Load(c.MessageID); ok {
		text, err := w.areas[home.(int)]().Localize(c)
		return text, err == nil
	}
	for i, area := range w.areas {
		if text, err := area().Localize(c); err == nil {
			w.homes.Store(c.MessageID, i)
			return text, true
		}
	}
	return "", false
}

// Lang is "id" or "en".
func (w *Words) Lang() string { return w.lang }

// Other is the language that a switch leads to.
func (w *Words) Other() string {
	if w.lang == Indonesian {
		return English
	}
	return Indonesian
}

// T returns the message with an id, its {{.name}} places filled from pairs of
// name and value. A missing message shows its id in brackets; a test finds it
// before a user does.
func (w *Words) T(id string, pairs ...any) string {
	if len(pairs) == 0 {
		if text, ok := w.plain.Load(id); ok {
			return text.(string)
		}
	}
	text, found := w.localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: data(pairs)})
	switch {
	case !found:
		return "⟦" + id + "⟧"
	case len(pairs) == 0:
		w.plain.Store(id, text)
	}
	return text
}

// N returns the message with an id in the form for a number of things; {{.N}} is
// that number as the language writes it.
func (w *Words) N(id string, n int, pairs ...any) string {
	values := data(append([]any{"N", w.Integer(n)}, pairs...))
	text, found := w.localize(&i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateData: values})
	if !found {
		return "⟦" + id + "⟧"
	}
	return text
}

// Has reports whether there is a message with an id.
func (w *Words) Has(id string) bool {
	_, found := w.localize(&i18n.LocalizeConfig{MessageID: id})
	return found
}

func data(pairs []any) map[string]any {
	if len(pairs) == 0 {
		return nil
	}
	m := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m
}
