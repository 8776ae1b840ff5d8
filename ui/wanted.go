package ui

import (
	"math"
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// The keys of the wanted levels.
var (
	keyWantedType  = bind("0–9", "key.wanted-type", "")
	keyWantedRaise = bind("→", "key.wanted-raise", "right")
	keyWantedLower = bind("←", "key.wanted-lower", "left")
	keyWantedItems = bind("Enter", "key.wanted-items", "enter")
	keyWantedYear  = bind("t", "key.wanted-year", "t", "f6")
	keyWantedOrder = bind("s", "key.wanted-order", "s", "f7")
	keyWantedWipe  = bind("Del", "key.wanted-wipe", "delete")
	keyWantedHow   = bind("d", "key.wanted-how", "d", "f8")
)

// wanted is where a group says which level it wants, in a year on which it agrees:
// on every scale, and at the items of a scale where it likes. Nothing is preset.
type wanted struct {
	turn
	*folio
	scale *assess.Scale // whose items are shown; nil for the scales
	above *wanted       // the screen of the scales below this one of items

	year  int // agreed, even if nothing is wanted yet; 0 before
	gaps  []assess.WantedGap
	byGap bool   // largest gap first, as it was when that was chosen
	at    int    // selected row
	typed string // digits of the level that is being typed
}

func newWanted(store Store, opt Options, id string) Screen {
	return &wanted{folio: newFolio(store, opt, id, assess.WantedPart)}
}

// Init reads the session; the items come from the screen of the scales.
func (w *wanted) Init() tea.Cmd {
	if w.above != nil {
		return nil
	}
	return w.load()
}

// Update takes what was read, what was saved, and the keys.
func (w *wanted) Update(msg tea.Msg) (Screen, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		return w, w.press(k)
	}
	if w.above != nil { // which hears of everything itself
		return w, nil
	}
	first := w.session == nil
	cmd, taken := w.update(msg)
	if taken {
		if year := assess.WantedYear(w.session.Wanted); year > 0 {
			w.year = year
		}
		if first {
			w.byGap = len(w.session.Wanted) > 0
			w.arrange()
		} else {
			w.renew()
		}
	}
	return w, cmd
}

// arrange sets out the rows, and orders them where that is asked for. While levels
// are typed the order stays, so that no row runs away from the fingers.
func (w *wanted) arrange() {
	w.measure()
	if w.byGap {
		assess.LargestFirst(w.gaps)
	}
	w.at = min(w.at, max(len(w.gaps)-1, 0))
}

// measure works out every gap, in the order of the instrument.
func (w *wanted) measure() {
	switch {
	case w.analysis == nil:
		w.gaps = w.unopened()
	case w.scale != nil:
		w.gaps = w.session.WantedItems(w.analysis, w.scale.ID)
	default:
		w.gaps = w.session.WantedGaps(w.analysis)
	}
}

// unopened are the rows of a group that still answers: nothing of what anybody
// said is in them.
func (w *wanted) unopened() []assess.WantedGap {
	blank := assess.Session{Header: w.session.Header, Instrument: w.session.Instrument, Dossier: w.session.Dossier}
	if w.scale != nil {
		return blank.WantedItems(nil, w.scale.ID)
	}
	return blank.WantedGaps(nil)
}

// renew works out the gaps anew and keeps the rows where they are.
func (w *wanted) renew() {
	old := w.gaps
	if w.measure(); len(w.gaps) != len(old) { // modules have been taken in or out
		w.arrange()
		return
	}
	fresh := map[assess.Wanted]assess.WantedGap{}
	for _, g := range w.gaps {
		fresh[wantedKey(g)] = g
	}
	for i, g := range old {
		w.gaps[i] = fresh[wantedKey(g)]
	}
}

// wantedKey names the scale or the item of a row.
func wantedKey(g assess.WantedGap) assess.Wanted {
	if g.Item != nil {
		return assess.Wanted{Item: g.Item.ID}
	}
	return assess.Wanted{Scale: g.Scale.ID}
}

func (w *wanted) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack):
		return w.back()
	case !w.ready() || len(w.gaps) == 0:
		return nil
	case digit(msg) >= 0:
		return w.typeDigit(digit(msg))
	case msg.String() == "backspace":
		return w.unType()
	case key.Matches(msg, keyWantedRaise):
		return w.move(1)
	case key.Matches(msg, keyWantedLower):
		return w.move(-1)
	case key.Matches(msg, keyWantedWipe):
		return w.wipe()
	case key.Matches(msg, keyWantedYear):
		return w.open(newWantedYear(w))
	case key.Matches(msg, keyWantedHow) && w.analysis != nil:
		return w.open(newDerivation(w.store, w.id, nil, w.gaps[w.at].Scale.ID))
	case key.Matches(msg, keyWantedOrder):
		w.byGap = !w.byGap
		w.arrange()
		w.typed = ""
		return nil
	case key.Matches(msg, keyWantedItems) && w.scale == nil:
		items := &wanted{folio: w.folio, above: w, scale: w.gaps[w.at].Scale, year: w.year}
		items.arrange()
		return w.open(items)
	}
	w.at, w.typed = step(msg.String(), w.at, len(w.gaps)), ""
	return nil
}

