"""Who attacked, what was hit and what with, as the encoder sees it, beside what the rules found.

The rules know which side a name stands for; the encoder knows whether it attacks. A name that attacks and that no table holds is a side of its own
("fighters of the Sand Column": Sand Column).
"""

from collections.abc import Iterator, Sequence

from dateline.lexicon.function_words import words
from dateline.model.mentions import ActorMention, FacilityMention, Mentions, WeaponMention
from dateline.model.places import Toponym
from dateline.model.signals import Signal, Signals
from dateline.model.spans import Span
from dateline.model.texts import Text, Token
from dateline.model.vocab import TargetType, WeaponType

ATTACKS = 0.5
"""Probability of being an attacker from which a side that the rules found is taken for one."""
ADD = 0.6
"""Least score of a stretch in a role that the rules found nothing for."""
SURE = 0.6
"""Least probability of the type of a target or weapon that the rules found nothing for."""
_INSIDE = frozenset({"of", "the", "for", "and", "al", "el", "de"})


def learned_actors(
    text: Text, mentions: Mentions, toponyms: Sequence[Toponym], signals: Signals
) -> Iterator[ActorMention]:
    """The rules' actors, attacking where the encoder says so, and names that attack and that the rules do not know.

    Args:
        text: the text.
        mentions: what the rules found in it.
        toponyms: the places found in it, which are no names of groups.
        signals: what the encoder made of it.
    """
    for actor in mentions.actors:
        attacks = actor.attacking or signals.share("role", "attacker", actor.span) >= ATTACKS
        yield ActorMention(span=actor.span, side=actor.side, attacking=attacks)
    taken = [a.span for a in mentions.actors]
    for signal in _roles(signals, "attacker", taken):
        name = _name(text, signal.span)
        if name is not None and not any(t.span.overlaps(name) for t in toponyms):
            yield ActorMention(span=name, side=name.of(text.body), attacking=True)


def learned_facilities(mentions: Mentions, signals: Signals) -> Iterator[FacilityMention]:
    """Targets in words that the rules do not know."""
    for signal in _roles(signals, "target", [f.span for f in mentions.facilities]):
        kind, sure = signals.sort("target_type", signal.span)[0]
        if sure >= SURE:
            yield FacilityMention(span=signal.span, head=signal.span, type=TargetType(kind))


def learned_weapons(mentions: Mentions, signals: Signals) -> Iterator[WeaponMention]:
    """Weapons in words that the rules do not know, nor read a facility or a trigger in."""
    others = (*mentions.weapons, *mentions.facilities, *mentions.triggers)
    for signal in _roles(signals, "weapon", [m.span for m in others]):
        kind, sure = signals.sort("weapon_type", signal.span)[0]
        if sure >= SURE:
            yield WeaponMention(span=signal.span, type=WeaponType(kind))


def _roles(signals: Signals, role: str, taken: Sequence[Span]) -> Iterator[Signal]:
    for signal in signals.spans("role"):
        free = not any(signal.span.overlaps(span) for span in taken)
        if signal.label == role and signal.score >= ADD and free:
            yield signal


def _name(text: Text, span: Span) -> Span | None:
    """The longest name in a stretch: capitals in the midst of a sentence, with the small words inside it; None if it holds none.

    Where everything is in capitals nothing is told to be a name.
    """
    tokens = text.tokens_in(span)
    runs: list[list[Token]] = []
    open_: list[Token] = []
    for token in tokens:
        if token.text[:1].isupper() and token.lower not in words("determiners"):
            open_.append(token)
        elif not (open_ and token.lower in _INSIDE):
            runs.append(open_)
            open_ = []
        else:
            open_.append(token)
    runs.append(open_)
    names = [named for run in runs if (named := _trimmed(run))]
    if not names or text.body.isupper():
        return None
    longest = max(names, key=lambda run: run[-1].span.end - run[0].span.start)
    first = text.sentence_at(longest[0].span.start)
    begins = first is not None and text.sentences[first].span.start == longest[0].span.start
    if begins and len(longest) == 1 and not longest[0].text.isupper():
        return None  # the capital may be the sentence's
    return Span(longest[0].span.start, longest[-1].span.end)


def _trimmed(run: Sequence[Token]) -> Sequence[Token]:
    """Without small words at its end."""
    end = len(run)
    while end and not run[end - 1].text[:1].isupper():
        end -= 1
    return run[:end]
