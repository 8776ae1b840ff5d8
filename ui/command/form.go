package command

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"luwes/ui/report"
)

// formFormats are the formats of a blank form, which nobody fills in on a screen.
var formFormats = []string{"docx", "pdf", "md"}

// form is "luwes form": a blank questionnaire on paper. It opens no database.
func (p *program) form() *cobra.Command {
	var instrument, format, output string
	var force bool
	cmd := &cobra.Command{
		Use:  "form",
		Args: p.want(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			format, err := formFormat(format, output)
			if err != nil {
				return err
			}
			in, err := p.findInstrument(instrument)
			if err != nil {
				return err
			}
			var b bytes.Buffer
			if err := reports[format](&b, report.Form(in, p.words())); err != nil {
				return err
			}
			if output == "" || output == "-" {
				p.write(b.String())
				return nil
			}
			return writeFile(output, force, b.Bytes())
		},
	}
	f := cmd.Flags()
	f.StringVar(&instrument, "instrument", "", "")
	f.StringVar(&format, "format", "", "")
	f.StringVarP(&output, "output", "o", "", "")
	f.BoolVar(&force, "force", false, "")
	return cmd
}

// formFormat is the format that is asked for, else that of the file's name, else text
// that a terminal can show.
func formFormat(format, output string) (string, error) {
	if format == "" {
		format = "md"
		if named := strings.TrimPrefix(strings.ToLower(filepath.Ext(output)), "."); slices.Contains(formFormats, named) {
			format = named
		}
	}
	switch {
	case !slices.Contains(formFormats, format):
		return "", misuse("format-unknown", "value", clean(format), "allowed", strings.Join(formFormats, ", "))
	case slices.Contains(packed, format) && output == "":
		return "", misuse("flag-missing", "flag", "-o", "allowed", "form."+format)
	}
	return format, nil
}
