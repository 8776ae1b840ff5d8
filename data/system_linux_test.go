package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"luwes/assess"
)

// asNobody makes the child run as a user without rights, since permissions mean
// nothing to root.
func asNobody(cmd *exec.Cmd) *exec.Cmd {
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return cmd
}

// withMounts gives the child a mount namespace of its own.
func withMounts(cmd *exec.Cmd) *exec.Cmd {
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

// runMounted runs a child that mounts, and skips the test where that is not
// permitted.
func runMounted(t *testing.T, name string) {
	t.Helper()
	cmd := withMounts(child(t, name, openDir(t)))
	if err := cmd.Start(); err != nil { // not permitted, or not possible in a changed root
		t.Skipf("needs a mount namespace, which is not to be had here: %v", err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	runChild(t, withMounts(child(t, name, openDir(t))))
}

func mount(dir, options string) error {
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, options); err != nil {
		return fmt.Errorf("%w: %w", errCannotMount, err)
	}
	return nil
}

func init() {
	children["forbidden"] = childForbidden
	children["readonly file"] = childReadonlyFile
	children["readonly folder"] = childReadonlyFolder
	children["readonly file system"] = childReadonlyFilesystem
	children["full at creation"] = childFullAtCreation
	children["full at opening"] = childFullAtOpening
	children["full while saving"] = childFullWhileSaving
}

func TestForbidden(t *testing.T) {
	t.Parallel()
	dir := openDir(t)
	path, _, err := build(dir, options())
	mustDo(t, err)
	mustDo(t, os.Chmod(path, 0))
	before, err := os.Stat(path)
	mustDo(t, err)
	runChild(t, asNobody(child(t, "forbidden", dir)))
	after, err := os.Stat(path)
	mustDo(t, err)
	if !after.ModTime().Equal(before.ModTime()) || after.Size() != before.Size() {
		t.Error("the file was touched")
	}
}

func childForbidden(dir string) error {
	_, err := Open(context.Background(), filepath.Join(dir, "luwes.db"), Options{Create: true})
	return want("open", err, DatabaseForbidden)
}

func TestReadonlyFile(t *testing.T) {
	t.Parallel()
	dir := openDir(t)
	path, _, err := build(dir, options())
	mustDo(t, err)
	mustDo(t, os.Chmod(path, 0o444))
	before := contents(t, dir)
	runChild(t, asNobody(child(t, "readonly file", dir)))
	if contents(t, dir)["luwes.db"] != before["luwes.db"] {
		t.Error("the file was touched")
	}
}

func childReadonlyFile(dir string) error {
	path := filepath.Join(dir, "luwes.db")
	_, err := Open(context.Background(), path, Options{})
	return errors.Join(want("open", err, DatabaseReadonly), readsOnly(path))
}

// readsOnly opens for reading and finds that this works and saving does not.
func readsOnly(path string) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("open for reading: %w", err)
	}
	defer s.Close()
	page, err := s.Sessions(ctx, assess.Query{})
	if err != nil || len(page.Rows) != 1 {
		return fmt.Errorf("list: %d rows, %w", len(page.Rows), err)
	}
	if _, err := s.Poll(ctx); err != nil {
		return err
	}
	return want("save", s.Save(ctx, page.Rows[0].ID, "R1", "", answer("S1", 1)), DatabaseReadonly)
}

func TestReadonlyFolder(t *testing.T) {
	t.Parallel()
	for _, log := range []bool{false, true} {
		t.Run(fmt.Sprint("log ", log), func(t *testing.T) {
			dir := openDir(t)
			path, _ := image(t, func(*Store, string) {})
			if !log {
				path, _ = built(t)
			}
			for _, end := range []string{"", "-wal"} {
				b, err := os.ReadFile(path + end)
				if err == nil {
					mustDo(t, os.WriteFile(filepath.Join(dir, "luwes.db"+end), b, 0o666))
					mustDo(t, os.Chmod(filepath.Join(dir, "luwes.db"+end), 0o666))
				}
			}
			before := contents(t, dir)
			mustDo(t, os.Chmod(dir, 0o555))
			runChild(t, asNobody(child(t, "readonly folder", dir)))
			sameContents(t, dir, before)
		})
	}
}

func childReadonlyFolder(dir string) error {
	path := filepath.Join(dir, "luwes.db")
	_, err := Open(context.Background(), path, Options{})
	if err := want("open", err, FolderReadonly); err != nil {
		return err
	}
	_, err = Open(context.Background(), filepath.Join(dir, "new.db"), Options{Create: true})
	if err := want("create", err, FolderReadonly); err != nil {
		return err
	}
	if hasLog(path) {
		_, err = Open(context.Background(), path, Options{ReadOnly: true})
		return want("open for reading beside a log", err, FolderReadonly)
	}
	return readsOnly(path)
}

func TestReadonlyFilesystem(t *testing.T) { runMounted(t, "readonly file system") }

