package assess_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"luwes/assess"
)

// field is a cooperation field with some answers, "question=choice …", with others
// in front of which a later one wins.
func field(answers ...string) *assess.Cooperation {
	c := &assess.Cooperation{ID: "1", Field: "waste"}
	for _, pair := range strings.Fields(strings.Join(answers, " ")) {
		question, choice, _ := strings.Cut(pair, "=")
		c.Set(question, choice)
	}
	return c
}

// Answers of which each says one thing.
const (
	noNeed      = "border=yes effect-out=none effect-in=none efficient=no cost=1 risk=0 service=2 revenue=0 implementation=1 economy=2 kind=voluntary"
	need        = "border=yes effect-out=strong"
	canDo       = "coordinate=yes decide=partly staff=yes fund=no serve=yes account=yes"
	cannotDo    = "coordinate=no decide=no"
	lawful      = "kind=mandatory border=yes continuous=yes complex=yes years=yes"
	signed      = "phase=6"
	groundLaid  = "services=settled parties=settled roles=settled standing=settled budget=settled"
	noArranging = "services=missing parties=missing roles=missing standing=missing budget=missing"
)

func partner(name, willing string) assess.Partner {
	return assess.Partner{Pillar: assess.RegionPillar, Name: name, Willing: willing}
}

// reasons are the claims and the answers that triggered them.
func reasons(arguments []assess.Argument) string {
	var out []string
	for _, a := range arguments {
		text := a.Claim
		if a.Truth == assess.Fails {
			text = "not " + text
		}
		for _, c := range a.Causes {
			text += fmt.Sprintf(" %s=%s", c.Question, c.Answer)
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

func TestEveryStanceIsReachedForItsReasons(t *testing.T) {
	willing := []assess.Partner{partner("Kota Bandung", "yes")}
	tests := []struct {
		name     string
		c        *assess.Cooperation
		partners []assess.Partner
		want     assess.Stance
		reasons  string
		limits   string
	}{
		{"nothing said", field(), nil, assess.NotEnoughToSay, "", ""},
		{"nothing crosses", field(noNeed), nil, assess.NotNeededYet,
			"not need effect-out=none effect-in=none efficient=no cost=1 risk=0 service=2 revenue=0 implementation=1 economy=2 kind=voluntary",
			"only-mandatory kind=voluntary"},
		{"the organisation can", field(need, canDo), nil, assess.ThroughExisting,
			"need effect-out=strong; not unable coordinate=yes decide=partly staff=yes serve=yes account=yes", ""},
		{"voluntary", field(need, cannotDo, "kind=voluntary border=no"), nil, assess.ThroughExisting,
			"need effect-out=strong; not mandatory kind=voluntary border=no", "only-mandatory kind=voluntary"},
		{"third party", field("efficient=yes kind=third", cannotDo), nil, assess.ThroughExisting,
			"need efficient=yes; not mandatory kind=third", "only-mandatory kind=third"},
		{"not long enough", field(need, cannotDo, lawful, "years=no"), nil, assess.ThroughExisting,
			"need effect-out=strong kind=mandatory; not secretariat years=no",
			"not-long years=no; taken-over kind=mandatory border=yes"},
		{"benefits alone", field("revenue=3 cost=4", cannotDo, "kind=voluntary"), nil, assess.ThroughExisting,
			"need cost=4 revenue=3; not mandatory kind=voluntary", "only-mandatory kind=voluntary"},
		{"ground not laid", field(need, cannotDo, lawful, signed), willing, assess.PrepareBody,
			"need effect-out=strong kind=mandatory; unable coordinate=no decide=no; mandatory kind=mandatory border=yes; " +
				"secretariat continuous=yes complex=yes years=yes; not founded services= parties= roles= standing= budget=",
			"taken-over kind=mandatory border=yes; no-agency"},
		{"ground laid", field(need, cannotDo, lawful, signed, groundLaid), willing, assess.FormBody,
			"need effect-out=strong kind=mandatory; unable coordinate=no decide=no; mandatory kind=mandatory border=yes; " +
				"secretariat continuous=yes complex=yes years=yes; founded regions-willing=yes phase=6 services=settled parties=settled roles=settled standing=settled budget=settled",
			"taken-over kind=mandatory border=yes; no-agency"},
		{"one not asked yet", field(need, cannotDo, lawful, signed, groundLaid), []assess.Partner{partner("Kota Bandung", "yes"), partner("Kota Cimahi", "")}, assess.PrepareBody,
			"need effect-out=strong kind=mandatory; unable coordinate=no decide=no; mandatory kind=mandatory border=yes; " +
				"secretariat continuous=yes complex=yes regions-named=more years=yes; not founded regions-willing=",
			"taken-over kind=mandatory border=yes; no-agency"},
		{"one of two not willing", field(need, cannotDo, lawful, signed, groundLaid), []assess.Partner{partner("Kota Bandung", ""), partner("Kota Cimahi", "partly")}, assess.PrepareBody,
			"need effect-out=strong kind=mandatory; unable coordinate=no decide=no; mandatory kind=mandatory border=yes; " +
				"secretariat continuous=yes complex=yes regions-named=more years=yes; not founded regions-willing=no",
			"taken-over kind=mandatory border=yes; no-agency"},
		{"nobody named", field(need, cannotDo, lawful, signed, groundLaid), nil, assess.PrepareBody,
			"need effect-out=strong kind=mandatory; unable coordinate=no decide=no; mandatory kind=mandatory border=yes; " +
				"secretariat continuous=yes complex=yes years=yes; not founded regions-willing=no",
			"taken-over kind=mandatory border=yes; no-agency"},
	}
	for _, tt := range tests {
		tt.c.Partners = tt.partners
		p := tt.c.Position()
		if p.Stance != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, p.Stance, tt.want)
		}
		if got := reasons(p.Reasons); got != tt.reasons {
			t.Errorf("%s: because\n%s\nwant\n%s", tt.name, got, tt.reasons)
		}
		if got := reasons(p.Limits); got != tt.limits {
			t.Errorf("%s: limited by %q, want %q", tt.name, got, tt.limits)
		}
		for _, a := range slices.Concat(p.Reasons, p.Limits) {
			if len(a.Sources) == 0 {
				t.Errorf("%s: %s has no source", tt.name, a.Claim)
			}
		}
	}
}

// Two other regions by name are more than two regions with our own, whatever was
// ticked before.
func TestThreeRegionsAreComplex(t *testing.T) {
	c := field(need, cannotDo, lawful, "complex=no")
	if got := c.Position().Stance; got != assess.ThroughExisting {
		t.Errorf("with two regions: %s", got)
	}
	c.Partners = []assess.Partner{partner("Kota Bandung", ""), partner("Kota Cimahi", "")}
	if got := c.Position().Stance; got != assess.PrepareBody {
		t.Errorf("with three regions: %s", got)
	}
}

func TestAFieldThatIsCalledVoluntaryButMeetsTheLawIsTold(t *testing.T) {
	got := reasons(field(need, "kind=voluntary").Position().Limits)
	if want := "only-mandatory kind=voluntary; perhaps-mandatory kind=voluntary border=yes effect-out=strong"; got != want {
		t.Errorf("limits are %q, want %q", got, want)
	}
}

// rank is how far a stance goes towards a body.
func rank(s assess.Stance) int {
	return slices.Index([]assess.Stance{assess.NotEnoughToSay, assess.NotNeededYet, assess.ThroughExisting, assess.PrepareBody, assess.FormBody}, s)
}

// Whatever is taken back, a field never moves towards a body; and what the answers
// decide stays decided whatever else is answered, but for laying the ground.
func TestUnknownAnswersNeverPushTowardsABody(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 3))
	reached := map[assess.Stance]int{}
	for range 20000 {
		c := &assess.Cooperation{}
		lean := random.IntN(4) // towards the last, or the first choice, so that every stance comes up
		for _, q := range assess.CooperationQuestions {
			choice := q.Choices[random.IntN(len(q.Choices))]
			if lean > 0 && random.IntN(8) > 0 {
				choice = leaning(q)
			}
			c.Set(q.ID, choice)
		}
		for i := range random.IntN(3) {
			c.Partners = append(c.Partners, partner(fmt.Sprint(i), []string{"yes", "yes", "partly"}[random.IntN(3)]))
		}
		full := c.Position().Stance
		reached[full]++
		part := c.Clone()
		for _, q := range assess.CooperationQuestions {
			if random.IntN(10) == 0 {
				part.Set(q.ID, "")
			}
		}
		got := part.Position().Stance
		if rank(got) > rank(full) {
			t.Fatalf("without some answers %s, with them %s:\n%v\n%v", got, full, part.Answers, c.Answers)
		}
		if got != assess.NotEnoughToSay && got != full && !(got == assess.PrepareBody && full == assess.FormBody) {
			t.Fatalf("some answers decide %s, all of them %s:\n%v\n%v", got, full, part.Answers, c.Answers)
		}
	}
	if reached[assess.NotEnoughToSay] > 0 {
		t.Errorf("%d full fields are undecided", reached[assess.NotEnoughToSay])
	}
	for _, s := range []assess.Stance{assess.NotNeededYet, assess.ThroughExisting, assess.PrepareBody, assess.FormBody} {
		if reached[s] == 0 {
			t.Errorf("%s was never reached", s)
		}
	}
}

