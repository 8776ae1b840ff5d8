package ui

import (
	"path/filepath"
	"testing"

	"luwes/assess"
)

// driveComparison opens the comparison of all sessions from the list.
func driveComparison(t *testing.T, x *fakeExchange, of ...*assess.Session) *driver {
	t.Helper()
	d := driveExchange(t, x, of...)
	for range of {
		d.press("space", "down")
	}
	return d.press("c")
}

// A comparison leaves in the order of its dates, in the format that was chosen.
func TestComparisonLeaves(t *testing.T) {
	x := &fakeExchange{}
	a, b := regency("a", "2025-11-20", assess.SelfMethod, lastYear), regency("b", "2026-11-23", assess.SelfMethod, thisYear)
	d := driveComparison(t, x, b, a)
	d.press("p").shows("Comparison report", "1 Word (.docx)", "4 ").press("down", "enter").shows("Save as PDF (.pdf)", "Comparison.pdf").press("enter").shows("✓ Saved")
	o := x.written[filepath.FromSlash("/docs/Comparison.pdf")]
	if o.Paper != (Paper{ComparisonPaper, "pdf"}) || len(o.Compared) != 2 || o.Compared[0].ID != "a" || o.Session.ID != "b" {
		t.Fatalf("wrote %+v", o)
	}
	d.press("enter")
	if len(x.shown) != 1 {
		t.Errorf("shown %q", x.shown)
	}
	d.press("esc", "1").shows("Save as Word (.docx)", "Without a letterhead").press("esc", "esc")
	if _, ok := d.app.top().(*comparison); !ok {
		t.Errorf("Esc leads to %T", d.app.top())
	}
	d.press("f12").shows("Comparison report")
}

// What was closed or locked since the comparison was opened is not written from it.
func TestComparisonStaysGuarded(t *testing.T) {
	x := &fakeExchange{}
	a, b := regency("a", "2025-11-20", assess.SelfMethod, lastYear), regency("b", "2026-11-23", assess.SelfMethod, thisYear)
	d := driveComparison(t, x, b, a)
	a.Locked = true
	d.send(refreshMsg{})
	if d.press("p"); len(x.written) > 0 {
		t.Fatal("it was written")
	}
	if _, ok := d.app.top().(*comparedFormats); ok {
		t.Error("no PIN is asked for")
	}
	d.press("esc")
	a.Locked, a.Method, a.Status = false, assess.GroupMethod, assess.Open
	d.send(refreshMsg{})
	d.press("p").shows("Penilaian 2025")
	if _, ok := d.app.top().(*comparison); !ok {
		t.Errorf("p leads to %T", d.app.top())
	}
}

// Beside a comparison no key leads to the results of one of its sessions.
func TestComparisonIsAboutNoSessionAlone(t *testing.T) {
	d := driveComparison(t, &fakeExchange{}, regency("b", "2026-11-23", assess.SelfMethod, thisYear), regency("a", "2025-11-20", assess.SelfMethod, lastYear))
	d.press("p", "1", "f4")
	if _, ok := d.app.top().(*saveAs); !ok {
		t.Errorf("F4 leads to %T", d.app.top())
	}
}
