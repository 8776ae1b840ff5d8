package assess

// A Summary is what lists and comparisons need of a result without the answers.
// The store keeps one per session, made by [Summarize] in the same transaction
// as the answers.
type Summary struct {
	Respondents int
	Touched     int     // items with a level, "not applicable" or "don't know", over all respondents
	Total       int     // items asked, over all respondents
	Coverage    float64 // answered ÷ applicable, 0–1; 0 without an applicable item
	Scales      []SummaryScale
}

// A SummaryScale is one scale of a summary, in the order of presentation.
type SummaryScale struct {
	ID    string
	Kind  Kind
	Score Figure // 0–100
}

// ScoringVersion changes whenever [Score] or [Summarize] gives other numbers for
// the same answers; the store then computes its summaries anew.
const ScoringVersion = 1

// Summarize reduces a result to its summary.
func Summarize(r *Result) Summary {
	sum := Summary{Respondents: r.Respondents, Touched: r.Touched, Total: r.Total, Coverage: r.Coverage()}
	for _, s := range r.Scales {
		sum.Scales = append(sum.Scales, SummaryScale{ID: s.Scale.ID, Kind: s.Scale.Kind, Score: s.Score})
	}
	return sum
}

// Progress is the share of items touched, 0–1.
func (s Summary) Progress() float64 {
	if s.Total == 0 {
		return 0
	}
	return float64(s.Touched) / float64(s.Total)
}

// A Row is one session in a list.
type Row struct {
	Header
	Instrument string // id of its questionnaire
	Summary    Summary
}

// A Query asks for one page of a list.
type Query struct {
	Bin    bool      // the sessions in the bin instead of the others
	Filter string    // words that title, region, unit or date contain, all of them, without case
	Sort   SortOrder // empty is ByDate
	After  *Row      // the last row of the page before; nil for the first page
	Limit  int       // rows of a page; 0 is no limit
}

// A SortOrder orders a list.
type SortOrder string

// The orders. Rows that are equal in it are ordered by id.
const (
	ByDate    SortOrder = "date"    // newest first
	ByTitle   SortOrder = "title"   // A to Z
	ByRegion  SortOrder = "region"  // A to Z, newest first within one
	ByChanged SortOrder = "changed" // last changed first
)

// A Page is a part of a list.
type Page struct {
	Rows  []Row
	More  bool // further rows follow
	Total int  // rows of the whole list with this filter
}
