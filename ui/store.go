package ui

import (
	"context"

	"luwes/assess"
)

// A Store keeps sessions. It is what the screens need of the data package, and
// small enough for a test to fake. Every method may take a moment, so screens
// call it from commands only.
type Store interface {
	Sessions(context.Context, assess.Query) (assess.Page, error)
	Session(ctx context.Context, id string) (*assess.Session, error)
	Create(context.Context, *assess.Session) (id string, err error)
	Amend(ctx context.Context, id string, h assess.Header) error
	// Save returns when the entries, and the place if there is one, are durably
	// on disk.
	Save(ctx context.Context, session, respondent, place string, entries ...assess.Entry) error
	Complete(ctx context.Context, id string) error
	Reopen(ctx context.Context, id, reason string) error
	Delete(ctx context.Context, ids ...string) error
	Undelete(ctx context.Context, ids ...string) error
	EmptyBin(context.Context) (int, error)
	// Earlier returns the session of the same place before this one, or nil.
	Earlier(ctx context.Context, id string) (*assess.Session, error)
	// Poll reports whether another program has written since the last call, and
	// as an error that the file under the program is no longer the same.
	Poll(context.Context) (changed bool, err error)
}
