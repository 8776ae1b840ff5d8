package command

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	_ "modernc.org/sqlite"
)

// A stage is a folder that every user can reach, with an answers file and a
// database of one assessment.
type stage struct {
	t                *testing.T
	dir, program, db string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	dir, err := os.MkdirTemp("", "luwes-command-")
	must(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	program, err := exec.LookPath("luwes")
	must(t, err)
	s := &stage{t: t, dir: dir, program: program, db: filepath.Join(dir, "room", "luwes.db")}
	must(t, os.Chmod(dir, 0o755))
	must(t, os.WriteFile(filepath.Join(dir, "a.csv"), []byte("respondent,str1\nR1,4\n"), 0o644))
	must(t, os.Mkdir(filepath.Dir(s.db), 0o777))
	must(t, os.Chmod(filepath.Dir(s.db), 0o777))
	if out, code := s.run(s.command(s.importing(s.db)...)); code != 0 {
		t.Fatal(out)
	}
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func (s *stage) importing(db string) []string {
	return []string{"import", filepath.Join(s.dir, "a.csv"), "--db", db}
}

// command is a run of the program.
func (s *stage) command(args ...string) *exec.Cmd {
	cmd := exec.CommandContext(s.t.Context(), s.program, args...)
	cmd.Dir = s.dir
	cmd.Env = append(os.Environ(), "HOME="+s.dir, "XDG_CONFIG_HOME="+filepath.Join(s.dir, "config"), "XDG_DATA_HOME="+filepath.Join(s.dir, "share"), "LUWES_LANG=id", "LUWES_DB=")
	return cmd
}

// nobody makes it run as a user without rights: permissions mean nothing to root.
func nobody(cmd *exec.Cmd) *exec.Cmd {
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return cmd
}

func (s *stage) run(cmd *exec.Cmd) (messages string, code int) {
	s.t.Helper()
	var errs bytes.Buffer
	cmd.Stderr = &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	return errs.String(), cmd.ProcessState.ExitCode()
}

// refused wants a sentence, a hint and an exit code of a run.
func (s *stage) refused(cmd *exec.Cmd, code int, sentence, hint string) {
	s.t.Helper()
	got, gotCode := s.run(cmd)
	if want := "luwes: " + sentence + "\n" + hint + "\n"; gotCode != code || got != want {
		s.t.Errorf("exit code %d, want %d\n%swant\n%s", gotCode, code, got, want)
	}
}

// holds wants the database to be sound and to hold so many assessments.
func (s *stage) holds(assessments int) {
	s.t.Helper()
	if out, code := s.run(s.command("list", "--db", s.db)); code != 0 || !strings.HasPrefix(out, fmt.Sprint(assessments, " ")) {
		s.t.Errorf("exit code %d, %s", code, out)
	}
	if out, code := s.run(s.command("doctor", "--db", s.db)); code != 0 {
		s.t.Errorf("exit code %d, %s", code, out)
	}
}

func TestFileNotWritable(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	must(t, os.Chmod(s.db, 0o444))
	s.refused(nobody(s.command(s.importing(s.db)...)), 1, s.db+" hanya dapat dibaca", "Ubah izin berkas, atau kerjakan salinannya di folder lain.")
	if out, code := s.run(nobody(s.command("show", "last", "--db", s.db))); code != 0 {
		t.Errorf("exit code %d, %s", code, out)
	}
	s.holds(1)
}

func TestFileForbidden(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	must(t, os.Chmod(s.db, 0))
	for _, args := range [][]string{s.importing(s.db), {"list", "--db", s.db}, {"doctor", "--db", s.db}} {
		s.refused(nobody(s.command(args...)), 1, s.db+" tidak boleh dibaca: izin ditolak", "Mintalah izin baca kepada pemilik berkas.")
	}
	must(t, os.Chmod(s.db, 0o600))
	s.holds(1)
}

func TestFolderNotWritable(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	folder := filepath.Dir(s.db)
	must(t, os.Chmod(s.db, 0o666))
	must(t, os.Chmod(folder, 0o555))
	defer os.Chmod(folder, 0o777)
	hint := "Kerjakan salinan basis data di folder lain."
	for _, args := range [][]string{
		s.importing(s.db), s.importing(filepath.Join(folder, "new.db")), {"restore", s.program, "--db", s.db},
		{"backup", filepath.Join(folder, "b.db"), "--db", s.db},
	} {
		s.refused(nobody(s.command(args...)), 1, "folder "+folder+" tidak dapat ditulis", hint)
	}
	s.holds(1)
}

// Somebody else holds the file for himself, or is writing all the time.
func TestLockedByAnotherProgram(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ take, sentence, hint string }{
		"alone":   {"BEGIN EXCLUSIVE", "%s dikunci program lain", "Tutup program itu, lalu coba lagi."},
		"writing": {"BEGIN IMMEDIATE", "program lain sedang menulis ke %s", "Tunggu sebentar, lalu coba lagi."},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // each waits five seconds
			s := newStage(t)
			dsn := "file:" + s.db
			if name == "alone" {
				dsn += "?_pragma=locking_mode(EXCLUSIVE)"
			}
			db, err := sql.Open("sqlite", dsn)
			must(t, err)
			defer db.Close()
			other, err := db.Conn(context.Background())
			must(t, err)
			_, err = other.ExecContext(context.Background(), c.take)
			must(t, err)
			s.refused(s.command(s.importing(s.db)...), 4, fmt.Sprintf(c.sentence, s.db), c.hint)
			_, err = other.ExecContext(context.Background(), "ROLLBACK")
			must(t, errors.Join(err, other.Close(), db.Close()))
			s.holds(1)
		})
	}
}

