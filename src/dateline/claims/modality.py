"""Which triggers tell of a specific attack, and which of attacks in general or of what might be."""

from dateline.claims.frames import Frame
from dateline.model.mentions import MarkerKind, TriggerMention
from dateline.model.texts import Text
from dateline.model.times import Precision, TimexType
from dateline.model.vocab import EventType, Field

_FINE = {Precision.DAY, Precision.NIGHT, Precision.DAYS}
_NEAR = 60  # characters before a trigger in which "if" or "could" governs it
_ABILITIES = frozenset(
    {
        "capability",
        "capabilities",
        "ability",
        "risk",
        "risks",
        "possibility",
        "means",
        "threat",
        "purpose",
        "aim",
        "idea",
        "hope",
        "hopes",
        "chance",
    }
)
_CLAUSE_BREAKS = frozenset({",", ";", "—", "–", ":"})


def has_day(frame: Frame) -> bool:
    """Whether the frame gives a time no coarser than a few days."""
    return any(
        t.interval is not None
        and t.precision in _FINE
        and t.type in {TimexType.DATE, TimexType.TIME}
        for t in frame.timexes
    )


def generic_reason(frame: Frame) -> str | None:
    """Why the frame tells of attacks in general, or of none at all; None if it tells of one."""
    unreal = _unreal(frame)
    if unreal is not None or has_day(frame):
        return unreal
    for marker in frame.markers:
        if marker.kind is MarkerKind.GENERIC:
            return "habitual or summed up"
    for timex in frame.timexes:
        if timex.type is TimexType.SET:
            return "repeated"
        if (
            timex.type is TimexType.DATE
            and timex.precision in {Precision.YEAR, Precision.VAGUE, Precision.MONTH}
            and not frame.places
        ):
            return "dated no finer than a month, and without a place"
    return None


def _unreal(frame: Frame) -> str | None:
    """What it was instead of an attack."""
    if _is_played(frame):
        return "an exercise"
    return "an accident" if _is_accident(frame) else None


def _is_played(frame: Frame) -> bool:
    """ "In the drill a bomb went off": but where people died it was none."""
    return frame.has(MarkerKind.EXERCISE) and not any(
        Field.KILLED in count.fields and count.value not in {0, None} for count in frame.counts
    )


def _is_accident(frame: Frame) -> bool:
    """ "A gas cylinder exploded": only words that tell no attack of themselves."""
    return (
        bool(frame.triggers)
        and all(t.type is EventType.OTHER for t in frame.triggers)
        and not frame.weapons
        and frame.has(MarkerKind.ACCIDENT)
    )


def is_hypothetical(text: Text, frame: Frame, trigger: TriggerMention) -> bool:
    """Whether a modal, a conditional or a purpose clause governs the trigger."""
    if _is_progressive(text, trigger) and not has_day(frame):
        return True
    for marker in frame.markers:
        if marker.kind is not MarkerKind.HYPOTHETICAL or marker.span.start > trigger.span.start:
            continue
        if trigger.span.start - marker.span.end > _NEAR:
            continue
        between = text.body[marker.span.end : trigger.span.start]
        if (
            not any(mark in between for mark in _CLAUSE_BREAKS)
            or marker.span.of(text.body).lower() == "if"
        ):
            return True
    return False


def specific_triggers(text: Text, frame: Frame) -> tuple[TriggerMention, ...]:
    """The frame's triggers of something said to have happened, or definitely tried, threatened or planned."""
    return tuple(
        t
        for t in frame.triggers
        if not t.general and (t.stage is not None or not is_hypothetical(text, frame, t))
    )


def _is_progressive(text: Text, trigger: TriggerMention) -> bool:
    """ "Are firing missiles at towns": what goes on is no one attack."""
    index = text.token_at(trigger.span.start) or 0
    before = [t.lower for t in text.tokens[max(0, index - 2) : index]]
    if not text.tokens[index].lower.endswith("ing"):
        return False
    near = set(before) if trigger.verb else set(before[-1:])
    return bool({"is", "are", "keep", "been"} & near) or (
        before[-1:] == ["of"] and before[0] in _ABILITIES
    )


def is_negated(text: Text, trigger: TriggerMention) -> bool:
    """Whether the trigger itself is denied ("did not attack", "no strike", "were not targeted")."""
    index = text.token_at(trigger.span.start)
    if index is None:
        return False
    before = [t.lower for t in text.tokens[max(0, index - 3) : index]]
    return any(
        word in {"not", "n't", "never", "didn't", "wasn't", "weren't"} for word in before
    ) or before[-1:] == ["no"]
