-- Read-only reference data: what ships with the program, outside log and digest. Dropped and filled
-- anew whenever its content changes. verify = 1: to be compared with the official text.

CREATE TABLE seed_code(
  code_table TEXT NOT NULL,
  code TEXT NOT NULL,
  label_zh TEXT NOT NULL,
  label_en TEXT NOT NULL,
  standard TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  verify INTEGER NOT NULL,
  ord INTEGER NOT NULL,
  PRIMARY KEY(code_table, code)
) WITHOUT ROWID;

-- From a code of an older standard to that of the newer one. verify = 1: the old type was split, a
-- person has to look.
CREATE TABLE seed_code_map(
  code_table TEXT NOT NULL,
  old_code TEXT NOT NULL,
  new_code TEXT NOT NULL,
  verify INTEGER NOT NULL,
  PRIMARY KEY(code_table, old_code)
) WITHOUT ROWID;

-- Other words in use for a code.
CREATE TABLE seed_alias(
  code_table TEXT NOT NULL,
  word TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY(code_table, word)
) WITHOUT ROWID;

-- How fast a plant answers by response colour. Minutes from the report; NULL: no figure.
CREATE TABLE seed_response(
  colour TEXT PRIMARY KEY,
  push_minutes INTEGER,
  start_minutes INTEGER,
  rectify_minutes INTEGER NOT NULL,
  note TEXT NOT NULL,
  verify INTEGER NOT NULL
) WITHOUT ROWID;

-- Words at the head of spreadsheet columns.
CREATE TABLE seed_synonym(
  entity TEXT NOT NULL,
  word TEXT NOT NULL,
  field TEXT NOT NULL, -- behind the key: 3.40's integrity_check mistakes the order of columns otherwise
  PRIMARY KEY(entity, word)
) WITHOUT ROWID;
