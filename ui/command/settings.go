package command

import (
	"os"
	"slices"
	"strings"

	"luwes/data"
	"luwes/ui/locale"
)

// flags are the global flags as given.
type flags struct {
	db, lang, theme string
	noColor         bool
}

// settings are what flags, environment, configuration and system add up to, in
// this order.
type settings struct {
	db      string
	lang    string
	theme   string
	noColor bool
	ascii   bool
	margin  int
}

// themes are the names that --theme takes.
var themes = []string{"terminal", "light", "dark", "contrast"}

// configure reads the configuration and chooses the language, so that everything
// after it, errors of use included, is told in it. Its own problem is returned
// for the command to decide on: help works with a broken configuration.
func (p *program) configure(langFlag string) error {
	var err error
	p.config, err = readConfig(configPath())
	p.lang = first(known(langFlag), known(p.getenv("LUWES_LANG")), p.config.Lang)
	if p.lang == "" {
		p.lang = systemLanguage(p.getenv, userLocale)
	}
	return err
}

// settle checks flags and environment and fills the settings.
func (p *program) settle() error {
	lang, theme := first(p.flags.lang, p.getenv("LUWES_LANG")), first(p.flags.theme, p.getenv("LUWES_THEME"))
	if lang != "" && !slices.Contains(locale.Languages, lang) {
		return misuse("lang-unknown", "value", clean(lang), "allowed", strings.Join(locale.Languages, ", "))
	}
	if theme != "" && !slices.Contains(themes, theme) {
		return misuse("theme-unknown", "value", clean(theme), "allowed", strings.Join(themes, ", "))
	}
	p.theme = first(theme, p.config.Theme, themes[0])
	p.noColor = p.flags.noColor || p.getenv("NO_COLOR") != ""
	p.ascii = p.config.ASCII || p.getenv("ACCESSIBLE") != "" || plainSigns(p.getenv, onWindows)
	p.margin = p.config.Margin
	p.db = first(p.flags.db, p.getenv("LUWES_DB"))
	if p.db == "" {
		executable, _ := os.Executable() // without it there is no place beside the program
		p.db = data.DefaultPath(executable)
	}
	return nil
}

// known is a language that there is, or "".
func known(lang string) string {
	if slices.Contains(locale.Languages, lang) {
		return lang
	}
	return ""
}

// first is the first text that is not empty.
func first(values ...string) string {
	for _, v := range values {
		if v != "" {
			return v
		}
	}
	return ""
}
