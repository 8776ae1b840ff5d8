package ui

import (
	"context"

	"luwes/assess"
)

// A Store keeps sessions. It is what the screens need of the data package, and
// small enough for a test to fake. Every method may take a moment, so screens
// call it from commands only.
type Store interface {
	Workshop
	// Keep saves one part of a session's dossier: was is the part as it was read or
	// saved here last, and what another program has saved since stays.
	Keep(ctx context.Context, session string, part assess.Part, was, now assess.Dossier) error
	Sessions(context.Context, assess.Query) (assess.Page, error)
	Session(ctx context.Context, id string) (*assess.Session, error)
	Create(context.Context, *assess.Session) (id string, err error)
	Amend(ctx context.Context, id string, h assess.Header) error
	// Save returns when the entries, and the place if there is one, are durably
	// on disk.
	Save(ctx context.Context, session, respondent, place string, entries ...assess.Entry) error
	// Merge adds people and parts of the dossier of a file to an open session, all or
	// none.
	Merge(ctx context.Context, session string, from *assess.Session) error
	Complete(ctx context.Context, id string) error
	Reopen(ctx context.Context, id, reason string) error
	Delete(ctx context.Context, ids ...string) error
	Undelete(ctx context.Context, ids ...string) error
	EmptyBin(context.Context) (int, error)
	// Earlier returns the session of the same place before this one, or nil.
	Earlier(ctx context.Context, id string) (*assess.Session, error)
	// EarlierPlan returns the last session of the same place before this one that has a
	// plan, whatever its questionnaire, or nil.
	EarlierPlan(ctx context.Context, id string) (*assess.Session, error)
	// Poll reports whether another program has written since the last call, and
	// as an error that the file under the program is no longer the same.
	Poll(context.Context) (changed bool, err error)
}

// A Workshop is what group work needs of the store.
type Workshop interface {
	// Join adds a respondent, or lets one who is waiting go on, and sets the phase
	// to answering. A code that is taken is refused. Without an id the store makes
	// a random one.
	Join(ctx context.Context, session string, r assess.Respondent) (id string, err error)
	// Mark sets the phase of a respondent.
	Mark(ctx context.Context, session, respondent string, p assess.Phase) error
	// Forget erases a respondent's code, unit, rank and words from the disk, and
	// with an empty respondent the codes, units and ranks of all. Levels stay.
	Forget(ctx context.Context, session, respondent string) error
	// Raise saves a show of hands, Settle what a talk left; a blank one is removed.
	Raise(ctx context.Context, session string, h assess.Hands) error
	Settle(ctx context.Context, session string, s assess.Settlement) error
	// Reveal opens the answers of a group to the room.
	Reveal(ctx context.Context, session string) error
	// SetPIN guards the facilitator's screens of a session; an empty pin ends that.
	SetPIN(ctx context.Context, session, pin string) error
	CheckPIN(ctx context.Context, session, pin string) (bool, error)
}
