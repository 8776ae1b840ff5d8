package report

// signature is what officials fill in by hand: number, place and date of the
// paper, and two who sign.
func (r *report) signature() {
	r.heading(2, r.w.T("report.signature"))
	r.add(Signature{Lines: r.lines("number", "place"),
		Signers: []Signer{r.signer(r.w.T("report.signature.head")), r.signer(r.w.T("report.signature.facilitator"))}})
}

// signer is one who signs in a role.
func (r *report) signer(role string) Signer {
	return Signer{role, r.w.T("report.signature.sign"), r.lines("name", "nip", "rank", "post")}
}

func (r *report) lines(ids ...string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, r.w.T("report.signature."+id))
	}
	return out
}
