package command

import (
	"fmt"

	"github.com/spf13/cobra"
)

// root builds the command tree. The commands carry no words: describe puts them
// in when help, man pages or completion need them. A problem of the
// configuration stops every command that would use it.
func (p *program) root(configuration error) *cobra.Command {
	cobra.MousetrapHelpText = "" // a double-click opens the interface
	cobra.EnableCommandSorting = false
	version := false
	root := &cobra.Command{
		Use:               "luwes",
		Args:              p.noCommand,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if version {
				return nil
			}
			if err := p.settle(); err != nil {
				return err
			}
			return configuration
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if version {
				fmt.Fprintln(p.out, "luwes "+Version)
				return nil
			}
			return p.openInterface(cmd.Context())
		},
	}
	root.Flags().BoolVar(&version, "version", false, "")
	f := root.PersistentFlags()
	f.StringVar(&p.flags.db, "db", "", "")
	f.StringVar(&p.flags.lang, "lang", "", "")
	f.StringVar(&p.flags.theme, "theme", "", "")
	f.BoolVar(&p.flags.noColor, "no-color", false, "")
	f.BoolP("help", "h", false, "")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagFault(err) })
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { p.help(cmd) })
	root.SetHelpCommand(p.helpCommand())
	root.AddCommand(p.demo(), p.list(), p.show(), p.score(), p.compare(), p.importing(), p.export(), p.form(),
		p.complete(), p.reopen(), p.delete(), p.undelete(), p.instrument(),
		p.backup(), p.restore(), p.doctor(), p.path(), p.completion(), p.man())
	root.AddCommand(p.topics()...)
	return root
}

// noCommand is told when the first argument names no command.
func (p *program) noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return unknownCommand(cmd, args[0])
}
