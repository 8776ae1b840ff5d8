package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// A fakeExchange writes into memory.
type fakeExchange struct {
	written map[string]Outgoing
	fail    error
	noClip  bool
	copied  string
	shown   []string
	looked  []FileOffer
	common  string // how they all begin
	during  func() // while a paper is written, or a file read
	files   map[string]*Incoming
	kept    []assess.Mapping
	folders []string // that are not there
	taking  func()   // once a session is saved
	letter  string   // the letterhead of the last time
}

func (f *fakeExchange) Propose(o Outgoing) string {
	return filepath.FromSlash("/docs/") + o.Words.T("file-name."+string(o.Paper.Kind)) + "." + o.Paper.Format
}

func (f *fakeExchange) Write(ctx context.Context, o Outgoing) (Written, error) {
	if f.during != nil {
		f.during()
	}
	w := Written{Path: o.Path, Size: 2048}
	if err := errors.Join(ctx.Err(), f.fail); err != nil {
		return w, err
	}
	if _, there := f.written[o.Path]; there && !o.Replace {
		return w, fs.ErrExist
	}
	if slices.Contains(f.folders, filepath.Dir(o.Path)) && !o.MakeFolder {
		return w, fs.ErrNotExist
	}
	if f.written == nil {
		f.written = map[string]Outgoing{}
	}
	f.written[o.Path], f.letter = o, o.Template
	return w, nil
}

func (f *fakeExchange) Letterhead() string { return f.letter }

func (f *fakeExchange) Summary(o Outgoing) string { return "summary of " + o.Session.Title }

func (f *fakeExchange) Copy(text string) error {
	if f.noClip {
		return errors.New("no clipboard")
	}
	f.copied = text
	return nil
}

func (f *fakeExchange) Look(_ context.Context, _ string, endings []string) (Listing, error) {
	var list Listing
	for _, o := range f.looked {
		if o.Folder || slices.Contains(endings, filepath.Ext(o.Name)) {
			list.Offers = append(list.Offers, o)
		}
	}
	list.Common = f.common
	return list, nil
}

func (f *fakeExchange) Show(path string) error {
	f.shown = append(f.shown, path)
	return nil
}

// driveExchange starts the program with sessions and a place for files.
func driveExchange(t *testing.T, x *fakeExchange, of ...*assess.Session) *driver {
	t.Helper()
	d := drive(t, &fakeStore{sessions: of}, 80, 24, "en")
	d.app.opt.Exchange = x
	d.app.stack[0].(*sessions).opt.Exchange = x
	return d
}

func TestReportLeaves(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	d.press("p").shows("1 Full report", "‹ Word (.docx) ›")
	d.press("right", "enter").shows("Save as PDF (.pdf)", "Report.pdf")
	d.press("enter").shows("✓ Saved", "Report.pdf")
	o, there := x.written[filepath.FromSlash("/docs/Report.pdf")]
	if !there || o.Paper != (Paper{ReportPaper, "pdf"}) || o.Words.Lang() != "en" {
		t.Fatalf("wrote %+v", x.written)
	}
	d.press("enter", "f")
	if want := filepath.FromSlash("/docs/Report.pdf /docs"); strings.Join(x.shown, " ") != want {
		t.Errorf("shown %q, want %q", x.shown, want)
	}
}

// A file that stands there is replaced only by who says so.
func TestReportReplacesOnlyOnRequest(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	d.press("p", "enter", "enter", "esc", "enter", "enter").shows("exists already")
	d.press("enter").shows("under the name").hides("✓ Saved")
	d.press("enter", "down", "enter").shows("✓ Saved")
}

func TestReportFollowsTheLanguage(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	d.press("p", "f2", "enter").shows("Laporan.docx").press("enter")
	if o := x.written[filepath.FromSlash("/docs/Laporan.docx")]; o.Words == nil || o.Words.Lang() != "id" {
		t.Errorf("written in %v", o.Words)
	}
}

func TestWritingCanBeEnded(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	x.during = func() { d.app.Update(press("esc")) }
	d.press("p", "enter", "enter").shows("No file was written", "under the name")
	if len(x.written) > 0 {
		t.Errorf("wrote %v", x.written)
	}
}

