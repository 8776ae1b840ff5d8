-- The dossier of a session: what it holds beside its answers.

-- +goose Up
PRAGMA user_version = 3;

-- Each part stands whole in one row, which is missing while the part is empty.
-- Keys that the program does not know are refused, since the next save would lose
-- them: a kind of entry that gets another key raises the schema number.
CREATE TABLE documents (
    session INTEGER NOT NULL REFERENCES sessions (key) ON DELETE CASCADE,
    name    TEXT NOT NULL, -- of the part
    text    TEXT NOT NULL CHECK (json_valid(text)), -- JSON list
    PRIMARY KEY (session, name)
) STRICT, WITHOUT ROWID;
