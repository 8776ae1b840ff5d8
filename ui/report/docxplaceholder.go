package report

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"luwes/assess"
)

// placeholder is a name between two braces each; one without an end is found too,
// so that it is not left in the paper.
var placeholder = regexp.MustCompile(`\{\{([^{}\n]*)(\}\}|)`)

// reportMark stands for the report as a whole.
const reportMark = "report"

// Indonesian names of placeholders, beside those of [Document.Values].
var inIndonesian = map[string]string{
	"region": "daerah", "unit": "unit_kerja", "date": "tanggal", "budget_year": "tahun_anggaran", "title": "judul", "kind": "jenis",
	"instrument": "instrumen", "version": "versi", "method": "cara", "respondents": "jumlah_responden", "coverage": "kelengkapan",
	"status": "status", "draft": "draf", "number": "nomor", "place": "tempat", reportMark: "laporan",
}

// placeholderKey is the name that a placeholder means, however it is written.
func placeholderKey(written string) string {
	key := strings.Join(strings.FieldsFunc(strings.ToLower(written), func(r rune) bool { return r == ' ' || r == '-' || r == '_' || r == '\u00a0' }), "_")
	for english, indonesian := range inIndonesian {
		if key == indonesian {
			return english
		}
	}
	return key
}

// names are the placeholders that a report fills, in its language.
func (d *Document) names() string {
	names := slices.Sorted(maps.Keys(d.Values))
	for i, name := range names {
		if own := inIndonesian[name]; d.Lang == "id" && own != "" {
			names[i] = own
		}
		names[i] = braced(names[i])
	}
	return strings.Join(names, ", ")
}

func braced(name string) string { return "{{" + name + "}}" }

// A filling is a paragraph of a template while its placeholders get their values.
type filling struct {
	doc      *Document
	used     map[string]bool
	problems *assess.Problems
}

// fill gives the edits of a paragraph, and reports whether it is the place of the
// report.
func (f filling) fill(p *templateParagraph) (edits []edit, report bool) {
	text := joined(p.pieces)
	found := placeholder.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return nil, false
	}
	var values []edit // places in the text of the paragraph
	for _, m := range found {
		whole, name := text[m[0]:m[1]], text[m[2]:m[3]]
		key := placeholderKey(name)
		value, known := f.doc.Values[key]
		switch {
		case m[4] == m[5]:
			f.problem("template-open", "name", whole)
		case key == reportMark:
			report = true
			if strings.TrimSpace(text) != whole || !p.body {
				f.problem("template-report-place", "mark", whole)
			}
		case !known:
			f.problem("template-placeholder", "name", whole, "allowed", f.doc.names())
		}
		f.used[key] = true
		values = append(values, edit{int64(m[0]), int64(m[1]), value})
	}
	return spread(p.pieces, values), report
}

func (f filling) problem(code string, pairs ...string) {
	*f.problems = append(*f.problems, assess.NewProblem(code, pairs...))
}

func joined(pieces []wordPiece) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
	}
	return b.String()
}

// spread puts values into the pieces of a text: each into the piece in which its
// placeholder begins; the others lose what they had of it. A control around one keeps
// its value because it is bound to no data any more.
func spread(pieces []wordPiece, values []edit) []edit {
	var out []edit
	at := int64(0)
	for _, p := range pieces {
		end := at + int64(len(p.text))
		var inside []edit
		for _, v := range values {
			if v.to <= at || v.from >= end {
				continue
			}
			text := ""
			if v.from >= at {
				text = v.text
			}
			inside = append(inside, edit{max(v.from, at) - at, min(v.to, end) - at, text})
		}
		if inside != nil {
			out = append(out, p.bindings...)
			out = append(out, edit{p.from, p.to, `<w:t xml:space="preserve">` + escapeXML(flat(edited(p.text, inside))) + `</w:t>`})
		}
		at = end
	}
	return out
}
