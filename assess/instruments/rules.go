package instruments

import (
	"strings"
	"sync"

	"luwes/assess"
)

// rulesIDs are the instruments that have rules, each in a file of its name.
var rulesIDs = []string{DefaultID, EvaluationID}

// parsedRules reads each rules file at its first use, as parsed does instruments.
var parsedRules = func() map[string]func() *assess.Rules {
	m := map[string]func() *assess.Rules{}
	for _, id := range rulesIDs {
		m[id] = sync.OnceValue(func() *assess.Rules { return parseRules(id) })
	}
	return m
}()

// Rules returns what answers to an instrument can mean, for the built-in instrument
// with its id, compared without case; nil if there are no rules for it. A session
// with an older version of the instrument may use them: what it does not ask is
// left out.
func Rules(id string) *assess.Rules {
	for _, own := range rulesIDs {
		if strings.EqualFold(own, id) {
			return parsedRules[own]()
		}
	}
	return nil
}

// parseRules panics on a broken file: a test reads every one of them.
func parseRules(id string) *assess.Rules {
	src, err := files.ReadFile(id + ".rules.yaml")
	if err != nil {
		panic(err)
	}
	rs, err := assess.ParseRules(src, Find(id))
	if err != nil {
		panic(err)
	}
	return rs
}
