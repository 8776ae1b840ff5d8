package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"luwes/assess"
)

// An instrumentCache keeps parsed instruments by the hash of their text.
type instrumentCache struct {
	mu     sync.Mutex
	parsed map[string]*assess.Instrument
}

func (c *instrumentCache) get(hash string) *assess.Instrument {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.parsed[hash]
}

func (c *instrumentCache) put(hash string, in *assess.Instrument) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.parsed == nil {
		c.parsed = map[string]*assess.Instrument{}
	}
	c.parsed[hash] = in
}

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// instrument returns the parsed instrument with the given key. A text that does
// not fit its hash, or no longer parses, was changed behind our back.
func (s *Store) instrument(ctx context.Context, q querier, key int64) (*assess.Instrument, error) {
	hash, err := one[string](ctx, q, "SELECT hash FROM instruments WHERE key = ?", key)
	if err != nil {
		return nil, err
	}
	if in := s.cache.get(hash); in != nil {
		return in, nil
	}
	text, err := one[string](ctx, q, "SELECT text FROM instruments WHERE key = ?", key)
	if err != nil {
		return nil, err
	}
	if hashOf(text) != hash {
		return nil, newFault(Internal, nil, "detail", "instrument text differs from its hash "+hash)
	}
	in, err := assess.ParseInstrument([]byte(text))
	if err != nil {
		return nil, newFault(Internal, err, "detail", "saved instrument "+hash)
	}
	s.cache.put(hash, in)
	return in, nil
}

// instrument is that of the store, asked once in a batch.
func (b *batch) instrument(key int64) (*assess.Instrument, error) {
	if in := b.asked[key]; in != nil {
		return in, nil
	}
	in, err := b.store.instrument(context.Background(), b, key)
	if err != nil {
		return nil, err
	}
	if b.asked == nil {
		b.asked = map[int64]*assess.Instrument{}
	}
	b.asked[key] = in
	return in, nil
}

// putInstrument stores the text of an instrument once and returns its key.
func (b *batch) putInstrument(ctx context.Context, in *assess.Instrument) (int64, error) {
	hash := hashOf(in.Source)
	key, err := one[int64](ctx, b, "SELECT key FROM instruments WHERE hash = ?", hash)
	if err == nil || !noRows(err) {
		return key, err
	}
	b.store.cache.put(hash, in)
	res, err := b.execResult("INSERT INTO instruments (hash, id, version, text) VALUES (?, ?, ?, ?)",
		hash, in.ID, in.Version, in.Source)
	if err != nil {
		return 0, err
	}
	return res.LastInsertId()
}
