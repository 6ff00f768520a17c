"""Who owns up to an attack or denies having done it: "claimed responsibility", "denied involvement in the strike"."""

from collections.abc import Sequence

from dateline.claims.spoken import Spoken
from dateline.lexicon.attacks import attack_at
from dateline.lexicon.markers import deed_nouns, force_nouns
from dateline.model.claims import Source
from dateline.model.mentions import ActorMention, TriggerMention
from dateline.model.spans import Span
from dateline.model.texts import Text
from dateline.model.vocab import Stage, Stance

_CLAIMED = ("responsibility", "credit", "up to")
_DENIED = frozenset({"responsibility", "involvement", "carrying", "any", "being", "having"})
_CHARGES = frozenset(
    {"charge", "charges", "accusation", "accusations", "allegation", "allegations", "blame"}
)
_PARTS = frozenset(
    {"part", "hand", "role", "involvement", "link", "links", "connection", "anything"}
)
_NEAR = 4  # words of what is denied within which a charge is named
_REACH = 12  # words of what is denied within which a part in it is named
_CIVIL = frozenset(
    {"resident", "residents", "villager", "villagers", "witness", "witnesses", "survivor", "survivors", "nurse", "nurses", "doctor", "doctors", "medic", "medics", "teacher", "teachers", "neighbour", "neighbours", "neighbor", "neighbors", "locals", "elder", "elders", "hospital", "rescuers", "firefighters"}
)  # fmt: skip
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "not", "never", "n't"})
_DONE = frozenset({"destroyed", "damaged", "killed", "sank"})
_DEEDS = frozenset({"responsibility", "involvement", "carrying", "behind", "launched", "attacked"})


def owner(text: Text, said: Spoken | None) -> ActorMention | None:
    """The speaker as the attacker it says it is, or denies to be (by ``said.stance``); None if it speaks of neither.

    A speaker that stands for no country or group gives None.
    """
    if said is None or said.cue is None or said.source.side is None:
        return None
    claims = said.stance is Stance.CLAIMED and _owns_up(text, said.cue)
    denies = said.stance is Stance.DENIED and _is_of_deed(text, said)
    if not claims and not denies:
        return None
    return ActorMention(span=said.source_span or said.cue, side=said.source.side, attacking=claims)


def _owns_up(text: Text, cue: Span) -> bool:
    """ "Claimed responsibility", "owned up to", "claimed the attack"."""
    words = cue.of(text.body).lower()
    if words.endswith(_CLAIMED):
        return True
    index = text.token_at(cue.end - 1)
    if index is None or not words.startswith("claim") or index + 2 >= len(text.tokens):
        return False
    if text.tokens[index + 1].lower not in {"the", "this", "that", "both", "it"}:
        return False
    hits = (attack_at(text.tokens, at) for at in (index + 2, index + 3) if at < len(text.tokens))
    return any(hit is not None and not hit.value.verb for hit in hits)


def _is_of_deed(text: Text, said: Spoken) -> bool:
    """Whether what is denied is to have done it: "involvement", "the charge", "any part in it", "bombing a hospital"."""
    words = [t.lower for part in said.content[:1] for t in text.tokens_in(part)[:_REACH]]
    if not words:
        return False
    if words[0] in _DENIED and _DEEDS & set(words[:3]):
        return True
    if _CHARGES & set(words[:_NEAR]):
        return True
    if {"any", "having", "no"} & set(words) and _PARTS & set(words):
        return True
    first = text.token_at(said.content[0].start)
    named = first is not None and attack_at(text.tokens, first) is not None
    return words[0].endswith("ing") and named


def own_deed(
    text: Text, said: Spoken, span: Span, triggers: Sequence[TriggerMention]
) -> ActorMention | None:
    """ "The army said it had struck …", "said its drones hit …", "our gunners": the speaker as the attacker; None if it tells of no deed of its own."""
    if said.source.side is None or said.stance is Stance.DENIED or _is_civil(said.source):
        return None
    for part in said.content:
        if not part.overlaps(span):
            continue
        inside = Span(max(part.start, span.start), min(part.end, span.end))
        found = deed_in(text, inside, said.source.side, triggers, quoted=said.quoted)
        if found is not None:
            return found
    return None


def _is_civil(source: Source) -> bool:
    """ "We hit the floor," a resident said: who bears no arms tells of no deed of a side."""
    words = set(f"{source.name} {source.office or ''}".lower().split())
    return bool(_CIVIL & words)


def deed_in(
    text: Text, span: Span, side: str, triggers: Sequence[TriggerMention], *, quoted: bool
) -> ActorMention | None:
    """The words of a stretch in which whoever speaks for a side tells of a deed of its own.

    Args:
        text: the text.
        span: what is said, inside one sentence.
        side: the side spoken for.
        triggers: the attacks found in the text.
        quoted: in the speaker's own words, where "we" and "our" mean the side; else "it" and "its" do, at the opening only for the bare pronoun.
    """
    first = text.token_at(span.start)
    if first is None:
        return None
    count = len(text.tokens_in(span))
    for index in range(first, first + count):
        opening = index <= first + 1
        last = _subject_end(text, index, opening=opening, quoted=quoted)
        if last is not None and _acts(text, last, triggers):
            words = Span(text.tokens[index].span.start, text.tokens[last - 1].span.end)
            return ActorMention(span=words, side=side, attacking=True)
    return None


def _subject_end(text: Text, first: int, *, opening: bool, quoted: bool) -> int | None:
    """Index after "it", "we", or "its drones", "our forces"."""
    if first >= len(text.tokens):
        return None
    word = text.tokens[first].lower
    if (word == "it" and opening) or (word == "we" and (opening or quoted)):
        return first + 1
    if word not in {"its", "our"} and not (word == "their" and opening):
        return None
    for index in range(first + 1, min(len(text.tokens), first + 4)):
        hit = deed_nouns().at(text.tokens, index) or force_nouns().at(text.tokens, index)
        if hit is not None:
            return hit.last
    return None


def _acts(text: Text, first: int, triggers: Sequence[TriggerMention]) -> bool:
    """Whether an active attack verb follows within three words ("had also struck"); passive, negated or shooting down is no deed."""
    for token in text.tokens[first : first + 4]:
        if token.lower in _BEING:
            return False
        if token.lower in _DONE:
            return True
        verb = next((t for t in triggers if t.verb and t.span.start == token.span.start), None)
        if verb is not None:
            return verb.stage is not Stage.INTERCEPTED
    return False
