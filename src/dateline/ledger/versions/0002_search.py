"""Views of the current readings, full text search, and triggers that keep rows from changing."""

from alembic import op

revision = "0002"
down_revision = "0001"

APPEND_ONLY = (
    "runs",
    "reports",
    "report_bands",
    "copies",
    "readings",
    "sources",
    "attributions",
    "events",
    "event_arguments",
    "claims",
    "positions",
    "not_incidents",
    "decisions",
)


def upgrade() -> None:
    views()
    if op.get_bind().dialect.name == "sqlite":
        sqlite_search()
        sqlite_triggers()
    else:
        postgresql_search()
        postgresql_triggers()


def views() -> None:
    for statement in (V_CURRENT, V_REPORTS, V_CLAIMS, V_POSITIONS):
        op.execute(statement)
    listing = (
        "(SELECT group_concat(w, '; ') FROM (SELECT {value} AS w FROM event_arguments a"
        " WHERE a.event_id = e.id AND a.role = '{role}' ORDER BY a.n))"
    )
    if op.get_bind().dialect.name != "sqlite":
        listing = (
            "(SELECT string_agg({value}, '; ' ORDER BY a.n) FROM event_arguments a"
            " WHERE a.event_id = e.id AND a.role = '{role}')"
        )
    op.execute(
        V_EVENTS.format(
            places=listing.format(value="a.text", role="place"),
            attackers=listing.format(value="coalesce(a.value, a.text)", role="attacker"),
            targets=listing.format(value="a.value", role="target"),
            weapons=listing.format(value="a.value", role="weapon"),
        )
    )


V_CURRENT = """
CREATE VIEW v_current AS
SELECT g.* FROM readings g
WHERE NOT EXISTS (
    SELECT 1 FROM readings later WHERE later.report_id = g.report_id AND later.seq > g.seq)
"""

V_REPORTS = """
CREATE VIEW v_reports AS
SELECT r.id AS report_id, r.name, r.published, r.outlet, r.title, r.url, r.language, r.text,
       g.id AS reading_id, g.reader, g.run_id,
       (SELECT count(*) FROM events e WHERE e.reading_id = g.id) AS events
FROM reports r LEFT JOIN v_current g ON g.report_id = r.id
"""

V_CLAIMS = """
CREATE VIEW v_claims AS
SELECT c.id AS claim_id, e.id AS event_id, e.key AS event_key, r.id AS report_id,
       r.name AS report, r.published, r.outlet, e.type, e.stage, e.date_from, e.date_to,
       e.country, e.admin1, c.field, c.value_text AS value, c.value_low, c.value_high,
       c.text, c.char_start, c.char_end, coalesce(s.name, 'outlet') AS source,
       coalesce(s.kind, 'outlet') AS source_kind, s.office, s.side, c.stance, c.hedged
FROM claims c
JOIN events e ON e.id = c.event_id
JOIN v_current g ON g.id = e.reading_id
JOIN reports r ON r.id = g.report_id
LEFT JOIN sources s ON s.reading_id = g.id AND s.n = c.source_n
"""

V_POSITIONS = """
CREATE VIEW v_positions AS
SELECT p.id AS position_id, r.id AS report_id, r.name AS report, r.published, r.outlet,
       coalesce(s.name, 'outlet') AS source, coalesce(s.kind, 'outlet') AS source_kind,
       s.office, s.side, p.issue, p.polarity, p.text, p.char_start, p.char_end,
       p.date_from AS said_from, p.date_to AS said_to
FROM positions p
JOIN v_current g ON g.id = p.reading_id
JOIN reports r ON r.id = g.report_id
LEFT JOIN sources s ON s.reading_id = g.id AND s.n = p.source_n
"""

V_EVENTS = """
CREATE VIEW v_events AS
SELECT e.id AS event_id, e.key AS event_key, r.id AS report_id, r.name AS report, r.published,
       r.outlet, e.type, e.stage, e.date_from, e.date_to, e.date_precision, e.country, e.admin1,
       {places} AS places, {attackers} AS attackers, {targets} AS targets, {weapons} AS weapons,
       e.trigger_words, e.follow_up, e.score,
       (SELECT count(*) FROM claims c WHERE c.event_id = e.id) AS claims
FROM events e
JOIN v_current g ON g.id = e.reading_id
JOIN reports r ON r.id = g.report_id
"""


def sqlite_search() -> None:
    tokens = "tokenize = 'porter unicode61 remove_diacritics 2'"
    op.execute(
        "CREATE VIRTUAL TABLE report_search USING fts5"
        f"(title, text, content='reports', content_rowid='seq', {tokens})"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE claim_search USING fts5(text, content='claims', content_rowid='seq', {tokens})"
    )
    op.execute(
        "CREATE TRIGGER reports_search AFTER INSERT ON reports BEGIN"
        " INSERT INTO report_search(rowid, title, text) VALUES (new.seq, new.title, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER claims_search AFTER INSERT ON claims BEGIN"
        " INSERT INTO claim_search(rowid, text) VALUES (new.seq, new.text); END"
    )


def postgresql_search() -> None:
    # A tsvector holds less than 1 MiB; longer texts are indexed by their beginning.
    for table, words in (("reports", "coalesce(title, '') || ' ' || text"), ("claims", "text")):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN search_words tsvector"
            f" GENERATED ALWAYS AS (to_tsvector('english', left({words}, 250000))) STORED"
        )
        op.execute(f"CREATE INDEX ix_{table}_search ON {table} USING gin (search_words)")


def sqlite_triggers() -> None:
    for table in APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN"
                f" SELECT raise(ABORT, '{table}: rows are appended, never changed or removed'); END"
            )


def postgresql_triggers() -> None:
    op.execute(
        "CREATE FUNCTION dateline_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION '%: rows are appended, never changed or removed', TG_TABLE_NAME;"
        " END $$"
    )
    for table in APPEND_ONLY:
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION dateline_append_only()"
        )
