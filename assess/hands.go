package assess

// Hands is a show of hands at one item: how many people chose each level. Such
// answers belong to nobody, so no person has a score and what needs persons is
// unknown, for the reason [CountsOnly].
type Hands struct {
	Item         string
	Round        int   // 1, or 2 for the one after the talk
	Levels       []int // people at level 1..L as raised, before reversing
	Inapplicable int
	DontKnow     int
}

// Raised is the number of people who chose a level.
func (h Hands) Raised() int {
	n := 0
	for _, c := range h.Levels {
		n += c
	}
	return n
}

// Blank reports whether nobody raised a hand for anything.
func (h Hands) Blank() bool { return h.Raised()+h.Inapplicable+h.DontKnow == 0 }

// HandsAt returns the show of hands at an item in a round; blank if there was
// none.
func (s *Session) HandsAt(item string, round int) Hands {
	for _, h := range s.Hands {
		if h.Item == item && h.Round == round {
			return h
		}
	}
	return Hands{Item: item, Round: round}
}
