package assess

import (
	"slices"
	"strings"
	"time"
)

// A Session is one assessment of one region, or of one agency of it, on one
// date, with everything that was said.
type Session struct {
	Header
	Instrument  *Instrument // parsed from the text that the session keeps for ever
	Respondents []Respondent
	Hands       []Hands      // shows of hands, one an item and round
	Settlements []Settlement // what the talk left, one an item
	Reopenings  []Reopening
	Dossier
	Unread []Part // of the dossier: stored, but not to be read; empty here, and never saved over
}

// A Header is what identifies a session; all of it can be corrected later,
// except method and identity.
type Header struct {
	ID         string // 10 lower-case base-32 characters
	Title      string
	Date       string // ISO, 2026-11-23
	BudgetYear int    // 0 when not given
	Region     Region
	Unit       string // one agency; empty for the whole government
	Method     Method
	Identity   Identity
	Status     Status
	Language   string    // "id" or "en": in which it was opened
	Modules    []string  // ids of the modules that it does not leave out
	Expected   int       // people who are to answer; 0 when not known
	Eligible   int       // people for whom they speak, if the claim is about these alone; 0 when not known
	Margin     float64   // points below which no change matters, fixed before looking; 0 stands for [Margin]
	Locked     bool      // a PIN guards the facilitator's screens
	Revealed   time.Time // when the answers of a group were opened to the room; zero before
	Created    time.Time
	Changed    time.Time
	Completed  time.Time // zero while open
	Binned     time.Time // zero unless it lies in the bin
}

// A Region is a province, regency or city, or free text with an empty code.
type Region struct {
	Code string // of the Ministry of Home Affairs, such as "32.04"
	Name string
}

// A Method says how the answers came about.
type Method string

// The methods. They are chosen at the start and then fixed.
const (
	SelfMethod      Method = "self"      // one person
	GroupMethod     Method = "group"     // several people answer alone, then talk
	ConsensusMethod Method = "consensus" // the room answers together
)

// An Identity says how respondents are told apart.
type Identity string

// The identities.
const (
	Named     Identity = "named"
	Coded     Identity = "coded"     // a personal code that a person can repeat next year
	Anonymous Identity = "anonymous" // random keys, no times
)

// A Status says whether a session takes answers.
type Status string

// The statuses.
const (
	Open      Status = "open"
	Completed Status = "completed" // locked; reopening asks for a reason
)

// A Respondent is one person, or the room in a consensus session.
type Respondent struct {
	ID      string // code or name as typed; unique in the session without case
	Group   string
	Unit    string
	Rank    string
	Phase   Phase
	Consent bool    // was told what the answers are for, and agreed
	Place   string  // id of the item where the person was, empty at the start
	Entries []Entry // one per item and round that has anything, in saved order
}

// A Phase says how far a person of a group is.
type Phase string

// The phases. A code whose person is answering or done is refused to the next
// one who types it, until the facilitator sets it to Waiting again.
const (
	Unmanaged Phase = ""          // of a file, or the one person of a session: counts as done
	Waiting   Phase = "waiting"   // may begin, or go on
	Answering Phase = "answering" // has the laptop
	Done      Phase = "done"
)

// An Entry is what one respondent left at one item in one round.
type Entry struct {
	Item     string
	Round    int // 1 is the individual answer, 2 the one after the talk
	Answer   Answer
	Note     string
	Evidence string
	At       time.Time // when it was last changed; zero in anonymous sessions
}

// Blank reports whether the entry holds neither an answer nor words.
func (e Entry) Blank() bool {
	return e.Answer.Kind == Unanswered && e.Note == "" && e.Evidence == ""
}

// A Reopening is why a completed session was opened again.
type Reopening struct {
	At     time.Time
	Reason string
}

// SameCode reports whether two respondent codes are the same: compared trimmed
// and without case.
func SameCode(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

// Entry returns what the respondent left at an item in a round; the zero entry
// of that item and round if nothing.
func (r *Respondent) Entry(item string, round int) Entry {
	for _, e := range r.Entries {
		if e.Round == round && e.Item == item {
			return e
		}
	}
	return Entry{Item: item, Round: round}
}

// Put replaces what the respondent left at the entry's item and round.
func (r *Respondent) Put(entry Entry) {
	for i, e := range r.Entries {
		if e.Round == entry.Round && e.Item == entry.Item {
			r.Entries[i] = entry
			return
		}
	}
	r.Entries = append(r.Entries, entry)
}

// Sheet returns the respondent's answers of one round.
func (r *Respondent) Sheet(round int) Sheet {
	sheet := make(Sheet, len(r.Entries))
	for _, e := range r.Entries {
		if e.Round == round && e.Answer.Kind != Unanswered {
			sheet[e.Item] = e.Answer
		}
	}
	return sheet
}

// Asked returns the session's instrument without the modules that it leaves out.
func (s *Session) Asked() *Instrument { return s.Instrument.With(s.Modules) }

// Collecting reports whether a group is still answering, so that screens show
// who is done and nothing of what anybody said.
func (h Header) Collecting() bool {
	return h.Method == GroupMethod && h.Status == Open && h.Revealed.IsZero()
}

// Finished is the number of respondents who are done.
func (s *Session) Finished() int {
	n := 0
	for i := range s.Respondents {
		if p := s.Respondents[i].Phase; p == Done || p == Unmanaged {
			n++
		}
	}
	return n
}

// Score scores the first round's individual answers of the session, or its show
// of hands where nobody answered alone, and takes out what an anonymous session
// must not show. In a consensus session no spread between persons is known.
func (s *Session) Score() *Result {
	in := s.Asked()
	return s.scoreRound(in, s.grid(in, 1))
}

func (s *Session) scoreRound(in *Instrument, first *grid) *Result {
	if s.ByHands() {
		return s.protected(s.scoreHands(in))
	}
	return s.protected(scoreGrid(in, first))
}

func (s *Session) protected(r *Result) *Result {
	if s.Method == ConsensusMethod {
		r.together()
	}
	if s.Identity == Anonymous {
		r.Protect()
	}
	return r
}

// SamePlace reports whether two sessions assess the same region and unit, so
// that one can be shown beside the other.
func SamePlace(a, b Header) bool {
	if !strings.EqualFold(strings.TrimSpace(a.Unit), strings.TrimSpace(b.Unit)) {
		return false
	}
	if a.Region.Code != "" || b.Region.Code != "" {
		return a.Region.Code == b.Region.Code
	}
	return a.Region.Name != "" && strings.EqualFold(strings.TrimSpace(a.Region.Name), strings.TrimSpace(b.Region.Name))
}

// Wave returns a new session of the same region, unit, instrument, method and
// modules on another date, without answers and without an id.
func (s *Session) Wave(title, date string) Session {
	h := s.Header
	h.ID, h.Title, h.Date, h.BudgetYear = "", title, date, 0
	h.Modules = slices.Clone(h.Modules)
	h.Status, h.Created, h.Changed, h.Completed, h.Binned = Open, time.Time{}, time.Time{}, time.Time{}, time.Time{}
	h.Revealed, h.Locked = time.Time{}, false
	next := Session{Header: h, Instrument: s.Instrument}
	if s.Method != GroupMethod && len(s.Respondents) == 1 {
		r := s.Respondents[0]
		r.Place, r.Entries = "", nil
		next.Respondents = []Respondent{r}
	}
	return next
}
