package command

import (
	"errors"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
)

// restore is "luwes restore FILE": a backup takes the place of the database,
// which is kept under another name.
func (p *program) restore() *cobra.Command {
	return &cobra.Command{
		Use:  "restore",
		Args: p.want(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			kept, err := data.Restore(cmd.Context(), p.db, args[0], data.Options{Now: p.now})
			if err != nil {
				return badBackup(err)
			}
			p.say("restore.done", "from", clean(args[0]), "path", clean(p.db))
			if kept != "" {
				p.say("restore.kept", "kept", clean(kept))
			}
			return nil
		},
	}
}

// badBackup tells of a backup that cannot be put back also what is wrong with
// it.
func badBackup(err error) error {
	var outer, inner *data.Fault
	if !errors.As(err, &outer) || outer.Code != data.BackupBad || !errors.As(outer.Err, &inner) {
		return err
	}
	why := inner.Problem()
	if inner.Code == data.DatabaseMissing {
		why = assess.NewProblem("file-missing", "path", outer.Values["path"])
	}
	return &fault{problems: assess.Problems{outer.Problem(), why}, exit: outer.Exit(), cause: err}
}
