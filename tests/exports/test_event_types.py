"""The table ``resources/event_types.yml`` and its accessor."""

from dateline.lexicon.event_types import event_types
from dateline.lexicon.tables import table
from dateline.model.vocab import EventType

MUC4 = {"ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE", "HIJACKING"}


def test_every_type_has_its_counterparts_and_a_reason() -> None:
    assert list(event_types()) == list(EventType)
    for entry in event_types().values():
        assert entry.muc4_type in MUC4
        assert entry.definition
    assert all(row["why"] for row in table("event_types")["entries"])


def test_only_strategic_developments_are_no_political_violence() -> None:
    for entry in event_types().values():
        strategic = entry.acled_event_type == "Strategic developments"
        assert (entry.acled_disorder_type == "Strategic developments") is strategic
