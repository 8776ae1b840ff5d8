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
	// Write writes a paper as a whole or not at all, and returns the full name of its
	// file. A file that stands there is an error that is [io/fs.ErrExist] unless
	// Replace is set.
	Write(ctx context.Context, o Outgoing) (path string, err error)
	// Summary puts a session into a few plain sentences.
	Summary(o Outgoing) string
	// Copy puts a text on the clipboard of the machine.
	Copy(text string) error
	// Look lists what stands in the folder of a path and begins as the path ends,
	// whether letters are capital or not; folders first.
	Look(ctx context.Context, path string) ([]FileOffer, error)
	// Show opens a file or a folder with the program that the machine has for it.
	Show(path string) error
}

// An Outgoing is one paper that leaves.
type Outgoing struct {
	Paper    Paper
	Session  *assess.Session
	Earlier  *assess.Session // of the same place, to compare with; nil without one
	Path     string          // as the person typed it
	Replace  bool            // the file that stands there
	Template string          // of a letterhead, for reports in docx; may be empty
	Words    *locale.Words
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
)

// A FileOffer is a file or folder that may be what the person is typing.
type FileOffer struct {
	Name    string
	Path    string // with everything before the name, as the person typed that
	Folder  bool
	Size    int64 // in bytes
	Changed time.Time
}
