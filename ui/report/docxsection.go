package report

// A section of a template ends where its pages are described.
type section struct {
	at    int64
	paper int // wide, in twentieths of a point, as its margins are
	taken int // by the margins and the gutter
}

// widthAt is the room between the margins where a paragraph stands, in twentieths of a
// point; 0 where the template does not say.
func (s *scan) widthAt(p *templateParagraph) int {
	for _, page := range s.sections {
		if page.at > p.from {
			return page.paper - page.taken
		}
	}
	return 0
}
