package command

import (
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data/transfer"
	"luwes/ui/report"
)

// The formats of export, those that this version writes and those that come
// later.
var (
	formats      = []string{"csv", "json", "html", "md"}
	laterFormats = []string{"xlsx", "docx", "pdf"}
)

// reports are the formats that are reports for people.
var reports = map[string]func(io.Writer, *report.Document) error{"html": report.WriteHTML, "md": report.WriteMarkdown}

// export is "luwes export SESSION --format …": answers, session or report.
func (p *program) export() *cobra.Command {
	var format, output string
	var long, short, force bool
	cmd := &cobra.Command{
		Use:  "export",
		Args: p.want(1, 1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := wantFormat(format, long, short); err != nil {
				return err
			}
			s, err := p.loadOne(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			var text bytes.Buffer
			if err := p.encode(&text, s, format, long, short); err != nil {
				return err
			}
			if output == "" || output == "-" {
				p.write(text.String())
				return nil
			}
			return writeFile(output, force, text.Bytes())
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "", "")
	f.StringVarP(&output, "output", "o", "", "")
	f.BoolVar(&long, "long", false, "")
	f.BoolVar(&short, "short", false, "")
	f.BoolVar(&force, "force", false, "")
	return cmd
}

func wantFormat(format string, long, short bool) error {
	all := strings.Join(formats, ", ")
	switch {
	case format == "":
		return misuse("flag-missing", "flag", "--format", "allowed", all)
	case slices.Contains(laterFormats, format):
		return misuse("format-later", "value", format, "allowed", all)
	case !slices.Contains(formats, format):
		return misuse("format-unknown", "value", clean(format), "allowed", all)
	case long && format != "csv":
		return misuse("flags-apart", "one", "--long", "other", "--format "+format)
	case short && reports[format] == nil:
		return misuse("flags-apart", "one", "--short", "other", "--format "+format)
	}
	return nil
}

func (p *program) encode(b *bytes.Buffer, s *assess.Session, format string, long, short bool) error {
	switch {
	case format == "json":
		return transfer.WriteSession(b, s)
	case reports[format] != nil:
		return reports[format](b, report.Of(s, p.words(), report.Options{Short: short, Rules: instruments.Rules(s.Instrument.ID)}))
	case long:
		return transfer.WriteLong(b, s)
	}
	return transfer.WriteWide(b, s)
}
