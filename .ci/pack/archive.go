package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A file is one of those in a package. Mode 0 is that of a text.
type file struct {
	name    string
	mode    fs.FileMode
	content []byte
}

func (f file) permissions() fs.FileMode {
	if f.mode == 0 {
		return 0o644
	}
	return f.mode
}

// writeZip writes the files to a zip in their order, all with the same time, and
// returns how long it became.
func writeZip(name string, files []file, when time.Time) (size int, err error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(out, flate.BestCompression)
	})
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(f.permissions())
		in, err := w.CreateHeader(h)
		if err != nil {
			return 0, err
		}
		if _, err := in.Write(f.content); err != nil {
			return 0, err
		}
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return b.Len(), os.WriteFile(name, b.Bytes(), 0o644)
}

// checkZip reads a zip again and compares it with what should be in it.
func checkZip(name string, want []file) error {
	got, err := readZip(name)
	if err != nil {
		return err
	}
	if len(got) != len(want) {
		return fmt.Errorf("%s has %d files, want %d", name, len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		if g.name != w.name || g.mode != w.permissions() || !bytes.Equal(g.content, w.content) {
			return fmt.Errorf("%s: %s differs from what was put in", name, w.name)
		}
	}
	return nil
}

// readZip returns the files of a zip. Its checksums are checked by reading.
func readZip(name string) ([]file, error) {
	r, err := zip.OpenReader(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var files []file
	for _, e := range r.File {
		in, err := e.Open()
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Name, err)
		}
		files = append(files, file{name: e.Name, mode: e.Mode(), content: content})
	}
	return files, nil
}

// unpack writes the files of a zip to dir with the modes that they have in it.
func unpack(name, dir string) error {
	files, err := readZip(name)
	if err != nil {
		return err
	}
	for _, f := range files {
		if !filepath.IsLocal(f.name) {
			return fmt.Errorf("%s would leave the folder", f.name)
		}
		path := filepath.Join(dir, f.name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, f.content, f.mode); err != nil {
			return err
		}
	}
	return nil
}