// back closes the screen once everything is on disk.
func (w *wanted) back() tea.Cmd {
	if w.above != nil {
		w.above.year = w.year
		w.above.renew()
		return w.close()
	}
	cmd, all := w.saver.finish()
	if all {
		return tea.Batch(cmd, w.close())
	}
	return cmd
}

// highest is the highest level of a row.
func (w *wanted) highest() int {
	if w.scale != nil {
		return w.session.Instrument.Levels
	}
	return 100
}

// typeDigit goes on typing a level; one that no more digit fits behind begins anew.
func (w *wanted) typeDigit(n int) tea.Cmd {
	typed, _ := strconv.Atoi(w.typed + strconv.Itoa(n))
	if typed > w.highest() || w.typed == "0" {
		typed = n
	}
	if w.scale != nil && (typed < 1 || typed > w.highest()) {
		return nil
	}
	return w.aim(float64(typed), strconv.Itoa(typed))
}

// unType takes the last digit back, and the level with its only one.
func (w *wanted) unType() tea.Cmd {
	if len(w.typed) < 2 {
		return w.wipe()
	}
	w.typed = w.typed[:len(w.typed)-1]
	n, _ := strconv.Atoi(w.typed)
	return w.want(float64(n))
}

// move raises or lowers the level: by five points on a scale, by one at an item.
// The first step goes from the present, or from the middle where that is unknown.
func (w *wanted) move(by float64) tea.Cmd {
	size, low := 5.0, 0.0
	if w.scale != nil {
		size, low = 1, 1
	}
	g := w.gaps[w.at]
	from := g.Wanted
	if !from.OK() {
		from = g.Present
	}
	if !from.OK() {
		from = assess.Known((float64(w.highest()) + low) / 2)
	}
	next := size * math.Floor(from.Value/size+1+1e-9)
	if by < 0 {
		next = size * math.Ceil(from.Value/size-1-1e-9)
	}
	return w.aim(min(max(next, low), float64(w.highest())), "")
}

// aim saves a level as it was typed, or first lets the group agree on a year for it.
func (w *wanted) aim(level float64, typed string) tea.Cmd {
	if w.year == 0 {
		return w.open(newWantedYear(w).before(level, typed))
	}
	w.typed = typed
	return w.want(level)
}

// waiting says which level waits for a year, and of what.
func (w *wanted) waiting(l Look, level float64) string {
	g := w.gaps[w.at]
	name := w.text(l, g.Scale.Title)
	if g.Item != nil {
		name = g.Item.ID
	}
	return l.T("wanted.year-then", "level", oneDecimal(l, level), "name", name)
}

// want saves a level for the selected row.
func (w *wanted) want(level float64) tea.Cmd {
	k := wantedKey(w.gaps[w.at])
	k.Value, k.Year = level, w.year
	w.session.Wanted = assess.PutWanted(w.session.Wanted, k)
	w.renew()
	return w.keep()
}

// wipe takes the level of the selected row out.
func (w *wanted) wipe() tea.Cmd {
	w.typed = ""
	k := wantedKey(w.gaps[w.at])
	if _, has := assess.WantedAt(w.session.Wanted, k); !has {
		return nil
	}
	w.session.Wanted = assess.WithoutWanted(w.session.Wanted, k)
	w.renew()
	return w.keep()
}

// Unsaved is 1 if something is not on disk.
func (w *wanted) Unsaved() int {
	if w.above != nil {
		return 0 // the screen below counts
	}
	return w.saver.unsaved()
}

// Keys of the rows.
func (w *wanted) Keys() []key.Binding {
	if !w.ready() || len(w.gaps) == 0 {
		return []key.Binding{keyBack}
	}
	g := w.gaps[w.at]
	levels := keyWantedType
	if w.scale != nil {
		levels.SetHelp("1–"+strconv.Itoa(w.highest()), "key.wanted-level")
	}
	keys := []key.Binding{levels}
	if w.scale == nil {
		keys = append(keys, keyWantedItems)
	}
	keys = append(keys, keyWantedYear, keyWantedOrder)
	if w.analysis != nil {
		keys = append(keys, keyWantedHow)
	}
	if g.Wanted.OK() {
		keys = append(keys, keyWantedWipe)
	}
	if !g.Wanted.OK() || g.Wanted.Value < float64(w.highest()) {
		keys = append(keys, keyWantedRaise)
	}
	if !g.Wanted.OK() || g.Wanted.Value > 1 || w.scale == nil && g.Wanted.Value > 0 {
		keys = append(keys, keyWantedLower)
	}
	return append(keys, keyBack)
}

// Title names the session, or the scale.
func (w *wanted) Title(l Look) string {
	if w.scale != nil {
		return l.T("wanted.title") + ": " + w.text(l, w.scale.Title)
	}
	return w.titled(l, "wanted.title")
}
