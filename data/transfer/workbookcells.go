package transfer

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"luwes/assess"
)

// A scan is one sheet while it is examined.
type scan struct {
	x            *examination
	part         *sheetPart
	line, column int
	width        int // of the line so far
	kind         string
	formula      bool
	value        bool   // the cell has one
	inside       string // the element whose text comes
	number       string // the text of the cell's value, as far as it can be a number
	stop         *assess.Problem
}

var errScanned = errors.New("sheet is refused")

// sheet examines the cells of a sheet; what forbids reading it is returned.
func (x *examination) sheet(part *sheetPart) *assess.Problem {
	r, err := x.files[part.path].Open()
	if err != nil {
		return problem("xlsx-broken")
	}
	defer r.Close()
	s := &scan{x: x, part: part}
	err = eachToken(r, s.token)
	switch {
	case s.stop != nil:
		return s.stop
	case errors.Is(err, errTextTooLong):
		return s.problem("cell-too-long", "limit", itoa(maxCell>>20))
	case err != nil:
		return inSheet(part.name, 0, 0, problem("xlsx-broken"))
	}
	return nil
}

// problem is a problem at the cell that is being read.
func (s *scan) problem(code string, pairs ...string) *assess.Problem {
	return inSheet(s.part.name, s.line, s.column, problem(code, pairs...))
}

func (s *scan) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return s.start(token)
	case xml.CharData:
		s.text(token)
	case xml.EndElement:
		s.inside = ""
		if token.Name.Local == "c" {
			return s.end()
		}
	}
	return nil
}

func (s *scan) start(e xml.StartElement) error {
	switch s.inside = e.Name.Local; e.Name.Local {
	case "row":
		s.line, s.column, s.width = s.line+1, 0, 0
		if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
			s.line = n
		}
	case "c":
		s.column++
		s.kind, s.formula, s.value, s.number = attribute(e, "t"), false, false, ""
		if ref := attribute(e, "r"); ref != "" {
			column, _, err := excelize.CellNameToCoordinates(ref)
			if err != nil {
				return err
			}
			s.column = column
		}
		return s.room()
	case "f":
		s.formula = true
	case "v", "is":
		s.value = true
	case "mergeCell":
		s.merged(attribute(e, "ref"))
	}
	return nil
}

// room keeps the sheet within its bounds. Cells between filled ones count, since
// a row is read with them.
func (s *scan) room() error {
	if s.column > maxColumns {
		s.stop = s.problem("columns-too-many", "limit", itoa(maxColumns))
		return errScanned
	}
	if s.column > s.width {
		s.x.cells += s.column - s.width
		s.width = s.column
	}
	if s.x.cells++; s.x.cells > maxCells {
		s.stop = s.problem("values-too-many", "limit", itoa(maxCells))
		return errScanned
	}
	return nil
}

func (s *scan) text(text xml.CharData) {
	s.x.letters += len(text)
	if s.inside == "v" && len(s.number)+len(text) < 20 {
		s.number += string(text)
	}
}

// end looks at a cell that is read.
func (s *scan) end() error {
	if s.kind == "s" {
		n, err := strconv.Atoi(strings.TrimSpace(s.number))
		switch {
		case err == nil && n >= 0 && n < len(s.x.shared):
			s.x.letters += int(s.x.shared[n])
		case s.x.endless:
			s.stop = s.problem("cell-too-long", "limit", itoa(maxCell>>20))
			return errScanned
		}
	}
	if s.x.letters > maxUnzipped {
		s.stop = s.problem("xlsx-too-large", "limit", itoa(maxUnzipped>>20))
		return errScanned
	}
	switch {
	case s.kind == "e":
		s.add("cell-error")
	case s.formula && !s.value:
		s.add("formula-empty")
	}
	return nil
}

// add keeps the cell that is being read as a flaw.
func (s *scan) add(code string) {
	s.keep(assess.TableFlaw{Code: code, Line: s.line, Column: s.column, LastLine: s.line, LastColumn: s.column})
}

// merged keeps a range of merged cells.
func (s *scan) merged(ref string) {
	from, to, ok := strings.Cut(ref, ":")
	column, line, err := excelize.CellNameToCoordinates(from)
	lastColumn, lastLine, err2 := excelize.CellNameToCoordinates(to)
	if code := "cells-merged"; ok && err == nil && err2 == nil {
		s.keep(assess.TableFlaw{Code: code, Line: line, Column: column, LastLine: lastLine, LastColumn: lastColumn})
	}
}

// keep keeps a flaw, as many as would be told.
func (s *scan) keep(f assess.TableFlaw) {
	if len(s.part.flaws) <= maxProblems {
		s.part.flaws = append(s.part.flaws, f)
	}
}

// attribute is the value of an attribute; empty if it is not there.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