// leaning is the choice that leads to a body.
func leaning(q assess.CooperationQuestion) string {
	switch {
	case q.Part == assess.AbilitiesTopic:
		return "no"
	case q.ID == "kind", q.Choices[0] == "yes":
		return q.Choices[0]
	}
	return q.Choices[len(q.Choices)-1]
}

// While there is not enough to say, the questions that could decide are told, and
// answering them all decides.
func TestOpenQuestionsDecide(t *testing.T) {
	c := field(need, cannotDo)
	p := c.Position()
	if got, want := strings.Join(p.Open, " "), "kind continuous complex years"; p.Stance != assess.NotEnoughToSay || got != want {
		t.Errorf("%s, open %q, want %q", p.Stance, got, want)
	}
	for _, q := range p.Open {
		c.Set(q, "yes")
	}
	c.Set("kind", "mandatory")
	if got := c.Position(); got.Stance != assess.PrepareBody || got.Open != nil {
		t.Errorf("%s with %v open", got.Stance, got.Open)
	}
	if got := field("effect-out=none").Position(); slices.Contains(got.Open, "effect-out") || !slices.Contains(got.Open, "border") {
		t.Errorf("open are %v", got.Open)
	}
}

func TestAnswersThatAreNoChoicesAreUnknown(t *testing.T) {
	c := field("kind=obligatory", "cost=5", "nonsense=yes")
	if known, all := c.Answered(); known != 0 || all != 33 {
		t.Errorf("%d of %d answered", known, all)
	}
}

