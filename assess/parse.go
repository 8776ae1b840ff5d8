package assess

import (
	"github.com/goccy/go-yaml/ast"
)

// The limits of an instrument that a person can still answer and a screen can
// still show.
const (
	MinLevels = 2
	MaxLevels = 9 // one digit a level
)

// The limits of a weight: sums of weights outside them would lose digits.
const (
	minWeight = 1e-6
	maxWeight = 1e6
)

// ParseInstrument reads an instrument file. All problems are told at once, as
// [Problems] with line and column; the file's name is for the caller to add. The
// result keeps the text, so that a session can open with it for ever.
func ParseInstrument(src []byte) (*Instrument, error) {
	file, problems := ParseYAML(src)
	if problems != nil {
		return nil, problems
	}
	r := &yamlReader{}
	in := &Instrument{Source: string(src)}
	switch {
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		return nil, Problems{NewProblem("instrument-empty").At(1, 1)}
	case len(file.Docs) > 1:
		r.add(file.Docs[1].Body, "instrument-documents")
	}
	r.instrument(in, file.Docs[0].Body)
	if err := r.problems.Err(); err != nil {
		return nil, err
	}
	return in, nil
}

func (r *yamlReader) instrument(in *Instrument, n ast.Node) {
	m := r.mapping(n, "id", "version", "title", "levels", "convention", "labels", "groups", "scales", "bands", "composites")
	m.require("id", "version", "title", "levels", "scales")
	in.ID, in.Version = r.unique("instrument", m), m.str("version")
	in.Title = m.text("title")
	in.Levels = r.levels(m)
	in.Convention = Convention(m.oneOf("convention", string(Range), string(Share)))
	for _, n := range m.list("labels") {
		in.Labels = append(in.Labels, r.text(n))
	}
	r.wantLevels(m, "labels", len(in.Labels), in.Levels)
	in.Bands = r.bands(m)
	for _, n := range m.list("scales") {
		in.Scales = append(in.Scales, r.scale(in, n))
	}
	if m.isList("scales") && len(in.Scales) == 0 {
		r.add(m.at("scales"), "scales-empty")
	}
	r.groups(in, m)
	r.composites(in, m)
}

func (r *yamlReader) levels(m yamlMapping) int {
	before := len(r.problems)
	n := m.integer("levels", 0)
	switch {
	case !m.has("levels"), len(r.problems) > before:
		return 0 // told already; how many texts an item needs is not known
	case n < MinLevels || n > MaxLevels:
		r.add(m.at("levels"), "levels-range", "value", m.raw("levels"))
		return 0
	}
	return n
}

// wantLevels checks that a list of labels or anchors has one text a level.
func (r *yamlReader) wantLevels(m yamlMapping, key string, got, want int) {
	if m.isList(key) && want > 0 && got != want {
		r.add(m.at(key), "levels-count", "key", key, "got", itoa(got), "want", itoa(want))
	}
}

func (r *yamlReader) scale(in *Instrument, n ast.Node) Scale {
	m := r.mapping(n, "id", "kind", "formative", "title", "low", "high", "minimum", "bands", "items")
	m.require("id", "kind", "title", "items")
	s := Scale{
		ID:        r.unique("scale", m),
		Kind:      Kind(m.oneOf("kind", string(Other), string(Strategy), string(Dimension), string(Symptom))),
		Formative: m.boolean("formative"),
		Title:     m.text("title"),
		Low:       m.text("low"),
		High:      m.text("high"),
		Minimum:   m.number("minimum", 0.5),
		Bands:     r.bands(m),
	}
	if s.Minimum < 0 || s.Minimum > 1 {
		r.add(m.at("minimum"), "minimum-range", "value", m.raw("minimum"))
	}
	for _, n := range m.list("items") {
		s.Items = append(s.Items, r.item(in, n))
	}
	if m.isList("items") && len(s.Items) == 0 {
		r.add(m.at("items"), "items-empty", "scale", s.ID)
	}
	return s
}

