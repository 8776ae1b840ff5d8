package command

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data"
)

// instrument is "luwes instrument list|show|check".
func (p *program) instrument() *cobra.Command {
	cmd := subcommand(&cobra.Command{Use: "instrument"})
	cmd.AddCommand(p.instrumentList(), p.instrumentShow(), p.instrumentCheck())
	return cmd
}

func (p *program) instrumentList() *cobra.Command {
	return &cobra.Command{
		Use:  "list",
		Args: p.want(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			var rows [][]string
			for _, l := range data.NewLibrary(p.db, instruments.All()).List() {
				from := p.words().T("instrument.built-in")
				if l.File != "" {
					from = filepath.Base(l.File)
				}
				if l.Instrument == nil {
					rows = append(rows, []string{"–", "", p.words().N("instrument.problems", len(l.Problems)), from})
					continue
				}
				in := l.Instrument
				rows = append(rows, []string{in.ID, in.Version, p.text(in.Title, ""), from})
			}
			columns := []column{{title: "id"}, {title: p.words().T("instrument.version")},
				{title: p.words().T("list.title"), give: true}, {title: p.words().T("instrument.from"), give: true}}
			writeTable(p.out, "", columns, rows)
			return nil
		},
	}
}

// instrumentShow prints the questions with their anchors.
func (p *program) instrumentShow() *cobra.Command {
	return &cobra.Command{
		Use:  "show",
		Args: p.want(0, 1, "FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := p.findInstrument(first(args...))
			if err != nil {
				return err
			}
			fmt.Fprintf(p.out, "%s (%s %s)\n", p.text(in.Title, ""), in.ID, in.Version)
			fmt.Fprintln(p.out, p.words().N("instrument.items", in.ItemCount(), "levels", in.Levels))
			for _, g := range in.Groups {
				p.showGroup(in, g)
			}
			return nil
		},
	}
}

func (p *program) showGroup(in *assess.Instrument, g assess.Group) {
	mark := ""
	if !g.Required {
		mark = " " + p.words().T("instrument.module")
	}
	fmt.Fprintf(p.out, "\n%s%s\n", p.text(g.Title, ""), mark)
	for _, id := range g.Scales {
		s := in.Scale(id)
		fmt.Fprintf(p.out, "\n  %s: %s (%s)\n", s.ID, p.text(s.Title, ""), p.words().Kind(s.Kind))
		if low, high := p.text(s.Low, ""), p.text(s.High, ""); low+high != "" {
			fmt.Fprintln(p.out, "  "+p.words().T("instrument.poles", "low", clean(low), "high", clean(high)))
		}
		for i := range s.Items {
			p.showItem(&s.Items[i])
		}
	}
}

func (p *program) showItem(it *assess.Item) {
	mark := ""
	if it.Reverse {
		mark = " " + p.words().T("instrument.reversed")
	}
	fmt.Fprintln(p.out)
	fmt.Fprintln(p.out, hanging("  "+it.ID+"  ", p.text(it.Text, "")+mark))
	for i, anchor := range it.Anchors {
		fmt.Fprintln(p.out, hanging(fmt.Sprintf("      %d  ", i+1), p.text(anchor, "")))
	}
}

// hanging breaks a text into lines behind a first one that begins with lead.
func hanging(lead, text string) string {
	indent := strings.Repeat(" ", len(lead))
	return lead + strings.TrimPrefix(wrap(text, indent), indent)
}

// instrumentCheck tells all problems of an instrument file at once.
func (p *program) instrumentCheck() *cobra.Command {
	return &cobra.Command{
		Use:  "check",
		Args: p.want(1, 1, "FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := data.ReadInstrument(args[0])
			if err != nil {
				return err
			}
			fmt.Fprintln(p.out, p.words().N("instrument.sound", in.ItemCount(), "path", clean(args[0]), "id", in.ID, "version", in.Version))
			return nil
		},
	}
}
