package data

import (
	"os"
	"runtime"
	"sync"

	"modernc.org/sqlite"
)

// Outside Linux and Windows the locks of SQLite belong to the process: closing
// any handle of a database drops those of a store that has it open. There a file
// that was looked at meanwhile stays open until the last such store is closed.
var looked = struct {
	sync.Mutex
	stores map[string]int // stores that have the path open
	kept   map[string][]*os.File
}{stores: map[string]int{}, kept: map[string][]*os.File{}}

// A peeked is a database opened to look at its bytes without SQLite.
type peeked struct {
	*os.File
	path string
}

func peek(path string) (peeked, error) {
	f, err := os.Open(path)
	return peeked{f, path}, err
}

// Close closes the file as soon as that does no harm.
func (p peeked) Close() error {
	if runtime.GOOS == "windows" || sqlite.OFDLockingEnabled() {
		return p.File.Close()
	}
	looked.Lock()
	defer looked.Unlock()
	if looked.stores[p.path] == 0 {
		return p.File.Close()
	}
	looked.kept[p.path] = append(looked.kept[p.path], p.File)
	return nil
}

// storeOpened and storeClosed note which paths stores have open.
func storeOpened(path string) {
	looked.Lock()
	defer looked.Unlock()
	looked.stores[path]++
}

func storeClosed(path string) {
	looked.Lock()
	defer looked.Unlock()
	if looked.stores[path]--; looked.stores[path] > 0 {
		return
	}
	delete(looked.stores, path)
	for _, f := range looked.kept[path] {
		_ = f.Close() // only read
	}
	delete(looked.kept, path)
}
