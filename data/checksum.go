package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"luwes/assess"
)

// A sealedSession is what the checksum of a completed session covers: all but
// how far people are, the reveal, the PIN, the bin, the time of the last change,
// and the dossier, which is worked on after completion. It is a type of its own,
// so that a field that assess gets later changes no checksum.
type sealedSession struct {
	ID, Title, Date        string
	BudgetYear             int
	RegionCode, RegionName string
	Unit, Method, Identity string
	Language               string
	Modules                []string
	Created, Completed     int64
	Instrument             string // hash of its text
	Respondents            []sealedRespondent
	ReopenedAt             []int64
	ReopenedFor            []string

	// Of group work; left out where there is none, as in sessions of before.
	Expected    int                `json:",omitempty"`
	Eligible    int                `json:",omitempty"`
	Margin      float64            `json:",omitempty"`
	Hands       []sealedHands      `json:",omitempty"`
	Settlements []sealedSettlement `json:",omitempty"`
}

type sealedRespondent struct {
	ID, Group, Unit, Rank string
	Consent               bool `json:",omitempty"`
	Entries               []sealedEntry
}

type sealedEntry struct {
	Item           string
	Round, Answer  int
	Note, Evidence string
	At             int64
}

type sealedHands struct {
	Item                   string
	Round                  int
	Levels                 []int
	Inapplicable, DontKnow int
}

type sealedSettlement struct {
	Item, Outcome              string
	Level                      int
	Reason, Dissent, High, Low string
	At                         int64
}

// checksum returns the SHA-256 of what a completed session says. A byte that
// changes inside a value is no damage to SQLite; this finds it.
func checksum(ses *assess.Session) (string, error) {
	h := ses.Header
	sealed := sealedSession{
		ID: h.ID, Title: h.Title, Date: h.Date, BudgetYear: h.BudgetYear,
		RegionCode: h.Region.Code, RegionName: h.Region.Name,
		Unit: h.Unit, Method: string(h.Method), Identity: string(h.Identity), Language: h.Language, Modules: h.Modules,
		Created: millis(h.Created), Completed: millis(h.Completed), Instrument: hashOf(ses.Instrument.Source),
		Expected: h.Expected, Eligible: h.Eligible, Margin: h.Margin,
	}
	for _, r := range ses.Respondents {
		person := sealedRespondent{ID: r.ID, Group: r.Group, Unit: r.Unit, Rank: r.Rank, Consent: r.Consent}
		for _, e := range r.Entries {
			person.Entries = append(person.Entries,
				sealedEntry{e.Item, e.Round, numberOf(e.Answer), e.Note, e.Evidence, millis(e.At)})
		}
		sealed.Respondents = append(sealed.Respondents, person)
	}
	for _, h := range ses.Hands {
		sealed.Hands = append(sealed.Hands, sealedHands{h.Item, h.Round, h.Levels, h.Inapplicable, h.DontKnow})
	}
	for _, st := range ses.Settlements {
		sealed.Settlements = append(sealed.Settlements, sealedSettlement{st.Item, string(st.Outcome), st.Level,
			st.Reason, st.Dissent, st.High, st.Low, millis(st.At)})
	}
	for _, r := range ses.Reopenings {
		sealed.ReopenedAt = append(sealed.ReopenedAt, millis(r.At))
		sealed.ReopenedFor = append(sealed.ReopenedFor, r.Reason)
	}
	text, err := json.Marshal(sealed)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// seal stores the checksum of a completed session.
func (b *batch) seal(ses target) error {
	whole, err := b.store.session(context.Background(), b, ses.id)
	if err != nil {
		return err
	}
	sum, err := checksum(whole)
	if err != nil {
		return err
	}
	return b.exec("UPDATE sessions SET checksum = ? WHERE key = ?", sum, ses.key)
}

// sealed reports whether a session is completed and fits its checksum. One that
// does not is never sealed anew, so that the doctor still finds it.
func (b *batch) sealed(ses target) (bool, error) {
	if ses.status != assess.Completed {
		return false, nil
	}
	return b.store.fits(context.Background(), b, ses.id)
}