func childReadonlyFilesystem(dir string) error {
	if err := mount(dir, "size=4m"); err != nil {
		return err
	}
	path, _, err := build(dir, Options{})
	if err != nil {
		return err
	}
	remount := func(flags uintptr) error { return unix.Mount("", dir, "", unix.MS_REMOUNT|flags, "") }
	if err := remount(unix.MS_RDONLY); err != nil {
		return err
	}
	_, err = Open(context.Background(), path, Options{})
	if err := errors.Join(want("open", err, FilesystemReadonly), readsOnly(path)); err != nil {
		return err
	}
	if _, err := Examine(context.Background(), path); err != nil {
		return fmt.Errorf("examine: %w", err)
	}
	_, err = Open(context.Background(), filepath.Join(dir, "new.db"), Options{Create: true})
	if err := want("create", err, FilesystemReadonly); err != nil {
		return err
	}
	if err := errors.Join(remount(0), os.WriteFile(path+"-wal", []byte("log"), 0o600), remount(unix.MS_RDONLY)); err != nil {
		return err
	}
	_, err = Open(context.Background(), path, Options{ReadOnly: true})
	return want("open for reading beside a log", err, FilesystemReadonly)
}

func TestDiskFullAtCreation(t *testing.T) { runMounted(t, "full at creation") }

func childFullAtCreation(dir string) error {
	if err := mount(dir, "size=64k"); err != nil {
		return err
	}
	path := filepath.Join(dir, "luwes.db")
	_, err := Open(context.Background(), path, Options{Create: true})
	left, _ := os.ReadDir(dir)
	if len(left) > 0 {
		return fmt.Errorf("left behind: %v", left)
	}
	return want("create", err, DiskFull)
}

func TestDiskFullAtOpening(t *testing.T) { runMounted(t, "full at opening") }

func childFullAtOpening(dir string) error {
	if err := mount(dir, "size=4m"); err != nil {
		return err
	}
	path, id, err := build(dir, Options{})
	if err != nil {
		return err
	}
	before, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := fillUp(dir); err != nil {
		return err
	}
	_, err = Open(context.Background(), path, Options{})
	if err := want("open", err, DiskFull); err != nil {
		return err
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		return fmt.Errorf("the file was touched: %w", err)
	}
	if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
		return err
	}
	s, err := Open(context.Background(), path, Options{})
	if err != nil {
		return err
	}
	_, err = s.Session(context.Background(), id)
	return errors.Join(err, s.Close())
}

// fillUp writes until there is no room.
func fillUp(dir string) error {
	f, err := os.Create(filepath.Join(dir, "filler"))
	if err != nil {
		return err
	}
	defer f.Close()
	for _, n := range []int{4096, 1} {
		for {
			if _, err := f.Write(make([]byte, n)); errors.Is(err, syscall.ENOSPC) {
				break
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

func TestDiskFullOfAFileSystem(t *testing.T) { runMounted(t, "full while saving") }

func childFullWhileSaving(dir string) error {
	if err := mount(dir, "size=4m"); err != nil {
		return err
	}
	path, id, err := build(dir, Options{})
	if err != nil {
		return err
	}
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	save := func(i int) error {
		return s.Save(ctx, id, fmt.Sprint("R", i), "", assess.Entry{Item: "S1", Answer: assess.At(1), Note: big(2000)})
	}
	if err := errors.Join(save(0), fillUp(dir)); err != nil {
		return err
	}
	n := 1
	for ; err == nil; n++ {
		err = save(n)
	}
	if err := want("save", err, DiskFull); err != nil {
		return err
	}
	if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
		return err
	}
	if err := save(n - 1); err != nil {
		return fmt.Errorf("save with room again: %w", err)
	}
	ses, err := s.Session(ctx, id)
	if err == nil && len(ses.Respondents) != n {
		err = fmt.Errorf("got %d respondents, want %d", len(ses.Respondents), n)
	}
	return err
}

func init() { children["failing sync"] = childFailingSync }

// TestFailingSync lets the system refuse the sync of a save.
func TestFailingSync(t *testing.T) {
	t.Parallel()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("needs strace")
	}
	dir := openDir(t)
	path, id, err := build(dir, options())
	mustDo(t, err)
	cmd := child(t, "failing sync", dir)
	exe, err := os.Executable()
	mustDo(t, err)
	cmd.Args = []string{strace, "-f", "-o", filepath.Join(dir, "trace"), "-e", "trace=fsync,fdatasync",
		"-e", "inject=fsync,fdatasync:error=EIO:when=4+", exe}
	cmd.Path = strace
	if out, err := cmd.CombinedOutput(); err != nil {
		if strings.Contains(string(out), "ptrace") {
			t.Skipf("needs ptrace: %s", out)
		}
		t.Fatalf("%v\n%s", err, out)
	}
	acknowledged, err := os.ReadFile(filepath.Join(dir, "acknowledged"))
	mustDo(t, err)
	s := openStore(t, path, options())
	if got := len(mustSession(t, s, id).Respondents); got < len(acknowledged) {
		t.Errorf("got %d respondents, %d were acknowledged", got, len(acknowledged))
	}
}

func childFailingSync(dir string) error {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(dir, "luwes.db"), Options{})
	if err != nil {
		return err
	}
	id, err := s.Resolve(ctx, Last)
	if err != nil {
		return err
	}
	n := 0
	for ; err == nil && n < 50; n++ {
		err = s.Save(ctx, id, fmt.Sprint("R", n), "", answer("S1", 1))
	}
	if err := want("save", err, DiskFailing); err != nil {
		return err
	}
	if err := want("save again", s.Save(ctx, id, "again", "", answer("S1", 1)), DiskFailing); err != nil {
		return err
	}
	_ = s.Close()
	return os.WriteFile(filepath.Join(dir, "acknowledged"), bytes.Repeat([]byte("x"), n-1), 0o600)
}
