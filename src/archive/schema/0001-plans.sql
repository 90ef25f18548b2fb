-- Files by their content, the plans read from them, what was found, and the runs. Good for SQLite and PostgreSQL alike.

-- One row for each content that was read, whatever its name. A file that could not be used is remembered with its cause.
CREATE TABLE file (
  digest TEXT PRIMARY KEY,                -- SHA-256 of the bytes, hex
  bytes INTEGER NOT NULL,
  reader TEXT NOT NULL,                   -- which version of the reader, with which settings
  state TEXT NOT NULL CHECK (state IN ('read', 'failed')),
  code TEXT,                              -- of a failed file: problem code, message, stage, page
  message TEXT,
  stage TEXT,
  page INTEGER
);

-- Where a content was last seen.
CREATE TABLE place (
  path TEXT PRIMARY KEY,
  digest TEXT NOT NULL REFERENCES file (digest) ON DELETE CASCADE
);
CREATE INDEX place_digest ON place (digest);

CREATE TABLE plan (
  digest TEXT PRIMARY KEY REFERENCES file (digest) ON DELETE CASCADE,
  title TEXT NOT NULL,
  authority TEXT,
  publisher TEXT,
  period_from INTEGER,
  period_to INTEGER,
  status TEXT NOT NULL,
  kind TEXT,
  units INTEGER NOT NULL,
  tree BYTES NOT NULL                     -- the plan tree as JSON, compressed by gzip; its path is left empty
);
CREATE INDEX plan_authority ON plan (authority, kind);

-- What an analysis found in one plan (b is empty) or between two.
CREATE TABLE finding (
  kind TEXT NOT NULL,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  analysis TEXT NOT NULL,                 -- which version of the analysis, with which settings
  report BYTES NOT NULL,                  -- JSON, compressed by gzip
  PRIMARY KEY (kind, a, b)
);
CREATE INDEX finding_b ON finding (b);

CREATE TABLE run (
  started_at TEXT NOT NULL,
  ended_at TEXT,
  product TEXT NOT NULL,
  files INTEGER NOT NULL,
  read_now INTEGER NOT NULL,
  remembered INTEGER NOT NULL,
  failed INTEGER NOT NULL
);
