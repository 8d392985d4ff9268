-- The log's own tables. Tables of records are made from the specs, not here.

-- "Anln": how a store is told from other SQLite files (modules/store/store.cpp).
PRAGMA application_id = 1097755758;

CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value
) WITHOUT ROWID;

-- One row: where the log of this plant ends and the lane of this desk.
CREATE TABLE head(
  id INTEGER PRIMARY KEY CHECK(id = 1),
  bno INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  h BLOB NOT NULL,
  epoch INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  lane BLOB NOT NULL,
  lane_n INTEGER NOT NULL,
  lane_head BLOB NOT NULL
);

-- The log as accepted: frames byte for byte, env as the exact bytes hashed.
CREATE TABLE batch(
  bno INTEGER PRIMARY KEY,
  first_seq INTEGER NOT NULL,
  n_ops INTEGER NOT NULL,
  frame BLOB NOT NULL,
  env BLOB NOT NULL,
  h BLOB NOT NULL
);

-- Dedup, history and audit; the body is read out of the batch at position seq - first_seq.
CREATE TABLE opidx(
  seq INTEGER PRIMARY KEY,
  o BLOB NOT NULL UNIQUE,
  entity BLOB NOT NULL,
  actor BLOB NOT NULL,
  t INTEGER NOT NULL,
  kind TEXT NOT NULL,
  bno INTEGER NOT NULL
);
CREATE INDEX opidx_entity ON opidx(entity, seq);
CREATE INDEX opidx_batch ON opidx(bno);

-- Joined to a server: operations that did not come home yet, and the confirmed state of their records.
CREATE TABLE pending(
  n INTEGER PRIMARY KEY,
  o BLOB NOT NULL UNIQUE,
  entity BLOB NOT NULL,
  body BLOB NOT NULL,
  state INTEGER NOT NULL
);
CREATE INDEX pending_entity ON pending(entity, n);
CREATE TABLE base(
  entity BLOB NOT NULL,
  type TEXT NOT NULL,
  state BLOB NOT NULL,
  PRIMARY KEY(entity, type)
) WITHOUT ROWID;

-- The saves of this machine, for undo.
CREATE TABLE action(
  id INTEGER PRIMARY KEY,
  actor BLOB NOT NULL,
  t INTEGER NOT NULL,
  label TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  last_seq INTEGER NOT NULL,
  undone_by INTEGER REFERENCES action(id)
);
CREATE INDEX action_actor ON action(actor, id);
CREATE INDEX action_first ON action(first_seq);
CREATE INDEX action_undone ON action(undone_by) WHERE undone_by IS NOT NULL;
