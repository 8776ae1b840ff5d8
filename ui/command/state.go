package command

import (
	"context"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
)

// complete is "luwes complete SESSION…": no further answers.
func (p *program) complete() *cobra.Command {
	return p.stateCommand("complete", func(ctx context.Context, s *data.Store, h assess.Header) error {
		return s.Complete(ctx, h.ID)
	})
}

// reopen is "luwes reopen SESSION --reason …".
func (p *program) reopen() *cobra.Command {
	var reason string
	cmd := p.stateCommand("reopen", func(ctx context.Context, s *data.Store, h assess.Header) error {
		return s.Reopen(ctx, h.ID, reason)
	})
	cmd.Flags().StringVar(&reason, "reason", "", "")
	run := cmd.RunE
	cmd.Args = p.want(1, 1, "SESSION")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if reason = clean(reason); fold(reason) == "" {
			return misuse("flag-missing", "flag", "--reason", "allowed", "")
		}
		return run(cmd, args)
	}
	return cmd
}

// delete is "luwes delete SESSION…": into the bin.
func (p *program) delete() *cobra.Command {
	return p.stateCommand("delete", func(ctx context.Context, s *data.Store, h assess.Header) error {
		return s.Delete(ctx, h.ID)
	})
}

// undelete is "luwes undelete SESSION…": out of the bin.
func (p *program) undelete() *cobra.Command {
	return p.stateCommand("undelete", func(ctx context.Context, s *data.Store, h assess.Header) error {
		return s.Undelete(ctx, h.ID)
	})
}

// stateCommand does one thing with each of the sessions named. All of them are
// looked up first, so that a slip in the last changes none.
func (p *program) stateCommand(name string, do func(context.Context, *data.Store, assess.Header) error) *cobra.Command {
	return &cobra.Command{
		Use:  name,
		Args: p.want(1, -1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return p.writing(ctx, func(s *data.Store) error {
				var heads []assess.Header
				for _, ref := range args {
					found, err := session(ctx, s, ref)
					if err != nil {
						return err
					}
					heads = append(heads, found.Header)
				}
				for _, h := range heads {
					if err := do(ctx, s, h); err != nil {
						return err
					}
					p.sessionSaid("state."+name, h)
				}
				return nil
			})
		},
	}
}
