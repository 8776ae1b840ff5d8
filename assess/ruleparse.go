package assess

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// ParseRules reads a rules file for an instrument. All problems are told at once,
// as [Problems] with line and column; the file's name is for the caller to add.
// Every text needs both languages; {str} in one stands for the title of the scale
// str, {Str} for the same at the beginning of a sentence.
func ParseRules(src []byte, in *Instrument) (*Rules, error) {
	file, problems := ParseYAML(src)
	if problems != nil {
		return nil, problems
	}
	r := &ruleReader{in: in, places: in.places(), sheet: Records(nil), beside: map[string]bearing{}}
	switch {
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		return nil, Problems{NewProblem("rules-empty").At(1, 1)}
	case len(file.Docs) > 1:
		r.add(file.Docs[1].Body, "instrument-documents")
	}
	rs := r.rules(file.Docs[0].Body)
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return rs, nil
}

// A ruleReader reads rules with the instrument at hand that they speak of.
type ruleReader struct {
	yamlReader
	in     *Instrument
	places map[string]int // of items
	sheet  []Record       // every record there is, without values
	beside map[string]bearing
	named  []namedRule // rules that others name, to look up at the end
}

// A namedRule is an id in a list of a rule.
type namedRule struct {
	node ast.Node
	id   string
}

func (r *ruleReader) rules(n ast.Node) *Rules {
	m := r.mapping(n, "instrument", "references", "records", "rules")
	m.require("instrument", "rules")
	if id := m.str("instrument"); id != "" && !strings.EqualFold(id, r.in.ID) {
		r.add(m.at("instrument"), "value-unknown", "key", "instrument", "value", id, "allowed", r.in.ID)
	}
	rs := &Rules{Instrument: r.in}
	for _, n := range m.list("references") {
		rm := r.mapping(n, "id", "text")
		rm.require("id", "text")
		rs.References = append(rs.References, Reference{ID: r.unique("reference", rm), Text: rm.str("text")})
	}
	for _, n := range m.list("records") {
		rs.bearings = append(rs.bearings, r.bearing(n))
	}
	for _, n := range m.list("rules") {
		rs.List = append(rs.List, r.rule(rs, n))
	}
	if m.isList("rules") && len(rs.List) == 0 {
		r.add(m.at("rules"), "rules-empty")
	}
	r.link(rs)
	return rs
}

// link finds the rules that rules name, once all are read.
func (r *ruleReader) link(rs *Rules) {
	for _, name := range r.named {
		if rs.place(name.id) < 0 {
			r.add(name.node, "rule-unknown", "rule", name.id)
		}
	}
	for i := range rs.List {
		for _, id := range rs.List[i].Covers {
			rs.List[i].covers = append(rs.List[i].covers, rs.place(id))
		}
	}
}

func (r *ruleReader) rule(rs *Rules, n ast.Node) Rule {
	m := r.mapping(n, "id", "kind", "strength", "when", "title", "text", "remedies", "article", "after", "against", "covers")
	m.require("id", "kind", "strength", "when", "title", "text", "remedies")
	rule := Rule{
		ID: r.unique("rule", m),
		Kind: RuleKind(m.oneOf("kind", string(ImbalanceRule), string(SymptomRule), string(MisfitRule),
			string(RecordRule), string(DisagreementRule), string(StrengthRule))),
		Strength: Strength(m.oneOf("strength", string(Strong), string(Moderate), string(Weak))),
		Title:    r.sentence(m, "title"),
		Text:     r.sentence(m, "text"),
		Article:  r.sentence(m, "article"),
		Against:  r.ruleIDs(m, "against"),
		Covers:   r.ruleIDs(m, "covers"),
	}
	if m.has("when") {
		rule.When = r.condition(m.at("when"))
		rule.When.Each(func(c *Condition) { rs.evidence = rs.evidence || c.Evidence != "" })
	}
	for _, n := range m.list("remedies") {
		rule.Remedies = append(rule.Remedies, r.filled(n, r.text(n)))
	}
	if m.isList("remedies") && len(rule.Remedies) == 0 {
		r.add(m.at("remedies"), "text-empty")
	}
	for _, n := range m.list("after") {
		id := r.scalar(n)
		if rs.Reference(id) == nil {
			r.add(n, "reference-unknown", "reference", id)
		}
		rule.After = append(rule.After, id)
	}
	if !m.has("article") && !m.has("after") {
		m.require("article")
	}
	return rule
}

func (r *ruleReader) ruleIDs(m yamlMapping, key string) []string {
	var ids []string
	for _, n := range m.list(key) {
		id := r.scalar(n)
		r.named = append(r.named, namedRule{n, id})
		ids = append(ids, id)
	}
	return ids
}

func (r *ruleReader) sentence(m yamlMapping, key string) Text {
	if !m.has(key) {
		return Text{}
	}
	return r.filled(m.at(key), m.text(key))
}

// filled puts the titles of scales into a text of both languages.
func (r *ruleReader) filled(n ast.Node, t Text) Text {
	if _, ok := pairsOf(n); !ok || t.Empty() {
		return t // told already
	}
	for lang, words := range map[string]string{"id": t.ID, "en": t.EN} {
		if words == "" {
			r.add(n, "text-language", "lang", lang)
		}
	}
	return Text{ID: r.fill(n, t.ID, "id"), EN: r.fill(n, t.EN, "en")}
}

func (r *ruleReader) fill(n ast.Node, words, lang string) string {
	before, rest, found := strings.Cut(words, "{")
	if !found {
		return words
	}
	id, after, closed := strings.Cut(rest, "}")
	s := r.in.Scale(id)
	if !closed || s == nil {
		r.add(n, "scale-unknown", "scale", id)
		return words
	}
	title := s.Title.In(lang)
	if first, size := utf8.DecodeRuneInString(title); id == s.ID && size > 0 {
		title = string(unicode.ToLower(first)) + title[size:]
	}
	return before + title + r.fill(n, after, lang)
}
