package command

import "testing"

func TestPlainSigns(t *testing.T) {
	for _, tc := range []struct {
		all, ctype, lang string
		windows          bool
		want             bool
	}{
		{lang: "id_ID.UTF-8", want: false},
		{lang: "en_US.utf8", want: false},
		{lang: "C", want: true},
		{lang: "id_ID.ISO-8859-1", want: true},
		{all: "C", lang: "id_ID.UTF-8", want: true},
		{ctype: "C.UTF-8", lang: "C", want: false},
		{want: false},
		{lang: "C", windows: true, want: false},
	} {
		env := map[string]string{"LC_ALL": tc.all, "LC_CTYPE": tc.ctype, "LANG": tc.lang}
		if got := plainSigns(func(k string) string { return env[k] }, tc.windows); got != tc.want {
			t.Errorf("plainSigns(%v, windows %v) = %v, want %v", env, tc.windows, got, tc.want)
		}
	}
}
