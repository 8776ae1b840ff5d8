package assess

import (
	"strconv"
	"strings"
)

// An Answer is what one person said to one item.
type Answer struct {
	Kind  AnswerKind
	Level int // 1..L as ticked, before reversing; 0 unless Kind is Level
}

// An AnswerKind tells a level from the answers that carry none.
type AnswerKind uint8

// The kinds of answers. Inapplicable leaves everything; DontKnow leaves the mean
// but counts as unanswered in the half rule and in coverage.
const (
	Unanswered AnswerKind = iota
	Level
	Inapplicable
	DontKnow
)

// At returns the answer that ticks a level.
func At(level int) Answer { return Answer{Kind: Level, Level: level} }

// String gives the answer as it stands in files: "3", "na", "dk" or "".
func (a Answer) String() string {
	switch a.Kind {
	case Level:
		return strconv.Itoa(a.Level)
	case Inapplicable:
		return "na"
	case DontKnow:
		return "dk"
	}
	return ""
}

// ParseAnswer reads an answer as it stands in files, for items with the given
// number of levels. It reports false for anything else.
func ParseAnswer(s string, levels int) (Answer, bool) {
	switch s = strings.ToLower(strings.TrimSpace(s)); s {
	case "":
		return Answer{}, true
	case "na":
		return Answer{Kind: Inapplicable}, true
	case "dk":
		return Answer{Kind: DontKnow}, true
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > levels || strconv.Itoa(n) != s {
		return Answer{}, false
	}
	return At(n), true
}

// A Sheet holds one respondent's answers of one round by item id.
type Sheet map[string]Answer

// Keyed returns the level of an answer after reversing, 1..levels; false if the
// answer is no level.
func (it *Item) Keyed(a Answer, levels int) (int, bool) {
	if a.Kind != Level {
		return 0, false
	}
	if it.Reverse {
		return levels + 1 - a.Level, true
	}
	return a.Level, true
}
