package command

import (
	"context"
	"errors"

	"luwes/assess"
	"luwes/data"
)

// reading opens the database for reading and runs fn; it must exist. One of an
// older schema is converted first, which needs writing.
func (p *program) reading(ctx context.Context, fn func(*data.Store) error) error {
	err := p.with(ctx, data.Options{ReadOnly: true}, fn)
	if !errors.Is(err, &data.Fault{Code: data.DatabaseOlder}) {
		return err
	}
	if again := p.writing(ctx, fn); !readable(again) {
		return again
	}
	return err
}

// writing opens the database for writing and runs fn; it must exist.
func (p *program) writing(ctx context.Context, fn func(*data.Store) error) error {
	return p.with(ctx, data.Options{}, fn)
}

func (p *program) with(ctx context.Context, opt data.Options, fn func(*data.Store) error) error {
	opt.Now = p.now
	s, err := data.Open(ctx, p.db, opt)
	if err != nil {
		return err
	}
	err = fn(s)
	if closing := s.Close(); err == nil {
		err = closing
	}
	return err
}

// session loads the session that a reference means.
func session(ctx context.Context, s *data.Store, ref string) (*assess.Session, error) {
	id, err := s.Resolve(ctx, ref)
	if err != nil {
		return nil, err
	}
	return s.Session(ctx, id)
}
