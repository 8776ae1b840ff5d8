package report

// signature is what officials fill in by hand: number, place and date of the
// paper, and two who sign.
func (r *report) signature() {
	r.heading(2, r.w.T("report.signature"))
	person := r.lines("name", "nip", "rank", "post")
	sign := r.w.T("report.signature.sign")
	r.add(Signature{
		Lines: r.lines("number", "place"),
		Signers: []Signer{
			{r.w.T("report.signature.head"), sign, person},
			{r.w.T("report.signature.facilitator"), sign, person},
		},
	})
}

func (r *report) lines(ids ...string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, r.w.T("report.signature."+id))
	}
	return out
}
