package command

import (
	"github.com/spf13/cobra"

	"luwes/data"
)

// backup is "luwes backup FILE": a consistent copy, also while luwes is open.
func (p *program) backup() *cobra.Command {
	return &cobra.Command{
		Use:  "backup",
		Args: p.want(1, 1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return p.reading(ctx, func(s *data.Store) error {
				if err := s.Backup(ctx, args[0]); err != nil {
					return err
				}
				p.say("backup.done", "path", clean(args[0]))
				return nil
			})
		},
	}
}
