package command

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data/regions"
)

//go:embed examples.yaml
var examplesFile []byte

// dossiersFile has what the sessions hold beside their answers, by the id of the
// session, each part as in a session file.
//
//go:embed examples_dossiers.json
var dossiersFile []byte

// An exampleRegion is one region of examples.yaml.
type exampleRegion struct {
	Code     string
	Profile  string
	Sessions []exampleSession
	Words    map[string][]string // by item: note, evidence
}

// An exampleSession is one session of it: of one person, or of a group.
type exampleSession struct {
	ID      string
	Date    string
	Open    bool
	Levels  map[string]string // of the one person, by scale
	People  []examplePerson   // of the group
	Again   map[string]string // the second round, by item: a sign a person
	Settled []exampleSettlement
}

// Examples are invented sessions to look at, the same at every call: three
// regions in two years each, one stuck in bureaucracy, one adaptable on paper
// only, one balanced and moving; an unfinished one of the last; and two
// workshops of one region, of twelve people each, ten of them the same. The
// regions exist; nothing that is said of them is real, and each title says so.
func Examples() []*assess.Session {
	var list []exampleRegion
	if err := yaml.Unmarshal(examplesFile, &list); err != nil {
		panic(fmt.Errorf("read examples: %w", err)) // a test reads them
	}
	dossiers := map[string]assess.Dossier{}
	if err := json.Unmarshal(dossiersFile, &dossiers); err != nil {
		panic(fmt.Errorf("read dossiers of examples: %w", err))
	}
	in := instruments.Default()
	var out []*assess.Session
	for _, region := range list {
		place, _ := regions.ByCode(region.Code)
		for i := range region.Sessions {
			s := region.session(in, place, i)
			s.Dossier = dossiers[s.ID]
			out = append(out, s)
		}
	}
	return out
}

// example times are those of western Indonesia.
var wib = time.FixedZone("WIB", 7*3600)

// minutesPerItem is how long an item takes in the examples.
const minutesPerItem = 2

func (r *exampleRegion) session(in *assess.Instrument, place regions.Region, i int) *assess.Session {
	from := r.Sessions[i]
	day, err := time.ParseInLocation(time.DateOnly, from.Date, wib)
	if err != nil {
		panic(fmt.Errorf("read examples: %w", err))
	}
	at := day.Add(9 * time.Hour).UTC()
	s := &assess.Session{Instrument: in, Header: assess.Header{
		ID: from.ID, Title: place.Name + " " + strconv.Itoa(day.Year()) + " (rekaan)", Date: from.Date, BudgetYear: day.Year(),
		Region: assess.Region{Code: place.Code, Name: place.Name},
		Method: assess.SelfMethod, Identity: assess.Coded, Status: assess.Open, Language: "id", Created: at,
	}}
	for _, g := range in.Modules() {
		s.Modules = append(s.Modules, g.ID)
	}
	if len(from.People) > 0 {
		r.workshop(s, from, at)
		return s
	}
	person := assess.Respondent{ID: "R1"}
	for _, scale := range in.Scales {
		for j, it := range scale.Items {
			e := r.entry(it.ID, sign(from.Levels[scale.ID], j), day.Year())
			if e.Blank() {
				continue
			}
			at = at.Add(minutesPerItem * time.Minute)
			e.At, person.Place = at, it.ID
			person.Entries = append(person.Entries, e)
		}
	}
	s.Respondents = []assess.Respondent{person}
	s.Changed = at
	if !from.Open {
		s.Status, s.Completed = assess.Completed, at.Add(time.Minute)
		s.Changed = s.Completed
	}
	return s
}

// sign is the answer to the j-th item of a scale; not answered where the file
// has none.
func sign(levels string, j int) byte {
	if j < len(levels) {
		return levels[j]
	}
	return '-'
}

func (r *exampleRegion) entry(item string, sign byte, year int) assess.Entry {
	e := assess.Entry{Item: item, Round: 1}
	switch {
	case sign >= '1' && sign <= '9':
		e.Answer = assess.At(int(sign - '0'))
	case sign == 'n':
		e.Answer.Kind = assess.Inapplicable
	case sign == 'd':
		e.Answer.Kind = assess.DontKnow
	default:
		return e
	}
	if words := r.Words[item]; len(words) == 2 {
		fill := func(s string) string { return strings.ReplaceAll(s, "{year}", strconv.Itoa(year)) }
		e.Note, e.Evidence = fill(words[0]), fill(words[1])
	}
	return e
}
