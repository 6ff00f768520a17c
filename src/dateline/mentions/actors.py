"""Words that name a side: countries with their forces, and armed groups."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.attacks import facility_table
from dateline.lexicon.markers import (
    deed_nouns,
    enemies,
    enemy_words,
    force_nouns,
    group_table,
    state_forces,
)
from dateline.lexicon.phrases import PhraseTable
from dateline.mentions.chunks import span_of
from dateline.model.homes import MOST, country_told_of
from dateline.model.mentions import ActorMention
from dateline.model.places import Level, Toponym, Use
from dateline.model.spans import Span
from dateline.model.texts import Text

_SEVERAL = 2  # mentions of places in a country from which its forces need no name
_FIRE = (["fire"], ["attack"], ["shelling"], ["bombardment"])
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "their", "so-called", '"', "“", "”"})
_BEING = frozenset({"is", "are", "was", "were"})


def find_actors(text: Text, toponyms: Sequence[Toponym]) -> tuple[ActorMention, ...]:
    """Countries, demonyms, capitals that stand for governments, and groups."""
    found = [
        *_groups(text),
        *_countries(text, toponyms),
        *_enemies(text, toponyms),
        *_state_forces(text, toponyms),
    ]
    kept: list[ActorMention] = []
    for actor in found:
        if not any(actor.span.overlaps(other.span) for other in kept):
            kept.append(actor)
    return tuple(sorted(kept, key=lambda a: a.span))


def _groups(text: Text) -> Iterator[ActorMention]:
    for hit in group_table().find(text.tokens):
        span = span_of(text, hit.first, hit.last)
        acts = _agent(text, hit.first) or _behind(text, hit.last)
        attacking = acts or _followed_by(text, hit.last, deed_nouns()) is not None
        yield ActorMention(span=span, side=hit.value, attacking=attacking)


def _enemies(text: Text, toponyms: Sequence[Toponym]) -> Iterator[ActorMention]:
    """ "The enemy", "the occupiers": the other side of the country that most places of the report lie in, if it is at war with one."""
    home = country_told_of(toponyms)
    side = enemies().get(home) if home is not None else None
    if side is not None:
        yield from _standing_for(side, enemy_words(), text)


def _state_forces(text: Text, toponyms: Sequence[Toponym]) -> Iterator[ActorMention]:
    """ "The army shelled …", "a military jet": forces named without their country are of the one that is told of.

    Where that country is at war with another, "the army" may be either's, and is nobody's.
    """
    written = text.dateline.span if text.dateline is not None else None
    home = country_told_of(toponyms, MOST, least=_SEVERAL, opening=written)
    if home is not None and home not in enemies():
        yield from _standing_for(home, state_forces(), text)


def _standing_for(side: str, words: PhraseTable[bool], text: Text) -> Iterator[ActorMention]:
    """Words that stand for a side without its name, with the deed behind them ("enemy drones")."""
    for hit in words.find(text.tokens):
        deed = _followed_by(text, hit.last, deed_nouns())
        last = deed if deed is not None else hit.last
        acts = deed is not None or _agent(text, hit.first)
        yield ActorMention(span=span_of(text, hit.first, last), side=side, attacking=acts)


def _countries(text: Text, toponyms: Sequence[Toponym]) -> Iterator[ActorMention]:
    for toponym in toponyms:
        place = toponym.place
        if place is None or place.country_name is None:
            continue
        if place.level is not Level.COUNTRY and toponym.use is not Use.ASSOCIATIVE:
            continue
        first = text.token_at(toponym.span.start) or 0
        last = (text.token_at(toponym.span.end - 1) or 0) + 1
        deed = _followed_by(text, last, deed_nouns())
        forces = _followed_by(text, last, force_nouns())
        end = max(found for found in (deed, forces, last) if found is not None)
        if any(t.lower in {"of", "for"} for t in text.tokens[last:end]):
            end = last  # "accused X of shelling": who did it, but in a word of its own
        yield ActorMention(
            span=Span(toponym.span.start, text.tokens[end - 1].span.end),
            side=place.country_name,
            attacking=deed is not None or _agent(text, first) or _behind(text, end),
        )


def _followed_by(text: Text, index: int, nouns: PhraseTable[bool]) -> int | None:
    """Index after a noun of the table within two words ("Russian cruise missiles"); None if another thing is named."""
    for at in range(index, min(len(text.tokens), index + 3)):
        hit = nouns.at(text.tokens, at)
        if hit is not None:
            return None if _names_facility(text, index, hit.last) else hit.last
        word = text.tokens[at].lower
        if word != "'s" and (not word[:1].isalpha() or word in _BEING):
            return None
    return None


def _names_facility(text: Text, first: int, last: int) -> bool:
    """ "Russian drone production site": the weapon is only part of what a facility is called."""
    for index in range(first, last):
        facility = facility_table().at(text.tokens, index)
        if facility is not None and facility.value is not None and facility.last > last:
            return True
    return False


_BLAMES = frozenset(
    {
        "blamed",
        "blames",
        "blaming",
        "accused",
        "accuses",
        "accusing",
        "faulted",
        "suspects",
        "suspected",
    }
)
_BLAMED_ON = (["blame", "on"], ["blamed", "on"], ["work", "of"], ["doing", "of"], ["door", "of"], ["responsibility", "of"], ["attributed", "to"], ["hands", "of"], ["finger", "at"], ["claimed", "by"])  # fmt: skip


def _agent(text: Text, first: int) -> bool:
    """The agent of a passive or a noun, or who is blamed: "by Ukraine", "came under fire from Russian troops", "accused the Houthis", "the work of the ELN"."""
    before = [t.lower for t in text.tokens[max(0, first - 3) : first] if t.lower not in _ARTICLES]
    if before[-1:] == ["by"] or (before[-1:] == ["from"] and before[-2:-1] in _FIRE):
        return True
    wide = [t.lower for t in text.tokens[max(0, first - 5) : first] if t.lower not in _ARTICLES]
    blamed = bool(wide) and wide[-1] in _BLAMES
    return blamed or wide[-2:] in _BLAMED_ON or _is_attributed(wide)


def _is_attributed(before: list[str]) -> bool:
    """ "Attributed the attack to": the verb stands a few words before."""
    return before[-1:] == ["to"] and any(word.startswith("attribut") for word in before)


def _behind(text: Text, last: int) -> bool:
    """ "Ukraine's security service was behind the attack", "held Iran responsible": the name, what belongs to it, and what makes it the attacker."""
    for index in range(last, min(len(text.tokens) - 1, last + 5)):
        word = text.tokens[index]
        if word.lower in _BEING:
            return text.tokens[index + 1].lower in {"behind", "responsible"}
        if word.lower == "responsible":
            return True
        if word.lower != "'s" and not word.text[:1].isupper():
            return False
    return False
