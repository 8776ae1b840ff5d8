package assess

import "slices"

// A Ground is one matter as the law of the article's time put it, beside the law of
// today. The program has the words; the older law is repealed and never stands alone.
type Ground struct {
	ID    string   // of the matter
	Then  string   // id of a source: UU 32/2004 with its article
	Now   []string // ids of the sources that are in force
	kinds []string // of cooperation that it bears on, "" the unknown one; nil for all
}

// Grounds are the matters that the article argues from, in its order.
var Grounds = []Ground{
	{ID: "purpose", Then: "law-2004-195", Now: []string{"law-2014"}},
	{ID: "crossing", Then: "law-2004-196", Now: []string{"law-2014", "pp-2018-5"}, kinds: []string{"mandatory"}},
	{ID: "body", Then: "law-2004", Now: []string{"pp-2018-7"}, kinds: []string{"mandatory"}},
	{ID: "third", Then: "law-2004-195", Now: []string{"law-2014", "pp-2018"}, kinds: []string{"third"}},
	{ID: "council", Then: "law-2004-195", Now: []string{"pp-2018-6"}},
	{ID: "procedure", Then: "", Now: []string{"pp-2018-6", "permendagri-2020"}, kinds: []string{"mandatory", "voluntary", ""}},
	{ID: "leaders", Then: "", Now: []string{"pp-2018-9"}},
}

// Bears reports whether the matter concerns the kind of cooperation of a field.
func (g Ground) Bears(c *Cooperation) bool {
	return g.kinds == nil || slices.Contains(g.kinds, c.Answer("kind"))
}
