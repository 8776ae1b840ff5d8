package data

import (
	"context"
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"strconv"
	"strings"
)

// A PIN keeps a curious neighbour from the facilitator's screens while the
// laptop goes round. It keeps nobody from the answers who has the file: they
// stand there in the clear, and a few digits are soon tried out whatever the
// hash. The stretching only makes that take a while, since people use a PIN that
// they also use elsewhere.
const (
	pinRounds = 100_000 // 25 to 50 ms
	pinSalt   = 16      // bytes
)

// SetPIN guards the facilitator's screens of a session with a PIN, kept as a
// salted hash; an empty one ends that. It is never exported. Blanks around it do
// not count.
//
// Faults: SessionUnknown, SessionBinned, and those of a write.
func (s *Store) SetPIN(ctx context.Context, session, pin string) error {
	stored := ""
	if pin = strings.TrimSpace(pin); pin != "" {
		salt := make([]byte, pinSalt)
		_, _ = rand.Read(salt) // it never fails
		var err error
		if stored, err = hashPIN(pin, salt, pinRounds); err != nil {
			return err
		}
	}
	return s.change(ctx, "set pin", func(b *batch) error {
		ses, err := b.outOfBin(session)
		if err != nil {
			return err
		}
		return b.exec("UPDATE sessions SET pin = ? WHERE key = ?", stored, ses.key)
	})
}

// CheckPIN reports whether a PIN is that of the session; where none is set, the
// empty one is.
//
// Faults: SessionUnknown, and those of a broken or busy file.
func (s *Store) CheckPIN(ctx context.Context, session, pin string) (bool, error) {
	var stored string
	err := s.read(ctx, "check pin", func(q querier) (err error) {
		stored, err = one[string](ctx, q, "SELECT pin FROM sessions WHERE id = ?", session)
		if noRows(err) {
			err = unknown(session)
		}
		return err
	})
	if err != nil {
		return false, err
	}
	pin = strings.TrimSpace(pin)
	if stored == "" {
		return pin == "", nil
	}
	return samePIN(stored, pin), nil
}

// hashPIN writes "pbkdf2-sha256 rounds salt hash", salt and hash in hexadecimal.
func hashPIN(pin string, salt []byte, rounds int) (string, error) {
	key, err := pbkdf2.Key(sha256.New, pin, salt, rounds, sha256.Size)
	if err != nil {
		return "", err
	}
	return strings.Join([]string{pinScheme, strconv.Itoa(rounds), hex.EncodeToString(salt), hex.EncodeToString(key)}, " "), nil
}

const pinScheme = "pbkdf2-sha256"

// samePIN hashes a PIN as the stored one was; a text that is no hash fits none.
func samePIN(stored, pin string) bool {
	parts := strings.Fields(stored)
	if len(parts) != 4 || parts[0] != pinScheme {
		return false
	}
	rounds, err := strconv.Atoi(parts[1])
	if err != nil || rounds < 1 {
		return false
	}
	salt, err := hex.DecodeString(parts[2])
	if err != nil {
		return false
	}
	again, err := hashPIN(pin, salt, rounds)
	return err == nil && subtle.ConstantTimeCompare([]byte(again), []byte(stored)) == 1
}
