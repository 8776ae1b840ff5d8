package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/chart"
)

// Title names the list, and how many sessions it has.
func (s *sessions) Title(l Look) string {
	id := "sessions.title"
	switch {
	case s.bin:
		id = "bin.title"
	case s.demo:
		id = "sessions.example"
	}
	parts := []string{l.T(id)}
	switch {
	case len(s.marked) > 0:
		parts = append(parts, l.Words.N("sessions.marked", len(s.marked)))
	case s.loaded && s.total > 0 && !s.demo:
		parts = append(parts, l.Words.N("sessions.count", s.total))
	}
	if s.loaded && s.total > 0 {
		parts = append(parts, l.T("sessions.sort."+string(s.sort)))
	}
	return strings.Join(parts, " "+l.Dot+" ")
}

// View draws the list, or what to do where there is nothing in it.
func (s *sessions) View(l Look, width, height int) string {
	head := s.filterLine(l)
	switch {
	case !s.loaded:
		return ""
	case len(s.rows) == 0 && s.filter.Value() != "":
		return head + "\n" + wrap(l.T("sessions.none-found", "filter", s.filter.Value()), width)
	case len(s.rows) == 0 && s.bin:
		return wrap(l.T("bin.empty"), width)
	case len(s.rows) == 0:
		return s.welcome(l, width)
	}
	foot := s.detail(l, width)
	narrow := width < 76
	if !narrow {
		head += l.Muted.Render(s.columns(l, width)) + "\n"
	}
	blocks := make([]string, len(s.rows))
	from, to := s.near(height)
	for i := range blocks {
		if i < from || i >= to {
			blocks[i] = "\n"
			continue
		}
		if narrow {
			blocks[i] = s.narrowRow(l, i, width)
		} else {
			blocks[i] = s.wideRow(l, i, width)
		}
	}
	room := height - lipgloss.Height(head) - lipgloss.Height(foot) + 1
	list := window(blocks[from:to], s.at-from, room-1)
	return head + pad(list, room) + "\n" + foot
}

// near is the range of rows that can be on the screen at all.
func (s *sessions) near(height int) (from, to int) {
	return max(s.at-height, 0), min(s.at+height+1, len(s.rows))
}

func (s *sessions) filterLine(l Look) string {
	if !s.filtering && s.filter.Value() == "" {
		return ""
	}
	return l.Key.Render("/") + " " + s.filter.View() + "\n\n"
}

// Cursor stands in the filter while it is typed in.
func (s *sessions) Cursor(Look, int, int) *tea.Cursor {
	if !s.filtering {
		return nil
	}
	c := s.filter.Cursor()
	if c != nil {
		c.X += 2
	}
	return c
}

func (s *sessions) welcome(l Look, width int) string {
	text := l.Title.Render(l.T("welcome.title")) + "\n\n" + wrap(l.T("welcome.text"), min(width, 76)) + "\n\n"
	offers := []string{"welcome.new", "welcome.example"}
	if s.demo {
		offers = offers[:1]
	}
	for i, id := range offers {
		text += l.row(l.T(id), i == s.at, width) + "\n"
	}
	if s.binned > 0 {
		text += "\n" + wrap(l.Words.N("welcome.binned", s.binned), min(width, 76)) + "\n"
	}
	return text + "\n" + l.Muted.Render(wrap(l.T("welcome.keys"), min(width, 76)))
}

// The widths of the columns after the title and the region.
const (
	dateCell     = 12
	progressCell = 8
	barsCell     = 8
)

// split shares the rest of a row between the title and the region.
func split(width int) (title, region int) {
	rest := width - 4 - dateCell - progressCell - barsCell
	title = rest * 11 / 20
	return title, rest - title
}

// about writes the title and the region of a session. A long title that names
// the region already, as the offered one does, gets the room of both.
func about(l Look, h assess.Header, title, region int) string {
	name := oneLine(h.Title)
	if lipgloss.Width(name) > title-1 && strings.Contains(name, oneLine(h.Region.Name)) {
		return l.cell(name, title+region-1) + " "
	}
	return l.cell(name, title-1) + " " + l.cell(briefly(place(h)), region-1) + " "
}

// briefly shortens a place as officials write it in tables.
func briefly(place string) string {
	return strings.NewReplacer("Kabupaten ", "Kab. ", "Provinsi ", "Prov. ", "Administrasi ", "Adm. ").Replace(place)
}

func (s *sessions) columns(l Look, width int) string {
	title, region := split(width)
	return strings.Repeat(" ", 4) + l.cell(l.T("column.title"), title) + l.cell(l.T("column.region"), region) +
		l.cell(l.T("column.date"), dateCell) + l.cell(l.T("column.progress"), progressCell) + l.T("column.scores")
}

func (s *sessions) wideRow(l Look, i, width int) string {
	r := s.rows[i]
	title, region := split(width)
	text := s.mark(l, r.ID) + " " + about(l, r.Header, title, region) +
		l.cell(l.Words.ShortDate(r.Date), dateCell) + l.cell(progress(l, r), progressCell) + s.bars(l, r)
	return l.row(text, i == s.at, width)
}

