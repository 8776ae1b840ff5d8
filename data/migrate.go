package data

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var embedded embed.FS

// A schema is the list of migrations and the number of the last.
type schema struct {
	files   fs.FS
	version int
}

// currentSchema is what this program reads and writes. Raise the number with
// each migration.
var currentSchema = schema{files: mustSub(embedded, "migrations"), version: 3}

func mustSub(f fs.FS, dir string) fs.FS {
	sub, err := fs.Sub(f, dir)
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// up brings the database to the schema. Each migration has its own immediate
// transaction, which also sets user_version, so a stop between two is resumed.
func (s schema) up(ctx context.Context, db *sql.DB) error {
	p, err := goose.NewProvider(goose.DialectSQLite3, db, s.files,
		goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger()))
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// versionOf returns the schema number of an open database, as its log has it.
func versionOf(ctx context.Context, q querier) (int, error) {
	return one[int](ctx, q, "PRAGMA user_version")
}
