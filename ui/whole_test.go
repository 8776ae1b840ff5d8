package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"charm.land/bubbles/v2/key"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/ui/locale"
	"luwes/ui/theme"
)

// The main job by keyboard alone: a session of 42 items, completed, the program
// closed and started again, the session reopened for a correction, the next
// year's session made from it, and both compared.
func TestFromFirstStartToComparison(t *testing.T) {
	for _, lang := range locale.Languages {
		for _, size := range sizes[:2] {
			t.Run(fmt.Sprintf("%s.%dx%d", lang, size.width, size.height), func(t *testing.T) {
				store := &fakeStore{}
				begin := func() *driver { return drive(t, store, size.width, size.height, lang) }
				say := func(id string, pairs ...any) string { return plainText(locale.For(lang).T(id, pairs...)) }

				d := begin().shows(say("welcome.title"))
				d.press("enter").text("kab bandung").press("enter", "ctrl+u").text("20 nov 2025").press("enter")
				d.press("down", "down", "down", "down", "down", "down", "space").shows("42")
				d.press("f8").shows(say("questionnaire.progress", "number", 1, "count", 42, "done", 0), say("save.always"))
				d.press(strings.Split(strings.Repeat("2", 42), "")...).shows(say("review.title"))
				d.press("enter").shows("25", say("review.completed"), say("results.title")+": Kabupaten Bandung 2025")
				d.press("esc").shows("Kabupaten Bandung 2025").press("q")
				if !d.quit {
					t.Fatal("q does not quit")
				}

				d = begin().press("o").text("salah baca?").press("enter").shows(say("questionnaire.resumed", "number", 42, "count", 42))
				d.press("5", "enter").press("esc", "w").shows(say("questionnaire.begin", "date", locale.For(lang).Date("2026-11-23"), "year", "2025"), "(2025)")
				d.press(strings.Split(strings.Repeat("4", 42), "")...).press("f8", "c")
				d.shows(say("compare.title")+": Kabupaten Bandung", locale.For(lang).Signed(50, 1))
				for _, s := range store.sessions {
					if s.Status != assess.Completed || len(s.Respondents[0].Entries) != 42 {
						t.Errorf("%s is %s with %d entries", s.Title, s.Status, len(s.Respondents[0].Entries))
					}
				}
				if len(store.sessions) != 2 || len(store.sessions[0].Reopenings) != 1 || store.sessions[1].Title != "Kabupaten Bandung 2026" {
					t.Errorf("%d sessions, the second is called %q", len(store.sessions), store.sessions[1].Title)
				}
			})
		}
	}
}

func plainText(s string) string { return oneLine(ansi.Strip(s)) }

// ways lead from a list of three sessions to every screen, to a place in it from
// which every key of the screen can do something.
var ways = map[string][]string{
	"list":           {"down", "space"},
	"list-marked":    {"space", "space"},
	"filter":         {"/", "2"},
	"form":           {"n"},
	"form-offers":    {"n", "b", "a", "n", "d", "u", "n", "g"},
	"form-start":     {"n", "down", "down", "down"},
	"form-group":     {"n", "down", "down", "down", "down", "right", "down"},
	"form-modules":   {"n", "down", "down", "down", "down", "down", "down", "down", "down"},
	"amend":          {"e", "down"},
	"question":       {"w", "3", "3", "left"},
	"note":           {"w", "n", "R", "e", "n", "s", "t", "r", "a", "?", " ", "2", "/", "5"},
	"outline":        {"w", "3", "0", "-", "o", "up"},
	"review":         {"w", "3", "0", "-", "f8"},
	"results":        {"f4", "down", "down"},
	"derivation":     {"f4", "enter", "pgdown"},
	"items":          {"f4", "i", "down"},
	"item":           {"f4", "i", "down", "enter", "down"},
	"compare":        {"space", "space", "c", "down"},
	"compare-three":  {"space", "space", "space", "c", "down"},
	"compare-detail": {"space", "space", "c", "enter", "down"},
	"reopen":         {"o", "s", "a", "l", "a", "h"},
	"bin":            {"d", "d", "b"},
	"empty-bin":      {"d", "b", "k"},
	"all-in-the-bin": {"d", "d", "d"},
}

