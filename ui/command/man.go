package command

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// man is "luwes man": the manual page in roff, in the language of the run.
func (p *program) man() *cobra.Command {
	return &cobra.Command{
		Use:  "man",
		Args: p.want(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			root := cmd.Root()
			p.describe(root)
			p.write(p.manPage(root))
			return nil
		},
	}
}

// manPage writes the whole tree as one page. It is written here because the
// generators that exist know English headings only.
func (p *program) manPage(root *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH LUWES 1 \"\" \"luwes %s\"\n", Version)
	p.manSection(&b, "man.name", "luwes \\- "+roff(root.Short))
	p.manSection(&b, "man.synopsis", `\fBluwes\fR `+roff(p.words().T("man.arguments")))
	p.manSection(&b, "man.description", roff(root.Long))
	p.manSection(&b, "man.options", manFlags(root.PersistentFlags())+manFlags(root.LocalNonPersistentFlags()))
	var commands strings.Builder
	for _, cmd := range root.Commands() {
		manCommand(&commands, cmd)
	}
	p.manSection(&b, "man.commands", commands.String())
	for _, cmd := range root.Commands() {
		if isTopic(cmd) {
			_, text, _ := strings.Cut(cmd.Long, "\n\n") // it begins with its title
			fmt.Fprintf(&b, ".SH \"%s\"\n%s\n", strings.ToUpper(roff(cmd.Short)), roff(text))
		}
	}
	return b.String()
}

func (p *program) manSection(b *strings.Builder, title, text string) {
	fmt.Fprintf(b, ".SH \"%s\"\n%s\n", p.words().T(title), strings.TrimRight(text, "\n"))
}

func manCommand(b *strings.Builder, cmd *cobra.Command) {
	if isTopic(cmd) || cmd.Hidden {
		return
	}
	if cmd.HasSubCommands() {
		for _, sub := range cmd.Commands() {
			manCommand(b, sub)
		}
		return
	}
	fmt.Fprintf(b, ".SS \"%s\"\n%s\n", roff(cmd.Parent().CommandPath()+" "+cmd.Use), roff(first(cmd.Long, cmd.Short)))
	b.WriteString(manFlags(cmd.LocalNonPersistentFlags()))
}

func manFlags(flags *pflag.FlagSet) string {
	var b strings.Builder
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name, usage := pflag.UnquoteUsage(f)
		short := ""
		if f.Shorthand != "" {
			short = `\fB\-` + f.Shorthand + `\fR, `
		}
		head := strings.TrimSpace(short + `\fB\-\-` + roff(f.Name) + `\fR ` + roff(name))
		fmt.Fprintf(&b, ".TP\n%s\n%s\n", head, roff(usage))
	})
	return b.String()
}

// roff escapes a text and keeps its lines; an empty one separates paragraphs.
// What is not ASCII is written by its number, which every roff understands.
func roff(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(s), "\n")
	for i, line := range lines {
		switch {
		case line == "":
			lines[i] = ".PP"
		case strings.HasPrefix(line, "  "):
			lines[i] = ".br\n" + strings.TrimLeft(line, " ")
		case strings.HasPrefix(line, "."), strings.HasPrefix(line, "'"):
			lines[i] = `\&` + line
		}
	}
	var b strings.Builder
	for _, c := range strings.Join(lines, "\n") {
		if c > unicode.MaxASCII {
			fmt.Fprintf(&b, `\[u%04X]`, c)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}
