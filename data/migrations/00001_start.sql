-- The first schema. Times are Unix milliseconds in UTC, 0 for none; dates are
-- ISO text. A released migration is never edited: what changes goes into the
-- next one, which raises user_version to its own number as this one does.

-- +goose Up
PRAGMA application_id = 1819637605;
PRAGMA user_version = 1;

-- The texts of instruments, each once, shared by the sessions that use it.
CREATE TABLE instruments (
    key     INTEGER PRIMARY KEY,
    hash    TEXT NOT NULL UNIQUE, -- SHA-256 of text, in hexadecimal
    id      TEXT NOT NULL,
    version TEXT NOT NULL,
    text    TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    key           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    title         TEXT NOT NULL,
    date          TEXT NOT NULL,
    budget_year   INTEGER NOT NULL,
    region_code   TEXT NOT NULL,
    region_name   TEXT NOT NULL,
    unit          TEXT NOT NULL,
    method        TEXT NOT NULL CHECK (method IN ('self', 'group', 'consensus')),
    identity      TEXT NOT NULL CHECK (identity IN ('named', 'coded', 'anonymous')),
    status        TEXT NOT NULL CHECK (status IN ('open', 'completed')),
    language      TEXT NOT NULL,
    modules       TEXT NOT NULL, -- JSON list of ids
    instrument    INTEGER NOT NULL REFERENCES instruments (key),
    created       INTEGER NOT NULL,
    changed       INTEGER NOT NULL,
    completed     INTEGER NOT NULL,
    binned        INTEGER NOT NULL,
    checksum      TEXT NOT NULL, -- of a completed session, else empty
    title_folded  TEXT NOT NULL, -- without case, for order
    region_folded TEXT NOT NULL,
    words         TEXT NOT NULL  -- title, region, unit and date without case, for the filter
) STRICT;

CREATE INDEX sessions_by_date ON sessions (date DESC, id) WHERE binned = 0;
CREATE INDEX sessions_by_title ON sessions (title_folded, id) WHERE binned = 0;
CREATE INDEX sessions_by_region ON sessions (region_folded, date DESC, id) WHERE binned = 0;
CREATE INDEX sessions_by_changed ON sessions (changed DESC, id) WHERE binned = 0;
CREATE INDEX sessions_by_place ON sessions (region_code, date DESC) WHERE binned = 0;
CREATE INDEX sessions_by_words ON sessions (words) WHERE binned = 0;
CREATE INDEX sessions_by_instrument ON sessions (instrument);
CREATE INDEX sessions_in_bin ON sessions (binned) WHERE binned <> 0;

-- How many sessions there are outside and in the bin: counting 100,000 takes
-- longer than reading a page of them.
CREATE TABLE counts (
    binned INTEGER PRIMARY KEY CHECK (binned IN (0, 1)),
    number INTEGER NOT NULL
) STRICT;

INSERT INTO counts (binned, number) VALUES (0, 0), (1, 0);

-- +goose StatementBegin
CREATE TRIGGER sessions_counted AFTER INSERT ON sessions BEGIN
    UPDATE counts SET number = number + 1 WHERE binned = (new.binned <> 0);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER sessions_removed AFTER DELETE ON sessions BEGIN
    UPDATE counts SET number = number - 1 WHERE binned = (old.binned <> 0);
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER sessions_moved AFTER UPDATE OF binned ON sessions
WHEN (old.binned <> 0) <> (new.binned <> 0) BEGIN
    UPDATE counts SET number = number - 1 WHERE binned = (old.binned <> 0);
    UPDATE counts SET number = number + 1 WHERE binned = (new.binned <> 0);
END;
-- +goose StatementEnd

-- People, or the room. The key is a running number in saved order, but random
-- in anonymous sessions, so that nothing tells who answered first.
CREATE TABLE respondents (
    session    INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
    key        INTEGER NOT NULL,
    id         TEXT NOT NULL, -- as typed
    folded     TEXT NOT NULL, -- trimmed and without case
    group_name TEXT NOT NULL,
    unit       TEXT NOT NULL,
    rank       TEXT NOT NULL,
    place      TEXT NOT NULL, -- id of the item where the person was
    PRIMARY KEY (session, key),
    UNIQUE (session, folded)
) STRICT, WITHOUT ROWID;

-- The answers are the truth; everything computed from them can be thrown away.
CREATE TABLE answers (
    session    INTEGER NOT NULL,
    respondent INTEGER NOT NULL,
    item       TEXT NOT NULL,
    round      INTEGER NOT NULL CHECK (round >= 1),
    answer     INTEGER NOT NULL CHECK (answer BETWEEN -2 AND 9), -- level; 0 none, -1 not applicable, -2 don't know
    note       TEXT NOT NULL,
    evidence   TEXT NOT NULL,
    at         INTEGER NOT NULL, -- 0 in anonymous sessions
    PRIMARY KEY (session, respondent, item, round),
    FOREIGN KEY (session, respondent) REFERENCES respondents (session, key) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE reopenings (
    session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    reason  TEXT NOT NULL,
    PRIMARY KEY (session, number)
) STRICT, WITHOUT ROWID;

-- What lists show of the scores, written together with the answers and stamped
-- with the version of the scoring that made it.
CREATE TABLE summaries (
    session INTEGER PRIMARY KEY REFERENCES sessions (key) ON DELETE CASCADE,
    scoring INTEGER NOT NULL,
    summary TEXT NOT NULL -- JSON
) STRICT;

CREATE INDEX summaries_by_scoring ON summaries (scoring);