func (s *sessions) narrowRow(l Look, i, width int) string {
	r := s.rows[i]
	room := width - 4 - barsCell
	first := s.mark(l, r.ID) + " " + l.cell(oneLine(r.Title), room) + " " + s.bars(l, r)
	second := l.Muted.Render("    " + l.cell(briefly(place(r.Header)), width-5-dateCell-progressCell) + " " + l.cell(l.Words.ShortDate(r.Date), dateCell) + progress(l, r))
	return l.row(first, i == s.at, width) + "\n" + second
}

func (s *sessions) mark(l Look, id string) string {
	if slices.ContainsFunc(s.marked, sameSession(id)) {
		return l.Chosen.Render(l.Mark)
	}
	return " "
}

// place is what a session is about.
func place(h assess.Header) string {
	if h.Unit != "" {
		return oneLine(h.Unit + ", " + h.Region.Name)
	}
	return oneLine(h.Region.Name)
}

func progress(l Look, r assess.Row) string {
	if r.Status == assess.Completed {
		return l.Check + " " + l.Words.Percent(r.Summary.Progress())
	}
	return "  " + l.Words.Percent(r.Summary.Progress())
}

// The most scales whose scores a list shows. Between strategies and dimensions there
// is a gap, so that six of them take as much room as eight that are all alike.
const (
	mostMain  = 6
	mostAlike = 8
)

// mainScales are the scales that a list shows: strategies and dimensions, or all of an
// instrument that has neither.
func mainScales(sum assess.Summary) []assess.SummaryScale {
	var out []assess.SummaryScale
	for _, s := range sum.Scales {
		if s.Kind == assess.Strategy || s.Kind == assess.Dimension {
			out = append(out, s)
		}
	}
	most := mostMain
	if len(out) == 0 {
		out = sum.Scales
		if !slices.ContainsFunc(out, func(s assess.SummaryScale) bool { return s.Kind != out[0].Kind }) {
			most = mostAlike
		}
	}
	return out[:min(len(out), most)]
}

// hides reports whether the scores of a session may not be seen: a group still
// answers, or they are behind a PIN.
func (s *sessions) hides(h assess.Header) bool { return h.Collecting() || !s.opt.keys.fits(h) }

// hidden stands where scores may not be seen.
func hidden(l Look) string { return strings.Repeat(l.Dot, 3) }

func (s *sessions) bars(l Look, r assess.Row) string {
	if s.hides(r.Header) {
		return l.Muted.Render(hidden(l))
	}
	return bars(l, r.Summary)
}

func bars(l Look, sum assess.Summary) string {
	var b strings.Builder
	var before assess.Kind
	for i, s := range mainScales(sum) {
		if i > 0 && s.Kind != before {
			b.WriteString(" ")
		}
		before = s.Kind
		b.WriteString(chart.Step(l.Theme, s.Score))
	}
	return b.String()
}

// detail tells the selected row's scores with their names, which the small bars
// cannot.
func (s *sessions) detail(l Look, width int) string {
	r := s.selected()
	var parts []string
	own := builtIn(idsOf(r.Summary.Scales, func(s assess.SummaryScale) string { return s.ID }))
	for _, sc := range mainScales(r.Summary) {
		name := sc.ID
		if own {
			name = l.T("scale." + sc.ID)
		}
		score := l.Words.Figure(sc.Score, 0)
		if s.hides(r.Header) {
			score = hidden(l)
		}
		parts = append(parts, name+" "+score)
	}
	state := []string{l.Words.Status(r.Status), l.Words.Voices(r.Method, r.Summary.Respondents),
		l.T("sessions.coverage", "share", l.Words.Percent(r.Summary.Coverage), "apart", r.Summary.Coverage != r.Summary.Progress())}
	if name := questionnaireName(l, r.Instrument); name != "" {
		state = append(state, name)
	}
	if s.bin {
		state = []string{l.T("bin.since", "time", l.Words.Time(r.Binned.Local()))}
	}
	if where := place(r.Header); where != "" {
		state = append([]string{where}, state...)
	}
	return l.Muted.Render(fit(facts(l, parts, width), width, 2) + "\n" + fit(facts(l, state, width), width, 2))
}

// usualQuestionnaire needs no name in a list: nearly all sessions use it.
const usualQuestionnaire = "regional-government"

// questionnaireName names a questionnaire that is not the usual one: a built-in one
// shortly, an own one by its id.
func questionnaireName(l Look, id string) string {
	switch name := "questionnaire.name." + id; {
	case id == usualQuestionnaire:
		return ""
	case l.Words.Has(name):
		return l.T("questionnaire.name." + id)
	}
	return oneLine(id)
}

// builtInScales are the scales of the built-in instrument, which have short names
// of their own: scale.ID.
var builtInScales = []string{"str", "beh", "tec", "com", "for", "cen", "siz", "ovl", "row", "ins"}

// builtIn reports whether scales are those of the built-in instrument, with or
// without its symptoms. Another instrument may use one of the ids for something
// else.
func builtIn(ids []string) bool {
	return slices.Equal(ids, builtInScales) || slices.Equal(ids, builtInScales[:6])
}

func idsOf[T any](list []T, id func(T) string) []string {
	out := make([]string, len(list))
	for i, x := range list {
		out[i] = id(x)
	}
	return out
}
