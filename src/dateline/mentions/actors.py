"""Words that name a side: countries with their forces, and armed groups."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.markers import force_nouns, group_table
from dateline.mentions.chunks import span_of
from dateline.model.mentions import ActorMention
from dateline.model.places import Level, Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text


def find_actors(text: Text, toponyms: Sequence[Toponym]) -> tuple[ActorMention, ...]:
    """Countries, demonyms, capitals that stand for governments, and groups."""
    found = [*_groups(text), *_countries(text, toponyms)]
    kept: list[ActorMention] = []
    for actor in found:
        if not any(actor.span.overlaps(other.span) for other in kept):
            kept.append(actor)
    return tuple(sorted(kept, key=lambda a: a.span))


def _groups(text: Text) -> Iterator[ActorMention]:
    for hit in group_table().find(text.tokens):
        yield ActorMention(
            span=span_of(text, hit.first, hit.last),
            side=hit.value,
            attacking=_forces_after(text, hit.last),
        )


def _countries(text: Text, toponyms: Sequence[Toponym]) -> Iterator[ActorMention]:
    for toponym in toponyms:
        place = toponym.place
        if place is None or place.country_name is None:
            continue
        if place.level is not Level.COUNTRY and toponym.use is not Use.ASSOCIATIVE:
            continue
        index = text.token_at(toponym.span.end - 1)
        last = (index or 0) + 1
        forces = _forces_after(text, last)
        end = text.tokens[last].span.end if forces and last < len(text.tokens) else toponym.span.end
        yield ActorMention(
            span=Span(toponym.span.start, end),
            side=place.country_name,
            attacking=forces or _agent_before(text, toponym.span.start),
        )


def _forces_after(text: Text, index: int) -> bool:
    """ "Russian missiles", "Ukraine's air strikes": a noun of force within two words."""
    last = min(len(text.tokens), index + 3)
    for at in range(index, last):
        if force_nouns().at(text.tokens, at) is not None:
            return True
        if not text.tokens[at].text[:1].isalpha() and text.tokens[at].lower != "'s":
            return False
    return False


def _agent_before(text: Text, start: int) -> bool:
    """ "by Ukraine", "blamed on Moscow", "from Lebanon" is not enough: only the agent of a passive or noun."""
    index = text.token_at(start)
    return index is not None and index > 0 and text.tokens[index - 1].lower == "by"
