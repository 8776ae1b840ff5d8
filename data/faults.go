package data

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"luwes/assess"
)

// The codes of faults. ui/locale has a sentence for each; the values that it can
// name are given in brackets. Every fault of a file has path; those of a damaged
// one also have backup if a backup stands beside it.
const (
	DatabaseMissing    = "database-missing"      // nothing stands at the path, or an empty file
	DatabaseDirectory  = "database-directory"    // a folder, or something else that is no file, stands there
	DatabaseDangling   = "database-dangling"     // a link to nothing stands there [target]
	DatabaseForbidden  = "database-forbidden"    // this user may not read it
	DatabaseReadonly   = "database-readonly"     // this user may not write it, or it was opened for reading
	FolderMissing      = "folder-missing"        // the folder of the database does not exist [folder]
	FolderReadonly     = "folder-readonly"       // the folder cannot be written, and the log needs that [folder]
	FilesystemReadonly = "filesystem-readonly"   // the whole file system is mounted for reading
	DiskFull           = "disk-full"             // no room [free: bytes]
	DiskFailing        = "disk-failing"          // the disk reports errors; nothing more is saved [sqlite]
	NotADatabase       = "not-a-database"        // another kind of file [text: "yes" if it looks like text]
	HeaderDamaged      = "header-damaged"        // ours, but its first bytes are damaged
	FormatNewer        = "format-newer"          // a file format of SQLite that this program does not know
	DatabaseForeign    = "database-foreign"      // a database of another program
	DatabaseNewer      = "database-newer"        // made by a newer luwes [found, known: schema numbers]
	DatabaseOlder      = "database-older"        // made by an older luwes, and opened for reading only [found, known]
	DatabaseDamaged    = "database-damaged"      // pages are damaged; nothing more is saved [detail]
	DatabaseCut        = "database-cut"          // the end of the file is missing [size, expected: bytes]
	DatabaseLocked     = "database-locked"       // another program holds it for itself
	DatabaseBusy       = "database-busy"         // another program is writing; trying again helps
	DatabaseReplaced   = "database-replaced"     // deleted or replaced while open [rescued: new file, if it could be written]
	BackupExists       = "backup-exists"         // a backup never goes over a file
	BackupBad          = "backup-bad"            // cannot be restored from [reason: another code]
	SessionUnknown     = "session-unknown"       // no such session [session]
	SessionAmbiguous   = "session-ambiguous"     // several sessions begin like this [session, matches]
	SessionLocked      = "session-locked"        // completed; reopen it first [session]
	SessionOpen        = "session-open"          // not completed, so there is nothing to reopen [session]
	SessionBinned      = "session-binned"        // in the bin; take it out first [session]
	SessionExists      = "session-exists"        // the id is taken [session]
	SessionChanged     = "session-changed"       // somebody has saved meanwhile what is to be added [session]
	MarginFixed        = "margin-fixed"          // no other margin after the answers were seen [session]
	RespondentExists   = "respondent-exists"     // two respondents of a session with one code [session, respondent]
	RespondentUnknown  = "respondent-unknown"    // no such respondent in the session [session, respondent]
	PartUnread         = "part-unreadable"       // a part of a dossier stands there and cannot be read, so nothing is saved over it [session, part]
	ReasonMissing      = "reason-missing"        // reopening asks for a reason [session]
	InstrumentUnknown  = "instrument-unknown"    // no instrument of this id, no such file [instrument]
	InstrumentTooBig   = "instrument-too-big"    // an instrument file over the limit [limit: bytes]
	InstrumentUnread   = "instrument-unreadable" // an instrument file that cannot be read
	Internal           = "internal"              // a fault of ours [detail, sqlite]
)

// traits of a code, in the order of the list above.
type trait struct {
	code      string
	exit      int  // exit code of the contract
	temporary bool // the same call may succeed later without anybody doing anything here
}

