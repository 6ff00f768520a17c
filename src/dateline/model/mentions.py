"""What a reader finds in a text before it is put together: mentions, one kind a class.

All spans count characters of the normalised body (:class:`dateline.model.texts.Text`).
"""

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.claims import Range
from dateline.model.spans import Span
from dateline.model.vocab import (
    Effect,
    EventType,
    Field,
    Polarity,
    SourceKind,
    Stage,
    Stance,
    TargetType,
    WeaponType,
)


class CueKind(StrEnum):
    """How a cue stands to its source."""

    VERB = "verb"  # "said": the source is its subject
    PREPOSITION = "preposition"  # "according to": the source follows
    IMPERSONAL = "impersonal"  # "is believed to": no source
    SILENCE = "silence"  # "declined to comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueMention:
    """Words that mark speech or belief.

    Attributes:
        span: the cue.
        kind: how it stands to its source.
        stance: the stance it gives to what is said.
        hedged: whether it weakens it.
        participle: an "-ing" form, whose source stands in the clause before.
    """

    span: Span
    kind: CueKind
    stance: Stance
    hedged: bool = False
    participle: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A person's name.

    Attributes:
        span: the name without title.
        wide: with title and role where they stand beside it.
        office: title and role as printed.
    """

    span: Span
    wide: Span
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerMention:
    """A noun phrase that can speak.

    Attributes:
        span: the phrase.
        head: its head noun, lower case; the surname of a person.
        kind: what kind of speaker.
        name: index of the :class:`NameMention` it holds; None if no person is named.
        pronoun: "he", "she", "they", "it"; None otherwise.
        definite: "the source": points back to one introduced before.
    """

    span: Span
    head: str
    kind: SourceKind
    name: int | None = None
    pronoun: str | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerMention:
    """Words that tell of an attack.

    Attributes:
        span: the trigger.
        type: the event type they speak for; None where the weapon decides.
        stage: a stage they speak for ("tried to hit", "shot down"); None: accomplished unless told otherwise.
        verb: a verb form rather than a noun.
        weapon: the weapon in the word itself ("drone attack").
        plural: a plural noun.
        definite: a definite noun phrase that may point back ("the attack").
        general: the encoder takes it for attacks in general, or for none ("fired at each other for years").
        leaning: the type that the encoder is sure of, for where no weapon tells another.
    """

    span: Span
    type: EventType | None
    stage: Stage | None = None
    verb: bool = False
    weapon: WeaponType | None = None
    plural: bool = False
    definite: bool = False
    general: bool = False
    leaning: EventType | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponMention:
    """Words for a weapon."""

    span: Span
    type: WeaponType


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityMention:
    """Words for something that can be a target.

    Attributes:
        span: the noun phrase.
        head: the match.
        type: what kind of target it would be.
        aimed_at: False where the encoder takes it for no target of any attack told beside it; the rules alone can't tell.
    """

    span: Span
    head: Span
    type: TargetType
    aimed_at: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectMention:
    """Words for what an attack did to things; ``negated`` when they say that it was not done."""

    span: Span
    value: Effect
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountMention:
    """How many were killed or hurt, or how many weapons were shot down; or that a thing asked of an attack is not known.

    Attributes:
        span: the smallest stretch with number and verb.
        fields: ``killed``, ``injured`` (both for "no casualties") or ``intercepted``; ``attacker`` where
            nobody owns up to it.
        value: a number, a range, "some", "all", or None for "without mentioning any victims".
        unknown: the words say that it is not told.
    """

    span: Span
    fields: tuple[Field, ...]
    value: int | str | Range | None
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMention:
    """Another figure with its unit; ``value`` as printed."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that name a side.

    Attributes:
        span: the words ("Ukrainian drones", "Russia").
        side: country or group.
        attacking: the words themselves make it an attacker ("Russian missiles", "attack by Ukraine").
    """

    span: Span
    side: str
    attacking: bool = False


class MarkerKind(StrEnum):
    """What a marker does to what stands beside it."""

    GENERIC = "generic"
    HYPOTHETICAL = "hypothetical"
    HEDGE = "hedge"
    DOUBT = "doubt"
    NEGATION = "negation"
    FOLLOW_UP = "follow up"
    ATTEMPT = "attempt"
    THREAT = "threat"
    PLAN = "plan"
    CHANNEL = "channel"
    ACCIDENT = "accident"
    EXERCISE = "exercise"
    DENIAL = "denial"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerMention:
    """Words that change how other words are to be taken."""

    span: Span
    kind: MarkerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StandMention:
    """Words that show what a speaker holds; ``cue`` when they are the verb the speaker is subject of."""

    span: Span
    polarity: Polarity
    cue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All mentions of a text, each kind in the order of the text."""

    cues: tuple[CueMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    speakers: tuple[SpeakerMention, ...] = ()
    triggers: tuple[TriggerMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    facilities: tuple[FacilityMention, ...] = ()
    effects: tuple[EffectMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    markers: tuple[MarkerMention, ...] = ()
    stands: tuple[StandMention, ...] = ()
