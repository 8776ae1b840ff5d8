package command

import (
	"github.com/spf13/cobra"
)

// demo is "luwes demo": the interface on a throw-away database.
func (p *program) demo() *cobra.Command {
	return &cobra.Command{
		Use:  "demo",
		Args: p.want(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error { return p.runDemo(cmd.Context()) },
	}
}
