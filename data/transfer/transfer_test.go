package transfer

import (
	"testing"

	"luwes/assess"
)

const smallYAML = `id: small
version: 1.0.0
title: {en: Small}
levels: 5
labels: [{en: a}, {en: b}, {en: c}, {en: d}, {en: e}]
groups:
  - {id: core, title: {en: Core}, scales: [STR, com], required: true}
  - {id: more, title: {en: More}, scales: [sym]}
scales:
  - id: STR
    kind: strategy
    title: {en: Structural}
    items:
      - {id: STR1, text: {en: One}}
      - {id: STR2, text: {en: Two}, reverse: true}
  - id: com
    kind: dimension
    title: {en: Complexity}
    items: [{id: com1, text: {en: Three}}, {id: com2, text: {en: Four}}]
  - id: sym
    kind: symptom
    title: {en: Symptom}
    items: [{id: sym1, text: {en: Five}}]
bands:
  - {upTo: 50, title: {id: rendah, en: low}}
  - {upTo: 100, title: {id: tinggi, en: high}}
composites:
  - {id: both, title: {en: Both}, weights: {STR: 1, com: 1}}
`

func small(t testing.TB) *assess.Instrument {
	t.Helper()
	in, err := assess.ParseInstrument([]byte(smallYAML))
	if err != nil {
		t.Fatal(err)
	}
	return in
}
