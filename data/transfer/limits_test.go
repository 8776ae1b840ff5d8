package transfer

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"luwes/assess"
)

// A file of more people than can be meant is told at once and not read on.
func TestTooManyPeople(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("respondent,STR1\n")
	for i := range 2 * maxPeople {
		fmt.Fprintf(&b, "R%d,1\n", i)
	}
	_, err := ReadAnswers(&b, "big.csv", small(t))
	if got, want := fmt.Sprint(err), `big.csv:10002:1: people-too-many limit="10000"`; got != want {
		t.Errorf("got %s", got)
	}
}

// A session file of countless values is refused before they are all in memory.
func TestTooManyValues(t *testing.T) {
	text := newJSONText([]byte(`{"respondents": [0, 0, 0]}`))
	text.nodes = maxNodes - 3
	if _, ok := text.root(); ok {
		t.Fatal("read")
	}
	if got, want := text.problems.list.Error(), `1:22: values-too-many limit="4000000"`; got != want {
		t.Errorf("got %s", got)
	}
}

// A quote without a partner is told where it begins, and nothing else.
func TestQuoteWithoutPartner(t *testing.T) {
	_, err := ReadAnswers(strings.NewReader("respondent,STR1\nR1,\"1\nR2,2\nR3,3\n"), "a.csv", small(t))
	if got, want := fmt.Sprint(err), "a.csv:2:2: csv-quote"; got != want {
		t.Errorf("got %s", got)
	}
}

// Notes with the line ends of Windows come back as they were written.
func TestLongAgain(t *testing.T) {
	in := small(t)
	s := &assess.Session{Instrument: in, Respondents: []assess.Respondent{{ID: "R1", Entries: []assess.Entry{
		{Item: "STR1", Round: 1, Answer: assess.At(1), Note: "a\r\nb\r\r\nc\rd", Evidence: "\r\n=x"},
	}}}}
	var first, again bytes.Buffer
	if err := WriteLong(&first, s); err != nil {
		t.Fatal(err)
	}
	people, err := ReadAnswers(bytes.NewReader(first.Bytes()), "a.csv", in)
	if err != nil {
		t.Fatal(err)
	}
	s.Respondents = people
	if err := WriteLong(&again, s); err != nil {
		t.Fatal(err)
	}
	if first.String() != again.String() {
		t.Errorf("%q\n%q", first.String(), again.String())
	}
}

// Windows editors begin a file with a byte order mark.
func TestSessionWithMark(t *testing.T) {
	var b bytes.Buffer
	if err := WriteSession(&b, fixed(t)); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSession(strings.NewReader("\uFEFF"+b.String()), "s.json"); err != nil {
		t.Error(err)
	}
}

// An object of more keys than anything of ours has is not read on.
func TestTooManyKeys(t *testing.T) {
	var b strings.Builder
	for i := range 2 * manyKeys {
		fmt.Fprintf(&b, `"k%d":1,`, i)
	}
	_, err := ReadSession(strings.NewReader(`{"schema":"luwes/session/1",`+b.String()+`"id":1}`), "s.json")
	if got := fmt.Sprint(err); !strings.HasSuffix(got, "json-syntax") {
		t.Errorf("got %s", got)
	}
}
