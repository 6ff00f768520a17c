"""What is said by whom, while it is still counted in characters of the body."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.model.claims import Source
from dateline.model.spans import Span
from dateline.model.vocab import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """An attribution over the body of a text; see :class:`dateline.model.claims.Attribution`.

    Attributes:
        source: resolved speaker; its ``span`` counts in the body too.
        source_span: the words that name it here.
        cue: the words that mark the speaking; None for a quotation that only goes on.
        content: what is said.
        stance: given by the cue.
        hedged: weakened by the cue.
        quoted: at least partly in quotation marks.
        via: to whom or where.
        frame: from the first to the last word of source and cue: no content of its own.
        stating: what is said is stated; False: wanted, judged or only referred to ("called for strikes"), which may be a stand but no claim.
    """

    source: Source
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: Stance
    hedged: bool = False
    quoted: bool = False
    via: tuple[str, ...] = ()
    frame: Span | None = None
    stating: bool = True

    def holds(self, offset: int) -> bool:
        """Whether the character is part of what is said."""
        return any(part.start <= offset < part.end for part in self.content)

    def size(self) -> int:
        """Characters of what is said."""
        return sum(len(part) for part in self.content)


def muted(said: Spoken) -> Spoken:
    """The attribution as claims see it: one that states nothing leaves its words to whoever speaks around it."""
    if said.stating:
        return said
    return replace(said, content=(), source_span=None, cue=None, frame=None)


def last_source(spoken: Sequence[Spoken], span: Span) -> Source | None:
    """Who spoke last in a stretch, by where the cues start; None if nobody did."""
    inside = [s for s in spoken if s.cue is not None and span.start <= s.cue.start < span.end]
    return inside[-1].source if inside else None


def touching(spoken: tuple[Spoken, ...], span: Span) -> tuple[int, ...]:
    """Indices of the attributions that have a word of theirs in a stretch, for :func:`speaker_of` and :func:`framed`."""
    return tuple(
        number
        for number, said in enumerate(spoken)
        if any(
            part is not None and part.overlaps(span)
            for part in (*said.content, said.frame, said.source_span, said.cue)
        )
    )


def speaker_of(
    spoken: tuple[Spoken, ...], offset: int, among: Sequence[int] | None = None
) -> int | None:
    """Index of the innermost attribution whose content holds the character; None: the outlet's own words.

    Args:
        spoken: all attributions.
        offset: the character.
        among: the attributions that may hold it (:func:`touching`), where they are known; None looks through all.
    """
    holding = [
        (spoken[number].size(), -number)
        for number in (range(len(spoken)) if among is None else among)
        if spoken[number].holds(offset)
    ]
    return -min(holding)[1] if holding else None


def framed(spoken: tuple[Spoken, ...], offset: int, among: Sequence[int]) -> bool:
    """Whether the character belongs to the naming of a speaker rather than to what is said; ``among`` as in :func:`speaker_of`."""
    return any(
        part is not None and part.start <= offset < part.end
        for number in among
        for part in (spoken[number].frame, spoken[number].source_span, spoken[number].cue)
    )