// mounted runs a script of the shell in a mount namespace of its own, where $S is
// the folder "small", $P the program and $D the stage.
func (s *stage) mounted(options, script string) (messages string, code int) {
	s.t.Helper()
	small := filepath.Join(s.dir, "small")
	must(s.t, os.Mkdir(small, 0o777))
	cmd := exec.CommandContext(s.t.Context(), "unshare", "--mount", "sh", "-ec",
		"mount -t tmpfs -o "+options+" none $S 2>/dev/null || exit 42\n"+script)
	cmd.Env = append(s.command().Env, "S="+small, "P="+s.program, "D="+s.dir)
	if err := exec.Command("unshare", "--mount", "true").Run(); err != nil {
		s.t.Skip("needs a mount namespace, which is not to be had here: ", err)
	}
	messages, code = s.run(cmd)
	if code == 42 {
		s.t.Skip("mounting is not permitted here")
	}
	return strings.ReplaceAll(messages, small, "$S"), code
}

func TestReadonlyMedium(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	got, _ := s.mounted("size=8m", `
cp $D/room/luwes.db $S/a.db
mount -o remount,ro $S
$P list --db $S/a.db >/dev/null
for c in "import $D/a.csv" "complete last" "restore $D/room/luwes.db" "backup $S/b.db"; do
	$P $c --db $S/a.db || echo "$?" >&2
done`)
	hint := " berada di media yang hanya dapat dibaca\nKerjakan salinannya di folder lain.\n1\n"
	if want := "1 penilaian\n" + strings.Repeat("luwes: $S/a.db"+hint, 3) + "luwes: $S/b.db" + hint; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// The disk is full: nothing is said to be saved, nothing half-made stays, and what
// was saved before can be read.
func TestDiskFull(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	got, _ := s.mounted("size=600k", `
$P restore $D/room/luwes.db --db $S/a.db 2>/dev/null
head -c 1000000 /dev/zero >$S/fill 2>/dev/null || true
$P import $D/a.csv --db $S/a.db || echo "$?" >&2
$P import $D/a.csv --db $S/new.db || echo "$?" >&2
$P backup $S/b.db --db $S/a.db || echo "$?" >&2
$P export last --format json -o $S/x.json --db $S/a.db || echo "$?" >&2
ls -A $S >&2
$P list --db $S/a.db >/dev/null
rm $S/fill
$P import $D/a.csv --db $S/a.db >/dev/null
$P doctor --db $S/a.db >/dev/null
$P list --db $S/a.db >/dev/null`)
	full := func(name string) string {
		return "luwes: disk penuh: $S/" + name + " (sisa 0 B)\nKosongkan ruang, lalu coba lagi.\n1\n"
	}
	want := full("a.db") + full("new.db") + full("b.db") + "luwes: $S/x.json tidak dapat ditulis: no space left on device\n1\n" +
		"a.db\nfill\n1 penilaian\n2 penilaian\n"
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// A disk that does not confirm is told; nothing unconfirmed is called saved.
func TestSyncFails(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("needs strace")
	}
	s := newStage(t)
	plain := s.command(s.importing(s.db)...)
	cmd := exec.CommandContext(t.Context(), "strace", append([]string{"-f", "-o", "/dev/null", "-e", "trace=fsync,fdatasync",
		"-e", "inject=fsync,fdatasync:error=EIO", s.program}, plain.Args[1:]...)...)
	cmd.Env = plain.Env
	if out, err := exec.Command("strace", "-o", "/dev/null", "true").CombinedOutput(); err != nil {
		t.Skipf("strace may not trace here: %s", out)
	}
	s.refused(cmd, 1, "disk bermasalah; tidak ada lagi yang disimpan di "+s.db, "Salin cadangan ke disk lain sekarang juga.")
	s.holds(1)
}
