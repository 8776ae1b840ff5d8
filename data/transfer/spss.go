package transfer

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"luwes/assess"
)

// SyntaxWords are the words of a language that SPSS shows, for [WriteSyntax].
type SyntaxWords struct {
	Respondent, Group, Unit, Rank string
	NotApplicable, DontKnow       string
	Text                          func(assess.Text) string // a text of the instrument
}

// The codes that stand for answers that carry no level. Levels end at 9.
const (
	codeInapplicable = 98
	codeDontKnow     = 99
)

// WriteSyntax writes SPSS syntax that reads the wide answers file of a session,
// called csv, which stands in the working folder: the variables with their
// questions, the levels with their texts, and 98 (not applicable) and 99 (don't
// know) as missing values. It needs nothing that PSPP does not have.
//
// Items are read as texts and recoded, because "na" is no number. Names are those
// of the items as far as SPSS allows. Quotes and line ends cannot leave a text:
// quotes are doubled, and control characters become spaces.
func WriteSyntax(w io.Writer, s *assess.Session, csv string, words SyntaxWords) error {
	y := &syntax{w: w, words: words, taken: map[string]bool{}}
	y.persons(s)
	asked := s.Asked()
	for i := range asked.Scales {
		for j := range asked.Scales[i].Items {
			it := &asked.Scales[i].Items[j]
			y.items = append(y.items, syntaxItem{it, y.name(it.ID), ""})
		}
	}
	for i := range y.items { // after the items, which have the first choice
		y.items[i].raw = y.name("raw_" + y.items[i].name)
	}
	y.read(csv)
	y.recode(asked.Levels)
	y.labels(asked.Levels)
	y.line("EXECUTE.")
	return y.err
}

// A syntax is SPSS syntax while it is written.
type syntax struct {
	w       io.Writer
	words   SyntaxWords
	taken   map[string]bool // names in small letters
	columns []syntaxColumn
	items   []syntaxItem
	err     error
}

// A syntaxColumn is a text of the file that is no answer.
type syntaxColumn struct {
	name, label string
	width       int // bytes of the longest
}

type syntaxItem struct {
	*assess.Item
	name, raw string
}

func (y *syntax) line(format string, args ...any) {
	if y.err == nil {
		_, y.err = fmt.Fprintf(y.w, format+"\n", args...)
	}
}

// persons are the columns before the items, as in the wide file.
func (y *syntax) persons(s *assess.Session) {
	column := func(name, label string, of func(*assess.Respondent) string) {
		c := syntaxColumn{y.name(name), label, 1}
		for i := range s.Respondents {
			c.width = max(c.width, len(escape(of(&s.Respondents[i]))))
		}
		y.columns = append(y.columns, c)
	}
	have := extrasOf(s)
	column("respondent", y.words.Respondent, func(r *assess.Respondent) string { return r.ID })
	if have.group {
		column("group", y.words.Group, func(r *assess.Respondent) string { return r.Group })
	}
	if have.unit {
		column("unit", y.words.Unit, func(r *assess.Respondent) string { return r.Unit })
	}
	if have.rank {
		column("rank", y.words.Rank, func(r *assess.Respondent) string { return r.Rank })
	}
}

func (y *syntax) read(csv string) {
	y.line("GET DATA")
	y.line("  /TYPE=TXT")
	y.line("  /FILE=%s", spssText(csv, 255))
	y.line("  /ENCODING='UTF8'")
	y.line("  /ARRANGEMENT=DELIMITED")
	y.line("  /DELIMITERS=','")
	y.line("  /QUALIFIER='\"'")
	y.line("  /FIRSTCASE=2")
	y.line("  /VARIABLES=")
	for _, c := range y.columns {
		y.line("    %s A%d", c.name, min(c.width, 32767))
	}
	for _, it := range y.items {
		y.line("    %s A2", it.raw)
	}
	y.line("  .")
}

// recode makes numbers of the answers.
func (y *syntax) recode(levels int) {
	var codes strings.Builder
	for level := 1; level <= levels; level++ {
		fmt.Fprintf(&codes, " ('%d'=%d)", level, level)
	}
	for _, it := range y.items {
		y.line("RECODE %s%s ('na'=%d) ('dk'=%d) INTO %s.", it.raw, codes.String(), codeInapplicable, codeDontKnow, it.name)
		y.line("FORMATS %s (F2.0).", it.name)
	}
	y.line("EXECUTE.")
	for _, it := range y.items {
		y.line("DELETE VARIABLES %s.", it.raw)
	}
}

func (y *syntax) labels(levels int) {
	for _, c := range y.columns {
		y.line("VARIABLE LABELS %s %s.", c.name, spssText(c.label, 255))
	}
	for _, it := range y.items {
		y.line("VARIABLE LABELS %s %s.", it.name, spssText(y.words.Text(it.Text), 255))
		y.line("VALUE LABELS %s", it.name)
		for level := range min(levels, len(it.Anchors)) {
			y.line("  %d %s", level+1, spssText(y.words.Text(it.Anchors[level]), 120))
		}
		y.line("  %d %s", codeInapplicable, spssText(y.words.NotApplicable, 120))
		y.line("  %d %s.", codeDontKnow, spssText(y.words.DontKnow, 120))
		y.line("MISSING VALUES %s (%d, %d).", it.name, codeInapplicable, codeDontKnow)
		y.line("VARIABLE LEVEL %s (ORDINAL).", it.name)
	}
}

// spssText is a text of the syntax, of at most so many bytes.
func spssText(s string, limit int) string {
	s = strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)), " ")
	if len(s) > limit {
		s = s[:lastRune(s, limit-len("…"))] + "…"
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}

// lastRune is the largest beginning of a text of at most so many bytes that ends
// between two characters.
func lastRune(s string, limit int) int {
	end := 0
	for i := range s {
		if i > limit {
			break
		}
		end = i
	}
	return end
}

// spssWords may not be names.
var spssWords = []string{"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"}

// longestName is the longest name of a variable, in bytes.
const longestName = 64

// name makes a name of an id: a letter first, then letters, digits, points and
// underscores, none twice without case, and no word of the language.
func (y *syntax) name(id string) string {
	s := strings.Map(func(r rune) rune {
		if r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '_' || r == '.' {
			return r
		}
		return '_'
	}, id)
	s = strings.TrimRight(s[:min(len(s), longestName-4)], "._")
	if s == "" || !unicode.IsLetter(rune(s[0])) || slices.Contains(spssWords, strings.ToLower(s)) {
		s = "v_" + s
		s = strings.TrimRight(s, "._")
	}
	name := s
	for n := 2; y.taken[strings.ToLower(name)]; n++ {
		name = s + "_" + strconv.Itoa(n)
	}
	y.taken[strings.ToLower(name)] = true
	return name
}
