package transfer

import (
	"bytes"
	"errors"
	"io"
	"math"

	"luwes/assess"
)

const mappingSchema = "luwes/mapping/1"

// WriteMapping writes luwes/mapping/1: what the columns of a file hold, so that
// the next file of the same kind is read in the same way. A person may edit "as"
// and "item"; how sure the guess was stands beside them.
func WriteMapping(w io.Writer, m *assess.Mapping) error {
	o := object{}
	o.put("schema", mappingSchema)
	o.optional("instrument", m.Instrument)
	o.optional("sheet", m.Sheet)
	var columns []object
	for _, c := range m.Columns {
		column := object{}
		column.put("header", c.Header)
		column.put("as", string(c.Role))
		column.optional("item", c.Item)
		column.optional("by", string(c.By))
		column.put("sure", math.Round(c.Sure*100)/100)
		columns = append(columns, column)
	}
	o.put("columns", list(columns))
	return writeJSON(w, &o)
}

// ReadMapping reads luwes/mapping/1. All problems are told at once with line and
// column. Whether its items exist is for [assess.Mapping.Check] to say.
func ReadMapping(r io.Reader, file string) (*assess.Mapping, error) {
	src, err := io.ReadAll(&limitedReader{r: r, left: maxMappingBytes})
	if errors.Is(err, errTooLarge) {
		return nil, assess.Problems{assess.NewProblem("file-too-large", "limit", itoa(maxMappingBytes>>20))}.In(file)
	}
	if err != nil {
		return nil, err
	}
	t := newJSONText(bytes.TrimPrefix(src, []byte("\uFEFF")))
	var m *assess.Mapping
	if n, ok := t.root(); ok {
		m = t.mapping(n)
	}
	if err := t.problems.err(file); err != nil {
		return nil, err
	}
	return m, nil
}

// maxMappingBytes is more than four thousand columns with their questions take.
const maxMappingBytes = 4 << 20

func (t *jsonText) mapping(n node) *assess.Mapping {
	top, _ := n.value.(*members)
	if top == nil || top.of("schema").value != mappingSchema {
		t.add(n.at, "mapping-schema", "want", mappingSchema)
		return nil
	}
	f, _ := t.fields(n, "schema", "instrument", "sheet", "columns")
	m := &assess.Mapping{Instrument: f.optional("instrument", f.name), Sheet: f.optional("sheet", f.name)}
	var roles []string
	for _, r := range assess.Roles() {
		roles = append(roles, string(r))
	}
	for _, n := range f.list("columns") {
		c, ok := t.fields(n, "header", "as", "item", "by", "sure")
		if !ok {
			continue
		}
		m.Columns = append(m.Columns, assess.Column{
			Header: c.words("header"), Role: assess.Role(c.oneOf("as", roles...)), Item: c.optional("item", c.name),
			By: assess.ByHand, Sure: 1, // a person has looked at it
		})
	}
	return m
}
