// Package instruments holds the built-in instruments, embedded as YAML.
package instruments

import (
	"embed"
	"strings"
	"sync"

	"luwes/assess"
)

//go:embed *.yaml
var files embed.FS

// DefaultID is the instrument that a new assessment uses unless told otherwise.
const DefaultID = "regional-government"

// EvaluationID is the rehearsal of the official evaluation of institutions.
const EvaluationID = "institutional-evaluation"

// ids in the order in which they are offered; each is the name of a file.
var ids = []string{DefaultID, EvaluationID}

// parsed reads each instrument at its first use: the first screen needs none.
var parsed = func() map[string]func() *assess.Instrument {
	m := map[string]func() *assess.Instrument{}
	for _, id := range ids {
		m[id] = sync.OnceValue(func() *assess.Instrument { return parse(id) })
	}
	return m
}()

// Default returns the built-in instrument regional-government.
func Default() *assess.Instrument { return parsed[DefaultID]() }

// All returns the built-in instruments, the default first. They are read side by
// side: a new assessment waits for them.
func All() []*assess.Instrument {
	out := make([]*assess.Instrument, len(ids))
	var reading sync.WaitGroup
	for i, id := range ids {
		reading.Go(func() { out[i] = parsed[id]() })
	}
	reading.Wait()
	return out
}

// Find returns the built-in instrument with an id, compared without case, or
// nil.
func Find(id string) *assess.Instrument {
	for _, own := range ids {
		if strings.EqualFold(own, id) {
			return parsed[own]()
		}
	}
	return nil
}

// parse panics on a broken file: a test reads every one of them.
func parse(id string) *assess.Instrument {
	src, err := files.ReadFile(id + ".yaml")
	if err != nil {
		panic(err)
	}
	in, err := assess.ParseInstrument(src)
	if err != nil {
		panic(err)
	}
	return in
}
