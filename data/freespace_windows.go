package data

import (
	"errors"

	"golang.org/x/sys/windows"
)

// freeSpace returns the bytes that this user can still write in the folder;
// false if the system does not tell.
func freeSpace(folder string) (uint64, bool) {
	p, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, false
	}
	var free uint64
	if windows.GetDiskFreeSpaceEx(p, &free, nil, nil) != nil {
		return 0, false
	}
	return free, true
}

// noRoom reports whether an error of the system says that the disk is full.
func noRoom(err error) bool {
	return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
}

// readonlyFilesystem reports whether the folder lies on a volume that is
// write-protected.
func readonlyFilesystem(folder string) bool {
	p, err := windows.UTF16PtrFromString(folder + `\`)
	if err != nil {
		return false
	}
	var flags uint32
	err = windows.GetVolumeInformation(p, nil, 0, nil, nil, &flags, nil, 0)
	return err == nil && flags&windows.FILE_READ_ONLY_VOLUME != 0
}

// syncFolder does nothing: Windows writes folders together with their files.
func syncFolder(string) error { return nil }
