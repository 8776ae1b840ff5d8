package data

import "context"

// Delete moves sessions to the bin, all or none. Those that are there stay.
//
// Faults: SessionUnknown, and those of a write.
func (s *Store) Delete(ctx context.Context, ids ...string) error {
	return s.change(ctx, "delete sessions", func(b *batch) error {
		return b.bin(ids, b.now, "UPDATE sessions SET binned = ? WHERE key = ? AND binned = 0")
	})
}

// Undelete takes sessions out of the bin, all or none.
//
// Faults: SessionUnknown, and those of a write.
func (s *Store) Undelete(ctx context.Context, ids ...string) error {
	return s.change(ctx, "undelete sessions", func(b *batch) error {
		return b.bin(ids, 0, "UPDATE sessions SET binned = ? WHERE key = ?")
	})
}

func (b *batch) bin(ids []string, when int64, query string) error {
	for _, id := range ids {
		ses, err := b.target(id)
		if err != nil {
			return err
		}
		if err := b.exec(query, when, ses.key); err != nil {
			return err
		}
	}
	return nil
}

// EmptyBin removes the sessions in the bin for ever and returns how many there
// were. Their bytes are overwritten, in the log too as far as nobody reads it at
// this moment, and the file is written anew if the disk has room for that.
func (s *Store) EmptyBin(ctx context.Context) (int, error) {
	n := 0
	err := s.erase(ctx, "empty bin", false, func(b *batch) (err error) {
		n, err = b.emptyBin()
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}

func (b *batch) emptyBin() (int, error) {
	res, err := b.execResult("DELETE FROM sessions WHERE binned <> 0")
	if err != nil {
		return 0, err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return 0, err
	}
	return int(n), b.exec("DELETE FROM instruments WHERE key NOT IN (SELECT instrument FROM sessions)")
}
