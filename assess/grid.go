package assess

// A grid holds the answers of one round: a row a respondent, and in it a place an
// item of the instrument, in the order of its scales. Each answer is read several
// times while results are made, and a map would be asked every time.
type grid struct {
	ids    []string
	rows   [][]Answer
	voices int // respondents with any answer, also to what is not asked
}

func newGrid(in *Instrument, people int) *grid {
	g := &grid{ids: make([]string, people), rows: make([][]Answer, people)}
	items := in.ItemCount()
	cells := make([]Answer, people*items)
	for i := range g.rows {
		g.rows[i], cells = cells[:items:items], cells[items:]
	}
	return g
}

// gridOf lays out sheets.
func gridOf(in *Instrument, people []Person) *grid {
	g := newGrid(in, len(people))
	for i, p := range people {
		g.ids[i] = p.ID
		if len(p.Sheet) > 0 {
			g.voices++
		}
		place := 0
		for _, s := range in.Scales {
			for j := range s.Items {
				g.rows[i][place] = p.Sheet[s.Items[j].ID]
				place++
			}
		}
	}
	return g
}

// grid lays out what the respondents of the session left in a round.
func (s *Session) grid(in *Instrument, round int) *grid {
	g := newGrid(in, len(s.Respondents))
	places := in.places()
	for i := range s.Respondents {
		r := &s.Respondents[i]
		g.ids[i] = r.ID
		spoke := false
		for j := range r.Entries {
			e := &r.Entries[j]
			if e.Round != round || e.Answer.Kind == Unanswered {
				continue
			}
			spoke = true
			if place, asked := places[e.Item]; asked {
				g.rows[i][place] = e.Answer
			}
		}
		if spoke {
			g.voices++
		}
	}
	return g
}

// places numbers the items in the order of the scales.
func (in *Instrument) places() map[string]int {
	places := make(map[string]int, in.ItemCount())
	for _, s := range in.Scales {
		for j := range s.Items {
			places[s.Items[j].ID] = len(places)
		}
	}
	return places
}