var traits = []trait{
	{DatabaseMissing, 1, false},
	{DatabaseDirectory, 1, false},
	{DatabaseDangling, 1, false},
	{DatabaseForbidden, 1, false},
	{DatabaseReadonly, 1, false},
	{FolderMissing, 1, false},
	{FolderReadonly, 1, false},
	{FilesystemReadonly, 1, false},
	{DiskFull, 1, true},
	{DiskFailing, 1, false},
	{NotADatabase, 4, false},
	{HeaderDamaged, 4, false},
	{FormatNewer, 4, false},
	{DatabaseForeign, 4, false},
	{DatabaseNewer, 4, false},
	{DatabaseOlder, 1, false},
	{DatabaseDamaged, 4, false},
	{DatabaseCut, 4, false},
	{DatabaseLocked, 4, true},
	{DatabaseBusy, 4, true},
	{DatabaseReplaced, 1, true},
	{BackupExists, 1, false},
	{BackupBad, 1, false},
	{SessionUnknown, 1, false},
	{SessionAmbiguous, 1, false},
	{SessionLocked, 1, false},
	{SessionOpen, 1, false},
	{SessionBinned, 1, false},
	{SessionExists, 1, false},
	{SessionChanged, 1, false},
	{MarginFixed, 1, false},
	{RespondentExists, 1, false},
	{RespondentUnknown, 1, false},
	{PartUnread, 1, false},
	{ReasonMissing, 1, false},
	{InstrumentUnknown, 1, false},
	{InstrumentTooBig, 3, false},
	{InstrumentUnread, 1, false},
	{Internal, 1, false},
}

// Codes lists every code that a [Fault] can have.
func Codes() []string {
	codes := make([]string, len(traits))
	for i, t := range traits {
		codes[i] = t.code
	}
	return codes
}

// A Fault is what went wrong with the store: a code for the program, values for
// the sentence about it, and the technical cause.
type Fault struct {
	Code   string
	Values map[string]string
	Err    error // may be nil
}

// newFault returns a fault with pairs of value name and value; pairs with an
// empty value are left out.
func newFault(code string, cause error, pairs ...string) *Fault {
	f := &Fault{Code: code, Err: cause}
	for i := 0; i+1 < len(pairs); i += 2 {
		f.set(pairs[i], pairs[i+1])
	}
	return f
}

func (f *Fault) set(key, value string) {
	if value == "" {
		return
	}
	if f.Values == nil {
		f.Values = map[string]string{}
	}
	f.Values[key] = value
}

// Error gives the fault in the terms of a programmer; people read the sentence
// of ui/locale instead.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(f.Code)
	for _, k := range slices.Sorted(maps.Keys(f.Values)) {
		fmt.Fprintf(&b, " %s=%q", k, f.Values[k])
	}
	if f.Err != nil {
		b.WriteString(": " + f.Err.Error())
	}
	return b.String()
}

// Unwrap returns the technical cause.
func (f *Fault) Unwrap() error { return f.Err }

// Problem returns code and values for ui/locale to put into words.
func (f *Fault) Problem() assess.Problem {
	return assess.Problem{Code: f.Code, Values: maps.Clone(f.Values)}
}

// Exit returns the exit code of the contract: 1 could not, 3 bad input, 4 the
// database is damaged, cut, newer, locked or not ours. A bad backup takes the
// code of what is wrong with it.
func (f *Fault) Exit() int {
	var inner *Fault
	if f.Code == BackupBad && errors.As(f.Err, &inner) {
		return inner.Exit()
	}
	return f.trait().exit
}

// Temporary reports whether the same call may succeed later without anybody
// changing anything in the program: the disk is full, another program writes.
func (f *Fault) Temporary() bool { return f.trait().temporary }

// Is lets errors.Is match faults by code.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Code == f.Code
}

func (f *Fault) trait() trait {
	for _, t := range traits {
		if t.code == f.Code {
			return t
		}
	}
	return trait{code: f.Code, exit: 1}
}

// codeOf returns the code of the outermost fault in err, or "".
func codeOf(err error) string {
	var f *Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return ""
}
