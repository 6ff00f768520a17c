"""Positions: what a speaker holds about an issue of the conflict.

A stand is shown by the verb the speaker is subject of ("condemned the strike") or by words inside what is said ("legitimate targets"). It counts
only if the sentence speaks of the conflict.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.claims.frames import Found
from dateline.claims.sources import Setting, resolve
from dateline.claims.spoken import Spoken, speaker_of
from dateline.claims.subjects import speaker_before
from dateline.lexicon.markers import issue_words
from dateline.lexicon.speech import refusal_words
from dateline.model.claims import OUTLET, Position, Source
from dateline.model.mentions import CueKind, CueMention, MarkerKind, StandMention
from dateline.model.signals import Signals
from dateline.model.spans import Span
from dateline.model.texts import Sentence
from dateline.model.vocab import Polarity, SourceKind, Stance

_OPPOSITE = {
    Polarity.SUPPORTS: Polarity.OPPOSES,
    Polarity.CONDEMNS: Polarity.DECLINES,
    Polarity.JUSTIFIES: Polarity.OPPOSES,
}
_SAME = 2  # long words in common that make two stands one
_BESIDE = 4  # words on either side of a word on the conflict that name an issue
_ISSUE = 60  # characters of the words an issue is named by
_JUDGES_DEEDS = ("condemn", "denounc", "deplor")  # said of deeds of war, whatever they are called
_SPEAKS = {SourceKind.NAMED, SourceKind.ORGANISATION, SourceKind.ANONYMOUS}
_ORDER = (
    Polarity.JUSTIFIES,
    Polarity.CONDEMNS,
    Polarity.OPPOSES,
    Polarity.SUPPORTS,
    Polarity.NEUTRAL,
    Polarity.DECLINES,
)


@dataclass(frozen=True, slots=True)
class _Stand:
    source: Source
    polarity: Polarity
    span: Span
    said: int | None


TOLD = 0.5
"""Least score at which the encoder's stretch is a stand."""


def find_positions(found: Found, signals: Signals | None = None) -> tuple[Position, ...]:
    """The positions of a text, in order; a speaker's same stand in neighbouring sentences once.

    Args:
        found: what was found in the text.
        signals: what the encoder made of it, which adds stands that the rules do not see; None: by rules alone.
    """
    kept: list[tuple[int, _Stand]] = []
    said = tuple(_by_content(found))
    own = [stand for stand in _by_verb(found) if not _only_reported(found, stand, said)]
    told = [stand.span for stand in own]
    silent = [s for s in _by_refusal(found) if not any(s.span.overlaps(span) for span in told)]
    ruled = (*own, *said, *silent, *_by_voice(found))
    more = tuple(_by_signals(found, signals, ruled)) if signals is not None else ()
    for stand in sorted((*ruled, *more), key=lambda s: s.span):
        at = found.text.sentence_at(stand.span.start) or 0
        if not any(_repeats(found, stand, at, earlier, where) for where, earlier in kept):
            kept.append((at, stand))
    return tuple(_position(found, stand) for _, stand in kept)


def _by_signals(found: Found, signals: Signals, ruled: Sequence[_Stand]) -> Iterator[_Stand]:
    """Stands of the encoder that overlap none of the rules' and have a speaker."""
    for signal in signals.spans("position"):
        if signal.score < TOLD or any(s.span.overlaps(signal.span) for s in ruled):
            continue
        number = speaker_of(found.spoken, signal.span.start)
        if number is None:
            number = _cued_by(found, signal.span)
        source = found.spoken[number].source if number is not None else None
        if source is None and found.voice is not None:
            source = OUTLET
        if source is not None and (source is OUTLET or source.kind in _SPEAKS):
            yield _Stand(source, Polarity(signal.label), _clause(found, signal.span), number)


def _cued_by(found: Found, span: Span) -> int | None:
    """The first attribution whose cue the stretch overlaps."""
    return next(
        (n for n, s in enumerate(found.spoken) if s.cue is not None and s.cue.overlaps(span)), None
    )


