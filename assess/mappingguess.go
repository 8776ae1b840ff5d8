package assess

import (
	"regexp"
	"slices"
	"strings"
)

// The bounds of guessing by likeness: how alike a header and a question must be
// at least, and by how much more than the second question. Questions of the
// built-in instruments are at most .72 alike among themselves.
const (
	likeEnough = 0.6
	likeMore   = 0.1
	orderSure  = 0.3 // how sure a guess by order alone is
	wordSure   = 0.5 // a usual word that another column answers better
	noteSure   = 0.8 // words that are taken for the item before them
)

// Guess matches the columns of a table to the items of the instrument and to
// what else an answers file has. The row of headers is that of the first rows in
// which most cells are known; empty columns without a header are left out.
//
// A header is matched by the id of an item, by its question in either language
// (with a number or an id before it, or in brackets, as form services write
// them), by a usual word, by likeness, and where no question is recognised at all
// and there are as many columns as items, by order. [Mapping.Certain] says
// whether anything is left to ask.
func (in *Instrument) Guess(t *Table) Mapping {
	g := newGuesser(in)
	m := Mapping{Instrument: in.ID, Sheet: t.Name}
	head := bestRow(t, func(cell string) bool { return g.sure(cell).Sure == 1 })
	if head < 0 {
		return m
	}
	row := t.Rows[head]
	m.Line = row.Line
	for place := 1; place <= t.width(); place++ {
		header := row.Cell(place)
		if header == "" && !t.filled(place, head) {
			continue
		}
		c := g.sure(header)
		if c.By == ByNothing {
			c = g.alike(header)
		}
		c.Place, c.Header = place, header
		m.Columns = append(m.Columns, c)
	}
	m.settle(in)
	return m
}

// A guesser holds the questions of an instrument ready to be compared.
type guesser struct {
	in        *Instrument
	items     []*Item
	questions [][]phrase
}

func newGuesser(in *Instrument) *guesser {
	g := &guesser{in: in}
	for i := range in.Scales {
		for j := range in.Scales[i].Items {
			it := &in.Scales[i].Items[j]
			g.items = append(g.items, it)
			g.questions = append(g.questions, phrasesOf(it.Text))
		}
	}
	return g
}

// sure matches a header by id, text or usual word.
func (g *guesser) sure(header string) Column {
	none := Column{Role: IgnoredColumn, By: ByNothing}
	if len(header) > tooLong {
		return none
	}
	plain := plainText(header)
	if it, _ := g.in.Item(strings.TrimSpace(header)); it != nil {
		return Column{Role: ItemColumn, Item: it.ID, By: ByID, Sure: 1}
	}
	if it, rest := g.leadingID(header); it != nil && g.asks(it, rest) {
		return Column{Role: ItemColumn, Item: it.ID, By: ByID, Sure: 1}
	}
	var found []*Item
	for _, it := range g.items {
		if slices.ContainsFunc(undressed(header), func(s string) bool { return g.asks(it, s) }) {
			found = append(found, it)
		}
	}
	switch len(found) {
	case 0:
	case 1:
		return Column{Role: ItemColumn, Item: found[0].ID, By: ByText, Sure: 1}
	default: // the instrument asks the same twice
		return Column{Role: ItemColumn, Item: found[0].ID, By: ByText, Sure: wordSure}
	}
	if c, ok := g.wordsOn(plain); ok {
		return c
	}
	for _, r := range columnWords {
		if slices.Contains(r.words, plain) {
			return Column{Role: r.role, By: ByWord, Sure: 1}
		}
	}
	return none
}

// alike matches a header by likeness.
func (g *guesser) alike(header string) Column {
	none := Column{Role: IgnoredColumn, By: ByNothing}
	if len(header) > tooLong {
		return none
	}
	if it, _ := g.leadingID(header); it != nil {
		return Column{Role: ItemColumn, Item: it.ID, By: ByID, Sure: 0.9}
	}
	best, second, at := 0.0, 0.0, -1
	for _, form := range undressed(header) {
		grams, total := trigrams(plainText(form))
		for i, phrases := range g.questions {
			x := 0.0
			for _, p := range phrases {
				x = max(x, p.likeness(grams, total))
			}
			switch {
			case i == at:
				best = max(best, x)
			case x > best:
				best, second, at = x, best, i
			default:
				second = max(second, x)
			}
		}
	}
	if best < likeEnough || best-second < likeMore {
		return none
	}
	return Column{Role: ItemColumn, Item: g.items[at].ID, By: ByLikeness, Sure: min(best, 0.99)}
}

// asks reports whether a text is the question of an item.
func (g *guesser) asks(it *Item, text string) bool {
	plain := plainText(text)
	i := slices.Index(g.items, it)
	return plain != "" && slices.ContainsFunc(g.questions[i], func(p phrase) bool { return p.is(plain) })
}

// leadingID is the item whose id a header begins with, and the rest.
func (g *guesser) leadingID(header string) (*Item, string) {
	parts := idBefore().FindStringSubmatch(header)
	if parts == nil {
		return nil, ""
	}
	it, _ := g.in.Item(parts[1])
	return it, parts[2]
}

// wordsOn recognises a column of notes or evidence that names its item: "catatan
// str1", "str1 note".
func (g *guesser) wordsOn(plain string) (Column, bool) {
	for _, r := range []struct {
		role  Role
		words []string
	}{{NoteColumn, noteWords}, {EvidenceColumn, evidenceWords}} {
		for _, w := range r.words {
			for _, id := range []string{strings.TrimPrefix(plain, w+" "), strings.TrimSuffix(plain, " "+w)} {
				i := slices.IndexFunc(g.items, func(it *Item) bool { return plainText(it.ID) == id })
				if i >= 0 && id != plain {
					return Column{Role: r.role, Item: g.items[i].ID, By: ByID, Sure: 1}, true
				}
			}
		}
	}
	return Column{}, false
}

var (
	idBefore     = pattern(`(?s)^\s*\[?([\pL\pN_.-]*[\pL\pN])\]?[\s.:)–—-]+(.+)$`)
	numberBefore = pattern(`(?s)^\s*(?:[Qq]?\d{1,3}[.):]?|\(\d{1,3}\))\s+(.+)$`)
	inBrackets   = pattern(`(?s)\[(.+)\]\s*$`)
)

// undressed are the forms of a header without what form services put around a
// question.
func undressed(header string) []string {
	out := []string{header}
	for _, r := range []*regexp.Regexp{numberBefore(), inBrackets()} {
		if parts := r.FindStringSubmatch(header); parts != nil {
			out = append(out, parts[1])
		}
	}
	return out
}
