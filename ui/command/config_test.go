package command

import (
	"os"
	"path/filepath"
	"testing"
)

func TestParseConfig(t *testing.T) {
	for _, c := range []struct {
		src      string
		want     config
		problems string
	}{
		{"", config{}, ""},
		{"# nothing\n", config{}, ""},
		{"lang: id\ntheme: dark\nascii: true\nmargin: 4\n", config{"id", "dark", true, 4}, ""},
		{"{lang: en}", config{Lang: "en"}, ""},
		{"ascii: false", config{}, ""},
		{"lang: fr", config{}, `1:7: value-unknown allowed="id, en" key="lang" value="fr"`},
		{"theme:\n", config{}, ""},
		{"margin: -1", config{}, `1:9: value-unknown allowed="0–20" key="margin" value="-1"`},
		{"lang: id\nlang: en", config{Lang: "id"}, `2:1: key-twice key="lang"`},
		{"db: x", config{}, `1:1: unknown-key allowed="lang, theme, ascii, margin" key="db"`},
		{"- a", config{}, `1:1: yaml-mapping`},
		{"lang: [id]", config{}, `1:7: value-unknown allowed="id, en" key="lang" value="["`},
	} {
		got, problems := parseConfig([]byte(c.src))
		if got != c.want || problems.Error() != c.problems {
			t.Errorf("%q: got %+v, %s", c.src, got, problems.Error())
		}
	}
	if _, problems := parseConfig([]byte("a: [")); len(problems) != 1 || problems[0].Place.Line != 1 {
		t.Errorf("got %v", problems)
	}
}

func TestRemember(t *testing.T) {
	path := filepath.Join(t.TempDir(), "luwes", "config.yaml")
	for _, c := range []struct{ lang, theme, want string }{
		{"id", "dark", "lang: id\ntheme: dark\n"},
		{"en", "", "lang: en\ntheme: dark\n"},
		{"en", "light", "lang: en\ntheme: light\n"},
	} {
		if err := remember(path, c.lang, c.theme); err != nil {
			t.Fatal(err)
		}
		got, _ := os.ReadFile(path)
		if string(got) != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	if got := withKey("# mine\nascii: true", "lang", "id"); got != "# mine\nascii: true\nlang: id\n" {
		t.Errorf("got %q", got)
	}
}

func FuzzParseConfig(f *testing.F) {
	f.Add([]byte("lang: id\n"))
	f.Add([]byte("? a\n: b"))
	f.Add([]byte("*a"))
	f.Fuzz(func(_ *testing.T, src []byte) { parseConfig(src) })
}
