"""Which time expression says when an attack was, and which only when something was said."""

from collections.abc import Sequence

from dateline.claims.frames import Found, Frame
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.times import UNDATED, Basis, Dating, Interval, Precision, Timex, TimexType

_RANK = {
    Precision.DAY: 0,
    Precision.NIGHT: 0,
    Precision.DAYS: 1,
    Precision.WEEK: 2,
    Precision.MONTH: 3,
}
_BOUNDS = frozenset({"since", "until", "till", "before", "after", "from", "by", "expected"})


def frame_timex(found: Found, frame: Frame) -> Timex | None:
    """The time that dates what the frame tells: the finest, then the nearest to the trigger; never one that dates the saying."""
    usable = [
        t
        for t in frame.timexes
        if t.interval is not None
        and t.type in {TimexType.DATE, TimexType.TIME}
        and t.precision in _RANK
        and not _dates_saying(found, t)
        and not _bounds(found.text, t)
    ]
    if not usable:
        return None
    anchors = [
        *(t.span.start for t in frame.triggers),
        *(e.span.start for e in frame.effects),
        *(c.span.start for c in frame.counts),
    ]
    at = anchors[0] if anchors else frame.span.start
    return min(
        usable,
        key=lambda t: (
            _RANK[t.precision] if t.precision else 9,
            min((abs(t.span.start - a) for a in anchors), default=abs(t.span.start - at)),
        ),
    )


def frame_interval(found: Found, frame: Frame) -> Interval | None:
    """The days of :func:`frame_timex`."""
    timex = frame_timex(found, frame)
    return timex.interval if timex is not None else None


def _dates_saying(found: Found, timex: Timex) -> bool:
    """ "Said on Monday", "confirmed to AFP on Wednesday": right beside a cue."""
    for said in found.spoken:
        if said.cue is None:
            continue
        if said.frame is not None and said.frame.contains(timex.span):
            return True
        beside = 0 <= timex.span.start - said.cue.end < 40
        if beside and _only_addressee(found.text, Span(said.cue.end, timex.span.start)):
            return True
    return False


def _only_addressee(text: Text, span: Span) -> bool:
    words = [t.lower for t in text.tokens_in(span)]
    return (
        len(words) <= 4
        and all(
            w in {"on", "to", "in", "late", "early", "a", "statement", "that", "the"}
            or w.isupper()
            or not w.isalpha()
            for w in words
        )
    ) or (len(words) <= 4 and words[:1] == ["to"])


def _bounds(text: Text, timex: Timex) -> bool:
    index = text.token_at(timex.span.start)
    if timex.text.lower().startswith(("dawn", "daybreak", "sunrise", "midnight", "noon")):
        return False  # "before dawn on Wednesday" is that morning
    after = text.tokens_in(Span(timex.span.end, timex.span.end + 2))
    if after and after[0].lower == "'s":
        return False  # "from Monday's strike": the day of the strike
    return index is not None and index > 0 and text.tokens[index - 1].lower in _BOUNDS


def event_dating(found: Found, frames: Sequence[Frame], inherited: Interval | None) -> Dating:
    """When the event was: the finest time any of its frames gives, the first told among equals.

    Args:
        found: everything found in the text.
        frames: the event's frames.
        inherited: the days of the event it was told together with ("another attack").
    """
    timexes = [t for f in frames if (t := frame_timex(found, f)) is not None]
    if not timexes:
        if inherited is None:
            return UNDATED
        return Dating(interval=inherited, precision=Precision.DAYS, basis=Basis.NARRATIVE)
    best = min(timexes, key=lambda t: (_RANK[t.precision] if t.precision else 9, t.span.start))
    return Dating(
        interval=best.interval,
        precision=best.precision,
        basis=best.basis,
        span=found.text.to_source(best.span),
    )
