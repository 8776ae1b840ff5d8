package command

import (
	"bytes"
	"context"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data"
	"luwes/data/transfer"
	"luwes/ui/report"
)

// The formats of export, those that this version writes and those that come
// later.
var (
	formats      = []string{"csv", "json", "xlsx", "docx", "html", "md"}
	laterFormats = []string{"pdf"}
)

// packed are the formats that are no text.
var packed = []string{"xlsx", "docx"}

// reports are the formats that are reports for people.
var reports = map[string]reportWriter{"docx": report.WriteDOCX, "html": report.WriteHTML, "md": report.WriteMarkdown}

type reportWriter func(io.Writer, *report.Document) error

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
			if slices.Contains(packed, format) && output == "" { // no terminal can show it
				return misuse("flag-missing", "flag", "-o", "allowed", args[0]+"."+format)
			}
			text, err := p.encoded(cmd.Context(), args[0], format, long, short)
			if err != nil {
				return err
			}
			if output == "" || output == "-" {
				p.write(string(text))
				return nil
			}
			return writeFile(output, force, text)
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

// encoded loads a session and writes it in a format.
func (p *program) encoded(ctx context.Context, ref, format string, long, short bool) ([]byte, error) {
	if write := reports[format]; write != nil {
		return p.reported(ctx, ref, short, write)
	}
	s, err := p.loadOne(ctx, ref)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	switch {
	case format == "xlsx":
		return report.Workbook(s, p.words())
	case format == "json":
		err = transfer.WriteSession(&b, s)
	case long:
		err = transfer.WriteLong(&b, s)
	default:
		err = transfer.WriteWide(&b, s)
	}
	return b.Bytes(), err
}

// reported writes the report of a session, which is compared with the one before it
// at the same place where there is one.
func (p *program) reported(ctx context.Context, ref string, short bool, write reportWriter) ([]byte, error) {
	var s, earlier *assess.Session
	err := p.reading(ctx, func(store *data.Store) (err error) {
		if s, err = session(ctx, store, ref); err == nil {
			earlier, err = store.Earlier(ctx, s.ID)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	p.tellUnread(s)
	var b bytes.Buffer
	opt := report.Options{Short: short, Rules: instruments.Rules(s.Instrument.ID), Earlier: earlier}
	err = write(&b, report.Of(s, p.words(), opt))
	return b.Bytes(), err
}
