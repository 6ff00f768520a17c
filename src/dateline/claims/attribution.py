"""Source, cue and content: which speaker a cue belongs to, and which words are what is said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.contents import (
    content_after,
    content_before,
    content_behind,
    content_further,
    content_of_preposition,
    is_postposed,
    speaking_end,
)
from dateline.claims.quoting import extend_over_quotations
from dateline.claims.sources import Setting, resolve
from dateline.claims.spoken import Spoken, last_source
from dateline.claims.subjects import (
    agent_of_participle,
    inverted_speaker,
    speaker_after,
    speaker_before,
)
from dateline.lexicon.speech import channel_table
from dateline.model.claims import Source
from dateline.model.mentions import CueKind, CueMention, Mentions, SpeakerMention
from dateline.model.places import Toponym
from dateline.model.spans import Span, cover
from dateline.model.texts import Sentence, Text
from dateline.model.vocab import Stance

_BESIDE = 12  # characters between a cue and what stands right beside it


def find_spoken(text: Text, mentions: Mentions, toponyms: Sequence[Toponym]) -> tuple[Spoken, ...]:
    """Every attribution of the text, in the order of its cues, quotations that go on included."""
    return extend_over_quotations(text, find_cued(text, mentions, toponyms))


def find_cued(text: Text, mentions: Mentions, toponyms: Sequence[Toponym]) -> tuple[Spoken, ...]:
    """The attributions that a cue marks, in the order of the text."""
    setting = Setting(text, mentions, toponyms)
    found: list[Spoken] = []
    for cue in mentions.cues:
        said = _attribute(cue, setting, found)
        if said is not None:
            found.append(said)
            setting = setting.after(said.source)
    return tuple(found)


def _attribute(cue: CueMention, setting: Setting, found: Sequence[Spoken]) -> Spoken | None:
    at = setting.text.sentence_at(cue.span.start)
    if at is None or setting.text.quotation_at(cue.span.start) is not None:
        return None
    sentence = setting.text.sentences[at]
    if cue.kind is CueKind.PREPOSITION:
        return _by_preposition(cue, sentence, setting, found)
    if cue.kind is CueKind.IMPERSONAL:
        return None
    return _by_verb(cue, sentence, setting, found)


def _by_preposition(
    cue: CueMention, sentence: Sentence, setting: Setting, found: Sequence[Spoken]
) -> Spoken | None:
    speaker = speaker_after(cue, sentence, setting)
    source = resolve(speaker, setting) if speaker is not None else None
    if speaker is None or source is None or _cites_for_verb(cue, sentence, setting):
        return None
    if any(said.source_span == speaker.span for said in found):
        return None  # "the agency reported, citing officials": given to the officials already
    content = content_of_preposition(setting.text, sentence, cue, speaker)
    return _spoken(cue, speaker, source, content, setting)


def _cites_for_verb(cue: CueMention, sentence: Sentence, setting: Setting) -> bool:
    """ "The agency, citing officials, reported": the verb that follows carries the attribution."""
    if cue.span.of(setting.text.body).lower() not in {"citing", "quoting"}:
        return False
    return any(
        c.kind is CueKind.VERB and cue.span.end < c.span.start < sentence.span.end
        for c in setting.mentions.cues
    )


def _with_cited(said: Spoken, cue: CueMention, sentence: Sentence, setting: Setting) -> Spoken:
    """ "The agency reported, citing officials, that …": the officials are the source, the agency is how it came."""
    text = setting.text
    for citing in setting.mentions.cues:
        if not 0 <= citing.span.start - cue.span.end <= _BESIDE:
            continue
        gap = text.body[cue.span.end : citing.span.start].strip()
        beside = citing.span.start < sentence.span.end and gap in {"", ","}
        if not beside or citing.span.of(text.body).lower() not in {"citing", "quoting"}:
            continue
        speaker = speaker_after(citing, sentence, setting)
        source = resolve(speaker, setting) if speaker is not None else None
        if speaker is not None and source is not None:
            return replace(
                said,
                source=source,
                source_span=speaker.span,
                content=content_behind(text, said.content, speaker.span),
                via=(*said.via, said.source.name),
                frame=cover([said.frame or cue.span, speaker.span]),
            )
    return said


def _by_verb(
    cue: CueMention, sentence: Sentence, setting: Setting, found: Sequence[Spoken]
) -> Spoken | None:
    goes_on = (
        _is_joined(cue, setting.text) and _subject_of_sentence(cue, sentence, found) is not None
    )
    speaker = None if goes_on else speaker_before(cue, sentence, setting)
    turned = speaker is None and not goes_on
    inverted = inverted_speaker(cue, sentence, setting) if turned else None
    chosen = speaker or inverted or agent_of_participle(cue, sentence, setting)
    if cue.kind is CueKind.SILENCE and cue.span.of(setting.text.body).lower().endswith("from"):
        chosen = speaker_after(cue, sentence, setting)  # "no comment from the ministry"
    source = (
        resolve(chosen, setting)
        if chosen is not None
        else _subject_of_sentence(cue, sentence, found)
    )
    if source is None:
        return None
    carrier = _carrier(chosen, sentence, setting)
    carried_by = resolve(carrier, setting) if carrier is not None else None
    via = (carried_by.name,) if carried_by is not None else ()
    if cue.kind is CueKind.SILENCE:
        content: tuple[Span, ...] = (_silence(setting.text, sentence, cue),)
    elif chosen is not None and _is_relative(cue, chosen, setting.text):
        content = ()
    elif chosen is not None and (
        inverted is not None or is_postposed(sentence, cue, chosen, setting.text, setting.mentions)
    ):
        before = content_before(setting.text, sentence, cue, chosen)
        further = content_further(setting.text, sentence, cue, setting.mentions)
        content = (*before, further) if further is not None else before
    else:
        content = content_after(setting.text, sentence, cue, setting.mentions)
        if chosen is not None and _is_inserted(cue, chosen, setting.text):
            before = content_before(setting.text, sentence, cue, chosen)
            content = (*before[:1], *content)
    said = _spoken(cue, chosen, source, content, setting)
    if chosen is not None and content and content[0].end <= chosen.span.start:
        end = speaking_end(setting.text, sentence, cue, setting.mentions)
        framed = cover([chosen.span, cue.span, Span(cue.span.start, max(end, cue.span.end))])
        said = replace(said, frame=framed)
    return _with_cited(replace(said, via=(*said.via, *via)), cue, sentence, setting)


def _silence(text: Text, sentence: Sentence, cue: CueMention) -> Span:
    """What is not told, to the end of the sentence; set in between commas ("said, without giving details, that …") it ends there."""
    words_of = cue.span.of(text.body).lower()
    inserted = words_of.startswith("without") and text.body[cue.span.end : cue.span.end + 1] == ","
    return cue.span if inserted else Span(cue.span.start, sentence.span.end)


def _spoken(
    cue: CueMention,
    speaker: SpeakerMention | None,
    source: Source,
    content: tuple[Span, ...],
    setting: Setting,
) -> Spoken:
    text = setting.text
    named = speaker.span if speaker is not None else None
    frame = (
        cover([s for s in (named, cue.span) if s is not None])
        if named is None or is_close(named, cue.span)
        else None
    )
    return Spoken(
        source=source,
        source_span=named,
        cue=cue.span,
        content=tuple(part for part in content if _says(part.of(text.body))),
        stance=_stance(cue, text),
        hedged=cue.hedged,
        quoted=any(q.span.overlaps(part) for q in text.quotations for part in content),
        via=tuple(names_via(text, cue, setting)),
        frame=frame,
    )


def _says(words_of: str) -> bool:
    """Whether more than marks is left of it."""
    return any(character.isalnum() for character in words_of)


def is_close(one: Span, other: Span) -> bool:
    """Whether what stands between a source and its cue is still part of the naming of the speaker."""
    return max(one.start, other.start) - min(one.end, other.end) < 80


def _stance(cue: CueMention, text: Text) -> Stance:
    """A negated verb of confirming or saying is no confirmation."""
    index = text.token_at(cue.span.start)
    before = [t.lower for t in text.tokens[max(0, (index or 0) - 2) : index]]
    if any(word in {"not", "n't", "didn't", "hasn't", "haven't", "never"} for word in before):
        return Stance.UNKNOWN
    return cue.stance


def names_via(text: Text, cue: CueMention, setting: Setting) -> Iterator[str]:
    """To whom ("told AFP", "confirmed to AFP") and where ("on social media")."""
    tells = cue.span.of(text.body).lower().startswith(("tell", "told"))
    for speaker in setting.mentions.speakers:
        if not 0 <= speaker.span.start - cue.span.end <= _BESIDE:
            continue
        gap = text.body[cue.span.end : speaker.span.start].strip()
        if gap == "to" or (not gap and tells):
            yield speaker.span.of(text.body)
    first = text.token_at(cue.span.end)
    if first is not None:
        for hit in channel_table().find(text.tokens, first, min(len(text.tokens), first + 8)):
            yield text.body[
                text.tokens[hit.first].span.start : text.tokens[hit.last - 1].span.end
            ].split(" ", 1)[-1]


def _is_inserted(cue: CueMention, speaker: SpeakerMention, text: Text) -> bool:
    """ "The town, officials said, was hit": the content stands on both sides."""
    before = text.body[max(0, speaker.span.start - _BESIDE) : speaker.span.start].rstrip()
    return before.endswith(",") and text.body[cue.span.end : cue.span.end + 1] == ","


def _is_relative(cue: CueMention, speaker: SpeakerMention, text: Text) -> bool:
    """ "The strikes, which X denies, killed two": the clause behind it is not what X says."""
    index = text.token_at(speaker.span.start) or 0
    closed = text.body[cue.span.end : cue.span.end + 1] == ","
    return closed and index > 0 and text.tokens[index - 1].lower == "which"


def _is_joined(cue: CueMention, text: Text) -> bool:
    """ "… and said", "but added": a second verb of the same subject."""
    index = text.token_at(cue.span.start) or 0
    before = [t.lower for t in text.tokens[max(0, index - 2) : index] if not t.lower.endswith("ly")]
    return before[-1:] in (["and"], ["but"]) or before[-1:] == ["also"]


def _subject_of_sentence(
    cue: CueMention, sentence: Sentence, found: Sequence[Spoken]
) -> Source | None:
    """ "…, he said, adding that": the one who spoke before in the same sentence."""
    return last_source(found, Span(sentence.span.start, cue.span.start))


def _carrier(
    speaker: SpeakerMention | None, sentence: Sentence, setting: Setting
) -> SpeakerMention | None:
    """ "The agency, citing officials, reported": the officials are the source, the agency is how it came."""
    if speaker is None:
        return None
    for citing in setting.mentions.cues:
        beside = 0 <= speaker.span.start - citing.span.end <= 2
        if citing.kind is CueKind.PREPOSITION and beside:
            return speaker_before(citing, sentence, setting)
    return None