func TestReportOffersFiles(t *testing.T) {
	x := &fakeExchange{looked: []FileOffer{{Name: "2026", Path: "/docs/2026", Folder: true},
		{Name: "old.docx", Path: "/docs/old.docx", Changed: at}, {Name: "other.txt", Path: "/docs/other.txt", Changed: at}}}
	d := driveExchange(t, x, stuck())
	d.press("p", "enter").shows("2026"+string(filepath.Separator), "old.docx").hides("other.txt")
	d.press("down", "down", "enter", "enter").shows("✓ Saved")
	if _, there := x.written["/docs/old.docx"]; !there {
		t.Errorf("wrote %v", x.written)
	}
}

func TestSummaryGoesToTheClipboard(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	d.press("p").press("end", "enter").shows("Summary copied")
	if !strings.HasPrefix(x.copied, "summary of ") {
		t.Errorf("copied %q", x.copied)
	}
	x.noClip = true
	d.press("enter").shows("terminal's clipboard")
}

// What may leave depends on who judged and on whether the answers are open.
func TestWhatMayLeave(t *testing.T) {
	for _, c := range []struct {
		name         string
		method       assess.Method
		identity     assess.Identity
		closed       bool
		there, apart []PaperKind
	}{
		{"one person", assess.SelfMethod, assess.Coded, false, []PaperKind{ReportPaper, SummaryPaper}, []PaperKind{MinutesPaper, AttendancePaper}},
		{"group", assess.GroupMethod, assess.Coded, false, []PaperKind{MinutesPaper, AttendancePaper}, nil},
		{"nameless", assess.GroupMethod, assess.Anonymous, false, []PaperKind{ReportPaper, MinutesPaper}, []PaperKind{AttendancePaper}},
		{"closed", assess.GroupMethod, assess.Coded, true, []PaperKind{SessionPaper, FormPaper, AttendancePaper}, []PaperKind{ReportPaper, ShortPaper, WorkbookPaper, MinutesPaper, AnswersPaper, SummaryPaper}},
	} {
		s := &assess.Session{Header: assess.Header{Method: c.method, Identity: c.identity, Status: assess.Open}}
		if !c.closed {
			s.Revealed = at
		}
		for _, kind := range c.there {
			if !mayLeave(s, kind) {
				t.Errorf("%s: %s may not leave", c.name, kind)
			}
		}
		for _, kind := range c.apart {
			if mayLeave(s, kind) {
				t.Errorf("%s: %s may leave", c.name, kind)
			}
		}
	}
}

func (f *fakeExchange) Folder() string { return filepath.FromSlash("/docs") }

func (f *fakeExchange) Read(ctx context.Context, path string) (*Incoming, error) {
	if f.during != nil {
		f.during()
	}
	in := f.files[strings.TrimSuffix(filepath.ToSlash(path), "/")]
	if in == nil {
		return nil, errors.Join(assess.NewProblem("file-missing", "path", path), ctx.Err())
	}
	return in, f.fail
}

func (f *fakeExchange) Keep(m assess.Mapping) error {
	f.kept = append(f.kept, m)
	return nil
}

func (f *fakeExchange) Make(h assess.Header, file *assess.Session) (*assess.Session, error) {
	return &assess.Session{Header: h, Instrument: file.Instrument, Respondents: file.Respondents, Settlements: file.Settlements}, f.fail
}

func (f *fakeExchange) Take(ctx context.Context, store Store, s *assess.Session) (string, error) {
	if f.fail != nil {
		return "", f.fail
	}
	id, err := store.Create(ctx, s)
	if f.taking != nil {
		f.taking()
	}
	return id, errors.Join(err, ctx.Err()) // the store saves, and tells of the end all the same
}

func (f *fakeExchange) Join(ctx context.Context, store Store, into string, s *assess.Session) (int, error) {
	return len(s.Respondents), errors.Join(f.fail, store.Merge(ctx, into, s))
}