def _only_reported(found: Found, stand: _Stand, said: Sequence[_Stand]) -> bool:
    """ "The spokesman said the government condemned it": the stand is the speaker's, told once."""
    if stand.said is None or found.spoken[stand.said].source.name == stand.source.name:
        return False
    return any(other.said == stand.said for other in said)


def _repeats(found: Found, stand: _Stand, at: int, earlier: _Stand, where: int) -> bool:
    """The same stand by the same speaker, in the next sentence or in much the same words."""
    if earlier.source.name != stand.source.name or earlier.polarity is not stand.polarity:
        return False
    shared = _content_words(found, stand.span) & _content_words(found, earlier.span)
    return at - where <= 1 or len(shared) >= _SAME


def _content_words(found: Found, span: Span) -> frozenset[str]:
    return frozenset(t.lower for t in found.text.tokens_in(span) if len(t.lower) > 4)


def _by_voice(found: Found) -> Iterator[_Stand]:
    """What a party says in its own report ("We condemn this cowardly act") is its stand."""
    for stand in found.mentions.stands if found.voice is not None else ():
        at = found.text.sentence_at(stand.span.start)
        if at is None or speaker_of(found.spoken, stand.span.start) is not None:
            continue
        sentence = found.text.sentences[at].span
        if _cued_by(found, stand.span) is None and _on_conflict(found, _around(found, sentence)):
            polarity = _of_object(found, stand, _turned(found, stand))
            yield _Stand(
                OUTLET, polarity, _clause(found, Span(stand.span.start, sentence.end)), None
            )


def _by_verb(found: Found) -> Iterator[_Stand]:
    for stand in found.mentions.stands:
        at = found.text.sentence_at(stand.span.start)
        if not stand.cue or at is None or found.text.quotation_at(stand.span.start) is not None:
            continue
        sentence = found.text.sentences[at]
        plain = stand.span.of(found.text.body).lower().startswith(_JUDGES_DEEDS)
        if not (plain or _on_conflict(found, sentence.span)):
            continue
        said = speaker_of(found.spoken, stand.span.start)
        source = _subject(found, stand, sentence)
        if source is not None and source.kind in _SPEAKS:
            span = Span(stand.span.start, sentence.span.end)
            polarity = _of_object(found, stand, _turned(found, stand))
            yield _Stand(source, polarity, _clause(found, span), said)


def _by_refusal(found: Found) -> Iterator[_Stand]:
    """ "Declined to say", "no immediate comment from the ministry": who will not speak has the stand of declining.

    Not knowing, or not being able to check, is no stand; nor is what is told without details.
    """
    for number, said in enumerate(found.spoken):
        if said.cue is None or said.stance is not Stance.UNKNOWN or said.source.kind not in _SPEAKS:
            continue
        words = said.cue.of(found.text.body).lower().split()
        refuses = bool(refusal_words() & set(words)) or words[:2] == ["would", "not"]
        if refuses and "able" not in words and "could" not in words:
            at = found.text.sentence_at(said.cue.start) or 0
            clause = Span(said.cue.start, found.text.sentences[at].span.end)
            yield _Stand(said.source, Polarity.DECLINES, _clause(found, clause), number)


def _of_object(found: Found, stand: StandMention, polarity: Polarity) -> Polarity:
    """Criticism of a measure opposes it; of a deed it condemns it."""
    if polarity is not Polarity.CONDEMNS:
        return polarity
    following = [t.lower for t in found.text.tokens_in(Span(stand.span.end, stand.span.end + 40))]
    return Polarity.OPPOSES if any(word in _MEASURES for word in following[:5]) else polarity


_MEASURES = frozenset(
    {
        "sanctions",
        "aid",
        "plan",
        "plans",
        "decision",
        "policy",
        "strategy",
        "deliveries",
        "supplies",
        "package",
        "proposal",
    }
)


def _subject(found: Found, stand: StandMention, sentence: Sentence) -> Source | None:
    number = _cued_by(found, stand.span)
    if number is not None:
        return found.spoken[number].source
    cue = CueMention(span=stand.span, kind=CueKind.VERB, stance=Stance.ASSERTED)
    told = _until(found, stand.span.start)
    speaker = speaker_before(cue, sentence, told)
    return resolve(speaker, told) if speaker is not None else None


