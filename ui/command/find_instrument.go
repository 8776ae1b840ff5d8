package command

import (
	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data"
)

// findInstrument finds the instrument of an id or a file; the default one for
// "". Only the built-in instrument that is asked for is parsed.
func (p *program) findInstrument(ref string) (*assess.Instrument, error) {
	if ref == "" {
		return instruments.Default(), nil
	}
	var builtIn []*assess.Instrument
	if in := instruments.Find(ref); in != nil {
		builtIn = append(builtIn, in)
	}
	return data.NewLibrary(p.db, builtIn).Find(ref)
}
