package transfer

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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

// PSPP, where it is installed, reads the answers as they were given: levels, and
// what is missing.
func TestSyntaxIsRead(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a program")
	}
	pspp, err := exec.LookPath("pspp")
	if err != nil {
		t.Skip("no PSPP")
	}
	s := &assess.Session{Header: assess.Header{Modules: []string{"more"}}, Instrument: small(t)}
	item := s.Asked().Scales[0].Items[0].ID
	for i, a := range []assess.Answer{assess.At(1), assess.At(3), assess.At(3), {Kind: assess.Inapplicable}, {Kind: assess.DontKnow}, {}} {
		r := assess.Respondent{ID: fmt.Sprintf("R%d", i)}
		r.Put(assess.Entry{Item: item, Round: 1, Answer: a})
		s.Respondents = append(s.Respondents, r)
	}
	folder := t.TempDir()
	write := func(name string, write func(io.Writer) error) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.csv", func(w io.Writer) error { return WriteWide(w, s) })
	write("a.sps", func(w io.Writer) error {
		if err := WriteSyntax(w, s, "a.csv", syntaxWords()); err != nil {
			return err
		}
		_, err := fmt.Fprintf(w, "COMPUTE room=1.\nAGGREGATE OUTFILE=* /BREAK=room /n=N(%[1]s) /missing=NMISS(%[1]s) /sum=SUM(%[1]s).\nLIST n missing sum.\n", item)
		return err
	})
	cmd := exec.Command(pspp, "a.sps")
	cmd.Dir = folder
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Contains(string(out), "error") {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if got, want := strings.Join(strings.FieldsFunc(lines[len(lines)-2], func(r rune) bool { return r == '|' || r == ' ' }), " "), "3 3 7.00"; got != want {
		t.Errorf("read %q, want %q (answered, missing, sum):\n%s", got, want, out)
	}
}
