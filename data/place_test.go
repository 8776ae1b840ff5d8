package data

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"luwes/assess"
)

func assessNote(note string) assess.Entry {
	return assess.Entry{Item: "S1", Round: 1, Answer: assess.At(1), Note: note}
}

func TestDefaultPath(t *testing.T) {
	home := t.TempDir()
	for _, name := range []string{"XDG_DATA_HOME", "LOCALAPPDATA"} {
		t.Setenv(name, filepath.Join(home, "share"))
	}
	t.Setenv("HOME", home)
	stick := t.TempDir()
	program := filepath.Join(stick, "luwes")
	own := DefaultPath(program)
	if filepath.Base(own) != "luwes.db" || filepath.Base(filepath.Dir(own)) != "luwes" || !strings.HasPrefix(own, home) {
		t.Errorf("got %s", own)
	}
	if DefaultPath("") != own {
		t.Errorf("without a program: got %s", DefaultPath(""))
	}
	beside := filepath.Join(stick, "luwes.db")
	mustDo(t, os.Mkdir(beside, 0o755))
	if got := DefaultPath(program); got != own {
		t.Errorf("beside a folder: got %s", got)
	}
	mustDo(t, os.Remove(beside))
	mustDo(t, os.WriteFile(beside, nil, 0o600))
	if got := DefaultPath(program); got != beside {
		t.Errorf("got %s, want %s", got, beside)
	}

	s := openStore(t, own, options())
	mustCreate(t, s, group(t, "a", "2026-01-01"))
	info, err := os.Stat(filepath.Dir(own))
	mustDo(t, err)
	if info.Mode().Perm() != 0o700 && runtime.GOOS != "windows" || !IsOurFolder(own) || IsOurFolder(beside) {
		t.Errorf("got folder mode %v", info.Mode())
	}
	_, err = Open(t.Context(), filepath.Join(stick, "none", "luwes.db"), options())
	wantFault(t, err, FolderMissing, 1, map[string]string{"folder": filepath.Join(stick, "none")})
}

func TestFoldersOfOthersKeepTheirMode(t *testing.T) {
	dir := t.TempDir()
	mustDo(t, os.Chmod(dir, 0o755))
	openStore(t, filepath.Join(dir, "luwes.db"), options())
	info, err := os.Stat(dir)
	mustDo(t, err)
	if info.Mode().Perm() != 0o755 && runtime.GOOS != "windows" {
		t.Errorf("got %v", info.Mode())
	}
}

// TestThroughALink: the log stands beside the file, not beside the link.
func TestThroughALink(t *testing.T) {
	path, id := image(t, func(s *Store, id string) { mustDo(t, s.Save(t.Context(), id, "R009", "", answer("S1", 5))) })
	link := filepath.Join(t.TempDir(), "luwes.db")
	if err := os.Symlink(path, link); err != nil {
		t.Skip(err)
	}
	report, err := Examine(t.Context(), link)
	mustDo(t, err)
	if report.Respondents != 3 || report.LogSize == 0 {
		t.Errorf("got %+v", report)
	}
	s := openStore(t, link, options())
	if got := len(mustSession(t, s, id).Respondents); got != 3 {
		t.Errorf("got %d respondents, want 3", got)
	}
	_, err = s.Poll(t.Context())
	mustDo(t, err)
	mustDo(t, s.Close())
	backup, _ := built(t)
	kept, err := Restore(t.Context(), link, backup, options())
	mustDo(t, err)
	if filepath.Dir(kept) != filepath.Dir(s.Path()) {
		t.Errorf("kept in %s", kept)
	}
	openStore(t, link, options())
}

func TestSyncedFolder(t *testing.T) {
	for path, want := range map[string]string{
		`C:\Users\Siti\OneDrive\luwes`:                                     "OneDrive",
		`C:\Users\Siti\OneDrive - Pemkab Bandung\Dokumen`:                  "OneDrive",
		"/Users/siti/Library/CloudStorage/OneDrive-Personal/x":             "OneDrive",
		"/Users/siti/Library/CloudStorage/GoogleDrive-siti@example.org/My": "Google Drive",
		`G:\My Drive\luwes`:                                        "Google Drive",
		`G:\Drive Saya\luwes`:                                      "Google Drive",
		"/mnt/siti/Dropbox/luwes":                                  "Dropbox",
		`C:\Users\Siti\Dropbox (Pemkab)\x`:                         "Dropbox",
		`C:\Users\Siti\iCloudDrive\x`:                              "iCloud",
		"/Users/siti/Library/Mobile Documents/com~apple~CloudDocs": "iCloud",
		"/mnt/siti/.local/share/luwes":                             "",
		"/mnt/siti/dropboxer/x":                                    "",
		"":                                                         "",
	} {
		if got, ok := SyncedFolder(path); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
}

func TestLibrary(t *testing.T) {
	dir := t.TempDir()
	builtIn := small(t)
	l := NewLibrary(filepath.Join(dir, "luwes.db"), []*assess.Instrument{builtIn})
	if got := l.List(); len(got) != 1 || got[0].Instrument != builtIn {
		t.Errorf("got %+v", got)
	}
	mustDo(t, os.Mkdir(l.Folder, 0o755))
	write := func(name, text string) string {
		file := filepath.Join(l.Folder, name)
		mustDo(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	own := write("own.yaml", strings.Replace(string(smallSource), "id: small", "id: own", 1))
	bad := write("bad.YML", "id: bad\nlevels: many\n")
	huge := write("huge.yaml", strings.Repeat("#", instrumentLimit+1))
	write("notes.txt", "no instrument")
	all := l.List()
	if len(all) != 4 {
		t.Fatalf("got %d entries, want 4", len(all))
	}
	for _, e := range all {
		if (e.Instrument == nil) != (len(e.Problems) > 0) || e.Instrument == nil && e.Problems[0].Place.File != e.File {
			t.Errorf("got %+v", e)
		}
	}
	for ref, want := range map[string]string{"SMALL": "small", "own": "own", own: "own"} {
		if in, err := l.Find(ref); err != nil || in.ID != want {
			t.Errorf("%s: got %v, %v", ref, in, err)
		}
	}
	_, err := l.Find("unknown")
	wantCode(t, err, InstrumentUnknown)
	_, err = l.Find(filepath.Join(dir, "none.yaml"))
	wantCode(t, err, InstrumentUnknown)
	_, err = l.Find(huge)
	wantCode(t, err, InstrumentTooBig)
	_, err = l.Find(l.Folder + "/")
	wantCode(t, err, InstrumentUnread)
	var problems assess.Problems
	if _, err := l.Find(bad); !errors.As(err, &problems) || problems[0].Place.File != bad || problems[0].Place.Line == 0 {
		t.Errorf("got %v", err)
	}
	mustDo(t, os.WriteFile(filepath.Join(l.Folder, "small.yaml"), []byte(strings.Replace(string(smallSource), "1.0.0", "1.0.1", 1)), 0o600))
	if in, err := l.Find("small"); err != nil || in.Version != "1.0.1" {
		t.Errorf("a user's own does not go first: %v, %v", in, err)
	}
}
