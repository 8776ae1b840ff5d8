package command

import (
	"github.com/spf13/cobra"

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
				return err
			}
			p.say("restore.done", "from", clean(args[0]), "path", clean(p.db))
			if kept != "" {
				p.say("restore.kept", "kept", clean(kept))
			}
			return nil
		},
	}
}
