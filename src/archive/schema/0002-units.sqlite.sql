-- The tree laid flat, for SQL and Datasette, with a full-text index over its words.
CREATE TABLE unit (
  number INTEGER PRIMARY KEY,
  plan TEXT NOT NULL REFERENCES plan (digest) ON DELETE CASCADE,
  place INTEGER NOT NULL,                 -- reading order in the plan, from 0
  id TEXT NOT NULL,
  parent TEXT,
  type TEXT NOT NULL,
  term TEXT,
  label TEXT,
  text TEXT NOT NULL,
  detail TEXT,
  leads TEXT,                             -- one a line
  start TEXT,
  due TEXT,
  baseline TEXT,
  target TEXT,
  page INTEGER,
  UNIQUE (plan, place)
);
CREATE INDEX unit_type ON unit (type);

CREATE VIRTUAL TABLE unit_words USING fts5 (text, detail, content = 'unit', content_rowid = 'number', tokenize = 'porter unicode61');
CREATE TRIGGER unit_added AFTER INSERT ON unit BEGIN
  INSERT INTO unit_words (rowid, text, detail) VALUES (new.number, new.text, new.detail);
END;
CREATE TRIGGER unit_removed AFTER DELETE ON unit BEGIN
  INSERT INTO unit_words (unit_words, rowid, text, detail) VALUES ('delete', old.number, old.text, old.detail);
END;
