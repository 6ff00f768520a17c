"""Which words of a sentence are what is said."""

from dateline.lexicon.function_words import words
from dateline.lexicon.speech import channel_table
from dateline.model.mentions import CueKind, CueMention, Mentions, SpeakerMention
from dateline.model.spans import Span
from dateline.model.texts import Sentence, Text

_FEW = 2  # words up to which a stretch behind the speaking says nothing more
_GOES_ON = frozenset({"and", "but", "although", "though"})
_ADDRESSEE = 12  # characters between a cue and whom it is told to
_STOPS = frozenset({",", ".", ";", "!", "?", ":", "—", "–", "-", "--", "”", '"', "»", "’"})
_DAYS = frozenset(
    {
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "on",
        "earlier",
        "later",
        "late",
        "early",
        "that",
        "day",
        "morning",
        "evening",
        "night",
        "afternoon",
    }
)
_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
)
_INTRODUCTORY = frozenset(
    {
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "earlier",
        "later",
        "meanwhile",
        "however",
        "speaking",
        "for",
        "from",
        "following",
        "asked",
        "when",
        "by",
        "but",
        "and",
        "also",
        "separately",
        "last",
        "this",
        "according",
        "as",
        "with",
        "while",
    }
)


def speaking_end(text: Text, sentence: Sentence, cue: CueMention, mentions: Mentions) -> int:
    """Where the words end that tell to whom, when and where it was said ("told AFP in Vienna on Monday")."""
    after = _after_channel(text, addressee_end(text, cue, mentions), sentence)
    return text.tokens[after - 1].span.end if after > sentence.first_token else cue.span.end


def is_postposed(
    sentence: Sentence, cue: CueMention, speaker: SpeakerMention, text: Text, mentions: Mentions
) -> bool:
    """Whether the content stands before the speaker ("…, the governor said."), not after the cue."""
    before = text.body[sentence.span.start : speaker.span.start].rstrip()
    ends_as_content = before.endswith((",", "”", '"', "’", "»", "'", "—", "–", "-", "?", "!"))
    short = len(before.split()) < 3 and not before.endswith(("”", '"', "’", "»", "'"))
    if not ends_as_content or short:
        return False
    after = _after_channel(text, addressee_end(text, cue, mentions), sentence)
    if after < sentence.last_token and not _closes(text, after):
        return False
    opening = text.tokens[sentence.first_token].lower
    quoted = any(
        q.span.start < speaker.span.start and q.span.end > sentence.span.start
        for q in text.quotations
    )
    return quoted or opening not in _INTRODUCTORY or len(before.split()) > 9


def _closes(text: Text, index: int) -> bool:
    """A mark, or a participle that only says more of the speaking ("TASS reported citing officials")."""
    token = text.tokens[index]
    return token.text in _STOPS or token.lower in {"citing", "quoting", "referring"}


def addressee_end(text: Text, cue: CueMention, mentions: Mentions) -> int:
    """Where what is said may start: behind the one it is told to ("told AFP", "confirmed to the agency")."""
    tells = cue.span.of(text.body).lower().startswith(("tell", "told", "inform"))
    allowed = {"", "the", "a"} if tells else {"to", "to the"}
    for speaker in mentions.speakers:
        if not 0 <= speaker.span.start - cue.span.end <= _ADDRESSEE:
            continue
        if text.body[cue.span.end : speaker.span.start].strip().lower() in allowed:
            return speaker.span.end
    if not tells:
        return cue.span.end
    index = text.token_at(cue.span.end)
    following = (
        text.tokens[index + 1] if index is not None and index + 1 < len(text.tokens) else None
    )
    return (
        following.span.end
        if following is not None and following.lower == "reporters"
        else cue.span.end
    )


def _after_channel(text: Text, offset: int, sentence: Sentence) -> int:
    """Index of the first token after the cue that is no channel, time of speaking or addressee."""
    index = next(
        (
            i
            for i in range(sentence.first_token, sentence.last_token)
            if text.tokens[i].span.start >= offset
        ),
        sentence.last_token,
    )
    while index < sentence.last_token:
        channel = channel_table().at(text.tokens, index)
        if channel is not None:
            index = channel.last
        elif _tells_time(text.tokens[index].lower) or _tells_place(text, index, sentence):
            index += 1
        else:
            break
    return index


def _tells_place(text: Text, index: int, sentence: Sentence) -> bool:
    """ "… in Vienna": a capital after a preposition, or that preposition."""
    token = text.tokens[index]
    following = text.tokens[index + 1] if index + 1 < sentence.last_token else None
    if token.lower in {"in", "at", "from"}:
        return following is not None and following.text[:1].isupper()
    before = text.tokens[index - 1].lower if index else ""
    return token.text[:1].isupper() and before in {"in", "at", "from"}


