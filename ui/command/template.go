package command

import (
	"context"
	"errors"
	"io"
	"os"

	"luwes/assess"
	"luwes/ui"
	"luwes/ui/report"
)

// wantTemplate refuses a template beside a format that has none.
func wantTemplate(path, format string) error {
	if path != "" && format != "docx" {
		return misuse("flags-apart", "one", "--template", "other", "--format "+format)
	}
	return nil
}

// A letterOut is which paper goes into a template, and where the letter goes.
type letterOut struct {
	kind   ui.PaperKind
	short  bool
	output string // a file, or "-" for standard output
	force  bool
}

// letter writes a paper of a session into a template, a Word document of one's own.
func (p *program) letter(ctx context.Context, ref, path string, to letterOut) error {
	write, err := onLetterhead(path)
	if err != nil {
		return err
	}
	text, err := p.reported(ctx, ref, to.kind, to.short, write)
	switch {
	case err != nil:
		return err
	case to.output == "-":
		p.write(string(text))
		return nil
	}
	return writeFile(to.output, to.force, text)
}

// onLetterhead writes documents into a template.
func onLetterhead(path string) (reportWriter, error) {
	template, err := readTemplate(path)
	if err != nil {
		return nil, err
	}
	return func(out io.Writer, d *report.Document) error {
		err := report.WriteDOCXInto(out, template, d)
		var problems assess.Problems
		if errors.As(err, &problems) {
			return problems.In(path)
		}
		return err
	}, nil
}

// readTemplate reads a file, and no more of it than a template may have.
func readTemplate(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fileFault(err, path, "file-unreadable")
	case info.IsDir():
		return nil, cannot("file-directory", "path", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, report.TemplateRoom+1))
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	return text, nil
}
