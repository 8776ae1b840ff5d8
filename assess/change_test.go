package assess_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

// group is one side of a coded session: people with a code and one score on one
// scale of one item, or on more of them, "a 3" or "a 3 4".
func group(t testing.TB, in *assess.Instrument, people ...string) assess.Side {
	t.Helper()
	var list []assess.Person
	for _, line := range people {
		code, row, _ := strings.Cut(line, " ")
		p := peopleOf(t, in, row)[0]
		p.ID = strings.ReplaceAll(code, "_", " ")
		list = append(list, p)
	}
	return side(in, list)
}

// raisedSide is a session in which three people raised a hand at each item.
func raisedSide(in *assess.Instrument) assess.Side {
	s := &assess.Session{Header: assess.Header{Method: assess.GroupMethod, Identity: assess.Coded}, Instrument: in}
	for _, sc := range in.Scales {
		for _, it := range sc.Items {
			h := assess.Hands{Item: it.ID, Round: 1, Levels: make([]int, in.Levels)}
			h.Levels[2], h.Levels[3] = 2, 1
			s.Hands = append(s.Hands, h)
		}
	}
	return assess.SideOf(s)
}

// levels are people with codes of their own, a number after the prefix, who chose
// these levels.
func levels(prefix string, chosen ...int) []string {
	var out []string
	for i, x := range chosen {
		out = append(out, fmt.Sprintf("%s%d %d", prefix, i, x))
	}
	return out
}

// one has one strategy of one item on nine levels, so that a level is 12.5 points.
func one() *assess.Instrument {
	in := questionnaire(9, scaleOf("a", 1))
	in.Scales[0].Kind = assess.Strategy
	return in
}

func changeBetween(from, to assess.Side) assess.ScaleChange {
	return assess.Compare([]assess.Side{from, to}).Pairs[0].Scales[0]
}

// People are matched by their codes, trimmed and without case, whatever their
// order; six of them make pairs.
func TestDesigns(t *testing.T) {
	in := one()
	six := []string{"a 1", "b 2", "c 3", "d 4", "e 5", "f 7"}
	for _, c := range []struct {
		name     string
		from, to []string
		anon     bool
		design   assess.Design
		matched  assess.Figure
	}{
		{"the same six", six, []string{"f 1", "e 2", "d 3", "c 4", "b 5", "a 7"}, false, assess.Paired, assess.Known(6)},
		{"spelled otherwise", six, []string{"F 1", "_e_ 2", "D 3", "c 4", "B_ 5", "A 7"}, false, assess.Paired, assess.Known(6)},
		{"a stranger before", append([]string{"x 3"}, six...), six, false, assess.PartlyPaired, assess.Known(6)},
		{"a stranger after", six, append([]string{"x 3"}, six...), false, assess.PartlyPaired, assess.Known(6)},
		{"five", six[1:], six, false, assess.Welch, assess.Known(5)},
		{"five of five", six[1:], six[1:], false, assess.Welch, assess.Known(5)},
		{"one without a score", append([]string{"x -"}, six...), append([]string{"x 4"}, six...), false, assess.PartlyPaired, assess.Known(6)},
		{"nobody", six, []string{"g 1", "h 2", "i 3", "j 4", "k 5", "l 7"}, false, assess.Welch, assess.Known(0)},
		{"anonymous", six, six, true, assess.Welch, assess.Unknown(assess.Unmatched)},
	} {
		for _, turned := range []bool{false, true} {
			from, to := group(t, in, c.from...), group(t, in, c.to...)
			if c.anon {
				to.Identity = assess.Anonymous
			}
			if turned {
				from, to = to, from
			}
			if got := changeBetween(from, to); got.Design != c.design || got.Matched != c.matched {
				t.Errorf("%s, turned %t: %s with %v matched, want %s with %v", c.name, turned, got.Design, got.Matched, c.design, c.matched)
			}
		}
	}
}

