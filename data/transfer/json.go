package transfer

import (
	"bytes"
	"encoding/json"
	"io"

	"luwes/assess"
)

// An object is a JSON object whose keys keep the order in which they were put.
type object struct {
	fields []field
}

type field struct {
	key   string
	value any
}

func (o *object) put(key string, value any) { o.fields = append(o.fields, field{key, value}) }

// figure puts a number, or null and its reason beside it under key_reason.
func (o *object) figure(key string, f assess.Figure) {
	if f.OK() {
		o.put(key, f.Value)
		return
	}
	o.unknown(key, f.Reason)
}

// unknown puts null and the reason for it.
func (o *object) unknown(key string, why assess.Reason) {
	o.put(key, nil)
	o.put(key+"_reason", string(why))
}

// optional puts a text that is not empty.
func (o *object) optional(key, s string) {
	if s != "" {
		o.put(key, s)
	}
}

// number puts a number that is not 0.
func (o *object) number(key string, n int) {
	if n != 0 {
		o.put(key, n)
	}
}

// MarshalJSON writes the keys in order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o.fields {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{f.key, f.value} {
			text, err := plainJSON(v)
			if err != nil {
				return nil, err
			}
			if j == 1 {
				b.WriteByte(':')
			}
			b.Write(text)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON encodes without escaping <, > and &, which no file of ours needs.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// writeJSON writes an object indented by two spaces, with a final newline.
func writeJSON(w io.Writer, o *object) error {
	text, err := plainJSON(o)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, text, "", "  "); err != nil {
		return err
	}
	b.WriteByte('\n')
	_, err = w.Write(b.Bytes())
	return err
}

// list gives an empty list instead of null.
func list[T any](xs []T) []T {
	if xs == nil {
		return []T{}
	}
	return xs
}
