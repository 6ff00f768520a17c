"""What is said by whom, while it is still counted in characters of the body."""

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


def speaker_of(spoken: tuple[Spoken, ...], offset: int) -> int | None:
    """Index of the innermost attribution whose content holds the character; None: the outlet's own words."""
    holding = [(said.size(), -number) for number, said in enumerate(spoken) if said.holds(offset)]
    return -min(holding)[1] if holding else None


def framed(spoken: tuple[Spoken, ...], offset: int) -> bool:
    """Whether the character belongs to the naming of a speaker rather than to what is said."""
    return any(
        part is not None and part.start <= offset < part.end
        for said in spoken
        for part in (said.frame, said.source_span, said.cue)
    )
