package command

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
)

// exitDatabase is the exit code for a damaged database where no fault of the
// data package carries it.
const exitDatabase = 4

// doctor is "luwes doctor": what is found in and around the database, and a
// verdict. It changes nothing.
func (p *program) doctor() *cobra.Command {
	return &cobra.Command{
		Use:  "doctor",
		Args: p.want(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			r, err := data.Examine(cmd.Context(), p.db)
			p.showReport(&r)
			if err != nil {
				return err
			}
			p.showDamage(&r)
			if r.Healthy() {
				fmt.Fprintln(p.out, "\n"+p.words().T("doctor.healthy"))
				return nil
			}
			fmt.Fprintln(p.out, "\n"+p.words().T("doctor.damaged"))
			problem := assess.NewProblem("database-checked", "path", r.Path, "backup", r.Backup)
			return &fault{problems: assess.Problems{problem}, exit: exitDatabase}
		},
	}
}

// showReport writes what was found, one line each.
func (p *program) showReport(r *data.Report) {
	line := func(id, value string) {
		if value != "" {
			fmt.Fprintf(p.out, "%-18s %s\n", p.words().T("doctor."+id), clean(value))
		}
	}
	w := p.words()
	line("path", r.Path)
	line("version", "luwes "+Version)
	if r.Exists {
		line("size", w.Bytes(r.Size)+p.logSize(r))
		line("mode", r.Mode.Perm().String()+p.openToOthers(r.Mode, 0o077))
	}
	if r.FolderMode != 0 {
		line("folder", r.FolderMode.Perm().String()+p.openToOthers(r.FolderMode, 0o022))
	}
	if r.FreeSpace > 0 {
		line("free", w.Bytes(int64(min(r.FreeSpace, 1<<62))))
	}
	if r.JournalMode != "" {
		line("journal", r.JournalMode+", synchronous "+r.Synchronous+", SQLite "+r.SQLite)
		line("schema", strconv.Itoa(r.Schema))
		line("content", w.T("doctor.counts", "sessions", w.Integer(r.Sessions), "binned", w.Integer(r.Binned),
			"respondents", w.Integer(r.Respondents), "answers", w.Integer(r.Answers)))
	}
	line("backup", r.Backup)
	if r.Synced != "" {
		fmt.Fprintln(p.out, wrap(w.T("doctor.synced", "service", r.Synced), ""))
	}
}

func (p *program) logSize(r *data.Report) string {
	if r.LogSize == 0 {
		return ""
	}
	return " + " + p.words().Bytes(r.LogSize)
}

// openToOthers warns where other users of the computer may read or change what
// they should not. Windows has no such bits.
func (p *program) openToOthers(mode, bits fs.FileMode) string {
	if onWindows || mode.Perm()&bits == 0 {
		return ""
	}
	return "  " + p.words().T("doctor.open")
}

// showDamage writes the verdict of each check.
func (p *program) showDamage(r *data.Report) {
	verdict := func(id string, bad []string) {
		if len(bad) == 0 {
			fmt.Fprintln(p.out, p.words().T("doctor.ok", "what", p.words().T("doctor.check."+id)))
			return
		}
		fmt.Fprintln(p.out, p.words().T("doctor.bad", "what", p.words().T("doctor.check."+id), "detail", clean(strings.Join(bad, ", "))))
	}
	integrity := r.Integrity
	if len(integrity) == 1 && integrity[0] == "ok" {
		integrity = nil
	}
	verdict("integrity", integrity)
	verdict("keys", r.ForeignKeys)
	verdict("sealed", r.Mismatched)
	verdict("instruments", r.Instruments)
	if len(r.Unread) == 0 {
		verdict("parts", nil)
		return
	}
	// no damage, so not worded as such: the verdict below is about answers
	fmt.Fprintln(p.out, p.words().T("doctor.unread", "detail", clean(strings.Join(p.partNames(r.Unread), ", "))))
}

// partNames name parts of dossiers, each given as "session part", by the names that
// their screens have.
func (p *program) partNames(parts []string) []string {
	out := make([]string, len(parts))
	for i, one := range parts {
		id, part, _ := strings.Cut(one, " ")
		if p.words().Has("dossier." + part) {
			part = p.words().T("dossier." + part)
		}
		out[i] = id + " (" + part + ")"
	}
	return out
}