// Codes are the same if and only if SameCode says so.
func TestCodesAreMatchedAsSameCodeSays(t *testing.T) {
	in := one()
	codes := []string{"a", "A", " a ", "ß", "ẞ", "ss", "σ", "ς", "Σ", "k", "K", "K", "İ", "i", "ı", "I", "é", "É", "é"}
	for _, a := range codes {
		for _, b := range codes {
			from := side(in, []assess.Person{{ID: a, Sheet: assess.Sheet{"a1": assess.At(1)}}})
			to := side(in, []assess.Person{{ID: b, Sheet: assess.Sheet{"a1": assess.At(2)}}})
			if got := changeBetween(from, to).Matched.Value == 1; got != assess.SameCode(a, b) {
				t.Errorf("%q and %q: matched %t, same %t", a, b, got, !got)
			}
		}
	}
	twice := group(t, in, "a 1", "A 2", "b 3")
	if got := changeBetween(twice, group(t, in, "a 3")).Matched; got != assess.Known(1) {
		t.Errorf("one code twice: matched %v, want it to be one person", got)
	}
	blank := side(in, []assess.Person{{ID: " ", Sheet: assess.Sheet{"a1": assess.At(1)}}})
	if got := changeBetween(blank, blank).Matched; got != assess.Known(0) {
		t.Errorf("without a code: matched %v", got)
	}
}

// Six pairs by hand: they rise by 1, 2, 2, 3, 3 and 1 levels of 12.5 points.
func TestPairedByHand(t *testing.T) {
	in := one()
	ch := changeBetween(
		group(t, in, "a 1", "b 2", "c 3", "d 4", "e 5", "f 6"),
		group(t, in, "f 7", "a 2", "b 4", "c 5", "d 7", "e 8"))
	se := math.Sqrt(4./5) / math.Sqrt(6) * 12.5 // mean 2, squares 1+0+0+1+1+1
	for what, c := range map[string][2]float64{
		"difference": {ch.Difference.Value, 25}, "se": {ch.SE.Value, se}, "df": {ch.DF.Value, 5}, "t": {ch.T.Value, 25 / se},
		"low": {ch.Low.Value, 25 - 2.570581835636314*se}, "high": {ch.High.Value, 25 + 2.570581835636314*se},
		// all rise: V = 21, mean 10.5, variance 22.75 less three ties of two 18/48; (21 − 10.5 − .5)/sd
		"Wilcoxon": {ch.WilcoxonP.Value, math.Erfc(10 / math.Sqrt(22.75-18./48) / math.Sqrt2)},
		"Cliff":    {ch.CliffDelta.Value, 19. / 36}, // 7 2 4 5 7 8 beside 1…6: 26 times above, 7 times below
	} {
		if math.Abs(c[0]-c[1]) > 1e-9*math.Abs(c[1]) {
			t.Errorf("%s: got %v, want %v", what, c[0], c[1])
		}
	}
	if ch.Verdict != assess.Changed {
		t.Errorf("verdict %q, want changed", ch.Verdict)
	}
}

