package data

import "strings"

// services that copy a folder elsewhere behind the back of programs, by the
// beginning of the name of the folder that they make, without case.
var services = []struct{ folder, name string }{
	{"onedrive", "OneDrive"},
	{"googledrive", "Google Drive"},
	{"google drive", "Google Drive"},
	{"my drive", "Google Drive"},
	{"drive saya", "Google Drive"},
	{"dropbox", "Dropbox"},
	{"icloud", "iCloud"},
	{"com~apple~clouddocs", "iCloud"},
	{"mobile documents", "iCloud"},
}

// SyncedFolder reports whether a path lies in a folder that a service
// synchronises, and which. Such a service copies a database while it is being
// written, without its log, and may put an older one back.
func SyncedFolder(path string) (service string, ok bool) {
	for _, part := range strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return r == '/' || r == '\\' }) {
		for _, s := range services {
			if rest, found := strings.CutPrefix(part, s.folder); found && endsName(rest) {
				return s.name, true
			}
		}
	}
	return "", false
}

// endsName reports whether what follows the name of a service belongs to an
// account, as in "OneDrive - Pemkab" or "GoogleDrive-me@example.org".
func endsName(rest string) bool {
	return rest == "" || strings.ContainsRune(" -(", rune(rest[0])) || rest == "drive"
}
