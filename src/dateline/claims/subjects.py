"""Which speaker a cue belongs to: its subject, what follows an inverted verb, what a participle hangs on."""

from dateline.claims.sources import Setting
from dateline.lexicon.function_words import words
from dateline.model.mentions import CueMention, SpeakerMention
from dateline.model.spans import Span
from dateline.model.texts import Sentence, Text

_ROLE_GAP = (
    16  # words of an apposition between a name and its verb ("…, 29, a sales manager, told")
)
_OPENING = 25  # characters of a sentence within which its subject stands
_PUBLISHED = frozenset({"published", "posted", "released", "issued", "shared"})
_REDUCED = frozenset(
    {
        "reached",
        "contacted",
        "interviewed",
        "questioned",
        "asked",
        "briefed",
        "familiar",
        "close",
        "speaking",
        "present",
        "involved",
        "quoted",
        "cited",
    }
)  # words that open a clause cut short behind a noun ("people reached by telephone said")
_TIME_WORDS = frozenset(
    {"on", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "in", "statement", "a", "late", "early", "morning", "evening", "afternoon", "night", "tonight"}
)  # fmt: skip


def speaker_before(cue: CueMention, sentence: Sentence, setting: Setting) -> SpeakerMention | None:
    """The speaker the verb is said of: the nearest to its left with nothing but adverbs, auxiliaries or an apposition between."""
    nearest: SpeakerMention | None = None
    for speaker in setting.mentions.speakers:
        if speaker.span.start < sentence.span.start or speaker.span.end > cue.span.start:
            continue
        if setting.text.quotation_at(speaker.span.start) is not None:
            continue
        if _adjoins(setting.text, speaker.span.end, cue.span.start) and not _is_object(
            speaker, setting.text
        ):
            nearest = speaker
    if nearest is not None and _is_publisher(nearest, setting.text):
        return _published(nearest, setting) or nearest
    if nearest is None or nearest.name is not None:
        return nearest
    if _is_closed_by_speaker(cue, sentence, setting):
        return None
    return _named_before(nearest, setting) or nearest


def _is_closed_by_speaker(cue: CueMention, sentence: Sentence, setting: Setting) -> bool:
    """ "A school was hit on Monday, said Jane Doe, the mayor.": behind a comma, and the person right after it ends the clause."""
    before = setting.text.body[sentence.span.start : cue.span.start].rstrip()
    after = speaker_after(cue, sentence, setting) if before.endswith(",") else None
    if after is None or after.name is None:
        return False
    gap = setting.text.body[cue.span.end : after.span.start]
    rest = setting.text.body[after.span.end : sentence.span.end].lstrip()
    return not gap.strip() and (not rest or rest[0] in ',.;(”"')


def _is_object(speaker: SpeakerMention, text: Text) -> bool:
    """ "The conflict between X and Y threatens": what hangs on a preposition is no subject."""
    index = text.token_at(speaker.span.start)
    if not index:
        return False
    before = [t.lower for t in text.tokens[max(0, index - 3) : index]]
    return before[-1] in {"of", "between", "for", "against", "to"} or (
        before[-1] == "and" and "between" in before
    )


def _is_publisher(speaker: SpeakerMention, text: Text) -> bool:
    """ "A video published by X showed": the video speaks."""
    index = text.token_at(speaker.span.start) or 0
    before = [t.lower for t in text.tokens[max(0, index - 3) : index] if t.lower != "the"]
    return before[-1:] == ["by"] and before[-2:-1] != [] and before[-2] in _PUBLISHED


def _published(speaker: SpeakerMention, setting: Setting) -> SpeakerMention | None:
    earlier = [s for s in setting.mentions.speakers if 0 < speaker.span.start - s.span.end <= 20]
    return earlier[-1] if earlier else None


def _adjoins(text: Text, end: int, start: int) -> bool:
    between = [t.lower for t in text.tokens_in(Span(end, start))]
    if between[1:2] == ["by"] and between[0] in _PUBLISHED and len(between) <= _ROLE_GAP // 2:
        return True
    if all(word in words("skippable") or word.endswith("ly") for word in between):
        return True
    if between[0] in _REDUCED and len(between) <= _ROLE_GAP // 2 and "," not in between:
        return True
    if (
        between
        and between[0] in {",", "("}
        and between[-1] in {",", ")", "who"}
        and len(between) <= _ROLE_GAP
    ):
        return between.count(",") <= 3
    plain = [word for word in between if word != ","]
    return len(between) - len(plain) <= 2 and all(
        word in words("skippable") or word.endswith("ly") or word in _TIME_WORDS for word in plain
    )


def _named_before(speaker: SpeakerMention, setting: Setting) -> SpeakerMention | None:
    """ "Jane Doe, ambassador to X, said": the name that the description stands in apposition to."""
    for candidate in setting.mentions.speakers:
        if candidate.name is None or not 0 <= speaker.span.start - candidate.span.end < 4:
            continue
        gap = setting.text.body[candidate.span.end : speaker.span.start]
        if gap.strip() in {",", "", "("}:
            return candidate
    return None


def inverted_speaker(
    cue: CueMention, sentence: Sentence, setting: Setting
) -> SpeakerMention | None:
    """ ""…," said the governor": only after a quotation or comma."""
    before = setting.text.body[sentence.span.start : cue.span.start].rstrip()
    if not before.endswith((",", "”", '"', "’", "»", "'", "-", "–")):
        return None
    return speaker_after(cue, sentence, setting)


def speaker_after(cue: CueMention, sentence: Sentence, setting: Setting) -> SpeakerMention | None:
    """The speaker right after the cue, adverbs and determiners apart."""
    for speaker in setting.mentions.speakers:
        if cue.span.end <= speaker.span.start < sentence.span.end:
            between = [
                t.lower for t in setting.text.tokens_in(Span(cue.span.end, speaker.span.start))
            ]
            if all(
                word in words("determiners") or word.endswith("ly") or word in {"to", "by"}
                for word in between
            ):
                return speaker
            if len(between) > 2:
                return None
    return None


def agent_of_participle(
    cue: CueMention, sentence: Sentence, setting: Setting
) -> SpeakerMention | None:
    """ "The minister answered by saying", "X criticised Y, saying": who the sentence opens with."""
    index = setting.text.token_at(cue.span.start)
    if not cue.participle or not index or setting.text.tokens[index - 1].lower not in {"by", ","}:
        return None
    before = Span(sentence.span.start, cue.span.start)
    inside = [s for s in setting.mentions.speakers if before.contains(s.span)]
    named = [s for s in inside if s.name is not None or s.pronoun is not None]
    first = inside[0] if inside else None
    opening = first is not None and first.span.start - sentence.span.start <= _OPENING
    return first if opening else (named[0] if named else None)
