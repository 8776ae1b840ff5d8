package regions

import _ "embed"

//go:embed NOTICE.md
var notice string

//go:embed LICENSE-ODbL.md
var license string

// Notice returns the attribution of the data, in Markdown.
func Notice() string { return notice }

// License returns the text of the Open Database License, which the data is under, in Markdown.
func License() string { return license }
