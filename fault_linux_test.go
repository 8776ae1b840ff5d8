package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// TestDiskFullWhileAnswering fills a small disk of the program's own, which only
// it sees, and makes room again.
func TestDiskFullWhileAnswering(t *testing.T) {
	t.Parallel()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	mounted := `mount -t tmpfs -o size=3m tmpfs "$2" && exec "$1" --db "$2/luwes.db" --lang id`
	if out, err := inMounts(exec.Command("sh", "-c", mounted+" --version", "sh", path, dir)).CombinedOutput(); err != nil {
		t.Skipf("needs a mount namespace, which is not to be had here: %v: %s", err, out)
	}
	term := launchCommand(t, filepath.Join(dir, "luwes.db"), answering, inMounts(exec.Command("sh", "-c", mounted, "sh", path, dir)))
	term.begin()
	inside := filepath.Join(fmt.Sprintf("/proc/%d/root", term.cmd.Process.Pid), dir)
	fill(t, filepath.Join(inside, "filler"))

	term.press("4")
	term.await(`1 jawaban BELUM tersimpan.*Disk penuh: .*luwes\.db \(sisa 0`)
	term.press("5")
	term.await(`2 jawaban BELUM tersimpan`)
	if err := os.Remove(filepath.Join(inside, "filler")); err != nil {
		t.Fatal(err)
	}
	term.await(`✓ tersimpan.*Semua jawaban sudah tersimpan kembali`)

	out := t.TempDir() // the disk goes with the program
	for _, ending := range []string{"", "-wal"} {
		b, err := os.ReadFile(filepath.Join(inside, "luwes.db"+ending))
		if err == nil {
			err = os.WriteFile(filepath.Join(out, "luwes.db"+ending), b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, got := levels(t, filepath.Join(out, "luwes.db")); got != "45" {
		t.Errorf("answers on disk are %s, want 45", got)
	}
}

// TestDiskFailsWhileAnswering lets the system refuse every write, as a dying disk
// does. The answer is never called saved, and what was saved before stays.
func TestDiskFailsWhileAnswering(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "luwes.db")
	term := launch(t, db, answering)
	term.begin()
	term.press("4")
	term.await(`1 terjawab.*✓ tersimpan`)
	none := unix.Rlimit{Max: unix.RLIM_INFINITY}
	if err := unix.Prlimit(term.cmd.Process.Pid, unix.RLIMIT_FSIZE, &none, nil); err != nil {
		t.Fatal(err)
	}
	term.press("5")
	term.await(`1 jawaban BELUM tersimpan.*Disk bermasalah; tidak ada lagi yang disimpan di .*luwes\.db`)
	if _, got := levels(t, db); got != "4" {
		t.Errorf("answers on disk are %s, want 4", got)
	}
}

// inMounts gives a command mounts of its own.
func inMounts(cmd *exec.Cmd) *exec.Cmd {
	cmd.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{
			Cloneflags:  syscall.CLONE_NEWNS | syscall.CLONE_NEWUSER,
			UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
			GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
		}
	}
	return cmd
}

// fill writes a file until there is no room for another page.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for page := []byte(strings.Repeat("x", 4096)); err == nil; {
		_, err = f.Write(page)
	}
}
