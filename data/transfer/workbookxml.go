package transfer

import (
	"encoding/xml"
	"errors"
	"io"
)

// maxXMLDepth is deeper than any part of a workbook.
const maxXMLDepth = 64

var (
	errTextTooLong = errors.New("text too long")
	errXMLDepth    = errors.New("nested too deeply")
)

// eachToken reads a part to its end and calls do with each token. A text, or the
// attributes of an element, longer than maxCell are errTextTooLong.
func eachToken(r io.Reader, do func(xml.Token) error) error {
	d := xml.NewDecoder(&spanReader{r: r})
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth > maxXMLDepth {
				return errXMLDepth
			}
		case xml.EndElement:
			depth--
		}
		if err := do(token); err != nil {
			return err
		}
	}
}

// A spanReader fails with errTextTooLong where more than maxCell bytes come
// without a mark of XML, before they are all in memory.
type spanReader struct {
	r io.Reader
	n int
}

// Read implements io.Reader.
func (s *spanReader) Read(p []byte) (int, error) {
	got, err := s.r.Read(p)
	for i, c := range p[:got] {
		if c == '<' || c == '>' {
			s.n = 0
			continue
		}
		if s.n++; s.n > maxCell {
			return i, errTextTooLong
		}
	}
	return got, err
}

// sharedTexts measures the shared texts up to the first that is too long, which
// is told where a cell uses it.
func (x *examination) sharedTexts(r io.Reader) error {
	err := eachToken(r, func(token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "si" {
				if x.shared = append(x.shared, 0); len(x.shared) > maxGiven {
					return errManyValues
				}
			}
		case xml.CharData:
			if n := len(x.shared); n > 0 {
				x.shared[n-1] += int32(len(token))
			}
		}
		return nil
	})
	if errors.Is(err, errTextTooLong) {
		x.shared, x.endless = x.shared[:max(0, len(x.shared)-1)], true
		return nil
	}
	return err
}
