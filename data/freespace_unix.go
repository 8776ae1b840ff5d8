//go:build linux || darwin || freebsd

package data

import (
	"errors"
	"syscall"

	"golang.org/x/sys/unix"
)

// freeSpace returns the bytes that this user can still write in the folder;
// false if the system does not tell.
func freeSpace(folder string) (uint64, bool) {
	var st unix.Statfs_t
	if unix.Statfs(folder, &st) != nil {
		return 0, false
	}
	return uint64(st.Bavail) * uint64(st.Bsize), true //nolint:unconvert // the types differ between systems
}

// noRoom reports whether an error of the system says that the disk, or this
// user's share of it, is full.
func noRoom(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// readonlyFilesystem reports whether the folder lies on a file system that is
// mounted for reading.
func readonlyFilesystem(folder string) bool {
	return errors.Is(unix.Access(folder, unix.W_OK), unix.EROFS)
}

// syncFolder makes a rename in the folder durable.
func syncFolder(folder string) error {
	fd, err := unix.Open(folder, unix.O_RDONLY|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	if err := unix.Fsync(fd); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return err
	}
	return nil
}
