package data

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"modernc.org/sqlite"
)

// busyTimeout is how long a statement waits for another program.
const busyTimeout = 5 * time.Second

// A dsn names a file and how a connection uses it. Everything that each
// connection needs stands in it: a pragma run later would reach one connection
// of a pool only.
type dsn struct {
	path      string
	mode      string // rw, or ro
	immutable bool   // nobody writes: neither locks nor log are needed
	wal       bool   // sets the journal mode, which writes
	query     bool   // refuses to write
	exclusive bool   // wants the file for itself
	busy      time.Duration
	more      []string // further pragmas, constant text only
}

// String gives the name for the driver. It begins with "file:", since mode=ro is
// dropped without a word otherwise.
func (d dsn) String() string {
	q := []string{"mode=" + d.mode, "_txlock=immediate", "_defensive=1", "_dqs=0", "_error_rc=1"}
	if d.query {
		q[1] = "_txlock=deferred" // an immediate transaction would be an error
	}
	if d.immutable {
		q = append(q, "immutable=1")
	}
	for _, p := range d.pragmas() {
		q = append(q, "_pragma="+p)
	}
	path := filepath.ToSlash(d.path)
	switch {
	case strings.HasPrefix(path, "//"): // a share on Windows
		path = "//" + path
	case !strings.HasPrefix(path, "/"): // a drive on Windows
		path = "/" + path
	}
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + strings.Join(q, "&")
}

func (d dsn) pragmas() []string {
	busy := Options{busy: d.busy}.patience()
	p := []string{"busy_timeout(" + strconv.FormatInt(busy.Milliseconds(), 10) + ")"}
	if d.exclusive {
		p = append(p, "locking_mode(EXCLUSIVE)")
	}
	if d.wal {
		p = append(p, "journal_mode(WAL)", "journal_size_limit(16777216)")
	}
	p = append(p, "synchronous(FULL)", "fullfsync(ON)", "foreign_keys(ON)", "trusted_schema(OFF)", "cell_size_check(ON)")
	if d.query {
		p = append(p, "query_only(ON)")
	}
	return append(p, d.more...)
}

// lockKind makes the locks on database files belong to the open file instead of
// the process, where the system can (Linux): else closing any other handle of
// the same file, such as after reading its header, would drop them.
var lockKind = sync.OnceFunc(func() { _, _ = sqlite.OFDLocking(true) })

// open returns a pool of connections of at most the given number, which connects
// only when it is used. If same is given, it refuses to connect to another file.
func (d dsn) open(connections int, same os.FileInfo) *sql.DB {
	lockKind()
	db := sql.OpenDB(&connector{dsn: d, name: d.String(), same: same})
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db
}

// A connector opens connections with a driver that nobody else has registered
// anything on.
type connector struct {
	dsn  dsn
	name string
	same os.FileInfo
}

var ownDriver = &sqlite.Driver{}

// Connect implements driver.Connector.
func (c *connector) Connect(context.Context) (driver.Conn, error) {
	if c.same != nil && !stillThere(c.dsn.path, c.same) {
		return nil, newFault(DatabaseReplaced, nil, "path", c.dsn.path)
	}
	conn, err := ownDriver.Open(c.name)
	if err == nil && (c.dsn.query || c.dsn.mode == "ro") {
		err = keepLog(conn)
	}
	return conn, err
}

// Driver implements driver.Connector.
func (c *connector) Driver() driver.Driver { return ownDriver }

// stillThere reports whether the file at path is the one described. If the system
// does not tell, for want of rights or of a network, it is taken to be there.
func stillThere(path string, file os.FileInfo) bool {
	now, err := os.Stat(path)
	if err != nil {
		return !errors.Is(err, fs.ErrNotExist)
	}
	return os.SameFile(now, file)
}

// one runs a query that gives one value.
func one[T any](ctx context.Context, q querier, query string, args ...any) (T, error) {
	var v T
	if err := q.QueryRowContext(ctx, query, args...).Scan(&v); err != nil {
		return v, fmt.Errorf("%s: %w", firstWords(query), err)
	}
	return v, nil
}

// firstWords shortens a statement for an error; statements hold no values.
func firstWords(query string) string {
	words := strings.Fields(query)
	return strings.ToLower(strings.Join(words[:min(len(words), 5)], " "))
}

// A querier is a connection, a pool or a transaction.
type querier interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}
