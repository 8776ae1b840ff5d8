package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"luwes/assess"
	"luwes/ui"
	"luwes/ui/locale"
)

// The comparison of the screen is the paper of the command, under a name that says what
// is compared.
func TestExchangeWritesComparisons(t *testing.T) {
	e, folder := exchangeIn(t), t.TempDir()
	e.folder = folder
	all := Examples()
	o := ui.Outgoing{Paper: ui.Paper{Kind: ui.ComparisonPaper, Format: "md"}, Session: all[1], Compared: []*assess.Session{all[0], all[1]}, Words: locale.For("id")}
	o.Path = e.Propose(o)
	if name := filepath.Base(o.Path); !strings.HasPrefix(name, "Perbandingan - K") || filepath.Ext(name) != ".md" {
		t.Errorf("proposes %q", name)
	}
	w, err := e.Write(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(w.Path)
	if err != nil || !strings.Contains(string(text), "\n## Ringkasan\n") || !strings.Contains(string(text), all[0].Title) {
		t.Errorf("wrote %.200q (%v)", text, err)
	}
}
