package command

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"luwes/ui"
)

// mostOffers is how many files of a folder are offered at once; whoever looks for
// another types on.
const mostOffers = 200

// Look lists what stands in the folder of a path and begins as the path ends.
// Hidden files are offered to who types their dot.
func (e *exchange) Look(ctx context.Context, path string, endings []string) (ui.Listing, error) {
	if path == "~" {
		return ui.Listing{Offers: []ui.FileOffer{{Name: path, Path: path, Folder: true}}, Common: path}, nil
	}
	lead, begin := filepath.Split(path)
	folder, err := homed(lead)
	if err != nil {
		return ui.Listing{}, err
	}
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return ui.Listing{}, err
	}
	var fitting []candidate
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return ui.Listing{}, err
		}
		name := entry.Name()
		if !beginsAs(name, begin) || strings.HasPrefix(name, ".") && !strings.HasPrefix(begin, ".") {
			continue
		}
		if c := (candidate{name, leadsToFolder(folder, entry)}); c.folder || endsAs(name, endings) {
			fitting = append(fitting, c)
		}
	}
	slices.SortStableFunc(fitting, candidate.compare)
	list := ui.Listing{Common: lead + common(fitting)}
	shown := fitting[:min(len(fitting), mostOffers)]
	list.More = len(fitting) - len(shown)
	for _, c := range shown {
		if info, err := os.Stat(filepath.Join(folder, c.name)); err == nil { // a link is what it leads to
			list.Offers = append(list.Offers, ui.FileOffer{Name: c.name, Path: lead + c.name, Folder: c.folder, Size: info.Size(), Changed: info.ModTime()})
		}
	}
	return list, nil
}

// A candidate is a name in a folder that may be offered.
type candidate struct {
	name   string
	folder bool
}

// compare orders folders before files, and both as a person looks for them.
func (c candidate) compare(o candidate) int {
	if c.folder != o.folder {
		return map[bool]int{true: -1, false: 1}[c.folder]
	}
	return strings.Compare(strings.ToLower(c.name), strings.ToLower(o.name))
}

// leadsToFolder reports whether an entry is a folder or a link to one.
func leadsToFolder(folder string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.IsDir()
	}
	info, err := os.Stat(filepath.Join(folder, entry.Name()))
	return err == nil && info.IsDir()
}

func endsAs(name string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.EqualFold(filepath.Ext(name), ending) })
}

func beginsAs(name, begin string) bool {
	return len(name) >= len(begin) && strings.EqualFold(name[:len(begin)], begin)
}

// common is how all names begin, in the letters of the first.
func common(names []candidate) string {
	if len(names) == 0 {
		return ""
	}
	begin := []rune(names[0].name)
	for _, other := range names[1:] {
		for !beginsAs(other.name, string(begin)) {
			begin = begin[:len(begin)-1]
		}
	}
	return string(begin)
}

// Show opens a file with the program that the machine has for it.
func (e *exchange) Show(path string) error {
	if !desktop() {
		return cannot("no-desktop", "path", path)
	}
	if err := openFile(path); err != nil {
		return cannot("file-not-shown", "path", path, "detail", err.Error())
	}
	return nil
}