// One case by hand for each verdict. A family of one needs no adjustment.
func TestVerdicts(t *testing.T) {
	steady := questionnaire(9, scaleOf("a", 10))
	steady.Scales[0].Kind = assess.Strategy
	// ten people of ten items on nine levels: an item is 1.25 points of a score
	people := func(tops ...int) []assess.Person {
		var list []assess.Person
		for i, top := range tops {
			sheet := assess.Sheet{}
			for k, it := range steady.Scales[0].Items {
				sheet[it.ID] = assess.At(4)
				if k < top {
					sheet[it.ID] = assess.At(5)
				}
			}
			list = append(list, assess.Person{ID: fmt.Sprint("p", i), Sheet: sheet})
		}
		return list
	}
	strangers := func(from, to []assess.Person) assess.ScaleChange {
		a, b := side(steady, from), side(steady, to)
		a.Identity, b.Identity = assess.Anonymous, assess.Anonymous
		return changeBetween(a, b)
	}
	narrow := []int{0, 1, 2, 3, 4, 0, 1, 2, 3, 4}
	up := []int{4, 5, 6, 7, 8, 4, 5, 6, 7, 8}
	// means 2 and 6 items: 5 points; sd √(20/9) items on both sides, so se = √(2·(20/9)/10) = 2/3 items =
	// .833 points, 18 degrees of freedom: t = 6 against nothing, −6 against 10 points
	less := strangers(people(narrow...), people(up...))
	if less.Verdict != assess.ChangedLess {
		t.Errorf("5 points ± .8: %q, want changed-less-than-matters", less.Verdict)
	}
	for what, c := range map[string][2]float64{"difference": {less.Difference.Value, 5}, "se": {less.SE.Value, 2. / 3 * 1.25}, "df": {less.DF.Value, 18}, "t": {less.T.Value, 6}} {
		if math.Abs(c[0]-c[1]) > 1e-9*c[1] {
			t.Errorf("5 points ± .8: %s is %v, want %v", what, c[0], c[1])
		}
	}
	if less.LayLow.Value <= 0 || less.LayHigh.Value >= 10 {
		t.Errorf("5 points ± .8: from %v to %v, want within 0 and the margin", less.LayLow, less.LayHigh)
	}

	in := one()
	for _, c := range []struct {
		name     string
		from, to []string
		want     assess.Verdict
		why      assess.Reason
	}{
		{"ten rise by 25 points", levels("a", 1, 2, 3, 1, 2, 3, 1, 2, 3, 2), levels("b", 3, 4, 5, 3, 4, 5, 3, 4, 5, 4), assess.Changed, ""},
		{"as before", levels("a", 4, 4, 4, 4, 5, 4, 4, 4, 4, 4), levels("b", 4, 4, 5, 4, 4, 4, 4, 4, 4, 4), assess.NoMeaningfulChange, ""},
		{"opinions differ", levels("a", 1, 9, 1, 9, 1, 9, 1, 9), levels("b", 1, 9, 9, 9, 1, 9, 1, 9), assess.CannotTell, ""},
		{"seven strangers", levels("a", 1, 2, 3, 1, 2, 3, 1), levels("b", 8, 9, 9, 8, 9, 9, 8), assess.TooFewForVerdict, ""},
		{"seven and ten", levels("a", 1, 2, 3, 1, 2, 3, 1), levels("b", 8, 9, 9, 8, 9, 9, 8, 9, 9, 9), assess.TooFewForVerdict, ""},
		{"five pairs", levels("a", 1, 2, 3, 1, 2), levels("a", 8, 9, 9, 8, 9), assess.TooFewForVerdict, ""},
		{"six pairs", levels("a", 1, 2, 3, 1, 2, 3), levels("a", 8, 9, 9, 8, 9, 9), assess.Changed, ""},
		{"one person", levels("a", 4), levels("a", 5), assess.TooFewForVerdict, ""},
		{"all agree", levels("a", 4, 4, 4, 4, 4, 4, 4, 4), levels("b", 9, 9, 9, 9, 9, 9, 9, 9), "", assess.NoSpread},
		{"few, and all agree", levels("a", 4, 4), levels("b", 9, 9), assess.TooFewForVerdict, ""},
	} {
		ch := changeBetween(group(t, in, c.from...), group(t, in, c.to...))
		if ch.Verdict != c.want || ch.VerdictReason != c.why {
			t.Errorf("%s: %q (%q), want %q (%q); p %v, equivalence %v", c.name, ch.Verdict, ch.VerdictReason, c.want, c.why, ch.PHolm, ch.PEquivalence)
		}
		if !ch.Comparable || !ch.Difference.OK() {
			t.Errorf("%s: no points", c.name)
		}
	}
}

// The margin is that of the later session, whichever is named first, and 10 where it
// has none.
func TestMarginOfTheLaterSession(t *testing.T) {
	in := one()
	a := group(t, in, levels("a", 4, 5, 4, 5, 4, 5, 4, 5)...)
	b := group(t, in, levels("b", 5, 5, 5, 5, 5, 5, 4, 6)...)
	a.Date, b.Date = "2025-11-24", "2026-11-23"
	for margin, want := range map[float64]assess.Verdict{0: assess.CannotTell, 10: assess.CannotTell, 20: assess.NoMeaningfulChange} {
		b.Margin, a.Margin = margin, 30-margin
		for _, c := range []*assess.Comparison{assess.Compare([]assess.Side{a, b}), assess.Compare([]assess.Side{b, a})} {
			used := margin
			if margin == 0 {
				used = assess.Margin
			}
			if c.Margin != used || c.Pairs[0].Margin != used || c.Pairs[0].Scales[0].Verdict != want {
				t.Errorf("margin %v: %v, %v, %q; want %q", margin, c.Margin, c.Pairs[0].Margin, c.Pairs[0].Scales[0].Verdict, want)
			}
		}
	}
}

