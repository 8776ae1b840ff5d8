package command

import "testing"

func TestSystemLanguage(t *testing.T) {
	for _, c := range []struct {
		all, messages, lang, user, want string
	}{
		{want: "en"},
		{lang: "id_ID.UTF-8", want: "id"},
		{lang: "id", want: "id"},
		{lang: "ID_ID", want: "id"},
		{lang: "en_US.UTF-8", user: "id-ID", want: "en"},
		{messages: "id_ID", lang: "en_US", want: "id"},
		{all: "C", messages: "id_ID", lang: "id_ID", want: "en"},
		{all: "POSIX", want: "en"},
		{user: "id-ID", want: "id"},
		{user: "id", want: "id"},
		{user: "en-GB", want: "en"},
		{user: "ms-MY", want: "en"},
		{lang: "ido", want: "en"},
		{lang: "in_ID", want: "en"},
	} {
		env := map[string]string{"LC_ALL": c.all, "LC_MESSAGES": c.messages, "LANG": c.lang}
		got := systemLanguage(func(name string) string { return env[name] }, func() string { return c.user })
		if got != c.want {
			t.Errorf("%+v: got %s", c, got)
		}
	}
}

func TestEarlyFlag(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"list"}, ""},
		{[]string{"--lang", "id", "list"}, "id"},
		{[]string{"list", "--lang=en"}, "en"},
		{[]string{"--lang=en", "list", "--lang=id"}, "id"},
		{[]string{"list", "--", "--lang=id"}, ""},
		{[]string{"list", "--lang"}, ""},
	} {
		if got := earlyFlag(c.args, "lang"); got != c.want {
			t.Errorf("%q: got %q", c.args, got)
		}
	}
}