func (r *yamlReader) item(in *Instrument, n ast.Node) Item {
	m := r.mapping(n, "id", "facet", "text", "aim", "evidence", "source", "reverse", "weight", "levels")
	m.require("id", "text")
	it := Item{
		ID:       r.unique("item", m),
		Facet:    m.str("facet"),
		Text:     m.text("text"),
		Aim:      m.text("aim"),
		Evidence: m.text("evidence"),
		Source:   m.str("source"),
		Reverse:  m.boolean("reverse"),
		Weight:   r.weight(m),
	}
	for _, n := range m.list("levels") {
		it.Anchors = append(it.Anchors, r.text(n))
	}
	r.wantLevels(m, "levels", len(it.Anchors), in.Levels)
	switch {
	case m.has("levels"):
	case len(in.Labels) > 0:
		it.Anchors = in.Labels
	default:
		r.add(n, "anchors-missing", "item", it.ID)
	}
	return it
}

func (r *yamlReader) weight(m yamlMapping) float64 {
	if !m.has("weight") {
		return 1
	}
	return r.weightAt(m.at("weight"))
}

// weightAt reads a weight of an item or of a scale in a composite.
func (r *yamlReader) weightAt(n ast.Node) float64 {
	w := r.float(n, 1)
	switch {
	case w <= 0:
		r.add(n, "weight-range", "value", r.scalar(n))
	case w < minWeight, w > maxWeight:
		r.add(n, "yaml-number", "value", r.scalar(n))
	}
	return w
}

func (r *yamlReader) bands(m yamlMapping) []Band {
	var bands []Band
	for _, n := range m.list("bands") {
		b := r.mapping(n, "upTo", "title")
		b.require("upTo", "title")
		band := Band{UpTo: b.number("upTo", 0), Title: b.text("title")}
		if len(bands) > 0 && band.UpTo <= bands[len(bands)-1].UpTo || band.UpTo <= 0 {
			r.add(n, "bands-rise", "value", b.raw("upTo"))
		}
		bands = append(bands, band)
	}
	if len(bands) > 0 && bands[len(bands)-1].UpTo != 100 {
		r.add(m.at("bands"), "bands-end")
	}
	return bands
}

func (r *yamlReader) groups(in *Instrument, m yamlMapping) {
	if !m.has("groups") {
		g := Group{ID: in.ID, Title: in.Title, Required: true}
		for _, s := range in.Scales {
			g.Scales = append(g.Scales, s.ID)
		}
		in.Groups = []Group{g}
		return
	}
	grouped := map[string]bool{}
	for _, n := range m.list("groups") {
		gm := r.mapping(n, "id", "title", "scales", "required")
		gm.require("id", "title", "scales")
		g := Group{ID: r.unique("group", gm), Title: gm.text("title"), Required: gm.boolean("required")}
		for _, sn := range gm.list("scales") {
			s := in.Scale(r.scalar(sn))
			switch {
			case s == nil:
				r.add(sn, "scale-unknown", "scale", r.scalar(sn))
			case grouped[s.ID]:
				r.add(sn, "scale-twice", "scale", s.ID)
			default:
				grouped[s.ID] = true
				g.Scales = append(g.Scales, s.ID)
			}
		}
		in.Groups = append(in.Groups, g)
	}
	for _, s := range in.Scales {
		if !grouped[s.ID] && s.ID != "" {
			r.add(m.at("groups"), "scale-ungrouped", "scale", s.ID)
		}
	}
}

func (r *yamlReader) composites(in *Instrument, m yamlMapping) {
	for _, n := range m.list("composites") {
		cm := r.mapping(n, "id", "title", "weights", "bands")
		cm.require("id", "title", "weights")
		c := Composite{ID: r.unique("composite", cm), Title: cm.text("title"), Bands: r.bands(cm)}
		for _, kv := range cm.pairs("weights") {
			id := r.scalar(kv.Key)
			s := in.Scale(id)
			if s == nil {
				r.add(kv.Key, "scale-unknown", "scale", id)
				continue
			}
			c.Weights = append(c.Weights, Weight{Scale: s.ID, Value: r.weightAt(kv.Value)})
		}
		in.Composites = append(in.Composites, c)
	}
}
