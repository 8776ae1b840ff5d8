package ui

import (
	"errors"
	"fmt"
	"testing"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// hold presses keys whose commands have to wait, and returns them.
func (d *driver) hold(keys ...string) tea.Cmd {
	var waiting []tea.Cmd
	for _, k := range keys {
		_, cmd := d.app.Update(press(k))
		waiting = append(waiting, cmd)
	}
	return tea.Batch(waiting...)
}

// What is being saved cannot be taken back with Esc, and its end closes no screen but
// its own.
func TestLateEndClosesNothingElse(t *testing.T) {
	store := answering("mine")
	d := drive(t, store, 80, 24, "id").press("b")
	d.run(d.app.push(newDetails(store, options(store, "id"), store.sessions[0].Header)))
	saving := d.hold("f8", "esc", "esc")
	d.run(saving)
	if len(d.app.stack) != 2 || d.app.failed {
		t.Errorf("%d screens are open, want the list and the bin:\n%s", len(d.app.stack), d.screen())
	}
}

// A screen that another has covered meanwhile closes alone.
func TestCoveredScreenClosesAlone(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3").text("5")
	saving := d.hold("esc")
	d.app.push(newPractice(options(store, "id")))
	d.run(saving)
	if _, ok := d.app.top().(*practice); !ok || len(d.app.stack) != 3 {
		t.Errorf("%d screens are open, the top one %T", len(d.app.stack), d.app.top())
	}
}

// A form that could not be saved can be saved again, with what was changed in it since.
func TestFormThatCannotBeSaved(t *testing.T) {
	for name, c := range map[string]struct {
		store *fakeStore
		keys  []string
	}{
		"new":       {&fakeStore{}, append([]string{"n"}, typed("Kabupaten Bandung")...)},
		"corrected": {answering("mine"), []string{"e"}},
	} {
		d := drive(t, c.store, 80, 24, "id").press(c.keys...)
		c.store.fail = errors.New("some fault of the disk")
		d.press("f8")
		if !d.app.failed {
			t.Fatalf("%s: nothing is said of the fault", name)
		}
		c.store.fail = nil
		d.press("x", "f8")
		if len(c.store.sessions) != 1 || c.store.sessions[0].Region.Name != "Kabupaten Bandungx" {
			t.Errorf("%s: on disk is %s", name, onDisk(c.store))
		}
	}
}

// A page that could not be read keeps no later one away.
func TestPageThatCannotBeRead(t *testing.T) {
	store := &fakeStore{}
	d := drive(t, store, 80, 24, "id")
	store.fail = errors.New("some fault of the disk")
	d.send(refreshMsg{})
	d.press("esc", "n")
	if _, ok := d.app.top().(*details); !ok || d.app.stack[0].(*sessions).loading {
		t.Errorf("after a fault the top screen is %T", d.app.top())
	}
}

// The keys that were typed for the answers of a person do not get into the code where
// that one is refused.
func TestKeysForARefusedPersonAreForgotten(t *testing.T) {
	taken := func(store *fakeStore) {
		if _, err := store.Join(t.Context(), "meeting", assess.Respondent{ID: "AB12"}); err != nil {
			t.Fatal(err)
		}
	}
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter").text("ab12").press("f8")
	joining := d.hold("1", "4", "5")
	taken(store)
	d.run(joining)
	if form := d.app.top().(*join).form; form.code.Value() != "ab12" || form.problem == "" {
		t.Errorf("the code is %q, the problem %q", form.code.Value(), form.problem)
	}

	store = meeting(t, assess.Coded, 0)
	d = to(t, store, "id", "2").text("ab12").press("f7")
	joining = d.hold("f8", "4", "5")
	taken(store)
	d.run(joining)
	if form := d.app.top().(*paperForm).form; form.code.Value() != "ab12" || form.problem == "" {
		t.Errorf("the code on paper is %q, the problem %q", form.code.Value(), form.problem)
	}
}

// Digits of a show of hands are no choices on the screen that it came from.
func TestKeysForHandsThatAreNotAskedAreForgotten(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id")
	reading := d.hold("3", "6", "down", "enter")
	answered := meeting(t, assess.Coded, 1).sessions[0]
	store.sessions[0].Respondents = answered.Respondents
	d.run(reading)
	if len(d.app.stack) != 2 || !store.sessions[0].Collecting() {
		t.Errorf("%d screens are open:\n%s", len(d.app.stack), d.screen())
	}
}

// Whoever asks to leave the program while the laptop goes round is asked by itself:
// keys that wait for something else do not answer.
func TestWaitingKeysDoNotLeaveTheProgram(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter").text("ab12").press("f8")
	joining := d.hold("1", "down", "enter", "4")
	d.press("ctrl+c")
	if _, ok := d.app.top().(*confirm); !ok || d.quit {
		t.Fatalf("the top screen is %T, and it quits: %t", d.app.top(), d.quit)
	}
	d.press("esc").run(joining)
	if got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1)); got != "map[one1:1 one2:4]" {
		t.Errorf("saved is %s", got)
	}
}

