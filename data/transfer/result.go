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
// answered. A statistic that is made of several numbers is null as a whole where
// none of them is known. Bands are named in Indonesian where the instrument does:
// the file does not depend on who writes it. The diagnosis is nil where the
// instrument has no rules, and the file has then no findings.
func WriteResult(w io.Writer, a *assess.Analysis, h *assess.Header, d *assess.Diagnosis) error {
	f := resultFile{a: a}
	if h != nil {
		f.anonymous = h.Identity == assess.Anonymous
	}
	f.hidden = f.anonymous && a.Result.Voices < assess.AnonymousFrom
	o := f.object(h)
	if d != nil {
		f.findings(o, d)
	}
	return writeJSON(w, o)
}

type resultFile struct {
	a                 *assess.Analysis
	anonymous, hidden bool
}

func (f *resultFile) object(h *assess.Header) *object {
	r := f.a.Result
	o := &object{}
	o.put("schema", "luwes/result/1")
	instrument := object{}
	instrument.put("id", r.Instrument.ID)
	instrument.put("version", r.Instrument.Version)
	o.put("instrument", instrument)
	if h != nil {
		o.put("session", sessionHead(h))
	}
	o.put("respondents", r.Respondents)
	var scales, items, composites []object
	for i := range f.a.Scales {
		scales = append(scales, f.scale(&f.a.Scales[i]))
	}
	for i := range f.a.Items {
		items = append(items, f.item(&f.a.Items[i]))
	}
	for i := range r.Composites {
		composites = append(composites, f.composite(&r.Composites[i]))
	}
	o.put("scales", list(scales))
	o.put("items", list(items))
	o.put("composites", list(composites))
	o.whole("order_of_strategies", orderOf(f.a.Strategies), f.a.Strategies.W)
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

func (f *resultFile) scale(s *assess.ScaleAnalysis) object {
	o := object{}
	o.put("id", s.Scale.ID)
	o.put("kind", s.Scale.Kind)
	o.put("fingerprint", s.Fingerprint)
	f.count(&o, "n", s.N)
	f.count(&o, "not_scored", s.NotScored)
	f.count(&o, "prorated", s.Prorated)
	f.coverage(&o, s.Coverage())
	o.figure("score", s.Score)
	o.figure("sd", s.SD)
	o.figure("median", s.Median)
	o.put("band", bandName(s.Band))
	o.whole("interval", intervalOf(s.Interval), s.Interval.Low)
	o.whole("agreement", agreementOf(s.Agreement), s.Agreement.AD)
	o.whole("reliability", reliabilityOf(s.Reliability), s.Reliability.Alpha, s.Reliability.Omega)
	o.figure("agreed", s.Agreed)
	if !f.anonymous {
		o.put("respondents", list(people(s.ScaleResult)))
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

func (f *resultFile) item(it *assess.ItemAnalysis) object {
	o := object{}
	o.put("id", it.Item.ID)
	f.count(&o, "n", it.N)
	if it.Counts == nil {
		o.unknown("counts", assess.AnonymousFew)
	} else {
		o.put("counts", list(it.Counts))
	}
	f.count(&o, "not_applicable", it.Inapplicable)
	f.count(&o, "dont_know", it.DontKnow)
	o.figure("mean", it.Mean)
	o.figure("median", it.Median)
	o.figure("ad", it.AD)
	o.figure("agreed", it.Agreed)
	return o
}

func (f *resultFile) composite(c *assess.CompositeResult) object {
	o := object{}
	o.put("id", c.Composite.ID)
	o.figure("score", c.Score)
	o.put("band", bandName(c.Band))
	if len(c.Left) > 0 && !f.hidden {
		o.put("left_out", c.Left)
	}
	return o
}

// count and coverage put numbers that are known at any n, unless the session is
// too small to show any.
func (f *resultFile) count(o *object, key string, n int) {
	if f.hidden {
		o.unknown(key, assess.AnonymousFew)
		return
	}
	o.put(key, n)
}

func (f *resultFile) coverage(o *object, share assess.Figure) {
	if f.hidden {
		share = assess.Unknown(assess.AnonymousFew)
	}
	o.figure("coverage", share)
}

func bandName(b assess.Band) any {
	if b.Title.Empty() {
		return nil
	}
	return b.Title.In("id")
}
