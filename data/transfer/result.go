package transfer

import (
	"io"

	"luwes/assess"
)

// WriteResult writes luwes/result/1. The header is nil for answers that belong
// to no saved session.
//
// An anonymous session has no rows of single respondents, and where fewer than
// assess.AnonymousFrom people answered no value at all: its scales and items are
// listed with null in every place. So is a single item that only one or two
// answered. Bands are named in Indonesian where the instrument
// does: the file does not depend on who writes it.
func WriteResult(w io.Writer, r *assess.Result, h *assess.Header) error {
	f := resultFile{r: r}
	if h != nil {
		f.anonymous = h.Identity == assess.Anonymous
		f.consensus = h.Method == assess.ConsensusMethod
	}
	f.hidden = f.anonymous && r.Voices < assess.AnonymousFrom
	return writeJSON(w, f.object(h))
}

type resultFile struct {
	r                            *assess.Result
	anonymous, consensus, hidden bool
}

func (f *resultFile) object(h *assess.Header) *object {
	o := &object{}
	o.put("schema", "luwes/result/1")
	instrument := object{}
	instrument.put("id", f.r.Instrument.ID)
	instrument.put("version", f.r.Instrument.Version)
	o.put("instrument", instrument)
	if h != nil {
		o.put("session", sessionHead(h))
	}
	o.put("respondents", f.r.Respondents)
	var scales, items, composites []object
	for i := range f.r.Scales {
		scales = append(scales, f.scale(&f.r.Scales[i]))
	}
	for i := range f.r.Items {
		items = append(items, f.item(&f.r.Items[i]))
	}
	for i := range f.r.Composites {
		composites = append(composites, f.composite(&f.r.Composites[i]))
	}
	o.put("scales", list(scales))
	o.put("items", list(items))
	o.put("composites", list(composites))
	o.unknown("order_of_strategies", f.unbuilt(f.r.Respondents, ""))
	return o
}

func sessionHead(h *assess.Header) object {
	o := object{}
	o.put("id", h.ID)
	o.put("title", h.Title)
	o.put("date", h.Date)
	o.put("region", region(h.Region))
	o.put("unit", h.Unit)
	o.put("method", h.Method)
	o.put("identity", h.Identity)
	o.put("status", h.Status)
	return o
}

func region(r assess.Region) object {
	o := object{}
	o.put("code", r.Code)
	o.put("name", r.Name)
	return o
}

func (f *resultFile) scale(s *assess.ScaleResult) object {
	o := object{}
	o.put("id", s.Scale.ID)
	o.put("kind", s.Scale.Kind)
	o.put("fingerprint", s.Fingerprint)
	f.count(&o, "n", s.N)
	f.count(&o, "not_scored", s.NotScored)
	f.count(&o, "prorated", s.Prorated)
	f.figure(&o, "coverage", s.Coverage())
	f.figure(&o, "score", s.Score)
	f.figure(&o, "sd", s.SD)
	f.figure(&o, "median", s.Median)
	o.put("band", f.band(s.Band))
	o.unknown("interval", f.unbuiltScale(s, true))
	o.unknown("agreement", f.unbuiltScale(s, false))
	o.unknown("reliability", f.unbuiltScale(s, false))
	o.unknown("agreed", f.hide(assess.NotBuilt))
	if !f.anonymous {
		o.put("respondents", list(people(s)))
	}
	return o
}

func people(s *assess.ScaleResult) []object {
	var rows []object
	for _, p := range s.People {
		o := object{}
		o.put("id", p.ID)
		o.put("answered", p.Answered)
		o.put("prorated", p.Prorated)
		o.figure("score", p.Score)
		rows = append(rows, o)
	}
	return rows
}

func (f *resultFile) item(it *assess.ItemResult) object {
	o := object{}
	o.put("id", it.Item.ID)
	f.count(&o, "n", it.N)
	if f.hidden || it.Counts == nil {
		o.unknown("counts", assess.AnonymousFew)
	} else {
		o.put("counts", list(it.Counts))
	}
	f.count(&o, "not_applicable", it.Inapplicable)
	f.count(&o, "dont_know", it.DontKnow)
	f.figure(&o, "mean", it.Mean)
	f.figure(&o, "median", it.Median)
	o.unknown("ad", f.unbuilt(it.N, it.Mean.Reason))
	o.unknown("agreed", f.hide(assess.NotBuilt))
	return o
}

func (f *resultFile) composite(c *assess.CompositeResult) object {
	o := object{}
	o.put("id", c.Composite.ID)
	f.figure(&o, "score", c.Score)
	o.put("band", f.band(c.Band))
	if len(c.Left) > 0 && !f.hidden {
		o.put("left_out", c.Left)
	}
	return o
}

// figure puts a number unless the session is too small to show any. A spread
// that one sheet cannot have is called by the method that made it one.
func (f *resultFile) figure(o *object, key string, x assess.Figure) {
	if !f.hidden && x.OK() {
		o.put(key, x.Value)
		return
	}
	o.unknown(key, f.hide(f.one(x.Reason)))
}

func (f *resultFile) count(o *object, key string, n int) {
	if f.hidden {
		o.unknown(key, assess.AnonymousFew)
		return
	}
	o.put(key, n)
}

func (f *resultFile) band(b assess.Band) any {
	if f.hidden || b.Title.Empty() {
		return nil
	}
	return b.Title.In("id")
}

func (f *resultFile) hide(why assess.Reason) assess.Reason {
	if f.hidden {
		return assess.AnonymousFew
	}
	return why
}

func (f *resultFile) one(why assess.Reason) assess.Reason {
	if f.consensus && why == assess.OnePerson {
		return assess.Consensus
	}
	return why
}

// unbuilt is the reason for a statistic over n people that this version does
// not compute: the one that would hold in any version, if there is one.
func (f *resultFile) unbuilt(n int, none assess.Reason) assess.Reason {
	switch {
	case none != "":
		return f.hide(none)
	case n < 2:
		return f.hide(f.one(assess.OnePerson))
	}
	return f.hide(assess.NotBuilt)
}

func (f *resultFile) unbuiltScale(s *assess.ScaleResult, needsSpread bool) assess.Reason {
	if needsSpread && s.SD.OK() && s.SD.Value == 0 {
		return f.hide(assess.NoSpread)
	}
	return f.unbuilt(s.N, s.Score.Reason)
}
