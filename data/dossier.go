package data

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"luwes/assess"
)

// Keep saves one part of a session's dossier durably; an empty part is removed. was is
// the part as the caller read or saved it last, now as it is to be. If another program
// has saved it since, what either changed stays, by [assess.Part.Over]. The other parts
// are not looked at.
//
// It works on completed sessions too: a plan is carried out in the year after the
// assessment, and facts, wanted levels and scenarios are worked on beside it. What
// was answered is sealed by then, so the checksum does not cover the dossier.
//
// Faults: SessionUnknown, SessionBinned, PartUnread, and those of a write; Internal
// for a part that does not exist.
func (s *Store) Keep(ctx context.Context, session string, part assess.Part, was, now assess.Dossier) error {
	before, err := encodePart(part, &was)
	if err != nil {
		return fmt.Errorf("save dossier: %w", err)
	}
	text, err := encodePart(part, &now)
	if err != nil {
		return fmt.Errorf("save dossier: %w", err)
	}
	return s.change(ctx, "save dossier", func(b *batch) error {
		ses, err := b.outOfBin(session)
		if err != nil {
			return err
		}
		there, err := b.partText(ses, part)
		if err != nil {
			return err
		}
		result := text
		if there != before {
			if result, err = overPart(part, before, text, there); err != nil {
				return err
			}
		}
		if err := b.writePart(ses, part, result); err != nil {
			return err
		}
		return b.date(ses.key)
	})
}

// overPart is [assess.Part.Over] of texts.
func overPart(part assess.Part, was, now, there string) (string, error) {
	var read [3]assess.Dossier
	for i, text := range [...]string{was, now, there} {
		if text == "" {
			continue
		}
		if err := decodePart(part, []byte(text), &read[i]); err != nil {
			return "", newFault(Internal, err, "detail", string(part))
		}
	}
	out := part.Over(read[0], read[1], read[2])
	return encodePart(part, &out)
}

// partText is a part as it is saved; empty where there is none. One that cannot be
// read is never to be written over: it may be all that somebody has.
func (b *batch) partText(ses target, part assess.Part) (string, error) {
	text, err := one[string](context.Background(), b, "SELECT text FROM documents WHERE session = ? AND name = ?", ses.key, part)
	if noRows(err) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if err := decodePart(part, []byte(text), &assess.Dossier{}); err != nil {
		return "", newFault(PartUnread, err, "session", ses.id, "part", string(part))
	}
	return text, nil
}

// putPart saves a part in the place of what is there, or removes it with an empty text.
func (b *batch) putPart(ses target, part assess.Part, text string) error {
	if _, err := b.partText(ses, part); err != nil {
		return err
	}
	return b.writePart(ses, part, text)
}

func (b *batch) writePart(ses target, part assess.Part, text string) error {
	if text == "" {
		return b.exec("DELETE FROM documents WHERE session = ? AND name = ?", ses.key, part)
	}
	return b.exec(`INSERT INTO documents (session, name, text) VALUES (?, ?, ?)
		ON CONFLICT (session, name) DO UPDATE SET text = excluded.text`, ses.key, part, text)
}

// putDossier saves the parts that have anything; the others stay as they are.
func (b *batch) putDossier(ses target, d *assess.Dossier) error {
	for _, part := range assess.Parts {
		text, err := encodePart(part, d)
		if err == nil && text != "" {
			err = b.putPart(ses, part, text)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// encodePart returns the JSON list of a part; empty for an empty one.
func encodePart(part assess.Part, d *assess.Dossier) (string, error) {
	list := part.Of(d)
	if list == nil {
		return "", newFault(Internal, nil, "detail", "no part "+string(part))
	}
	text, err := json.Marshal(list)
	if err != nil {
		return "", newFault(Internal, err, "detail", string(part))
	}
	if s := string(text); s != "null" && s != "[]" {
		return s, nil
	}
	return "", nil
}

// readDossier reads every part that can be read, and names the others.
func readDossier(ctx context.Context, q querier, key int64) (d assess.Dossier, unread []assess.Part, err error) {
	rows, err := q.QueryContext(ctx, "SELECT name, text FROM documents WHERE session = ? ORDER BY name", key)
	if err != nil {
		return d, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var part assess.Part
		var text []byte
		if err := rows.Scan(&part, &text); err != nil {
			return d, nil, err
		}
		with := d // so that half of a broken list is not taken
		if decodePart(part, text, &with) == nil {
			d = with
		} else {
			unread = append(unread, part)
		}
	}
	return d, unread, rows.Err()
}

// decodePart reads the JSON list of a part. A key that this program does not know is
// an error too: the next save would lose it.
func decodePart(part assess.Part, text []byte, d *assess.Dossier) error {
	list := part.Of(d)
	if list == nil {
		return fmt.Errorf("no part %s", part)
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	return dec.Decode(list)
}