// From the papers of a group whose answers are closed nothing leads to them.
func TestClosedAnswersStayClosedBesidePapers(t *testing.T) {
	x, store := &fakeExchange{}, meeting(t, assess.Coded, 7)
	d := driveExchange(t, x, store.sessions...)
	for _, keys := range [][]string{{"p"}, {"1"}} {
		d.press(keys...).press("f4").shows("still answering")
		if _, ok := d.app.top().(*results); ok {
			t.Fatalf("after %v F4 shows the results", keys)
		}
	}
}

// A report does not compare with a session whose own answers may not be seen.
func TestReportLeavesOutAClosedSessionBefore(t *testing.T) {
	now, before := stuck(), stuck()
	before.ID, before.Title, before.Date = "before", "Penilaian 2025", "2025-01-01"
	x := &fakeExchange{}
	d := driveExchange(t, x, now, before)
	for _, c := range []struct {
		locked bool
		method assess.Method
		with   bool
	}{{false, assess.SelfMethod, true}, {true, assess.SelfMethod, false}, {false, assess.GroupMethod, false}} {
		before.Locked, before.Method, before.Status = c.locked, c.method, assess.Open
		d.press("home", "p")
		if got := d.app.top().(*papers).earlier != nil; got != c.with {
			t.Errorf("locked %v, %s: compared %v, want %v", c.locked, c.method, got, c.with)
		}
		if !c.with {
			d.shows("does not compare with it")
		}
		d.press("esc")
	}
}

// A folder that is not there is made for who says so.
func TestReportMakesAFolderOnRequest(t *testing.T) {
	x := &fakeExchange{folders: []string{filepath.FromSlash("/docs")}}
	d := driveExchange(t, x, stuck())
	d.press("p", "enter", "enter").shows("There is no folder").press("enter").shows("under the name").hides("✓ Saved")
	d.press("enter", "down", "enter").shows("✓ Saved (2.0 KiB)")
}

// The letterhead of the last report is offered for the next, and no form has one.
func TestLetterheadIsRemembered(t *testing.T) {
	x := &fakeExchange{}
	d := driveExchange(t, x, stuck())
	d.press("p", "enter").shows("Without a letterhead").hides("begins like this").press("f5", "ctrl+u").text("/docs/kop.docx").press("enter")
	d.shows("letterhead of kop.docx").press("enter").shows("✓ Saved").press("esc", "2").shows("letterhead of kop.docx")
	d.press("esc", "6").hides("letterhead")
}

// Tab goes on as far as all that is offered, then to the first, then takes it.
func TestTabCompletes(t *testing.T) {
	x := &fakeExchange{common: "/docs/Laporan ", looked: []FileOffer{{Name: "Laporan A.json", Path: "/docs/Laporan A.json", Changed: at},
		{Name: "Laporan B.json", Path: "/docs/Laporan B.json", Changed: at}}}
	d := driveExchange(t, x)
	d.press("m")
	field := d.app.top().(*importing).field
	for _, want := range []string{"/docs/Laporan ", "/docs/Laporan ", "/docs/Laporan A.json"} {
		if d.press("tab"); field.input.Value() != want {
			t.Fatalf("the field holds %q, want %q", field.input.Value(), want)
		}
	}
	d.send(tea.PasteMsg{Content: "file:///x/my%20file.csv\n"})
	if got, want := field.value(), filepath.FromSlash("/x/my file.csv"); got != want {
		t.Errorf("pasted %q, want %q", got, want)
	}
}

// Files that tell which person gave which answer say so before they leave; the
// others, and those of anonymous people, have nothing to say.
func TestPersonalFilesSaySo(t *testing.T) {
	for identity, want := range map[assess.Identity]string{assess.Coded: "beserta kodenya: hanya untuk fasilitator", assess.Named: "beserta namanya: hanya untuk fasilitator"} {
		store := circle(6, identity)
		d := opened(t, newPapers(store, options(store, "id"), "circle"), 80, 24, "id").hides("hanya untuk fasilitator")
		d.press("down").hides("hanya untuk fasilitator").press("down").shows("Lembar kerja", want)
	}
	store := circle(6, assess.Anonymous)
	opened(t, newPapers(store, options(store, "id"), "circle"), 80, 24, "id").press("down", "down").shows("Buku kerja").hides("hanya untuk")
}
