package ui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

var (
	keyPapers      = bind("p", "key.papers", "p", "f12")
	keyPaperFormat = bind("←→", "key.paper-format", "right", "left")
)

// texts are the formats in which a paper for people can be written.
var texts = []string{"docx", "pdf", "html", "md"}

// offeredPapers is what a session can be made into, what is asked for most first.
var offeredPapers = []struct {
	kind    PaperKind
	formats []string
}{
	{ReportPaper, texts},
	{ShortPaper, texts},
	{WorkbookPaper, []string{"xlsx"}},
	{MinutesPaper, texts},
	{AttendancePaper, texts},
	{AnswersPaper, []string{"csv"}},
	{SessionPaper, []string{"json"}},
	{FormPaper, texts},
	{SummaryPaper, []string{""}},
}

// papers lists what can be made of a session, to be taken along.
type papers struct {
	turn
	store            Store
	opt              Options
	id               string
	session, earlier *assess.Session
	apart            string // title of the session before, where it may not be looked into
	rows             []paperRow
	at               int
}

// A paperRow is one paper, with the format that is chosen for it.
type paperRow struct {
	kind    PaperKind
	formats []string
	format  int
}

func (r paperRow) paper() Paper { return Paper{r.kind, r.formats[r.format]} }

type papersMsg struct {
	screen           *papers
	session, earlier *assess.Session
}

func newPapers(store Store, opt Options, id string) *papers {
	return &papers{store: store, opt: opt, id: id}
}

// Init reads the session and the one before it.
func (p *papers) Init() tea.Cmd { return p.load }

// Loading reports that the session is not read yet.
func (p *papers) Loading() bool { return p.session == nil }

func (p *papers) load() tea.Msg {
	s, err := p.store.Session(p.opt.context(), p.id)
	if err != nil {
		return failMsg{err}
	}
	earlier, err := p.store.Earlier(p.opt.context(), p.id)
	if err != nil {
		return failMsg{err}
	}
	return papersMsg{p, s, earlier}
}

// Update takes what was read, and the keys.
func (p *papers) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case papersMsg:
		if msg.screen == p {
			p.fill(msg)
		}
	case refreshMsg:
		return p, p.load
	case tea.KeyPressMsg:
		return p, p.press(msg)
	}
	return p, nil
}

// fill lists what may leave: of a group whose answers are still closed nothing
// that shows them, no list of names where nobody is to be named, and nothing of a
// meeting where one person judged alone. The session before is left out of the
// comparison where its own answers are closed or behind a PIN.
func (p *papers) fill(msg papersMsg) {
	p.session, p.earlier, p.apart = msg.session, msg.earlier, ""
	if before := p.earlier; before != nil && (before.Collecting() || !p.opt.keys.fits(before.Header)) {
		p.earlier, p.apart = nil, before.Title
	}
	chosen := map[PaperKind]int{}
	for _, row := range p.rows {
		chosen[row.kind] = row.format
	}
	p.rows = nil
	for _, o := range offeredPapers {
		if mayLeave(p.session, o.kind) {
			p.rows = append(p.rows, paperRow{o.kind, o.formats, chosen[o.kind]})
		}
	}
	p.at = min(p.at, len(p.rows)-1)
}

func mayLeave(s *assess.Session, kind PaperKind) bool {
	switch kind {
	case SessionPaper, FormPaper:
		return true
	case AttendancePaper:
		return s.Method != assess.SelfMethod && s.Identity != assess.Anonymous
	case MinutesPaper:
		return s.Method != assess.SelfMethod && !s.Collecting()
	}
	return !s.Collecting()
}

func (p *papers) press(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, keyBack) {
		return p.close()
	}
	if p.session == nil {
		return nil
	}
	if n, err := strconv.Atoi(msg.String()); err == nil && n >= 1 && n <= len(p.rows) {
		p.at = n - 1
		return p.take()
	}
	row := &p.rows[p.at]
	switch {
	case key.Matches(msg, keyChoose):
		return p.take()
	case msg.String() == "right":
		row.format = (row.format + 1) % len(row.formats)
	case msg.String() == "left":
		row.format = (row.format + len(row.formats) - 1) % len(row.formats)
	default:
		p.at = step(msg.String(), p.at, len(p.rows))
	}
	return nil
}