// A change without a test says why, and its points remain.
func TestChangeSaysWhyItHasNoTest(t *testing.T) {
	in := one()
	known := assess.Known(0).Reason
	room := group(t, in, "room 4")
	room.Method = assess.ConsensusMethod
	hands := raisedSide(in)
	eight := group(t, in, levels("a", 1, 2, 3, 4, 5, 6, 7, 8)...)
	for _, c := range []struct {
		name            string
		from, to        assess.Side
		design          assess.Design
		test, g, ranked assess.Reason
		designReason    assess.Reason
	}{
		{"consensus", eight, room, "", assess.Consensus, assess.Consensus, assess.Consensus, assess.Consensus},
		{"consensus first", room, hands, "", assess.Consensus, assess.Consensus, assess.Consensus, assess.Consensus},
		{"show of hands", hands, eight, "", assess.CountsOnly, assess.CountsOnly, assess.CountsOnly, assess.CountsOnly},
		{"one person", eight, group(t, in, "b 4"), assess.Welch, assess.OnePerson, assess.OnePerson, known, known},
		{"all agree", group(t, in, levels("a", 4, 4, 4)...), group(t, in, levels("b", 7, 7, 7)...), assess.Welch, assess.NoSpread, assess.NoSpread, known, known},
		{"all agree both times", group(t, in, levels("a", 4, 4, 4, 4, 4, 4)...), group(t, in, levels("a", 7, 7, 7, 7, 7, 7)...), assess.Paired, assess.NoSpread, assess.NoSpread, known, known},
		{"all rise alike", eight, group(t, in, levels("a", 2, 3, 4, 5, 6, 7, 8, 9)...), assess.Paired, assess.SameChange, known, known, known},
		{"nobody changes", eight, eight, assess.Paired, assess.SameChange, known, assess.NoDifferences, known},
	} {
		ch := changeBetween(c.from, c.to)
		if !ch.Comparable || !ch.Difference.OK() || ch.Design != c.design || ch.DesignReason != c.designReason {
			t.Errorf("%s: comparable %t, difference %v, design %q (%q)", c.name, ch.Comparable, ch.Difference, ch.Design, ch.DesignReason)
		}
		for what, f := range map[string]assess.Figure{"se": ch.SE, "df": ch.DF, "t": ch.T, "p": ch.P, "Holm": ch.PHolm, "equivalence": ch.PEquivalence,
			"low": ch.Low, "high": ch.High, "lay low": ch.LayLow, "lay high": ch.LayHigh, "lay level": ch.LayLevel} {
			if f != assess.Unknown(c.test) {
				t.Errorf("%s: %s is %+v, want unknown for %q", c.name, what, f, c.test)
			}
		}
		if ch.HedgesG.Reason != c.g || ch.WilcoxonP.Reason != c.ranked {
			t.Errorf("%s: g %+v, Wilcoxon %+v; want %q and %q", c.name, ch.HedgesG, ch.WilcoxonP, c.g, c.ranked)
		}
	}
}

// What may not be compared has no number at all, each for the same reason.
func TestIncomparableHasNoNumber(t *testing.T) {
	in, other := one(), one()
	other.Scales[0].Minimum = 1
	few := group(t, in, "a 1", "b 2")
	few.Identity = assess.Anonymous
	full := group(t, in, levels("a", 1, 2, 3, 4, 5, 6, 7, 8)...)
	for want, to := range map[assess.Reason]assess.Side{
		assess.AnonymousFew:    few,
		assess.ScoredOtherwise: group(t, other, levels("a", 1, 2, 3, 4, 5, 6, 7, 8)...),
		assess.NotScored:       group(t, in, "a -"),
		assess.NotApplicable:   group(t, in, "a na"),
		assess.NotInBoth:       group(t, questionnaire(9, scaleOf("b", 1)), "a 1"),
	} {
		ch := changeBetween(full, to)
		if ch.Comparable || ch.Reason != want || ch.Design != "" || ch.DesignReason != want || ch.Verdict != "" || ch.VerdictReason != want {
			t.Errorf("%s: %+v", want, ch)
		}
		v := reflect.ValueOf(ch)
		for i := range v.NumField() {
			if !v.Type().Field(i).IsExported() {
				continue
			}
			if f, ok := v.Field(i).Interface().(assess.Figure); ok && f != assess.Unknown(want) {
				t.Errorf("%s: %s is %+v", want, v.Type().Field(i).Name, f)
			}
		}
	}
}

