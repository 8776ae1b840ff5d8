package command

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"luwes/assess"
)

// flagFault puts an error of the flag parser into our own words.
func flagFault(err error) error {
	var missing *pflag.NotExistError
	var valueless *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &missing):
		name := "--" + missing.GetSpecifiedName()
		if missing.GetSpecifiedShortnames() != "" {
			name = "-" + missing.GetSpecifiedName()
		}
		return misuse("unknown-flag", "flag", clean(name))
	case errors.As(err, &valueless):
		return misuse("flag-value-missing", "flag", "--"+valueless.GetFlag().Name)
	case errors.As(err, &invalid):
		return misuse("flag-value", "flag", "--"+invalid.GetFlag().Name, "value", clean(invalid.GetValue()))
	case errors.As(err, &syntax):
		return misuse("flag-syntax", "flag", clean(syntax.GetSpecifiedFlag()))
	}
	return &fault{problems: assess.Problems{assess.NewProblem("flag-syntax", "flag", clean(err.Error()))}, exit: exitUsage, cause: err}
}

// unknownCommand names the command that was meant, if one is near.
func unknownCommand(cmd *cobra.Command, name string) error {
	cmd.SuggestionsMinimumDistance = 2
	near := cmd.SuggestionsFor(name)
	pairs := []string{"command", clean(name), "path", cmd.CommandPath()}
	if len(near) > 0 {
		pairs = append(pairs, "near", strings.Join(near, ", "))
	}
	return misuse("unknown-command", pairs...)
}

// want asks for at least low and at most high arguments; high below 0 is no
// limit. name is what the missing one is, as the usage line calls it.
func (p *program) want(low, high int, name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < low:
			return misuse("argument-missing", "argument", p.words().T("argument."+name), "command", cmd.CommandPath())
		case high >= 0 && len(args) > high:
			return misuse("argument-extra", "argument", clean(args[high]), "command", cmd.CommandPath())
		}
		return nil
	}
}

// subcommand makes a command that only holds others: alone it shows its help,
// with a word it does not know it says so.
func subcommand(cmd *cobra.Command) *cobra.Command {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return nil
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	return cmd
}

// apart refuses flags that say the same thing twice.
func apart(cmd *cobra.Command, one string, others ...string) error {
	if !cmd.Flags().Changed(one) {
		return nil
	}
	for _, other := range others {
		if cmd.Flags().Changed(other) {
			return misuse("flags-apart", "one", "--"+one, "other", "--"+other)
		}
	}
	return nil
}
