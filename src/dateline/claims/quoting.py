"""Quotations: what is said runs to the end of its quotation, and a bare quotation belongs to who spoke last."""

from dataclasses import replace

from dateline.claims.spoken import Spoken
from dateline.model.spans import Span
from dateline.model.texts import Quotation, Text

_WHOLE = (
    4  # words: fewer, or with a small first letter, are words in quotation marks rather than speech
)


def extend_over_quotations(text: Text, spoken: tuple[Spoken, ...]) -> tuple[Spoken, ...]:
    """Contents made to reach over the quotations they touch; bare quotations given to the speaker beside them."""
    extended = list(spoken)
    taken: set[Quotation] = set()
    for quotation in text.quotations:
        touching = [
            n
            for n, said in enumerate(extended)
            if any(part.overlaps(quotation.span) for part in said.content)
        ]
        if touching:
            taken.add(quotation)
            for number in touching[:1]:
                extended[number] = _reach(extended[number], quotation)
    for quotation in text.quotations:
        if quotation not in taken and _is_speech(text, quotation):
            nearest = _beside(text, extended, quotation)
            if nearest is not None:
                extended.append(_goes_on(extended[nearest], quotation))
    return tuple(extended)


def _reach(said: Spoken, quotation: Quotation) -> Spoken:
    parts = [part for part in said.content if not quotation.span.contains(part)]
    touching = [part for part in parts if part.overlaps(quotation.span)]
    if touching and touching[-1].end >= quotation.span.end:
        return replace(said, quoted=True)
    return replace(said, content=(*parts, quotation.span), quoted=True)


def _is_speech(text: Text, quotation: Quotation) -> bool:
    inner = quotation.inner.of(text.body).strip()
    return len(inner.split()) >= _WHOLE and inner[:1].isupper()


def _beside(text: Text, spoken: list[Spoken], quotation: Quotation) -> int | None:
    """The last attribution that starts before the quotation, at most two sentences back; else the first after it."""
    at = text.sentence_at(quotation.inner.start) or 0
    near: list[tuple[int, int]] = []
    for number, said in enumerate(spoken):
        anchor = said.cue or (said.content[0] if said.content else None)
        where = text.sentence_at(anchor.start) if anchor is not None else None
        if where is not None and -1 <= at - where <= 2:
            near.append((abs(at - where) if where <= at else 9, number))
    if not near:
        return None
    best = min(distance for distance, _ in near)
    return max(number for distance, number in near if distance == best)


def _goes_on(said: Spoken, quotation: Quotation) -> Spoken:
    return replace(
        said,
        source_span=None,
        cue=None,
        frame=None,
        content=(Span(quotation.span.start, quotation.span.end),),
        quoted=True,
        via=(),
    )
