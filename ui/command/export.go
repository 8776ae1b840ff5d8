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
	"luwes/ui"
	"luwes/ui/locale"
	"luwes/ui/report"
)

// formats are those of export.
var formats = []string{"csv", "json", "xlsx", "docx", "pdf", "html", "md"}

// packed are the formats that are no text.
var packed = []string{"xlsx", "docx", "pdf"}

// reports are the formats that are reports for people.
var reports = map[string]reportWriter{"docx": report.WriteDOCX, "pdf": report.WritePDF, "html": report.WriteHTML, "md": report.WriteMarkdown}

// exported are the papers for people that export makes.
var exported = []string{string(ui.ReportPaper), string(ui.MinutesPaper), string(ui.AttendancePaper)}

type reportWriter func(io.Writer, *report.Document) error

// export is "luwes export SESSION --format …": answers, session or report.
func (p *program) export() *cobra.Command {
	var format, output, kind, template string
	var long, short, force, spss bool
	cmd := &cobra.Command{
		Use:  "export",
		Args: p.want(1, 1, "SESSION"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := wantFormat(format, long, short); err != nil {
				return err
			}
			if err := wantPaper(kind, format, short); err != nil {
				return err
			}
			if err := wantTemplate(template, format); err != nil {
				return err
			}
			if spss {
				if err := wantSyntax(format, output, long); err != nil {
					return err
				}
			}
			if slices.Contains(packed, format) && output == "" { // no terminal can show it
				return misuse("flag-missing", "flag", "-o", "allowed", args[0]+"."+format)
			}
			if template != "" {
				return p.letter(cmd.Context(), args[0], template, letterOut{ui.PaperKind(kind), short, output, force})
			}
			text, err := p.encoded(cmd.Context(), args[0], format, long, short, ui.PaperKind(kind))
			if err != nil {
				return err
			}
			if output == "" || output == "-" {
				p.write(string(text))
				return nil
			}
			if spss {
				return p.writeWithSyntax(cmd.Context(), args[0], output, force, text)
			}
			return writeFile(output, force, text)
		},
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "", "")
	f.StringVarP(&output, "output", "o", "", "")
	f.StringVar(&kind, "paper", "", "")
	f.StringVar(&template, "template", "", "")
	f.BoolVar(&long, "long", false, "")
	f.BoolVar(&short, "short", false, "")
	f.BoolVar(&force, "force", false, "")
	f.BoolVar(&spss, "spss", false, "")
	return cmd
}

func wantFormat(format string, long, short bool) error {
	all := strings.Join(formats, ", ")
	switch {
	case format == "":
		return misuse("flag-missing", "flag", "--format", "allowed", all)
	case !slices.Contains(formats, format):
		return misuse("format-unknown", "value", clean(format), "allowed", all)
	case long && format != "csv":
		return misuse("flags-apart", "one", "--long", "other", "--format "+format)
	case short && reports[format] == nil:
		return misuse("flags-apart", "one", "--short", "other", "--format "+format)
	}
	return nil
}

// wantPaper refuses what is no paper, and one in a format or in a length that only
// the report has.
func wantPaper(kind, format string, short bool) error {
	switch {
	case kind == "", kind == string(ui.ReportPaper):
		return nil
	case !slices.Contains(exported, kind):
		return misuse("paper-unknown", "value", clean(kind), "allowed", strings.Join(exported, ", "))
	case reports[format] == nil:
		return misuse("flags-apart", "one", "--paper "+kind, "other", "--format "+format)
	case short:
		return misuse("flags-apart", "one", "--paper "+kind, "other", "--short")
	}
	return nil
}

// encoded loads a session and writes it in a format.
func (p *program) encoded(ctx context.Context, ref, format string, long, short bool, kind ui.PaperKind) ([]byte, error) {
	if write := reports[format]; write != nil {
		return p.reported(ctx, ref, kind, short, write)
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

// reported writes a paper of a session, but no list of who attended where nobody is to
// be known; its report is compared with the one before it
// at the same place where there is one.
func (p *program) reported(ctx context.Context, ref string, kind ui.PaperKind, short bool, write reportWriter) ([]byte, error) {
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
	if kind == ui.AttendancePaper && s.Identity == assess.Anonymous {
		return nil, cannot("attendance-anonymous", "session", s.ID)
	}
	p.tellUnread(s)
	var b bytes.Buffer
	opt := report.Options{Short: short, Rules: instruments.Rules(s.Instrument.ID), Earlier: earlier}
	err = write(&b, documentOf(kind, s, p.words(), opt))
	return b.Bytes(), err
}

// documentOf is a paper of a session before it has a format.
func documentOf(kind ui.PaperKind, s *assess.Session, w *locale.Words, opt report.Options) *report.Document {
	switch kind {
	case ui.MinutesPaper:
		return report.Minutes(s, w, opt)
	case ui.AttendancePaper:
		return report.Attendance(s, w)
	case ui.FormPaper:
		return report.FormOf(s, w)
	}
	return report.Of(s, w, opt)
}
