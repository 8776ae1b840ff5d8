-- Group work: who is to answer, when the answers were opened, how far a person
-- is, shows of hands, and what the talk left.

-- +goose Up
PRAGMA user_version = 2;

ALTER TABLE sessions ADD COLUMN expected INTEGER NOT NULL DEFAULT 0 CHECK (expected >= 0); -- people; 0 not known
ALTER TABLE sessions ADD COLUMN eligible INTEGER NOT NULL DEFAULT 0 CHECK (eligible >= 0); -- people; 0 not known
ALTER TABLE sessions ADD COLUMN margin REAL NOT NULL DEFAULT 0 CHECK (margin BETWEEN 0 AND 100); -- points; 0 the usual
ALTER TABLE sessions ADD COLUMN revealed INTEGER NOT NULL DEFAULT 0; -- when the answers were opened to the room
ALTER TABLE sessions ADD COLUMN pin TEXT NOT NULL DEFAULT ''; -- salted hash, or empty

-- The groups of the first schema came from files, so nobody was still answering.
UPDATE sessions SET revealed = created WHERE method = 'group';

ALTER TABLE respondents ADD COLUMN phase TEXT NOT NULL DEFAULT '' CHECK (phase IN ('', 'waiting', 'answering', 'done'));
ALTER TABLE respondents ADD COLUMN consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1));

-- How many people raised a hand for each answer. Such answers belong to nobody.
CREATE TABLE hands (
    session      INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
    item         TEXT NOT NULL,
    round        INTEGER NOT NULL CHECK (round >= 1),
    levels       TEXT NOT NULL, -- JSON list: people at level 1, 2, …
    inapplicable INTEGER NOT NULL CHECK (inapplicable >= 0),
    dont_know    INTEGER NOT NULL CHECK (dont_know >= 0),
    PRIMARY KEY (session, item, round)
) STRICT, WITHOUT ROWID;

-- What the talk left at an item, beside the answers and never in their place.
CREATE TABLE settlements (
    session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
    item    TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('', 'agreed', 'disagreed')),
    level   INTEGER NOT NULL CHECK (level BETWEEN 0 AND 9 AND (level > 0) = (outcome = 'agreed')),
    reason  TEXT NOT NULL,
    dissent TEXT NOT NULL,
    high    TEXT NOT NULL, -- reasons of the side that chose high levels
    low     TEXT NOT NULL,
    at      INTEGER NOT NULL, -- 0 in anonymous sessions
    PRIMARY KEY (session, item)
) STRICT, WITHOUT ROWID;