// Symptoms are a family of their own, and so is whatever else is asked; over all
// pairs, and with those that are too few for a verdict.
func TestFamilies(t *testing.T) {
	kinds := []assess.Kind{assess.Strategy, assess.Dimension, assess.Symptom, assess.Other, assess.Symptom}
	var scales []assess.Scale
	for i, k := range kinds {
		s := scaleOf(string(rune('a'+i)), 1)
		s.Kind = k
		scales = append(scales, s)
	}
	in := questionnaire(9, scales...)
	three := []assess.Side{
		group(t, in, "a 1 2 3 1 7", "b 3 4 4 2 2", "c 2 6 5 2 9", "d 1 1 2 3 4"),
		group(t, in, "e 4 3 5 9 3", "f 5 5 7 2 2", "g 6 5 8 4 5"),
		group(t, in, "h 9 3 5 3 2", "i 5 9 7 1 4", "j 6 5 9 4 4"),
	}
	c := assess.Compare(three)
	sizes := map[assess.Kind]int{assess.Strategy: 6, assess.Symptom: 6, assess.Other: 3}
	least := map[assess.Kind]float64{} // the smallest p of a family is multiplied by its size
	holm := map[assess.Kind]float64{}
	for _, p := range c.Pairs {
		for _, ch := range p.Scales {
			k := ch.Scale.Kind
			if k == assess.Dimension {
				k = assess.Strategy
			}
			if ch.Verdict != assess.TooFewForVerdict || !ch.P.OK() {
				t.Fatalf("%s: %+v", ch.Scale.ID, ch)
			}
			if p, ok := least[k]; !ok || ch.P.Value < p {
				least[k], holm[k] = ch.P.Value, ch.PHolm.Value
			}
		}
	}
	for k, n := range sizes {
		if want := min(1, float64(n)*least[k]); math.Abs(holm[k]-want) > 1e-12 {
			t.Errorf("%s: smallest p %v becomes %v, want %v", k, least[k], holm[k], want)
		}
	}

	for i := range in.Scales { // neither strategy nor dimension: one family of all
		if in.Scales[i].Kind != assess.Symptom {
			in.Scales[i].Kind = assess.Other
		}
	}
	var p, adjusted float64
	for i, ch := range assess.Compare(three[:2]).Pairs[0].Scales {
		if i == 0 || ch.P.Value < p {
			p, adjusted = ch.P.Value, ch.PHolm.Value
		}
	}
	if want := min(1, 5*p); math.Abs(adjusted-want) > 1e-12 {
		t.Errorf("one family: smallest p %v becomes %v, want %v", p, adjusted, want)
	}
}

// The interval of lay readers leaves out zero exactly where Holm's p is below .05,
// and is never narrower than that of 95 %.
func TestLayIntervalsAgreeWithVerdicts(t *testing.T) {
	eachCase(t, 21, 300, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		sides := []assess.Side{side(in, people), side(in, randomPeople(r, in)), side(in, randomPeople(r, in))}
		for _, p := range assess.Compare(sides).Pairs {
			for _, ch := range p.Scales {
				if !ch.P.OK() {
					continue
				}
				without := ch.LayLow.Value > 0 || ch.LayHigh.Value < 0
				if without != (ch.PHolm.Value < .05) || ch.LayLevel.Value < .95-1e-12 || ch.LayLow.Value > ch.Low.Value+1e-9 {
					t.Errorf("%s: Holm %v, from %v to %v at %v; 95%% from %v", ch.Scale.ID, ch.PHolm, ch.LayLow, ch.LayHigh, ch.LayLevel, ch.Low)
				}
			}
		}
	})
}

// Turning the sides round negates what has a direction and keeps the rest.
func TestChangeTurnedRound(t *testing.T) {
	eachCase(t, 31, 300, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		a, b := side(in, people), side(in, randomPeople(r, in))
		there, back := assess.Compare([]assess.Side{a, b}).Pairs[0], assess.Compare([]assess.Side{b, a}).Pairs[0]
		for i, x := range there.Scales {
			y := back.Scales[i]
			if !x.Comparable && !y.Comparable {
				continue // for the reason of whichever comes first
			}
			if x.Design != y.Design || x.Verdict != y.Verdict || x.VerdictReason != y.VerdictReason {
				t.Errorf("%s: %s %q there, %s %q back", x.Scale.ID, x.Design, x.Verdict, y.Design, y.Verdict)
			}
			sameFigures(t, x.Scale.ID, [][2]assess.Figure{{x.SE, y.SE}, {x.DF, y.DF}, {x.P, y.P}, {x.PHolm, y.PHolm},
				{x.PEquivalence, y.PEquivalence}, {x.WilcoxonP, y.WilcoxonP}, {x.Matched, y.Matched}, {x.LayLevel, y.LayLevel},
				{x.Difference, minus(y.Difference)}, {x.T, minus(y.T)}, {x.Low, minus(y.High)}, {x.High, minus(y.Low)},
				{x.LayLow, minus(y.LayHigh)}, {x.HedgesG, minus(y.HedgesG)}, {x.CliffDelta, minus(y.CliffDelta)}})
		}
		if x, y := there.Attendance, back.Attendance; x.Both != y.Both || x.First != y.Second || x.Second != y.First || x.Reason != y.Reason {
			t.Errorf("attendance %+v there, %+v back", x, y)
		}
	})
}

