package assess_test

import (
	"testing"

	"luwes/assess"
)

func TestParseAnswer(t *testing.T) {
	na, dk := assess.Answer{Kind: assess.Inapplicable}, assess.Answer{Kind: assess.DontKnow}
	for _, c := range []struct {
		in     string
		levels int
		want   assess.Answer
		ok     bool
	}{
		{"3", 5, assess.At(3), true},
		{" 5\t", 5, assess.At(5), true},
		{"1", 2, assess.At(1), true},
		{"9", 9, assess.At(9), true},
		{" na ", 5, na, true},
		{"NA", 5, na, true},
		{"DK", 5, dk, true},
		{"dk", 2, dk, true},
		{"", 5, assess.Answer{}, true},
		{"   ", 5, assess.Answer{}, true},
		{"0", 5, assess.Answer{}, false},
		{"6", 5, assess.Answer{}, false},
		{"3", 2, assess.Answer{}, false},
		{"-1", 5, assess.Answer{}, false},
		{"3.0", 5, assess.Answer{}, false},
		{"3,5", 5, assess.Answer{}, false},
		{"+3", 5, assess.Answer{}, false},
		{"03", 5, assess.Answer{}, false},
		{"0x3", 5, assess.Answer{}, false},
		{"٣", 5, assess.Answer{}, false},
		{"３", 5, assess.Answer{}, false},
		{"n/a", 5, assess.Answer{}, false},
		{"3 4", 5, assess.Answer{}, false},
		{"99999999999999999999", 9, assess.Answer{}, false},
	} {
		got, ok := assess.ParseAnswer(c.in, c.levels)
		if got != c.want || ok != c.ok {
			t.Errorf("ParseAnswer(%q, %d) = %v, %t; want %v, %t", c.in, c.levels, got, ok, c.want, c.ok)
		}
	}
}

func TestParseAnswerReadsWhatStringWrites(t *testing.T) {
	answers := []assess.Answer{{}, {Kind: assess.Inapplicable}, {Kind: assess.DontKnow}}
	for level := 1; level <= 9; level++ {
		answers = append(answers, assess.At(level))
	}
	for _, want := range answers {
		if got, ok := assess.ParseAnswer(want.String(), 9); got != want || !ok {
			t.Errorf("ParseAnswer(%q) = %v, %t; want %v", want.String(), got, ok, want)
		}
	}
}

func TestKeyed(t *testing.T) {
	for _, c := range []struct {
		reverse         bool
		levels          int
		ticked, reading int
	}{
		{false, 5, 1, 1}, {false, 5, 5, 5},
		{true, 5, 1, 5}, {true, 5, 2, 4}, {true, 5, 3, 3}, {true, 5, 5, 1},
		{true, 2, 1, 2}, {true, 4, 2, 3}, {true, 9, 9, 1},
	} {
		it := assess.Item{Reverse: c.reverse}
		if got, ok := it.Keyed(assess.At(c.ticked), c.levels); got != c.reading || !ok {
			t.Errorf("level %d of %d, reverse %t: keyed %d, %t; want %d", c.ticked, c.levels, c.reverse, got, ok, c.reading)
		}
	}
	for _, a := range []assess.Answer{{}, {Kind: assess.Inapplicable}, {Kind: assess.DontKnow}} {
		for _, reverse := range []bool{false, true} {
			it := assess.Item{Reverse: reverse}
			if got, ok := it.Keyed(a, 5); got != 0 || ok {
				t.Errorf("%q, reverse %t: keyed %d, %t; want no level", a, reverse, got, ok)
			}
		}
	}
}
