package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"luwes/assess"
	"luwes/data"
	"luwes/data/transfer"
)

// An importing is what "luwes import" was asked for.
type importing struct {
	title, date, region, unit, instrument, method, identity, into string
	mapping, mappingOut, sheet                                    string
}

// importing is "luwes import FILE": an answers file, a file collected elsewhere or
// an exported session becomes a saved session, or its respondents join one.
// Standard output is the id and nothing else; of several files and of a folder it
// is a line each.
func (p *program) importing() *cobra.Command {
	var i importing
	cmd := &cobra.Command{
		Use:  "import",
		Args: p.want(1, -1, "FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := apart(cmd, "into", "title", "date", "region", "unit", "instrument", "method", "identity"); err != nil {
				return err
			}
			if len(args) > 1 || isFolder(args[0]) {
				return p.importMany(cmd, args, i)
			}
			id, err := p.importFile(cmd, args[0], i)
			if err == nil {
				fmt.Fprintln(p.out, id)
			}
			return err
		},
	}
	f := cmd.Flags()
	f.StringVar(&i.title, "title", "", "")
	f.StringVar(&i.date, "date", "", "")
	f.StringVar(&i.region, "region", "", "")
	f.StringVar(&i.unit, "unit", "", "")
	f.StringVar(&i.instrument, "instrument", "", "")
	f.StringVar(&i.method, "method", "", "")
	f.StringVar(&i.identity, "identity", "", "")
	f.StringVar(&i.into, "into", "", "")
	f.StringVar(&i.mapping, "mapping", "", "")
	f.StringVar(&i.mappingOut, "mapping-out", "", "")
	f.StringVar(&i.sheet, "sheet", "", "")
	return cmd
}

// importFile saves one file and returns the id of its session.
func (p *program) importFile(cmd *cobra.Command, path string, i importing) (string, error) {
	header, err := p.newHeader(path, i)
	if err != nil {
		return "", err
	}
	f, err := p.openInput(cmd.Context(), path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text := bufio.NewReaderSize(f, 64<<10)
	if sessionFile(text) {
		return p.importSession(cmd, text, path, i.into)
	}
	read := p.answersReader(text, path)
	if i.mapping+i.mappingOut+i.sheet != "" || !answersFile(text) {
		if read, err = p.collectedReader(text, path, &i, &header); err != nil {
			return "", err
		}
	}
	if i.into != "" {
		return p.merge(cmd.Context(), i.into, func(saved *assess.Session) (*assess.Session, error) {
			if saved.Identity == assess.Anonymous {
				return nil, cannot("merge-anonymous", "session", saved.ID)
			}
			return read(saved.Asked())
		})
	}
	in, err := p.findInstrument(i.instrument)
	if err != nil {
		return "", err
	}
	from, err := read(in)
	if err != nil {
		return "", err
	}
	s, err := newSession(header, in, from)
	if err != nil {
		return "", err
	}
	return p.create(cmd.Context(), s)
}

// A reader reads what a file holds of people's answers to an instrument, and of
// what they agreed.
type reader func(*assess.Instrument) (*assess.Session, error)

// answersReader reads an answers file.
func (p *program) answersReader(text io.Reader, path string) reader {
	return func(in *assess.Instrument) (*assess.Session, error) {
		people, err := transfer.ReadAnswers(text, p.nameOf(path), in)
		return &assess.Session{Respondents: people}, readFault(err, path)
	}
}

// answersFile looks whether a file is an answers file; a wrong one too, so that
// what is wrong with it is told.
func answersFile(r *bufio.Reader) bool {
	head, err := r.Peek(64 << 10)
	if err != nil && !errors.Is(err, io.EOF) {
		return true // reading it will say why
	}
	return transfer.AnswersFile(head)
}

// sessionFile looks whether a file begins like JSON.
func sessionFile(r *bufio.Reader) bool {
	head, err := r.Peek(512)
	if err != nil && !errors.Is(err, io.EOF) {
		return false // reading it will say why
	}
	text := strings.TrimLeft(strings.TrimPrefix(string(head), "\uFEFF"), " \t\r\n")
	return strings.HasPrefix(text, "{")
}

// newHeader checks the flags and fills in what they leave out.
func (p *program) newHeader(path string, i importing) (assess.Header, error) {
	h := assess.Header{
		Date: first(i.date, p.now().Format(time.DateOnly)), Unit: clean(strings.TrimSpace(i.unit)),
		Method: assess.Method(i.method), Identity: assess.Identity(first(i.identity, string(assess.Coded))),
		Status: assess.Open, Language: p.lang, Created: p.now(),
	}
	if _, err := time.Parse(time.DateOnly, h.Date); err != nil {
		return h, misuse("date-value", "value", clean(i.date))
	}
	switch h.Method {
	case "", assess.SelfMethod, assess.GroupMethod, assess.ConsensusMethod:
	default:
		return h, misuse("method-value", "value", clean(i.method))
	}
	switch h.Identity {
	case assess.Named, assess.Coded, assess.Anonymous:
	default:
		return h, misuse("identity-value", "value", clean(i.identity))
	}
	name := filepath.Base(path)
	if path == "-" {
		name = "luwes"
	}
	name = strings.TrimSuffix(name, filepath.Ext(name))
	h.Title = first(clean(strings.TrimSpace(i.title)), clean(name)+" "+h.Date)
	var err error
	h.Region, err = regionOf(i.region)
	return h, err
}

// begun is for a save once it has begun: the store finishes it, so it is waited for and
// told as saved, even if the person stops the program meanwhile.
func begun(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }

// create saves a session, in a new database if there is none.
func (p *program) create(ctx context.Context, s *assess.Session) (id string, err error) {
	err = p.with(ctx, data.Options{Create: true}, func(store *data.Store) error {
		id, err = store.Create(begun(ctx), s)
		return err
	})
	return id, err
}