def _until(found: Found, offset: int) -> Setting:
    """Against what a speaker at the character is resolved: who spoke before it."""
    before = tuple(s.source for s in found.spoken if s.cue is not None and s.cue.start < offset)
    return Setting(found.text, found.mentions, found.toponyms, before)


def _by_content(found: Found) -> Iterator[_Stand]:
    """One stand a stretch of what is said: the first in the order of how telling the polarities are."""
    for number, said in enumerate(found.spoken):
        if said.source.kind not in _SPEAKS or said.stance is Stance.UNKNOWN:
            continue
        for part in _sentences_of(found, said):
            stands = [
                s
                for s in found.mentions.stands
                if not s.cue
                and part.contains(s.span)
                and speaker_of(found.spoken, s.span.start) == number
            ]
            if stands and _on_conflict(found, _around(found, part)):
                polarity, stand = _strongest(found, stands)
                yield _Stand(
                    said.source,
                    polarity,
                    _clause(found, _sentence_part(part, stand.span)),
                    number,
                )


def _sentences_of(found: Found, said: Spoken) -> Iterator[Span]:
    for part in said.content:
        for sentence in found.text.sentences:
            if sentence.span.overlaps(part):
                yield Span(max(sentence.span.start, part.start), min(sentence.span.end, part.end))


def _around(found: Found, part: Span) -> Span:
    """The sentence of the part and the one before it: an issue is often named just before the stand."""
    at = found.text.sentence_at(part.start) or 0
    first = found.text.sentences[max(0, at - 1)]
    return Span(first.span.start, part.end)


def _strongest(found: Found, stands: Sequence[StandMention]) -> tuple[Polarity, StandMention]:
    turned = [(_turned(found, stand), stand) for stand in stands]
    return min(turned, key=lambda pair: (_ORDER.index(pair[0]), pair[1].span))


def _turned(found: Found, stand: StandMention) -> Polarity:
    """A negated stand is the opposite one."""
    for marker in found.mentions.markers:
        if marker.kind is MarkerKind.NEGATION and 0 <= stand.span.start - marker.span.end <= 12:
            return _OPPOSITE.get(stand.polarity, stand.polarity)
    return stand.polarity


def _on_conflict(found: Found, span: Span) -> bool:
    tokens = found.text.tokens_in(span)
    return any(True for _ in issue_words().find(tokens))


def _sentence_part(part: Span, stand: Span) -> Span:
    return part if part.contains(stand) else stand


def _clause(found: Found, span: Span) -> Span:
    """The stretch without surrounding marks."""
    words = span.of(found.text.body)
    start = span.start + len(words) - len(words.lstrip(' “"‘«,;:'))
    end = span.end - (len(words) - len(words.rstrip(' ”"’».,;:')))
    return Span(start, max(start, end))


def _position(found: Found, stand: _Stand) -> Position:
    span = found.text.to_source(stand.span)
    return Position(
        source=stand.source,
        issue=_issue(found, stand),
        polarity=stand.polarity,
        text=span.of(found.text.source),
        span=span,
        attribution=stand.said,
    )


def _issue(found: Found, stand: _Stand) -> str:
    """The words beside the first word on the conflict, up to the next mark: the report's own, never ours."""
    around = _around(found, stand.span)
    tokens = found.text.tokens_in(around)
    hits = [hit.first for hit in issue_words().find(tokens)]
    if not hits:
        return stand.span.of(found.text.body)[:_ISSUE]
    at = next((h for h in hits if stand.span.contains(tokens[h].span)), hits[-1])
    first = last = at
    while first > 0 and at - first < _BESIDE and tokens[first - 1].lower[:1].isalnum():
        first -= 1
    while (
        last + 1 < len(tokens)
        and last - at < _BESIDE
        and tokens[last + 1].lower.strip("'s")[:1].isalnum()
    ):
        last += 1
    return found.text.body[tokens[first].span.start : tokens[last].span.end]
