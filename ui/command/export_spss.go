package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"luwes/assess"
	"luwes/data/transfer"
)

// wantSyntax refuses --spss where there is no wide CSV file for it to read.
func wantSyntax(format, output string, long bool) error {
	switch {
	case format != "csv":
		return misuse("flags-apart", "one", "--spss", "other", "--format "+format)
	case long:
		return misuse("flags-apart", "one", "--spss", "other", "--long")
	case output == "" || output == "-" || strings.EqualFold(filepath.Ext(output), ".sps"):
		return misuse("flag-missing", "flag", "-o", "allowed", "x.csv")
	}
	return nil
}

// writeWithSyntax writes the answers and beside them the SPSS syntax that reads
// them, both or, as far as can be seen before, none.
func (p *program) writeWithSyntax(ctx context.Context, ref, output string, force bool, csv []byte) error {
	s, err := p.loadOne(ctx, ref)
	if err != nil {
		return err
	}
	w := p.words()
	words := transfer.SyntaxWords{
		Respondent: w.T("workbook.respondent"), Group: w.T("workbook.group"), Unit: w.T("workbook.unit"), Rank: w.T("workbook.rank"),
		NotApplicable: w.T("show.not-applicable"), DontKnow: w.T("show.dont-know"),
		Text: func(t assess.Text) string { return w.Text(t, s.Unit) },
	}
	var b bytes.Buffer
	if err := transfer.WriteSyntax(&b, s, filepath.Base(output), words); err != nil {
		return err
	}
	syntax := strings.TrimSuffix(output, filepath.Ext(output)) + ".sps"
	for _, path := range []string{output, syntax} {
		if _, err := os.Stat(path); err == nil && !force {
			return cannot("file-exists", "path", path)
		}
	}
	if err := writeFile(output, force, csv); err != nil {
		return err
	}
	return writeFile(syntax, force, b.Bytes())
}
