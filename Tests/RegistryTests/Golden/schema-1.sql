CREATE TABLE registry (
  id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL, programme TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  erasing INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE person (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, pseudonym TEXT NOT NULL UNIQUE,
  purged_at TEXT, mark TEXT
) STRICT;
CREATE TABLE document (
  id INTEGER PRIMARY KEY, digest TEXT NOT NULL, bytes BLOB NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_digest ON document (digest);
CREATE TABLE revision (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('import', 'purge')),
  at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
  digest TEXT, programme INTEGER NOT NULL REFERENCES document
) STRICT;
CREATE TABLE input_file (
  revision INTEGER NOT NULL REFERENCES revision, name TEXT NOT NULL, digest TEXT NOT NULL,
  PRIMARY KEY (revision, name)
) STRICT;
CREATE TABLE organization (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  code TEXT NOT NULL, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX organization_current ON organization (place) WHERE until IS NULL;
CREATE TABLE mentor (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  person INTEGER NOT NULL REFERENCES person, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX mentor_current ON mentor (place) WHERE until IS NULL;
CREATE TABLE mentee (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  person INTEGER NOT NULL REFERENCES person, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX mentee_current ON mentee (place) WHERE until IS NULL;
CREATE TABLE mentee_request (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  form TEXT NOT NULL, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX mentee_request_current ON mentee_request (place) WHERE until IS NULL;
CREATE TABLE mentee_request_member (
  row INTEGER NOT NULL REFERENCES mentee_request, place INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (row, place)
) STRICT;
CREATE INDEX mentee_request_member_person ON mentee_request_member (person);
CREATE TABLE roster_entry (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  person INTEGER NOT NULL REFERENCES person, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX roster_entry_current ON roster_entry (place) WHERE until IS NULL;
CREATE TABLE bank_decision (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  kind TEXT NOT NULL, form TEXT, mentor INTEGER NOT NULL REFERENCES person, mentee INTEGER NOT NULL REFERENCES person, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX bank_decision_current ON bank_decision (place) WHERE until IS NULL;
CREATE TABLE companions (
  id INTEGER PRIMARY KEY, since INTEGER NOT NULL REFERENCES revision,
  until INTEGER REFERENCES revision,
  kind TEXT NOT NULL, form TEXT, place INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT, line INTEGER,
  format INTEGER NOT NULL, profile TEXT NOT NULL CHECK (json_valid(profile)),
  digest TEXT NOT NULL
) STRICT;
CREATE INDEX companions_current ON companions (place) WHERE until IS NULL;
CREATE TABLE companions_member (
  row INTEGER NOT NULL REFERENCES companions, place INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (row, place)
) STRICT;
CREATE INDEX companions_member_person ON companions_member (person);
CREATE TABLE run (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
  revision INTEGER NOT NULL REFERENCES revision, version TEXT NOT NULL, solver TEXT NOT NULL,
  status TEXT NOT NULL, proved INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES document, certificate INTEGER NOT NULL REFERENCES document,
  manifest INTEGER NOT NULL REFERENCES document
) STRICT;
CREATE TABLE run_form (
  run INTEGER NOT NULL REFERENCES run, form TEXT NOT NULL, PRIMARY KEY (run, form)
) STRICT;
CREATE TABLE proposal (
  id INTEGER PRIMARY KEY, run INTEGER NOT NULL REFERENCES run, form TEXT NOT NULL,
  match TEXT NOT NULL, mentor INTEGER NOT NULL REFERENCES person, group_name TEXT,
  fit INTEGER NOT NULL, pinned INTEGER NOT NULL
) STRICT;
CREATE INDEX proposal_run ON proposal (run, form);
CREATE TABLE proposal_person (
  proposal INTEGER NOT NULL REFERENCES proposal, place INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (proposal, place)
) STRICT;
CREATE TABLE decision (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
  kind TEXT NOT NULL CHECK (kind IN ('pin', 'ban', 'approve', 'reject', 'withdraw')),
  form TEXT, mentor INTEGER REFERENCES person, run INTEGER REFERENCES run,
  CHECK ((mentor IS NULL) = (kind = 'withdraw'))
) STRICT;
CREATE TABLE decision_person (
  decision INTEGER NOT NULL REFERENCES decision, place INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person, PRIMARY KEY (decision, place)
) STRICT;
CREATE TABLE undoing (
  decision INTEGER PRIMARY KEY REFERENCES decision, at TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor
) STRICT;
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
  action TEXT NOT NULL, detail TEXT NOT NULL CHECK (json_valid(detail)), chain TEXT NOT NULL
) STRICT;
CREATE TABLE copy (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, at TEXT NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor
) STRICT;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'rows of audit are only added'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'rows of audit are only added'); END;
CREATE TRIGGER revision_is_not_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'rows of revision are only added'); END;
CREATE TRIGGER revision_is_not_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'rows of revision are only added'); END;
CREATE TRIGGER run_is_not_changed BEFORE UPDATE ON run
BEGIN SELECT RAISE(ABORT, 'rows of run are only added'); END;
CREATE TRIGGER run_is_not_deleted BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'rows of run are only added'); END;
CREATE TRIGGER run_form_is_not_changed BEFORE UPDATE ON run_form
BEGIN SELECT RAISE(ABORT, 'rows of run_form are only added'); END;
CREATE TRIGGER run_form_is_not_deleted BEFORE DELETE ON run_form
BEGIN SELECT RAISE(ABORT, 'rows of run_form are only added'); END;
CREATE TRIGGER proposal_person_is_not_changed BEFORE UPDATE ON proposal_person
BEGIN SELECT RAISE(ABORT, 'rows of proposal_person are only added'); END;
CREATE TRIGGER proposal_person_is_not_deleted BEFORE DELETE ON proposal_person
BEGIN SELECT RAISE(ABORT, 'rows of proposal_person are only added'); END;
CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'rows of decision are only added'); END;
CREATE TRIGGER decision_is_not_deleted BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'rows of decision are only added'); END;
CREATE TRIGGER decision_person_is_not_changed BEFORE UPDATE ON decision_person
BEGIN SELECT RAISE(ABORT, 'rows of decision_person are only added'); END;
CREATE TRIGGER decision_person_is_not_deleted BEFORE DELETE ON decision_person
BEGIN SELECT RAISE(ABORT, 'rows of decision_person are only added'); END;
CREATE TRIGGER undoing_is_not_changed BEFORE UPDATE ON undoing
BEGIN SELECT RAISE(ABORT, 'rows of undoing are only added'); END;
CREATE TRIGGER undoing_is_not_deleted BEFORE DELETE ON undoing
BEGIN SELECT RAISE(ABORT, 'rows of undoing are only added'); END;
