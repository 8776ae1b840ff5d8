package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"

	crypto "crypto/rand"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
	"luwes/data/regions"
	"luwes/data/transfer"
	"luwes/ui"
)

// regionOf reads --region: a code of the Ministry of Home Affairs, or free text.
func regionOf(s string) (assess.Region, error) {
	s = clean(strings.TrimSpace(s))
	if !regionCode.MatchString(s) {
		return assess.Region{Name: s}, nil
	}
	r, ok := regions.ByCode(s)
	if !ok {
		return assess.Region{}, misuse("region-code", "value", s)
	}
	return assess.Region{Code: r.Code, Name: r.Name}, nil
}

var regionCode = regexp.MustCompile(`^\d\d(\.\d\d)?$`)

// newSession makes a session of what a file holds. Of one person whose file also
// says what was agreed it makes a group's, since nobody agrees alone.
func newSession(h assess.Header, in *assess.Instrument, from *assess.Session) (*assess.Session, error) {
	people := from.Respondents
	if h.Method == "" {
		h.Method = assess.GroupMethod
		if len(people) == 1 && len(from.Settlements) == 0 {
			h.Method = assess.SelfMethod
		}
	}
	if h.Method == assess.SelfMethod && len(from.Settlements) > 0 {
		return nil, misuse("method-value", "value", string(h.Method))
	}
	if h.Method != assess.GroupMethod && len(people) > 1 {
		return nil, misuse("respondents-too-many", "method", string(h.Method), "count", fmt.Sprint(len(people)))
	}
	h.Modules = modulesOf(in, people)
	if h.Method == assess.GroupMethod {
		h.Revealed = h.Created // all have answered who will
	}
	if h.Identity == assess.Anonymous {
		people = withoutNames(people)
	}
	return &assess.Session{Header: h, Instrument: in, Respondents: people, Settlements: from.Settlements}, nil
}

// withoutNames gives people random keys and a random order, so that neither the
// code nor the place in the file says who somebody was.
func withoutNames(people []assess.Respondent) []assess.Respondent {
	out := make([]assess.Respondent, len(people))
	for i, j := range rand.Perm(len(people)) {
		out[i] = people[j]
		out[i].ID = strings.ToLower(crypto.Text()[:10])
	}
	return out
}

// importSession saves an exported session with its id and times. One that is
// there already with the same content changes nothing; with another content the
// differences are told.
func (p *program) importSession(cmd *cobra.Command, r io.Reader, path, into string) (string, error) {
	for _, flag := range []string{"title", "date", "region", "unit", "instrument", "method", "identity", "mapping", "mapping-out", "sheet"} {
		if cmd.Flags().Changed(flag) {
			return "", misuse("flags-apart", "one", "--"+flag, "other", "luwes/session/1")
		}
	}
	s, err := transfer.ReadSession(r, p.nameOf(path))
	if err != nil {
		return "", readFault(err, path)
	}
	if into != "" {
		return p.merge(cmd.Context(), into, func(saved *assess.Session) (*assess.Session, error) {
			return s, suits(saved, s, path)
		})
	}
	ctx := cmd.Context()
	var id string
	err = p.with(ctx, data.Options{Create: true}, func(store *data.Store) (err error) {
		id, err = store.Create(begun(ctx), s)
		var taken *data.Fault
		if errors.As(err, &taken) && taken.Code == data.SessionExists {
			id, err = s.ID, same(ctx, store, s)
		}
		return err
	})
	return id, err
}

// same reports how a session of a file differs from the saved one of its id.
func same(ctx context.Context, store ui.Store, s *assess.Session) error {
	saved, err := store.Session(ctx, s.ID)
	if err != nil {
		return err
	}
	differences := transfer.Differences(saved, s)
	if len(differences) == 0 {
		return nil
	}
	head := assess.NewProblem("import-differs", "session", s.ID)
	return &fault{problems: append(assess.Problems{head}, differences...), exit: exitCannot}
}
