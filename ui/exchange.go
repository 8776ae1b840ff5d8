package ui

import (
	"context"
	"time"

	"luwes/assess"
	"luwes/ui/locale"
)

// An Exchange carries sessions out of the program and brings them in. It is what
// the screens need of files, of the clipboard and of the other programs of the
// machine. Its methods may take long, so screens call them from commands only.
type Exchange interface {
	// Propose names a file for a paper that does not stand there yet, in the folder
	// that was used last, or else that of the person's documents.
	Propose(o Outgoing) string
	// Write writes a paper as a whole or not at all. A file that stands there is an
	// error that is [io/fs.ErrExist] unless Replace is set, a folder that is not there
	// one that is [io/fs.ErrNotExist] unless MakeFolder is; both come with the path.
	Write(ctx context.Context, o Outgoing) (Written, error)
	// Letterhead is the file on whose letterhead a paper was written last; empty where
	// that was none, or is there no more.
	Letterhead() string
	// Summary puts a session into a few plain sentences.
	Summary(o Outgoing) string
	// Copy puts a text on the clipboard of the machine.
	Copy(text string) error
	// Read looks at a file or folder and saves nothing. What is wrong with it is told
	// all at once.
	Read(ctx context.Context, path string) (*Incoming, error)
	// Keep remembers what the columns of a file hold, for the next one like it.
	Keep(m assess.Mapping) error
	// Make makes a session of what a file holds, under a header of the person's.
	Make(h assess.Header, file *assess.Session) (*assess.Session, error)
	// Take saves a session that comes from another luwes, with its id. One that is
	// there with the same content changes nothing; with another it is an error.
	Take(ctx context.Context, store Store, s *assess.Session) (id string, err error)
	// Join adds to a saved session what a file says and the session does not have
	// yet, or nothing where they contradict each other. It returns how many people
	// came.
	Join(ctx context.Context, store Store, into string, file *assess.Session) (people int, err error)
	// Folder is the one that was used last, or else that of the person's documents.
	Folder() string
	// Look lists what stands in the folder of a path and begins as the path ends,
	// whether letters are capital or not: folders first, and of the files those with
	// one of the endings, such as ".docx".
	Look(ctx context.Context, path string, endings []string) (Listing, error)
	// Show opens a file or a folder with the program that the machine has for it.
	Show(path string) error
}

// An Outgoing is one paper that leaves.
type Outgoing struct {
	Paper    Paper
	Session  *assess.Session
	Earlier  *assess.Session   // of the same place, to compare with; nil without one
	Compared []*assess.Session // of a [ComparisonPaper], the last of them is Session; else nil
	Path     string            // as the person typed it
	Template string            // of a letterhead, for reports in docx; may be empty
	Words    *locale.Words

	Replace    bool // the file that stands there
	MakeFolder bool // that is not there
}

// Lettered reports whether the paper can be written on a letterhead.
func (o Outgoing) Lettered() bool { return o.Paper.Format == "docx" && o.Paper.Kind != FormPaper }

// Written is a file that was written, or would be.
type Written struct {
	Path string // full
	Size int64  // in bytes
}

// An Incoming is what a file holds: a session, or tables whose columns must be
// matched, or a folder of files.
type Incoming struct {
	Path    string
	Session *assess.Session // of another luwes, complete
	Filled  *assess.Session // of our own work sheet that was filled in, without an id
	Tables  []assess.Table
	Kept    []assess.Mapping // from earlier files, the newest first
	Files   []string         // sessions of a folder, with its name
	Others  int              // files of the folder whose columns somebody must look at
}

// A Paper is something that a session can be made into, and its format.
type Paper struct {
	Kind   PaperKind
	Format string // as the command line calls it: docx, pdf, …
}

// A PaperKind tells papers apart.
type PaperKind string

// The kinds of papers.
const (
	ReportPaper     PaperKind = "report"     // all of it
	ShortPaper      PaperKind = "short"      // the report in about two pages
	WorkbookPaper   PaperKind = "workbook"   // a spreadsheet that computes the scores
	MinutesPaper    PaperKind = "minutes"    // berita acara: what the group agreed
	AttendancePaper PaperKind = "attendance" // daftar hadir
	AnswersPaper    PaperKind = "answers"    // a row for each person
	SessionPaper    PaperKind = "session"    // everything, for another luwes
	FormPaper       PaperKind = "form"       // blank, to be filled in by hand
	SummaryPaper    PaperKind = "summary"    // a few sentences for the clipboard
	ComparisonPaper PaperKind = "comparison" // several sessions side by side
)

// A Listing is what may be what the person is typing.
type Listing struct {
	Offers []FileOffer
	More   int    // that are not offered, because they are too many
	Common string // the path as far as all that fit go on in the same way
}

// A FileOffer is a file or folder that may be what the person is typing.
type FileOffer struct {
	Name    string
	Path    string // with everything before the name, as the person typed that
	Folder  bool
	Size    int64 // in bytes
	Changed time.Time
}