// A person whose session cannot be read gives the laptop back.
func TestNobodyIsCaughtInAFault(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "1", "down", "down", "enter", "enter").text("ab12").press("f8")
	d.app.top().(*consent).busy = true
	store.fail = errors.New("some fault of the disk")
	d.send(joinedMsg{screen: d.app.top().(*consent), id: "ab12"})
	if _, ok := d.app.top().(*questionnaire); !ok || !d.app.failed {
		t.Fatalf("the top screen is %T", d.app.top())
	}
	d.press("esc")
	if _, ok := d.app.top().(*handover); !ok {
		t.Errorf("after Esc the top screen is %T", d.app.top())
	}
}

// Numbers that are typed and not yet saved are not called saved, and are when the
// program is left.
func TestHandsThatAreOnlyTyped(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3").text("5").press("enter").shows("tersimpan").text("7").hides("✓ tersimpan")
	d.press("ctrl+c")
	if got := fmt.Sprint(store.sessions[0].Hands); got != "[{one1 1 [5 0 0 0 0] 0 0} {one2 1 [7 0 0 0 0] 0 0}]" || !d.quit {
		t.Errorf("saved is %s, and it quits: %t", got, d.quit)
	}
}

// A count that is corrected after it could not be saved is the one that is saved.
func TestHandsThatAreCorrectedAfterAFault(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3").text("5")
	store.fail = errors.New("some fault of the disk")
	d.press("esc").text("2").shows("BELUM")
	if kept := d.app.top().(*hands).raises[0]; kept.Levels[0] != 5 {
		t.Errorf("the count on its way to disk has become %d", kept.Levels[0])
	}
	store.fail = nil
	d.press("esc")
	if got := fmt.Sprint(store.sessions[0].Hands); got != "[{one1 1 [52 0 0 0 0] 0 0}]" {
		t.Errorf("saved is %s", got)
	}
}

// A reading that began before another was shown, and arrives after it, sets nothing
// back: what is written next would take the agreed level away.
func TestTalkReadBeforeItWasSettled(t *testing.T) {
	store := circle(12, assess.Coded)
	d := revealed(t, store, 80, 24, "id")
	old := d.app.top().(*reveal).load()()
	d.press("enter", "enter", "4", "esc", "esc", "enter")
	d.send(old)
	d.shows("disepakati tingkat 4").press("n").text("x")
	if st := store.sessions[0].SettlementAt("str1"); st.Level != 4 || st.High != "x" {
		t.Errorf("on disk is %+v", st)
	}
}

// The answers stay open for the room though a reading from before comes late.
func TestRevealReadBeforeItWasOpened(t *testing.T) {
	store := meeting(t, assess.Coded, 6)
	d := revealed(t, store, 80, 24, "id")
	old := d.app.top().(*reveal).load()()
	d.press("enter").send(old)
	if d.app.top().(*reveal).Header().Collecting() {
		t.Error("the answers are shown as closed")
	}
}

