package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// BenchmarkDigit is what the program itself spends on an answer, without the disk
// and the terminal: the digit, its save, and the picture of the next item.
func BenchmarkDigit(b *testing.B) {
	app := NewApp(options(&fakeStore{}, "id"))
	d := &driver{app: app}
	d.send(tea.WindowSizeMsg{Width: 80, Height: 24})
	d.run(app.Init())
	start(d)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%50 == 0 {
			d.press("home")
		}
		d.press([]string{"3", "2"}[i/50%2])
		_ = app.View()
	}
}
