"""Noun phrases that can speak: persons, described people, bodies, documents, governments, pronouns."""

from collections.abc import Iterator, Sequence

from dateline.lexicon.function_words import words
from dateline.lexicon.markers import group_table
from dateline.lexicon.phrases import Hit
from dateline.lexicon.speech import cue_table, outlet_names, speaker_heads
from dateline.mentions.chunks import (
    bounds_phrase,
    phrase_end,
    phrase_start,
    sentence_bounds,
    span_of,
)
from dateline.model.mentions import NameMention, SpeakerMention
from dateline.model.places import Level, Toponym, Use
from dateline.model.texts import Text
from dateline.model.vocab import SourceKind


def find_speakers(
    text: Text, names: Sequence[NameMention], toponyms: Sequence[Toponym]
) -> tuple[SpeakerMention, ...]:
    """Every candidate, the more telling one where two overlap: person, then head noun, then government."""
    found: list[SpeakerMention] = []
    taken = bytearray(len(text.body))  # by character, since a long text has hundreds of candidates
    for candidate in (
        *_persons(text, names),
        *_headed(text),
        *_groups(text),
        *_governments(toponyms),
        *_pronouns(text),
        *_subjects(text),
    ):
        start, end = candidate.span.start, candidate.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found.append(candidate)
    return tuple(sorted(found, key=lambda s: s.span))


def _persons(text: Text, names: Sequence[NameMention]) -> Iterator[SpeakerMention]:
    for number, name in enumerate(names):
        surname = name.span.of(text.body).split()[-1].lower()
        yield SpeakerMention(span=name.wide, head=surname, kind=SourceKind.NAMED, name=number)


def _headed(text: Text) -> Iterator[SpeakerMention]:
    for hit in speaker_heads().find(text.tokens):
        floor, ceiling = sentence_bounds(text, hit.first)
        first = phrase_start(text, hit.first, floor)
        inner = _last_head(text, hit, ceiling)
        last = inner.last
        if last < ceiling and text.tokens[last].lower in {"'s", "'"}:
            continue  # "the operator's press office": the owner does not speak
        head = span_of(text, inner.first, inner.last).of(text.body).lower()
        short = span_of(text, first, last)
        last = phrase_end(text, last, ceiling) if head not in outlet_names() else last
        yield SpeakerMention(
            span=span_of(text, first, last),
            head=head,
            kind=_kind(short.of(text.body), inner.value),
            definite=text.tokens[first].lower in {"the", "this", "these", "those"}
            and len(short) < len(head) + 12,
        )


def _last_head(text: Text, hit: Hit[SourceKind], ceiling: int) -> Hit[SourceKind]:
    """Of heads in one phrase ("army command", "the prosecutor general's office") the last is its head."""
    while True:
        further = None
        for index in range(hit.last, min(hit.last + 3, ceiling)):
            further = speaker_heads().at(text.tokens, index)
            passable = text.tokens[index].lower == "'s" or not bounds_phrase(text, index)
            if further is not None or not passable:
                break
        if further is None or further.last > ceiling:
            return hit
        hit = further


def _kind(phrase: str, kind: SourceKind) -> SourceKind:
    if phrase.lower().removeprefix("the ") in outlet_names():
        return SourceKind.ORGANISATION
    return kind


def _groups(text: Text) -> Iterator[SpeakerMention]:
    for hit in group_table().find(text.tokens):
        span = span_of(text, hit.first, hit.last)
        yield SpeakerMention(
            span=span, head=span.of(text.body).lower(), kind=SourceKind.ORGANISATION
        )


def _governments(toponyms: Sequence[Toponym]) -> Iterator[SpeakerMention]:
    """A country, or a capital that stands for one."""
    for toponym in toponyms:
        government = toponym.use is Use.ASSOCIATIVE or (
            toponym.place is not None and toponym.place.level is Level.COUNTRY
        )
        if government and toponym.use is not Use.ADJECTIVE:
            yield SpeakerMention(
                span=toponym.span, head=toponym.text.lower(), kind=SourceKind.ORGANISATION
            )


def _pronouns(text: Text) -> Iterator[SpeakerMention]:
    for token in text.tokens:
        if token.lower in words("pronouns"):
            yield SpeakerMention(
                span=token.span, head=token.lower, kind=SourceKind.ANONYMOUS, pronoun=token.lower
            )


_SURE = frozenset({"said", "says", "told", "wrote", "tweeted", "according to"})


def _subjects(text: Text) -> Iterator[SpeakerMention]:
    """Whatever noun phrase stands right beside a cue that only speakers take, though its head is in no list."""
    for hit in cue_table().find(text.tokens):
        words_here = span_of(text, hit.first, hit.last).of(text.body).lower()
        if words_here not in _SURE:
            continue
        floor, ceiling = sentence_bounds(text, hit.first)
        after = words_here == "according to"
        bounds = (
            _phrase_from(text, hit.last, ceiling) if after else _phrase_to(text, hit.first, floor)
        )
        if bounds is not None:
            yield _unlisted(text, *bounds)


def _phrase_to(text: Text, last: int, floor: int) -> tuple[int, int] | None:
    while last > floor and text.tokens[last - 1].lower in words("skippable"):
        last -= 1
    first = phrase_start(text, last, floor)
    if first > floor and text.tokens[first - 1].lower in words("prepositions") | {"in", "near"}:
        return None  # the object of a preposition speaks for nobody
    return (first, last) if first < last else None


def _phrase_from(text: Text, first: int, ceiling: int) -> tuple[int, int] | None:
    last = first
    while last < ceiling and not bounds_phrase(text, last):
        last += 1
    return (first, phrase_end(text, last, ceiling)) if first < last else None


def _unlisted(text: Text, first: int, last: int) -> SpeakerMention:
    head = text.tokens[last - 1]
    proper = all(t.text[:1].isupper() for t in text.tokens[first:last])
    kind = SourceKind.NAMED if proper and not head.text.isupper() else SourceKind.ANONYMOUS
    definite = text.tokens[first].lower == "the" and last - first <= 3
    return SpeakerMention(
        span=span_of(text, first, last), head=head.lower, kind=kind, definite=definite
    )
