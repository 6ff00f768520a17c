"""Source, cue and content by the encoder, resolved to speakers as the rules resolve theirs.

The encoder tags cues and says which words are each cue's source and content; who "he" or "the ministry" is, is settled by :mod:`dateline.claims.sources`.
Where the rules read a cue too, their stance stands, which knows more words of denial and doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.attribution import find_cued, is_close, names_via
from dateline.claims.quoting import extend_over_quotations
from dateline.claims.sources import Setting, resolve
from dateline.claims.spoken import Spoken, last_source
from dateline.lexicon.function_words import words
from dateline.model.claims import Source
from dateline.model.homes import INSIDE
from dateline.model.mentions import CueKind, CueMention, Mentions, SpeakerMention
from dateline.model.places import Toponym, Use
from dateline.model.signals import Signal, Signals
from dateline.model.spans import Span, cover
from dateline.model.texts import Text
from dateline.model.vocab import SourceKind, Stance

CUE = 0.75
"""Least score of a cue that the rules lack."""
DOUBTED = 0.05
"""Probability of being a cue below which the rules' cue is left out."""
AGREED = 0.5
"""Least score of a cue that the rules have too, at which the encoder may correct what belongs to it."""
BELONGS = 0.5
"""Probability from which a span belongs to a cue."""
STANCE = 0.8
"""Least probability of a stance other than asserting."""
REACH = 1500
"""Characters from a cue within which its source and content are looked for; the encoder reads about as many at a time."""
_NAME = 2  # words up to which a stretch is a name rather than a clause
_FEW = 2  # letters and figures up to which a stretch says nothing
_SHORT = 3  # characters up to which a stretch is no source or content
_GAP = 3  # characters between two stretches of content that are one
_MARKS = " ,.;:\n\t—–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """What the encoder makes of one cue; ``source`` and ``content`` are stretches of the body."""

    cue: Signal
    source: tuple[Signal, ...]
    content: tuple[Span, ...]


def attributed(text: Text, signals: Signals, least: float = CUE) -> Iterator[Attributed]:
    """The cues that the encoder found, each with its source and content, in the order of the text."""
    for cue in signals.spans("cue"):
        if cue.score >= least:
            yield Attributed(
                cue=cue,
                source=_partners(signals, "source", cue),
                content=tuple(_content(cue, text, signals)),
            )


def _partners(signals: Signals, layer: str, cue: Signal) -> tuple[Signal, ...]:
    """The layer's own spans that belong to the cue, whose ends are surer; where none does, the stretches that belong to it.

    A span that holds the cue is another's, and of it only the cue's own stretch is taken ("he said she *denied* that …").
    """
    runs = signals.partners(layer, cue.span)
    near = [s for s in signals.spans(layer) if _is_near(s.span, cue.span)]
    whole = [
        Signal(span=s.span, label=s.label, score=chance)
        for s in near
        if not s.span.overlaps(cue.span)
        and (chance := signals.link(layer, cue.span, s.span)) >= BELONGS
    ]
    around = [s.span for s in near if s.span.contains(cue.span)]
    inside = [r for r in runs if any(span.overlaps(r.span) for span in around)]
    rest = [r for r in (inside if whole else runs) if len(r.span) > _SHORT]
    found = [*whole, *(r for r in rest if not any(r.span.overlaps(w.span) for w in whole))]
    return tuple(_joined(found, cue))


def _is_near(span: Span, cue: Span) -> bool:
    return span.start - cue.end <= REACH and cue.start - span.end <= REACH


def _joined(found: Sequence[Signal], cue: Signal) -> list[Signal]:
    """In the order of the text, stretches that nothing but a mark keeps apart as one."""
    kept: list[Signal] = []
    for part in sorted(found, key=lambda s: s.span):
        if (
            kept
            and 0 <= part.span.start - kept[-1].span.end <= _GAP
            and not cue.span.overlaps(Span(kept[-1].span.end, part.span.start))
        ):
            whole = Span(kept[-1].span.start, part.span.end)
            kept[-1] = Signal(span=whole, label=part.label, score=min(kept[-1].score, part.score))
        else:
            kept.append(part)
    return kept


def _trimmed(text: Text, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text.body[start] in _MARKS:
        start += 1
    while end > start and text.body[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)


def find_spoken_by(
    text: Text, mentions: Mentions, toponyms: Sequence[Toponym], signals: Signals
) -> tuple[Spoken, ...]:
    """Every attribution of the text: the rules' where the encoder does not gainsay them, and the encoder's where the rules have none."""
    ruled = [
        said
        for said in find_cued(text, mentions, toponyms)
        if said.cue is None or signals.share("cue", "cue", said.cue) >= DOUBTED
    ]
    setting = Setting(text, mentions, toponyms)
    ruled = [_corrected(said, ruled, setting, signals) for said in ruled]
    found: list[Spoken] = []
    learned = [a for a in attributed(text, signals) if not _known(a.cue.span, ruled)]
    every: list[Spoken | Attributed] = [*ruled, *learned]
    for item in sorted(every, key=_place):
        said = item if isinstance(item, Spoken) else _spoken(item, setting, signals, found)
        if said is not None:
            found.append(said)
            setting = setting.after(said.source)
    return extend_over_quotations(text, tuple(found))


def _corrected(said: Spoken, ruled: Sequence[Spoken], setting: Setting, signals: Signals) -> Spoken:
    """The rules' attribution with the content and the source that the encoder gives its cue, where the two have no word in common.

    Words that another of the rules' attributions holds stay with that ("the agency reported, citing officials").
    """
    cue = _same_cue(said, signals)
    if cue is None:
        return said
    text = setting.text
    content = [p for p in _content(cue, text, signals) if _reached(text, cue.span, p)]
    held = any(part.overlaps(other) for part in content for r in ruled for other in r.content)
    if content and not held and said.stance is not Stance.UNKNOWN:
        told = [p for p in said.content if signals.share("content", "content", p) >= AGREED]
        said = replace(said, content=tuple(sorted((*told, *content))))
    sources = _partners(signals, "source", cue)
    if not sources or said.source_span is None or said.via:
        return said
    named = max(sources, key=lambda s: s.score).span
    source = None if named.overlaps(said.source_span) else _source(named, setting, signals)
    if source is None:
        return said
    return replace(said, source=source, source_span=named, frame=_frame(named, cue.span))


def _same_cue(said: Spoken, signals: Signals) -> Signal | None:
    """The encoder's cue in the words of the rules' one; None if it sees none there."""
    if said.cue is None:
        return None
    cues = [c for c in signals.spans("cue") if c.span.overlaps(said.cue) and c.score >= AGREED]
    return max(cues, key=lambda c: c.score, default=None)


def _content(cue: Signal, text: Text, signals: Signals) -> Iterator[Span]:
    """What the encoder takes for said by the cue, wherever it stands."""
    for partner in _partners(signals, "content", cue):
        part = _trimmed(text, partner.span)
        if sum(c.isalnum() for c in part.of(text.body)) > _FEW:
            yield part


def _frame(named: Span, cue: Span) -> Span | None:
    return cover([named, cue]) if is_close(named, cue) else None


def _place(item: Spoken | Attributed) -> int:
    if isinstance(item, Attributed):
        return item.cue.span.start
    return item.cue.start if item.cue is not None else item.content[0].start


def _known(cue: Span, ruled: Sequence[Spoken]) -> bool:
    return any(
        part is not None and part.overlaps(cue) for said in ruled for part in (said.cue, said.frame)
    )


def _spoken(
    item: Attributed, setting: Setting, signals: Signals, before: Sequence[Spoken]
) -> Spoken | None:
    text, cue = setting.text, item.cue.span
    content = tuple(part for part in item.content if _reached(text, cue, part))
    if not item.source or not content or text.quotation_at(cue.start) is not None:
        return None
    named = max(item.source, key=lambda s: s.score).span
    source = _goes_on(cue, text, before) or _source(named, setting, signals)
    if source is None:
        return None
    stance, sure = signals.sort("stance", cue)[0]
    hedged = dict(signals.sort("hedged", cue)).get("hedged", 0.0)
    mention = CueMention(
        span=cue, kind=CueKind.VERB, stance=Stance(stance) if sure >= STANCE else Stance.ASSERTED
    )
    return Spoken(
        source=source,
        source_span=named,
        cue=cue,
        content=content,
        stance=mention.stance,
        hedged=hedged > 0.5,
        quoted=any(q.span.overlaps(part) for q in text.quotations for part in content),
        via=tuple(names_via(text, mention, setting)),
        frame=_frame(named, cue),
        stating=not _is_area(named, setting) and any(_is_stated(text, part) for part in content),
    )


def _goes_on(cue: Span, text: Text, before: Sequence[Spoken]) -> Source | None:
    """ "X condemned the raid and called for talks": a second verb of the same subject."""
    index = text.token_at(cue.start)
    at = text.sentence_at(cue.start)
    if not index or at is None:
        return None
    ahead = [t.lower for t in text.tokens[max(0, index - 2) : index]]
    joint = ahead[-2:-1] if ahead[-1:] == ["also"] else ahead[-1:]
    if joint not in (["and"], ["but"]):
        return None
    return last_source(before, Span(text.sentences[at].span.start, cue.start))


def _is_area(named: Span, setting: Setting) -> bool:
    """ "Lipetsk says": a town or region named as itself is needed as the place of what is told, and the claims are left to the outlet."""
    return any(
        t.span == named and t.use is Use.LITERAL and t.place is not None and t.place.level in INSIDE
        for t in setting.toponyms
    )


def _reached(text: Text, cue: Span, part: Span) -> bool:
    """Whether what is said stands in the cue's sentence, or is quoted in one beside it."""
    at, there = text.sentence_at(cue.start), text.sentence_at(part.start)
    if at is None or there is None or at == there:
        return at is not None and at == there
    return abs(at - there) == 1 and any(q.span.overlaps(part) for q in text.quotations)


def _is_stated(text: Text, part: Span) -> bool:
    """Whether a stretch is told as so: quoted, or a clause rather than the object of a preposition, a purpose or a bare name."""
    if any(q.span.overlaps(part) for q in text.quotations):
        return True
    first = text.token_at(part.start)
    if first is None or len(text.tokens_in(part)) <= _NAME:
        return False
    before = text.tokens[first - 1].lower if first else ""
    return text.tokens[first].lower != "to" and before not in words("prepositions")


def _source(named: Span, setting: Setting, signals: Signals) -> Source | None:
    """The speaker mention that shares most with the words, resolved; else the words themselves."""
    overlapping = [s for s in setting.mentions.speakers if s.span.overlaps(named)]
    if overlapping:
        return resolve(max(overlapping, key=lambda s: _shared(s.span, named)), setting)
    kind = signals.sort("source_kind", named)[0][0]
    head = named.of(setting.text.body).split()[-1].lower()
    speaker = SpeakerMention(span=named, head=head, kind=SourceKind(kind))
    return replace(resolved, kind=speaker.kind) if (resolved := resolve(speaker, setting)) else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