// A flakyRaiser fails with a temporary fault three times.
type flakyRaiser struct {
	*fakeStore
	tries int
}

func (f *flakyRaiser) Raise(ctx ctx, session string, h assess.Hands) error {
	if f.tries++; f.tries <= 3 {
		return temporary{assess.NewProblem("disk-full", "path", "x")}
	}
	return f.fakeStore.Raise(ctx, session, h)
}

// Counts too are tried again by themselves where waiting helps.
func TestHandsAreTriedAgain(t *testing.T) {
	store := meeting(t, assess.Coded, 0)
	d := to(t, store, "id", "3")
	d.app.top().(*hands).store = &flakyRaiser{fakeStore: store}
	d.text("5").press("enter").shows("tersimpan kembali", "✓ tersimpan").hides("BELUM")
	if got := fmt.Sprint(store.sessions[0].Hands); got != "[{one1 1 [5 0 0 0 0] 0 0}]" {
		t.Errorf("saved is %s", got)
	}
}

// The name of a file that is typed before the folder is known is typed behind it.
func TestNameOfAFileTypedAhead(t *testing.T) {
	x := &fakeExchange{files: map[string]*Incoming{"/docs/a": {Path: "/docs/a.json", Session: stuck()}}}
	driveExchange(t, x).hurry("m", "a", "enter").shows("Enter takes it into the list")
}

// A dyingStore is that of a program whose window was closed: it takes everything, and
// nobody hears what becomes of it.
type dyingStore struct{ *fakeStore }

func (s dyingStore) Save(ctx ctx, session, respondent, place string, entries ...assess.Entry) error {
	return errors.Join(s.fakeStore.Save(ctx, session, respondent, place, entries...), ctx.Err())
}

// What was typed during the save before is not lost with the window.
func TestWindowClosedDuringASave(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 80, 24, "id"))
	slow := &slowStore{store, make(chan struct{})}
	s := d.app.top().(*questionnaire).saver
	s.store = slow
	d.hold("4", "5", "left", "2")
	close(slow.ready)
	<-s.running.over
	s.store = dyingStore{store}
	d.app.lastSave()
	if got := fmt.Sprint(store.sessions[0].Respondents[0].Sheet(1)); got != "map[str1:4 str2:2]" {
		t.Errorf("on disk is %s", got)
	}

	store = meeting(t, assess.Coded, 0)
	d = to(t, store, "id", "3").text("5").press("enter")
	d.hold("7", "enter", "2")
	d.app.lastSave()
	if got := fmt.Sprint(store.sessions[0].Hands); got != "[{one1 1 [5 0 0 0 0] 0 0} {one2 1 [7 0 0 0 0] 0 0} {one3 1 [2 0 0 0 0] 0 0}]" {
		t.Errorf("counts on disk are %s", got)
	}

	store = circle(12, assess.Coded)
	d = revealed(t, store, 80, 24, "id", "enter", "enter")
	talk := d.app.stack[len(d.app.stack)-2].(*talk)
	talk.settler.sending = true
	d.hold("4")
	for _, part := range []assess.Part{assess.FactsPart, assess.PlanPart} {
		f := newFolio(store, options(store, "id"), "circle", part)
		f.saver.puts, f.saver.newest = 1, assess.Dossier{Facts: []assess.Fact{{ID: "agencies", Value: 3}}, Plan: []assess.Action{{ID: "a", What: "b"}}}
		d.app.stack = append(d.app.stack, &plan{folio: f})
	}
	book := newCooperationBook(store, options(store, "id"), "circle")
	book.session = &assess.Session{}
	book.add("water")
	book.saver.puts, book.saver.newest = 1, book.session.Dossier
	d.app.stack = append(d.app.stack, &cooperation{book: book})
	d.app.lastSave()
	got := store.sessions[0]
	if got.SettlementAt("str1").Level != 4 || len(got.Facts) != 1 || len(got.Plan) != 1 || len(got.Cooperation) != 1 {
		t.Errorf("on disk are %+v and %+v", got.Settlements, got.Dossier)
	}
}

