package assess

// A Cooperation is what is known of one field in which a region might work with
// others, such as waste or health referral.
type Cooperation struct {
	ID    string `json:"id"`    // unique in the session
	Field string `json:"field"` // of the list, or free text
}