def _tells_time(word: str) -> bool:
    """A word of a time of speaking: "on", "Monday", "April", "1"; an open list would take in content."""
    return word in _DAYS or word[:3] in _MONTHS or word.isdigit()


def content_before(
    text: Text, sentence: Sentence, cue: CueMention, speaker: SpeakerMention
) -> tuple[Span, ...]:
    """What stands before speaker and cue; and a quotation after them, if there is one."""
    start = min(speaker.span.start, cue.span.start)
    parts = [_trimmed(text, Span(sentence.span.start, start))]
    after = max(speaker.span.end, cue.span.end)
    parts.extend(
        Span(max(q.span.start, after), min(q.span.end, sentence.span.end))
        for q in text.quotations
        if after <= q.span.start < sentence.span.end
    )
    return tuple(parts)


def content_further(
    text: Text, sentence: Sentence, cue: CueMention, mentions: Mentions
) -> Span | None:
    """What goes on behind the speaking ("A school was hit, she said, and two people were hurt"), up to the next clause with a cue of its own.

    None where nothing goes on, or what follows stands against what was said ("…, she said, while the army …").
    """
    after = _after_channel(text, addressee_end(text, cue, mentions), sentence)
    if after + 1 >= sentence.last_token or text.tokens[after].text not in {",", ";"}:
        return None
    following = text.tokens[after + 1]
    if text.tokens[after].text == "," and following.lower not in _GOES_ON:
        return None
    end = sentence.span.end
    for other in mentions.cues:
        if following.span.start <= other.span.start < end:
            cut = _clause_start(text, cue.span.end, other)
            end = min(end, cut if cut is not None else other.span.start)
    rest = _trimmed(text, Span(following.span.start, max(end, following.span.start)))
    told = [t for t in text.tokens_in(rest) if t.lower not in _GOES_ON]
    return rest if len(told) > _FEW else None


def content_after(
    text: Text, sentence: Sentence, cue: CueMention, mentions: Mentions
) -> tuple[Span, ...]:
    """What stands after the cue, up to the next clause that has a cue of its own."""
    end = sentence.span.end
    for other in mentions.cues:
        if (
            not cue.span.end < other.span.start < end
            or text.quotation_at(other.span.start) is not None
        ):
            continue
        cut = _clause_start(text, cue.span.end, other)
        if cut is not None:
            end = cut
            break
    start = addressee_end(text, cue, mentions)
    behind = _after_channel(text, start, sentence)
    if behind < sentence.last_token and text.tokens[behind].lower == "that":
        start = text.tokens[behind].span.start  # "said on Monday in Vienna that …"
    return (_trimmed(text, Span(start, max(end, start))),)


def content_behind(text: Text, content: tuple[Span, ...], named: Span) -> tuple[Span, ...]:
    """The content without what stands before and in ``named``, where that opens it ("citing officials, that …")."""
    return tuple(
        _trimmed(text, Span(named.end, part.end)) if part.contains(named) else part
        for part in content
    )


def _clause_start(text: Text, floor: int, other: CueMention) -> int | None:
    """Where the clause of a later cue starts: "and adding", "but claimed", ", as the army said"."""
    index = text.token_at(other.span.start)
    if index is None:
        return None
    for back in range(index - 1, max(0, index - 12), -1):
        token = text.tokens[back]
        if token.span.start <= floor:
            return None
        if token.lower in {"and", "but", "while", "as"} and (
            back == index - 1
            or text.tokens[back - 1].lower == ","
            or other.participle
            or index - back <= 3
        ):
            return token.span.start
        if (
            token.lower == ","
            and (other.participle or other.kind is CueKind.PREPOSITION)
            and index - back <= 2
        ):
            return token.span.start
    return None


def content_of_preposition(
    text: Text, sentence: Sentence, cue: CueMention, speaker: SpeakerMention
) -> tuple[Span, ...]:
    """ "According to X, …": what follows; "…, according to X": what goes before."""
    opening = all(
        t.lower in words("skippable") or t.text in _STOPS
        for t in text.tokens_in(Span(sentence.span.start, cue.span.start))
    )
    if opening:
        return (_trimmed(text, Span(speaker.span.end, sentence.span.end)),)
    return (_trimmed(text, Span(sentence.span.start, cue.span.start)),)


def _trimmed(text: Text, span: Span) -> Span:
    """Without leading and trailing white space, commas and "that"."""
    start, end = span.start, span.end
    while start < end and text.body[start] in " ,;:\n\t—–-":
        start += 1
    while end > start and text.body[end - 1] in " ,;:\n\t—–-":
        end -= 1
    if text.body[start:end].lower().startswith("that "):
        start += 5
    return Span(start, end)
