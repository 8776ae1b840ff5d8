package command

import (
	"context"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data/transfer"
)

// score is "luwes score ANSWERS": the results of an answers file, nothing saved.
func (p *program) score() *cobra.Command {
	var instrument string
	var asJSON bool
	cmd := &cobra.Command{
		Use:  "score",
		Args: p.want(1, 1, "ANSWERS"),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, err := p.findInstrument(instrument)
			if err != nil {
				return err
			}
			people, err := p.readAnswers(cmd.Context(), args[0], in)
			if err != nil {
				return err
			}
			s := sessionOf(in, people)
			if asJSON {
				return p.writeResult(s, nil)
			}
			p.showResult(s.Score(), nil)
			return nil
		},
	}
	cmd.Flags().StringVar(&instrument, "instrument", "", "")
	cmd.Flags().BoolVar(&asJSON, "json", false, "")
	return cmd
}

func (p *program) readAnswers(ctx context.Context, path string, in *assess.Instrument) ([]assess.Respondent, error) {
	f, err := p.openInput(ctx, path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	people, err := transfer.ReadAnswers(f, p.nameOf(path), in)
	return people, readFault(err, path)
}

// readFault leaves problems as they are and makes a fault of anything else.
func readFault(err error, path string) error {
	if err == nil || exitOf(err) == exitInput {
		return err
	}
	return fileFault(err, path, "file-unreadable")
}

// sessionOf holds answers with the modules that they answer.
func sessionOf(in *assess.Instrument, people []assess.Respondent) *assess.Session {
	return &assess.Session{Instrument: in, Respondents: people, Header: assess.Header{Modules: modulesOf(in, people)}}
}

// modulesOf are the modules of which anybody answered anything: a file that has
// none of a module's items leaves it out.
func modulesOf(in *assess.Instrument, people []assess.Respondent) []string {
	answered := map[string]bool{}
	for _, r := range people {
		for _, e := range r.Entries {
			if _, s := in.Item(e.Item); s != nil {
				answered[s.ID] = true
			}
		}
	}
	var modules []string
	for _, g := range in.Modules() {
		for _, id := range g.Scales {
			if answered[id] {
				modules = append(modules, g.ID)
				break
			}
		}
	}
	return modules
}
