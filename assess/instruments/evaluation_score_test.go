package instruments_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"luwes/assess"
)

// points that each subdimension can give in the form, in the order of its scales.
var formPoints = []float64{25, 12.5, 12.5, 10, 10, 10, 10, 10}

const skipped = 0 // level of an item that does not apply

// keyed ticks what gives a level after reversing.
func keyed(in *assess.Instrument, level func(item string) int) assess.Sheet {
	sheet := assess.Sheet{}
	eachItem([]*assess.Instrument{in}, func(_ assess.Scale, _ int, it assess.Item) {
		a, l := assess.Answer{Kind: assess.Level}, level(it.ID)
		a.Level = l
		switch {
		case l == skipped:
			a = assess.Answer{Kind: assess.Inapplicable}
		case it.Reverse:
			a.Level = in.Levels + 1 - l
		}
		sheet[it.ID] = a
	})
	return sheet
}

func ticked(in *assess.Instrument, level int) assess.Sheet {
	return keyed(in, func(item string) int {
		if it, _ := in.Item(item); it.Reverse {
			return in.Levels + 1 - level
		}
		return level
	})
}

func always(level int) func(string) int { return func(string) int { return level } }

func scoreForm(in *assess.Instrument, sheet assess.Sheet) *assess.Result {
	return assess.Score(in, []assess.Person{{ID: "P1", Sheet: sheet}})
}

func composite(r *assess.Result, id string) assess.CompositeResult {
	for _, c := range r.Composites {
		if c.Composite.ID == id {
			return c
		}
	}
	return assess.CompositeResult{}
}

// TestFormVectors holds the check vectors to the four decimals in which they were
// worked out by hand from the form's formula, points of an item = points of its
// subdimension ÷ number of questions × level after reversing ÷ 4.
func TestFormVectors(t *testing.T) {
	in := form()
	branchless := func(item string) int {
		if item == "kom8" || item == "kom9" {
			return skipped
		}
		return 3
	}
	for _, c := range []struct {
		name   string
		sheet  assess.Sheet
		points [8]float64
		total  float64
		rating string
	}{
		{"best everywhere", keyed(in, always(4)), [8]float64{25, 12.5, 12.5, 10, 10, 10, 10, 10}, 100, "P-5"},
		{"worst everywhere", keyed(in, always(1)), [8]float64{6.25, 3.125, 3.125, 2.5, 2.5, 2.5, 2.5, 2.5}, 25, "P-2"},
		{"effective 3 everywhere", keyed(in, always(3)), [8]float64{18.75, 9.375, 9.375, 7.5, 7.5, 7.5, 7.5, 7.5}, 75, "P-4"},
		{"SS ticked on every item", ticked(in, 4), [8]float64{14.2857, 9.8214, 9.9432, 10, 10, 6.25, 7.5, 8.5}, 76.3003, "P-4"},
		{"TS ticked on every item", ticked(in, 2), [8]float64{16.0714, 7.1429, 7.1023, 5, 5, 6.25, 5.8333, 5.5}, 57.8999, "P-3"},
		{"effective 3, two not applicable", keyed(in, branchless), [8]float64{18.75, 9.375, 9.375, 7.5, 7.5, 7.5, 7.5, 7.5}, 75, "P-4"},
	} {
		r := scoreForm(in, c.sheet)
		structure, process := 0.0, 0.0
		for i, s := range r.Scales {
			got := formPoints[i] * s.Score.Value / 100
			if round4(got) != c.points[i] {
				t.Errorf("%s: %s gives %v points, want %v", c.name, s.Scale.ID, got, c.points[i])
			}
			if i < 3 {
				structure += 2 * got
			} else {
				process += 2 * got
			}
		}
		total := composite(r, "total")
		if round4(total.Score.Value) != c.total || !strings.HasPrefix(total.Band.Title.EN, c.rating+" ") {
			t.Errorf("%s: total %v, %s; want %v, %s", c.name, total.Score, total.Band.Title.EN, c.total, c.rating)
		}
		for id, want := range map[string]float64{"structure": structure, "process": process} {
			if got := composite(r, id).Score; !got.OK() || math.Abs(got.Value-want) > 1e-9 {
				t.Errorf("%s: %s is %v, want %v", c.name, id, got, want)
			}
		}
	}
}