func TestScreensGolden(t *testing.T) {
	for name, way := range ways {
		for _, lang := range locale.Languages {
			for _, size := range sizes {
				if size.width > 80 && name != "question" && name != "list" {
					continue
				}
				d := drive(t, saved(3), size.width, size.height, lang).press(way...)
				golden(t, fmt.Sprintf("screens/%s.%dx%d.%s", name, size.width, size.height, lang), d.screen())
			}
		}
	}
	for _, lang := range locale.Languages {
		for _, size := range sizes {
			d := drive(t, saved(3), size.width, size.height, lang).press("w", "f1", "down")
			golden(t, fmt.Sprintf("screens/menu.%dx%d.%s", size.width, size.height, lang), d.screen())
		}
		golden(t, "screens/list-empty.80x24."+lang, drive(t, &fakeStore{}, 80, 24, lang).screen())
		golden(t, "screens/list-empty.60x20."+lang, drive(t, &fakeStore{}, 60, 20, lang).screen())
		golden(t, "screens/too-small.40x10."+lang, drive(t, saved(3), 40, 10, lang).screen())
		for _, name := range []string{"list", "question", "results", "compare"} {
			golden(t, "screens/plain-"+name+".80x24."+lang, drivePlain(t, saved(3), lang).press(ways[name]...).screen())
		}
	}
}

// Times are drawn in UTC by all tests. It is set before any of them, because a timer
// of the program reads it too.
func init() { time.Local = time.UTC }

// drivePlain starts the program with plain signs.
func drivePlain(t *testing.T, store *fakeStore, lang string) *driver {
	d := drive(t, store, 80, 24, lang)
	d.app.opt.ASCII = true
	d.app.look.Theme = theme.New("", true)
	return d
}

// Where the console may lack signs, no screen has one beyond ASCII.
func TestPlainScreens(t *testing.T) {
	for _, lang := range locale.Languages {
		for name, way := range ways {
			onlyASCII(t, name+"."+lang, drivePlain(t, saved(3), lang).press(way...).screen())
		}
		for name, open := range screens(t) {
			d := opened(t, open(), 80, 24, lang)
			d.app.opt.ASCII, d.app.look.Theme = true, theme.New("", true)
			onlyASCII(t, name+"."+lang, d.screen())
		}
	}
}

func onlyASCII(t *testing.T, name, screen string) {
	t.Helper()
	for _, line := range strings.Split(screen, "\n") {
		if strings.ContainsFunc(line, func(r rune) bool { return r > 127 }) {
			t.Errorf("%s has a line that is not plain: %q", name, line)
		}
	}
}

// No screen paints a background, in any theme: the terminal keeps its own.
func TestNoBackground(t *testing.T) {
	for name, way := range ways {
		d := drive(t, saved(3), 80, 24, "id").press(way...)
		for range theme.Names {
			if paints(d.app.View().Content) {
				t.Errorf("%s paints a background in theme %s", name, d.app.look.Name)
			}
			d.press("f3")
		}
	}
}

var attributes = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// paints reports whether a text sets the colour of the background.
func paints(s string) bool {
	for _, m := range attributes.FindAllStringSubmatch(s, -1) {
		codes := strings.Split(m[1], ";")
		for i := 0; i < len(codes); i++ {
			n, _ := strconv.Atoi(codes[i])
			switch {
			case n == 38 && i+1 < len(codes) && codes[i+1] == "2":
				i += 4
			case n == 38:
				i += 2
			case n >= 40 && n <= 48, n >= 100 && n <= 107:
				return true
			}
		}
	}
	return false
}

// Every key that a screen tells of does something: the screen changes, the
// program ends, or a word at the foot says why not.
func TestEveryKeyDoesSomething(t *testing.T) {
	for name, way := range ways {
		begin := func() *driver {
			d := drive(t, saved(3), 60, 20, "id")
			d.app.opt.Example = func(ctx) (Store, error) { return saved(2), nil }
			d.app.top().(*sessions).opt = d.app.opt
			return d.press(way...)
		}
		d := begin()
		for _, b := range slices.Concat(d.app.top().Keys(), d.app.common()) {
			for _, k := range pressed(b) {
				d := begin()
				before := d.screen()
				d.press(k)
				if after := d.screen(); before == after && !d.quit && !d.app.quitting {
					t.Errorf("%s: %q (%s) does nothing:\n%s", name, k, b.Help().Desc, after)
				}
			}
		}
	}
}

// The menu does what is chosen, and what is pressed of what it shows.
func TestMenuTakesTheKeysItShows(t *testing.T) {
	d := drive(t, saved(3), 80, 24, "id").press("w", "f1").shows("Tombol pada").press("o").shows("Daftar butir").hides("Tombol pada")
	d.press("f1", "z", "down", "up", "end").shows("Tombol pada").press("?").hides("Tombol pada")
}

