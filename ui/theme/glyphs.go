package theme

// Glyphs are the signs of a theme, one cell wide each.
type Glyphs struct {
	Plain   bool     // no sign beyond ASCII
	Pointer string   // before the selected row
	Mark    string   // a marked row
	Unmark  string   // a row that can be marked
	Check   string   // done, saved
	Cross   string   // failed, not saved
	Bang    string   // to be looked at
	Dot     string   // between facts on a line
	Blank   string   // no answer, no score
	Bar     string   // a filled cell of a bar
	Empty   string   // an empty cell of a bar
	Rail    string   // a cell of a line between two poles
	Left    string   // the left end of that line
	Right   string   // the right end of that line
	Pin     string   // the position on it
	Middle  string   // its middle
	Aim     string   // where somebody wants to be on it
	Rule    string   // a horizontal rule
	Up      string   // a rise
	Down    string   // a fall
	Flat    string   // neither
	Ellipse string   // what was cut off
	Steps   []string // growing bars, lowest first
}

var unicodeGlyphs = Glyphs{
	Pointer: "›", Mark: "■", Unmark: "□", Check: "✓", Cross: "✗", Bang: "!", Dot: "·", Blank: "·",
	Bar: "█", Empty: "░", Rail: "─", Left: "├", Right: "┤", Pin: "●", Middle: "┼", Aim: "◆", Rule: "─",
	Up: "▲", Down: "▼", Flat: "=", Ellipse: "…",
	Steps: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
}

var asciiGlyphs = Glyphs{
	Plain:   true,
	Pointer: ">", Mark: "x", Unmark: ".", Check: "v", Cross: "x", Bang: "!", Dot: "|", Blank: ".",
	Bar: "#", Empty: ".", Rail: "-", Left: "|", Right: "|", Pin: "O", Middle: "+", Aim: "X", Rule: "-",
	Up: "^", Down: "v", Flat: "=", Ellipse: "~",
	Steps: []string{"_", ":", "-", "=", "+", "*", "%", "#"}, // no digits: they would be read as numbers
}