// A gatedStore tells when a session has been read, and saves parts once the gate is
// open.
type gatedStore struct {
	*fakeStore
	read, gate chan struct{}
}

func (s gatedStore) Session(ctx ctx, id string) (*assess.Session, error) {
	defer func() { s.read <- struct{}{} }()
	return s.fakeStore.Session(ctx, id)
}

func (s gatedStore) Keep(ctx ctx, session string, part assess.Part, was, now assess.Dossier) error {
	<-s.gate
	return s.fakeStore.Keep(ctx, session, part, was, now)
}

// Two changes of one part, the second before the first is on disk, are both kept.
func TestTwoChangesOfAPart(t *testing.T) {
	two := stuck()
	two.Scenarios = []assess.Scenario{{Name: "beh1 → 3", Levels: map[string]int{"beh1": 3}}, {Name: "old → 2", Levels: map[string]int{"old": 2}}}
	for name, c := range map[string]struct {
		session       *assess.Session
		there, quick  []string
		actions, kept int
	}{
		"remedies":          {stuck(), []string{"enter"}, []string{"1", "2"}, 2, 0},
		"scenarios":         {stuck(), []string{"c", "1"}, []string{"s", "2", "s"}, 0, 2},
		"deleted scenarios": {two, []string{"c", "k"}, []string{"delete", "delete"}, 0, 0},
	} {
		d, store := diagnose(t, c.session, 80, 24, "en")
		d.press(c.there...)
		gated := gatedStore{store, make(chan struct{}, 9), make(chan struct{})}
		switch top := d.app.top().(type) {
		case *findingDetail:
			top.store = gated
		case *whatIf:
			top.store = gated
		case *scenarios:
			top.trial.store = gated
		}
		answers := make(chan tea.Msg, 9)
		begun := 0
		for _, k := range c.quick {
			_, cmd := d.app.Update(press(k))
			if cmd == nil {
				continue
			}
			begun++
			go func() { answers <- cmd() }()
			if k != "2" || c.actions > 0 { // a level that is tried reads nothing
				<-gated.read
			}
		}
		if d.app.unsaved() != 1 {
			t.Errorf("%s: %d unsaved, want 1", name, d.app.unsaved())
		}
		close(gated.gate)
		for range begun {
			d.send(<-answers)
		}
		if s := store.find("s"); len(s.Plan) != c.actions || len(s.Scenarios) != c.kept {
			t.Errorf("%s: on disk are %d actions and %d scenarios, want %d and %d", name, len(s.Plan), len(s.Scenarios), c.actions, c.kept)
		}
	}
}

// What a trial would do belongs to the levels on the screen, whichever was computed
// last; and one that could not be kept is pointed out on the way back.
func TestTrialThatIsComputedLate(t *testing.T) {
	d, store := diagnose(t, stuck(), 80, 24, "en")
	d.press("c").press("down", "down", "down", "down", "down", "down", "down")
	w := d.app.top().(*whatIf)
	first := d.hold("right")
	second := d.hold("right")
	d.run(second)
	d.run(first)
	d.shows("1 → 3", "Behavioural strategy 0.0 → 7.1")
	store.fail = errors.New("some fault of the disk")
	if d.press("s"); !w.unkept {
		t.Error("a trial that could not be kept counts as kept")
	}
}

// A scenario whose deleting failed is still there once.
func TestScenarioThatCannotBeDeleted(t *testing.T) {
	s := stuck()
	s.Scenarios = []assess.Scenario{{Name: "beh1 → 3", Levels: map[string]int{"beh1": 3}}}
	d, store := diagnose(t, s, 80, 24, "en")
	d.press("c", "k")
	store.fail = errors.New("some fault of the disk")
	d.press("delete")
	store.fail = nil
	d.press("u", "delete")
	store.fail = errors.New("some fault of the disk")
	d.press("u")
	store.fail = nil
	d.press("u")
	if got := store.find("s").Scenarios; len(got) != 1 {
		t.Errorf("scenarios are %+v", got)
	}
}
