package assess

// A Text is the same words in Indonesian and in English. One language is enough.
type Text struct {
	ID, EN string
}

// In returns the words in the language "id" or "en", or those of the other
// language where the wanted one is missing.
func (t Text) In(lang string) string {
	if lang == "id" && t.ID != "" || t.EN == "" {
		return t.ID
	}
	return t.EN
}

// Empty reports whether there are no words in either language.
func (t Text) Empty() bool { return t.ID == "" && t.EN == "" }
