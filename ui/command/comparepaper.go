package command

import (
	"bytes"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/ui/report"
)

// comparedFormats are those of the paper of a comparison, what is asked for most first.
var comparedFormats = []string{"docx", "pdf", "html", "md"}

// A paperOut is a paper that is wanted: its format, which is empty for none, and where
// it goes.
type paperOut struct {
	format, output, template string
	force                    bool
}

func (o *paperOut) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "", "")
	f.StringVarP(&o.output, "output", "o", "", "")
	f.StringVar(&o.template, "template", "", "")
	f.BoolVar(&o.force, "force", false, "")
}

// wantComparedPaper refuses what is no format of a comparison, and flags of a paper
// where none is wanted.
func wantComparedPaper(cmd *cobra.Command, o paperOut) error {
	all := strings.Join(comparedFormats, ", ")
	if err := apart(cmd, "json", "format", "output", "template", "force"); err != nil {
		return err
	}
	switch {
	case o == paperOut{}:
		return nil
	case o.format == "":
		return misuse("flag-missing", "flag", "--format", "allowed", all)
	case !slices.Contains(comparedFormats, o.format):
		return misuse("format-unknown", "value", clean(o.format), "allowed", all)
	case slices.Contains(packed, o.format) && o.output == "": // no terminal can show it
		return misuse("flag-missing", "flag", "-o", "allowed", "x."+o.format)
	}
	return wantTemplate(o.template, o.format)
}

// writeCompared writes the paper of a comparison into a file, or to standard output.
func (p *program) writeCompared(sessions []*assess.Session, o paperOut) error {
	write := reports[o.format]
	if o.template != "" {
		var err error
		if write, err = onLetterhead(o.template); err != nil {
			return err
		}
	}
	for _, s := range sessions {
		p.tellUnread(s)
	}
	var b bytes.Buffer
	if err := write(&b, report.Compare(sessions, p.words())); err != nil {
		return err
	}
	if o.output == "" || o.output == "-" {
		p.write(b.String())
		return nil
	}
	return writeFile(o.output, o.force, b.Bytes())
}
