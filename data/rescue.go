package data

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Poll is called every few seconds while an interface is open. It reports
// whether another program has written since the last call, and finds out whether
// the open file still stands at its path. If that was deleted or replaced, saves
// into it would be gone: everything is then written to a new file beside, later
// saves go there, and DatabaseReplaced is returned once, with the values path
// and rescued.
func (s *Store) Poll(ctx context.Context) (changed bool, err error) {
	err = s.submit(ctx, "poll", &job{alone: func(f *file) error {
		var err error
		changed, err = f.changed(context.Background())
		if !s.opt.ReadOnly {
			err = errors.Join(f.emptyLogAgain(s.opt.patience()), s.lookForFile(), err)
		}
		if s.replaced != nil {
			err, s.replaced = s.replaced, nil
			changed = true
		}
		return err
	}})
	return changed, err
}

// lookForFile rescues what the open file holds if it no longer stands at its
// path.
func (s *Store) lookForFile() error {
	f := s.file
	if stillThere(f.path, f.info) {
		return nil
	}
	ctx := context.Background()
	rescued, err := rescue(ctx, f, s.opt)
	if err != nil {
		return newFault(DatabaseReplaced, err, "path", f.path)
	}
	s.replaced = newFault(DatabaseReplaced, nil, "path", f.path, "rescued", rescued.path)
	s.holding.Lock()
	s.file = rescued
	s.holding.Unlock()
	f.abandon()
	return s.replaced
}

// rescue copies what the open file holds to a new one and opens that.
func rescue(ctx context.Context, f *file, opt Options) (*file, error) {
	var errs []error
	for _, folder := range rescueFolders(f.path) {
		target := dated(filepath.Join(folder, filepath.Base(f.path)), rescuedFile, opt.now())
		err := vacuumInto(ctx, f.write, target)
		if err == nil {
			var rescued *file
			if rescued, err = openFile(ctx, target, opt); err == nil {
				return rescued, nil
			}
		}
		errs = append(errs, fmt.Errorf("rescue to %s: %w", target, err))
	}
	return nil, errors.Join(errs...)
}

// rescueFolders are the folders to write to: that of the file, and where this is
// gone too, the user's own and that for temporary files.
func rescueFolders(path string) []string {
	folders := []string{filepath.Dir(path)}
	if home, err := os.UserHomeDir(); err == nil {
		folders = append(folders, home)
	}
	return append(folders, os.TempDir())
}
