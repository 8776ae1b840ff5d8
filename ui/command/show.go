package command

import (
	"context"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
)

// show is "luwes show SESSION": the results of one saved session.
func (p *program) show() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "show",
		Args: p.want(1, 1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := p.loadOne(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return p.writeResult(s, &s.Header)
			}
			p.showResult(s.Score(), &s.Header)
			p.showFindings(s)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

// tellUnread says which parts of a session are not in what is written of it, because
// they cannot be read.
func (p *program) tellUnread(s *assess.Session) {
	if unread := s.Unreadable(); len(unread) > 0 {
		p.tell(unread)
	}
}

// loadOne opens the database for one session.
func (p *program) loadOne(ctx context.Context, ref string) (s *assess.Session, err error) {
	err = p.reading(ctx, func(store *data.Store) error {
		s, err = session(ctx, store, ref)
		return err
	})
	if err == nil {
		p.tellUnread(s)
	}
	return s, err
}
