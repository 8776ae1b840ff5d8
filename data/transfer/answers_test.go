package transfer

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"luwes/assess"
)

// Each file of testdata/answers holds an answers file under "in" and, under
// "want", either the problems or the respondents that come of it.
func TestReadAnswers(t *testing.T) {
	files, err := filepath.Glob("testdata/answers/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var in, want string
			for _, f := range ar.Files {
				switch f.Name {
				case "in":
					in = decode(string(f.Data))
				case "want":
					want = string(f.Data)
				}
			}
			if got := outcome(t, in); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// decode turns the marks of a case into what an editor would not keep.
func decode(s string) string {
	return strings.NewReplacer("<BOM>", "\uFEFF", "<CR>", "\r", "<TAB>", "\t", "<FF>", "\xff", "<ESC>", "\x1b").Replace(s)
}

func outcome(t *testing.T, in string) string {
	people, err := ReadAnswers(strings.NewReader(in), "a.csv", small(t))
	again, err2 := ReadAnswers(strings.NewReader(in), "a.csv", small(t))
	if !reflect.DeepEqual(people, again) || fmt.Sprint(err) != fmt.Sprint(err2) {
		t.Error("reading twice gives two things")
	}
	if err != nil {
		if people != nil {
			t.Error("respondents beside problems")
		}
		return err.Error() + "\n"
	}
	var b strings.Builder
	for _, p := range people {
		fmt.Fprintf(&b, "%s", p.ID)
		for _, s := range []string{p.Group, p.Unit, p.Rank} {
			if s != "" {
				fmt.Fprintf(&b, " [%s]", s)
			}
		}
		for _, e := range p.Entries {
			fmt.Fprintf(&b, " %s/%d=%s", e.Item, e.Round, e.Answer)
			if e.Note+e.Evidence != "" {
				fmt.Fprintf(&b, "(%q %q)", e.Note, e.Evidence)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestReadAnswersStopsAtTheLimit(t *testing.T) {
	r := &repeating{line: "R,1\n", left: MaxBytes + 1000}
	_, err := ReadAnswers(r, "big.csv", small(t))
	ps, ok := err.(assess.Problems)
	if !ok || ps[len(ps)-1].Code != "file-too-large" && ps[0].Code != "file-too-large" && ps[len(ps)-1].Code != "more-problems" {
		t.Errorf("got %v", err)
	}
	if len(ps) > maxProblems+2 {
		t.Errorf("%d problems kept", len(ps))
	}
}

type repeating struct {
	line string
	left int
	head bool
}

func (r *repeating) Read(p []byte) (int, error) {
	if !r.head {
		r.head = true
		return copy(p, "respondent,STR1\n"), nil
	}
	n := 0
	for n+len(r.line) <= len(p) && r.left > 0 {
		n += copy(p[n:], r.line)
		r.left -= len(r.line)
	}
	return n, nil
}

func TestEscapeRoundTrip(t *testing.T) {
	for _, s := range []string{"", "a", "=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "''=x", "'x", "'", "-"} {
		e := escape(s)
		if e != s && !strings.HasPrefix(e, "'") {
			t.Errorf("escape(%q) = %q", s, e)
		}
		if got := unescape(e); got != s {
			t.Errorf("unescape(escape(%q)) = %q", s, got)
		}
	}
}

func TestWriteLongReadsBack(t *testing.T) {
	in := small(t)
	s := &assess.Session{Header: assess.Header{Modules: []string{"more"}}, Instrument: in, Respondents: []assess.Respondent{
		{ID: "=R1", Group: "-a", Rank: "III/a", Entries: []assess.Entry{
			{Item: "STR1", Round: 1, Answer: assess.At(3), Note: "satu\n\"dua\"; tiga, ", Evidence: "=HYPERLINK()"},
			{Item: "STR1", Round: 2, Answer: assess.At(4)},
			{Item: "sym1", Round: 1, Answer: assess.Answer{Kind: assess.DontKnow}},
			{Item: "com1", Round: 1, Note: "'@note"},
		}},
		{ID: "R2"},
	}}
	var b bytes.Buffer
	if err := WriteLong(&b, s); err != nil {
		t.Fatal(err)
	}
	got, err := ReadAnswers(&b, "x.csv", in)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, s.Respondents) {
		t.Errorf("got %+v\nwant %+v", got, s.Respondents)
	}
}

func TestWriteWide(t *testing.T) {
	s := &assess.Session{Instrument: small(t), Respondents: []assess.Respondent{
		{ID: "@r", Unit: "+u", Entries: []assess.Entry{{Item: "STR2", Round: 1, Answer: assess.At(2), Note: "n"}, {Item: "STR2", Round: 2, Answer: assess.At(5)}}},
		{ID: "b", Entries: []assess.Entry{{Item: "com2", Round: 1, Answer: assess.Answer{Kind: assess.Inapplicable}}}},
	}}
	var b bytes.Buffer
	if err := WriteWide(&b, s); err != nil {
		t.Fatal(err)
	}
	want := "respondent,unit,STR1,STR2,com1,com2\n'@r,'+u,,2,,\nb,,,,,na\n"
	if b.String() != want {
		t.Errorf("got %q\nwant %q", b.String(), want)
	}
}

func FuzzReadAnswers(f *testing.F) {
	files, _ := filepath.Glob("testdata/answers/*.txtar")
	for _, file := range files {
		src, _ := os.ReadFile(file)
		f.Add(src)
	}
	in := small(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		people, err := ReadAnswers(bytes.NewReader(src), "f", in)
		if err != nil {
			return
		}
		s := &assess.Session{Header: assess.Header{Modules: []string{"more"}}, Instrument: in, Respondents: people}
		var long bytes.Buffer
		if err := WriteLong(&long, s); err != nil {
			t.Fatal(err)
		}
		again, err := ReadAnswers(&long, "g", in)
		if err != nil {
			t.Fatal(err)
		}
		if len(again) != len(people) {
			t.Fatalf("%d people came back as %d", len(people), len(again))
		}
	})
}
