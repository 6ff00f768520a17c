"""The tables as they stand after the last migration (``versions/``); a test compares the two.

Nothing in them is ever changed or removed but the two tables of the cluster cache; triggers made by
the migrations see to that. All rows of a reading lead to it, and it leads to its report and run.
Dates are days; ``char_start`` and ``char_end`` count characters of the report's text, the end
excluded; ``n`` counts from 0 in the order of the reading.
"""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from dateline.ledger.columns import SEQ, Characters, Json, Moment, Signature

HEAD = "0002"
"""The revision this version of Dateline writes."""

VERSION_TABLE = "dateline_version"

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Characters, primary_key=True),
    Column("started_at", Moment, nullable=False),
    Column("code_version", Characters, nullable=False),
    Column("lexicon_hash", Characters, nullable=False),
    Column("model_hash", Characters),
    Column("reader", Characters, nullable=False),
    Column("command", Characters, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("seq", SEQ, primary_key=True),
    Column("id", Characters, nullable=False, unique=True),
    Column("name", Characters, nullable=False),
    Column("text", Characters, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("published", Date),
    Column("published_at", Moment),
    Column("outlet", Characters),
    Column("url", Characters),
    Column("title", Characters),
    Column("language", Characters),
    Column("provenance", Json, nullable=False),
    Column("signature", Signature, nullable=False),
)

report_bands = Table(
    "report_bands",
    metadata,
    Column("band", Characters, primary_key=True),
    Column("report_id", Characters, ForeignKey("reports.id"), primary_key=True),
)

copies = Table(
    "copies",
    metadata,
    Column("report_id", Characters, ForeignKey("reports.id"), primary_key=True),
    Column("copy_of", Characters, ForeignKey("reports.id"), primary_key=True),
    Column("similarity", Float, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("seq", SEQ, primary_key=True),
    Column("id", Characters, nullable=False, unique=True),
    Column("report_id", Characters, ForeignKey("reports.id"), nullable=False),
    Column("run_id", Characters, ForeignKey("runs.id"), nullable=False),
    Column("reader", Characters, nullable=False),
    Column("warnings", Json, nullable=False),
    UniqueConstraint("report_id", "reader", name="uq_readings_report_reader"),
    Index("ix_readings_report_seq", "report_id", "seq"),
)

sources = Table(
    "sources",
    metadata,
    Column("reading_id", Characters, ForeignKey("readings.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("listed", Boolean, nullable=False),
    Column("name", Characters, nullable=False),
    Column("folded", Characters, nullable=False),
    Column("kind", Text, nullable=False),
    Column("office", Characters),
    Column("side", Characters),
    Column("char_start", Integer),
    Column("char_end", Integer),
)

attributions = Table(
    "attributions",
    metadata,
    Column("reading_id", Characters, ForeignKey("readings.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("source_n", Integer),
    Column("source_start", Integer),
    Column("source_end", Integer),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("content", Json, nullable=False),
    Column("stance", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("quoted", Boolean, nullable=False),
    Column("via", Json, nullable=False),
)

events = Table(
    "events",
    metadata,
    Column("id", Characters, primary_key=True),
    Column("reading_id", Characters, ForeignKey("readings.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("key", Characters, nullable=False),
    Column("trigger_words", Characters, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("date_from", Date),
    Column("date_to", Date),
    Column("date_precision", Text),
    Column("date_basis", Text, nullable=False),
    Column("date_start", Integer),
    Column("date_end", Integer),
    Column("country", Characters),
    Column("admin1", Characters),
    Column("follow_up", Boolean, nullable=False),
    Column("score", Float, nullable=False),
    Index("ix_events_reading", "reading_id"),
)

event_arguments = Table(
    "event_arguments",
    metadata,
    Column("event_id", Characters, ForeignKey("events.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
    Column("text", Characters, nullable=False),
    Column("char_start", Integer, nullable=False),
    Column("char_end", Integer, nullable=False),
    Column("value", Characters),
    Column("place_id", Characters),
    Column("place", Json),
)

claims = Table(
    "claims",
    metadata,
    Column("seq", SEQ, primary_key=True),
    Column("id", Characters, nullable=False, unique=True),
    Column("event_id", Characters, ForeignKey("events.id"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Json),
    Column("value_text", Characters),
    Column("value_low", SEQ),
    Column("value_high", SEQ),
    Column("text", Characters, nullable=False),
    Column("char_start", Integer, nullable=False),
    Column("char_end", Integer, nullable=False),
    Column("source_n", Integer),
    Column("stance", Text, nullable=False),
    Column("hedged", Boolean, nullable=False),
    Column("attribution_n", Integer),
    Index("ix_claims_event", "event_id"),
)

positions = Table(
    "positions",
    metadata,
    Column("reading_id", Characters, ForeignKey("readings.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("id", Characters, nullable=False, unique=True),
    Column("source_n", Integer),
    Column("issue", Characters, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("text", Characters, nullable=False),
    Column("char_start", Integer, nullable=False),
    Column("char_end", Integer, nullable=False),
    Column("date_from", Date),
    Column("date_to", Date),
    Column("date_precision", Text),
    Column("date_basis", Text, nullable=False),
    Column("date_start", Integer),
    Column("date_end", Integer),
    Column("attribution_n", Integer),
)

not_incidents = Table(
    "not_incidents",
    metadata,
    Column("reading_id", Characters, ForeignKey("readings.id"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("text", Characters, nullable=False),
    Column("char_start", Integer, nullable=False),
    Column("char_end", Integer, nullable=False),
    Column("reason", Characters, nullable=False),
)

decisions = Table(
    "decisions",
    metadata,
    Column("seq", SEQ, primary_key=True),
    Column("id", Characters, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("subjects", Json, nullable=False),
    Column("field", Text),
    Column("value", Json),
    Column("reason", Characters, nullable=False),
    Column("decided_by", Characters, nullable=False),
    Column("decided_at", Moment, nullable=False),
)

incident_members = Table(
    "incident_members",
    metadata,
    Column("incident_id", Characters, primary_key=True),
    Column("event_id", Characters, ForeignKey("events.id"), primary_key=True),
    Column("follow_up", Boolean, nullable=False),
)

cluster_state = Table(
    "cluster_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("watermark", Characters, nullable=False),
)