func round4(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// TestFormFormula scores random sheets against the form's formula in fractions,
// items that do not apply leaving the denominator.
func TestFormFormula(t *testing.T) {
	in := form()
	rng := rand.New(rand.NewPCG(20, 2018))
	for range 200 {
		levels := map[string]int{}
		eachItem([]*assess.Instrument{in}, func(s assess.Scale, i int, it assess.Item) {
			if levels[it.ID] = rng.IntN(5); i == 0 {
				levels[it.ID] = 1 + rng.IntN(4) // one question of each applies
			}
		})
		want, _ := fractions(in, levels).Float64()
		got := composite(scoreForm(in, keyed(in, func(id string) int { return levels[id] })), "total").Score
		if !got.OK() || math.Abs(got.Value-want) > 1e-9 {
			t.Errorf("total %v, want %v for %v", got, want, levels)
		}
	}
}

// fractions is the form's total of levels after reversing, without any rounding.
func fractions(in *assess.Instrument, levels map[string]int) *big.Rat {
	total := new(big.Rat)
	for i, s := range in.Scales {
		sum, n := 0, 0
		for _, it := range s.Items {
			if levels[it.ID] != skipped {
				sum, n = sum+levels[it.ID], n+1
			}
		}
		part := new(big.Rat).SetFloat64(formPoints[i])
		total.Add(total, part.Mul(part, big.NewRat(int64(sum), int64(4*n))))
	}
	return total
}

// TestFormLimits: a total that is exactly the limit of a rating in fractions has
// the lower one, although sums of binary fractions come out above it.
func TestFormLimits(t *testing.T) {
	in := form()
	above := 0
	for limit, at := range map[int]struct {
		rating string
		level  int // of the subdimensions that are held still
	}{40: {"P-2", 1}, 60: {"P-3", 3}, 80: {"P-4", 4}} {
		for _, sums := range sumsAt(limit, at.level) {
			levels := spread(in, sums)
			if exact := fractions(in, levels); exact.Cmp(big.NewRat(int64(limit), 1)) != 0 {
				t.Fatalf("sums %v give %v, want %d", sums, exact, limit)
			}
			total := composite(scoreForm(in, keyed(in, func(id string) int { return levels[id] })), "total")
			if total.Score.Value > float64(limit) {
				above++
			}
			if !strings.HasPrefix(total.Band.Title.EN, at.rating+" ") {
				t.Errorf("sums %v: %v is %s, want %s", sums, total.Score.Value, total.Band.Title.EN, at.rating)
			}
		}
	}
	if above == 0 {
		t.Error("no sum came out above its limit, so nothing was tested")
	}
}

// sumsAt lists sums of levels, one a scale, that give exactly the limit: with
// sevenths that cancel between kom, for and tat, while sen, sel, per and ris stay
// at one level.
func sumsAt(limit, level int) [][8]int {
	var found [][8]int
	for kom := 14; kom <= 56; kom++ {
		for fo := 7; fo <= 28; fo++ {
			for tat := 7; tat <= 28; tat++ {
				for tek := 5; tek <= 20; tek++ {
					if 250*(kom+fo)+200*tat+280*tek+5950*level == 560*limit { // in parts of 1/560
						found = append(found, [8]int{kom, fo, 11 * level, 8 * level, tat, 4 * level, 6 * level, tek})
					}
				}
			}
		}
	}
	return found
}

// spread shares the sum of each scale among its items, as evenly as it can.
func spread(in *assess.Instrument, sums [8]int) map[string]int {
	levels := map[string]int{}
	for i, s := range in.Scales {
		for j, it := range s.Items {
			levels[it.ID] = (sums[i] + j) / len(s.Items)
		}
	}
	return levels
}

// TestFormRatings: half-open, so that 80.03, which was published, is rated.
func TestFormRatings(t *testing.T) {
	total := composite(scoreForm(form(), nil), "total").Composite
	for score, want := range map[float64]string{
		0: "P-1", 20: "P-1", 20.01: "P-2", 25: "P-2", 40: "P-2", 40.5: "P-3", 60: "P-3", 60.01: "P-4",
		80: "P-4", 80.03: "P-5", 81: "P-5", 100: "P-5",
	} {
		if b, _ := assess.BandAt(total.Bands, score); !strings.HasPrefix(b.Title.ID, want+" ") {
			t.Errorf("%v is %s, want %s", score, b.Title.ID, want)
		}
	}
}

func TestFormIncomplete(t *testing.T) {
	in := form()
	technology := func(without assess.Answer) *assess.Result {
		sheet := keyed(in, always(4))
		for _, it := range in.Scale("tek").Items {
			sheet[it.ID] = without
		}
		return scoreForm(in, sheet)
	}
	left := composite(technology(assess.Answer{Kind: assess.Inapplicable}), "total")
	if left.Score != assess.Known(100) || len(left.Left) != 1 || left.Left[0] != "tek" {
		t.Errorf("a subdimension that does not apply: %v without %v, want 100 without tek", left.Score, left.Left)
	}
	r := technology(assess.Answer{})
	if got := composite(r, "total").Score; got != assess.Unknown(assess.ScaleMissing) {
		t.Errorf("a subdimension without answers: total %v, want none", got)
	}
	if got := composite(r, "structure").Score; got != assess.Known(100) {
		t.Errorf("a subdimension without answers: structure %v, want 100", got)
	}
}

// TestFormStraight: whoever ticks the top everywhere reaches P-4, so the
// facilitator is told.
func TestFormStraight(t *testing.T) {
	in := form()
	straight := assess.Respondent{ID: "P1"}
	eachItem([]*assess.Instrument{in}, func(_ assess.Scale, _ int, it assess.Item) {
		straight.Entries = append(straight.Entries, assess.Entry{Item: it.ID, Round: 1, Answer: assess.Answer{Kind: assess.Level, Level: 4}})
	})
	s := &assess.Session{Instrument: in, Respondents: []assess.Respondent{straight},
		Header: assess.Header{Method: assess.SelfMethod, Identity: assess.Coded}}
	found := s.Conspicuous()
	if len(found) != 1 || found[0].Level != 4 || found[0].Straight != 62 {
		t.Errorf("conspicuous are %+v, want P1 with 62 answers on 4", found)
	}
	if total := composite(s.Score(), "total").Score; round4(total.Value) != 76.3003 {
		t.Errorf("total %v, want 76.3003", total)
	}
}
