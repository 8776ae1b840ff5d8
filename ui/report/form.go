package report

// beside reports whether an answer stands beside the levels: not applicable, or don't
// know.
func (o Option) beside() bool { return o.Mark == markNotApplicable || o.Mark == markDontKnow }

// The marks of answers that are no level: the keys with which a form is typed in.
const (
	markDontKnow      = "0"
	markNotApplicable = "-"
)