// pressed are the keys to try for a binding.
func pressed(b key.Binding) []string {
	if !tells(b) {
		return b.Keys()[:1]
	}
	return map[string][]string{
		"key.answer": {"1", "5"}, "key.items": {"left", "right"}, "key.answer-choice": {"up", "down"}, "key.type-number": {"1", "9"},
	}[b.Help().Desc]
}

// A text field takes every character: none of them is a command there.
func TestTextFieldsKeepEveryCharacter(t *testing.T) {
	const all = `?/ 0123456789-nobuqwx`
	for name, way := range map[string][]string{
		"filter": {"/"}, "form": {"n"}, "note": {"w", "n"}, "evidence": {"w", "n", "tab"}, "reopen": {"o"}, "title": {"e", "down", "down", "ctrl+u"},
	} {
		d := drive(t, saved(3), 80, 24, "id").press(way...).text(all)
		if !strings.Contains(d.screen(), all) {
			t.Errorf("%s does not show what was typed:\n%s", name, d.screen())
		}
	}
}

// What a person types into an offered title stands at its end.
func TestFieldsBeginAtTheirEnd(t *testing.T) {
	d := drive(t, &fakeStore{}, 80, 24, "id").press("enter").text("bandung").press("enter", "enter").text(" uji")
	d.shows("Kabupaten Bandung 2026 uji")
}

func TestDeletingEverythingTellsOfTheBin(t *testing.T) {
	d := drive(t, saved(2), 80, 24, "id").press("d", "d", "down").shows("2 penilaian ada di keranjang sampah")
	d.press("b", "enter", "esc").hides("Selamat datang")
}

func TestMarksAreToldAndTakenBack(t *testing.T) {
	d := drive(t, saved(3), 80, 24, "id").press("space", "space").shows("2 ditandai", "c bandingkan")
	d.press("esc").hides("ditandai").press("esc").shows("Tekan q untuk keluar")
}

// An error can be read for as long as it takes, and goes when it is dealt with.
func TestErrorStaysUntilItIsOver(t *testing.T) {
	store := &fakeStore{}
	d := start(drive(t, store, 60, 20, "id"))
	store.fail = assess.NewProblem("database-damaged", "path", "/mnt/bappeda/.local/share/luwes/luwes.db")
	d.press("4", "right", "left").shows("rusak; tidak ada lagi yang disimpan. Kembalikan cadangan", "- Tidak berlaku", "BELUM")
	store.fail = nil
	d.press("5").shows("Semua jawaban sudah tersimpan kembali").hides("rusak").hides("BELUM")
}

// Whoever goes down through a comparison sees all of it, also on the smallest
// screen, and ends where nothing is left below.
func TestComparisonCanBeReadWhole(t *testing.T) {
	sweeping(t)
	t.Parallel()
	open := screens(t)
	for _, name := range []string{"pair", "three", "places", "apart", "seven"} {
		for _, lang := range locale.Languages {
			for _, size := range sizes {
				d := opened(t, open[name](), size.width, size.height, lang)
				inner := d.app.inner()
				all := d.app.top().View(d.app.look, inner, 1000)
				seen := map[string]bool{}
				before := ""
				for still := 0; still < 3; { // until three presses change nothing
					now := d.screen()
					if still++; now != before {
						before, still = now, 0
						for _, line := range strings.Split(now, "\n") {
							seen[unpointed(line)] = true
						}
					}
					d.press("down")
				}
				d.hides(d.app.look.T("results.more-below")).hides(d.app.look.T("results.more-both"))
				for _, line := range strings.Split(ansi.Strip(all), "\n") {
					if !seen[unpointed(line)] && !strings.HasSuffix(line, "…") { // the selected row shows it in full
						t.Errorf("%s at %dx%d in %s never shows %q", name, size.width, size.height, lang, line)
					}
				}
			}
		}
	}
}

// At the end of a list of results nothing is left below.
func TestResultsEndAtTheirEnd(t *testing.T) {
	for _, open := range screens(t) {
		for _, size := range sizes {
			for _, lang := range locale.Languages {
				d := opened(t, open(), size.width, size.height, lang)
				d.screen() // a screen knows only once it is drawn how much fits
				d.press("end", "down")
				d.hides(d.app.look.T("results.more-below")).hides(d.app.look.T("results.more-both"))
			}
		}
	}
}

// unpointed is a line without the pointer and the spaces around it.
func unpointed(line string) string { return strings.TrimSpace(strings.Replace(line, "›", " ", 1)) }
