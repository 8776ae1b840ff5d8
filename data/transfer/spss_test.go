package transfer

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"luwes/assess"
)

func syntaxWords() SyntaxWords {
	return SyntaxWords{"Respondent", "Group", "Unit", "Rank", "Not applicable", "Don't know", func(t assess.Text) string { return t.In("en") }}
}

// The syntax is that of testdata/small.sps; UPDATE=1 writes it anew.
func TestWriteSyntax(t *testing.T) {
	s := &assess.Session{Header: assess.Header{Modules: []string{"more"}}, Instrument: small(t), Respondents: []assess.Respondent{{ID: "=R1", Group: "Bagian"}, {ID: "R"}}}
	var b bytes.Buffer
	if err := WriteSyntax(&b, s, "it's.csv", syntaxWords()); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/small.sps"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || b.String() != string(want) {
		t.Errorf("got\n%s%v", b.String(), err)
	}
}

// No text of an instrument or of a person gets out of its quotes, and every name
// is one.
func TestSyntaxHoldsTexts(t *testing.T) {
	for in, want := range map[string]string{
		"a'b":                    "'a''b'",
		"a.\nERASE FILE='x'.\n":  "'a. ERASE FILE=''x''.'",
		"tab\tand \x00 nul":      "'tab and nul'",
		strings.Repeat("é", 100): "'" + strings.Repeat("é", 58) + "…'",
		strings.Repeat("x", 120): "'" + strings.Repeat("x", 120) + "'",
	} {
		if got := spssText(in, 120); got != want {
			t.Errorf("%q: %s", in, got)
		}
	}
	y := &syntax{taken: map[string]bool{}}
	for _, c := range [][2]string{{"str1", "str1"}, {"STR1", "STR1_2"}, {"a-b", "a_b"}, {"a_b", "a_b_2"}, {"1x", "v_1x"}, {"by", "v_by"}, {"ü", "v"},
		{"end.", "end"}, {strings.Repeat("x", 80), strings.Repeat("x", 60)}} {
		if got := y.name(c[0]); got != c[1] {
			t.Errorf("%q: %s, want %s", c[0], got, c[1])
		}
	}
}
