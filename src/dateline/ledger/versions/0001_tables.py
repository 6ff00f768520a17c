"""The first tables. Written out, not taken from ``schema.py``, which moves on."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    reports()
    readings()
    events()
    judgements()


def text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def number(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=null)


def flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def key(name: str, target: str | None = None) -> sa.Column[str]:
    parts = (sa.ForeignKey(target),) if target else ()
    return sa.Column(name, sa.Text, *parts, primary_key=True)


def ordinal() -> sa.Column[int]:
    return sa.Column("n", sa.Integer, primary_key=True, autoincrement=False)


def link(name: str, target: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, sa.ForeignKey(target), nullable=False)


def name_id() -> sa.Column[str]:
    return sa.Column("id", sa.Text, nullable=False, unique=True)


def span(*, null: bool = False) -> tuple[sa.Column[int], sa.Column[int]]:
    return number("char_start", null=null), number("char_end", null=null)


def dating() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("date_from", sa.Date),
        sa.Column("date_to", sa.Date),
        text("date_precision", null=True),
        text("date_basis"),
        number("date_start", null=True),
        number("date_end", null=True),
    )


def reports() -> None:
    op.create_table(
        "runs",
        key("id"),
        text("started_at"),
        text("code_version"),
        text("lexicon_hash"),
        text("model_hash", null=True),
        text("reader"),
        text("command"),
    )
    op.create_table(
        "reports",
        sa.Column("seq", SEQ, primary_key=True),
        name_id(),
        text("name"),
        text("text"),
        text("text_sha256"),
        sa.Column("published", sa.Date),
        text("published_at", null=True),
        text("outlet", null=True),
        text("url", null=True),
        text("title", null=True),
        text("language", null=True),
        text("provenance"),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table("report_bands", key("band"), key("report_id", "reports.id"))
    op.create_table(
        "copies",
        key("report_id", "reports.id"),
        key("copy_of", "reports.id"),
        sa.Column("similarity", sa.Float, nullable=False),
    )


def readings() -> None:
    op.create_table(
        "readings",
        sa.Column("seq", SEQ, primary_key=True),
        name_id(),
        link("report_id", "reports.id"),
        link("run_id", "runs.id"),
        text("reader"),
        text("warnings"),
        sa.UniqueConstraint("report_id", "reader", name="uq_readings_report_reader"),
    )
    op.create_index("ix_readings_report_seq", "readings", ["report_id", "seq"])
    op.create_table(
        "sources",
        key("reading_id", "readings.id"),
        ordinal(),
        flag("listed"),
        text("name"),
        text("folded"),
        text("kind"),
        text("office", null=True),
        text("side", null=True),
        *span(null=True),
    )
    op.create_table(
        "attributions",
        key("reading_id", "readings.id"),
        ordinal(),
        number("source_n", null=True),
        number("source_start", null=True),
        number("source_end", null=True),
        number("cue_start", null=True),
        number("cue_end", null=True),
        text("content"),
        text("stance"),
        flag("hedged"),
        flag("quoted"),
        text("via"),
    )
    op.create_table(
        "positions",
        key("reading_id", "readings.id"),
        ordinal(),
        name_id(),
        number("source_n", null=True),
        text("issue"),
        text("polarity"),
        text("text"),
        *span(),
        *dating(),
        number("attribution_n", null=True),
    )
    op.create_table(
        "not_incidents",
        key("reading_id", "readings.id"),
        ordinal(),
        text("text"),
        *span(),
        text("reason"),
    )


def events() -> None:
    op.create_table(
        "events",
        key("id"),
        link("reading_id", "readings.id"),
        number("n"),
        text("key"),
        text("trigger_words"),
        number("trigger_start"),
        number("trigger_end"),
        text("type"),
        text("stage"),
        *dating(),
        text("country", null=True),
        text("admin1", null=True),
        flag("follow_up"),
        sa.Column("score", sa.Float, nullable=False),
    )
    op.create_index("ix_events_reading", "events", ["reading_id"])
    op.create_table(
        "event_arguments",
        key("event_id", "events.id"),
        ordinal(),
        text("role"),
        text("text"),
        *span(),
        text("value", null=True),
        text("place_id", null=True),
        text("place", null=True),
    )
    op.create_table(
        "claims",
        sa.Column("seq", SEQ, primary_key=True),
        name_id(),
        link("event_id", "events.id"),
        number("n"),
        text("field"),
        text("value", null=True),
        text("value_text", null=True),
        sa.Column("value_low", SEQ),
        sa.Column("value_high", SEQ),
        text("text"),
        *span(),
        number("source_n", null=True),
        text("stance"),
        flag("hedged"),
        number("attribution_n", null=True),
    )
    op.create_index("ix_claims_event", "claims", ["event_id"])


def judgements() -> None:
    op.create_table(
        "decisions",
        sa.Column("seq", SEQ, primary_key=True),
        name_id(),
        text("kind"),
        text("subjects"),
        text("field", null=True),
        text("value", null=True),
        text("reason"),
        text("decided_by"),
        text("decided_at"),
    )
    op.create_table(
        "incident_members", key("incident_id"), key("event_id", "events.id"), flag("follow_up")
    )
    op.create_table(
        "cluster_state",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        text("watermark"),
    )