// tasks of a kind, "id:state".
func tasks(p assess.Positioning) string {
	var out []string
	for _, task := range p.Tasks {
		out = append(out, string(task.Kind)+" "+task.ID+":"+task.State)
	}
	return strings.Join(out, "\n")
}

func TestWhatIsMissingInItsOrder(t *testing.T) {
	c := field(need, cannotDo, lawful, "fund=partly", "phase=4", "services=settled parties=work inside=settled")
	c.Partners = []assess.Partner{partner("Kota Bandung", "yes"), partner("Kota Cimahi", "partly"), {Pillar: assess.BusinessPillar, Name: "PT Uji", Willing: "yes"}}
	c.Prove("services", "Kajian 2025")
	want := strings.TrimSpace(`
partner society:
win Kota Cimahi:partly
ability coordinate:no
ability decide:no
ability fund:partly
arrange parties:work
arrange roles:
arrange standing:
arrange budget:
phase 4:4
arrange conditions:
arrange agencies:
arrange reporting:
arrange size:
arrange posts:
prove inside:settled`)
	if got := tasks(c.Position()); got != want {
		t.Errorf("tasks are\n%s\nwant\n%s", got, want)
	}
}

func TestWithoutABodyNothingOfABodyIsMissing(t *testing.T) {
	c := field(need, canDo, noArranging, "phase=5 burden=no size=missing")
	got := tasks(c.Position())
	for _, bad := range []string{"standing", "size", "posts", "inside", "agencies"} {
		if strings.Contains(got, bad) {
			t.Errorf("%s is asked for:\n%s", bad, got)
		}
	}
	if !strings.Contains(got, "arrange services:missing\narrange parties:missing\narrange roles:missing\narrange budget:missing\nphase 6:5") {
		t.Errorf("tasks are\n%s", got)
	}
	if got := tasks(field("efficient=yes kind=third").Position()); strings.Contains(got, "phase") {
		t.Errorf("with a third party, a phase of regions is to be gone through:\n%s", got)
	}
	if got := tasks(field(noNeed).Position()); got != "" {
		t.Errorf("where nothing is needed, there is to do\n%s", got)
	}
}

