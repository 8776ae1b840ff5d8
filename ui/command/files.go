package command

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// openInput opens an answers or session file; "-" is standard input. Waiting for
// somebody to write ends with the context.
func (p *program) openInput(ctx context.Context, path string) (io.ReadCloser, error) {
	if path == "-" {
		return io.NopCloser(&patient{ctx: ctx, r: p.in}), nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	if info.IsDir() {
		return nil, cannot("file-directory", "path", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fileFault(err, path, "file-unreadable")
	}
	return f, nil
}

// A patient reader stops waiting when its context ends. What it waited for is
// then left to the end of the program.
type patient struct {
	ctx  context.Context
	r    io.Reader
	rest []byte
	err  error
}

// Read implements io.Reader.
func (p *patient) Read(b []byte) (int, error) {
	if len(p.rest) == 0 && p.err == nil {
		p.wait()
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	if n > 0 {
		return n, nil
	}
	return 0, p.err
}

func (p *patient) wait() {
	type read struct {
		text  []byte
		err   error
		panic any
	}
	done := make(chan read, 1)
	go func() {
		r := read{text: make([]byte, 64<<10)}
		defer func() { r.panic = recover(); done <- r }()
		n, err := p.r.Read(r.text)
		r.text, r.err = r.text[:n], err
	}()
	select {
	case r := <-done:
		if r.panic != nil {
			panic(r.panic) // a fault of ours, told where all of them are
		}
		p.rest, p.err = r.text, r.err
	case <-p.ctx.Done():
		p.err = p.ctx.Err()
	}
}

// nameOf is what a file is called in messages.
func (p *program) nameOf(path string) string {
	if path == "-" {
		return p.words().T("file.standard-input")
	}
	return path
}

// writeFile writes a file as a whole: whoever reads it sees the old one or the
// new one. An existing one is only replaced if force is set.
func writeFile(path string, force bool, text []byte) error {
	if info, err := os.Stat(path); err == nil {
		switch {
		case info.IsDir():
			return cannot("file-directory", "path", path)
		case !info.Mode().IsRegular(): // /dev/stdout and the like
			return plainWrite(path, text)
		case !force:
			return cannot("file-exists", "path", path)
		}
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".luwes-*")
	if err != nil {
		return fileFault(err, path, "file-unwritable")
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Chmod(permissions(path)), f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
		return fileFault(err, path, "file-unwritable")
	}
	return nil
}

// permissions are those of the file that is replaced, else the usual ones for
// what may name people: the owner alone.
func permissions(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o600
}

func plainWrite(path string, text []byte) error {
	if err := os.WriteFile(path, text, 0o600); err != nil {
		return fileFault(err, path, "file-unwritable")
	}
	return nil
}
