package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// topicNames are the help pages that are about no command.
var topicNames = []string{"accessibility", "environment", "exit-codes", "licences"}

// describe puts the words of the language into the tree: what each command does
// in one line and at length, its arguments, and its flags.
func (p *program) describe(cmd *cobra.Command) {
	key := messageKey(cmd)
	cmd.Short = p.words().T("command." + key + ".short")
	if id := "command." + key + ".long"; p.words().Has(id) {
		cmd.Long = p.words().T(id)
	}
	if id := "command." + key + ".arguments"; p.words().Has(id) {
		cmd.Use = cmd.Name() + " " + p.words().T(id)
	}
	flags := func(f *pflag.Flag) {
		f.Usage = p.words().T("flag." + f.Name)
		if id := "flag." + key + "." + f.Name; p.words().Has(id) {
			f.Usage = p.words().T(id)
		}
	}
	cmd.LocalNonPersistentFlags().VisitAll(flags)
	cmd.PersistentFlags().VisitAll(flags)
	for _, sub := range cmd.Commands() {
		if sub.Name() != "__complete" {
			p.describe(sub)
		}
	}
}

// messageKey is the part of message ids that names a command: "luwes" for the
// root, "instrument-show" for a command below another.
func messageKey(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return "luwes"
	}
	return strings.ReplaceAll(strings.TrimPrefix(cmd.CommandPath(), "luwes "), " ", "-")
}

// completing reports whether a shell asks for completions, which carry the short
// descriptions.
func completing(args []string) bool {
	return len(args) > 0 && strings.HasPrefix(args[0], "__complete")
}

// help writes the help of a command to standard output.
func (p *program) help(cmd *cobra.Command) {
	p.describe(cmd.Root())
	var b strings.Builder
	b.WriteString(strings.TrimSpace(first(cmd.Long, cmd.Short)) + "\n")
	if isTopic(cmd) {
		p.write(b.String())
		return
	}
	p.section(&b, "help.usage", "  "+usageLine(cmd, p.words().T("help.flags.mark"))+"\n")
	var commands, topics strings.Builder
	for _, sub := range cmd.Commands() {
		switch {
		case isTopic(sub):
			fmt.Fprintf(&topics, "  luwes help %-15s %s\n", sub.Name(), sub.Short)
		case sub.IsAvailableCommand() && sub.Name() != "help":
			fmt.Fprintf(&commands, "  %-12s %s\n", sub.Name(), sub.Short)
		}
	}
	p.section(&b, "help.commands", commands.String())
	p.section(&b, "help.flags", ownFlags(cmd).FlagUsagesWrapped(tableWidth))
	p.section(&b, "help.global", globalFlags(cmd).FlagUsagesWrapped(tableWidth))
	p.section(&b, "help.topics", topics.String())
	p.write(b.String())
}

func (p *program) section(b *strings.Builder, title, text string) {
	if text != "" {
		b.WriteString("\n" + p.words().T(title) + "\n" + text)
	}
}

func (p *program) write(text string) { fmt.Fprint(p.out, text) }

// usageLine is the line that shows how a command is called.
func usageLine(cmd *cobra.Command, mark string) string {
	line := cmd.Use
	if cmd.HasParent() {
		line = cmd.Parent().CommandPath() + " " + cmd.Use
	}
	return line + " " + mark
}

// ownFlags are the flags of a command that other commands do not have.
func ownFlags(cmd *cobra.Command) *pflag.FlagSet { return cmd.LocalNonPersistentFlags() }

func globalFlags(cmd *cobra.Command) *pflag.FlagSet { return cmd.Root().PersistentFlags() }

// isTopic reports whether a command is a help page only.
func isTopic(cmd *cobra.Command) bool { return !cmd.Runnable() && !cmd.HasSubCommands() }

// topics are commands without anything to run: "luwes help environment" shows
// them.
func (p *program) topics() []*cobra.Command {
	var out []*cobra.Command
	for _, name := range topicNames {
		out = append(out, &cobra.Command{Use: name})
	}
	return out
}

// helpCommand is "luwes help [COMMAND|TOPIC]".
func (p *program) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help",
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || about == nil || len(rest) > 0 {
				return misuse("topic-unknown", "topic", clean(strings.Join(args, " ")))
			}
			p.help(about)
			return nil
		},
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
	}
}