// take asks where the chosen paper goes; a summary goes to the clipboard at once.
func (p *papers) take() tea.Cmd {
	row := p.rows[p.at]
	out := Outgoing{Paper: row.paper(), Session: p.session, Earlier: p.earlier}
	if row.kind == SummaryPaper {
		return p.copy(out)
	}
	return p.open(newSaveAs(p.store, p.opt, out))
}

// copy puts the summary on the clipboard of the machine, and on that of the
// terminal, which is the one at hand where the program runs elsewhere. Whether the
// terminal took it cannot be known, so the person is told where the machine did not.
func (p *papers) copy(out Outgoing) tea.Cmd {
	return p.spoken(func(w *locale.Words) tea.Cmd {
		out.Words = w
		return func() tea.Msg {
			text, told := p.opt.Exchange.Summary(out), "papers.copied"
			if err := p.opt.Exchange.Copy(text); err != nil {
				told = "papers.copied-terminal"
			}
			return tea.BatchMsg{tea.SetClipboard(text), notice(told)}
		}
	})
}

// Header is that of the session; until it is read, its answers count as closed.
func (p *papers) Header() assess.Header {
	if p.session == nil {
		return assess.Header{ID: p.id, Method: assess.GroupMethod, Status: assess.Open}
	}
	return p.session.Header
}

// Subject is the session.
func (p *papers) Subject() (Store, string) { return p.store, p.id }

// Title names the session.
func (p *papers) Title(l Look) string {
	if p.session == nil {
		return l.T("papers.title")
	}
	return l.T("papers.title") + ": " + oneLine(p.session.Title)
}

// Keys are those of a menu.
func (p *papers) Keys() []key.Binding {
	if p.session == nil {
		return []key.Binding{keyBack}
	}
	digits := keyActs
	digits.SetHelp("1–"+strconv.Itoa(len(p.rows)), "key.acts")
	keys := []key.Binding{keyChoose}
	if len(p.rows[p.at].formats) > 1 {
		keys = append(keys, keyPaperFormat)
	}
	return append(keys, digits, keyBack)
}

// View draws the papers, and below them what the selected one is for.
func (p *papers) View(l Look, width, height int) string {
	if p.session == nil {
		return ""
	}
	rows := make([]string, len(p.rows))
	for i, r := range p.rows {
		rows[i] = l.row(p.rowText(l, i, r, width-2), i == p.at, width)
	}
	about := l.Muted.Render(wrap(l.T("papers.about."+string(p.rows[p.at].kind)), width))
	if p.personal(p.rows[p.at].kind) {
		about += "\n" + l.Warn.Render(wrap(l.Bang+" "+l.T("papers.personal."+string(p.session.Identity)), width))
	}
	switch {
	case p.session.Collecting():
		about += "\n\n" + wrap(l.T("papers.closed"), width)
	case p.apart != "":
		about += "\n\n" + wrap(l.T("papers.alone", "title", oneLine(p.apart)), width)
	}
	return scroll(l, rows, p.at, width, max(min(height-lipgloss.Height(about)-1, len(rows)), 1)) + "\n\n" + about
}

// personal reports whether a file tells which person of a group gave which answer:
// everybody was promised that only the facilitator sees that.
func (p *papers) personal(kind PaperKind) bool {
	known := p.session.Method == assess.GroupMethod && p.session.Identity != assess.Anonymous
	return known && len(p.session.Respondents) > 0 && slices.Contains([]PaperKind{WorkbookPaper, AnswersPaper, SessionPaper}, kind)
}

func (p *papers) rowText(l Look, i int, r paperRow, width int) string {
	name := l.Key.Render(strconv.Itoa(i+1)) + "  " + l.T("papers."+string(r.kind))
	format := l.T("papers.clipboard")
	if f := r.formats[r.format]; f != "" {
		format = l.T("format." + f)
	}
	if len(r.formats) > 1 {
		format = "‹ " + format + " ›"
	}
	return l.cell(name, min(width*3/5, 40)) + "  " + strings.TrimRight(format, " ")
}