func minus(f assess.Figure) assess.Figure {
	f.Value = -f.Value
	return f
}

func sameFigures(t *testing.T, id string, pairs [][2]assess.Figure) {
	t.Helper()
	for i, p := range pairs {
		if p[0].Reason != p[1].Reason || math.Abs(p[0].Value-p[1].Value) > 1e-9*max(1, math.Abs(p[0].Value)) {
			t.Errorf("%s: figure %d is %+v and %+v", id, i, p[0], p[1])
		}
	}
}

// The order of people changes nothing.
func TestChangeWithoutOrderOfPeople(t *testing.T) {
	eachCase(t, 41, 200, func(r *rand.Rand, in *assess.Instrument, people []assess.Person) {
		other := randomPeople(r, in)
		was := assess.Compare([]assess.Side{side(in, people), side(in, other)}).Pairs[0]
		mixed := slices.Clone(other)
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		for i, y := range assess.Compare([]assess.Side{side(in, people), side(in, mixed)}).Pairs[0].Scales {
			x := was.Scales[i]
			if x.Design != y.Design || x.Verdict != y.Verdict {
				t.Errorf("%s: %s %q, then %s %q", x.Scale.ID, x.Design, x.Verdict, y.Design, y.Verdict)
			}
			sameFigures(t, x.Scale.ID, [][2]assess.Figure{{x.Difference, y.Difference}, {x.SE, y.SE}, {x.DF, y.DF}, {x.P, y.P}, {x.PHolm, y.PHolm},
				{x.LayLow, y.LayLow}, {x.HedgesG, y.HedgesG}, {x.CliffDelta, y.CliffDelta}, {x.WilcoxonP, y.WilcoxonP}})
		}
	})
}

// Raising everybody's score on both sides by the same changes nothing.
func TestChangeWithoutShift(t *testing.T) {
	in := questionnaire(9, scaleOf("a", 3), scaleOf("b", 2))
	r := rand.New(rand.NewPCG(51, 1))
	for range 200 {
		var low, high [2][]assess.Person
		for k := range low {
			for i := range 5 + r.IntN(8) {
				p, q := assess.Person{ID: fmt.Sprint(i), Sheet: assess.Sheet{}}, assess.Person{ID: fmt.Sprint(i), Sheet: assess.Sheet{}}
				for _, s := range in.Scales {
					for _, it := range s.Items {
						x := 1 + r.IntN(6)
						p.Sheet[it.ID], q.Sheet[it.ID] = assess.At(x), assess.At(x+3)
					}
				}
				low[k], high[k] = append(low[k], p), append(high[k], q)
			}
		}
		was := assess.Compare([]assess.Side{side(in, low[0]), side(in, low[1])}).Pairs[0]
		for i, y := range assess.Compare([]assess.Side{side(in, high[0]), side(in, high[1])}).Pairs[0].Scales {
			x := was.Scales[i]
			if x.Verdict != y.Verdict {
				t.Errorf("%q, and %q above", x.Verdict, y.Verdict)
			}
			sameFigures(t, x.Scale.ID, [][2]assess.Figure{{x.Difference, y.Difference}, {x.SE, y.SE}, {x.DF, y.DF}, {x.P, y.P}, {x.PHolm, y.PHolm},
				{x.PEquivalence, y.PEquivalence}, {x.LayLow, y.LayLow}, {x.HedgesG, y.HedgesG}, {x.CliffDelta, y.CliffDelta}, {x.WilcoxonP, y.WilcoxonP}})
		}
	}
}
