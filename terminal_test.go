//go:build unix

package main_test

import (
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"

	_ "luwes/ui/command" // the real program is built by a command of its own: a change of it must run these tests anew
)

// binary is the real program, built once.
var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "luwes-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "luwes")
	out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput()
	if err != nil {
		os.Stderr.Write(out)
	}
	return path, err
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := binary(); err == nil {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// A terminal runs the program on a pseudo-terminal and keeps what its screen
// shows.
type terminal struct {
	t      *testing.T
	cmd    *exec.Cmd
	master *os.File
	screen *vt.Emulator
	output chan []byte
	silent bool // answers no question of the program
}

// answers says which questions a terminal answers.
type answers bool

const (
	answering answers = true
	silent    answers = false
)

func launch(t *testing.T, db string, how answers) *terminal {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	return launchCommand(t, db, how, exec.Command(path, "--db", db, "--lang", "id"))
}

func launchCommand(t *testing.T, db string, how answers, cmd *exec.Cmd) *terminal {
	t.Helper()
	term := &terminal{t: t, output: make(chan []byte), screen: vt.NewEmulator(80, 24), silent: how == silent, cmd: cmd}
	term.cmd.Env = append(os.Environ(), "TERM=xterm-256color", "LC_ALL=C.UTF-8", "HOME="+filepath.Dir(db), "XDG_CONFIG_HOME="+filepath.Dir(db))
	var err error
	term.master, err = pty.StartWithSize(term.cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		t.Fatal(err)
	}
	go term.read()
	go term.answer()
	t.Cleanup(func() { term.kill() })
	return term
}

// read hands on what the program writes, until it ends.
func (term *terminal) read() {
	defer close(term.output)
	for {
		buf := make([]byte, 4096)
		n, err := term.master.Read(buf)
		if n > 0 {
			term.output <- buf[:n]
		}
		if err != nil {
			return
		}
	}
}

// answer sends the emulator's replies to the program's questions.
func (term *terminal) answer() {
	if term.silent {
		io.Copy(io.Discard, term.screen)
		return
	}
	io.Copy(term.master, term.screen)
}

// show takes one piece of output onto the screen; false when there is no more.
func (term *terminal) show(ctx context.Context) bool {
	select {
	case chunk, ok := <-term.output:
		if ok {
			term.screen.Write(chunk)
		}
		return ok
	case <-ctx.Done():
		return false
	}
}

// await reads until the screen matches.
func (term *terminal) await(pattern string) {
	term.t.Helper()
	re := regexp.MustCompile(pattern)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for !re.MatchString(term.text()) {
		if !term.show(ctx) {
			term.t.Fatalf("the screen never matched %q:\n%s", pattern, term.text())
		}
	}
}

func (term *terminal) text() string {
	return strings.Join(strings.Fields(term.screen.String()), " ")
}

func (term *terminal) press(keys string) {
	term.t.Helper()
	if _, err := term.master.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// kill ends the program as a power cut would, without a warning.
func (term *terminal) kill() {
	term.cmd.Process.Signal(syscall.SIGKILL)
	term.wait()
}

// wait reads what is left and waits for the program to end.
func (term *terminal) wait() error {
	for chunk := range term.output {
		_ = chunk
	}
	err := term.cmd.Wait()
	term.master.Close()
	return err
}
