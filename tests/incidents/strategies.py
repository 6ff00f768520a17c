"""Hypothesis strategies for mentions and decisions."""

from datetime import date, timedelta

from hypothesis import strategies as st

from dateline.model.incidents import Decision, DecisionKind, Mention
from dateline.model.vocab import EventType, Stage, TargetType
from tests.factory import DAY, dating, decision, event, head, mention, place

_days = st.one_of(st.none(), st.integers(0, 4).map(lambda n: DAY + timedelta(days=n)))


@st.composite
def mentions(draw: st.DrawFn, name: str | None = None) -> Mention:
    """A mention in one of a few reports, some of them copies, in one of a few places and days."""
    number = draw(st.integers(0, 30)) if name is None else None
    of = name or f"r{number}"
    copy_of = draw(st.sampled_from([None, None, None, "r0"]))
    first: date | None = draw(_days)
    last = None if first is None else first + timedelta(days=draw(st.integers(0, 2)))
    what = event(
        draw(st.sampled_from(["A", "B"])),
        trigger=draw(st.sampled_from(["struck", "hit"])),
        type=draw(st.sampled_from([EventType.DRONE, EventType.SHELLING, EventType.OTHER])),
        stage=draw(st.sampled_from(list(Stage))),
        when=dating(first, last),
        admin1=draw(st.sampled_from(["Belmark", "Zellmark", None])),
        places=draw(st.sampled_from([[], [place()], ["Dobrin"]])),
        sides=draw(st.sampled_from([[], ["Sudland"], ["Norland"]])),
        targets=draw(st.sampled_from([[], [TargetType.PORT], [TargetType.ENERGY]])),
        follow_up=draw(st.sampled_from([False, False, False, True])),
    )
    return mention(what, head(of, published=draw(_days), copy_of=copy_of))


def many_mentions(most: int = 10) -> st.SearchStrategy[list[Mention]]:
    """Mentions with different ids."""
    return st.lists(mentions(), max_size=most, unique_by=lambda m: m.id)


@st.composite
def decisions_on(draw: st.DrawFn, ids: list[str], most: int = 5) -> list[Decision]:
    """Merges, splits and rejections of some of the ids, each at an hour of its own."""
    if len(ids) < 2:
        return []
    made: list[Decision] = []
    for hour in range(draw(st.integers(0, most))):
        kind = draw(st.sampled_from([DecisionKind.MERGE, DecisionKind.SPLIT, DecisionKind.REJECT]))
        a, b = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True))
        subjects = (a,) if kind is DecisionKind.REJECT else (a, b)
        made.append(decision(kind, *subjects, hour=hour))
    return made
