package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
)

// list is "luwes list": the saved sessions, newest first. A database that does
// not exist has none.
func (p *program) list() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "list",
		Args: p.want(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			rows, err := p.rows(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return transfer.WriteList(p.out, rows)
			}
			p.showList(rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

func (p *program) rows(ctx context.Context) ([]assess.Row, error) {
	var rows []assess.Row
	err := p.reading(ctx, func(s *data.Store) error {
		page, err := s.Sessions(ctx, assess.Query{})
		rows = page.Rows
		return err
	})
	var fault *data.Fault
	if errors.As(err, &fault) && (fault.Code == data.DatabaseMissing || fault.Code == data.FolderMissing) {
		return nil, nil
	}
	return rows, err
}

func (p *program) showList(rows []assess.Row) {
	if len(rows) == 0 {
		p.say("list.none")
		return
	}
	var cells [][]string
	for _, r := range rows {
		coverage := p.words().Percent(r.Summary.Coverage)
		if transfer.Covered(&r) {
			coverage = "–"
		}
		cells = append(cells, []string{r.ID, p.words().ShortDate(r.Date), r.Title, r.Region.Name,
			p.words().Integer(r.Summary.Respondents), coverage, p.words().Status(r.Status)})
	}
	columns := []column{{title: "id"}, {title: p.words().T("list.date")}, {title: p.words().T("list.title"), give: true},
		{title: p.words().T("list.region"), give: true}, {title: "n", right: true},
		{title: p.words().T("list.answered"), right: true}, {title: p.words().T("list.status")}}
	writeTable(p.out, "", columns, cells)
	fmt.Fprintln(p.err, p.words().N("list.count", len(rows)))
}