// The place on Figure 2 and the states of its steps, in their order.
func TestStations(t *testing.T) {
	willing := []assess.Partner{partner("Kota Bandung", "yes")}
	tests := []struct {
		c     *assess.Cooperation
		want  string
		place int
	}{
		{field(), "premise open open open ahead ahead", 1},
		{field(noNeed), "premise barred barred open ahead ahead", 1},
		{field(need, canDo), "premise passed open barred ahead ahead", 3},
		{field(need, cannotDo, "kind=third"), "premise passed barred passed ahead ahead", 2},
		{field(need, lawful), "premise passed passed open ahead ahead", 3},
		{field(need, lawful, cannotDo), "premise passed passed passed ahead ahead", 4},
		{field(need, lawful, cannotDo, signed, groundLaid), "premise passed passed passed passed ahead", 5},
	}
	for _, tt := range tests {
		tt.c.Partners = willing
		p := tt.c.Position()
		var states []string
		for _, s := range p.Stations {
			states = append(states, string(s.State))
		}
		if got := strings.Join(states, " "); got != tt.want || p.Place != tt.place {
			t.Errorf("%s: %s at %d, want %s at %d", p.Stance, got, p.Place, tt.want, tt.place)
		}
	}
}

func TestGroundsBearOnAKind(t *testing.T) {
	bears := func(c *assess.Cooperation) string {
		var out []string
		for _, g := range assess.Grounds {
			if g.Bears(c) {
				out = append(out, g.ID)
			}
		}
		return strings.Join(out, " ")
	}
	for kind, want := range map[string]string{
		"mandatory": "purpose crossing body council procedure leaders", "voluntary": "purpose council procedure leaders",
		"third": "purpose third council leaders", "": "purpose council procedure leaders",
	} {
		if got := bears(field("kind=" + kind)); got != want {
			t.Errorf("%q: %s, want %s", kind, got, want)
		}
	}
}

func TestCloneSharesNothing(t *testing.T) {
	c := field(need)
	c.Partners = []assess.Partner{partner("Kota Bandung", "")}
	d := c.Clone()
	d.Set("border", "no")
	d.Partners[0].Willing = "yes"
	if c.Answer("border") != "yes" || c.Partners[0].Willing != "" {
		t.Errorf("the original is now %+v", c)
	}
	if partner("Kota Bandung ", "").Same(partner("kota bandung", "yes")) == false || d.Partners[0].Same(assess.Partner{Pillar: assess.SocietyPillar, Name: "Kota Bandung"}) {
		t.Error("Same tells partners apart wrongly")
	}
}
