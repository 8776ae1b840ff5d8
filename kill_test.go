//go:build unix

package main_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/creack/pty"

	"luwes/assess"
	"luwes/data"
)

const (
	enter = "\r"
	esc   = "\x1b"
	f8    = "\x1b[19~"
	home  = "\x1b[H"
)

// begin makes an assessment of Kabupaten Bandung through the screens.
func (term *terminal) begin() {
	term.t.Helper()
	term.await("Mulai penilaian baru")
	term.press(enter)
	term.await("Ketik sebagian nama")
	term.press("kab bandung" + enter)
	term.await("Jawa Barat · 32.04")
	term.press(f8)
	term.await("butir 1 dari 54, 0 terjawab")
}

// levels reads back the levels of the newest session, in the order of the items.
func levels(t *testing.T, db string) (s *assess.Session, sequence string) {
	t.Helper()
	ctx := context.Background()
	store, err := data.Open(ctx, db, data.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	id, err := store.Resolve(ctx, "last")
	if err != nil {
		t.Fatal(err)
	}
	s, err = store.Session(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, scale := range s.Asked().Scales {
		for _, it := range scale.Items {
			if a := s.Respondents[0].Entry(it.ID, 1).Answer; a.Kind == assess.Level {
				b.WriteString(a.String())
			}
		}
	}
	return s, b.String()
}

var answered = regexp.MustCompile(`, (\d+) terjawab`)

// claimed is the number of answers that the screen says are saved.
func (term *terminal) claimed() int {
	m := answered.FindStringSubmatch(term.text())
	if m == nil || !strings.Contains(term.text(), "✓ tersimpan") {
		return 0
	}
	n, _ := strconv.Atoi(m[1])
	return n
}

// TestKillBetweenAnyTwoKeys kills the real program over and over, at random
// moments while answers are typed faster than it draws. Whatever the screen had
// called saved must be on disk, and nothing else than what was typed.
func TestKillBetweenAnyTwoKeys(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "luwes.db")
	first := launch(t, db, answering)
	first.begin()
	first.kill()
	random := rand.New(rand.NewPCG(1, 2))
	typed, kills := "", 0
	for len(typed) < 36 {
		term := launch(t, db, answering)
		term.await("Kabupaten Bandung 20")
		term.press(enter)
		term.await("butir .* dari 54")
		if typed != "" { // the place is saved after the answer, and a kill may come between
			term.press(home + "b")
		}
		term.await(fmt.Sprintf("butir %d dari 54", len(typed)+1))
		keys := ""
		for range 1 + random.IntN(3) {
			keys += strconv.Itoa(1 + random.IntN(5))
		}
		term.press(keys)
		if seen := random.IntN(len(keys) + 1); seen > 0 { // else at once
			term.await(fmt.Sprintf(", (%s) terjawab", oneOf(len(typed)+seen, len(typed)+len(keys))))
		}
		said := max(term.claimed(), len(typed))
		term.kill()
		kills++
		_, got := levels(t, db)
		if want := typed + keys; !strings.HasPrefix(want, got) {
			t.Fatalf("after kill %d the answers are %s, typed were %s", kills, got, want)
		}
		if len(got) < said {
			t.Fatalf("after kill %d there are %d answers on disk, the screen had called %d saved", kills, len(got), said)
		}
		typed = got
	}
	t.Logf("%d kills, %d answers, none lost that was called saved", kills, len(typed))
}

// oneOf is a pattern for the numbers from one to another.
func oneOf(from, to int) string {
	var all []string
	for n := from; n <= to; n++ {
		all = append(all, strconv.Itoa(n))
	}
	return strings.Join(all, "|")
}

// TestWindowClosedInTheMiddleOfANote hangs the terminal up while a note is being
// typed: what the screen showed as saved is there.
func TestWindowClosedInTheMiddleOfANote(t *testing.T) {
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, answering)
	term.begin()
	term.press("n")
	term.await("Bukti dukung")
	term.press("Renstra 2025? /1")
	term.await(`Renstra 2025\? /1.*✓ tersimpan`)
	term.cmd.Process.Signal(syscall.SIGHUP)
	term.wait()
	s, _ := levels(t, db)
	if got := s.Respondents[0].Entry("str1", 1).Note; got != "Renstra 2025? /1" {
		t.Errorf("note on disk is %q", got)
	}
}

// TestResizeStorm changes the size of the window over and over while keys come.
func TestResizeStorm(t *testing.T) {
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, answering)
	term.begin()
	random := rand.New(rand.NewPCG(3, 4))
	calm := make(chan struct{})
	go func() {
		defer close(calm)
		for range 300 {
			pty.Setsize(term.master, &pty.Winsize{Cols: uint16(1 + random.IntN(200)), Rows: uint16(1 + random.IntN(60))})
			term.master.WriteString("\x1b[B") // down
		}
		pty.Setsize(term.master, &pty.Winsize{Cols: 80, Rows: 24})
	}()
	term.screen.Resize(200, 60)
	for storm := true; storm; { // what comes meanwhile must be read, or the program waits
		select {
		case chunk := <-term.output:
			term.screen.Write(chunk)
		case <-calm:
			storm = false
		}
	}
	pty.Setsize(term.master, &pty.Winsize{Cols: 1, Rows: 1})
	pty.Setsize(term.master, &pty.Winsize{Cols: 70, Rows: 19})
	term.await(`^Jendela terlalu kecil.{0,100}$`) // nothing else is left on the screen
	pty.Setsize(term.master, &pty.Winsize{Cols: 80, Rows: 24})
	term.await("butir 1 dari 54, 0 terjawab")
	term.press("4")
	term.await("butir 2 dari 54, 1 terjawab")
}

// TestSilentTerminal answers none of the program's questions; everything works,
// and nothing is waited for.
func TestSilentTerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, silent)
	term.begin()
	term.press("3")
	term.await("butir 2 dari 54, 1 terjawab.*✓ tersimpan")
}

// TestLateTerminal answers a question of the program while a text is typed: the
// answer does not become part of the text.
func TestLateTerminal(t *testing.T) {
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, silent)
	term.await("Mulai penilaian baru")
	term.press(enter)
	term.await("Ketik sebagian nama")
	replies := []string{"\x1b[?2026;2$y", "\x1b[?2027;0$y", "\x1b[?62;22c", "\x1b]11;rgb:1111/1111/1111\x1b\\", "\x1b[?0u", "\x1bP>|late 1\x1b\\"}
	for i, letter := range "kota ba" {
		term.press(string(letter))
		term.press(replies[i%len(replies)])
	}
	term.press("njar")
	term.await("Daerah kota banjar .*Kota Banjar ")
}
