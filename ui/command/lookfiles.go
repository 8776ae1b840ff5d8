package command

import (
	"context"
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
func (e *exchange) Look(ctx context.Context, path string) ([]ui.FileOffer, error) {
	lead, begin := filepath.Split(path)
	folder, err := homed(lead)
	if err != nil {
		return nil, err
	}
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var offers []ui.FileOffer
	for _, entry := range entries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name := entry.Name()
		if !beginsAs(name, begin) || strings.HasPrefix(name, ".") && !strings.HasPrefix(begin, ".") {
			continue
		}
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil { // a link is what it leads to
			offers = append(offers, ui.FileOffer{Name: name, Path: lead + name, Folder: info.IsDir(), Size: info.Size(), Changed: info.ModTime()})
		}
		if len(offers) == mostOffers {
			break
		}
	}
	slices.SortStableFunc(offers, func(a, b ui.FileOffer) int {
		if a.Folder != b.Folder {
			return map[bool]int{true: -1, false: 1}[a.Folder]
		}
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return offers, nil
}

func beginsAs(name, begin string) bool {
	return len(name) >= len(begin) && strings.EqualFold(name[:len(begin)], begin)
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
