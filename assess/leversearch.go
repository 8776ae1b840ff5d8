package assess

import "slices"

// maxSteps is the most items of a lever: more is a programme, not a lever.
const maxSteps = 3

// A leverSearch tries all levers on one reading, which it changes and puts back.
type leverSearch struct {
	rules      *Rules
	real       *reading // untouched
	trial      *reading
	wanted     []Figure // by place of the scale
	aims       []aim    // of items
	candidates []candidate
	chosen     []int // places in candidates, rising
	before     []judgement
	after      []judgement
	load       float64 // weight of the findings that count, before
	tried      int
	singles    []worth
	best       [maxSteps]worth
}

// A candidate is an item that could rise.
type candidate struct {
	place int // of the item
	to    float64
}

// An aim is a wanted level of an item.
type aim struct {
	place  int
	level  float64 // 1..L keyed
	points float64 // by which a level more of the item moves its scale
}

// closed is by how many points of its scale the item comes nearer to the aim.
func (a aim) closed(now, then *reading) float64 {
	return a.points * nearer(a.level, now.items[a.place].value, then.items[a.place].value)
}

// A worth is what a lever gains.
type worth struct {
	chosen        []int
	net           int
	closed, eased float64
}

func newLeverSearch(rs *Rules, r *reading, wanted []Wanted) *leverSearch {
	s := &leverSearch{rules: rs, real: r, trial: r.clone(), before: rs.judge(r, nil)}
	for _, sc := range rs.Instrument.Scales {
		w, ok := WantedAt(wanted, Wanted{Scale: sc.ID})
		if !ok {
			s.wanted = append(s.wanted, Unknown(NotWanted))
			continue
		}
		s.wanted = append(s.wanted, Known(w.Value))
	}
	for place, it := range r.items {
		if it.lack == "" {
			if w, ok := WantedAt(wanted, Wanted{Item: it.item.ID}); ok {
				s.aims = append(s.aims, aim{place, w.Value, r.pointsPerLevel(place)})
			}
		}
		to := float64(int(it.value)) + 1
		if it.lack == "" && it.scale.Kind != Symptom && to <= float64(r.in.Levels) {
			s.candidates = append(s.candidates, candidate{place, to})
		}
	}
	s.load = s.weigh(s.before)
	return s
}

// try raises the candidate and judges, alone and with every later one.
func (s *leverSearch) try(c int) {
	place := s.candidates[c].place
	home := s.trial.items[place].home
	item, scale := s.trial.items[place], s.trial.scales[home]
	s.trial.set(place, s.candidates[c].to)
	s.chosen = append(s.chosen, c)
	s.judge()
	if len(s.chosen) < maxSteps {
		for later := c + 1; later < len(s.candidates); later++ {
			s.try(later)
		}
	}
	s.chosen = s.chosen[:len(s.chosen)-1]
	s.trial.items[place], s.trial.scales[home] = item, scale
}

// judge weighs what is chosen now and keeps it if it is the best of its length.
func (s *leverSearch) judge() {
	s.tried++
	s.after = s.rules.judge(s.trial, s.after)
	w := worth{chosen: s.chosen, net: s.net(), closed: s.closed(), eased: s.load - s.weigh(s.after)}
	n := len(s.chosen)
	if w.better(s.best[n-1]) {
		s.best[n-1] = w.kept()
	}
	if n == 1 && w.better(worth{}) {
		s.singles = append(s.singles, w.kept())
	}
}

func (w worth) kept() worth {
	w.chosen = slices.Clone(w.chosen)
	return w
}

// better compares findings removed, then gap closed, then weight eased.
func (w worth) better(o worth) bool {
	switch {
	case w.net != o.net:
		return w.net > o.net
	case w.closed > o.closed+scoreNoise || o.closed > w.closed+scoreNoise:
		return w.closed > o.closed
	}
	return w.eased > o.eased+scoreNoise
}

func (s *leverSearch) net() int {
	n := 0
	for i := range s.before {
		if !counts(s.rules.List[i].Kind) {
			continue
		}
		if s.before[i].truth == given {
			n++
		}
		if s.after[i].truth == given {
			n--
		}
	}
	return n
}

func (s *leverSearch) weigh(js []judgement) float64 {
	sum := 0.0
	for i, j := range js {
		if rule := &s.rules.List[i]; counts(rule.Kind) && j.truth == given {
			sum += rule.Strength.Weight() * j.size
		}
	}
	return sum
}

func (s *leverSearch) closed() float64 {
	sum := 0.0
	for i, w := range s.wanted {
		if w.OK() && s.real.scales[i].lack == "" {
			sum += nearer(w.Value, s.real.scales[i].value, s.trial.scales[i].value)
		}
	}
	for _, a := range s.aims {
		sum += a.closed(s.real, s.trial)
	}
	return sum
}

// closing are the parts of [leverSearch.closed], on a reading that is as it would be.
func (s *leverSearch) closing(then *reading) []Closing {
	var out []Closing
	for i, w := range s.wanted {
		now, later := &s.real.scales[i], &then.scales[i]
		if w.OK() && now.lack == "" && now.value != later.value {
			out = append(out, Closing{Scale: now.scale, Wanted: w.Value, Before: now.value, After: later.value, Said: now.said,
				Points: nearer(w.Value, now.value, later.value)})
		}
	}
	for _, a := range s.aims {
		now, later := &s.real.items[a.place], &then.items[a.place]
		if now.value != later.value {
			out = append(out, Closing{Scale: now.scale, Item: now.item, Wanted: a.level, Before: now.value, After: later.value,
				Said: Unknown(NotApplicable), Points: a.closed(s.real, then)})
		}
	}
	return out
}

// levers are the best of each length, where it gains more than the shorter ones, and
// the singles in order.
func (s *leverSearch) levers() *Levers {
	out := &Levers{Tried: s.tried}
	last := worth{}
	for _, w := range s.best {
		if !w.better(last) {
			continue
		}
		out.Best = append(out.Best, s.lever(w))
		last = w
	}
	slices.SortStableFunc(s.singles, func(a, b worth) int {
		switch {
		case a.better(b):
			return -1
		case b.better(a):
			return 1
		}
		return 0
	})
	for _, w := range s.singles {
		out.Singles = append(out.Singles, s.lever(w))
	}
	return out
}

// lever tells the arithmetic of one that was found.
func (s *leverSearch) lever(w worth) Lever {
	l := Lever{Closed: w.closed, Eased: w.eased}
	then := s.real.clone()
	for _, c := range w.chosen {
		it := s.real.items[s.candidates[c].place]
		l.Steps = append(l.Steps, Step{Scale: it.scale, Item: it.item, From: it.value, To: int(s.candidates[c].to)})
		then.set(s.candidates[c].place, s.candidates[c].to)
	}
	l.Moves, l.Joints, l.Closing = moves(s.real, then, true), jointMoves(s.real, then), s.closing(then)
	now, later := s.rules.diagnose(s.real), s.rules.diagnose(then)
	l.Removed, l.Added = only(now.Findings, later.Findings), only(later.Findings, now.Findings)
	l.Removed, l.Added = slices.DeleteFunc(l.Removed, aside), slices.DeleteFunc(l.Added, aside)
	return l
}

func aside(f Finding) bool { return !counts(f.Rule.Kind) }
