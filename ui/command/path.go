package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

// path is "luwes path": where the database is, whether it exists or not.
func (p *program) path() *cobra.Command {
	return &cobra.Command{
		Use:  "path",
		Args: p.want(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(p.out, p.db)
			return nil
		},
	}
}
